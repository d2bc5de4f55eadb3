"""CSV and TSV: an article a row, the names of the fields in the first."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO, TypeAlias

from factcheck.errors import UnreadableError
from factcheck.read import fields
from factcheck.read.decode import decode, text_of
from factcheck.read.document import Document, Format, Refused
from factcheck.read.limits import LONGEST
from factcheck.read.terms import DEFAULT, Terms

_DELIMITERS = ",;\t|"
_LINE_END = re.compile(r"\r\n|\r|\n")
_Row: TypeAlias = Mapping[Any, Any]
"""Cells by the names of their columns; those beyond the last name stand under None."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles of a table, row by row."""
    start = file.read(1 << 16)
    file.seek(0)
    sample, _ = decode(start)
    header = _LINE_END.split(sample, maxsplit=1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    with _long_cells(max(LONGEST, terms.limits.article_length)), text_of(file, _encoding(start)) as text:
        lines = _Lines(text)
        rows = csv.DictReader(lines, delimiter=delimiter)
        try:
            fields.columns(rows.fieldnames or (), terms)
            lines.next_row()
            for number, row in enumerate(rows, 1):
                yield _article(row, number, lines, delimiter, terms)
                lines.next_row()
        except csv.Error as error:
            raise UnreadableError(f"its rows cannot be told apart after line {rows.line_num} ({error})") from error


def _article(row: _Row, number: int, lines: _Lines, delimiter: str, terms: Terms) -> Document | Refused:
    if lines.are_torn(delimiter):
        where = f"from line {lines.first} to line {lines.last}" if lines.first < lines.last else f"in line {lines.last}"
        return Refused(
            str(number),
            f"{where} a quotation mark is never closed, or stands alone within a cell; close it there, or double it",
        )
    if any(str(cell).strip() for cell in row.get(None) or ()):
        return Refused(
            str(number),
            f"it has more cells than the first row has names; put quotation marks around cells that hold “{delimiter}”",
        )
    return fields.document_of(row, number, terms)


class _Lines:
    """The lines of a table, which sees where a quotation mark is missing, so that cells or rows have run together.

    The standard library's reader takes all up to the next such mark for one cell, without a word.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._row: list[str] = []
        self._has_ended = False
        self.last = 0
        """The line in which the row ends, from 1."""

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.last += 1
            self._row.append(line)
            yield line
        self._has_ended = bool(self._row) and self._row[-1].endswith(("\n", "\r"))

    @property
    def first(self) -> int:
        """The line in which the row begins."""
        return self.last - len(self._row) + 1

    def are_torn(self, delimiter: str) -> bool:
        """Whether a mark is missing in the row.

        One line with pairs of marks (`"The "Gull" sank"`) and a last line whose end is its cell's end lose nothing; a
        file without a line break at its end may be cut within that cell.
        """
        marks = sum(line.count('"') for line in self._row)
        if len(self._row) == 1 and (self._has_ended or marks % 2 == 0):
            return False
        try:
            deque(csv.reader(self._row, delimiter=delimiter, strict=True), maxlen=0)
        except csv.Error:
            return True
        return False

    def next_row(self) -> None:
        """Begin a row."""
        self._row.clear()


@contextmanager
def _long_cells(longest: int) -> Iterator[None]:
    """Cells may be as long as articles while this holds; the limit is the process's own and is put back."""
    before = csv.field_size_limit(longest)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _encoding(start: bytes) -> str:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        start[:-4].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


FORMAT = Format(
    "table", (".csv", ".tsv"), read, "an article a row, columns named as the fields of JSON; read row by row"
)
