"""Areas: how large a surface is."""

from __future__ import annotations

from claims.kind import Example, Measure

AREA = Measure(
    name="area",
    summary="How large a surface is.",
    dimensions=("area",),
    examples=(
        Example("The blaze has burned 1,200 acres.", ("1,200 acres = 1200 acre",)),
        Example("A 1,520 sq m clinic opened.", ("1,520 sq m = 1520 square metre",)),
        Example("More than 40 square miles are under water.", ("More than 40 square miles = > 40 square mile",)),
        Example("Crews held 300 to 350 hectares.", ("300 to 350 hectares = 300..350 hectare",)),
    ),
    silent=("The 3 square meals cost nothing.", "Acre has 12 suburbs."),
)
