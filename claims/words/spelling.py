"""British spelling folded to American, so that one table serves both."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_ENDINGS = ("s", "d", "r", "ed", "er", "ing")


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    raw = tomllib.loads(files("claims.words").joinpath("spelling.toml").read_text("utf-8"))
    return dict(raw["spelling"])


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """`word` (lower case) in American spelling, with its ending; unchanged where the table does not know it."""
    table = _table()
    if word in table:
        return table[word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        if stem in table:
            joint = "e" if ending in ("d", "r") and not table[stem].endswith("e") else ""
            return table[stem] + joint + ending
        if ending == "ing" and stem + "e" in table:
            return table[stem + "e"].removesuffix("e") + ending
    return word
