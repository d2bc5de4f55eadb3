"""What the rules of dates build their expressions from: "early", "last", "the previous", and a year or none."""

from __future__ import annotations

from dataclasses import replace

from claims.when import Anchor, DayExpr, Grain, Pick
from claims.words.day_grammar import Hit
from claims.words.day_tokens import PARTS

_STEPS = {PARTS[part]: -1 for part in ("last", "past", "previous")}
_STEPS |= {PARTS[part]: 1 for part in ("next", "coming", "following")}
_OF_BASE = frozenset(PARTS[part] for part in ("previous", "following", "that", "same", "those", "corresponding"))
_PICK = {-1: Pick.BEFORE, 0: Pick.SAME, 1: Pick.AFTER}


def modified(hit: Hit, expr: DayExpr) -> DayExpr:
    """The expression with the TIMEX3 modifier of the words before it ("early", "the end of")."""
    mod = hit.code("edge") or hit.code("mod")
    return replace(expr, mod=mod) if mod else expr


def relative(part: str, grain: Grain) -> DayExpr:
    """The stretch that "last", "this", "that" ... (the character of their part) name of a grain."""
    anchor = Anchor.BASE if part in _OF_BASE else Anchor.PUBLISHED
    return DayExpr(grain, anchor, steps=_STEPS.get(part, 0))


def picked(part: str) -> tuple[Anchor, Pick]:
    """What "last", "next", "the previous" ... (the character of their part) say of a weekday, month or season."""
    steps = _STEPS.get(part, 0)
    if part in _OF_BASE:
        return Anchor.BASE, _PICK[steps] if steps else Pick.INSIDE
    return Anchor.PUBLISHED, _PICK[steps]


def anchored(year: int | None) -> Anchor:
    """A date with its year hangs on nothing, one without on publication."""
    return Anchor.NONE if year is not None else Anchor.PUBLISHED


def of_year(hit: Hit, expr: DayExpr) -> DayExpr:
    """The expression inside the relative year that the group `rel` names ("of last year"), where there is one."""
    if not hit.has("rel"):
        return expr
    return replace(expr, anchor=Anchor.BASE, base=relative(hit.part("rel"), Grain.YEAR), pick=Pick.INSIDE)


YEAR = "(?: (?:comma|of)? (?P<year>year)(?!percent) )?"
"""A year behind a date, if any."""
REL = "(?P<rel>last|next|this|that|previous|following|same|current)"
"""Words that make a stretch relative."""
MOD = "(?: the? (?P<edge>begin|middle|end) of the? | (?P<mod>begun) (?:hyphen|in)? the? )?"
"""Words that name a part of the stretch behind them, if any."""
