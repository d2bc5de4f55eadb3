"""Parquet: an article a row, read in batches. Needs the extra `parquet`, whose library is large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from factcheck.errors import UnreadableError
from factcheck.read import fields
from factcheck.read.document import Document, Format, Refused
from factcheck.read.terms import DEFAULT, Terms

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
        if not fields.holds_text(table.schema_arrow.names, terms):
            raise UnreadableError("no column of it holds the text of articles; name one “text”")
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield fields.document_of(row, number, terms)
    except (ArrowException, OSError, OverflowError, UnicodeDecodeError) as error:
        raise UnreadableError(f"it is no Parquet file or a broken one ({str(error)[:80]})") from error


FORMAT = Format("Parquet", (".parquet",), read, "an article a row, as in a table; needs the extra `parquet`")
