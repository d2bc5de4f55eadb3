"""Stretches of files in the terms of machines: what code hosts, editors and CI servers want to know of a place."""

from __future__ import annotations

import os
from dataclasses import dataclass

from claims.model import Span
from factcheck.model import Article, Mention
from factcheck.place import locator, place


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of a file. Lines and columns count from 1; the end is exclusive."""

    path: str
    """The file, with `/` between folders; `stdin` for standard input."""
    line: int
    """Line of the first code point; 0 where the text was extracted, so that its lines are not the file's."""
    column: int
    """Its column in code points."""
    end_line: int
    """Line of the code point after the last."""
    end_column: int
    """Its column in code points."""
    byte_column: int
    """Column of the first code point in bytes of UTF-8."""
    end_byte_column: int
    """Column after the last code point in bytes of UTF-8."""
    inside: str = ""
    """Where in the file, in words, where lines cannot say it: item, page and paragraph."""


def area(mention: Mention) -> Area:
    """Where the words of a mention stand."""
    return area_of(mention.article, mention.claim.span)


def area_of(article: Article, span: Span) -> Area:
    """Where `span` of an article's text stands."""
    path = "stdin" if article.path == "-" else article.path.replace(os.sep, "/")
    inside = [f"item {article.item}"] if article.item else []
    found = locator(article, span.start)
    if found is not None:
        inside += [f"page {found.page}"] * bool(found.page) + [f"paragraph {found.paragraph}"]
        return Area(path, 0, 0, 0, 0, 0, 0, ", ".join(inside))
    start, end = place(article.text, span.start), place(article.text, span.end)
    return Area(
        path, start.line, start.column, end.line, end.column,
        _bytes(article.text, span.start, start.column), _bytes(article.text, span.end, end.column), ", ".join(inside),
    )  # fmt: skip


def _bytes(text: str, offset: int, column: int) -> int:
    return len(text[offset - column + 1 : offset].encode("utf-8", "surrogatepass")) + 1
