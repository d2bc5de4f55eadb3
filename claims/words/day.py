"""The one door to dateparser: single absolute dates in figures or run together, whose order must be made out.

dateparser is asked for one expression at a time, never to search a text, with fixed settings, in English, and once for
each expression (the answer does not depend on the day of publication). What needs no making out, such as a month with
its day, is computed by the rules themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from claims.when import DayExpr, Grain

Order = Literal["DMY", "MDY", "YMD"]

_FIGURES = re.compile(r"(\d+)[-/.](\d+)[-/.](\d+)")


@lru_cache(maxsize=4096)
def absolute(words: str, order: Order) -> dt.date | None:
    """The day that an absolute expression names, its figures in the given order; None where it names no whole day."""
    import dateparser

    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if found is None else found.date()


def numeric_date(words: str) -> DayExpr | None:
    """A date in figures: ISO 8601, or day, month and year in one of the two orders.

    Where both orders name a day ("3/4/2021") the expression keeps both, with the month first as its plain reading (see
    `DayExpr.either_order`); the article's own order decides later.
    """
    found = _FIGURES.match(words)
    if found is None:
        return None
    first, second, _ = (int(part) for part in found.groups())
    if first > 31:
        return _complete(absolute(words, "YMD"))
    expr = _complete(absolute(words, "MDY") or absolute(words, "DMY"))
    if expr is None or first > 12 or second > 12 or first == second:
        return expr
    return replace(expr, either_order=True)


def odd_date(words: str) -> DayExpr | None:
    """A date whose parts run together ("Nov11th-2014", "25Apr2019")."""
    spaced = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[A-Z])|[-./,]+", " ", words)
    return _complete(absolute(spaced, "MDY"))


def _complete(day: dt.date | None) -> DayExpr | None:
    return None if day is None else DayExpr(Grain.DAY, year=day.year, month=day.month, day=day.day)
