"""The calendar: its words (from `calendar.toml`), the days that have names, and the stretches it is cut into."""

from __future__ import annotations

import calendar as months_of
import datetime as dt
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

from claims.when import Grain

WordValue = int | str
"""What a word stands for; see the header of `calendar.toml`."""

_TABLE: Final = tomllib.loads(files("claims.words").joinpath("calendar.toml").read_text(encoding="utf-8"))

PARTS: Final[tuple[str, ...]] = tuple(_TABLE["words"])
"""Names of the parts that words play, in the order of the table."""

WORDS: Final[dict[str, tuple[str, WordValue]]] = {
    word: (part, value) for part, words in _TABLE["words"].items() for word, value in words.items()
}
"""Each word in lower case with its part and value."""

PHRASES: Final[dict[str, tuple[tuple[str, str, WordValue], ...]]] = {}
"""For each first word the phrases that begin with it, longest first: words, part, value."""
for _words, (_part, _value) in sorted(_TABLE["phrases"].items(), key=lambda row: -len(row[0])):
    _first = _words.partition(" ")[0].partition("-")[0].partition("'")[0].partition(".")[0]
    PHRASES[_first] = (*PHRASES.get(_first, ()), (_words, _part, _value))

MEAN_DAYS: Final[dict[Grain, float]] = {
    Grain.SECOND: 1 / 86400,
    Grain.MINUTE: 1 / 1440,
    Grain.HOUR: 1 / 24,
    Grain.DAY: 1,
    Grain.WEEKEND: 2,
    Grain.WEEK: 7,
    Grain.MONTH: 30.436875,
    Grain.QUARTER: 91.310625,
    Grain.SEASON: 91.310625,
    Grain.HALF: 182.62125,
    Grain.YEAR: 365.2425,
    Grain.DECADE: 3652.425,
    Grain.CENTURY: 36524.25,
    Grain.MILLENNIUM: 365242.5,
}
"""Mean length of each stretch in days of the Gregorian calendar (146,097 days in 400 years)."""

_SEASON_STARTS = {1: 3, 2: 6, 3: 9, 4: 12}
"""First month of each season, meteorological, of the northern hemisphere: the case this gets wrong is the southern."""


@lru_cache(maxsize=512)
def feast_day(name: str, year: int) -> dt.date:
    """The day on which a named day falls in `year` (KeyError for a name that `calendar.toml` does not know)."""
    rule = _TABLE["feasts"][name]
    if rule[0] == "easter":
        return easter(year) + dt.timedelta(rule[1])
    if len(rule) == 2:
        return dt.date(year, rule[0], rule[1])
    month, weekday, which = rule[:3]
    after = rule[3] if len(rule) > 3 else 0
    return nth_weekday(year, month, weekday, which) + dt.timedelta(after)


def zone_offset(zone: str, day: dt.date) -> int:
    """Minutes east of UTC of a zone of `calendar.toml` at noon of a day.

    A zone is its rule of summer time and its standard offset ("us:-300"). Rules: "us" the Energy Policy Act of 2005, in
    force since 2007, and the Uniform Time Act as amended in 1986 before; "eu" Directive 2000/84/EC, in use since 1996.
    """
    rule, _, standard = zone.partition(":")
    year = day.year
    if rule == "eu":
        first, last = nth_weekday(year, 3, 6, -1), nth_weekday(year, 10, 6, -1)
    elif year >= 2007:
        first, last = nth_weekday(year, 3, 6, 2), nth_weekday(year, 11, 6, 1)
    else:
        first, last = nth_weekday(year, 4, 6, 1), nth_weekday(year, 10, 6, -1)
    return int(standard) + 60 * (first <= day < last)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The `which`-th given weekday (0 = Monday) of a month; -1 for the last."""
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = dt.date(year, month, months_of.monthrange(year, month)[1])
    return last - dt.timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, four = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * four + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def day_or_last(year: int, month: int, day: int) -> dt.date:
    """The day, or the last of its month where the month is shorter."""
    return dt.date(year, month, min(day, months_of.monthrange(year, month)[1]))


def stretch(grain: Grain, day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the stretch of `grain` that holds `day` (weeks from Monday, as ISO 8601 has them).

    A season is the meteorological one, a weekend that of the day's week. The vague grain is the day itself.
    """
    year, month = day.year, day.month
    match grain:
        case Grain.WEEK:
            return _days_from(day.toordinal() - day.weekday(), 7)
        case Grain.WEEKEND:
            return _days_from(day.toordinal() + 5 - day.weekday(), 2)
        case Grain.MONTH:
            return _months_from(year, month, 1)
        case Grain.QUARTER:
            return _months_from(year, (month - 1) // 3 * 3 + 1, 3)
        case Grain.HALF:
            return _months_from(year, 1 if month < 7 else 7, 6)
        case Grain.SEASON:
            return season(year - (month < 3), (month - 3) % 12 // 3 + 1)
        case Grain.YEAR:
            return _years_from(year, 1)
        case Grain.DECADE:
            return _years_from(year // 10 * 10, 10)
        case Grain.CENTURY:
            return _years_from((year - 1) // 100 * 100 + 1, 100)
        case Grain.MILLENNIUM:
            return _years_from((year - 1) // 1000 * 1000 + 1, 1000)
    return day, day


def season(year: int, part: int) -> tuple[dt.date, dt.date]:
    """First and last day of a season (1 = spring ... 4 = winter); the winter of a year begins in its December."""
    return _months_from(year, _SEASON_STARTS[part], 3)


def moved(grain: Grain, day: dt.date, steps: int) -> dt.date:
    """The day `steps` stretches of `grain` on; a day that a month lacks becomes its last."""
    months = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6, Grain.YEAR: 12, Grain.DECADE: 120}
    months |= {Grain.CENTURY: 1200, Grain.MILLENNIUM: 12000}
    if grain in months:
        count = day.year * 12 + day.month - 1 + steps * months[grain]
        return day_or_last(min(max(count // 12, 1), 9999), count % 12 + 1, day.day)
    days = {Grain.WEEK: 7, Grain.WEEKEND: 7}.get(grain, 1) * steps
    return _on(day.toordinal() + days)


def _on(ordinal: int) -> dt.date:
    """The day of a number, the first or last that there is where it lies beyond."""
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def _days_from(first: int, count: int) -> tuple[dt.date, dt.date]:
    return _on(first), _on(first + count - 1)


def _months_from(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count - 1
    start = dt.date(year, month, 1) if first >= 12 else dt.date.min
    return start, day_or_last(last // 12, last % 12 + 1, 31) if last < 120_000 else dt.date.max


def _years_from(year: int, count: int) -> tuple[dt.date, dt.date]:
    return dt.date(max(year, 1), 1, 1), dt.date(min(year + count - 1, 9999), 12, 31)
