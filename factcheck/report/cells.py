"""Cells of tables that spreadsheets open."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from factcheck.report.safe import harmless, inert

_FORMULA = re.compile(r"\A(?=[\t\r\n])|(\A|[;\t\n]\"*)(?=[-=+@＝＋－＠])")
"""Where a formula could begin: in a cell, or in what a program that parts cells by other signs takes for one."""


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
    return _FORMULA.sub(r"\1'", clean)
