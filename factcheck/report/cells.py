"""Cells of tables that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from factcheck.report.safe import harmless, inert

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and the rows as CSV (RFC 4180, but lines end at LF)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula and that steer no terminal and no runner."""
    clean = inert(harmless(words))
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
