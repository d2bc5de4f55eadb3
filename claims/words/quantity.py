"""Quantities: numbers with the unit, hedge, range and change that the words around them give.

Kinds take from here what lies on their dimensions; nothing here knows a kind. A quantity is one number or one range
("between 5 and 7 km", "$10 to $15 billion"); "5 and 6 kg" and "rose from 5 % to 7 %" are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.words.amount import Quantity, amount, is_late_scale, is_one_of_part, per_after
from claims.words.joined import joined
from claims.words.number import Number
from claims.words.qualified import qualified


def quantities(text: str, numbers: Sequence[Number]) -> tuple[Quantity, ...]:
    """The quantities that `numbers` of `text` are, in text order.

    A change from one level to another ("fell from $2,415 to $2,315") gives both levels and the movement as a whole.
    """
    singles = [
        amount(text, number)
        for before, number in zip((None, *numbers), numbers, strict=False)
        if not (is_late_scale(text, number) or is_one_of_part(text, number, before))
    ]
    return tuple(qualified(text, joined(text, singles)))


__all__ = ["Quantity", "per_after", "quantities"]
