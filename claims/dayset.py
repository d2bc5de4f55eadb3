"""Sets of calendar days given by constraints: whether any day satisfies them, and how two sets lie to each other.

Everything is exact in the proleptic Gregorian calendar of `datetime` (years 1 to 9999) and walks months, never days: a
month is one range of day numbers, and whether a weekday falls into it is arithmetic. Without bounds the calendar
repeats after 400 years (146,097 days, a whole number of weeks), and every month, day and weekday that can meet at all
meets within 40 years (29 February on a given weekday, across a century without a leap day), so a search that finds
nothing for so long has nothing to find.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from claims.model import Days

_ALL_MONTHS = frozenset(range(1, 13))
_ALL_WEEKDAYS = frozenset(range(7))
_LONGEST = {month: 29 if month == 2 else calendar.monthrange(2000, month)[1] for month in _ALL_MONTHS}
_CYCLE = 41
"""Years after which every combination of month, day and weekday that exists at all has come up."""
_NEAR = 800
"""Days of a stretch around which the nearest days of two sets are first sought close by."""
_REACHES = (8, 370)
"""How many days around it: a weekday comes up within the first, a day of the year within the second."""


@lru_cache(maxsize=4096)
def satisfiable(days: Days) -> bool:
    """Whether any day at all meets every constraint ("30 February" and "Tuesday 2019-04-25" are met by none)."""
    return first_day(days) is not None


def both(a: Days, b: Days) -> Days | None:
    """The days that lie in both sets, or None where two constraints exclude each other on sight."""
    first = max(filter(None, (a.first, b.first)), default=None)
    last = min(filter(None, (a.last, b.last)), default=None)
    if first is not None and last is not None and first > last:
        return None
    months = a.months & b.months if a.months and b.months else a.months | b.months
    weekdays = a.weekdays & b.weekdays if a.weekdays and b.weekdays else a.weekdays | b.weekdays
    if (a.months and b.months and not months) or (a.weekdays and b.weekdays and not weekdays):
        return None
    within = a.days or b.days
    if a.days and b.days:
        within = (max(a.days[0], b.days[0]), min(a.days[1], b.days[1]))
        if within[0] > within[1]:
            return None
    return Days(first, last, months, within, weekdays)


def days_meet(a: Days, b: Days) -> bool:
    """Whether some date satisfies both."""
    common = both(a, b)
    return common is not None and satisfiable(common)


def days_cover(a: Days, b: Days) -> bool:
    """Whether every day of `b` lies in `a`, and `b` has one."""
    return satisfiable(b) and not any(days_meet(b, outside) for outside in _complement(a))


def _complement(days: Days) -> Iterator[Days]:
    """Sets that together hold every day not in `days`."""
    if days.first is not None and days.first > dt.date.min:
        yield Days(last=days.first - dt.timedelta(1))
    if days.last is not None and days.last < dt.date.max:
        yield Days(first=days.last + dt.timedelta(1))
    if days.months and days.months != _ALL_MONTHS:
        yield Days(months=_ALL_MONTHS - days.months)
    if days.days is not None:
        low, high = days.days
        if low > 1:
            yield Days(days=(1, low - 1))
        if high < 31:
            yield Days(days=(high + 1, 31))
    if days.weekdays and days.weekdays != _ALL_WEEKDAYS:
        yield Days(weekdays=_ALL_WEEKDAYS - days.weekdays)


@lru_cache(maxsize=4096)
def days_gap(a: Days, b: Days) -> int | None:
    """Days between the nearest days of the two sets: 0 where they meet, 1 for neighbours, None where one is empty.

    Exact, save for two sets of widely scattered days ("a Friday 13" and "a 29 February" of any year): there the
    nearest pair is sought within 41 years of the first days that both can hold.
    """
    if days_meet(a, b):
        return 0
    near = _overlap(a, b)
    if near is not None and (near[1] - near[0]).days <= _NEAR:
        for reach in _REACHES:
            apart = _gap_within(a, b, _moved(near[0], -reach), _moved(near[1], reach))
            if apart is not None and apart <= reach:
                return apart
    window = _window(a, b)
    return None if window is None else _gap_within(a, b, *window)


def _gap_within(a: Days, b: Days, start: dt.date, end: dt.date) -> int | None:
    """Days between the nearest days of the two sets, which do not meet, from `start` to `end`."""
    marked = sorted([(s, e, 0) for s, e in _runs(a, start, end)] + [(s, e, 1) for s, e in _runs(b, start, end)])
    return min((after[0] - before[1] for before, after in pairwise(marked) if before[2] != after[2]), default=None)


def _overlap(a: Days, b: Days) -> tuple[dt.date, dt.date] | None:
    """The stretch that the bounds of both sets share. Two days of the sets that lie at most n apart lie both within n
    days of it: of a pair one day is at or behind its start, the other at or before its end."""
    low = max(a.first or dt.date.min, b.first or dt.date.min)
    high = min(a.last or dt.date.max, b.last or dt.date.max)
    return (low, high) if low <= high else None


def _moved(day: dt.date, by: int) -> dt.date:
    return dt.date.fromordinal(min(max(1, day.toordinal() + by), dt.date.max.toordinal()))


def _window(a: Days, b: Days) -> tuple[dt.date, dt.date] | None:
    """A stretch of the calendar that holds a nearest pair of the two sets."""
    low_a, high_a, low_b, high_b = first_day(a), last_day(a), first_day(b), last_day(b)
    if low_a is None or high_a is None or low_b is None or high_b is None:
        return None
    if high_a < low_b:
        return high_a, low_b
    if high_b < low_a:
        return high_b, low_a
    low, high = max(low_a, low_b), min(high_a, high_b)
    end = _years_on(min(high, _years_on(low, _CYCLE)), _CYCLE)
    return max(min(low_a, low_b), _years_on(low, -_CYCLE)), min(max(high_a, high_b), end)


def _years_on(day: dt.date, years: int) -> dt.date:
    year = day.year + years
    return dt.date.min if year < 1 else dt.date.max if year > 9999 else dt.date(year, day.month, min(day.day, 28))


def first_day(days: Days) -> dt.date | None:
    """The earliest day of the set, or None where it has none."""
    start = days.first or dt.date.min
    return next((dt.date.fromordinal(run[0]) for run in _runs(days, start, days.last or dt.date.max, _CYCLE)), None)


def last_day(days: Days) -> dt.date | None:
    """The latest day of the set, or None where it has none."""
    end = days.last or dt.date.max
    start = days.first or dt.date.min
    for year in range(end.year, max(start.year, end.year - _CYCLE) - 1, -1):
        runs = list(_runs(days, max(start, dt.date(year, 1, 1)), min(end, dt.date(year, 12, 31))))
        if runs:
            return dt.date.fromordinal(runs[-1][1])
    return None


def _runs(days: Days, start: dt.date, end: dt.date, years: int = 9999) -> Iterator[tuple[int, int]]:
    """Stretches of consecutive days of the set from `start` to `end` as ordinals, inclusive, in order.

    Gives up after `years` years without a day.
    """
    start, end = max(start, days.first or start), min(end, days.last or end)
    if not (days.months or days.days or days.weekdays):
        if start <= end:
            yield start.toordinal(), end.toordinal()
        return
    months = days.months or _ALL_MONTHS
    low, high = days.days or (1, 31)
    if low > max(_LONGEST[month] for month in months):
        return
    quiet = start.year
    for year in range(start.year, end.year + 1):
        if year - quiet > years:
            return
        for month in sorted(months):
            length = calendar.monthrange(year, month)[1]
            if low > length:
                continue
            one = dt.date(year, month, 1).toordinal() - 1
            first, last = max(one + low, start.toordinal()), min(one + min(high, length), end.toordinal())
            for run in _on_weekdays(first, last, days.weekdays):
                quiet = year
                yield run


def _on_weekdays(first: int, last: int, weekdays: frozenset[int]) -> Iterator[tuple[int, int]]:
    if not weekdays or weekdays == _ALL_WEEKDAYS:
        if first <= last:
            yield first, last
        return
    at = first
    while at <= last:
        if (at + 6) % 7 in weekdays:
            yield at, at
        at += 1


def days_widened(days: Days, by: int) -> Days:
    """A set that holds every day within `by` days of the given set (and, where it is partial, perhaps a few more)."""
    if by <= 0:
        return days
    first = days.first and dt.date.fromordinal(max(1, days.first.toordinal() - by))
    last = days.last and dt.date.fromordinal(min(dt.date.max.toordinal(), days.last.toordinal() + by))
    weekdays = frozenset((day + step) % 7 for day in days.weekdays for step in range(-min(by, 7), min(by, 7) + 1))
    months, within = days.months, days.days
    if within is not None:
        inside = within[0] - by >= 1 and within[1] + by <= 28
        within = (within[0] - by, within[1] + by) if inside else None
    if months and within is None:
        reach = by // 28 + 1
        months = frozenset((month - 1 + step) % 12 + 1 for month in months for step in range(-reach, reach + 1))
    return replace(days, first=first, last=last, months=months, days=within, weekdays=weekdays)


def days_shifted(days: Days, by: int) -> Days:
    """The set moved `by` days on; exact for sets without month and day of the month, else a set that covers it."""
    if by == 0:
        return days
    loose = days_widened(Days(months=days.months, days=days.days), abs(by))
    return Days(
        days.first and dt.date.fromordinal(min(max(1, days.first.toordinal() + by), dt.date.max.toordinal())),
        days.last and dt.date.fromordinal(min(max(1, days.last.toordinal() + by), dt.date.max.toordinal())),
        loose.months,
        loose.days,
        frozenset((day + by) % 7 for day in days.weekdays),
    )


def iso(days: Days) -> tuple[str | None, str | None]:
    """First and last day in ISO 8601, XXXX and XX standing for a year and a day that nothing fixes; None: unbounded.

    "April 25" of an unknown year is ("XXXX-04-25", "XXXX-04-25"), "October" ("XXXX-10-XX", "XXXX-10-XX"), "a Tuesday"
    ("XXXX-WXX-2", "XXXX-WXX-2"), "since 2002" ("2002-01-01", None).
    """
    low = first_day(days) if days.first is not None else None
    high = last_day(days) if days.last is not None else None
    if low is not None or high is not None:
        return low.isoformat() if low else None, high.isoformat() if high else None
    if days.months or days.days:
        months = _in_order(days.months)
        within = days.days or ("XX", "XX")
        return _partial(months[0], within[0]), _partial(months[-1], within[1])
    if days.weekdays:
        return f"XXXX-WXX-{min(days.weekdays) + 1}", f"XXXX-WXX-{max(days.weekdays) + 1}"
    return None, None


def _in_order(months: frozenset[int]) -> list[int | str]:
    """Months in calendar order, beginning after the gap (December before January for a winter)."""
    ordered = sorted(months)
    for at, month in enumerate(ordered):
        if at and ordered[at - 1] != month - 1:
            ordered = ordered[at:] + ordered[:at]
            break
    return list(ordered) or ["XX"]


def _partial(month: int | str, day: int | str) -> str:
    return "XXXX-" + "-".join(f"{part:02d}" if isinstance(part, int) else part for part in (month, day))
