"""Rules for dates that name a longer stretch of the calendar: months, years, decades, quarters, seasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from claims.when import DayExpr, Grain
from claims.words.day_build import MOD, REL, anchored, modified, of_year, picked
from claims.words.day_grammar import Built, Hit, Refers, Rule
from claims.words.day_tokens import PARTS
from claims.words.duration import grain
from claims.words.numeral import is_whole
from claims.words.unit import unit_after

# ------------------------------------------------------------------------- months, weekdays, seasons


def _month(hit: Hit) -> Built:
    year = hit.number("year")
    expr = DayExpr(Grain.MONTH, anchored(year), year=year, month=hit.number("month"))
    expr = of_year(hit, expr)
    if hit.has("later"):
        expr = replace(expr, until=replace(expr, month=hit.number("later")))
    return modified(hit, expr)


def _bare_month(hit: Hit) -> Built:
    """A month alone; not the first name of "his niece, June Whitlow"."""
    at, after = hit.found.start(), hit.found.end()
    parts = hit.tokens.parts
    if after < len(parts) and parts[after] == PARTS["name"] and (not at or parts[at - 1] not in _LEADS_TO_MONTH):
        return None if hit.words("month") in ("april", "june", "august") else _month(hit)
    return _month(hit)


_LEADS_TO_MONTH = frozenset(
    PARTS[part] for part in ("in", "of", "bound", "the", "a", "last", "next", "this", "to", "and")
)


def _named(grain: Grain) -> Callable[[Hit], Built]:
    """ "last Friday", "this September", "the previous winter"."""

    def build(hit: Hit) -> Built:
        anchor, pick = picked(hit.part("rel"))
        expr, value = DayExpr(grain, anchor, pick=pick), hit.number("name")
        if grain is Grain.DAY:
            return modified(hit, replace(expr, weekday=value))
        return modified(hit, replace(expr, month=value) if grain is Grain.MONTH else replace(expr, part=value))

    return build


MONTHS: tuple[Rule, ...] = (
    Rule("October 2021", f"{MOD} (?P<month>anymonth) (?:comma|of)? (?P<year>year)", _month, "anymonth"),
    Rule(
        "May-June 2012",
        f"{MOD} (?P<month>anymonth) minus (?P<later>anymonth) (?: comma? (?P<year>year) )?",
        _month,
        "anymonth",
    ),
    Rule("October of last year", f"{MOD} (?P<month>anymonth) of? the? {REL} a_year", _month, "anymonth"),
    Rule("October", f"{MOD} (?P<month>month)", _bare_month, "month"),
    Rule("the March vote", "(?<=the) (?P<month>month_word) (?= plural|other )", _month, "month_word"),
    Rule("in May", "(?<=prep) (?P<month>month_word|month_abbr) (?!name)", _month, "month_word month_abbr"),
    Rule(
        "early May",
        "(?: the? (?P<edge>begin|middle|end) of | (?P<mod>begun) (?:hyphen|in)? ) (?P<month>month_word|month_abbr)",
        _month,
        "month_word month_abbr",
    ),
    Rule(
        "last Friday",
        "(?P<mod>begun)? the? (?P<rel>rel|that|same) (?P<name>weekday)",
        _named(Grain.DAY),
        "weekday",
    ),
    Rule("last August", f"{MOD} (?P<rel>rel|that|same) (?P<name>anymonth)", _named(Grain.MONTH), "anymonth"),
    Rule("last winter", f"{MOD} the? (?P<rel>rel|that|same) (?P<name>anyseason)", _named(Grain.SEASON), "anyseason"),
)

# --------------------------------------------------------------------- years, decades and centuries

_LEADS_TO_YEAR = frozenset(
    PARTS[part]
    for part in (
        "in", "bound", "of", "lparen", "early", "late", "mid", "a_year", "fiscal", "after", "before", "poss", "own",
        "that", "the",
    )
)  # fmt: skip
_COUNTED = re.compile(
    r" (?!years?\b|months?\b|[a-z]*(?:ss|us|is)\b|was\b|has\b|as\b|its\b|his\b|this\b)[a-z]+s\b"
    r"| (?:people|men|women|children|percent|feet|or so)\b"
)


def _year(hit: Hit) -> Built:
    year = hit.number("year")
    if year is None or not _is_year(hit, year):
        return None
    return modified(hit, DayExpr(Grain.YEAR, year=year, fiscal=hit.has("fiscal")))


def _is_year(hit: Hit, year: int) -> bool:
    """Whether four digits are a year and no count.

    Years from 1900 to 2050 are, unless what they count stands behind them in the plural ("2000 people") and neither
    preposition nor article before; others need one. "In 1950 villages" is the case this gets wrong. A unit behind older
    ones ("the 1520 sq m site") makes them an amount.
    """
    tokens, at = hit.tokens, hit.start("year")
    if at and tokens.parts[at - 1] == PARTS["numbered"]:
        return False
    if at and tokens.parts[at - 1] in _LEADS_TO_YEAR:
        modern = 1900 <= year <= 2050
        return modern or (1200 <= year <= 2100 and not unit_after(tokens.text, tokens.ends[at]))
    return 1900 <= year <= 2050 and not _COUNTED.match(tokens.text, tokens.ends[hit.found.end("year") - 1])


def _years(hit: Hit) -> Built:
    """ "2012-13", "1998-2001"."""
    first, last = hit.number("year") or 0, hit.number("end") or 0
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 60:
        return None
    return DayExpr(Grain.YEAR, year=first, until=DayExpr(Grain.YEAR, year=last))


def _decade(hit: Hit) -> Built:
    """ "The 1980s"; the middle or end of "the 1800s" is that of a hundred years, whatever the 1800s alone are."""
    value = hit.number("decade") or 0
    if value and not value % 100 and hit.code("mod") in ("MID", "END"):
        return modified(hit, DayExpr(Grain.CENTURY, year=value))
    return modified(hit, DayExpr(Grain.DECADE, year=value if value > 100 else 1900 + value))


def _half_decade(hit: Hit) -> Built:
    found = _decade(hit)
    return replace(found, mod="START" if hit.number("half") == 1 else "END") if isinstance(found, DayExpr) else None


def _century(hit: Hit) -> Built:
    """ "The 20th century", "the second millennium"."""
    unit = grain(hit.words("unit"))
    years = 1000 if unit is Grain.MILLENNIUM else 100
    return modified(hit, DayExpr(unit, year=((hit.number("nth") or 1) - 1) * years))


def _told_year(hit: Hit) -> Built:
    """ "The year 2000", "the year 966"; no count ("the year 300 new jobs came"), no name ("Student of the Year 2").

    Years of one or two figures are as often something else: they are told and not compared.
    """
    value = hit.value("year")
    year = int(value) if isinstance(value, int | Decimal) and is_whole(Decimal(value)) else 0
    if hit.part("year") in _YEAR_NUMBERS and 1900 <= year <= 2050:
        return _year(hit)
    behind = _BEHIND_YEAR.match(hit.tokens.text, hit.tokens.ends[hit.found.end() - 1])
    if not 1 <= year <= 2199 or behind is None or hit.is_name("unit"):
        return None
    return DayExpr(Grain.YEAR, year=year) if year >= 100 else DayExpr(Grain.VAGUE, vague="PAST_REF")


_BEHIND_YEAR = re.compile(
    r"$|[.,;:)\]](?!\d)|\s*\n| (?:in|by|when|and|or|to|until|with|under|as|at|on|for|from|after|before|the|an?|it|he"
    r"|she|they|AD|CE|A\.D\.)(?!\w)"
)
"""What stands behind a year that only the word before it tells from a count: no noun that it could count."""
_YEAR_NUMBERS = frozenset([PARTS["year_num"], PARTS["num_word"]])


def _before_christ(_: Hit) -> Built:
    """Years before the first one: the calendar does not hold them, so that they are told and not compared."""
    return DayExpr(Grain.VAGUE, vague="PAST_REF")


_OLD = "(?: (?:year_num|hhmm|num|day_num|num_word|decade_num) | nth hyphen? (?:a_century|a_millennium)? )"
YEARS: tuple[Rule, ...] = (
    Rule("1999", f"{MOD} (?<!money) (?P<year>year) (?!percent|clock|hyphen other)", _year, "year"),
    Rule("the year 2000", "the entire? (?P<unit>a_year) (?P<year>year_num|num_word|num|day_num)", _told_year, "a_year"),
    Rule(
        "1200 BC",
        f"{MOD} the? (?: begun hyphen? )? (?: {_OLD} (?:to|and|or|minus|bound) the? )? {_OLD} before_christ (?!name)",
        _before_christ,
        "before_christ",
    ),
    Rule("the 1988 period", "the (?P<year>year_num) (?:period|quarter)", _year, "year_num", Refers.OTHER_YEAR),
    Rule("fiscal 1989", f"{MOD} the? (?P<fiscal>fiscal) a_year? (?P<year>year)", _year, "fiscal"),
    Rule("FY2012", "(?P<fiscal>(?P<year>fiscal_code))", _year, "fiscal_code"),
    Rule(
        "2012-13",
        "(?<!money) (?P<year>year_num) (?:minus|stroke) (?P<end>year_num|day_num|num) (?!percent|anyunits|minus)",
        _years,
        "year_num",
    ),
    Rule(
        "the 1980s",
        "(?: the? (?P<mod>begun) hyphen? | the )? (?P<decade>decade_num)",
        _decade,
        "decade_num",
    ),
    Rule("the eighties", "the (?: (?P<mod>begun) hyphen? )? (?P<decade>decade_word)", _decade, "decade_word"),
    Rule(
        "the 20th century",
        "(?: the? (?P<mod>begun) hyphen? | the )? (?P<nth>nth) hyphen? (?P<unit>a_century|a_millennium)",
        _century,
        "a_century a_millennium",
    ),
)

# --------------------------------------------------------------------- quarters, halves and seasons


def _piece(grain: Grain, name: str) -> Callable[[Hit], Built]:
    """A quarter, half or season, in a year named or relative where there is one."""

    def build(hit: Hit) -> Built:
        part, year = hit.number(name), hit.number("year") or hit.number("fyear")
        if grain is Grain.QUARTER:
            part = 4 if part == -1 else part
            if part not in (1, 2, 3, 4):
                return None
        fiscal = hit.has("fiscal") or hit.has("fyear")
        expr = DayExpr(grain, anchored(year), year=year, part=part, fiscal=fiscal)
        return modified(hit, of_year(hit, expr))

    return build


_A_YEAR = f"(?: (?:of|in)? (?: (?P<year>year|fiscal_code) | fiscal a_year? (?P<fyear>year_num) | the? {REL} a_year ) )"
_OF_YEAR = f"{_A_YEAR}?"
_NTH = "(?: (?P<fiscal>fiscal) hyphen? )? (?P<nth>nth|final) hyphen? quarter"
_QUARTER, _HALF, _SEASON = _piece(Grain.QUARTER, "nth"), _piece(Grain.HALF, "nth"), _piece(Grain.SEASON, "season")
PIECES: tuple[Rule, ...] = (
    Rule("the third quarter of 2012", f"{MOD} the? {_NTH} {_OF_YEAR}", _QUARTER, "quarter"),
    Rule("the last quarter of 2012", "the (?P<nth>last) quarter of (?P<year>year)", _QUARTER, "quarter"),
    Rule("the 2012 third quarter", f"the? (?P<year>year_num) {_NTH}", _QUARTER, "quarter"),
    Rule("last year's third quarter", f"{REL} a_year poss {_NTH}", _QUARTER, "quarter"),
    Rule("Q3 2012", f"(?P<fiscal>fiscal)? (?P<nth>quarter_code) comma? {_OF_YEAR}", _QUARTER, "quarter_code"),
    Rule("2012 Q3", "(?P<year>year_num) (?P<nth>quarter_code)", _QUARTER, "quarter_code"),
    Rule("the first half of 2012", f"the? (?P<fiscal>fiscal)? (?P<nth>half_of) {_A_YEAR}", _HALF, "half_of"),
    Rule("first-half", "(?P<fiscal>fiscal)? (?P<nth>half_of) (?=plural|other)", _HALF, "half_of"),
    Rule("H1 2012", f"(?P<nth>half_code) comma? {_OF_YEAR}", _HALF, "half_code"),
    Rule(
        "the summer",
        f"(?: the | (?P<mod>begun) (?:in the)? | the (?P<mid>begun) ) (?P<season>season) {_OF_YEAR}",
        _SEASON,
        "season",
    ),
    Rule("the last half of the '80s", "the? (?P<half>half_of) of the? (?P<decade>decade_num)", _half_decade, "half_of"),
    Rule(
        "the spring of 1969",
        f"the? (?P<season>anyseason) {_A_YEAR} (?: hyphen (?:day_num|num|year_num) )?",
        _SEASON,
        "anyseason",
    ),
)

RULES: tuple[Rule, ...] = (*MONTHS, *YEARS, *PIECES)
"""Rules of this module, in the order in which they win over one another at equal length."""
