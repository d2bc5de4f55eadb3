"""Stories in batches: enough work for one task that handing it over costs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Article
from factcheck.telling import Story

SIZE = 30_000
"""Characters of a batch: half a second's reading. Measured: half of it and twice of it take equally long."""


def batches(work: Iterable[Story], size: int = SIZE) -> Iterator[tuple[Story, ...]]:
    """The stories in their order, so many at a time that their texts reach `size` characters."""
    held: list[Story] = []
    length = 0
    for story in work:
        held.append(story)
        length += weight(story.articles)
        if length >= size:
            yield tuple(held)
            held, length = [], 0
    if held:
        yield tuple(held)


def pieces(articles: Sequence[Article], size: int = SIZE) -> Iterator[tuple[Article, ...]]:
    """The articles of one large story in parts of about `size` characters."""
    return (tuple(article for story in part for article in story.articles) for part in batches(_each(articles), size))


def weight(articles: Iterable[Article]) -> int:
    """How much there is to read, in characters."""
    return sum(len(article.text) for article in articles)


def _each(articles: Sequence[Article]) -> Iterator[Story]:
    return (Story("", (article,)) for article in articles)
