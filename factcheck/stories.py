"""Which articles tell of one event."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import PurePath

from factcheck.model import Article, StoryMode

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]+")
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "was",
        "were",
        "his",
        "her",
        "from",
        "have",
        "has",
        "had",
        "this",
        "they",
        "their",
        "will",
        "would",
        "been",
        "are",
        "but",
        "not",
        "who",
        "which",
        "said",
        "says",
        "after",
        "about",
        "when",
        "more",
        "than",
        "also",
        "into",
        "over",
        "one",
        "two",
        "three",
        "there",
        "its",
        "out",
        "all",
        "other",
        "what",
        "some",
        "could",
        "can",
        "only",
        "new",
        "year",
        "years",
        "day",
        "days",
        "people",
        "time",
        "first",
        "last",
        "just",
        "before",
        "most",
        "between",
        "because",
        "while",
        "since",
        "where",
        "them",
        "him",
        "she",
        "you",
        "your",
        "our",
        "being",
        "made",
        "many",
        "during",
        "against",
        "under",
        "told",
        "being",
        "those",
        "these",
        "such",
        "may",
        "might",
        "should",
        "any",
        "each",
        "both",
        "very",
        "still",
        "even",
    ]
)
_NAMES = 2.5
_JOIN = 0.30


def stories(articles: Sequence[Article], mode: StoryMode) -> tuple[Article, ...]:
    """The articles with their story set: one for all, one a folder, or by content."""
    if mode is StoryMode.ALL:
        return tuple(replace(article, story="all") for article in articles)
    if mode is StoryMode.FOLDER:
        return tuple(replace(article, story=PurePath(article.path).parent.name or ".") for article in articles)
    vectors = _vectors(articles)
    groups = _cluster(articles, vectors)
    return tuple(replace(article, story=groups[article.id]) for article in articles)


def _vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    counts = [_terms(article) for article in articles]
    held = Counter(term for terms in counts for term in terms)
    total = len(articles)
    vectors = []
    for terms in counts:
        raw = {
            term: (1 + math.log(count))
            * math.log((total + 20) / (held[term] + 0.5))
            * (_NAMES if term[0].isupper() else 1.0)
            for term, count in terms.items()
        }
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors.append({term: weight / norm for term, weight in raw.items()})
    return vectors


def _terms(article: Article) -> Counter[str]:
    prose = " ".join(block.span.of(article.text) for block in article.blocks)
    found: Counter[str] = Counter()
    for word in _WORD.finditer(f"{article.title} {prose}"):
        bare = word.group().removesuffix("'s").removesuffix("’s")
        opens = word.start() == 0 or prose[max(0, word.start() - 2) : word.start()].strip() in (".", "!", "?", '"', "“")
        if bare.lower() in _COMMON or len(bare) < 3:
            continue
        found[bare if bare[0].isupper() and not opens and not bare.isupper() else bare.lower()] += 1
    return found


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def _cluster(articles: Sequence[Article], vectors: Sequence[dict[str, float]]) -> dict[str, str]:
    """Average-link clusters; a story is named after its first article."""
    order = sorted(range(len(articles)), key=lambda at: articles[at].id)
    members = {at: [at] for at in order}
    near = {(x, y): _cosine(vectors[x], vectors[y]) for x, y in combinations(order, 2)}
    while True:
        best = max(
            (
                (_link(near, members[x], members[y]), -rank, x, y)
                for rank, (x, y) in enumerate(combinations(members, 2))
            ),
            default=None,
        )
        if best is None or best[0] < _JOIN:
            break
        members[best[2]] += members.pop(best[3])
    return {articles[at].id: articles[group[0]].id for group in members.values() for at in group}


def _link(near: dict[tuple[int, int], float], x: Sequence[int], y: Sequence[int]) -> float:
    return sum(near.get((a, b), near.get((b, a), 0.0)) for a in x for b in y) / (len(x) * len(y))
