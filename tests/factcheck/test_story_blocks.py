"""Archives are grouped into stories by blocks: what that loses against every pair, and that joining is exact."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, article
from factcheck.model import StoryMode
from factcheck.stories import stories
from factcheck.stories.cluster import JOIN, Cluster, alone, factor, joined
from factcheck.stories.near import blocked, exhaustive, weights_of
from factcheck.stories.terms import Vector, terms, vectors
from tests.speed.events import archive


def made(size: int) -> tuple[list[Article], list[int]]:
    """An archive and the event of each of its articles."""
    told = list(archive(size))
    articles = [article(one.text, name=f"{at:04d}", published=one.published.isoformat()) for at, one in enumerate(told)]
    return articles, [one.event for one in told]


def purity(found: Sequence[int], true: Sequence[int]) -> float:
    """Share of the articles that lie with most of their group in `true`; with the sides changed, completeness."""
    groups: dict[int, Counter[int]] = defaultdict(Counter)
    for group, event in zip(found, true, strict=True):
        groups[group][event] += 1
    return sum(max(events.values()) for events in groups.values()) / len(found)


def test_blocks_lose_next_to_nothing_against_every_pair() -> None:
    articles, true = made(1000)
    about = vectors(terms(each) for each in articles)
    single = [alone(at, each) for at, each in enumerate(articles)]
    days = [each.first for each in single]
    told = []
    for pairs in (exhaustive(about, JOIN), blocked(about, days, JOIN)):
        groups = joined(dict(enumerate(single)), pairs, about)
        homes = {at: group.members[0] for group in groups for at in group.members}
        told.append([homes[at] for at in range(len(articles))])
    every, some = told
    assert purity(some, true) > purity(every, true) - 0.02
    assert purity(true, some) > purity(true, every) - 0.02


def test_what_blocks_find_is_what_every_pair_says() -> None:
    articles, _ = made(300)
    about = vectors(terms(each) for each in articles)
    every = exhaustive(about, JOIN)
    some = blocked(about, [each.published.first if each.published else None for each in articles], JOIN)
    assert {pair: round(like, 9) for pair, like in some.items()}.items() <= {
        pair: round(like, 9) for pair, like in every.items()
    }.items()
    assert some


def test_the_order_of_an_archive_changes_nothing() -> None:
    articles, _ = made(1200)
    one = {each.id: each.story for each in stories(articles, StoryMode.AUTO)}
    assert one == {each.id: each.story for each in stories(articles[::-1], StoryMode.AUTO)}


def plainly(single: Sequence[Cluster], about: Sequence[Vector]) -> list[tuple[int, ...]]:
    """Joining as it is defined, every average worked out anew from all pairs of articles."""
    weights = [weights_of(vector) for vector in about]
    like = {
        (x, y): sum(weight * weights[y].get(term, 0.0) for term, weight in weights[x].items())
        for x, y in combinations(range(len(about)), 2)
    }
    groups = list(single)
    while True:
        links = [
            (factor(a, b) * sum(like[min(x, y), max(x, y)] for x in a.members for y in b.members), a, b)
            for a, b in combinations(groups, 2)
        ]
        ranked = [(total / (len(a.members) * len(b.members)), a, b) for total, a, b in links]
        best = max(ranked, key=lambda each: each[0], default=None)
        if best is None or best[0] < JOIN:
            return sorted(group.members for group in groups)
        groups = [group for group in groups if group not in best[1:]] + [best[1] + best[2]]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(0, 12))
def test_joining_by_what_is_near_is_joining_by_all_pairs(seed: int, size: int) -> None:
    chance = Random(seed)
    told = [{word: chance.uniform(1, 9) for word in chance.sample("abcdefgh", 3)} for _ in range(size)]
    about = vectors(told)
    days = [dt.date(2031, 1, 1) + dt.timedelta(chance.randrange(90)) if chance.random() < 0.7 else None for _ in told]
    single = [Cluster((at,), day, day, frozenset()) for at, day in enumerate(days)]
    found = joined(dict(enumerate(single)), exhaustive(about, JOIN), about)
    assert sorted(group.members for group in found) == plainly(single, about)
