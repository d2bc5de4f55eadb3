"""RSS 2.0, RSS 1.0 and Atom 1.0 (RFC 4287): an article an entry, as much of it as the feed holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from claims.model import Published
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece, composed
from factcheck.read.document import Document, Facts, Format, Refused
from factcheck.read.elements import Element, local, pieces, tree, unknown, words_of
from factcheck.read.fields import pieces_of, titled
from factcheck.read.limits import whole
from factcheck.read.published import first_of, published
from factcheck.read.terms import DEFAULT, Terms

_TEXTS = ("encoded", "content", "description", "summary")
_MEDIA = ("http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss")
"""Media RSS, whose `content`, `title` and `description` are those of a picture."""
_ROOTS = re.compile(rb"<(?:[\w-]+:)?(?:rss|RDF|feed)\b")


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The entries of a feed."""
    root = tree(whole(file, terms.limits.file_size))
    if local(root) not in ("rss", "rdf", "feed"):
        raise UnreadableError("it is no feed; RSS and Atom are read")
    channel = next((each for each in root.iter() if local(each) == "channel"), root)
    source = _said(channel, "title")
    entries = [each for each in root.iter() if local(each) in ("item", "entry")]
    if not entries:
        raise UnreadableError("no entry is in the feed; save it again")
    for number, entry in enumerate(entries, 1):
        yield _article(entry, source, number)


def _fits(start: bytes) -> bool:
    return bool(_ROOTS.search(start))


FORMAT = Format(
    "feed",
    (".rss", ".atom", ".xml"),
    read,
    "an article an entry: title, text or summary, author, address, date; the feed's title as source",
    _fits,
)


def _article(entry: Element, source: str, number: int) -> Document | Refused:
    item = re.sub(r"[\s#]+", " ", _said(entry, "guid") or _said(entry, "id") or _link(entry)) or str(number)
    try:
        title = " ".join(word for piece in pieces_of(_said(entry, "title")) for word in piece.words.split())
        body = next((found for name in _TEXTS if (found := _inner(entry, name))), None)
    except UnreadableError as error:
        return Refused(item, str(error))
    if body is None:
        return Refused(item, "the entry holds no text, only a link; save the page itself")
    facts = Facts(title, _said(entry, "source") or source, _link(entry), _author(entry)).known_from("feed")
    when, remarks = _when(entry, ("pubdate", "published", "issued", "date", "updated"))
    modified = _when(entry, ("updated", "modified"))[0] if _child(entry, "published") is not None else None
    made = composed(titled(iter(body), title), replace(facts, published=when, modified=modified), item)
    return replace(made, remarks=(*remarks, *unknown(made.text)))


def _child(entry: Element, name: str) -> Element | None:
    """The child of that name: one of the feed's own names before those of others, none that speaks of a picture."""
    named = [each for each in entry if local(each) == name and not _namespace(each).startswith(_MEDIA)]
    return min(named, key=lambda each: _namespace(each) != _namespace(entry), default=None)


def _namespace(element: Element) -> str:
    return str(element.tag).rpartition("}")[0].lstrip("{")


def _said(entry: Element, name: str) -> str:
    return words_of(_child(entry, name))


def _inner(entry: Element, name: str) -> list[Piece]:
    """The paragraphs in an element: HTML as text, or as elements (Atom's `xhtml`)."""
    found = _child(entry, name)
    if found is None:
        return []
    return list(pieces(found) if len(found) else pieces_of((found.text or "").strip()))


def _link(entry: Element) -> str:
    links = [each for each in entry if local(each) == "link" and each.get("rel") in (None, "alternate")]
    found = next((each.get("href") or words_of(each) for each in links), "")
    return found if found.startswith("http") else ""


def _author(entry: Element) -> str:
    found = _child(entry, "creator")
    if found is not None:
        return words_of(found)
    author = _child(entry, "author")
    if author is None:
        return ""
    name = _child(author, "name")
    return words_of(name) if name is not None else words_of(author)


def _when(entry: Element, names: tuple[str, ...]) -> tuple[Published | None, tuple[str, ...]]:
    stated = (words for name in names if (words := _said(entry, name)))
    return first_of(stated, lambda words: published(words, "feed"))
