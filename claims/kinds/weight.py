"""Weights: how heavy something is."""

from __future__ import annotations

from claims.kind import Example, Measure

WEIGHT = Measure(
    name="weight",
    summary="How heavy something is, or how much of it there is by weight.",
    dimensions=("weight",),
    examples=(
        Example("Officers seized 12kg of cocaine.", ("12kg = 12 kilogram",)),
        Example("The boy weighed eight pounds six ounces.", ("eight pounds six ounces = 134 ounce",)),
        Example("He weighs 13 stone.", ("13 stone = 13 stone",)),
        Example("It moved 1.2m tons of ore.", ("1.2m tons = 1200000 ton",)),
    ),
    silent=("She paid 200 pounds for it.", "Two million pounds went missing.", "The pound lost ground."),
)
