"""Which mentions go back to one text: the wire story that several papers print speaks once.

The measure is the containment of word shingles (Broder 1997): how many runs of four words of the shorter passage also
stand in the longer one. The METER corpus of agency stories and the newspapers that took them over (Gaizauskas et al.
2001; Clough et al. 2002) is why paragraphs are measured, and not articles alone: papers cut a wire text from the end,
put their own top on it, and change single words. Words inside quotation marks are left out, as two reporters in one
court hear one speech, and figures count as one word, so that a copy with a changed figure is still seen as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from claims.model import Span
from factcheck.model import Article, Mention

_RUN = 4
"""Words of a shingle."""
_SENTENCE = (9, 0.8)
_PARAGRAPH = (14, 0.6)
_ARTICLE = (60, 0.7)
"""Shingles that the shorter passage must have, and the share of them that the other must hold."""
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")

Origins = Mapping[str, str]
"""For each article (by identifier) the first of those that have its origin."""


def origins(mentions: Sequence[Mention], against: Iterable[tuple[str, str]] = ()) -> Origins:
    """The articles of `mentions` by origin, the first identifier standing for all that copy one text.

    Two copies of one article are always one. `against` holds pairs of articles that contradict each other: who changes
    a figure of the text he copies speaks for himself.
    """
    apart = {frozenset(pair) for pair in against}
    articles = sorted({mention.article.id for mention in mentions})
    found = {article: article for article in articles}
    for a, b in combinations(mentions, 2):
        x, y = found[a.article.id], found[b.article.id]
        if x == y or not _one_text(a, b):
            continue
        joined = [article for article in articles if found[article] in (x, y)]
        if not any(frozenset(pair) in apart for pair in combinations(joined, 2)):
            found.update(dict.fromkeys(joined, min(x, y)))
    return found


def _one_text(a: Mention, b: Mention) -> bool:
    """Whether one of two mentions stands in a passage copied from the other's, or both in copies of one article."""
    x, y = a.article, b.article
    if (x.duplicate_of or x.id) == (y.duplicate_of or y.id):
        return True
    pairs = (
        (_SENTENCE, a.claim.sentence.of(x.text), b.claim.sentence.of(y.text)),
        (_PARAGRAPH, _paragraph(a), _paragraph(b)),
        (_ARTICLE, _body(x), _body(y)),
    )
    return any(_copied(one, other, *bounds) for bounds, one, other in pairs)


def _paragraph(mention: Mention) -> str:
    at = mention.claim.span
    around = (block.span for block in mention.article.blocks if block.span.covers(at))
    return next(around, Span(at.start, at.end)).of(mention.article.text)


@lru_cache(maxsize=256)
def _body(article: Article) -> str:
    return "\n".join(block.span.of(article.text) for block in article.blocks)


def _copied(a: str, b: str, least: int, share: float) -> bool:
    """Whether `share` of the shingles of the shorter text stand in the other, at least `least` being there."""
    small, large = sorted((_shingles(a), _shingles(b)), key=len)
    return len(small) >= least and len(small & large) >= share * len(small)


@lru_cache(maxsize=1024)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of words of `text` outside quotation marks, a figure standing for every figure."""
    runs: set[tuple[str, ...]] = set()
    for piece in _QUOTED.split(text):
        words = ["0" if word[0].isdigit() else word.casefold() for word in _WORD.findall(piece)]
        runs.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return frozenset(runs)
