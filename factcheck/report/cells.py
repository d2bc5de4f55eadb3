"""Cells of tables that spreadsheets open."""

from __future__ import annotations

from factcheck.report.safe import harmless

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula and that steer no terminal."""
    clean = harmless(words)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
