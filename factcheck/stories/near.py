"""Which pairs of articles are alike enough to be asked whether they tell of one event.

Few articles are all compared with each other, through an index from terms to articles. In an archive that would cost
the square of its size, so there two articles are compared only where they were published within weeks of each other and
share one of the terms that tell most of both: rare names, mostly. The bias: a story whose reports share nothing but
what is common in the archive at that time is parted, and so is one that is taken up again, almost word for word, after
more than six weeks.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import mul

from factcheck.stories.terms import Vector

Pair = tuple[int, int]
"""Two positions, the lower first."""

_FEW = 1000
"""Articles of which every pair is compared."""
_KEYS = 20
"""Terms that an archive finds an article by: those of its largest weights."""
_CROWD = 20
"""Articles that share a term, nearest in time, with which one more is compared for its sake."""
_WINDOW = 45
"""Days between two reports of one story, at most; the factor for the time between is small beyond."""


def near(about: Sequence[Vector], days: Sequence[dt.date | None], least: float) -> dict[Pair, float]:
    """The likeness (cosine) of each pair of `about` in which it is `least` or more.

    `days` are the dates of publication, where they are known; with many articles they choose what is compared.
    """
    if len(about) <= _FEW:
        return exhaustive(about, least)
    return blocked(about, days, least)


def exhaustive(about: Sequence[Vector], least: float) -> dict[Pair, float]:
    """All pairs that are alike enough."""
    holders: dict[int, list[tuple[int, float]]] = defaultdict(list)
    found: dict[Pair, float] = {}
    for at, vector in enumerate(about):
        likeness: dict[int, float] = defaultdict(float)
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            for other, its in holders[term]:
                likeness[other] += weight * its
            holders[term].append((at, weight))
        found.update(((other, at), like) for other, like in likeness.items() if like >= least)
    return found


def blocked(about: Sequence[Vector], days: Sequence[dt.date | None], least: float) -> dict[Pair, float]:
    """The pairs that are alike enough among those that share a telling term within the window."""
    found: dict[Pair, float] = {}
    for at, others in _candidates(about, days):
        own = weights_of(about[at])
        for other in others:
            vector = about[other]
            like = sum(map(mul, map(own.get, vector.terms, repeat(0.0)), vector.weights))
            if like >= least:
                found[ordered(at, other)] = like
    return found


def weights_of(vector: Vector) -> dict[int, float]:
    """The weights of a vector by term."""
    return dict(zip(vector.terms, vector.weights, strict=True))


def ordered(x: int, y: int) -> Pair:
    """The two positions, the lower first."""
    return (x, y) if x < y else (y, x)


def _candidates(about: Sequence[Vector], days: Sequence[dt.date | None]) -> Iterator[tuple[int, set[int]]]:
    """Each article with those before it, in order of time, that it is compared with; undated ones come last."""
    dates = [dt.date.max.toordinal() if day is None else day.toordinal() for day in days]
    holders: dict[int, list[int]] = defaultdict(list)
    since: dict[int, list[int]] = defaultdict(list)
    for at in sorted(range(len(about)), key=lambda at: (dates[at], at)):
        earliest = 0 if days[at] is None else dates[at] - _WINDOW
        others: set[int] = set()
        for term in _keys(about[at]):
            start = max(bisect_left(since[term], earliest), len(holders[term]) - _CROWD)
            others.update(holders[term][start:])
            holders[term].append(at)
            since[term].append(dates[at])
        yield at, others


def _keys(vector: Vector) -> list[int]:
    ranked = sorted(zip(vector.weights, vector.terms, strict=True), key=lambda each: (-each[0], each[1]))
    return [term for _, term in ranked[:_KEYS]]
