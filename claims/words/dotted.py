"""Figures with three digits behind a point: thousands as most of Europe writes them, or decimals.

"10.000 workers" are ten thousand, for nobody counts people by thousandths; "€4.400" and "12.500 km" may be either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.words.amount import Quantity
from claims.words.classes import is_a, noun_classes
from claims.words.number import Form, Number

_WHOLE = (
    "people", "families", "groups", "vehicles", "structures", "rooms", "companies", "jobs", "tickets", "weapons",
    "animals", "trees", "books", "copies", "petitions", "shots",
)  # fmt: skip
"""Classes of things that come in whole numbers, unless they are averaged."""
_AVERAGED = re.compile(r"\b(?:averag\w+|mean|median|rate|ratio|index|typical(?:ly)?)\b", re.IGNORECASE)


_FUEL = ("litre", "liter", "gallon")


def _is_dotted(number: Number) -> bool:
    plain = number.form is Form.CARDINAL and number.digits and number.scale == 1
    return plain and number.step == Decimal("0.001") and 1 <= abs(number.value) < 1000


def in_thousands(text: str, quantity: Quantity, lemma: str) -> Quantity:
    """The quantity with dotted figures read as thousands where what `lemma` names comes in whole numbers."""
    averaged = quantity.per or _AVERAGED.search(text, max(0, quantity.start - 40), quantity.start)
    whole = any(is_a(name, wider) for name in noun_classes(lemma) for wider in _WHOLE)
    if averaged or not whole:
        return quantity
    numbers = tuple(
        replace(number, value=number.value * 1000, step=Decimal(1)) if _is_dotted(number) else number
        for number in quantity.numbers
    )
    return replace(quantity, numbers=numbers)


def is_unsure(quantity: Quantity) -> bool:
    """Whether the quantity may be a thousand times as much as it says.

    Fuel is priced to three decimals ("1.459 euros a litre"), and so are measures told, which seldom end in a zero.
    """
    dotted = [number for number in quantity.numbers if _is_dotted(number)]
    if quantity.unit is None:
        return bool(dotted)
    if quantity.unit.dimension.startswith("money:"):
        return bool(dotted) and quantity.per not in _FUEL
    return any(not number.value % Decimal("0.01") for number in dotted)
