"""CSV and TSV: an article a row, the names of the fields in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from factcheck.errors import UnreadableError
from factcheck.read import fields
from factcheck.read.decode import decode, text_of
from factcheck.read.document import Document, Format, Refused
from factcheck.read.limits import LONGEST
from factcheck.read.terms import DEFAULT, Terms

_DELIMITERS = ",;\t|"


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles of a table, row by row."""
    start = file.read(1 << 16)
    file.seek(0)
    sample, _ = decode(start)
    header = sample.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    with _long_cells(max(LONGEST, terms.limits.article_length)), text_of(file, _encoding(start)) as text:
        lines = _Lines(text)
        rows = csv.DictReader(lines, delimiter=delimiter)
        try:
            if not fields.holds_text(rows.fieldnames or (), terms):
                raise UnreadableError("no column of it holds the text of articles; name one “text” in its first row")
            lines.next_row()
            for number, row in enumerate(rows, 1):
                if lines.is_open:
                    yield Refused(
                        str(number),
                        "a quotation mark in it is never closed, so that what follows is one cell; close it",
                    )
                else:
                    yield fields.document_of(row, number, terms)
                lines.next_row()
        except csv.Error as error:
            raise UnreadableError(f"its rows cannot be told apart after line {rows.line_num} ({error})") from error


class _Lines:
    """The lines of a table, which sees where a row of several lines ends in a cell that no quotation mark closes.

    The standard library's reader takes all that follows such a mark for one cell, without a word.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._lines = 0
        self._marks = 0
        self._has_ended = False

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self._lines += 1
            self._marks += line.count('"')
            yield line
        self._has_ended = True

    @property
    def is_open(self) -> bool:
        """Whether the file ended within the row."""
        return self._has_ended and self._lines > 1 and self._marks % 2 == 1

    def next_row(self) -> None:
        """Begin a row."""
        self._lines = self._marks = 0


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
