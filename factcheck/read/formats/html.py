"""Saved web pages: the article without menus, links to other stories, comments and captions.

trafilatura (Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL demo) tells which paragraphs are the article; what the page says of itself is read by
`factcheck.read.meta`, which keeps the time of day and the zone that trafilatura drops.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import takewhile
from typing import BinaryIO

from claims.model import BlockRole, Published
from factcheck.errors import UnreadableError
from factcheck.read import dated, head, meta
from factcheck.read.chrome import prune
from factcheck.read.compose import Piece, composed
from factcheck.read.document import Document, Facts, Format
from factcheck.read.elements import Element, markup_text, page, pieces, placed, selector, words_of
from factcheck.read.fields import pieces_of
from factcheck.read.ignores import of_page as ignores_of
from factcheck.read.limits import whole
from factcheck.read.terms import DEFAULT, Terms

_MOST_ELEMENTS = 100_000
_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_SENTENCE = 90
"""Characters from which a paragraph above the text is its first one and no line about it."""
_LEAST = 8
"""Words below which a page holds no article but the label of a button."""
_MOST_LINES = 12
_MOST_OF = 0.6
"""Share of a page's words from which a table cell is the place of its article."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The article of a saved page."""
    text, remarks = markup_text(whole(file, terms.limits.file_size))
    found = of_page(text)
    ignores, odd = ignores_of(text, found.text, found.blocks)
    yield replace(found, remarks=(*remarks, *odd), ignores=ignores)


def of_page(text: str, address: str = "") -> Document:
    """The article in the source of a page that was found at `address`.

    Raises `UnreadableError` where no article is in it.
    """
    root = page(text)
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise UnreadableError(f"the page has more than {_MOST_ELEMENTS:,} elements; save the text of the article")
    facts = meta.facts_of(root, text).over(Facts(url=address).known_from("address"))
    every = list(placed(_body(root), tables=True))
    main = _main(root)
    if _is_short(main):
        main = list(pieces_of(meta.body_of(root)))
    if _is_short(main):
        raise UnreadableError("no article is found on the page; save the text of the article instead")
    above = head.head([facts.title, *_lines([piece for piece, _ in every], facts.title, main)]).facts
    found = list(_placed(_titled(main, facts.title), every))
    when = _local(dated.best((facts.published, above.published, dated.of_address(facts.url))), above.published)
    facts = facts.over(Facts(source=_host(facts.url)).known_from("address")).over(replace(above, published=None))
    facts = replace(facts, published=when or _by_change(facts.modified) or _last_resort(root))
    return composed(found, facts)


def _fits(start: bytes) -> bool:
    return bool(_START.match(start.removeprefix(b"\xef\xbb\xbf")))


FORMAT = Format(
    "web page", (".html", ".htm", ".xhtml"), read,
    "the article; title, source, author, address and dates from JSON-LD, OpenGraph, meta elements or the lines above"
    " the text; no menus, related links, comments, captions, tables", _fits,
)  # fmt: skip


def _body(root: Element) -> Element:
    body = next(root.iter("body"), None)
    return root if body is None else body


def _main(root: Element) -> list[Piece]:
    """The paragraphs that trafilatura holds to be the article."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    chosen = deepcopy(_body(root))
    prune(chosen)
    try:
        found = bare_extraction(_unlaid(chosen), with_metadata=False, include_comments=False, include_tables=False)
    except RecursionError:
        return []
    body = getattr(found, "body", None)
    return list(pieces(body)) if body is not None else []


def _is_short(found: list[Piece]) -> bool:
    return sum(len(piece.words.split()) for piece in found) < _LEAST


def _unlaid(root: Element) -> Element:
    """The cell that holds most of a page which is laid out as a table, else the page."""
    least = _MOST_OF * len(words_of(root))
    cells = [cell for cell in root.iter("td") if len(words_of(cell)) > least]
    if not cells:
        return root
    cell = cells[-1]
    for each in cell.iter("td", "tr", "table", "tbody"):
        each.tag = "div"
    return cell


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _placed(main: Iterable[Piece], every: Iterable[tuple[Piece, Element]]) -> Iterator[Piece]:
    """The article's paragraphs with the place of each on the page, repeats left out."""
    where: dict[str, Element] = {}
    for shown, element in every:
        where.setdefault(_key(shown.words), element)
    seen: set[str] = set()
    numbers: dict[Element, int] = {}
    for piece in main:
        key = _key(piece.words)
        if key and key not in seen:
            seen.add(key)
            yield replace(piece, selector=selector(where[key], numbers) if key in where else "")


def _titled(found: Iterable[Piece], title: str) -> list[Piece]:
    """The headline first, whether or not it stands among the paragraphs."""
    listed = list(found)
    key = _key(title)
    top = next((number for number, piece in enumerate(listed[:4]) if _key(piece.words) == key), None)
    if not key:
        return listed
    if top is None:
        return [Piece(title, BlockRole.HEADLINE), *listed]
    headline = replace(listed[top], role=BlockRole.HEADLINE)
    return [headline, *listed[:top], *listed[top + 1 :]]


def _lines(every: list[Piece], title: str, main: list[Piece]) -> list[str]:
    """The short lines between the headline and the text: byline and dates as a reader sees them."""
    key = _key(title)
    start = next((number for number, piece in enumerate(every) if key and _key(piece.words) == key), None)
    if start is None:
        first = _key(main[0].words)
        start = next((max(0, n - 4) for n, piece in enumerate(every) if _key(piece.words) == first), 0)
    after = takewhile(lambda piece: len(piece.words) < _SENTENCE, every[start + 1 : start + 1 + _MOST_LINES])
    return [line for piece in after for line in piece.words.split("\n")]


def _host(url: str) -> str:
    """The name of the site in an address: who speaks, where the page does not say."""
    found = re.match(r"https?://(?:www\.)?([^/:?#]+)", url)
    return found[1] if found else ""


def _local(when: Published | None, shown: Published | None) -> Published | None:
    """The date that readers are shown, where a machine's stamp in UTC falls on the day beside it.

    A story of Monday evening in Denver is stamped Tuesday 03:00Z; its "today" is Monday.
    """
    if when is None or shown is None or when.time is None or when.offset != 0:
        return when
    beside = shown.is_day and abs(shown.first - when.first) == dt.timedelta(days=1)
    return shown if beside else when


def _by_change(modified: Published | None) -> Published | None:
    """The day of the latest change, where nothing else is known: the text is no younger, and seldom much older."""
    return Published(modified.first, modified.last, "inferred") if modified is not None else None


def _last_resort(root: Element) -> Published | None:
    """The day that htmldate finds in the words of the page."""
    from htmldate import find_date

    try:
        found = find_date(root, original_date=True, extensive_search=False)
    except (ValueError, RecursionError):
        return None
    if not found:
        return None
    day = dt.date.fromisoformat(found)
    return Published(day, day, "page text")
