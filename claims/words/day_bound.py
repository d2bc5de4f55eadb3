"""Dates that bound an event and do not name its day: "before May 2010", "after November 4", "by Friday"."""

from __future__ import annotations

import datetime as dt

from claims.dayset import first_day, last_day
from claims.model import Claim, Days

_BOUNDS = {
    "before": "before", "prior to": "before", "ahead of": "before", "earlier than": "before",
    "after": "after", "following": "after", "later than": "after",
    "by": "by", "until": "by", "till": "by", "up to": "by", "through": "by",
}  # fmt: skip
_ONE = dt.timedelta(days=1)


def bound_of(claim: Claim) -> str:
    """`before`, `after` or `by` (that day included) for a date that only bounds its event, else "".

    "Since 2017" names the day on which something began and bounds nothing.
    """
    if claim.kind != "date":
        return ""
    return _BOUNDS.get(claim.reading.relation) or _BOUNDS.get(claim.role, "")


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
