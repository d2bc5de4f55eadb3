"""Dates that bound an event and do not name its day: "before May 2010", "after November 4", "by Friday"."""

from __future__ import annotations

import datetime as dt

from claims.dayset import first_day, last_day
from claims.model import Claim, Days, Region

_BOUNDS = frozenset({"before", "after", "by"})
_ENDS = frozenset({"until", "till", "through"})
_ONE = dt.timedelta(days=1)


def bound_of(claim: Claim) -> str:
    """`before`, `after` or `by` (that day included) for a date that only bounds its event, else "".

    "Since 2017" and "until 2017" name the day on which something began or ended and bound nothing.
    """
    if claim.kind != "date":
        return ""
    return claim.reading.relation if claim.reading.relation in _BOUNDS else ""


def bounded(days: Days, bound: str) -> Days:
    """The days that a bound leaves open; any day where it names no year."""
    if not bound:
        return days
    if days.first is None or days.last is None:
        return Days()
    first, last = first_day(days), last_day(days)
    if first is None or last is None:
        return Days()
    match bound:
        case "before":
            return Days(last=max(first, dt.date.min + _ONE) - _ONE)
        case "after":
            return Days(first=min(last, dt.date.max - _ONE) + _ONE)
        case "by":
            return Days(last=last)
    return days


def opened(a: Claim, b: Claim, x: Region, y: Region) -> tuple[Region, Region]:
    """Regions `x` of claim `a` and `y` of claim `b`; of dates of which one is a bound the days that it leaves open."""
    ways = bound_of(a), bound_of(b)
    ended = "before" in ways and bool(_ENDS & {a.reading.relation, b.reading.relation})
    if ways[0] == ways[1] or ended or not (isinstance(x, Days) and isinstance(y, Days)):
        return x, y
    return bounded(x, ways[0]), bounded(y, ways[1])
