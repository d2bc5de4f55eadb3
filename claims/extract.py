"""Every kind over one text: readings, and the claims that they become, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claims.blocks import blocks as blocks_of
from claims.correction import Standing, standings
from claims.kind import Passage
from claims.kinds import KINDS
from claims.model import Block, BlockRole, Claim, Extraction, Published, Reading, Span, Status, Unread
from claims.nlp import parser
from claims.opening import after_dateline
from claims.register import register
from claims.sentences import sentences
from claims.subject import claims_of, sentences_to_parse
from claims.view import View, view_of
from claims.words.day_order import day_first as order_told
from claims.words.number import refused

_UNTOLD = frozenset({BlockRole.DATELINE, BlockRole.BYLINE})
"""Parts of an article that tell of the article and of no event."""


def _go_on() -> None:
    """Nothing ends the reading."""


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
    parts = tuple(blocks_of(text) if blocks is None else blocks)
    views = [view_of(text, block.span, block.markup) for block in parts]
    for view, readings in zip(views, read_views(views, published, day_first), strict=True):
        found.extend(placed(reading, view) for reading in readings)
    return tuple(sorted(found, key=lambda reading: (reading.span, reading.kind)))


def extract(
    text: str,
    *,
    published: Published | None = None,
    blocks: Iterable[Block] | None = None,
    day_first: bool | None = None,
    model: str | None = None,
    check: Callable[[], None] = _go_on,
) -> Extraction:
    """Readings and claims of `text`, in text order, spans in code points of `text`.

    The arguments of `read`, and `model`: another spaCy pipeline than the bundled one, by name or folder
    (`claims.nlp.ModelError` where it cannot be used). The parser runs only on sentences that hold a reading. `check` is
    called before each block and before the parser; what it raises ends the reading.
    """
    parts = tuple(blocks_of(text) if blocks is None else blocks)
    views = [view_of(text, block.span, block.markup) for block in parts]
    readings = read_views(views, published, day_first, check)
    bounds = [_told(view.text) for view in views]
    names = register(views)
    told = [
        _behind(found, after_dateline(view.text)) if block.role not in _UNTOLD else ()
        for block, view, found in zip(parts, views, readings, strict=True)
    ]
    stand = standings([view.text for view in views], bounds, told)
    kept = [tuple(_kept(reading, standing) for reading, standing in block) for block in stand]
    wanted = sentences_to_parse(views, bounds, kept, names)
    check()
    claims = claims_of(views, wanted, names, parser(model), published) if wanted else []
    claims = list(_standing(claims, views, bounds, stand))
    everything = [placed(reading, view) for view, found in zip(views, readings, strict=True) for reading in found]
    return Extraction(
        readings=tuple(sorted(everything, key=lambda reading: (reading.span, reading.kind))),
        claims=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))),
        unread=tuple(each for view in views for each in unread(view)),
    )


def _behind(readings: Iterable[Reading], dateline: int) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading.core.start >= dateline)


def _told(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a block, its dateline left out."""
    begin = after_dateline(text)
    return [(max(start, begin), end) for start, end in sentences(text) if end > begin]


def unread(view: View) -> Iterator[Unread]:
    """The numbers of one view that are too long to be read, with spans of the original text."""
    for start, end in refused(view.text):
        digits = sum(char.isdigit() for char in view.text[start:end])
        reason = f"a number of {digits:,} digits is not read: no figure of the news is so long"
        yield Unread(view.original(start, end), reason)


def _kept(reading: Reading, standing: Standing) -> Reading:
    """A reading as it goes into the claims: what only tells of a correction is no claim."""
    return reading if standing is Standing.HOLDS else replace(reading, comparable=standing is Standing.WITHDRAWN)


def _standing(
    claims: Iterable[Claim],
    views: Sequence[View],
    bounds: Sequence[Sequence[tuple[int, int]]],
    stand: Sequence[Sequence[tuple[Reading, Standing]]],
) -> Iterator[Claim]:
    """The claims with those marked that the article takes back, also where they name no fact that could be compared."""
    left: dict[Span, Claim] = {}
    aside = set()
    for view, inside, block in zip(views, bounds, stand, strict=True):
        for reading, standing in block:
            found = placed(reading, view)
            if standing is Standing.WITHDRAWN:
                at = next((at for at in inside if at[0] <= reading.core.start < at[1]), (0, len(view.text)))
                left[found.core] = Claim(found.kind, found, found.span, view.original(*at), status=Status.WITHDRAWN)
            elif standing is Standing.ASIDE:
                aside.add(found.core)
    for claim in claims:
        core = claim.reading.core
        if core in left:
            yield replace(claim, status=left.pop(core).status)
        elif core not in aside:
            yield claim
    yield from left.values()


def read_views(
    views: Iterable[View], published: Published | None, day_first: bool | None, check: Callable[[], None] = _go_on
) -> list[tuple[Reading, ...]]:
    """All readings of the views of one text, in order: a date may refer back to the block before.

    Where `day_first` is None the text's own dates tell the order of those in figures, if they do.
    """
    views = list(views)
    if day_first is None:
        day_first = order_told(view.text for view in views)
    found: list[tuple[Reading, ...]] = []
    earlier: tuple[Reading, ...] = ()
    for view in views:
        check()
        found.append(read_view(view, published, day_first, earlier))
        earlier = found[-1] if any(reading.when for reading in found[-1]) else earlier
    return found


def read_view(
    view: View, published: Published | None, day_first: bool | None, earlier: tuple[Reading, ...] = ()
) -> tuple[Reading, ...]:
    """All readings of one view, spans in offsets of the view; `earlier` are those of the view before."""
    passage = Passage(view.text, sentences(view.text), published, day_first, earlier=earlier)
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
