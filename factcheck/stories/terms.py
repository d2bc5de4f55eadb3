"""What an article is about, as weighted terms: names, uncommon words and figures."""

from __future__ import annotations

import math
import re
import tomllib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.model import BlockRole
from claims.register import register
from claims.view import view_of
from factcheck.model import Article

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]{3,}")
_FIGURE = re.compile(r"(?<![\w.,:-])(?!(?:19|20)\d\d(?![\d.,:])|[1-9]0+(?![\d.,:]))\d[\d.,:]*\d(?![\w-])")
"""Figures of two digits and more, without years and round ones, which all articles share."""
_UNTOLD = frozenset({BlockRole.BYLINE, BlockRole.DATELINE})
_LEAD = 2.0
_LEAD_SHARE = 0.25
LEAD_LEAST = 500
_BACKGROUND = 30
"""Articles on other things that are taken to stand beside the given ones, so that a word all share still counts."""


@dataclass(frozen=True, slots=True)
class Vector:
    """The weights of an article's terms, of length 1; held in rows of numbers, as an archive has a million of them."""

    terms: array[int]
    """Numbers of terms, each once."""
    weights: array[float]
    """The weight of each."""


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    raw = tomllib.loads(files("factcheck").joinpath("common.toml").read_text("utf-8"))
    return frozenset(raw["words"].split())


def terms(article: Article) -> Counter[str]:
    """Parts of names (marked with @), figures (with #) and uncommon words of an article, those of its lead double.

    Who wrote it and when is left out: one reporter covers both of two siblings.
    """
    views = [view_of(article.text, block.span, block.markup) for block in article.blocks if block.role not in _UNTOLD]
    starts = [0]
    for view in views:
        starts.append(starts[-1] + len(view.text))
    lead = max(LEAD_LEAST, starts[-1] * _LEAD_SHARE)
    found: Counter[str] = Counter()
    for name in register(views).names:
        for part in name.key.split():
            found[f"@{part}"] += _LEAD if starts[name.block] + name.start < lead else 1  # type: ignore[assignment]
    for start, view in zip(starts, views, strict=False):
        for word in _WORD.finditer(view.text):
            found[_bare(word.group())] += _LEAD if start + word.start() < lead else 1  # type: ignore[assignment]
        for figure in _FIGURE.finditer(view.text):
            found[f"#{figure.group()}"] += _LEAD if start + figure.start() < lead else 1  # type: ignore[assignment]
    found.update(_bare(word.group()) for word in _WORD.finditer(article.title))
    return Counter({term: count for term, count in found.items() if term.removeprefix("@") not in _common()})


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def vectors(told: Iterable[Mapping[str, float]]) -> list[Vector]:
    """The vector of each article, given its terms: by how often it has them and how few others do (TF-IDF)."""
    numbers: dict[str, int] = {}
    rows = [
        (array("i", (numbers.setdefault(term, len(numbers)) for term in own)), array("d", own.values())) for own in told
    ]
    held = Counter(number for own, _ in rows for number in own)
    rarity = {number: math.log((len(rows) + _BACKGROUND) / (count + 0.5)) for number, count in held.items()}
    for own, counts in rows:
        raw = [(1 + math.log(count)) * rarity[number] for number, count in zip(own, counts, strict=True)]
        norm = math.sqrt(sum(weight * weight for weight in raw)) or 1.0
        counts[:] = array("d", (weight / norm for weight in raw))
    return [Vector(own, weights) for own, weights in rows]
