"""Dates that bound an event and do not name its day: "before May 2010", "after November 4", "by Friday"."""

from __future__ import annotations

import datetime as dt

from claims.dayset import days_widened, first_day, last_day
from claims.model import Claim, Days, Region
from claims.when import Anchor, DayExpr
from claims.words.day_resolve import forced

_BOUNDS = frozenset({"before", "after", "by"})
_ENDS = frozenset({"until", "till", "through"})
_OF_STRETCH = _ENDS | {"from", "to"}
_ONE = dt.timedelta(days=1)


def bound_of(claim: Claim) -> str:
    """`before`, `after` or `by` (that day included) for a date that only bounds its event, else "".

    "Since 2017" and "until 2017" name the day on which something began or ended and bound nothing, nor does the date of
    another event: "after second-quarter sales rose".
    """
    if claim.kind != "date" or claim.role == "modifier":
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
    """Regions `x` of claim `a` and `y` of claim `b`; of dates of which one is a bound the days that it leaves open.

    The ends of two stretches ("from 2010 to 2015", "from 2012 to 2015") are held against each other and not the whole;
    the days beside two times of day of different zones may be neighbours.
    """
    if not (isinstance(x, Days) and isinstance(y, Days)):
        return x, y
    one, other = _end(a), _end(b)
    if one is not None and other is not None:
        x, y = one, other
    elif _zones_differ(a, b):
        x = days_widened(x, 1)
    ways = bound_of(a), bound_of(b)
    ended = "before" in ways and bool(_ENDS & {a.reading.relation, b.reading.relation})
    if ways[0] == ways[1] or ended:
        return x, y
    return bounded(x, ways[0]), bounded(y, ways[1])


def _end(claim: Claim) -> Days | None:
    """The days of a date that is where a stretch begins or ends, and no bound as in "between 2010 and 2015", else None.

    Without its year it may be of any.
    """
    when, stated = claim.reading.when, claim.value.stated
    if not isinstance(when, DayExpr) or when.within is None or when.mod or claim.reading.relation not in _OF_STRETCH:
        return None
    own = stated if when.anchor is Anchor.NONE else forced(when)
    return own if isinstance(own, Days) and not own.is_free else None


def _zones_differ(a: Claim, b: Claim) -> bool:
    """Whether two dates stand beside times of day in two zones that are told."""
    one, other = a.reading.when, b.reading.when
    if not (isinstance(one, DayExpr) and isinstance(other, DayExpr)):
        return False
    return bool(one.zone and other.zone and one.zone != other.zone)
