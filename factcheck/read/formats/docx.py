"""Word files (.docx, Office Open XML, ECMA-376): paragraphs, headings, lists and the document's properties.

The days on which the file was made and changed are properties of the file and not of the article; they are not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claims.model import BlockRole
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece, composed
from factcheck.read.document import Document, Facts, Format
from factcheck.read.elements import Element, local, words_of
from factcheck.read.packed import Packed
from factcheck.read.terms import DEFAULT, Terms

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = frozenset(("br", "cr"))
_OFF = ("0", "false", "off")
_GONE = frozenset(("del", "movefrom", "tbl", "instrtext", "pict", "drawing", "object", "fallback", "deltext"))


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a Word file. Tracked deletions, hidden words, tables, pictures, comments are left out."""
    packed = Packed(file, terms.limits.file_size)
    root = packed.tree("word/document.xml")
    if root is None:
        raise UnreadableError("it holds no text document; save it as .docx again")
    found = list(_pieces(root))
    title = next((piece.words for piece in found if piece.role is BlockRole.HEADLINE), "")
    core = packed.tree("docProps/core.xml")
    yield composed(found, properties(core).over(Facts(title=title).known_from("heading")))


FORMAT = Format(
    "Word",
    (".docx", ".docm"),
    read,
    "paragraphs, headings, lists; title and author from its properties;"
    " no tables, notes, comments, deleted or hidden words",
)


def properties(root: Element | None) -> Facts:
    """Title and author from Dublin Core properties, wherever they stand below `root`."""
    said: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        if words := words_of(element):
            said.setdefault(local(element), words)
    return Facts(title=said.get("title", ""), author=said.get("creator", "")).known_from("properties")


def _pieces(root: Element) -> Iterator[Piece]:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    unfinished: list[list[str]] = []
    for event, element in walk:
        name = local(element)
        if event == "start" and (name in _GONE or _is_hidden(element)):
            walk.skip_subtree()
        elif event == "start" and name == "p":
            unfinished.append([])
        elif event == "start" and unfinished:
            unfinished[-1].append(_said(element, name))
        elif event == "end" and name == "p":
            yield Piece("".join(unfinished.pop()), _role(element))


def _is_hidden(element: Element) -> bool:
    """Whether a run of words is formatted as hidden; one that a style hides is read."""
    hidden = element.find(f"{_W}rPr/{_W}vanish") if element.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val") not in _OFF


def _said(element: Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "nobreakhyphen":
        return "\u2011"
    return "\n" if name in _BREAKS else "\t" if name == "tab" and local(element.getparent()) == "r" else ""


def _role(paragraph: Element) -> BlockRole:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    if name.startswith(("heading", "title")):
        return BlockRole.HEADLINE
    if name.startswith("caption"):
        return BlockRole.CAPTION
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return BlockRole.LIST if numbered or name.startswith("list") else BlockRole.BODY
