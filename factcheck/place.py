"""Where things stand in articles: lines and columns as editors count them, and the places that were not read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claims.blocks import lines
from claims.model import Unread
from factcheck.model import Article, Locator, Skipped


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


def address(article: Article, at: Place) -> str:
    """`path:line:column`, as editors and terminals open it; an item of a file stands after `#`.

    Where the text was extracted its lines are not the file's: the page and the paragraph stand in their place.
    """
    path = f"{article.path}#{article.item}" if article.item else article.path
    found = locator(article, _starts(article.text)[at.line - 1] + at.column - 1)
    if found is None:
        return f"{path}:{at.line}:{at.column}"
    page = f", page {found.page}" if found.page else ""
    return f"{path}{page}, paragraph {found.paragraph}"


def locator(article: Article, offset: int) -> Locator | None:
    """Where in its file the code point at `offset` of an extracted text stands; None where the text is the file's."""
    at = bisect_right(article.locators, offset, key=lambda each: each.span.start) - 1
    return article.locators[max(at, 0)] if article.locators else None


def passed_over(article: Article, places: Iterable[Unread]) -> tuple[Skipped, ...]:
    """What was found in `article` but not read, with its address."""
    return tuple(
        Skipped(article.path, each.reason, whole=True)
        if each.whole
        else Skipped(address(article, place(article.text, each.span.start)), each.reason)
        for each in places
    )
