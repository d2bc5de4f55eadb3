"""Writer files (.odt, OpenDocument 1.3): paragraphs, headings, lists and the document's title and author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claims.model import BlockRole
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece, composed
from factcheck.read.document import Document, Facts, Format
from factcheck.read.elements import Element, local
from factcheck.read.formats.docx import properties
from factcheck.read.packed import Packed
from factcheck.read.terms import DEFAULT, Terms

_GONE = frozenset(("note", "annotation", "tracked-changes", "table", "frame", "ruby-text", "bookmark-start"))
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a Writer file. Tables, notes, comments and pictures are left out."""
    packed = Packed(file, terms.limits.file_size)
    root = packed.tree("content.xml")
    if root is None:
        raise UnreadableError("it holds no text document; save it as .odt again")
    found = list(_pieces(root))
    title = next((piece.words for piece in found if piece.role is BlockRole.HEADLINE), "")
    yield composed(found, properties(packed.tree("meta.xml")).over(Facts(title=title).known_from("heading")))


FORMAT = Format(
    "Writer",
    (".odt",),
    read,
    "paragraphs, headings, lists; title and author from its properties; no tables, notes, comments",
)


def _pieces(root: Element) -> Iterator[Piece]:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    words: list[str] | None = None
    for event, element in walk:
        name = local(element)
        if event == "start" and name in _GONE:
            walk.skip_subtree()
            continue
        if event == "start":
            if name in ("p", "h"):
                words = []
            if words is not None:
                words += [_SPACES.get(name, ""), element.text or ""]
            continue
        if name in ("p", "h"):
            yield Piece("".join(words or ()), _role(element, name))
            words = None
        elif words is not None:
            words.append(element.tail or "")


def _role(element: Element, name: str) -> BlockRole:
    style = (element.get(f"{_TEXT}style-name") or "").lower()
    if name == "h" or style in ("title", "subtitle"):
        return BlockRole.HEADLINE
    listed = any(local(each) == "list-item" for each in element.iterancestors())
    return BlockRole.LIST if listed else BlockRole.BODY
