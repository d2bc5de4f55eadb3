"""PDF (ISO 32000): paragraphs in reading order with their pages. pdfium gives the characters and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double
from typing import Any, BinaryIO

from claims.model import BlockRole
from factcheck.errors import UnreadableError
from factcheck.read.compose import composed
from factcheck.read.document import Document, Facts, Format
from factcheck.read.layout import Line, paragraphs
from factcheck.read.limits import MOST_PAGES, watch, whole
from factcheck.read.terms import DEFAULT, Terms

_MOST_CHARACTERS = 100_000
"""Characters, at most, on one page."""
_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
"""What pdfium gives for a hyphen at the end of a line."""
_NO_TITLE = re.compile(
    r"(?:microsoft word\s*-.*|untitled.*|.*\.(?:docx?|indd|pdf|rtf|odt|qxd)|document\d*|layout \d+|\W*)", re.I
)


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a PDF. A document of pictures, without text, says so."""
    data = whole(file, terms.limits.file_size)
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("it is no PDF; save it again")
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        opened = PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableError(
            "it is locked with a password; save it without one"
            if locked
            else "it is broken or breaks off; save it again"
        ) from error
    try:
        yield _document(opened, terms.limits.seconds)
    finally:
        opened.close()


FORMAT = Format(
    "PDF", (".pdf",), read,
    "paragraphs in reading order, columns one after the other; page numbers in locations; title and author"
    " from its properties; no headers, footers", lambda start: b"%PDF-" in start[:1024],
)  # fmt: skip


def _document(opened: Any, seconds: float) -> Document:
    check = watch(seconds)
    pages: list[list[Line]] = []
    remarks: list[str] = []
    for number in range(min(len(opened), MOST_PAGES)):
        check()
        lines, lost = _lines(opened, number)
        pages.append(lines)
        remarks += [f"page {number + 1} {lost}"] if lost else []
    if len(opened) > MOST_PAGES:
        remarks.append(f"only its first {MOST_PAGES} pages are read")
    if not any(pages):
        raise UnreadableError("it holds no text, only pictures of pages (a scan); run text recognition over it first")
    found = paragraphs(pages)
    said = opened.get_metadata_dict(skip_empty=True)
    title = " ".join(said.get("Title", "").split())
    shown = next((piece.words for piece in found[:6] if piece.role is BlockRole.HEADLINE), "")
    facts = Facts(title=" ".join(shown.split())).known_from("heading")
    if not _NO_TITLE.fullmatch(title):
        facts = facts.over(Facts(title=title).known_from("properties"))
    return composed(
        found, facts.over(Facts(author=said.get("Author", "")).known_from("properties")), remarks=tuple(remarks)
    )


def _lines(opened: Any, number: int) -> tuple[list[Line], str]:
    """The lines of a page, cut where columns part them, and what is to be said of it where not all of it is read."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = opened[number]
        text = page.get_textpage()
    except PdfiumError:
        return [], "is broken and is not read"
    made = _Gather()
    held = text.count_chars()
    for at in range(min(held, _MOST_CHARACTERS)):
        made.take(text.raw, at)
    text.close()
    lines = made.done()
    pictured = not lines and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    page.close()
    if pictured:
        return [], "is a picture without text; run text recognition over it first"
    return lines, f"is read up to its character {_MOST_CHARACTERS:,}" if held > _MOST_CHARACTERS else ""


class _Gather:
    """Characters become lines: a line ends where pdfium ends it, or where the next character stands far off."""

    def __init__(self) -> None:
        from pypdfium2 import raw

        self.raw = raw
        self.lines: list[Line] = []
        self.chars: list[str] = []
        self.box = (0.0, 0.0, 0.0, 0.0)
        self.size = 0.0
        self.edges = tuple(c_double() for _ in range(4))
        self.spare = c_double()

    def take(self, text: Any, at: int) -> None:
        code = self.raw.FPDFText_GetUnicode(text, at)
        if code in (10, 13, 0):
            self._end()
            return
        char = "-" if code in _HYPHENS else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if char.isspace():
            if self.chars and self.chars[-1] != " ":
                self.chars.append(" ")
            return
        self._put(text, at, char)

    def _put(self, text: Any, at: int, char: str) -> None:
        left, right, bottom, top = self.edges
        if not self.raw.FPDFText_GetCharBox(text, at, left, right, bottom, top):
            self.chars.append(char)
            return
        size = self.raw.FPDFText_GetFontSize(text, at)
        height = max(top.value - bottom.value, 1.0)
        self.raw.FPDFText_GetCharOrigin(text, at, self.spare, bottom)
        here = (left.value, right.value, bottom.value, top.value)
        if self.chars and self.size:
            far = max(1.6 * max(self.size, height), 12.0)
            if not -far < here[0] - self.box[1] < far or not -far < here[2] - self.box[2] < far:
                self._end()
        if not self.chars or not self.size:
            self.box, self.size = here, max(size, height)
        else:
            box = self.box
            self.box = (min(box[0], here[0]), max(box[1], here[1]), min(box[2], here[2]), max(box[3], here[3]))
        self.chars.append(char)

    def _end(self) -> None:
        words = "".join(self.chars).strip()
        if words and self.size:
            left, right, bottom, top = self.box
            self.lines.append(Line(words, left, right, bottom, top, self.size))
        self.chars, self.size = [], 0.0

    def done(self) -> list[Line]:
        self._end()
        return self.lines
