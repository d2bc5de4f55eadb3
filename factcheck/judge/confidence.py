"""Confidence: how often findings like this one were right, from the log-odds that their mentions are one fact.

Platt scaling (Platt 1999) with a line for each verdict: the log-odds of aligning tell whether mentions are one fact,
not whether the verdict is right, and are surer than they should be. The bias: a finding is judged by verdict, odds and
kind alone, so a conflict of two dates that both stand in plain words gets the low confidence of all conflicts of dates.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from factcheck.model import Verdict

Lines: TypeAlias = Mapping[str, Mapping[str, float]]
FAMILIES = ("age", "count", "date", "measure")
_FAMILY = {"age": "age", "count": "count", "date": "date", "time": "date"}


@lru_cache(maxsize=1)
def lines() -> Lines:
    """The table that comes with the package: verdict -> `base`, `slope` and a shift for each family of kinds."""
    table: Lines = tomllib.loads(files("factcheck.judge").joinpath("confidence.toml").read_text("utf-8"))
    return table


def family(kind: str) -> str:
    """The family that a kind shares its shift with."""
    return _FAMILY.get(kind, "measure")


def confidence(verdict: Verdict, kind: str, odds: float, table: Lines | None = None) -> float:
    """Probability in 0..1, to the hundredth, that a finding is right.

    `odds` are the log-odds that its mentions speak of one fact; `table` None is the one that comes with the package.
    """
    line = (table or lines())[verdict]
    return round(1 / (1 + math.exp(-(line["base"] + line[family(kind)] + line["slope"] * odds))), 2)
