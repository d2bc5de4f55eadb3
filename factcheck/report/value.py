"""Values and mentions in the terms of the JSON schemas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias

from claims.model import Clock, Days, Interval, Markup, Pair, Reading, Span, Value
from factcheck.model import Article, Mention
from factcheck.place import locator, place
from factcheck.report.quote import marks
from factcheck.report.wording import zone

Json: TypeAlias = dict[str, Any]
"""A JSON object."""
_DAY = 24 * 60
_LONGEST_NUMBER = 60
_AROUND = 32
"""Characters on either side by which a quotation is told from others of the same words."""


def mention(given: Mention) -> Json:
    """A mention: whose words, where, in which sentence, and what they say."""
    claim, article = given.claim, given.article
    return {
        **spot(article, claim.span),
        "source": article.source,
        "passage": _passage(article, claim.sentence),
        "value": value(claim.reading),
        "modality": str(claim.value.modality),
        **told({"as_of": claim.as_of, "attributed_to": claim.attributed_to}),
        "status": str(claim.status),
    }


def _passage(article: Article, span: Span) -> Json:
    """A sentence as it stands in the text, and what of it is markup and no word."""
    return {"text": span.of(article.text), "start": span.start, **marked(marks(article, span))}


def marked(given: Iterable[Markup]) -> Json:
    """Stretches of markup with what is read in their place; nothing where there are none."""
    found = [{"start": each.span.start, "end": each.span.end, **told({"reads": each.reads})} for each in given]
    return {"markup": found} if found else {}


def spot(article: Article, span: Span) -> Json:
    """Words of an article and where they stand; offsets count code points of the article's text."""
    at = place(article.text, span.start)
    return {
        "article": article.id,
        "quote": span.of(article.text),
        "start": span.start,
        "end": span.end,
        "line": at.line,
        "column": at.column,
        **_located(article, span),
    }


def _located(article: Article, span: Span) -> Json:
    """Where words of an extracted text stand in the file, and a W3C TextQuoteSelector to find them there."""
    found = locator(article, span.start)
    if found is None:
        return {}
    text = article.text
    return {
        "location": {
            **({"page": found.page} if found.page else {}),
            "paragraph": found.paragraph,
            **told({"css": found.selector}),
        },
        "selector": {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(found.span.start, span.start - _AROUND) : span.start],
            "suffix": text[span.end : max(span.end, min(found.span.end, span.end + _AROUND))],
        },
    }


def value(reading: Reading) -> Json:
    """A value as stated, before rounding and hedges; `low` and `high` in `unit`."""
    given: Json = {"text": reading.value.words, "unit": reading.value.unit, **bounds(reading.value)}
    if reading.timex:
        timex = reading.timex
        given["timex"] = {"type": timex.type, "value": timex.value, **told({"mod": timex.mod})}
    return given


def bounds(given: Value) -> Json:
    """The ends of the stated region: decimal strings or ISO 8601, null where unbounded.

    A pair has no ends; its two intervals stand in `parts`.
    """
    match given.stated:
        case Interval() as interval:
            return _interval(interval)
        case Pair(first, second):
            open_ended = _ends(None, None)
            return {**open_ended, "parts": [_interval(first), _interval(second)]}
        case Days() as days:
            return _ends(*_days(days))
        case Clock() as clock:
            return _ends(_instant(clock, clock.low), _instant(clock, clock.high))


def told(given: dict[str, str]) -> dict[str, str]:
    """Only what is said: entries that are not empty."""
    return {name: words for name, words in given.items() if words}


def _interval(given: Interval) -> Json:
    ends = _ends(number(given.low), number(given.high))
    return {**ends, "low_open": given.low_open, "high_open": given.high_open}


def _ends(low: str | None, high: str | None) -> Json:
    return {"low": low, "high": high, "low_open": False, "high_open": False}


def number(given: Decimal | None) -> str | None:
    """A decimal string without needless noughts; of absurd size in scientific notation."""
    if given is None:
        return None
    plain = given.normalize()
    if abs(plain.adjusted()) > _LONGEST_NUMBER:
        return str(plain)
    return format(plain, "f")


def _days(days: Days) -> tuple[str | None, str | None]:
    """First and last day; where no year is known a pattern with X for what is open, as in TIMEX3."""
    if days.first or days.last:
        return _iso(days.first), _iso(days.last)
    if days.months or days.days:
        first, last = days.days or (None, None)
        months: list[int | None] = [*sorted(days.months)] or [None]
        return _pattern(months[0], first), _pattern(months[-1], last)
    if days.weekdays:
        return f"XXXX-WXX-{min(days.weekdays) + 1}", f"XXXX-WXX-{max(days.weekdays) + 1}"
    return None, None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _pattern(month: int | None, day: int | None) -> str:
    year_and_month = f"XXXX-{month:02}" if month else "XXXX-XX"
    return f"{year_and_month}-{day:02}" if day else year_and_month


def _instant(clock: Clock, minutes: int) -> str:
    """A minute of a day; past midnight it belongs to the day after, where the day is known."""
    days, rest = divmod(minutes, _DAY)
    date = "XXXX-XX-XX"
    if clock.days.is_day and clock.days.first and clock.days.first.toordinal() + days <= dt.date.max.toordinal():
        date = (clock.days.first + dt.timedelta(days=days)).isoformat()
    return f"{date}T{rest // 60:02}:{rest % 60:02}{zone(clock.offset)}"
