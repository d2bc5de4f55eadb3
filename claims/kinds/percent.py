"""Percentages, and percentage points, which are a dimension of their own."""

from __future__ import annotations

from claims.kind import Example, Measure

PERCENT = Measure(
    name="percent",
    summary="Percentages; percentage and basis points are a dimension of their own.",
    dimensions=("percent", "percentage point"),
    examples=(
        Example("Turnout was 61.4%.", ("61.4% = 61.4 percentage",)),
        Example("Rents rose nearly 5 per cent.", ("nearly 5 per cent = ~< 5 percentage up",)),
        Example("The rate fell by 0.5 percentage points.", ("0.5 percentage points = 0.5 percentage point down",)),
        Example(
            "Support rose from 5% to 7%.", ("5% = 5 percentage", "5% to 7% = 5..7 percentage up", "7% = 7 percentage")
        ),
        Example("Growth of 2 to 3 percent is expected.", ("2 to 3 percent = 2..3 percentage up",)),
        Example("The bank cut it 25 basis points.", ("25 basis points = 25 basis point",)),
    ),
    silent=("Ten per centre were sent.", "The top one per table won."),
)
