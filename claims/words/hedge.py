"""Hedges, bounds and vague words: one table (`hedge.toml`) of what each lets a number mean, and how to find them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from claims.model import Modality


class Vague(NamedTuple):
    """A word that counts without a figure."""

    word: str
    unit: Decimal
    counts: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a hedge or bound word does to a number."""

    modality: Modality
    reach: Decimal
    """How far it lets the value lie beyond the number, as a share of it."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("claims.words").joinpath("hedge.toml").read_text(encoding="utf-8"), parse_float=Decimal)


@cache
def vague_words() -> dict[str, Vague]:
    """The vague words by their lower-case spelling."""
    return {
        row["word"]: Vague(row["word"], *(Decimal(row[name]) for name in ("unit", "counts", "low", "high")))
        for row in _table()["vague"]
    }


@cache
def _hedges(column: str) -> dict[str, Hedge]:
    return {
        form: Hedge(Modality(row["modality"]), Decimal(row["reach"]))
        for row in _table()["hedge"]
        for form in row[column]
    }


def hedge_before(text: str, at: int) -> tuple[Hedge, int] | None:
    """The hedge that ends right before offset `at`, and where it begins; the longest one ("well over" before "over").

    "Up to" after a verb of motion ("back up to 4.8") is none.
    """
    found = _sign().search(text, max(0, at - 4), at)
    if found:
        return _hedges("signs")[found["sign"]], found.start()
    words = _hedges("words")
    found = _WORDS_BEFORE.search(text, max(0, at - 40), at)
    if found is None:
        return None
    starts = [found.start("words") + match.start() for match in _WORD_START.finditer(found["words"])]
    for start in starts[-_MOST_WORDS:]:
        phrase = text[start : found.end("words")].lower().replace("-", " ")
        if phrase in words:
            moved = phrase == "up to" and _MOVED.search(text, max(0, start - 14), start)
            return None if moved else (words[phrase], start)
    return None


def hedge_after(text: str, at: int) -> tuple[Hedge, int] | None:
    """The hedge that begins right after offset `at` ("or more", "-plus", "+"), and where it ends."""
    found = _after().match(text, at)
    return (_hedges("after")[found["words"].lower()], found.end()) if found else None


@cache
def _sign() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_hedges("signs"), key=len, reverse=True))
    return re.compile(rf"(?P<sign>{forms}) ?$")


@cache
def _after() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace("\\ ", " ") for form in sorted(_hedges("after"), key=len, reverse=True))
    return re.compile(rf"[ -]?(?P<words>{forms})(?:(?<=\+)|(?![\w]| [\d$£€¥]))", re.IGNORECASE)


_MOST_WORDS = 5
_WORDS_BEFORE = re.compile(r"(?P<words>[\w.'-]+(?: [\w.'-]+)*)(?: an?)?[ -]$", re.IGNORECASE)
_WORD_START = re.compile(r"[\w.'-]+")
_MOVED = re.compile(r"\b(?:back|moved?|rose|climb(?:ed|s)?|went|rise|goes?|it|them|way|drove|walked) $", re.IGNORECASE)
