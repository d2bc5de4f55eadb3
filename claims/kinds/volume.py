"""Volumes: how much room a thing or a liquid takes."""

from __future__ import annotations

from claims.kind import Example, Measure

VOLUME = Measure(
    name="volume",
    summary="How much room a thing or a liquid takes.",
    dimensions=("volume",),
    examples=(
        Example("Some 4,000 gallons of diesel spilled.", ("Some 4,000 gallons = ~ 4000 gallon",)),
        Example("The tank holds 250 ml.", ("250 ml = 250 millilitre",)),
        Example("Output fell by 2 million barrels a day.", ("2 million barrels a day = 2000000 barrel per day down",)),
        Example("A 3.5-litre engine was fitted.", ("3.5-litre = 3.5 litre",)),
    ),
    silent=("Liter Lane 5 was closed.", "Five barrelled past the guard."),
)
