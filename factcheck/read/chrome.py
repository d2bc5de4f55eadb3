"""What stands among the paragraphs and is none: "Read more:" tails, cookie notices, doubled captions.

The text is not touched; such blocks are taken out of what is read. The patterns stand in chrome.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from claims.model import Block, BlockRole
from claims.view import view_of
from factcheck.read.elements import Element, words_of

_NAME = re.compile(r"[a-z]+")
_LONGEST = 500
_LEAST_REPEATED = 5
"""Words from which a repeated paragraph is a doubled one and no refrain."""


def without_chrome(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of `text` without those that are no prose of the article, and without exact repeats."""
    kept: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        if len(block.span) > 4 * _LONGEST:
            kept.append(block)
            continue
        words = view_of(text, block.span, block.markup).text
        if len(words) <= _LONGEST and _pattern().fullmatch(words):
            continue
        if words in seen and block.role is not BlockRole.LIST and len(words.split()) >= _LEAST_REPEATED:
            continue
        seen.add(words)
        kept.append(block)
    return tuple(kept)


def prune(root: Element) -> None:
    """Take elements that hold no part of an article out of the tree `root`, by what their makers call them."""
    most = len(words_of(root)) / 3
    for element in list(root.iter("div", "section", "aside", "ul", "ol", "footer", "form")):
        named = _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
        if element.getparent() is not None and not _containers().isdisjoint(named) and len(words_of(element)) < most:
            element.drop_tree()
    for mark in list(root.iter("sup")):
        if mark.getparent() is not None and mark.find(".//a") is not None:
            mark.drop_tree()  # the number of a note would join the word before it


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str] | str]:
    raw = tomllib.loads(files("factcheck.read").joinpath("chrome.toml").read_text("utf-8"))
    return {"lines": list(raw["lines"]), "containers": str(raw["containers"])}


@lru_cache(maxsize=1)
def _containers() -> frozenset[str]:
    return frozenset(str(_table()["containers"]).split())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in _table()["lines"]), re.IGNORECASE)
