"""What stretch of the day a time expression names, once its day is known, and how loosely it is taken."""

from __future__ import annotations

from dataclasses import replace

from claims.dayset import days_shifted, days_widened
from claims.model import Clock, Days, Published
from claims.when import ClockExpr
from claims.words.calendar import zone_offset
from claims.words.day_resolve import resolve

_DAY = 24 * 60
_LONGEST = 3
"""Days within which two times of day make one stretch ("from 10 p.m. Friday to 2 a.m. Saturday")."""


def resolve_clock(expr: ClockExpr, published: Published | None, event: Days | None = None) -> tuple[Clock, Clock]:
    """The stretch of the day that an expression states and the one it tolerates, under a publication date.

    A time told to the hour or half hour is given a few minutes, a part of the day an hour at both ends, what a hedge
    leaves besides; a guessed day may be any. Midnight ends its day and may begin it. One end of a stretch between two
    times tolerates the whole of it. A zone named without its summer time ("Eastern") tells an offset where the day is
    known.
    """
    stated, tolerated = resolve(expr.day, published, event) if expr.day else (Days(), Days())
    if not expr.day_sure:
        tolerated = Days()
    elif expr.eve:
        tolerated = _or_day_before(tolerated)
    early, late = loosely(expr)
    offset = expr.offset
    if expr.zone and expr.day_sure and stated.first is not None and stated.is_day:
        offset = zone_offset(expr.zone, stated.first)
    clock = Clock(stated, expr.low, expr.high, offset, expr.either_half)
    loose = Clock(tolerated, expr.low - early, expr.high + late, offset, expr.either_half)
    return clock, _whole(expr, clock, published, event) or loose


def _whole(expr: ClockExpr, own: Clock, published: Published | None, event: Days | None) -> Clock | None:
    """What the stretch between two times tolerates of which `expr`, stated as `own`, is one end; None where none is."""
    if expr.ends is None:
        return None
    (start, opens), (end, closes) = (resolve_clock(one, published, event) for one in expr.ends)
    first, last = start.days.first, end.days.first
    days = (last - first).days if first is not None and last is not None else 0
    over = days + (end.high + days * _DAY < start.low)
    if not 0 <= days <= _LONGEST or start.days.is_day is not end.days.is_day:
        return None
    return Clock(opens.days, opens.low, closes.high + over * _DAY, own.offset, start.either_half and end.either_half)


def _or_day_before(days: Days) -> Days:
    """The days and, for each, the one before it."""
    before, wide = days_shifted(days, -1), days_widened(days, 1)
    return replace(wide, last=days.last, weekdays=days.weekdays | before.weekdays)


def loosely(expr: ClockExpr) -> tuple[int, int]:
    """Minutes by which a stretch is taken more loosely before and after."""
    if expr.part:
        return 60, 60
    if expr.mod == "AFTER":
        return 0, 60
    near = 0
    if expr.seconds is None and expr.low % 5 == 0:
        near = 2 if expr.low % 30 else 7
    if expr.mod == "APPROX":
        near = 30 if expr.low % 30 == 0 else 15
    early, late = expr.slack
    return near + early, near + late
