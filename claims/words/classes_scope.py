"""Words that narrow what a figure counts ("three more dead"): which say the same, which exclude each other."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from claims.words.classes_table import listed
from claims.words.spelling import american


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], frozenset[frozenset[str]]]:
    raw = tomllib.loads(files("claims.words").joinpath("classes_scope.toml").read_text("utf-8"))
    keys = {word: key for key, words in raw["same"].items() for word in listed(words)}
    pairs = {frozenset(pair) for line in raw["exclusive"].values() for pair in combinations(listed(line), 2)}
    return keys, frozenset(pairs)


def scope_key(word: str) -> str:
    """What a narrowing word says, in one key: "additional" and "further" give "more"; unknown words stay."""
    bare = american(word.lower().replace("-", " "))
    return _tables()[0].get(bare, bare)


def scopes_exclude(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two lists of narrowing words cannot hold of one figure ("preliminary" against "final"); symmetric."""
    pairs = _tables()[1]
    ours, theirs = {scope_key(word) for word in a}, {scope_key(word) for word in b}
    return any(frozenset({x, y}) in pairs for x in ours - theirs for y in theirs - ours)


def scope_differs(a: Collection[str], b: Collection[str]) -> frozenset[str]:
    """Keys of narrowing words that stand on one side only ("two more" against "two" gives "more"); symmetric."""
    return frozenset(scope_key(word) for word in a) ^ frozenset(scope_key(word) for word in b)
