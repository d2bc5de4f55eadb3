"""What ties two values that exclude each other; where nothing does they are two facts, whatever their best match is.

Measured on the development stories: of the pairs that these rules part, which the weights alone took for one fact, none
was one.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.model import TEMPORAL, Claim
from factcheck.align.level import apart

_UNTIED = frozenset({"absent", "unknown", "different-noun", "different-named", "different-guessed"})
_ATTRIBUTED = frozenset({"same", "related"})
_FAR = frozenset({"far", "remote"})
_SLIPS = frozenset({"slip", "slip-tied"})
_LONE = TEMPORAL | {"age", "ordinal", "score"}
"""Kinds whose claims are tied by what they date or whom they are told of."""


def untied(a: Claim, b: Claim, told: Mapping[str, str]) -> str:
    """Why two claims of two articles cannot be one fact, or "". `told` holds the level of every part by its name.

    One fact told in quite other words is lost with a figure that differs: "The flood made 4,000 people flee", "900 left
    their homes".
    """
    if a.kind in _LONE or a.article == b.article or not apart(a, b):
        return ""
    if told["setting"] == "apart" and told["era"] == "differ":
        return "told of two times"
    if told["noun"] == "ancestor" and told["value"] in _FAR:
        return "a part and the whole, far apart"
    return "nothing ties them" if _is_loose(a.kind, told) else ""


def _is_loose(kind: str, told: Mapping[str, str]) -> bool:
    """Whether another happening is told, in other words; a known slip is a tie."""
    other = told["event"] == "none" and told["part"] in ("none", "absent") and told["value"] not in _SLIPS
    if not other or told["context"] not in ("none", "little"):
        return False
    return kind == "count" or (told["who"] in _UNTIED and told["attribute"] not in _ATTRIBUTED)
