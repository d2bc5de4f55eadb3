"""Rules for dates that name a day: by month and day, in figures, by weekday, by the name of a feast."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.when import Anchor, DayExpr, Grain, Pick
from claims.words.day import numeric_date, odd_date
from claims.words.day_build import REL, YEAR, anchored, modified, of_year, picked
from claims.words.day_grammar import Built, Draft, Hit, Rule


def _day(hit: Hit) -> DayExpr | None:
    year, day = hit.number("year"), hit.number("day") or 0
    if not 1 <= day <= 31:
        return None
    month = hit.number("month")
    expr = DayExpr(Grain.DAY, anchored(year), year=year, month=month, day=day, weekday=hit.number("weekday"))
    return of_year(hit, expr)


_COUNTED = re.compile(r" (?:people|men|women|children|(?!was\b|has\b|his\b|this\b|its\b)[a-z]{3,}s)\b")


def _full_day(hit: Hit) -> Built:
    """ "April 25, 2019"; "in April 25 homes burned" names a month and counts homes."""
    text, start = hit.tokens.text, hit.tokens.starts[hit.found.start()]
    if not hit.has("year") and text[max(0, start - 3) : start].lower() == "in ":
        after = _COUNTED.match(text, hit.tokens.ends[hit.found.end() - 1])
        return None if after else _day(hit)
    return _day(hit)


def _days(hit: Hit) -> Built:
    """ "March 3-5": one stretch from the first day to the last."""
    first, end = _day(hit), hit.number("end") or 0
    if first is None or not 1 <= end <= 31 or hit.code("through") not in ("", "through", "until"):
        return None
    last = replace(first, month=hit.number("later") or first.month, day=end, weekday=None)
    if last.month == first.month and end <= (first.day or 0):
        return None
    return replace(first, until=last)


def _between_days(hit: Hit) -> Built:
    """ "Between 1 and 3 June"."""
    at = hit.found.start() - 1
    return _days(hit) if hit.tokens.values[at] == "between" else None


def _two_days(hit: Hit) -> Built:
    """ "April 24 and 25": two dates of one month, the second without its name."""
    first, second = _day(hit), hit.number("end") or 0
    if first is None or not 1 <= second <= 31:
        return None
    at, stop = hit.start("end"), hit.found.end("year") if hit.has("year") else hit.start("end") + 1
    return Draft(hit.found.start(), at - 1, first), Draft(at, stop, replace(first, day=second, weekday=None))


_ATTACKS = re.compile(r"(?:,? 2001,?)? (?:terror\w*|attacks?|hijack\w*|commission|memorial)\b", re.IGNORECASE)


def _attacks(hit: Hit) -> Built:
    """ "The Sept. 11 attacks": the day of 2001, which news names without its year."""
    found = _day(hit)
    text, end = hit.tokens.text, hit.tokens.ends[hit.found.end() - 1]
    led = text[: hit.tokens.starts[hit.found.start()]].endswith(("post-", "pre-", "Post-", "Pre-"))
    if found is None or (found.month, found.day) != (9, 11) or not (led or _ATTACKS.match(text, end)):
        return None
    return replace(found, anchor=Anchor.NONE, year=2001)


def _nth_weekday(hit: Hit) -> Built:
    """ "The first Monday of May"."""
    year, month, which = hit.number("year"), hit.number("month"), hit.number("which") or 0
    if not -1 <= which <= 5:
        return None
    return DayExpr(Grain.DAY, anchored(year), year=year, month=month, weekday=hit.number("weekday"), part=which)


def _weekday(hit: Hit) -> Built:
    return modified(hit, DayExpr(Grain.DAY, Anchor.PUBLISHED, weekday=hit.number("weekday")))


def _feast(hit: Hit) -> Built:
    year = hit.number("year")
    anchor, pick = picked(hit.part("rel")) if hit.has("rel") else (anchored(year), Pick.ONLY)
    return DayExpr(Grain.DAY, anchor, pick=pick, year=year, feast=hit.code("feast"))


def _turn_of_year(hit: Hit) -> Built:
    """ "The turn of the year": the weeks around New Year's Day."""
    if hit.words("turn") != "turn":
        return None
    return DayExpr(Grain.DAY, Anchor.PUBLISHED, feast="new year's day", spill=(31, 31))


_WEEKDAY = "(?: (?:last|past|this|next|coming)? (?P<weekday>anyweekday) comma? the? )?"
RULES: tuple[Rule, ...] = (
    Rule("2019-04-25", "iso | slash", lambda hit: numeric_date(hit.all_words), "iso slash"),
    Rule("Nov11th-2014", "odd_date", lambda hit: odd_date(hit.all_words), "odd_date"),
    Rule(
        "post-Sept. 11",
        "(?P<month>month|month_abbr) (?P<day>day_num|ordinal_num) (?= plural|other|name )",
        _attacks,
        "month month_abbr",
    ),
    Rule(
        "April 25, 2019",
        f"{_WEEKDAY} (?P<month>anymonth) (?P<day>date) {YEAR} (?! percent | hyphen (?:anyunit|anyunits) )",
        _full_day,
        "anymonth",
    ),
    Rule(
        "25 April 2019",
        f"(?<!money) {_WEEKDAY} (?P<day>date|nth(?=of)) of? (?P<month>anymonth) {YEAR}",
        _day,
        "anymonth",
    ),
    Rule(
        "April 25 last year",
        f"{_WEEKDAY} (?P<month>anymonth) (?P<day>date) comma? of? the? {REL} a_year",
        _day,
        "anymonth",
    ),
    Rule(
        "March 3-5",
        "(?P<month>anymonth) (?P<day>date) (?:minus (?P<later>anymonth)? | to | (?P<through>bound)) (?P<end>date)"
        f" {YEAR} (?!percent|anyunits)",
        _days,
        "anymonth",
    ),
    Rule("3-5 March", f"(?P<day>date) (?:minus|to) (?P<end>date) of? (?P<month>anymonth) {YEAR}", _days, "anymonth"),
    Rule(
        "between 1 and 3 June",
        f"(?<=bound) (?P<day>date) and (?P<end>date) of? (?P<month>anymonth) {YEAR}",
        _between_days,
        "anymonth",
    ),
    Rule(
        "April 24 and 25",
        f"{_WEEKDAY} (?P<month>anymonth) (?P<day>date) (?:and|or) (?P<end>date) {YEAR}"
        " (?!percent|anyunits|plural|other)",
        _two_days,
        "anymonth",
    ),
    Rule(
        "the first Monday of May",
        f"the? (?P<which>last|nth) (?P<weekday>weekday) (?:of|in) (?P<month>anymonth) {YEAR}",
        _nth_weekday,
        "weekday",
    ),
    Rule("the turn of the year", "the? (?P<turn>other) of the a_year", _turn_of_year, "a_year"),
    Rule("Friday", "(?: (?P<mod>early|late) on? )? (?P<weekday>weekday)", _weekday, "weekday"),
    Rule(
        "Thanksgiving", "(?P<rel>last|next|this|past)? (?P<feast>feast) (?: comma? (?P<year>year) )?", _feast, "feast"
    ),
)
"""Rules of this module, in the order in which they win over one another at equal length."""
