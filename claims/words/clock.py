"""Rules for times of day: clock times with their zones, parts of the day, and the day they fall on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from claims.when import Anchor, ClockExpr, DayExpr, Grain, SetExpr
from claims.words.day_build import picked, relative
from claims.words.day_grammar import Built, Hit, Rule
from claims.words.day_tokens import PARTS

PART_MINUTES: Final[dict[str, tuple[int, int]]] = {
    "MO": (300, 719),
    "MI": (690, 780),
    "AF": (720, 1079),
    "DT": (360, 1079),
    "EV": (1020, 1439),
    "NI": (1080, 1800),
}
"""First and last minute of each part of the day; a night runs until six in the morning."""

# ------------------------------------------------------------------------------------------ the day


def _day(hit: Hit) -> DayExpr | None:
    """The day named right beside a time, or None."""
    if hit.has("deictic"):
        return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=hit.number("deictic"))
    if hit.has("month"):
        year, day = hit.number("year"), hit.number("day")
        anchor = Anchor.PUBLISHED if year is None else Anchor.NONE
        return DayExpr(Grain.DAY, anchor, year=year, month=hit.number("month"), day=day)
    if hit.has("weekday"):
        expr = DayExpr(Grain.DAY, Anchor.PUBLISHED, weekday=hit.number("weekday"))
        if hit.has("rel"):
            anchor, pick = picked(hit.part("rel"))
            return replace(expr, anchor=anchor, pick=pick)
        return expr
    return None


_ON = (
    "(?= deictic | weekday | anymonth date | (?:last|next|this) weekday )"
    "(?: (?P<deictic>deictic) | (?P<rel>last|next|this)? (?P<weekday>weekday) )?"
    "(?: comma? (?P<month>anymonth) (?P<day>date) (?: comma? (?P<year>year) )? )?"
)
_ON_DAY = f"(?: {_ON} )?"


# ---------------------------------------------------------------------------------------- clock times


def _minute(hit: Hit, name: str, half: int | None) -> tuple[int, int | None] | None:
    """Minutes after midnight and seconds of a written time, `half` 0 for a.m., 720 for p.m.; None where it is none."""
    value = hit.value(name)
    seconds = None
    if isinstance(value, tuple):
        hours, minutes = int(value[0]), int(value[1])
        seconds = int(value[2]) if len(value) > 2 else None
    else:
        number = hit.number(name)
        if number is None:
            return None
        hours, minutes = divmod(number, 100) if number > 24 else (number, 0)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours %= 12
    if hours > 24 or minutes > 59:
        return None
    return hours * 60 + minutes + (half or 0), seconds


def _half(hit: Hit, name: str = "ampm") -> int | None:
    if hit.has(name):
        return hit.number(name)
    if hit.has("part"):
        return 0 if hit.code("part") == "MO" else 720
    return None


def _zoned(hit: Hit, expr: ClockExpr) -> ClockExpr:
    """The time in the zone that is told."""
    return replace(expr, offset=_offset(hit), zone="" if hit.has("shift") else hit.code("zone"))


def _offset(hit: Hit) -> int | None:
    offset = hit.number("zone")
    if offset is not None and hit.has("shift"):
        hours = hit.value("shift")
        shift = 60 * int(hours[0]) + int(hours[1]) if isinstance(hours, tuple) else 60 * (hit.number("shift") or 0)
        return offset - shift if "-" in hit.words("sign") else offset + shift
    return offset


_PLAYED = re.compile(r" (?:to (?:play|go)|left|remaining|into|of (?:the|play)|mark)\b")


_PART_AHEAD = re.compile(
    r"(?: on| of|,)?(?: \w+day| last| that| this| the| same){0,2} (morning|afternoon|evening|night)\b"
)


def _told_half(hit: Hit) -> int | None:
    """The half of the day that a part of the day around a spoken time tells, None where none does."""
    if hit.has("part"):
        return _half(hit)
    ahead = _PART_AHEAD.match(hit.tokens.text, hit.tokens.ends[hit.found.end() - 1])
    return None if ahead is None else 0 if ahead[1] == "morning" else 720


_FULL_DAY = re.compile(r"(?<![\d:.])(?:0\d|1[3-9]|2[0-4]):[0-5]\d(?![\d:])")
"""A time that only a clock of twenty-four hours shows."""


def _is_open(hit: Hit) -> bool:
    """Whether a time in figures leaves open which half of the day it lies in.

    It does not in UTC, with a leading zero, in military style ("1100 hours") and beside times that only a clock of
    twenty-four hours shows. A text that counts the hours so in another paragraph is taken more loosely than it need be.
    """
    text = hit.tokens.text
    if hit.part("time") not in _CLOCK_FIGURES or hit.words("time").startswith("0") or _offset(hit) == 0:
        return False
    return PARTS["ampm"] in hit.tokens.parts or _FULL_DAY.search(text) is None


_CLOCK_FIGURES = frozenset([PARTS["clock"], PARTS["dot_clock"]])


def _spoken(hit: Hit) -> Built:
    """ "Half past seven", "10 minutes to 11 on Friday morning", "five o'clock"."""
    hours, minutes = hit.number("time") or 0, hit.number("minutes") or 0
    if hit.has("half") or hit.has("fourth"):
        minutes = 30 if hit.has("half") else 15
    if not 1 <= hours <= 12 or not 0 <= minutes < 60:
        return None
    half = _told_half(hit)
    low = hours % 12 * 60 + (minutes if hit.part("side") != PARTS["to"] else -minutes) + (half or 0)
    return _zoned(hit, ClockExpr(_day(hit), low % 1440, low % 1440, either_half=half is None))


def _past_or_to(hit: Hit) -> Built:
    """ "Half past seven", "27 minutes past nine"; without "minutes" only next to a part of the day ("ten to six")."""
    if (
        hit.has("minutes")
        and " minute" not in hit.all_words.lower()
        and (hit.part("side") != PARTS["past"] and _told_half(hit) is None)
    ):
        return None
    if hit.has("half") and hit.part("side") != PARTS["past"]:
        return None
    return _spoken(hit)


def _clock(hit: Hit) -> Built:
    half = _half(hit)
    at = _minute(hit, "time", half)
    if at is None or _PLAYED.match(hit.tokens.text, hit.tokens.ends[hit.found.end() - 1]):
        return None
    low, seconds = at
    is_open = half is None and 60 <= low < 780 and seconds is None and _is_open(hit)
    ahead = _told_half(hit) if is_open else None
    if ahead is not None:
        low, is_open = low % 720 + ahead, False
    return _zoned(hit, ClockExpr(_day(hit), low, low, either_half=is_open, seconds=seconds))


def _hours(hit: Hit) -> Built:
    """ "1100 hours"."""
    return _clock(hit) if hit.words("hours") in ("hours", "hrs") else None


def _between(hit: Hit) -> Built:
    """ "9-11 a.m.", "10 p.m. to 2 a.m."."""
    half = _half(hit)
    end = _minute(hit, "end", half)
    start = _minute(hit, "time", _half(hit, "first") if hit.has("first") else half)
    if start is None or end is None:
        return None
    low, high = start[0], end[0]
    if low >= high and not hit.has("first"):
        low -= 720
    if low < 0:
        return None
    return _zoned(hit, ClockExpr(_day(hit), low, high if high > low else high + 1440))


def _noon(hit: Hit) -> Built:
    """Noon, or the midnight that ends its day and, as often in usage, begins it: the other one is tolerated.

    "Just after midnight Friday" begins the day for sure: see `_after_midnight`.
    """
    minute = hit.number("noon") or 1440
    return _zoned(hit, ClockExpr(_day(hit), minute, minute, eve=minute == 1440))


def _after_midnight(hit: Hit) -> Built:
    minute = hit.number("noon") or 0
    return _zoned(hit, ClockExpr(_day(hit), minute, minute, mod="AFTER"))


_A_ZONE = "(?: lparen? (?P<zone>zone|zone_name(?!name)) (?: (?P<sign>mark|minus) (?P<shift>day_num|clock) rparen? )? )"
_ZONE = f"{_A_ZONE}?"
_LED = "(?<=(?:at|bound|approx|after|before|to|and|lparen|on|nearly))"
_IN_THE = "(?: in the (?P<part>part_of_day) )?"
_CLOCKS: tuple[Rule, ...] = (
    Rule(
        "9:30 a.m. Tuesday",
        f"(?P<time>clock|dot_clock|day_num|num_word|hhmm) (?P<ampm>ampm) {_ZONE} {_ON_DAY}",
        _clock,
        "ampm",
    ),
    Rule("16:15 UTC", f"(?P<time>clock|dot_clock|hhmm|year_num) {_A_ZONE} {_ON_DAY}", _clock, "zone zone_name"),
    Rule(
        "at 16:15", f"{_LED} (?P<time>clock|dot_clock(?=part_of_day|in)) {_IN_THE} {_ON_DAY}", _clock, "clock dot_clock"
    ),
    Rule("16:15 Friday", f"(?P<time>clock) {_ON}", _clock, "clock"),
    Rule(
        "1100 hours", f"{_LED} (?P<time>hhmm|year_num) (?P<hours>short_units) {_ZONE} {_ON_DAY}", _hours, "short_units"
    ),
    Rule("five o'clock", f"(?P<time>day_num|num_word) oclock {_IN_THE} {_ZONE} {_ON_DAY}", _spoken, "oclock"),
    Rule(
        "half past seven",
        "(?: (?P<half>half) | a? (?P<fourth>quarter) | (?P<minutes>day_num|num|num_word) short_units? )"
        f" (?P<side>past|to|after) (?P<time>day_num|num_word) (?!short_units|percent) {_IN_THE}",
        _past_or_to,
        "half quarter short_units num_word",
    ),
    Rule(
        "4 in the morning",
        "(?<=(?:at|approx)) (?P<time>day_num|num_word) in the (?P<part>part_of_day)",
        _clock,
        "part_of_day",
    ),
    Rule(
        "9-11 a.m.",
        f"(?P<time>clock|dot_clock|day_num) (?P<first>ampm)? (?:minus|to|and) (?P<end>clock|dot_clock|day_num)"
        f" (?P<ampm>ampm) {_ZONE} {_ON_DAY}",
        _between,
        "ampm",
    ),
    Rule("just after midnight", f"(?<=after) (?P<noon>noon) {_ZONE} {_ON_DAY}", _after_midnight, "noon"),
    Rule("Wednesday noon", f"{_ON} (?P<noon>noon)", _noon, "noon"),
    Rule("noon", f"(?P<noon>noon) {_ZONE} {_ON_DAY}", _noon, "noon"),
)

# --------------------------------------------------------------------------------- parts of the day


def _stretch(hit: Hit, day: DayExpr | None) -> ClockExpr:
    part = hit.code("part")
    low, high = PART_MINUTES[part]
    mod = hit.code("mod")
    if mod == "START":
        low, high = (0, 540) if part == "MO" else (low, (low + high) // 2)
    elif mod == "END":
        low = (low + high) // 2
    return ClockExpr(day, low, high, part=part, mod=mod)


def _part(hit: Hit) -> Built:
    """ "Friday night", "the morning of April 25"."""
    return _stretch(hit, _day(hit))


def _part_of_relative(hit: Hit) -> Built:
    """ "This morning", "last night", "that evening", "the next morning"."""
    part = hit.part("rel")
    day = relative(part, Grain.DAY)
    if part == PARTS["next"]:
        day = replace(day, anchor=Anchor.BASE)
    return _stretch(hit, day)


def _small_hours(hit: Hit) -> Built:
    return ClockExpr(_day(hit), 0, 360, part="MO", mod="START")


def _beside_night(hit: Hit) -> Built:
    """ "The night before the vote", "the morning after"."""
    anchor = Anchor.EVENT if hit.found.group("event") is not None else Anchor.BASE
    return _stretch(hit, DayExpr(Grain.DAY, anchor, steps=hit.number("side")))


def _each_part(hit: Hit) -> Built:
    """ "Tuesday nights", "every Sunday morning"."""
    weekday = hit.number("weekday") if hit.has("weekday") else hit.number("day")
    part = hit.code("part") or hit.code("nights")
    low, high = PART_MINUTES[part]
    day = DayExpr(Grain.DAY, Anchor.PUBLISHED, weekday=weekday)
    return SetExpr(ClockExpr(day, low, high, part=part), hit.words("quant").upper())


def _overnight(hit: Hit) -> Built:
    """ "Overnight Saturday": the night that the day begins or the one that it ends; without a day the last one."""
    expr = _stretch(hit, _day(hit))
    return replace(expr, eve=True)


def _overnight_into(hit: Hit) -> Built:
    """ "Overnight on Saturday into Sunday": the night that the first day begins."""
    return _stretch(hit, _day(hit)) if hit.words("into") in ("into", "to", "until") else None


def _part_of_spoken(hit: Hit) -> Built:
    return _stretch(hit, None)


_MOD = "(?: (?P<mod>begun|mid) hyphen? )?"
_PARTS: tuple[Rule, ...] = (
    Rule("Friday night", f"{_MOD} {_ON} poss? (?:early|late)? (?P<part>part_of_day)", _part, "part_of_day"),
    Rule(
        "the night of March 3",
        f"the? {_MOD} (?: other of the )? (?P<part>part_of_day) of? {_ON}",
        _part,
        "part_of_day",
    ),
    Rule(
        "this morning",
        f"{_MOD} the? (?P<rel>this|last|that|same|next|previous|following) (?:early|late)? (?P<part>part_of_day)",
        _part_of_relative,
        "part_of_day",
    ),
    Rule(
        "the early hours of Saturday",
        f"the? early short_units of {_ON} poss? part_of_day?",
        _small_hours,
        "short_units",
    ),
    Rule(
        "the night before the vote",
        "the (?P<part>part_of_day) (?P<side>before|after) (?P<event>(?=the|own|a|name))?",
        _beside_night,
        "part_of_day",
    ),
    Rule(
        "Tuesday nights",
        "(?: (?P<quant>every) (?P<weekday>weekday) (?P<part>part_of_day) | (?P<day>weekday) (?P<nights>parts_of_day) )",
        _each_part,
        "every parts_of_day",
    ),
    Rule("overnight", "(?P<part>overnight)", _overnight, "overnight"),
    Rule("overnight on Saturday", f"(?P<part>overnight) on? {_ON}", _overnight, "overnight"),
    Rule("Saturday overnight", f"{_ON} (?P<part>overnight)", _overnight, "overnight"),
    Rule(
        "overnight on Saturday into Sunday",
        f"(?P<part>overnight) (?:on|bound)? {_ON} (?P<into>other|to|bound) weekday",
        _overnight_into,
        "overnight",
    ),
    Rule("in the morning", "(?<=in) the early? (?P<part>part_of_day)", _part_of_spoken, "part_of_day"),
)
RULES: tuple[Rule, ...] = (*_CLOCKS, *_PARTS)
"""All rules of this module, in the order in which they win over one another at equal length."""
