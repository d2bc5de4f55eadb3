"""Which of the dates of its clause a figure is of: "1.1% this year and 1.6% next year" has two, one for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.model import Claim, Days, Reading
from claims.when import DayExpr

_ENDS = frozenset({"since", "from", "through", "until"})
"""Relations of a date that is where something began or ended, and not when a figure held."""
_RANGES = frozenset({"between", "from"})


def clause_days(claim: Claim, beside: Sequence[Reading]) -> Days | None:
    """The days of a figure, given the readings of its clause; None where no date of it is the figure's.

    Where figures and dates take turns each has its own, else all have the first. "Sold 12 in May, 14 in all in June and
    9 in July" is misread where one of the figures was not.
    """
    exact = claim.kind != "age"
    dates = [reading for reading in beside if reading.kind == "date" and isinstance(_days(reading, exact), Days)]
    held = [date for date in dates if date.relation not in _ENDS or _is_ranged(date)]
    if not held:
        return None
    figures = [reading for reading in beside if reading.kind == claim.kind and reading.comparable]
    mine = held[0]
    if exact and len(held) == len(figures) > 1 and claim.reading in figures and _take_turns(figures, held):
        mine = held[figures.index(claim.reading)]
    days = _days(mine, exact)
    assert isinstance(days, Days)
    return _whole(days, mine, dates) if exact else days


def _days(reading: Reading, exact: bool) -> object:
    return reading.value.stated if exact else reading.value.tolerated


def _is_ranged(date: Reading) -> bool:
    """Whether a date is one end of a stretch of which both ends are told ("from April to September")."""
    return isinstance(date.when, DayExpr) and date.when.within is not None


def _take_turns(figures: Sequence[Reading], dates: Sequence[Reading]) -> bool:
    """Whether figures and dates follow each other by turns, as in "12 in May and 14 in June"."""
    row = sorted((*figures, *dates), key=lambda reading: reading.core.start)
    kinds = [reading.kind for reading in row]
    return all(one != other for one, other in pairwise(kinds))


def _whole(days: Days, date: Reading, dates: Sequence[Reading]) -> Days:
    """The whole stretch of which a date is the first end: "between April and September" is six months."""
    after = [other for other in dates if other.core.start > date.core.start]
    if not (_is_ranged(date) and date.relation in _RANGES and after and _is_ranged(after[0])):
        return days
    last = after[0].value.stated
    known = isinstance(last, Days) and days.first is not None and last.last is not None and days.first <= last.last
    return Days(days.first, last.last) if known and isinstance(last, Days) else days
