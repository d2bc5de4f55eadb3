"""Extracted pieces become one text with blocks and locators, for formats whose text is not the file's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims.model import Block, BlockRole, Span
from factcheck.model import Locator
from factcheck.read.document import Document, Facts

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, headline or list item as it was extracted."""

    words: str
    """Its words; line ends inside them stay."""
    role: BlockRole = BlockRole.BODY
    """What it is."""
    page: int = 0
    """Page it begins on, from 1; 0: the file has no pages."""
    turns: tuple[tuple[int, int], ...] = ()
    """Where in its words further pages begin, as offset and number of the page."""
    selector: str = ""
    """CSS selector of its element, or ""."""


def composed(
    pieces: Iterable[Piece], facts: Facts | None = None, item: str = "", remarks: tuple[str, ...] = ()
) -> Document:
    """The document that `pieces` make: paragraphs are numbered from 1 and stand one empty line apart."""
    parts: list[str] = []
    blocks: list[Block] = []
    locators: list[Locator] = []
    at = 0
    for piece in pieces:
        words = piece.words.strip()
        if not words:
            continue
        blocks.append(Block(Span(at, at + len(words)), piece.role))
        locators.extend(_locators(piece, at, at + len(words), len(blocks)))
        parts.append(words)
        at += len(words) + len(_BETWEEN)
    return Document(
        _BETWEEN.join(parts) + "\n" if parts else "", tuple(blocks), facts or Facts(), item, remarks, tuple(locators)
    )


def _locators(piece: Piece, start: int, end: int, paragraph: int) -> Iterator[Locator]:
    """A locator a page of a piece that stands at `start` to `end`, outer white space left out."""
    begins = start - (len(piece.words) - len(piece.words.lstrip()))
    page, at = piece.page, start
    for turn, following in piece.turns:
        stop = min(max(begins + turn, at), end)
        if at < stop:
            yield Locator(Span(at, stop), page, paragraph, piece.selector)
        at, page = stop, following
    if at < end:
        yield Locator(Span(at, end), page, paragraph, piece.selector)
