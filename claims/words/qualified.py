"""What the words around an amount say of it: hedge or bound, change, and the same amount told in other units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Modality
from claims.words.amount import Quantity
from claims.words.hedge import hedge_after, hedge_before
from claims.words.joined import FROM, INSIDE
from claims.words.trend import compared, is_moving, trend_before


def qualified(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    last: Quantity | None = None
    for quantity in found:
        worded = _worded(text, quantity, last)
        whole = _between_bounds(text, last, worded) if last else None
        if last and not whole:
            yield last
        last = whole or worded
    if last:
        yield last


def _between_bounds(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """The range that two opposite bounds leave: "more than 10 but fewer than 20 boats"."""
    if not (low.hedge and high.hedge and _BUT.fullmatch(text, low.end, high.start)) or low.is_range or high.is_range:
        return None
    if {low.hedge.modality in _BELOW, high.hedge.modality in _BELOW} != {True, False}:
        return None
    if not {low.hedge.modality, high.hedge.modality} <= _BELOW | _ABOVE or (low.unit and low.unit != high.unit):
        return None
    floor, ceiling = (high, low) if low.hedge.modality in _BELOW else (low, high)
    if floor.numbers[0].value >= ceiling.numbers[0].value:
        return None
    numbers = (floor.numbers[0], ceiling.numbers[0])
    return replace(high, start=low.start, core_start=low.core_start, numbers=numbers, hedge=INSIDE)


_BUT = re.compile(r",? (?:and|but|yet) (?:are |is |was |were )?|, ")
_BELOW = frozenset({Modality.LESS_THAN, Modality.AT_MOST})
_ABOVE = frozenset({Modality.MORE_THAN, Modality.AT_LEAST})


def _worded(text: str, quantity: Quantity, last: Quantity | None) -> Quantity:
    """The quantity with its hedge and change; `last` is the one before, which it may repeat in another unit."""
    if quantity.is_movement:
        opens = FROM.search(text, max(0, quantity.start - 14), quantity.start)
        found = trend_before(text, opens.start()) if opens else None
        return replace(quantity, trend=found[0] if found else "")
    if quantity.hedge is None or quantity.hedge is INSIDE:
        quantity = _with_hedge(text, quantity)
    found = trend_before(text, quantity.start) or _trend_over_object(text, quantity.start)
    if found and not _is_change_of(text, quantity, found[1]):
        found = None
    if not found and _SIGNED.search(text, max(0, quantity.start - 24), quantity.start + 1):
        found = "down", quantity.start
    trend, comparative = found[0] if found else "", compared(text, quantity.core_end)
    if last and not found:
        again = _AGAIN.fullmatch(text, last.end, quantity.start) if last.unit != quantity.unit else None
        if again and not again["or"] and quantity.hedge is None:
            quantity = replace(quantity, hedge=last.hedge)
        if again or _BY_AGAIN.fullmatch(text, last.end, quantity.start):
            trend = last.trend
    return replace(quantity, trend=trend or comparative, compared=bool(comparative))


_CLAUSE_END = re.compile(r"[.;:,()]")
_WORD_AND_SPACE = re.compile(r"\S+ ")
_AGAIN = re.compile(r"(?: (?:index )?points?)?(?:(?P<or>,? or )| \(| / )")
"""What stands between an amount and the same amount in other units: "190 points, or 0.6%", "296 hp (224 kW)"."""
_BY_AGAIN = re.compile(r",? (?:and )?[A-Z][\w&.' -]{1,30} by ")
_SIGNED = re.compile(r"(?:[A-Z]\w*|[A-Z]\w* \d+) -$")
"""A sign after a name is a change of what it names: "FTSE -0.6%"."""
_COPULA = re.compile(r"(?:^|[,;:(] ?|\b(?:is|was|were|are|be|been|being|and|but|or) )$")


def _is_change_of(text: str, quantity: Quantity, at: int) -> bool:
    """Whether the word of change at offset `at` tells a change of the quantity.

    "Up" and "down" may belong to a verb ("gun down", "ended up"), and a count may be what is moved ("lost 43 votes");
    percentages, money and points change, but not money that is raised ("raised £1.1m", not "by £1.1m").
    """
    if quantity.unit and quantity.unit.dimension.startswith("money:") and _RAISED.fullmatch(text, at, quantity.start):
        return False
    if quantity.unit and quantity.unit.dimension.startswith(("percent", "money:")):
        return True
    if text.startswith((" point", " basis"), quantity.core_end):
        return True
    if text[at : at + 5].lower().startswith(("up ", "down ")):
        return _COPULA.search(text, max(0, at - 10), at) is not None
    return quantity.unit is not None or not is_moving(text, at)


_RAISED = re.compile(r"raised (?:an additional |another |a further )?", re.IGNORECASE)


def _trend_over_object(text: str, at: int) -> tuple[str, int] | None:
    """A word of change with its object between: "grew sales by 35 per cent"."""
    if not text.startswith("by ", at - 3):
        return None
    clause = _CLAUSE_END.split(text[max(0, at - 50) : at - 3])[-1]
    words = list(_WORD_AND_SPACE.finditer(clause))[-5:]
    found = [trend for word in words if (trend := trend_before(clause, word.end()))]
    return found[-1] if found else None


def _with_hedge(text: str, quantity: Quantity) -> Quantity:
    before = hedge_before(text, quantity.start)
    after = hedge_after(text, quantity.number_end) or hedge_after(text, quantity.core_end)
    if after and after[0].modality is Modality.EXACT:
        after = None
    if after and after[1] > quantity.end:
        quantity = replace(quantity, end=after[1])
    if before:
        quantity = replace(quantity, start=before[1])
    hedge = before[0] if before and before[0].modality is not Modality.EXACT else None
    chosen = hedge or (after[0] if after else None) or quantity.hedge
    return replace(quantity, hedge=chosen)
