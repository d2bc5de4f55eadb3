"""Ages through birth dates: two ages at two times are one person's where one birth date explains both."""

from __future__ import annotations

import datetime as dt

from claims.model import Days, Interval
from claims.words.classes import event_classes
from factcheck.judge.case import Case, day_of
from factcheck.model import Mention

_YEAR = 365.25
_CHANCE = 18
"""Days of overlap (a twentieth of a year) below which two ages a year apart are more likely a mistake than a birthday
between the two reports; with an overlap of 10 days the birthday falls there in 10 of 365 cases."""


def birth_overlap(case: Case) -> str:
    """Why one birth date explains both ages, or ""."""
    spans = [birth_interval(mention, case) for mention in (case.a, case.b)]
    if spans[0] is None or spans[1] is None:
        return _by_words(case)
    low, high = max(spans[0][0], spans[1][0]), min(spans[0][1], spans[1][1])
    overlap = (high - low).days + 1
    if overlap <= 0 or (overlap <= _CHANCE and case.stated[0] != case.stated[1]):
        return ""
    return f"a birth between {low:%B %d, %Y} and {high:%B %d, %Y} explains both"


def birth_interval(mention: Mention, case: Case) -> tuple[dt.date, dt.date] | None:
    """First and last day on which somebody of this age at this time can have been born; None where the time is open."""
    region = mention.claim.value.tolerated
    days = reference(mention, case)
    if not isinstance(region, Interval) or region.low is None or region.high is None or not days:
        return None
    if days.first is None or days.last is None or mention.claim.value.unit not in ("year", "year of age"):
        return None
    next_birthday = int(region.high) + (not region.high_open)
    oldest = _years_before(days.first, next_birthday) + dt.timedelta(days=1)
    youngest = _years_before(days.last, int(region.low))
    return (oldest, youngest)


def reference(mention: Mention, case: Case) -> Days:
    """The day an age holds for: that of the event it names, the one its clause gives, else that of publication."""
    claim = mention.claim
    if claim.as_of:
        for word in reversed(claim.as_of.lower().split()):
            for name in event_classes(word.strip(".,"), "noun"):
                if name in case.facts.events:
                    return case.facts.events[name]
        return Days()
    if not claim.as_of_days.is_free:
        return claim.as_of_days
    return day_of(mention.article.published)


def _years_before(day: dt.date, years: int) -> dt.date:
    year = max(1, day.year - years)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _by_words(case: Case) -> str:
    """Two ages of which one names another time and the time itself is not known: older later is possible."""
    a, b = case.a.claim, case.b.claim
    told = [bool(claim.as_of) for claim in (a, b)]
    if not any(told):
        told = [not claim.as_of_days.is_free for claim in (a, b)]
    if told[0] == told[1]:
        return ""
    then, now = (a, b) if told[0] else (b, a)
    x, y = then.value.tolerated, now.value.tolerated
    if (
        isinstance(x, Interval)
        and isinstance(y, Interval)
        and x.low is not None
        and y.high is not None
        and x.low <= y.high
    ):
        return f"{then.value.words} is told of an earlier time"
    return ""
