"""A weekday beside a date that falls on another one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from claims.model import Claim, Span
from claims.when import Anchor, ClockExpr, DayExpr
from factcheck.judge.checks.check import Check, Contradiction
from factcheck.model import Article, Verdict

_GREGORIAN = 1924
"""First year from which on the Gregorian calendar held wherever news was written (Greece changed in 1923)."""
_BEFORE = re.compile(r"day\s*+(?:,?\s*+(?:and|or|to|through)|[-–/,])\s*+$", re.IGNORECASE)
_BEHIND = re.compile(r"\s*+(?:,?\s*+(?:and|or|to|through)|[-–/,])\s*+\d{1,2}(?!\d)", re.IGNORECASE)
_RECENT = 240
"""Days from publication within which a date without its year lies."""


def _weekday(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A weekday stands beside a date that falls on another weekday.

    One of the two is wrong, most often because the date was changed and the weekday was not. A date without its year is
    looked up in the years around a stated day of publication; where none of them fits, it is told. Days in a row
    ("Tuesday and Wednesday, May 6 and 7") are left alone, and so are dates before 1924, which may follow the Julian
    calendar.

    Example: "Tuesday, March 3, 2031", which was a Monday.
    """
    told: set[tuple[Span, DayExpr]] = set()
    for claim in sorted(claims, key=lambda each: each.kind):
        when = claim.reading.when
        day = when.day if isinstance(when, ClockExpr) else when
        if not isinstance(day, DayExpr) or day.weekday is None or day.either_order or day.until is not None:
            continue
        if (claim.sentence, day) in told or _in_a_row(article.text, claim):
            continue
        told.add((claim.sentence, day))
        found = _days(day, article)
        if found and all(each.weekday() != day.weekday for each in found):
            nearest = found[0]
            says = f"{nearest:%B} {nearest.day}, {nearest.year}, was a {nearest:%A}"
            yield Contradiction(f"weekday of {nearest:%B} {nearest.day}, {nearest.year}", says, (claim,))


def _in_a_row(text: str, claim: Claim) -> bool:
    """Whether several weekdays or days of the month stand together."""
    core = claim.reading.core
    return bool(_BEFORE.search(text, claim.sentence.start, core.start) or _BEHIND.match(text, core.end))


def _days(day: DayExpr, article: Article) -> list[dt.date]:
    """The days that the figures of a date can mean, the nearest to publication first; none where they are not told."""
    if day.month is None or day.day is None:
        return []
    if day.year is not None:
        return _real([day.year], day.month, day.day) if day.anchor is Anchor.NONE and day.year >= _GREGORIAN else []
    told = article.published
    if told is None or told.is_inferred or not told.is_day or day.anchor is not Anchor.PUBLISHED:
        return []
    around = _real(range(told.first.year - 1, told.first.year + 2), day.month, day.day)
    near = sorted(around, key=lambda each: abs((each - told.first).days))
    return [each for each in near if abs((each - told.first).days) <= _RECENT]


def _real(years: Sequence[int], month: int, day: int) -> list[dt.date]:
    found = []
    for year in years:
        try:
            found.append(dt.date(year, month, day))
        except ValueError:
            continue
    return found


WEEKDAY = Check(
    "FC401",
    "weekday",
    "Weekday and date",
    Verdict.CONFLICT,
    "AP Stylebook, days of the week; ISO 8601-1:2019",
    _weekday,
)
