"""Rules for dates that hang on another one: on publication, on what was said before, on an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from claims.when import Anchor, DayExpr, Grain, LengthExpr, Pick
from claims.words.calendar import MEAN_DAYS
from claims.words.day_build import modified, relative
from claims.words.day_grammar import Built, Draft, Hit, Refers, Rule
from claims.words.day_tokens import PARTS
from claims.words.duration import COUNT, HEDGE, LENGTH, grain, length
from claims.words.numeral import is_whole

# -------------------------------------------------------------------- counted from the day of publication


def _deictic(hit: Hit) -> Built:
    return modified(hit, DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=hit.number("name")))


def _beyond_deictic(hit: Hit) -> Built:
    """ "The day before yesterday"."""
    return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=(hit.number("name") or 0) + (hit.number("side") or 0))


def _unit(hit: Hit) -> Built:
    """ "Last week", "this year", "the following month", "that day"."""
    if hit.part("rel") == PARTS["last"] and hit.part("unit") == PARTS["a_day"]:
        return None
    expr = relative(hit.part("rel"), grain(hit.words("unit")))
    if hit.part("rel") == PARTS["next"] and (expr.grain is Grain.DAY or _opens_with_the(hit)):
        expr = replace(expr, anchor=Anchor.BASE)
    return modified(hit, replace(expr, fiscal=hit.has("fiscal")))


_HEAD = re.compile(r"(?:^|[.!?\"”] |\n\s*)$")
_AHEAD = re.compile(r"[^.;]*?\b(?:will|would|shall|is|are|may|could|should|expect\w*|forecast\w*|plan\w*)\b")


def _opens_with_the(hit: Hit) -> bool:
    """ "The next month she left": the one after that spoken of, where the sentence begins so and looks back."""
    first, text = hit.found.start(), hit.tokens.text
    start, end = hit.tokens.starts[first], hit.tokens.ends[hit.found.end() - 1]
    led = hit.tokens.parts[first] == PARTS["the"] and _HEAD.search(text, max(0, start - 3), start)
    return bool(led) and _AHEAD.match(text, end, end + 120) is None


def _steps(span: LengthExpr, sign: int) -> DayExpr:
    """A length counted from the day of publication; halves of a unit become whole smaller ones."""
    unit, count = span.unit, span.low or Decimal(0)
    if not is_whole(count):
        smaller = {Grain.YEAR: (Grain.MONTH, 12), Grain.WEEK: (Grain.DAY, 7), Grain.DECADE: (Grain.YEAR, 10)}
        unit, times = smaller.get(unit, (unit, 1))
        count = (count * times).to_integral_value()
    return DayExpr(unit, Anchor.PUBLISHED, steps=sign * int(count), counted=True, mod=span.mod)


_FIRST_YEARS = 1_900
"""Years that can be counted back from any article without leaving the calendar, whose first year is 1."""


def _beyond(span: LengthExpr) -> bool:
    """Whether a length may reach back beyond the first year, where no day is known."""
    return (span.high or 0) * Decimal(MEAN_DAYS[span.unit]) > _FIRST_YEARS * Decimal(MEAN_DAYS[Grain.YEAR])


def _ago(hit: Hit) -> Built:
    """ "Two years ago", "several years ago"; "a week ago Friday" is that of the week told or the one before it."""
    span = length(hit)
    if span is None:
        return None
    if span.vague or span.low != span.high or _beyond(span):
        return DayExpr(Grain.VAGUE, Anchor.PUBLISHED, vague="PAST_REF")
    if span.unit in (Grain.HOUR, Grain.MINUTE, Grain.SECOND):
        return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=0, mod="APPROX")
    expr = _steps(span, -1)
    if hit.has("deictic"):
        return _on_from(_deictic_day(hit), span, -1)
    if hit.has("weekday"):
        week = replace(expr, counted=False)
        spill = (7, 0) if span.unit is Grain.WEEK else (0, 0)
        return DayExpr(Grain.DAY, Anchor.BASE, week, Pick.INSIDE, weekday=hit.number("weekday"), spill=spill)
    return expr


def _on_from(base: DayExpr, span: LengthExpr, sign: int, loose: bool = False) -> DayExpr:
    """A length counted from a day: to the day in days and weeks. `loose`: the days up to it are tolerated."""
    if span.unit not in (Grain.DAY, Grain.WEEK) or not is_whole(span.low or Decimal(0)):
        return replace(_steps(span, sign), anchor=Anchor.BASE, base=base)
    days = int(span.low or 0) * (7 if span.unit is Grain.WEEK else 1)
    spill = (0, 0) if not loose else (days, 0) if sign > 0 else (0, days)
    return DayExpr(Grain.DAY, Anchor.BASE, base, steps=sign * days, spill=spill)


def _deictic_day(hit: Hit) -> DayExpr:
    return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=hit.number("deictic"))


def _told_day(hit: Hit) -> DayExpr:
    """The day from which a length is counted: "today", "last Sunday", else the coming one of its weekday."""
    if hit.has("deictic"):
        return _deictic_day(hit)
    pick = Pick.BEFORE if hit.part("rel") == PARTS["last"] else Pick.NEXT
    return DayExpr(Grain.DAY, Anchor.PUBLISHED, pick=pick, weekday=hit.number("weekday"))


_LASTING = frozenset(PARTS[part] for part in ("bound", "over", "under", "next", "last", "past", "the", "own"))
"""What before a length makes it one that begins on the day behind it ("shut for two weeks from Monday")."""


def _from_day(hit: Hit) -> Built:
    """ "A week from today", "two weeks from Friday"; a weekday may also be where the length begins."""
    span, first = length(hit), hit.found.start()
    if span is None or hit.code("from") != "from" or MEAN_DAYS[span.unit] < 1:
        return None
    if first and hit.tokens.parts[first - 1] in _LASTING:
        return None
    if span.vague or span.low != span.high:
        return DayExpr(Grain.VAGUE, Anchor.PUBLISHED, vague="FUTURE_REF")
    return _on_from(_told_day(hit), span, 1, loose=hit.has("weekday"))


def _week_day(hit: Hit) -> Built:
    """ "A week today", "Sunday fortnight", "a week last Sunday": counted as British papers do.

    The day itself is tolerated, too: "He earns $300 a week today".
    """
    if hit.has("week") and hit.is_name("week"):
        return None
    weeks = Decimal(2 if hit.has("fortnight") else 1)
    base = _told_day(hit)
    sign = -1 if base.pick is Pick.BEFORE or (base.steps or 0) < 0 else 1
    return _on_from(base, LengthExpr(Grain.WEEK, weeks, weeks), sign, loose=True)


def _fortnight_ago(_: Hit) -> Built:
    return DayExpr(Grain.WEEK, Anchor.PUBLISHED, steps=-2, counted=True)


def _from_now(hit: Hit) -> Built:
    span = length(hit)
    if span is None or span.vague or hit.code("from") != "from" or MEAN_DAYS[span.unit] < 1:
        return None
    return _steps(span, 1)


def _one_year_ago(_: Hit) -> Built:
    return DayExpr(Grain.YEAR, Anchor.PUBLISHED, steps=-1, counted=True)


# ------------------------------------------------------------ counted from what was said, or an event


def _year_before(hit: Hit) -> Built:
    """ "The year-ago quarter", "the same period last year": what is being spoken of, a year before."""
    if hit.has("nth"):
        last_year = DayExpr(Grain.YEAR, Anchor.PUBLISHED, steps=-1)
        return DayExpr(Grain.QUARTER, Anchor.BASE, last_year, Pick.INSIDE, part=hit.number("nth"))
    return DayExpr(Grain.QUARTER if hit.has("quarter") else Grain.YEAR, Anchor.BASE, steps=-1)


def _distance(hit: Hit) -> Built:
    """ "Three days later", "10 days before the vote": counted from what was said before, or from an event.

    TIMEX3 marks the length alone; the reading takes in the word that gives the direction. "For two days before the
    vote" is a length.
    """
    span = length(hit)
    if span is None:
        return None
    event = hit.part("side") in (PARTS["before"], PARTS["after"])
    start = hit.tokens.starts[hit.found.start()]
    if event and _FOR.search(hit.tokens.text, max(0, start - 40), start):
        return None
    anchor = Anchor.EVENT if event else Anchor.BASE
    if span.vague or span.low != span.high or _beyond(span) or span.unit in (Grain.HOUR, Grain.MINUTE, Grain.SECOND):
        when = DayExpr(Grain.VAGUE, anchor)
    else:
        when = replace(_steps(span, hit.number("side") or 1), anchor=anchor)
    stop = hit.start("side")
    return Draft(hit.found.start(), stop, when, span, hit.found.end() - stop)


_FOR = re.compile(
    r"(?<!set )(?<!due )(?<!slated )(?<!booked )(?<!fixed )(?<!timed )(?<!planned )(?<!scheduled )(?<!called )"
    r"\bfor (?:(?:just|only|almost|nearly|about|some|the) )*$",
    re.IGNORECASE,
)
"""What makes a time before an event a length; "planned for three days before the vote" dates."""


def _beside_event(hit: Hit) -> Built:
    """ "The day before the vote", "the week after": one step from an event."""
    return DayExpr(grain(hit.words("unit")), Anchor.EVENT, steps=hit.number("side"))


def _beside(hit: Hit) -> Built:
    """ "The next day", "the year before", "a month earlier": one step from what was said before."""
    return DayExpr(grain(hit.words("unit")), Anchor.BASE, steps=hit.number("side"))


def _spoken_of(hit: Hit) -> Built:
    """ "The quarter", "the weekend", "the latest period": what is being spoken of, else the latest."""
    if hit.is_name("unit"):
        return None
    unit = Grain.QUARTER if hit.part("unit") == PARTS["period"] else grain(hit.words("unit"))
    return modified(hit, DayExpr(unit, Anchor.BASE, steps=0, fiscal=hit.has("fiscal")))


def _week_of(hit: Hit) -> Built:
    """ "The week of March 6"."""
    day = DayExpr(Grain.DAY, Anchor.PUBLISHED, month=hit.number("month"), day=hit.number("day"))
    return DayExpr(Grain.WEEK, Anchor.BASE, day, steps=0)


def _week_of_month(hit: Hit) -> Built:
    """ "The last week of November": the month, with the end of it that is meant."""
    year = hit.number("year")
    anchor = Anchor.PUBLISHED if year is None else Anchor.NONE
    mod = "END" if hit.words("which") == "last" else "START" if hit.words("which") == "first" else ""
    return DayExpr(Grain.MONTH, anchor, year=year, month=hit.number("month"), mod=mod)


def _ending(hit: Hit) -> Built:
    """ "The year ended March 31", "the year to March": as long as the unit says."""
    return LengthExpr(grain(hit.words("unit")), Decimal(1), Decimal(1))


# -------------------------------------------------------------------------------------------- vague


def _vague(code: str) -> Callable[[Hit], Built]:
    def build(hit: Hit) -> Built:
        return DayExpr(Grain.VAGUE, Anchor.PUBLISHED, vague=hit.code("name") or code)

    return build


_MOD = "(?: the? (?P<edge>begin|middle|end) of | (?P<mod>begun) (?:hyphen|in)? )?"
_REL = "(?P<rel>last|next|this|coming|current|same|that|previous|following)"
_A_DAY = "(?: (?P<deictic>deictic) | (?P<weekday>weekday) )"
_A_WEEK = "(?: (?P<week>a_week) | (?P<fortnight>fortnight) )"
_FROM_NOW: tuple[Rule, ...] = (
    Rule("yesterday", "(?P<mod>begun)? (?P<name>deictic)", _deictic, "deictic"),
    Rule("the day before yesterday", "the a_day (?P<side>before|after) (?P<name>deictic)", _beyond_deictic, "deictic"),
    Rule(
        "last week",
        f"{_MOD} the? {_REL} (?P<fiscal>fiscal)? (?P<unit>unit|quarter|weekend)",
        _unit,
        "unit quarter weekend",
    ),
    Rule("a year ago", "a a_year ago", _one_year_ago, "ago", Refers.YEAR_BACK),
    Rule(
        "two years ago",
        f"{HEDGE} {LENGTH} (?: or other )? ago (?: (?P<weekday>weekday) | (?P<deictic>deictic) )?",
        _ago,
        "ago",
    ),
    Rule("a fortnight ago", "a fortnight ago", _fortnight_ago, "fortnight"),
    Rule("two weeks from now", f"{HEDGE} {LENGTH} (?P<from>bound) present", _from_now, "present"),
    Rule("a week from Friday", f"{HEDGE} {LENGTH} (?P<from>bound) {_A_DAY}", _from_day, "weekday deictic"),
    Rule("a week today", f"a {_A_WEEK} (?P<deictic>deictic)", _week_day, "deictic"),
    Rule("a week last Sunday", f"a {_A_WEEK} (?P<rel>last) (?P<weekday>weekday)", _week_day, "weekday"),
    Rule("Sunday week", f"(?P<rel>last)? (?P<weekday>weekday) {_A_WEEK} (?!hyphen|poss|amount)", _week_day, "weekday"),
    Rule("years ago", "(?: many of? )? anyunits ago", _vague("PAST_REF"), "ago"),
)
_YEARS_BACK: tuple[Rule, ...] = (
    Rule(
        "the year-ago quarter",
        "(?:the|a)? a_year hyphen (?:ago|earlier) (?: (?P<nth>nth) quarter | (?P<quarter>quarter) | period )?"
        " (?!amount)",
        _year_before,
        "a_year",
        Refers.YEAR_BACK,
    ),
    Rule(
        "the same period last year",
        "the (?:same|corresponding) (?:period|quarter|a_month|a_week)"
        " (?: of? the? last a_year | (?:a|the) a_year (?:ago|earlier|before) )",
        _year_before,
        "same corresponding",
        Refers.SAME_PERIOD,
    ),
    Rule(
        "last year's quarter",
        "last a_year poss (?: (?P<quarter>quarter) | period )",
        _year_before,
        "quarter period",
        Refers.YEAR_BACK,
    ),
    Rule("a year earlier", "a (?P<year>a_year) (?P<side>earlier) (?!than)", _year_before, "earlier", Refers.YEAR_BACK),
)
_FROM_CONTEXT: tuple[Rule, ...] = (
    Rule(
        "three days later",
        f"{HEDGE} {COUNT} (?P<unit>anyunits|anyunit) (?P<side>later|earlier|before|after) (?!than)",
        _distance,
        "later earlier before after",
    ),
    Rule(
        "a day later",
        "(?P<one>a) (?P<single>anyunit) (?P<side>later|before|after) (?!than)",
        _distance,
        "later before after",
    ),
    Rule("a month earlier", "a (?P<unit>unit|quarter) (?P<side>earlier) (?!than)", _beside, "earlier"),
    Rule("the year before", "the (?P<unit>unit) (?P<side>before|previous|earlier)", _beside, "before previous earlier"),
    Rule(
        "the day before the vote",
        "the (?P<unit>a_day|a_week|a_month|a_year) (?P<side>before|after) (?=the|own|a|name)",
        _beside_event,
        "before after",
    ),
    Rule("the year ended March 31", "the? fiscal? (?P<unit>a_year|quarter) (?=ended)", _ending, "ended"),
    Rule(
        "the year to March",
        "(?<=(?:in|over|bound|of)) the fiscal? (?P<unit>a_year|quarter)"
        " (?=(?:to|bound) the? (?: (?:begin|middle|end) of )? (?:anymonth|date anymonth))",
        _ending,
        "to bound",
    ),
    Rule(
        "the last week of March",
        "the? (?P<which>last|nth) (?:a_week|units|a_day) of (?P<month>anymonth) (?: comma? (?P<year>year) )?",
        _week_of_month,
        "a_week units a_day",
    ),
    Rule("the week of March 6", "the a_week of (?P<month>anymonth) (?P<day>date)", _week_of, "a_week"),
)
_SPOKEN_OF: tuple[Rule, ...] = tuple(
    Rule(name, form, _spoken_of, needs, Refers.SPOKEN_OF)
    for name, form, needs in (
        (
            "the quarter",
            f"{_MOD} the (?:latest|entire)? (?P<unit>quarter|weekend|a_year|period)",
            "quarter weekend a_year period",
        ),
        (
            "the end of the decade",
            "the? (?P<edge>begin|middle|end) of the (?P<unit>a_week|a_month|a_decade|a_century)",
            "begin middle end",
        ),
        ("the latest week", "the (?:latest|entire) (?P<unit>unit)", "latest entire"),
        ("late in the day", "(?P<mod>begun) in the (?P<unit>a_day|a_week|a_month|a_year)", "begun"),
        ("for the week", "(?<=(?:bound|of|over|end|ended)) the (?P<unit>a_week)", "a_week"),
        ("for the day", "(?<=(?:bound|end|ended)) the (?P<unit>a_day)", "a_day"),
        ("the week's", "the (?P<unit>a_week|a_month) (?=poss)", "a_week a_month"),
        ("year-end", "(?P<unit>a_year) hyphen (?P<edge>end)", "end"),
        ("the fiscal year", "the (?P<fiscal>fiscal) (?P<unit>a_year)", "fiscal"),
    )
)
_VAGUE: tuple[Rule, ...] = (
    Rule("now", "(?P<name>present)", _vague("PRESENT_REF"), "present"),
    Rule("current", "(?P<name>current) (?! unit|quarter )", _vague("PRESENT_REF"), "current"),
    Rule("recently", "(?P<name>past_ref)", _vague("PAST_REF"), "past_ref"),
    Rule("recent weeks", "(?:the|these)? recent anyunits (?: and anyunits )?", _vague("PAST_REF"), "recent"),
    Rule("past years", "(?<!the) past anyunits", _vague("PAST_REF"), "past"),
    Rule("the past", "the past (?! anyunit|anyunits|amount|vague_num|many|name )", _vague("PAST_REF"), "past"),
    Rule("coming weeks", "(?:the)? coming anyunits", _vague("FUTURE_REF"), "coming"),
    Rule("future years", "future anyunits", _vague("FUTURE_REF"), "future"),
    Rule("the future", "the other? future", _vague("FUTURE_REF"), "future"),
)
RULES: tuple[Rule, ...] = (*_FROM_NOW, *_YEARS_BACK, *_FROM_CONTEXT, *_SPOKEN_OF, *_VAGUE)
"""All rules of this module, in the order in which they win over one another at equal length."""
