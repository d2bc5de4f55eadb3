"""Every kind over one text: readings in text order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.blocks import blocks as blocks_of
from claims.kind import Passage
from claims.kinds import KINDS
from claims.model import Block, Published, Reading, Span
from claims.sentences import sentences
from claims.view import View, view_of


def read(
    text: str,
    *,
    published: Published | None = None,
    blocks: Iterable[Block] | None = None,
    day_first: bool | None = None,
) -> tuple[Reading, ...]:
    """All readings of `text` in text order, spans in code points of `text`.

    `published` is the document creation time that relative dates hang on, `blocks` the prose to read (found in plain
    text where None), `day_first` the article's order of numeric dates where it is known.
    """
    found: list[Reading] = []
    for block in blocks_of(text) if blocks is None else blocks:
        view = view_of(text, block.span, block.markup)
        for reading in read_view(view, published, day_first):
            found.append(placed(reading, view))
    return tuple(sorted(found, key=lambda reading: (reading.span, reading.kind)))


def read_view(view: View, published: Published | None, day_first: bool | None) -> tuple[Reading, ...]:
    """All readings of one view, spans in offsets of the view."""
    passage = Passage(view.text, sentences(view.text), published, day_first)
    for kind in KINDS:
        new = tuple(kind.find(passage))
        if new:
            passage = replace(passage, taken=(*passage.taken, *new))
    return passage.taken


def placed(reading: Reading, view: View) -> Reading:
    """The same reading with spans of the original text instead of the view."""

    def back(span: Span) -> Span:
        return view.original(span.start, span.end)

    noun = replace(reading.noun, span=back(reading.noun.span)) if reading.noun else None
    return replace(reading, span=back(reading.span), core=back(reading.core), noun=noun)
