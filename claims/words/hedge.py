"""Hedges, bounds and vague words: one table (`hedge.toml`) of what each lets a number mean."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Vague(NamedTuple):
    """A word that counts without a figure."""

    word: str
    unit: Decimal
    counts: Decimal
    low: Decimal
    high: Decimal


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("claims.words").joinpath("hedge.toml").read_text(encoding="utf-8"), parse_float=Decimal)


@cache
def vague_words() -> dict[str, Vague]:
    """The vague words by their lower-case spelling."""
    rows = _table()["vague"]
    return {
        row["word"]: Vague(row["word"], *(Decimal(row[name]) for name in ("unit", "counts", "low", "high")))
        for row in rows
    }
