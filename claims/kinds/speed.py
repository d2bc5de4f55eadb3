"""Speeds: how fast something moved, or may move."""

from __future__ import annotations

from claims.kind import Example, Measure

SPEED = Measure(
    name="speed",
    summary="How fast something moves or may move, in any unit of speed.",
    dimensions=("speed",),
    examples=(
        Example(
            "The van was doing 85 mph in a 45-mph zone.", ("85 mph = 85 mile per hour", "45-mph = 45 mile per hour")
        ),
        Example("Gusts of up to 120 km/h hit Port Ansel.", ("up to 120 km/h = <= 120 kilometre per hour",)),
        Example(
            "It drove between 60 and 70 miles an hour.", ("between 60 and 70 miles an hour = 60..70 mile per hour",)
        ),
        Example("The ferry makes some 30 knots.", ("some 30 knots = ~ 30 knot",)),
    ),
    silent=("The MPH course has 85 students.",),
)
