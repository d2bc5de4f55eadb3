"""The score of a pair of claims: named levels, each with its weight in log-odds."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claims.model import Claim
from factcheck.align.parts import NEVER, Level, Words, levels
from factcheck.model import Part

_BASE = "base"
IMPOSSIBLE = -99.0
"""Score of a pair that cannot speak of one fact."""


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The table of weights: part -> level -> log-odds; `base` holds one for each kind."""
    table: dict[str, dict[str, float]] = tomllib.loads(
        files("factcheck.align").joinpath("weights.toml").read_text("utf-8")
    )
    return table


def score(a: Claim, b: Claim, words: Words) -> tuple[Part, ...]:
    """The named parts of the score of a pair; their sum is the log-odds that both speak of one fact.

    A pair that is ruled out has one part only, with the score `IMPOSSIBLE`.
    """
    found = levels(a, b, words)
    for level in found:
        if level.level == NEVER:
            return (Part(level.part, IMPOSSIBLE, level.says),)
    base = _weight(Level(_BASE, a.kind if a.kind == b.kind else "mixed"))
    same = _weight(Level("article", "same" if a.article == b.article else "other"))
    parts = [Part(_BASE, base + same, a.kind)]
    parts.extend(_part(level) for level in found)
    return tuple(part for part in parts if part.score)


def _part(level: Level) -> Part:
    says = f"{level.level}: {level.says}" if level.says else level.level
    return Part(level.part, _weight(level), says)


def _weight(level: Level) -> float:
    return weights().get(level.part, {}).get(level.level, 0.0)
