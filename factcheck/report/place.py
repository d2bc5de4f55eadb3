"""Where an offset stands: lines and columns as editors count them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from claims.blocks import lines
from factcheck.model import Article, Mention


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both from 1; columns count code points, lines end at LF, CR LF or CR."""

    line: int
    """Number of the line."""
    column: int
    """Number of the code point in its line."""


def place(text: str, offset: int) -> Place:
    """The place of `offset`, a code point of `text`."""
    starts = _starts(text)
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=64)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(line.start for line in lines(text))


def place_of(mention: Mention) -> Place:
    """Where the words of a mention begin."""
    return place(mention.article.text, mention.claim.span.start)


def address(article: Article, at: Place) -> str:
    """`path:line:column`, as editors and terminals open it; an item of a file stands after `#`."""
    item = f"#{article.item}" if article.item else ""
    return f"{article.path}{item}:{at.line}:{at.column}"
