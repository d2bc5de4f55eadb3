"""Every kind over one text: readings, and the claims that they become, in text order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.blocks import blocks as blocks_of
from claims.kind import Passage
from claims.kinds import KINDS
from claims.model import Block, Extraction, Published, Reading, Span
from claims.nlp import parser
from claims.register import register
from claims.sentences import sentences
from claims.subject import claims_of, sentences_to_parse
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


def extract(
    text: str,
    *,
    published: Published | None = None,
    blocks: Iterable[Block] | None = None,
    day_first: bool | None = None,
    model: str | None = None,
) -> Extraction:
    """Readings and claims of `text`, in text order, spans in code points of `text`.

    The arguments of `read`, and `model`: another spaCy pipeline than the bundled one, by name or folder
    (`claims.nlp.ModelError` where it cannot be used). The parser runs only on sentences that hold a reading.
    """
    views = [view_of(text, block.span, block.markup) for block in (blocks_of(text) if blocks is None else blocks)]
    readings = [read_view(view, published, day_first) for view in views]
    bounds = [sentences(view.text) for view in views]
    names = register(views)
    wanted = sentences_to_parse(views, bounds, readings, names)
    claims = claims_of(views, wanted, names, parser(model)) if wanted else []
    everything = [placed(reading, view) for view, found in zip(views, readings, strict=True) for reading in found]
    return Extraction(
        readings=tuple(sorted(everything, key=lambda reading: (reading.span, reading.kind))),
        claims=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))),
    )


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
