"""How two regions lie to each other, for all four kinds of region.

Aligning and judging ask these questions and need not know which kind of claim they compare:

    equal   the same set of values             meets   some value in common
    covers  every value of the other           gap     how far apart
    widened the region with a margin on both sides

Regions of different types never meet, cover or equal each other, and have no gap.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

from claims.dayset import days_cover, days_gap, days_meet, days_shifted, days_widened, iso, satisfiable
from claims.model import Clock, Days, Interval, Pair, Region

_FARTHEST = 14 * 60
"""Minutes by which local time may differ from GMT."""
_DAY = 24 * 60
_OFFSETS = frozenset(
    [hour * 60 for hour in range(-12, 15)]
    + [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825]
)  # fmt: skip
"""Minutes east of UTC that clocks somewhere show (IANA time zone database, zones in use since 1970)."""


def meets(a: Region, b: Region) -> bool:
    """Whether the two have a value in common; an end that is excluded does not count.

    Clocks meet through UTC where both zones are known. Where one is unknown, any offset that clocks somewhere show can
    be meant. Where both are, both are held to be the local time of the event: two reports in different unstated zones
    are the case this gets wrong.
    """
    match a, b:
        case Interval(), Interval():
            return _intervals_meet(a, b)
        case Pair(), Pair():
            return _intervals_meet(a.first, b.first) and _intervals_meet(a.second, b.second)
        case Days(), Days():
            return days_meet(a, b)
        case Clock(), Clock():
            return any(_clocks_meet(one, other) for one, other in product(_halves(a), _halves(b)))
    return False


def same_day(a: Region, b: Region) -> bool:
    """Whether a date and a time of day can fall on one day; False for regions of other sorts.

    A night runs into the next day. A time given in GMT may be of the day before or after where it happened.
    """
    return any(days_meet(x, y) for x in _calendar_days(a) for y in _calendar_days(b))


def _calendar_days(region: Region) -> tuple[Days, ...]:
    match region:
        case Days():
            return (region,)
        case Clock(days, low, high, offset):
            after = high >= _DAY or (offset == 0 and high >= _DAY - _FARTHEST)
            before = offset == 0 and low < _FARTHEST
            steps = (0, *(1,) * after, *(-1,) * before)
            return tuple(days_shifted(days, step) if step else days for step in steps)
    return ()


def covers(a: Region, b: Region) -> bool:
    """Whether every value of `b` lies in `a` (and `b` has one). Clocks of an unknown zone cover only their like."""
    match a, b:
        case Interval(), Interval():
            return _interval_covers(a, b)
        case Pair(), Pair():
            return _interval_covers(a.first, b.first) and _interval_covers(a.second, b.second)
        case Days(), Days():
            return days_cover(a, b)
        case Clock(), Clock():
            return all(any(_clock_covers(one, other) for one in _halves(a)) for other in _halves(b))
    return False


def equal(a: Region, b: Region) -> bool:
    """Whether both hold the same values, however they are put."""
    return a == b or (covers(a, b) and covers(b, a))


def gap(a: Region, b: Region) -> float | None:
    """How far apart the nearest values of the two lie; 0 where the regions meet or touch.

    For intervals the distance relative to the larger figure (0.1: a tenth apart; 2 for 5 and -5), for pairs the larger
    of the two, for days the number of days, for clocks minutes. None for regions of different types or without any
    value.
    """
    match a, b:
        case Interval(), Interval():
            return _interval_gap(a, b)
        case Pair(), Pair():
            return max(_interval_gap(a.first, b.first), _interval_gap(a.second, b.second))
        case Days(), Days():
            return days_gap(a, b)
        case Clock(), Clock():
            gaps = [_clock_gap(one, other) for one, other in product(_halves(a), _halves(b))]
            return min((apart for apart in gaps if apart is not None), default=None)
    return None


def widened(
    region: Region, *, share: Decimal = Decimal(0), amount: Decimal = Decimal(0), days: int = 0, minutes: int = 0
) -> Region:
    """The region with a margin on both sides; what met it before still does.

    Intervals and pairs grow at each end by `share` of that end's size and by `amount` in the canonical unit, days by
    `days`, clocks by `minutes` and their days by `days`. Margins must not be negative (ValueError).
    """
    if share < 0 or amount < 0 or days < 0 or minutes < 0:
        raise ValueError("a margin must not be negative")
    match region:
        case Interval():
            return _interval_widened(region, share, amount)
        case Pair():
            first = _interval_widened(region.first, share, amount)
            return Pair(first, _interval_widened(region.second, share, amount))
        case Days():
            return days_widened(region, days)
        case Clock():
            wide = days_widened(region.days, days)
            return replace(region, days=wide, low=region.low - minutes, high=region.high + minutes)


# ----------------------------------------------------------------------------------------- intervals


def _is_empty(a: Interval) -> bool:
    return a.is_point and (a.low_open or a.high_open)


def _intervals_meet(a: Interval, b: Interval) -> bool:
    return not (_is_empty(a) or _is_empty(b) or _lies_below(a, b) or _lies_below(b, a))


def _lies_below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _interval_covers(a: Interval, b: Interval) -> bool:
    if _is_empty(a) or _is_empty(b):
        return False
    low = a.low is None or (b.low is not None and (a.low < b.low or (a.low == b.low and a.low_open <= b.low_open)))
    high = a.high is None or (
        b.high is not None and (a.high > b.high or (a.high == b.high and a.high_open <= b.high_open))
    )
    return low and high


def _interval_gap(a: Interval, b: Interval) -> float:
    for below, above in ((a, b), (b, a)):
        if below.high is not None and above.low is not None and below.high < above.low:
            return float((above.low - below.high) / max(abs(below.high), abs(above.low)))
    return 0.0


def _interval_widened(a: Interval, share: Decimal, amount: Decimal) -> Interval:
    if not (share or amount):
        return a
    low = None if a.low is None else a.low - abs(a.low) * share - amount
    high = None if a.high is None else a.high + abs(a.high) * share + amount
    return Interval(low, high, a.low_open, a.high_open)


# -------------------------------------------------------------------------------------------- clocks

_STEPS = (-2, -1, 0, 1, 2)
"""Days that one clock's day can lie apart from another's for the same instant."""


def _halves(clock: Clock) -> tuple[Clock, ...]:
    """The stretches that a clock can mean: itself, and twelve hours apart on the same day where its half is open."""
    if not clock.either_half:
        return (clock,)
    by = _DAY // 2 if clock.low + clock.high < _DAY else -_DAY // 2
    one = replace(clock, either_half=False)
    return one, replace(one, low=one.low + by, high=one.high + by)


def _clocks_meet(a: Clock, b: Clock) -> bool:
    return any(
        _clock_distance(a, b, shift, step) == 0 and _steps_apart(a.days, b.days, step)
        for shift, step in product(_shifts(a, b), _STEPS)
    )


def _shifts(a: Clock, b: Clock) -> tuple[int, ...]:
    """Minutes to add to the local time of `b` to read it in the zone of `a`."""
    if a.offset is None and b.offset is None:
        return (0,)
    if a.offset is None:
        return tuple(offset - (b.offset or 0) for offset in _OFFSETS)
    if b.offset is None:
        return tuple(a.offset - offset for offset in _OFFSETS)
    return (a.offset - b.offset,)


def _steps_apart(a: Days, b: Days, step: int) -> bool:
    """Whether some day of `a` lies `step` days after one of `b`; asked from both sides, as moved sets may be loose."""
    return days_meet(a, days_shifted(b, step)) and days_meet(days_shifted(a, -step), b)


def _clock_distance(a: Clock, b: Clock, shift: int, step: int) -> int:
    """Minutes between the stretches when `b` is read in the zone of `a`, its day `step` days before that of `a`.

    A day of `b` moved on by `step` days is a day of `a`, so the minutes of `b` count from `step` days earlier.
    """
    low, high = b.low + shift - step * _DAY, b.high + shift - step * _DAY
    return max(0, low - a.high, a.low - high)


def _clock_covers(a: Clock, b: Clock) -> bool:
    if (a.offset is None) != (b.offset is None) or not satisfiable(b.days):
        return False
    (shift,) = _shifts(a, b)
    for step in _STEPS:
        if step and (b.days.months or b.days.days):
            continue
        low, high = b.low + shift - step * _DAY, b.high + shift - step * _DAY
        if a.low <= low and high <= a.high and days_cover(a.days, days_shifted(b.days, step)):
            return True
    return False


def _clock_gap(a: Clock, b: Clock) -> float | None:
    """Minutes apart; for days more than two apart whole days are counted, whatever the hour."""
    near = [
        _clock_distance(a, b, shift, step)
        for shift, step in product(_shifts(a, b), _STEPS)
        if _steps_apart(a.days, b.days, step)
    ]
    if near:
        return float(min(near))
    apart = days_gap(a.days, b.days)
    return None if apart is None else float(apart * _DAY)


__all__ = ["covers", "days_meet", "equal", "gap", "iso", "meets", "widened"]
