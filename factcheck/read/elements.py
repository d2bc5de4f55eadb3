"""Elements of a page become pieces of text: where paragraphs end, what no reader sees, where an element stands.

Nothing is fetched and no entity is resolved from outside: the parsers are shut off from the network.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html.entities import html5
from typing import TYPE_CHECKING, Any, TypeAlias

from claims.model import BlockRole
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece
from factcheck.read.decode import MARKS, decode

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element
else:
    Element: TypeAlias = Any

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{3,40})", re.IGNORECASE)
_PROBE = rb"<p>+AGE- \u0041 a-b"
"""What is not itself in encodings that are no supersets of ASCII, or no encodings of text (UTF-7, Python's own)."""
_DECLARED = re.compile(r"<\?xml[^>]{0,200}\?>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BROKEN = "\ufffd"
RAISED = re.compile(r"\s*[-\u2212]?\d+\s*")
"""What is a power where it stands raised behind a digit."""
_IDENT = re.compile(r"[A-Za-z_][\w-]*")
_UNSEEN = frozenset(
    "script style template noscript svg iframe select button object embed canvas audio video form math head".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BREAKS = frozenset(("br", "lb"))
_BLOCKS = _HEADINGS | frozenset(
    "p div li ul ol dl dt dd blockquote figure figcaption article section header footer main aside nav body table tr td"
    " th thead tbody caption address center hr pre details summary fieldset item list quote row cell"
    " hedline hl1 hl2 block body.content".split()
)
_ROLES = {
    **dict.fromkeys(_HEADINGS, BlockRole.HEADLINE),
    "hl1": BlockRole.HEADLINE, "hl2": BlockRole.HEADLINE, "li": BlockRole.LIST, "item": BlockRole.LIST,
    "figcaption": BlockRole.CAPTION, "caption": BlockRole.CAPTION,
}  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def markup_text(data: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of an HTML file and remarks on it: in the encoding that its mark, else `charset`, else it itself states.

    That is the order of the HTML standard. Without any of them it is decoded as other text is.
    """
    found = _CHARSET.search(data[:4096])
    codec = _codec(charset) or _codec(found[1].decode("ascii") if found else "")
    if codec and not data.startswith(MARKS) and b"\0" not in data:
        with suppress(ValueError):
            return data.decode(codec), ()
    return decode(data)


def _codec(name: str) -> str:
    """The codec for an encoding that is stated in ASCII; "" for others: such a page cannot be in them.

    A page that calls itself UTF-16 in ASCII is in UTF-8, and ISO 8859-1 is the part of cp1252 that has no quotation
    marks (both in the HTML standard).
    """
    try:
        codec = codecs.lookup(name).name
        is_ascii = _PROBE.decode(codec) == _PROBE.decode("ascii")
    except (LookupError, ValueError):
        return ""
    return "" if not is_ascii else "cp1252" if codec == "iso8859-1" else codec


def page(text: str) -> Element:
    """The tree of an HTML page or fragment. Raises `UnreadableError` where there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_undeclared(text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError("no page is in it that can be parsed; save its text instead") from error
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise UnreadableError("its elements are nested too deep to be read to their end; save its text instead")
    _clear(root)
    _power(root)
    return root


def _power(root: Element) -> None:
    """Part raised digits from the digit before them: 10<sup>6</sup> is not 106, and 40<sup>2</sup> may have a note.

    Notes that are links are passed over as such.
    """
    for raised in root.iter("sup"):
        before, parent = raised.getprevious(), raised.getparent()
        said = (parent.text if parent is not None else "") if before is None else before.tail
        words = "".join(str(part) for part in raised.itertext())
        if parent is None or not (said or "")[-1:].isdigit() or not RAISED.fullmatch(words):
            continue
        if raised.find(".//a") is not None:
            continue
        if before is None:
            parent.text = f"{said}^"
        else:
            before.tail = f"{said}^"


def _clear(root: Element) -> None:
    """Take characters out of a tree that a page can name (`&#1;`) and no XML can hold: who moves them is refused."""
    for element in root.iter():
        if _NO_XML.search(element.text or ""):
            element.text = _NO_XML.sub("", element.text or "")
        if _NO_XML.search(element.tail or ""):
            element.tail = _NO_XML.sub("", element.tail or "")
        for name, value in element.attrib.items():
            if _NO_XML.search(value):
                element.set(name, _NO_XML.sub("", value))


def _undeclared(text: str) -> str:
    """`text` without its XML declaration, whose encoding no longer holds, and characters that no XML can hold."""
    start = text.lstrip()
    declared = _DECLARED.match(start)
    return _NO_XML.sub("", start[declared.end() if declared else 0 :])


def tree(data: bytes) -> Element:
    """The tree of an XML file. Raises `UnreadableError` for what is no XML.

    Of its entities those of HTML are known by their names. All others are characters that `unknown` tells of: what a
    file declares of its own, or somewhere else, may be a bomb or a secret.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"its XML is broken ({str(error)[:80]}); export it again") from error
    if root is None:
        raise UnreadableError("no element is in it; export it again")
    _spell(root)
    return root


def unknown(text: str) -> tuple[str, ...]:
    """A remark on characters of XML whose names are not known."""
    count = text.count(_BROKEN)
    return (f"{count} unknown characters are read as {_BROKEN}; write them as themselves",) if count else ()


def _spell(root: Element) -> None:
    """Put characters into a tree in the place of entities, which would else be left out: 12&ndash;15 is not 1215."""
    from lxml import etree

    kind = root.getroottree().docinfo.internalDTD
    declared = {each.name: each.content for each in kind.iterentities()} if kind is not None else {}
    for parent in {each.getparent() for each in root.iter(etree.Entity)}:
        words, before = [parent.text], None
        for each in list(parent):
            if each.tag is etree.Entity:
                known = html5.get(f"{each.name};", _BROKEN)
                words += [known if declared.get(each.name, known) == known else _BROKEN, each.tail]
                parent.remove(each)
            else:
                _say(parent, before, words)
                words, before = [each.tail], each
        _say(parent, before, words)


def _say(parent: Element, before: Element | None, words: list[str | None]) -> None:
    """Set the words at the beginning of `parent`, or those behind its child `before`."""
    said = "".join(filter(None, words))
    if before is None:
        parent.text = said
    else:
        before.tail = said


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def pieces(root: Element, *, tables: bool = False) -> Iterator[Piece]:
    """The paragraphs below `root` in order; tables only where `tables` says that they are layout."""
    return (piece for piece, _ in placed(root, tables=tables))


def placed(root: Element, *, tables: bool = False) -> Iterator[tuple[Piece, Element]]:
    """The paragraphs below `root` in order, each with the element it stands in."""
    from lxml import etree

    gather = _Gather(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: Element | None = None
    for event, element in walk:
        name = local(element)
        if event == "start":
            if _unseen(element, name, tables, root):
                skipped = element
                walk.skip_subtree()
                continue
            yield from gather.opened(element, name)
        elif skipped is not None and element is skipped:
            skipped = None
            if name in _BLOCKS:
                yield from gather.flush()
            gather.add(element.tail)
        else:
            yield from gather.closed(element, name)
    yield from gather.flush()


class _Gather:
    """The paragraph in the making."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.words: list[str] = []
        self.open: list[tuple[Element, str]] = []

    def add(self, words: str | None) -> None:
        if words:
            self.words.append(re.sub(r"[ \t\r\n\f]+", " ", words))

    def opened(self, element: Element, name: str) -> Iterator[tuple[Piece, Element]]:
        if name in _BREAKS:
            self.words.append("\n")
            return
        if name in _BLOCKS:
            yield from self.flush()
            self.open.append((element, name))
        self.add(element.text)

    def closed(self, element: Element, name: str) -> Iterator[tuple[Piece, Element]]:
        if name in _BLOCKS:
            yield from self.flush()
            self.open.pop()
        if element is not self.root:
            self.add(element.tail)

    def flush(self) -> Iterator[tuple[Piece, Element]]:
        words = re.sub(r" *\n *", "\n", re.sub(" +", " ", "".join(self.words))).strip()
        self.words.clear()
        if not words:
            return
        where = self.open[-1][0] if self.open else self.root
        role = next((_ROLES[name] for _, name in reversed(self.open) if name in _ROLES), BlockRole.BODY)
        for paragraph in re.split(r"\n{2,}", words):
            yield Piece(paragraph, role), where


def _unseen(element: Element, name: str, tables: bool, root: Element) -> bool:
    if element is root:
        return False
    return (
        not name
        or name in _UNSEEN
        or (name == "table" and not tables)
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
    )


def selector(element: Element, numbers: dict[Element, int]) -> str:
    """A CSS selector that leads to `element`: from the nearest element with an identifier down.

    `numbers` keeps which of its kind each element is, so that siblings are counted once a page.
    """
    steps: list[str] = []
    at: Element | None = element
    while at is not None and local(at) not in ("html", "") and len(steps) < 12:
        name = at.get("id") or ""
        if _IDENT.fullmatch(name):
            return " > ".join([f"#{name}", *reversed(steps)])
        parent = at.getparent()
        if at not in numbers:
            _number((at,) if parent is None else parent, numbers)
        steps.append(f"{local(at)}:nth-of-type({numbers[at]})" if local(at) != "body" else "body")
        at = parent
    return " > ".join(reversed(steps))


def _number(siblings: Iterable[Element], numbers: dict[Element, int]) -> None:
    """Add to `numbers` which of its kind each of the siblings is."""
    seen: Counter[object] = Counter()
    for each in siblings:
        seen[each.tag] += 1
        numbers[each] = seen[each.tag]


def words_of(element: Element | None) -> str:
    """All words of an element in one line, "" for None."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""
