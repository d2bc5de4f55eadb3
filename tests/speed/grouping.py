"""How grouping articles into stories grows with an archive, and what blocks lose against every pair."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from factcheck import Article, article
from factcheck.model import StoryMode
from factcheck.stories import stories
from factcheck.stories.cluster import JOIN, alone, joined
from factcheck.stories.near import blocked, exhaustive
from factcheck.stories.terms import terms, vectors
from tests.speed.events import archive
from tests.speed.ratio import Ratio, spent

_SMALL = 1000


def ratios(large: int) -> Iterator[Ratio]:
    """Growth from a thousand articles to `large`, and purity and completeness at a thousand."""
    small, true = made(_SMALL)
    low = spent(lambda: stories(small, StoryMode.AUTO), 3)
    many, _ = made(large)
    high = spent(lambda: stories(many, StoryMode.AUTO))
    grown = math.log(high / low) / math.log(large / _SMALL)
    yield Ratio("stories: growth exponent", grown, 1.3, True, f"{_SMALL:,}: {low:.2f} s, {large:,}: {high:.1f} s")
    every, some = homes(small)
    for name, loss in (
        ("purity", purity(every, true) - purity(some, true)),
        ("completeness", purity(true, every) - purity(true, some)),
    ):
        yield Ratio(f"stories: {name} lost by blocks at {_SMALL:,}", loss, 0.02, True)


def made(size: int) -> tuple[list[Article], list[int]]:
    """An archive, and the event of each of its articles."""
    told = list(archive(size))
    articles = [article(one.text, name=f"{at:06d}", published=one.published.isoformat()) for at, one in enumerate(told)]
    return articles, [one.event for one in told]


def homes(articles: Sequence[Article]) -> tuple[list[int], list[int]]:
    """The story of each article, with every pair looked at and with blocks."""
    about = vectors(terms(each) for each in articles)
    single = [alone(at, each) for at, each in enumerate(articles)]
    found = []
    for pairs in (exhaustive(about, JOIN), blocked(about, [each.first for each in single], JOIN)):
        groups = joined(dict(enumerate(single)), pairs, about)
        home = {at: group.members[0] for group in groups for at in group.members}
        found.append([home[at] for at in range(len(articles))])
    return found[0], found[1]


def purity(found: Sequence[Hashable], true: Sequence[Hashable]) -> float:
    """Share of the articles that lie with most of their group in `true`; with the sides changed, completeness."""
    groups: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for group, event in zip(found, true, strict=True):
        groups[group][event] += 1
    return sum(max(events.values()) for events in groups.values()) / len(found)
