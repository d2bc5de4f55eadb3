"""Values of a saved report as regions again: the inverse of `factcheck.report.value.bounds`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from claims.model import Clock, Days, Interval, Pair, Region

_INSTANT = re.compile(r"(?P<day>[\dX]{4}-[\dX]{2}-[\dX]{2})T(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>[+-]\d\d:\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_PATTERN = re.compile(r"XXXX-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?")
_MINUTES = 24 * 60
_LARGEST = 5_000
"""Places before or behind the point, more than any article's number has."""


def region(given: Mapping[str, Any]) -> Region:
    """The region whose ends are written in `given`; it is written the same way again.

    Raises ValueError or ArithmeticError where they are no numbers and no dates.
    """
    if "parts" in given:
        first, second = given["parts"]
        return Pair(_interval(first), _interval(second))
    low, high = given["low"], given["high"]
    told = low if low is not None else high
    if told is None or not (_INSTANT.fullmatch(told) or _DAY.fullmatch(told) or told.startswith("XXXX")):
        return _interval(given)
    if _INSTANT.fullmatch(told):
        return _clock(str(low), str(high))
    if told.startswith("XXXX"):
        return _constraint(str(low), str(high))
    first, last = (dt.date.fromisoformat(end) if end else None for end in (low, high))
    return Days(first, last)


def _interval(given: Mapping[str, Any]) -> Interval:
    low, high = (None if given[end] is None else _number(given[end]) for end in ("low", "high"))
    return Interval(low, high, bool(given["low_open"]), bool(given["high_open"]))


def _number(given: str) -> Decimal:
    found = Decimal(given)
    if not found.is_finite() or abs(found.adjusted()) > _LARGEST:
        raise ValueError(f"{given} is no number that an article could give")
    return found


def _constraint(low: str, high: str) -> Days:
    if weekday := _WEEKDAY.fullmatch(low):
        last = _WEEKDAY.fullmatch(high)
        return Days(weekdays=frozenset({int(weekday[1]) - 1, int((last or weekday)[1]) - 1}))
    first, last = _PATTERN.fullmatch(low), _PATTERN.fullmatch(high)
    if first is None or last is None:
        raise ValueError(f"{low} to {high} are no dates")
    months = frozenset(int(end["month"]) for end in (first, last) if end["month"] != "XX")
    days = (int(first["day"]), int(last["day"])) if first["day"] and last["day"] else None
    return Days(months=months, days=days)


def minutes_east(zone: str | None) -> int | None:
    """60 for `+01:00`; None where there is no zone. Reads what `factcheck.report.wording.zone` writes."""
    return (int(zone[1:3]) * 60 + int(zone[4:6])) * (-1 if zone[0] == "-" else 1) if zone else None


def _clock(low: str, high: str) -> Clock:
    first, last = _INSTANT.fullmatch(low), _INSTANT.fullmatch(high)
    if first is None or last is None:
        raise ValueError(f"{low} to {high} are no times")
    start, end = (int(at["hour"]) * 60 + int(at["minute"]) for at in (first, last))
    offset = minutes_east(first["zone"])
    if "X" in first["day"] or "X" in last["day"]:
        return Clock(Days(), start, end, offset)
    day = dt.date.fromisoformat(first["day"])
    return Clock(Days.day(day), start, end + _MINUTES * (dt.date.fromisoformat(last["day"]) - day).days, offset)
