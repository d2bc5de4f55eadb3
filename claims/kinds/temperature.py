"""Temperatures, and by how much one is warmer than another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.kind import Example, Measure, Passage, measured
from claims.model import Reading
from claims.words.quantity import Quantity
from claims.words.unit import Unit

_WEATHER = re.compile(
    r"\b(?:temperatures?|heat|hot|warm(?:er|ed|ing)?|cold(?:er)?|cool(?:er|ed)?|freez\w+|weather|mercury"
    r"|thermometers?|highs?|lows?|"
    r"thermostat|outside|oven|fever|degrees? (?:below|above)|frost|chill|sweltering|simmer|bake|boil\w*"
    r"|forecast|sunny|cloudy)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:angles?|slopes?|turn(?:ed)?|rotat\w+|tilt\w*|incline|longitude|latitude|north|south|east|west|arc)\b"
)
_DIFFERENCE = re.compile(
    r"[ -](?:(?:rise|increase|drop|fall|warming|difference|jump|swing)\b|(?:above|below) (?:the )?(?:normal"
    r"|average|usual|pre))"
)


class _Temperature(Measure):
    def find(self, passage: Passage) -> Iterator[Reading]:
        """The temperatures in `passage`; plain degrees are some only where the sentence speaks of weather or heat."""
        for quantity in passage.quantities:
            unit = quantity.unit
            if unit is None or not passage.is_free(quantity.core_start, quantity.core_end):
                continue
            if unit.dimension == "temperature":
                yield measured(self.name, passage.text, quantity, _of_difference(passage.text, quantity, unit))
            elif unit.name == "degree" and _is_heat(passage, quantity):
                plain = replace(unit, dimension="temperature in degrees")
                yield measured(self.name, passage.text, quantity, _of_difference(passage.text, quantity, plain))


def _of_difference(text: str, quantity: Quantity, unit: Unit) -> Unit:
    """The unit, as one of differences where the words tell a change or a comparison."""
    if quantity.trend or quantity.compared or _DIFFERENCE.match(text, quantity.core_end):
        return unit.difference()
    return unit


def _is_heat(passage: Passage, quantity: Quantity) -> bool:
    for start, end in passage.sentences:
        if start <= quantity.core_start < end:
            sentence = passage.text[start:end]
            return bool(_WEATHER.search(sentence)) and not _TURN.search(sentence)
    return False


TEMPERATURE = _Temperature(
    name="temperature",
    summary="How warm it is, and how much warmer or colder one thing is than another (a dimension of its own).",
    dimensions=("temperature",),
    examples=(
        Example("It was -5 °C in Port Ansel.", ("-5 °C = -5 celsius",)),
        Example("Highs of 98 degrees Fahrenheit are due.", ("98 degrees Fahrenheit = 98 fahrenheit",)),
        Example("May was 1.5C warmer than usual.", ("1.5C = 1.5 celsius up",)),
        Example("Temperatures reached 40 degrees by noon.", ("40 degrees = 40 degree",)),
    ),
    silent=("The road climbs at an angle of 12 degrees.", "She holds two degrees.", "Vitamin C 20 was sold out."),
)
