"""What days an expression names, once a publication date is known, bracketed or missing.

`resolve` gives two sets: the days that the words state, and those that they tolerate (a count of years is rarely exact,
an accounting year begins in any month). Without a publication date only what the words themselves force is left:
"Tuesday" is some Tuesday, "yesterday" any day at all; today is never put in its place.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from claims.dayset import days_cover, days_widened
from claims.model import Days, Published
from claims.when import Anchor, DayExpr, Grain, Pick
from claims.words.calendar import feast_day, moved, nth_weekday, season, stretch

_NEAR = 122
"""Days within which the nearest date is meant whatever the tense: four months."""

_HALF_YEAR = 184
"""Days within which a weekday beside a date may choose its year; a weekday that fits no such year is a slip."""

Stretch = tuple[dt.date, dt.date]
"""First and last day."""


def resolve(expr: DayExpr, published: Published | None, event: Days | None = None) -> tuple[Days, Days]:
    """The days that `expr` states and those that it tolerates, under a publication date.

    `published` may be a bracket of days (the sets then hold what is possible for any of them) or None. `event` holds
    the day of the event that an event-anchored expression hangs on, where someone knows it.
    """
    counted = _counted(expr, published, event) if expr.counted and expr.grain is not Grain.DAY else None
    if counted is not None:
        return counted
    if published is None or published.is_day:
        found = place(expr, published.first if published else None, event)
        stated = Days(*found) if found else forced(expr)
    else:
        stated = _bracketed(expr, published, event)
    tolerated = _divided(expr, _tolerated(expr, stated), published)
    if expr.within is not None:
        whole = resolve(expr.within, published, event)[1]
        tolerated = whole if days_cover(whole, stated) else tolerated
    return stated, _spilled(tolerated, *expr.spill) if any(expr.spill) else tolerated


def _bracketed(expr: DayExpr, published: Published, event: Days | None) -> Days:
    """All days possible for a publication between two days: later publication never means an earlier day."""
    first, last = place(expr, published.first, event), place(expr, published.last, event)
    if first is None or last is None:
        return forced(expr)
    return replace(forced(expr) if _hangs_on_publication(expr) else Days(), first=first[0], last=last[1])


def _hangs_on_publication(expr: DayExpr | None) -> bool:
    return expr is not None and (expr.anchor is Anchor.PUBLISHED or _hangs_on_publication(expr.base))


def place(expr: DayExpr, published: dt.date | None, event: Days | None = None) -> Stretch | None:
    """First and last day that `expr` names when published on a day; None where something it hangs on is unknown."""
    found = _anchored(expr, published, event)
    if found is None or expr.until is None:
        return found
    end = place(replace(expr.until, pick=expr.pick), published, event)
    if end is not None and end[1] < found[0] and expr.until.year is None:
        grain = Grain.WEEK if expr.until.weekday is not None and expr.until.month is None else Grain.YEAR
        end = moved(grain, end[0], 1), moved(grain, end[1], 1)
    return (found[0], end[1]) if end and end[1] >= found[0] else found


def _anchored(expr: DayExpr, published: dt.date | None, event: Days | None) -> Stretch | None:
    if expr.grain is Grain.VAGUE:
        return None
    if expr.anchor is Anchor.NONE:
        return in_year(expr, expr.year) if expr.year is not None else None
    anchor = _anchor_of(expr, published, event)
    if anchor is None:
        return None
    if expr.steps is not None:
        return _stepped(expr, anchor)
    if expr.weekday is not None and expr.month is None:
        return _weekday(expr, anchor)
    found = list(_candidates(expr, anchor))
    if expr.weekday is not None:
        agreeing = [one for one in found if one[0].weekday() == expr.weekday and _apart(one, anchor) <= _HALF_YEAR]
        found = agreeing or found
    return _chosen(found, anchor, expr.pick)


def _anchor_of(expr: DayExpr, published: dt.date | None, event: Days | None) -> Stretch | None:
    match expr.anchor:
        case Anchor.PUBLISHED:
            return (published, published) if published else None
        case Anchor.BASE:
            return place(expr.base, published, event) if expr.base else None
        case _:
            return (event.first, event.last) if event and event.first and event.last else None


def _stepped(expr: DayExpr, anchor: Stretch) -> Stretch:
    steps = expr.steps or 0
    first, last = moved(expr.grain, anchor[0], steps), moved(expr.grain, anchor[1], steps)
    if expr.grain is Grain.WEEKEND and expr.pick is Pick.LATEST and anchor[1].weekday() < 5:
        first, last = (moved(Grain.WEEK, day, -1) for day in (first, last))
    return stretch(expr.grain, first)[0], stretch(expr.grain, last)[1]


def _weekday(expr: DayExpr, anchor: Stretch) -> Stretch:
    first, last = anchor
    wanted = expr.weekday or 0
    back, ahead = (last.weekday() - wanted) % 7, (wanted - first.weekday()) % 7
    match expr.pick:
        case Pick.BEFORE:
            day = first - dt.timedelta((first.weekday() - wanted) % 7 or 7)
        case Pick.AFTER:
            day = last + dt.timedelta((wanted - last.weekday()) % 7 or 7)
        case Pick.NEXT | Pick.INSIDE:
            day = first + dt.timedelta(ahead)
        case Pick.SAME:
            day = first - dt.timedelta(first.weekday() - wanted)
        case Pick.NEAREST:
            day = last - dt.timedelta(back) if back <= 3 else first + dt.timedelta(ahead)
        case _:
            day = last - dt.timedelta(back)
    return day, day


def _candidates(expr: DayExpr, anchor: Stretch) -> Iterator[Stretch]:
    """The stretches of the years around the anchor that fit the words, in order."""
    around = 8 if expr.month == 2 and expr.day == 29 else 1
    for year in range(max(1, anchor[0].year - around), min(9998, anchor[1].year + around) + 1):
        found = in_year(expr, year)
        if found:
            yield found


def _chosen(found: list[Stretch], anchor: Stretch, pick: Pick) -> Stretch | None:
    first, last = anchor
    match pick:
        case Pick.LATEST:
            return next((one for one in reversed(found) if one[0] <= last), None)
        case Pick.BEFORE:
            return next((one for one in reversed(found) if one[1] < first), None)
        case Pick.NEXT:
            return next((one for one in found if one[1] >= first), None)
        case Pick.NEAR | Pick.NEAR_AHEAD:
            near = _chosen(found, anchor, Pick.NEAREST)
            if near is None or _apart(near, anchor) <= _NEAR:
                return near
            return _chosen(found, anchor, Pick.LATEST if pick is Pick.NEAR else Pick.NEXT)
        case Pick.AFTER:
            return next((one for one in found if one[0] > last), None)
        case Pick.SAME if all(one[0].year == one[1].year for one in found):
            return next((one for one in found if one[0].year == first.year), None)
        case Pick.INSIDE:
            inside = [one for one in found if first <= one[0] <= last or first <= one[1] <= last]
            return inside[0] if inside else _chosen(found, anchor, Pick.NEAREST)
    return min(found, key=lambda one: (_apart(one, anchor), one[0]), default=None)


def _apart(a: Stretch, b: Stretch) -> int:
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def in_year(expr: DayExpr, year: int) -> Stretch | None:
    """The stretch of one year that the words name, or None where that year has none (29 February)."""
    if expr.grain in (Grain.CENTURY, Grain.MILLENNIUM) and 0 <= year <= 9000:
        return stretch(expr.grain, dt.date(year + 1, 1, 1))
    if not 1 <= year <= 9998:
        return None
    if expr.feast:
        return (feast_day(expr.feast, year),) * 2
    match expr.grain:
        case Grain.DAY if expr.part is not None:
            day = nth_weekday(year, expr.month or 1, expr.weekday or 0, expr.part)
            return (day, day) if day.month == (expr.month or 1) else None
        case Grain.DAY:
            try:
                day = dt.date(year, expr.month or 1, expr.day or 1)
            except ValueError:
                return None
            return day, day
        case Grain.MONTH:
            return stretch(Grain.MONTH, dt.date(year, expr.month or 1, 1))
        case Grain.QUARTER:
            return stretch(Grain.QUARTER, dt.date(year, 3 * (expr.part or 1) - 2, 1))
        case Grain.HALF:
            return stretch(Grain.HALF, dt.date(year, 6 * (expr.part or 1) - 5, 1))
        case Grain.SEASON:
            return season(year, expr.part or 1)
    return stretch(expr.grain, dt.date(year, 1, 1))


_SEASON_MONTHS = {1: {3, 4, 5}, 2: {6, 7, 8}, 3: {9, 10, 11}, 4: {12, 1, 2}}


def forced(expr: DayExpr) -> Days:
    """What the words force whenever they were published: "Tuesday" a Tuesday, "yesterday" nothing."""
    if expr.steps is not None or expr.grain is Grain.VAGUE or expr.fiscal:
        return Days()
    if expr.month is not None and expr.part is not None:
        return Days(months=frozenset({expr.month}), weekdays=frozenset({expr.weekday or 0}))
    if expr.month is not None and not expr.either_order:
        months = {expr.month}
        if expr.until and expr.until.month:
            span = (expr.until.month - expr.month) % 12
            months = {(expr.month - 1 + step) % 12 + 1 for step in range(span + 1)}
        days = (expr.day, expr.until.day if expr.until else expr.day) if expr.day and len(months) == 1 else None
        return Days(months=frozenset(months), days=_in_order(days))
    if expr.weekday is not None:
        span = (expr.until.weekday - expr.weekday) % 7 if expr.until and expr.until.weekday is not None else 0
        return Days(weekdays=frozenset((expr.weekday + step) % 7 for step in range(span + 1)))
    if expr.grain is Grain.SEASON and expr.part:
        return Days(months=frozenset(_SEASON_MONTHS[expr.part]))
    if expr.grain is Grain.QUARTER and expr.part:
        return Days(months=frozenset(range(3 * expr.part - 2, 3 * expr.part + 1)))
    if expr.grain is Grain.HALF and expr.part:
        return Days(months=frozenset(range(6 * expr.part - 5, 6 * expr.part + 1)))
    return Days()


def _in_order(days: tuple[int, int | None] | None) -> tuple[int, int] | None:
    return None if days is None or days[1] is None or days[1] < days[0] else (days[0], days[1])


# ----------------------------------------------------------------------------------------- tolerance

_LOOSE = {Grain.WEEK: 2, Grain.WEEKEND: 1, Grain.SEASON: 25}
"""Days by which a stretch is taken more loosely: weeks from Sunday, long weekends, seasons by the solstice."""
_ABOUT = {Grain.DAY: 3, Grain.WEEK: 4, Grain.MONTH: 15, Grain.QUARTER: 31, Grain.YEAR: 183, Grain.DECADE: 730}
"""Days by which "about" loosens each grain: half of it, rounded."""


_YEARS_ABOUT = 731
"""Days by which "about 1990" is loosened: two years, for no one says "about" who knows it to half of one."""
_WINTER = 4
"""The season that two years share: "the winter of 2021" is its January as often as its December."""


def _counted(expr: DayExpr, published: Published | None, event: Days | None) -> tuple[Days, Days] | None:
    """A count of weeks, months or years, told in whole ones.

    "Two years ago" states two years before the day, half a year either way, and tolerates three: news rounds down.
    """
    first = _anchor_of(expr, published.first if published else None, event)
    last = _anchor_of(expr, published.last if published else None, event)
    if first is None or last is None:
        return None
    steps, half = expr.steps or 0, _ABOUT.get(expr.grain, 0)
    low = moved(Grain.DAY, moved(expr.grain, first[0], steps), -half)
    high = moved(Grain.DAY, moved(expr.grain, last[1], steps), half)
    if steps < 0:
        return Days(low, high), Days(min(low, moved(expr.grain, first[0], steps - 1)), high)
    return Days(low, high), Days(low, max(high, moved(expr.grain, last[1], steps + 1)))


def _tolerated(expr: DayExpr, stated: Days) -> Days:
    if stated.first is None or stated.last is None:
        return stated
    if expr.either_order and expr.month and expr.day:
        return _either(expr)
    if not expr.sure and expr.weekday is not None and expr.month is None:
        return replace(days_widened(stated, 7), weekdays=forced(expr).weekdays)
    if not expr.sure and expr.month is not None:
        first, last = moved(Grain.YEAR, stated.first, -1), moved(Grain.YEAR, stated.last, 1)
        return replace(forced(expr), first=first, last=last)
    if not expr.sure and not expr.fiscal and (expr.feast or expr.grain in (Grain.QUARTER, Grain.HALF)):
        return _of_near_years(expr, stated)
    if expr.grain is Grain.DECADE and expr.year and not expr.year % 100:
        half = dt.date(min(expr.year + 50, 9999), 12, 31)
        return replace(stated, last=half if expr.mod == "START" else stretch(Grain.CENTURY, stated.last)[1])
    if expr.grain is Grain.SEASON and expr.year is not None and expr.part == _WINTER:
        months = frozenset({11, 12, 1, 2, 3})
        wide = days_widened(stated, _LOOSE[Grain.SEASON])
        return replace(wide, first=moved(Grain.YEAR, wide.first or stated.first, -1), months=months)
    loose = _LOOSE.get(expr.grain, 0) + (366 if expr.fiscal else 0)
    if expr.mod == "APPROX":
        loose += _YEARS_ABOUT if expr.grain is Grain.YEAR else _ABOUT.get(expr.grain, 0)
    if expr.counted and abs(expr.steps or 0) > 6:
        loose += 1
    return days_widened(stated, loose)


def _of_near_years(expr: DayExpr, stated: Days) -> Days:
    """A quarter, half or feast without its year: that of the year told, of the one before and of the one after.

    A feast that moves may be any of its weekday and months that lies between the first and the last of the three.
    """
    if stated.first is None or stated.last is None:
        return stated
    near = [one for year in range(stated.first.year - 1, stated.last.year + 2) if (one := in_year(expr, year))]
    hull = Days(min(stated.first, *(one[0] for one in near)), max(stated.last, *(one[1] for one in near)))
    if not (expr.feast and stated.is_day):
        return replace(forced(expr), first=hull.first, last=hull.last)
    days = [one[0] for one in near]
    months, weekdays = frozenset(day.month for day in days), frozenset(day.weekday() for day in days)
    within = (min(day.day for day in days), max(day.day for day in days)) if len(months) == 1 else None
    return replace(hull, months=months, days=within, weekdays=weekdays)


def _divided(expr: DayExpr, days: Days, published: Published | None) -> Days:
    """The days of "last Monday" and "next October" with those of the other reading, where usage is divided.

    Within the running week "last Monday" is this week's or the one before, within the running year "last October" this
    year's or the one before. Said of a week or year that is over it is plain.
    """
    if expr.anchor is not Anchor.PUBLISHED or expr.pick not in (Pick.BEFORE, Pick.AFTER) or published is None:
        return days
    if days.first is None or days.last is None or expr.grain not in (Grain.DAY, Grain.MONTH):
        return days
    if expr.grain is Grain.DAY and (expr.weekday is None or expr.month is not None):
        return days
    by, running = (Grain.WEEK, _same_week) if expr.grain is Grain.DAY else (Grain.YEAR, _same_year)
    if published.is_day and not running(days.first, published.first):
        return days
    wide = replace(forced(expr), first=days.first, last=days.last)
    if expr.pick is Pick.BEFORE:
        return replace(wide, first=moved(by, days.first, -1))
    return replace(wide, last=stretch(expr.grain, moved(by, days.last, 1))[1])


def _same_week(a: dt.date, b: dt.date) -> bool:
    """Whether two days share a week, from Monday or from Sunday."""
    one, other = a.toordinal(), b.toordinal()
    return (one - 1) // 7 == (other - 1) // 7 or one // 7 == other // 7


def _same_year(a: dt.date, b: dt.date) -> bool:
    return a.year == b.year


def _spilled(days: Days, before: int, after: int) -> Days:
    """The days and those up to `before` and `after` them; of a partial date across a month's end perhaps a few more."""
    weekdays = frozenset((day + step) % 7 for day in days.weekdays for step in range(-before, after + 1))
    months, within = days.months, days.days
    low, high = (within[0] - before, within[1] + after) if within else (1 - before, 31 + after)
    inside = low >= 1 and high <= min((calendar.monthrange(2001, month)[1] for month in months), default=28)
    if not inside:
        months |= frozenset((month - 2) % 12 + 1 for month in months if low < 1)
        months |= frozenset(month % 12 + 1 for month in days.months if after)
    return Days(
        days.first and moved(Grain.DAY, days.first, -before),
        days.last and moved(Grain.DAY, days.last, after),
        months,
        (low, high) if within and inside else None,
        weekdays,
    )


def _either(expr: DayExpr) -> Days:
    """Exactly the two days that a date in figures can mean: the bounds cut the other two corners off."""
    year, month, day = expr.year or 1, expr.month or 1, expr.day or 1
    ends = sorted((dt.date(year, month, day), dt.date(year, day, month)))
    low, high = sorted((month, day))
    return Days(ends[0], ends[1], frozenset({month, day}), (low, high))
