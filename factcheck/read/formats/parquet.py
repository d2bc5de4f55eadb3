"""Parquet: an article a row, read in batches. Needs the extra `parquet`, whose library is large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from factcheck.errors import UnreadableError
from factcheck.read import fields
from factcheck.read.document import Document, Format, Refused
from factcheck.read.terms import DEFAULT, Terms

if TYPE_CHECKING:
    from pyarrow import RecordBatch

_ROWS = 64


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles of a Parquet file, a batch of rows at a time."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise UnreadableError(
            "Parquet needs a further library; install it with: pip install 'factcheck-compare[parquet]'"
        ) from error
    try:
        table = ParquetFile(file)
        columns = fields.columns(table.schema_arrow.names, terms)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
            for row in range(batch.num_rows):
                number += 1
                yield _article(batch, row, number, terms)
    except (ArrowException, OSError, OverflowError, UnicodeDecodeError) as error:
        raise UnreadableError(f"it is no Parquet file or a broken one ({str(error)[:80]})") from error


def _article(batch: RecordBatch, row: int, number: int, terms: Terms) -> Document | Refused:
    said: dict[str, object] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            said[name] = column[row].as_py()
        except (ArithmeticError, LookupError, ValueError) as error:  # days beyond year 9999, unknown zones, no UTF-8
            return Refused(
                str(number), f"its field “{name}” cannot be read ({str(error)[:80]}); mend it or leave it out"
            )
    return fields.document_of(said, number, terms)


FORMAT = Format("Parquet", (".parquet",), read, "an article a row, as in a table; needs the extra `parquet`")
