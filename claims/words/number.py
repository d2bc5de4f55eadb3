"""Numbers in digits and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a view."""

    start: int
    """Offset of its first character in the view."""
    end: int
    """Offset after its last character."""
    value: Decimal
    """Its value, magnitude words included."""


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of `text`, in text order."""
    return tuple(
        Number(found.start(), found.end(), Decimal(found.group().replace(",", ""))) for found in _DIGITS.finditer(text)
    )
