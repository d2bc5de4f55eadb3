"""Small sets of words by which clauses are read (`cues.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("claims.words").joinpath("cues.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


def cues(name: str) -> frozenset[str]:
    """The lemmas of one set; KeyError where there is none of that name."""
    return _table()[name]
