"""TIMEX3 types, values and modifiers of what was read (TimeML 1.2.1 annotation guidelines, after ISO 8601).

Where the guidelines leave a choice we follow the newer corpora: a decade is three digits ("199"), a century two, a span
of decades is given in years ("P20Y").
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from claims.model import Published, Timex
from claims.when import ClockExpr, DayExpr, Grain, LengthExpr, SetExpr, When
from claims.words.day_resolve import Stretch, place
from claims.words.numeral import is_whole

_LETTERS = {
    Grain.SECOND: "TS", Grain.MINUTE: "TM", Grain.HOUR: "TH", Grain.DAY: "D", Grain.WEEK: "W", Grain.MONTH: "M",
    Grain.QUARTER: "Q", Grain.YEAR: "Y", Grain.DECADE: "DE", Grain.CENTURY: "CE", Grain.MILLENNIUM: "ML",
    Grain.WEEKEND: "WE",
}  # fmt: skip
_IN_UNITS = {Grain.DECADE: (Grain.YEAR, 10), Grain.CENTURY: (Grain.YEAR, 100), Grain.MILLENNIUM: (Grain.YEAR, 1000)}
_IN_PARTS = {Grain.HOUR: (Grain.MINUTE, 60), Grain.DAY: (Grain.HOUR, 24), Grain.YEAR: (Grain.MONTH, 12)}
_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}


def timex(when: When, published: Published | None) -> Timex:
    """Type, value and modifier of an expression under a publication date (or what is known of one)."""
    match when:
        case DayExpr():
            return Timex("DATE", day_value(when, published), when.mod)
        case ClockExpr():
            return Timex("TIME", clock_value(when, published), when.mod)
        case LengthExpr():
            return Timex("DURATION", length_value(when), when.mod)
        case SetExpr():
            inner = timex(when.every, None)
            return Timex("SET", inner.value, inner.mod)


# --------------------------------------------------------------------------------------------- dates


def day_value(expr: DayExpr, published: Published | None) -> str:
    """TIMEX3 value of a date; X stands where neither the words nor the publication date tell."""
    if expr.grain is Grain.VAGUE:
        return expr.vague or "PAST_REF"
    first = place(expr, published.first if published else None)
    last = first if published is None or published.is_day else place(expr, published.last)
    if first is None or last is None:
        return _partial(expr)
    value = _of_stretch(expr, first)
    return value if value == _of_stretch(expr, last) else _partial(expr)


def _of_stretch(expr: DayExpr, found: Stretch) -> str:
    value = _value(expr.grain, found[0])
    if expr.until is not None:
        return f"{value}/{_value(expr.grain, found[1])}"
    return value


def _value(grain: Grain, day: dt.date) -> str:
    match grain:
        case Grain.WEEK | Grain.WEEKEND:
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if grain is Grain.WEEKEND else "")
        case Grain.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Grain.QUARTER:
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case Grain.HALF:
            return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
        case Grain.SEASON:
            return f"{day.year - (day.month < 3):04d}-{_SEASONS[day.month // 3 or 4]}"
        case Grain.YEAR:
            return f"{day.year:04d}"
        case Grain.DECADE:
            return f"{day.year // 10:03d}"
        case Grain.CENTURY:
            return f"{(day.year - 1) // 100:02d}"
        case Grain.MILLENNIUM:
            return f"{(day.year - 1) // 1000}"
    return day.isoformat()


def _partial(expr: DayExpr) -> str:
    """The value of a date whose year, or more, nothing tells."""
    year = "XXXX" if expr.year is None else f"{expr.year:04d}"
    if expr.month is not None:
        return f"{year}-{expr.month:02d}" + (f"-{expr.day:02d}" if expr.day is not None else "")
    if expr.weekday is not None:
        return f"{year}-WXX-{expr.weekday + 1}"
    match expr.grain:
        case Grain.DAY:
            return f"{year}-XX-XX"
        case Grain.WEEK:
            return f"{year}-WXX"
        case Grain.WEEKEND:
            return f"{year}-WXX-WE"
        case Grain.MONTH:
            return f"{year}-XX"
        case Grain.QUARTER:
            return f"{year}-Q{expr.part or 'X'}"
        case Grain.HALF:
            return f"{year}-H{expr.part or 'X'}"
        case Grain.SEASON:
            return f"{year}-{_SEASONS[expr.part]}" if expr.part else year
        case Grain.DECADE:
            return year[:3]
        case Grain.CENTURY:
            return year[:2]
    return year


# ------------------------------------------------------------------------- times, lengths and sets


def clock_value(expr: ClockExpr, published: Published | None) -> str:
    """TIMEX3 value of a time of day, on its day where one is told."""
    day = day_value(expr.day, published) if expr.day else "XXXX-XX-XX"
    if expr.day is not None and expr.day.grain is Grain.VAGUE:
        day = "XXXX-XX-XX"
    if expr.part:
        return f"{day}T{expr.part}"
    hours, minutes = divmod(expr.low, 60)
    seconds = "" if expr.seconds is None else f":{expr.seconds:02d}"
    return f"{day}T{hours:02d}:{minutes:02d}{seconds}" + ("Z" if expr.offset == 0 else "")


def length_value(expr: LengthExpr) -> str:
    """TIMEX3 value of a length: "two years" P2Y, "48 hours" PT48H, "several weeks" PXW, "half an hour" PT30M."""
    if expr.vague or expr.low is None:
        return f"P{_spelled('X', expr.unit)}"
    unit, count = expr.unit, expr.low
    if unit in _IN_UNITS:
        unit, times = _IN_UNITS[unit]
        count *= times
    elif unit is Grain.QUARTER and count != 1:
        unit, count = Grain.MONTH, count * 3
    elif count < 2 and not is_whole(count) and unit in _IN_PARTS and is_whole(count * _IN_PARTS[unit][1]):
        unit, times = _IN_PARTS[unit]
        count *= times
    return f"P{_spelled(_plain(count), unit)}"


def _spelled(count: str, unit: Grain) -> str:
    letters = _LETTERS.get(unit, "X")
    return f"T{count}{letters[1]}" if letters[0] == "T" else f"{count}{letters}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


__all__ = ["clock_value", "day_value", "length_value", "timex"]
