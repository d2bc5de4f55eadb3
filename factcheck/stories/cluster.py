"""Joining articles into stories, the likest two groups first.

The likeness of two groups is the average over their pairs, so that a round-up which shares a paragraph with two stories
cannot join them, times a factor for the time between them. Only pairs that are alike enough to be joined are held: the
average over two joined groups lies between the averages of each, so that groups neither of which is alike enough to a
third never become so by joining, and what is left out is worked out from sums of vectors where it is asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import repeat
from operator import mul

from claims.view import view_of
from factcheck.model import Article
from factcheck.stories.near import Pair, ordered, weights_of
from factcheck.stories.terms import LEAD_LEAST, Vector

_QUARTER = re.compile(r"\b(?:(first|second|third|fourth)[ -]quarter|Q([1-4])|([1-4])Q)\b", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DAY = re.compile(
    rf"\b(?:(?P<before>[123]?\d)(?:st|nd|rd|th)? {_MONTH}|{_MONTH.replace('month', 'of')} (?P<behind>[123]?\d)\b)"
)
_YEAR_BEHIND = re.compile(r",? (?:19|20)\d\d")
JOIN = 0.13
"""Average likeness from which on two groups are one story; unrelated articles stay below 0.1."""
_WINDOW = ((14, 1.0), (45, 0.75))
_FAR = 0.2
"""Factor for publication dates more than 45 days apart."""
_OTHER_QUARTER = 0.5
_SEASON = 45
_OTHER_SEASON = 0.3
"""Factor for articles of which one is undated, where the days of the year they name are more than `_SEASON` apart."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles held to tell of one event, with what is known of when they were published."""

    members: tuple[int, ...]
    first: dt.date | None
    last: dt.date | None
    quarters: frozenset[str]
    season: frozenset[int] = frozenset()
    """Days of the year (1-366) that the articles are dated by or name without a year."""

    def __add__(self, other: Cluster) -> Cluster:
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        members = tuple(sorted((*self.members, *other.members)))
        quarters = self.quarters | other.quarters
        season = self.season | other.season
        return Cluster(members, min(firsts, default=None), max(lasts, default=None), quarters, season)


def factor(a: Cluster, b: Cluster) -> float:
    """Factor for the time between two groups and for the quarters they speak of; 1 where neither is known.

    An undated article takes the dates of its group, so that it cannot bridge last year's trial and this year's appeal;
    where one group has none, the days of the year that they name are compared.
    Within one fortnight quarters tell nothing apart: a report on one quarter also speaks of the one before.
    """
    factor = 1.0
    if a.quarters and b.quarters and not a.quarters & b.quarters:
        factor = _OTHER_QUARTER
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return factor * _by_season(a.season, b.season)
    gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
    if gap <= _WINDOW[0][0]:
        return _WINDOW[0][1]
    return factor * next((weight for most, weight in _WINDOW if gap <= most), _FAR)


def _by_season(a: frozenset[int], b: frozenset[int]) -> float:
    """Factor for two groups by the days of the year that they name; 1 where one of them names none.

    Two stories of one season in two years are the case this cannot tell apart.
    """
    apart = [min(abs(x - y), 366 - abs(x - y)) for x in a for y in b]
    return _OTHER_SEASON if apart and min(apart) > _SEASON else 1.0


def _season(article: Article) -> frozenset[int]:
    """The day of the year of publication, else the first that the lead names without a year."""
    if article.published is not None and not article.published.is_open:
        return frozenset({article.published.first.timetuple().tm_yday})
    lead = " ".join(view_of(article.text, block.span, block.markup).text for block in article.blocks)[: 2 * LEAD_LEAST]
    for found in _DAY.finditer(lead):
        day, month = found["before"] or found["behind"], found["month"] or found["of"]
        if not _YEAR_BEHIND.match(lead, found.end()) and 1 <= int(day) <= 31:
            return frozenset({int(_MONTHS.index(month[:3].lower()) * 30.5) + int(day)})
    return frozenset()


def _quarter(article: Article) -> frozenset[str]:
    """The quarter of a year that the article speaks of most, if any."""
    told = Counter(
        "first second third fourth".split().index(found[1].lower()) + 1 if found[1] else int(found[2] or found[3])
        for found in _QUARTER.finditer(article.text)
    )
    return frozenset({str(min(told, key=lambda number: (-told[number], number)))} if told else ())


def alone(at: int, article: Article) -> Cluster:
    """The group of the one article at position `at`."""
    day = article.published
    day = None if day is None or day.is_open else day
    first, last = (day.first, day.last) if day else (None, None)
    return Cluster((at,), first, last, _quarter(article), _season(article))


def joined(clusters: dict[int, Cluster], near: dict[Pair, float], about: Sequence[Vector]) -> list[Cluster]:
    """Join the two likest groups, by the average of their pairs, until none are alike enough.

    `near` holds the likeness of the pairs of articles that is `JOIN` or more, `about` the vector of each article.
    Both `clusters` and `near` are used up.
    """
    links = {pair: mean * factor(clusters[pair[0]], clusters[pair[1]]) for pair, mean in near.items()}
    beside: dict[int, set[int]] = defaultdict(set)
    for x, y in near:
        beside[x].add(y)
        beside[y].add(x)
    sums = _Sums(about)
    queue = [(-link, *pair) for pair, link in links.items() if link >= JOIN]
    heapify(queue)
    while queue:
        link, x, y = heappop(queue)
        if links.get((x, y)) != -link:  # joined or weighed anew since
            continue
        others = (beside[x] | beside.pop(y)) - {x, y}
        means = _means(clusters, near, sums, (x, y), others)
        clusters[x] += clusters.pop(y)
        sums.join(x, y)
        del links[x, y], near[x, y]
        beside[x] = {other for other, mean in means.items() if mean >= JOIN}
        for other, mean in means.items():
            one, two = ordered(x, other), ordered(y, other)
            for pair in (one, two):
                near.pop(pair, None), links.pop(pair, None)
            beside[other] -= {x, y}
            if mean < JOIN:
                continue
            beside[other].add(x)
            near[one], links[one] = mean, mean * factor(clusters[x], clusters[other])
            if links[one] >= JOIN:
                heappush(queue, (-links[one], *one))
    return [clusters[at] for at in sorted(clusters)]


class _Sums:
    """The sums of the vectors of groups: two of them multiplied are the likeness of all pairs between the groups."""

    def __init__(self, about: Sequence[Vector]) -> None:
        self._about = about
        self._sums: dict[int, dict[int, float]] = {}

    def of(self, at: int) -> dict[int, float]:
        """The sum of the group at `at`."""
        if at not in self._sums:
            self._sums[at] = weights_of(self._about[at])
        return self._sums[at]

    def join(self, x: int, y: int) -> None:
        """Make the sum of `x` that of both."""
        whole = self.of(x)
        for term, weight in self.of(y).items():
            whole[term] = whole.get(term, 0.0) + weight
        del self._sums[y]


def _means(
    clusters: Mapping[int, Cluster], near: Mapping[Pair, float], sums: _Sums, both: Pair, others: Iterable[int]
) -> dict[int, float]:
    """The average likeness of each of `others` to the two groups `both` taken together."""
    sizes = [len(clusters[at].members) for at in both]
    found = {}
    for other in others:
        each = [
            near.get(ordered(at, other)) or _dot(sums.of(at), sums.of(other)) / (size * len(clusters[other].members))
            for at, size in zip(both, sizes, strict=True)
        ]
        found[other] = (each[0] * sizes[0] + each[1] * sizes[1]) / sum(sizes)
    return found


def _dot(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    small, large = (a, b) if len(a) < len(b) else (b, a)
    weights: Iterable[float] = map(large.get, small, repeat(0.0))
    return sum(map(mul, small.values(), weights), 0.0)
