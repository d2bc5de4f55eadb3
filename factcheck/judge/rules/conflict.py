"""Rules that find a contradiction: no value fits both."""

from __future__ import annotations

from claims.model import TEMPORAL, Clock, Days, Interval
from claims.region import meets, same_day
from factcheck.judge.case import Case
from factcheck.judge.rule import Rule
from factcheck.model import Verdict

_MEASURES = frozenset({"speed", "distance", "area", "volume", "weight", "temperature", "magnitude"})


def _apart(case: Case) -> bool:
    """Whether nothing fits both, by what they say and by what rounding and hedge let them mean."""
    x, y = case.stated
    if type(x) is not type(y):
        return all(isinstance(region, Days | Clock) for region in (x, y)) and not same_day(x, y)
    return not meets(x, y) and not meets(*case.tolerated)


def _differ(case: Case, *kinds: str) -> str:
    if case.kind not in kinds or not _apart(case):
        return ""
    return "no value fits both"


def _date(case: Case) -> str:
    """One event is put on two dates, and no day fits both.

    Parts of a date that are not given contradict nothing; a relative date is reckoned from the day its article was
    published, and where that day had to be inferred there is no conflict.

    Example: "convicted in October" and "convicted on April 25, 2019".
    """
    if case.kind not in TEMPORAL or not _apart(case) or _same_clock_days(case):
        return ""
    return "no day fits both"


def _same_clock_days(case: Case) -> bool:
    x, y = case.stated
    return isinstance(x, Clock) and isinstance(y, Clock) and meets(x.days, y.days)


def _time(case: Case) -> str:
    """One event is put at two times of one day.

    Times with known zones are compared as instants. A hedge ("about", "shortly after") leaves a quarter of an hour.

    Example: "at 7:40 a.m." and "at 7:40 p.m."
    """
    return "no moment fits both" if case.kind == "time" and _apart(case) else ""


def _duration(case: Case) -> str:
    """One stretch of time is given two lengths.

    Example: "a 35-minute battle" and "a battle of 53 minutes".
    """
    return _differ(case, "duration")


def _count(case: Case) -> str:
    """The same things are counted to two figures.

    Both must count the same noun in the same part of the same event; other scopes, plans and growth come first.

    Example: "27 counts" and "72 counts".
    """
    return _differ(case, "count", "ordinal")


def _measure(case: Case) -> str:
    """One thing is given two measures: lengths, weights, areas, speeds, temperatures, magnitudes.

    Units are converted first.

    Example: "a depth of 35 km" and "a depth of 35 miles".
    """
    return _differ(case, *_MEASURES)


def _money(case: Case) -> str:
    """One sum of money is given as two, in one currency.

    Sums in two currencies are never compared without a dated rate, which settings may supply; with it a conversion may
    be off by 2 percent, more where the rate is old. Two conversions in brackets are compared by the sums they convert.

    Example: "a $1 million fine" and "a $1 billion fine".
    """
    return _differ(case, "money")


def _share(case: Case) -> str:
    """One share is given as two: percentages, ratios, fractions.

    Per cent and percentage points are two dimensions and never meet.

    Example: "48 percent of the vote" and "43 percent of the vote".
    """
    return _differ(case, "percent", "ratio")


def _score(case: Case) -> str:
    """One result is given as two scores.

    The same two figures in the other order may tell it from the other side and are no contradiction.

    Example: "won 65-53" and "a 65-35 victory".
    """
    return "" if case.is_turned_round else _differ(case, "score")


def _age(case: Case) -> str:
    """One person is given two ages that no birth date explains.

    Example: "Ana Whitfield, 34" and "Ana Whitfield, 43", both when written.
    """
    if case.kind != "age":
        return ""
    x, y = case.stated
    return (
        "no birth date fits both"
        if isinstance(x, Interval) and isinstance(y, Interval) and not meets(*case.tolerated)
        else ""
    )


CONFLICT = (
    Rule(
        "FC101", "date", "Two dates for one event", Verdict.CONFLICT,
        "AP Stylebook, dates; TIMEX3 (TimeML 1.2.1)", _date,
    ),
    Rule("FC102", "time", "Two times for one event", Verdict.CONFLICT, "ISO 8601-1:2019", _time),
    Rule(
        "FC103", "duration", "Two lengths for one stretch of time", Verdict.CONFLICT,
        "TIMEX3 (TimeML 1.2.1)", _duration,
    ),
    Rule(
        "FC201", "count", "Two counts of the same things", Verdict.CONFLICT,
        "Roy, Vieira and Roth 2015, quantity entailment", _count,
    ),
    Rule("FC202", "measure", "Two measures of one thing", Verdict.CONFLICT, "SI Brochure; NIST SP 811", _measure),
    Rule("FC203", "money", "Two sums for one amount", Verdict.CONFLICT, "ISO 4217; AP Stylebook, money", _money),
    Rule("FC204", "share", "Two figures for one share", Verdict.CONFLICT, "AP Stylebook, percentages", _share),
    Rule("FC205", "score", "Two scores of one game", Verdict.CONFLICT, "AP Stylebook, scores", _score),
    Rule("FC301", "age", "Two ages of one person", Verdict.CONFLICT, "AP Stylebook, ages", _age),
)  # fmt: skip
"""In the order of the ladder."""
