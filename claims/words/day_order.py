"""Whether an article puts the day before the month in dates written in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d|[/.-]\d)")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b")


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether the texts of an article put the day before the month; None where they do not tell.

    Dates in figures that leave no choice ("25/4/2019") decide. Without any, the order of dates with the month's name
    does: who writes "25 April" also writes 25/4, who writes "April 25" writes 4/25. A paper that spells one way and
    counts the other is the case this gets wrong.
    """
    found = list(texts)
    if not any(_FIGURES.search(text) for text in found):
        return None
    day = month = 0
    for text in found:
        for first, _, second in _FIGURES.findall(text):
            day += int(first) > 12 >= int(second)
            month += int(second) > 12 >= int(first)
    if day == month:
        day = sum(len(_DAY_FIRST.findall(text)) for text in found)
        month = sum(len(_MONTH_FIRST.findall(text)) for text in found)
    return None if day == month else day > month
