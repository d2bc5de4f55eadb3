"""Rules for lengths of time and for what happens again and again, and what they come to in seconds and in TIMEX3."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.model import Interval, Modality
from claims.when import Anchor, DayExpr, Grain, LengthExpr, SetExpr
from claims.words.calendar import MEAN_DAYS
from claims.words.day_grammar import Built, Draft, Hit, Rule
from claims.words.day_tokens import PARTS
from claims.words.hedge import Hedge
from claims.words.number import Number
from claims.words.numeral import is_whole
from claims.words.tolerance import regions, spread

# ------------------------------------------------------------------------------------------- reading

_MODS = {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
}  # fmt: skip
_NAMES = {
    "qtr": "quarter", "min": "minute", "mins": "minute", "hrs": "hour", "yrs": "year", "weekends": "weekend",
    "centuries": "century", "millennia": "millennium",
}  # fmt: skip

HEDGE: Final = "(?P<hedge>hedge)?"
COUNT: Final = "(?: (?P<low>amount) (?:to|or|minus) )? (?P<amount>amount|vague_num|many) of? (?:more|filler|entire)*"
LENGTH: Final = f"(?: {COUNT} (?P<unit>anyunits|anyunit) | (?P<one>a) (?:more|filler|entire)* (?P<single>anyunit) )"
"""A count and a unit: "two years", "a week", "several months", "two to three weeks", "90 trading days"."""


def length(hit: Hit) -> LengthExpr | None:
    """The length that the groups `hedge`, `low`, `amount`, `unit`, `one`, `single` and `half` hold."""
    unit = grain(hit.words("unit") or hit.words("single"))
    mod = mod_of(hit)
    if hit.has("half") or hit.has("fourth"):
        part = Decimal("0.5") if hit.has("half") else Decimal("0.25")
        return LengthExpr(unit, part, part, mod=mod)
    if hit.has("one"):
        count = Decimal("1.5") if hit.has("plus") else Decimal(1)
        return LengthExpr(unit, count, count, mod=mod)
    if hit.part("amount") != PARTS["vague_num"]:
        if hit.part("amount") == PARTS["many"]:
            return LengthExpr(unit, Decimal(hit.number("amount") or 2), None, True, mod)
        high = count_of(hit, "amount")
        low = count_of(hit, "low") if hit.has("low") else high
        return LengthExpr(unit, low, high, mod=mod) if low <= high else None
    few = hit.value("amount")
    low, high = (Decimal(end) for end in few) if isinstance(few, tuple) else (Decimal(2), Decimal(9))
    return LengthExpr(unit, low, high, high - low > 1, mod)


def mod_of(hit: Hit) -> str:
    """The TIMEX3 modifier that the group `hedge` stands for, or ""."""
    return _MODS.get(hit.words("hedge")) or hit.code("hedge")


def grain(word: str) -> Grain:
    """The unit that a word in lower case names (ValueError for no unit)."""
    word = word.rstrip(".")
    return Grain(_NAMES.get(word) or word.removesuffix("s"))


def count_of(hit: Hit, name: str) -> Decimal:
    """The count that the group's first token stands for; "2.30" was read as a clock and is a decimal here."""
    value = hit.value(name)
    return Decimal(f"{value[0]}.{value[1]:02d}") if isinstance(value, tuple) else Decimal(value)


_OF_AGE = re.compile(r"\b(?:girl|boy|child|baby|infant|toddler|man|woman|son|daughter) of $", re.IGNORECASE)
_PLAYED = re.compile(r"\bon $")


def _plain(hit: Hit) -> Built:
    """Any length; not the age of "a girl of four months", nor the minute of "scored on 71 minutes"."""
    found = length(hit)
    text, start = hit.tokens.text, hit.tokens.starts[hit.found.start()]
    if found is None or _OF_AGE.search(text, max(0, start - 14), start):
        return None
    if found.unit is Grain.MINUTE and _PLAYED.search(text, max(0, start - 4), start):
        return None
    part = hit.part("reach")
    if part in _REACH:
        found = replace(found, reach=_REACH[part])
    return found


_SPREAD = re.compile(r"(?:[a-z]{2,}(?:ed|en)|built|paid|done|made|spread|million|billion) $")


def year_sized(hit: Hit) -> Built:
    """A figure before a unit in the singular is a year, not a count ("the 1988 quarter")."""
    if hit.part("amount") == PARTS["year_num"] and hit.part("unit") not in _PLURAL:
        return None
    found = _plain(hit)
    start = hit.tokens.starts[hit.found.start()]
    if hit.words("hedge") == "over" and isinstance(found, LengthExpr) and _SPREAD.search(hit.tokens.text[:start][-20:]):
        return Draft(hit.found.start() + 1, hit.found.end(), replace(found, mod=""))
    return found


def _bare(hit: Hit) -> Built:
    """ "For weeks", "decades-long"; a unit in the singular is one of it ("day-long")."""
    if hit.part("unit") not in _PLURAL:
        return LengthExpr(grain(hit.words("unit")), Decimal(1), Decimal(1))
    return LengthExpr(grain(hit.words("unit")), Decimal(2), None, True)


def _one(hit: Hit) -> Built:
    return LengthExpr(grain(hit.words("unit")), Decimal(1), Decimal(1), reach=_REACH.get(hit.part("reach"), ""))


_RAN = re.compile(
    r"\b(?:in|of|time|clocked|ran|runs|took|record|with|was|finish(?:ed)?|mark|a|under|over|about) $|\($", re.IGNORECASE
)


def _running(hit: Hit) -> Built:
    """ "A record of 2:24:13": hours, minutes and seconds, where no time of day can stand."""
    value = hit.value("run")
    text, start = hit.tokens.text, hit.tokens.starts[hit.found.start()]
    if not isinstance(value, tuple) or len(value) != 3 or not _RAN.search(text, max(0, start - 12), start):
        return None
    hours, minutes, seconds = (Decimal(part) for part in value)
    count = hours * 3600 + minutes * 60 + seconds
    return LengthExpr(Grain.SECOND, count, count)


_REACH = {PARTS["last"]: "past", PARTS["past"]: "past", PARTS["previous"]: "past"}
_REACH |= {PARTS["next"]: "next", PARTS["coming"]: "next", PARTS["following"]: "next"}
_PLURAL = frozenset(PARTS[part] for part in ("units", "quarters", "short_units", "weekends"))
_LED = "(?: (?:the|these|those)? (?P<reach>last|past|next|coming|previous|following|nth|final) | the|these|those )?"
_PART_OF_AGE = "(?: and a? half | comma? and? hyphen? amount hyphen? (?:anyunits|anyunit) hyphen? )?"
NOT_AGE: Final = f"(?! hyphen? {_PART_OF_AGE} old | of age ) (?<! quarters (?=of) )"
FREE: Final = "(?<!money)(?<!stroke)"
_ONE_OF = "(?: bound|in|over|of|than|nearly|approx|after|last|next|least|most )"
_NO_BASE = "(?<! (?:percent|amount) (?:more|less) than )"
"""What keeps "3 percent more than a year earlier", where a year ago is what the figure is set against."""
LENGTHS: tuple[Rule, ...] = (
    Rule(
        "two years",
        f"{FREE} (?: (?P<hedge>hedge) | {_LED} ) {COUNT} (?P<unit>anyunits|anyunit) (?: or other )? {NOT_AGE}",
        year_sized,
        "anyunits anyunit",
    ),
    Rule(
        "10-year",
        f"{FREE} {HEDGE} (?P<amount>amount) hyphen (?P<unit>anyunit) (?: hyphen filler )? {NOT_AGE}",
        year_sized,
        "anyunit",
    ),
    Rule("2:24:13", "(?P<run>clock) (?! ampm | zone )", _running, "clock"),
    Rule("a fortnight", "(?P<one>a) fortnight", lambda _: LengthExpr(Grain.WEEK, Decimal(2), Decimal(2)), "fortnight"),
    Rule("a quarter of a century", f"{HEDGE} a (?P<fourth>quarter) of? a (?P<unit>unit|short_unit)", _plain, "quarter"),
    Rule("half an hour", f"{HEDGE} (?P<half>half) (?:a|hyphen) (?P<unit>anyunit)", _plain, "half"),
    Rule("an hour and a half", f"{HEDGE} (?P<one>a) (?P<single>unit|short_unit) (?P<plus>and a? half)", _plain, "half"),
    Rule(
        "a week",
        f"(?<={_ONE_OF}) {_NO_BASE} {HEDGE} (?P<one>a) (?:more|filler|entire)* (?P<single>unit|short_unit)"
        f" (?!hyphen) {NOT_AGE}",
        _plain,
        "a",
    ),
    Rule("a week after", "(?P<one>a) (?P<single>unit|short_unit) (?=after|before|later)", _plain, "a"),
    Rule(
        "nearly a year",
        f"(?P<hedge>hedge) (?P<one>a) (?:more|filler|entire)* (?P<single>unit|short_unit) {NOT_AGE}",
        _plain,
        "a",
    ),
    Rule("the past year", "the (?P<reach>past) (?P<unit>anyunit)", _one, "past"),
    Rule("for years", "(?<=(?:bound|in|over|after|of|last)) (?P<unit>anyunits)", _bare, "anyunits"),
    Rule("weeks after", "(?P<unit>units|short_units) (?= of(?!age)|after|before|later|apart )", _bare, "anyunits"),
    Rule("single-day", "(?P<amount>single) hyphen? (?P<unit>unit)", _plain, "single"),
    Rule("decades-long", "(?P<unit>anyunits|anyunit) hyphen filler", _bare, "anyunits anyunit"),
)

# ---------------------------------------------------------------------------------------------- sets


def _each(hit: Hit) -> Built:
    unit = grain(hit.words("unit"))
    count = Decimal(2) if hit.has("other") else Decimal(1)
    if hit.has("amount"):
        count = count_of(hit, "amount")
    return SetExpr(LengthExpr(unit, count, count), hit.words("quant").upper())


def _each_weekday(hit: Hit) -> Built:
    return SetExpr(DayExpr(Grain.DAY, Anchor.PUBLISHED, weekday=hit.number("day")), hit.words("quant").upper())


def _each_season(hit: Hit) -> Built:
    return SetExpr(DayExpr(Grain.SEASON, Anchor.PUBLISHED, part=hit.number("season")), hit.words("quant").upper())


def _adverb(hit: Hit) -> Built:
    return SetExpr(LengthExpr(Grain(hit.code("name")), Decimal(1), Decimal(1)))


SETS: tuple[Rule, ...] = (
    Rule("every day", "(?P<quant>every) (?P<amount>amount)? (?P<unit>anyunit|anyunits)", _each, "every"),
    Rule("every Monday", "(?P<quant>every) (?P<day>weekday)", _each_weekday, "every"),
    Rule("every summer", "(?P<quant>every) (?P<season>anyseason)", _each_season, "every"),
    Rule("on Mondays", "(?P<day>weekdays)", _each_weekday, "weekdays"),
    Rule("daily", "(?P<name>set_adverb) (?!name)", _adverb, "set_adverb"),
)
RULES: tuple[Rule, ...] = (*LENGTHS, *SETS)
"""All rules of this module, in the order in which they win over one another at equal length."""

# -------------------------------------------------------------------------------------------- values

_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600}
EXTREMES = {
    Grain.MONTH: (28, 31), Grain.QUARTER: (90, 92), Grain.SEASON: (89, 92), Grain.HALF: (181, 184),
    Grain.YEAR: (364, 366),
}  # fmt: skip
"""Shortest and longest of each in days; a year is 52 weeks to whoever counts in them."""


def unit_seconds(unit: Grain) -> Decimal:
    """Mean length of a unit in seconds (a month is a twelfth of a Gregorian mean year)."""
    return Decimal(_SECONDS[unit]) if unit in _SECONDS else Decimal(str(MEAN_DAYS[unit])) * 86400


def lengths(expr: LengthExpr, words: str) -> tuple[Interval, Interval, Modality]:
    """What a length states and tolerates, in seconds, and what its hedge says.

    Months and years state their mean length and tolerate their shortest and longest, so that "12 months" meets "a year"
    and "30 days" meets "a month". Weeks and shorter are exact: "48 hours" are two days. `words` are the expression's
    own, whose hedge TIMEX3 does not tell apart ("nearly", "less than").
    """
    one = unit_seconds(expr.unit)
    span = EXTREMES.get(expr.unit)
    shortest, longest = (Decimal(days * 86400) for days in span) if span else (one, one)
    stated, tolerated, modality = _counted(expr, words)
    wide = Interval(
        None if tolerated.low is None else tolerated.low * min(one, shortest),
        None if tolerated.high is None else tolerated.high * max(one, longest),
        tolerated.low_open,
        tolerated.high_open and not span,
    )
    return stated.times(one), wide, modality


def _counted(expr: LengthExpr, words: str) -> tuple[Interval, Interval, Modality]:
    """The same in the expression's own unit.

    The bare plural ("days") has reached into the next unit already, and dozens of them are not so loosely meant.
    """
    if expr.vague or expr.low is None or expr.high is None:
        stretch = Interval(expr.low, expr.high)
        high = expr.high if expr.high is not None else _MOST.get(expr.unit)
        if high is None or expr.low is None or high < expr.low:
            return stretch, stretch, Modality.VAGUE
        bare, small = expr.high is None, high < 10
        wide = _loosely(expr.low, high, Decimal(1 if bare else 2)) if bare or small else stretch
        return stretch, wide, Modality.VAGUE
    if expr.low != expr.high:
        ends = Number(0, 0, expr.low), Number(0, 0, expr.high)
        stretch, wide = spread(*ends, _ABOUT if expr.mod == "APPROX" else None, discrete=True)
        if "couple" in words.lower():
            wide = _loosely(expr.low, expr.high, Decimal("1.25"))
        return stretch, wide, Modality.BETWEEN
    number = Number(0, 0, expr.low, step=Decimal(1) if is_whole(expr.low) else Decimal("0.5"))
    if not expr.mod:
        point = Interval.point(expr.low)
        return point, point, Modality.EXACT
    modality = Modality.ALMOST if words.lower().startswith(("nearly", "almost")) else _MODALITIES[expr.mod]
    hedge = Hedge(modality, Decimal("0.1") if modality in (Modality.ABOUT, Modality.ALMOST) else Decimal("0.2"))
    return *regions(number, hedge, discrete=True), modality


def _loosely(low: Decimal, high: Decimal, times: Decimal) -> Interval:
    """What a small vague count of units tolerates: "a couple of hours" 110 minutes, "several days" two weeks."""
    return Interval(low * Decimal("0.75"), high * times)


_ABOUT = Hedge(Modality.ABOUT, Decimal("0.1"))
_MODALITIES = {
    "APPROX": Modality.ABOUT, "LESS_THAN": Modality.LESS_THAN, "MORE_THAN": Modality.MORE_THAN,
    "EQUAL_OR_MORE": Modality.AT_LEAST, "EQUAL_OR_LESS": Modality.AT_MOST,
}  # fmt: skip


_MOST = {
    Grain.SECOND: Decimal(120), Grain.MINUTE: Decimal(120), Grain.HOUR: Decimal(48), Grain.DAY: Decimal(14),
    Grain.WEEK: Decimal(9), Grain.WEEKEND: Decimal(9), Grain.MONTH: Decimal(24), Grain.YEAR: Decimal(20),
    Grain.DECADE: Decimal(20), Grain.CENTURY: Decimal(20),
}  # fmt: skip
"""How many a bare plural ("for hours") can mean: as many as make two of the next unit up, so that "days" is no year."""
