"""NewsML-G2 and NITF, the XML of news agencies: one article a news item.

Sources: IPTC NewsML-G2 2.34 (newsItem, newsMessage, contentSet with inlineXML or inlineData) and NITF 3.6 (body.head,
body.content, pubdata).
"""

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

_ROOTS = re.compile(rb"<(?:[\w-]+:)?(?:newsItem|newsMessage|nitf|NewsML)\b")


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The news items of a file."""
    root = tree(whole(file, terms.limits.file_size))
    items = [each for each in root.iter() if local(each) == "newsitem"] or ([root] if local(root) == "nitf" else [])
    if not items:
        raise UnreadableError("no news item is in it; NewsML-G2 and NITF are read")
    for number, item in enumerate(items, 1):
        yield _article(item, (item.get("guid") or str(number)) if len(items) > 1 else "")


def _fits(start: bytes) -> bool:
    return bool(_ROOTS.search(start))


FORMAT = Format(
    "NewsML-G2, NITF",
    (".xml", ".newsml", ".nitf"),
    read,
    "an article a news item: headline, byline, provider, first version and text, in the first of its renditions",
    _fits,
)

_CREATED = ("firstcreated", "contentcreated", "versioncreated", "pubdata", "date.issue", "story.date")


def _article(item: Element, name: str) -> Document | Refused:
    found = _body(item)
    if not found:
        return Refused(name or "1", "no text is in this news item; only items of text are read")
    title = _said(item, "headline") or _said(item, "hl1") or _said(item, "title")
    provider = _first(item, "provider")
    source = _said(item, "provider") or (provider.get("literal") or "" if provider is not None else "")
    source = source or _said(item, "infosource") or _said(item, "creditline") or _said(item, "doc.rights")
    author = re.sub(r"^by\s+", "", _said(item, "by") or _said(item, "byline"), flags=re.IGNORECASE)
    facts = Facts(title=title, source=source, author=author).known_from("fields")
    when, remarks = _when(item, _CREATED)
    changed, _ = _when(item, ("versioncreated", "contentmodified"))
    modified = changed if changed is not None and changed != when else None
    made = composed(titled(iter(found), title), replace(facts, published=when, modified=modified), name)
    return replace(made, remarks=(*remarks, *unknown(made.text)))


def _body(item: Element) -> list[Piece]:
    """The paragraphs of an item. Its contents are renditions of one text: the first that holds words is enough."""
    for content in _all(item, "inlinexml", "datacontent") or [item]:
        if found := [piece for part in _parts(content) for piece in pieces(part)]:
            return found
    for data in _all(item, "inlinedata"):
        if found := list(pieces_of("".join(str(part) for part in data.itertext()))):
            return found
    return []


def _parts(content: Element) -> list[Element]:
    """The bodies of NITF, which may hold several, or the one of another markup."""
    if bodies := _all(content, "body.content"):
        return bodies
    return (_all(content, "body")[:1] or [content]) if local(content) == "inlinexml" else []


def _all(item: Element, *names: str) -> list[Element]:
    return [each for each in item.iter() if local(each) in names]


def _first(item: Element, name: str) -> Element | None:
    return next((each for each in item.iter() if local(each) == name), None)


def _said(item: Element, name: str) -> str:
    return words_of(_first(item, name))


def _when(item: Element, names: tuple[str, ...]) -> tuple[Published | None, tuple[str, ...]]:
    found = filter(None, (_first_set(item, name) for name in names))
    return first_of(found, lambda words: published(words, "fields"))


def _first_set(item: Element, name: str) -> str:
    """What the first element of that name says as a date: in an attribute, or in words."""
    element = _first(item, name)
    if element is None:
        return ""
    return element.get("norm") or element.get("date.publication") or words_of(element)
