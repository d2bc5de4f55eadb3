"""Stretches of days among which stories are told apart, where an archive has too many articles to do it at once.

News on one event appears within days, so that two articles of two stretches are hardly ever of one story. The case this
gets wrong: a story that is under way at the border of two stretches is cut in two, and articles without a date are
compared with each other alone. Both lose findings and invent none.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from factcheck.model import Article, Options, StoryMode

Day = dt.date | None
"""A day of publication; None: it is not known."""


def periods(counts: Mapping[Day, int], most: int) -> dict[Day, int]:
    """For each day the number of its stretch, from 0: as few as hold `most` articles or a single day each.

    `counts` says how many articles each day has. Where all are no more than `most`, everything is one stretch.
    """
    if sum(counts.values()) <= most:
        return dict.fromkeys(counts, 0)
    found: dict[Day, int] = {}
    number, held = 0, 0
    for day in sorted(day for day in counts if day is not None):
        if held and held + counts[day] > most:
            number, held = number + 1, 0
        found[day] = number
        held += counts[day]
    if None in counts:
        found[None] = number + 1 if found else 0
    return found


def day_of(article: Article) -> Day:
    """The day by which an article belongs to a stretch: the first on which it can have been published."""
    known = article.published
    return None if known is None or known.is_open else known.first


def parted(articles: Sequence[Article], options: Options) -> list[list[Article]]:
    """The articles stretch by stretch; together where the user says what a story is."""
    if options.story is not StoryMode.AUTO:
        return [list(articles)]
    numbers = periods(Counter(map(day_of, articles)), options.limits.period_articles)
    found: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        found[numbers[day_of(article)]].append(article)
    return [found[number] for number in sorted(found)] or [[]]
