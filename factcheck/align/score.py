"""The score of a pair of claims: named levels, each with its weight in log-odds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from claims.model import Claim
from factcheck.align.bond import LOOSE, untied
from factcheck.align.level import NEVER, Level, Words, family
from factcheck.align.parts import PARTS
from factcheck.model import Part

BASE = "base"
"""Name of the part that stands for the kind alone."""
IMPOSSIBLE = -99.0
"""Score of a pair that cannot speak of one fact."""
_LOOSE = -3.0
"""What a pair loses that nothing ties: two facts, unless a third claim ties both."""


Table: TypeAlias = Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=1)
def weights() -> Table:
    """The table of weights: part -> level -> log-odds; `base` holds one for each family of kinds."""
    table: Table = tomllib.loads(files("factcheck.align").joinpath("weights.toml").read_text("utf-8"))
    return table


def score(a: Claim, b: Claim, words: Words, table: Table) -> tuple[Part, ...]:
    """The named parts of the score of a pair; their sum is the log-odds that both speak of one fact.

    A pair that is ruled out has one part only, with the score `IMPOSSIBLE`.
    """
    group = family(a)
    base = Part(BASE, table[BASE][group], group)
    parts = [base] if base.score else []
    told: dict[str, str] = {}
    for compare in PARTS:
        level = compare(a, b, words)
        if level.level == NEVER:
            return (Part(level.part, IMPOSSIBLE, level.says),)
        if weight := _weight(level, group, table):
            parts.append(_part(level, weight))
        told[level.part] = level.level
    bond = untied(a, b, told, words)
    if bond.level == NEVER:
        return (Part(bond.part, IMPOSSIBLE, bond.says),)
    if bond.level == LOOSE:
        parts.append(_part(bond, _LOOSE))
    return tuple(parts)


def weighed(level: Level, group: str, table: Table) -> Part:
    """A level with its weight: the one for all kinds and the one for the family of kinds."""
    return _part(level, _weight(level, group, table))


def _part(level: Level, weight: float) -> Part:
    return _said(level.part, level.level, level.says, weight)


@lru_cache(maxsize=1 << 15)
def _said(part: str, level: str, says: str, weight: float) -> Part:
    """One and the same object for all pairs of which it is said: half a million pairs have fifteen million parts."""
    return Part(part, weight, f"{level}: {says}" if says else level)


def _weight(level: Level, group: str, table: Table) -> float:
    column = table.get(level.part)
    if column is None:
        return 0.0
    return round(column.get(level.level, 0.0) + column.get(f"{group}/{level.level}", 0.0), 2)
