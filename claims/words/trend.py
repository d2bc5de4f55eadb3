"""Words of change: whether an amount is a rise, a fall or a level (`trend.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_BETWEEN = r"(?: (?:by|another|an additional|a further|a whopping|a massive|a modest|a record))?"


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("claims.words").joinpath("trend.toml").read_text(encoding="utf-8"))


@cache
def _pattern(column: str) -> re.Pattern[str]:
    forms = "|".join(
        f"(?P<{way}>{'|'.join(sorted(table[column], key=len, reverse=True))})" for way, table in _table().items()
    )
    if column == "before":
        return re.compile(rf"\b(?:{forms}){_BETWEEN} $", re.IGNORECASE)
    return re.compile(rf"[ -](?:{forms})\b(?! [\d$£€])", re.IGNORECASE)


def trend_before(text: str, at: int) -> tuple[str, int] | None:
    """`up` or `down` where a word of change stands right before offset `at`, and where that word begins."""
    found = _pattern("before").search(text, max(0, at - 36), at)
    return (found.lastgroup or "", found.start()) if found else None


@cache
def _moving() -> frozenset[str]:
    return frozenset(word for table in _table().values() for word in table["moving"])


def is_moving(text: str, at: int) -> bool:
    """Whether the word of change at offset `at` moves things: "lost 43 votes" tells no change of a level."""
    return text[at : at + 12].split(" ", 1)[0].lower() in _moving()


def compared(text: str, at: int) -> str:
    """`up` or `down` where a comparative follows the amount that ends at `at` ("5 °C warmer"), else "".

    Before a figure "up" and "down" speak of that one ("5,210.4, down 12 points").
    """
    found = _pattern("comparative").match(text, at)
    return found.lastgroup or "" if found else ""
