"""Distances: lengths, heights, depths, widths and how far one thing is from another."""

from __future__ import annotations

from claims.kind import Example, Measure

DISTANCE = Measure(
    name="distance",
    summary="How long, high, deep, wide or far something is.",
    dimensions=("length",),
    examples=(
        Example("The suspect is 5 ft 11 in tall.", ("5 ft 11 in = 71 inch",)),
        Example(
            "She stands 6'1\" and walked a mile and 10 1/2 miles.", ("6'1\" = 73 inch", "10 1/2 miles = 10.5 mile")
        ),
        Example(
            "The quake struck at a depth of about 10km (6.2 miles).",
            ("about 10km = ~ 10 kilometre", "6.2 miles = ~ 6.2 mile"),
        ),
        Example("The wall is five to seven metres high.", ("five to seven metres = 5..7 metre",)),
        Example("A 4-mile tailback formed.", ("4-mile = 4 mile",)),
    ),
    silent=("It sold 5m copies.", "There were 12 in the car.", "It cost $5m."),
)
