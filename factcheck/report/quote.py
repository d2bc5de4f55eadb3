"""What a reader sees of an article: the sentence around a claim, markup passed over, the claim told apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Block, Markup, Span
from factcheck.model import Article, Mention
from factcheck.report.safe import plain

ROOM = 160
"""Characters of a sentence shown on either side of a claim; more is cut at a word."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts, each in one line and safe to show."""

    before: str
    """The words before the claim."""
    words: str
    """The claim's own words."""
    after: str
    """The words after it."""


def quote(mention: Mention, room: int = ROOM) -> Quote:
    """The sentence of `mention`, its claim in the middle, with at most `room` characters on either side."""
    claim, article = mention.claim, mention.article
    before = shown(article, Span(min(claim.sentence.start, claim.span.start), claim.span.start))
    after = shown(article, Span(claim.span.end, max(claim.sentence.end, claim.span.end)))
    return Quote(_end_of(before.lstrip(), room), shown(article, claim.span), _begin_of(after.rstrip(), room))


def shown(article: Article, span: Span) -> str:
    """The words of `span` as a reader of the article sees them: in one line, without markup."""
    text = article.text
    parts: list[str] = []
    at = span.start
    for mark in marks(article, span):
        parts += [text[at : max(at, mark.span.start)], mark.reads]
        at = min(max(at, mark.span.end), span.end)
    return plain("".join([*parts, text[at : span.end]]))


def marks(article: Article, span: Span) -> Iterator[Markup]:
    """The markup that lies in `span` or reaches into it, in text order."""
    for block in _blocks(article, span):
        yield from (mark for mark in block.markup if mark.span.overlaps(span))


def _blocks(article: Article, span: Span) -> tuple[Block, ...]:
    first = bisect_left(article.blocks, span.start, key=lambda block: block.span.end)
    last = bisect_left(article.blocks, span.end, key=lambda block: block.span.start)
    return article.blocks[first:last]


def _end_of(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return "… " + words[-room:].partition(" ")[2]


def _begin_of(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return words[:room].rpartition(" ")[0] + " …"
