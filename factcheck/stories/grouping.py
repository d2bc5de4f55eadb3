"""Articles with the names of their stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from factcheck.model import About, Article, StoryMode
from factcheck.stories.cluster import JOIN, alone, joined
from factcheck.stories.near import near
from factcheck.stories.terms import terms, vectors


def stories(articles: Sequence[Article], mode: StoryMode, about: About | None = None) -> tuple[Article, ...]:
    """The articles with their story set: one for all, one a folder, or by content.

    A story is named after the first of its articles by identifier, so that the order of input changes nothing. `about`
    knows the terms of articles, if they are known from before.
    """
    if mode is StoryMode.ALL:
        return tuple(replace(article, story="all") for article in articles)
    if mode is StoryMode.FOLDER:
        return tuple(replace(article, story=story) for article, story in zip(articles, _folders(articles), strict=True))
    groups = _groups(sorted(articles, key=lambda article: article.id), about)
    return tuple(replace(article, story=groups[article.id]) for article in articles)


def _folders(articles: Sequence[Article]) -> list[str]:
    """For each article its folder, by as much of the end of its path as tells it from all others."""
    parents = [PurePath(article.path).parent for article in articles]
    names = {parent: parent.parts[-1:] for parent in parents}
    while doubled := {name for name, times in Counter(names.values()).items() if times > 1}:
        names = {parent: parent.parts[-len(name) - 1 :] if name in doubled else name for parent, name in names.items()}
    return ["/".join(names[parent]) or "." for parent in parents]


def _groups(articles: Sequence[Article], known: About | None) -> dict[str, str]:
    """For each article the name of its story."""
    about = vectors(known(each, partial(terms, each)) if known else terms(each) for each in articles)
    single = [alone(at, article) for at, article in enumerate(articles)]
    pairs = near(about, [cluster.first for cluster in single], JOIN)
    found = joined(dict(enumerate(single)), pairs, about)
    return {articles[at].id: articles[group.members[0]].id for group in found for at in group.members}
