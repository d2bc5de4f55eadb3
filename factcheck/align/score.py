"""The score of a pair of claims: named levels, each with its weight in log-odds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from claims.model import Claim
from factcheck.align.level import NEVER, Level, Words, family
from factcheck.align.parts import levels
from factcheck.model import Part

BASE = "base"
"""Name of the part that stands for the kind alone."""
IMPOSSIBLE = -99.0
"""Score of a pair that cannot speak of one fact."""


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
    found = levels(a, b, words)
    for level in found:
        if level.level == NEVER:
            return (Part(level.part, IMPOSSIBLE, level.says),)
    group = family(a)
    parts = [Part(BASE, table[BASE][group], group), *(weighed(level, group, table) for level in found)]
    return tuple(part for part in parts if part.score)


def weighed(level: Level, group: str, table: Table) -> Part:
    """A level with its weight: the one for all kinds and the one for the family of kinds."""
    column = table.get(level.part, {})
    weight = column.get(level.level, 0.0) + column.get(f"{group}/{level.level}", 0.0)
    return Part(level.part, round(weight, 2), f"{level.level}: {level.says}" if level.says else level.level)
