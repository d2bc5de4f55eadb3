"""Counts that differ because one is a part of the other: some and all, one place and the country, the others.

Read off stories made up for it, in which each was called a conflict; none of the development stories has one of them
as a conflict. All are told from words of the two sentences, so that a part told without such a word is not seen.
"""

from __future__ import annotations

from claims.model import Claim
from claims.slip import slip
from claims.stage import TOTAL, WHOLE, WIDE

_OTHER = "other"
_DISTRICTS = frozenset({"province", "county", "city", "town", "district", "region", "village", "parish", "borough"})
_CREW = 20
"""How many more than its passengers can be aboard of a ship or plane."""


def part_and_whole(a: Claim, b: Claim) -> str:
    """Why two counts that differ are those of a part and of the whole, or ""; symmetric."""
    return _some_and_all(a, b) or _some_and_all(b, a)


def place_and_country(a: Claim, b: Claim) -> bool:
    """Whether one figure is said to be that of a place and the other that of a whole state or country; symmetric.

    The larger count or sum is that of the country; of two shares either may be.
    """
    return _is_of_place_in(a, b) or _is_of_place_in(b, a)


def _some_and_all(some: Claim, total: Claim) -> str:
    """Why `some` counts a part of what `total` counts, or ""."""
    if not _is_less(some, total):
        return ""
    if _is_sort(some, total):
        return "of one sort and of all"
    if _is_told_of_some(some, total):
        return "the whole and some of it"
    if _is_rest(some, total):
        return "the others and all"
    if _is_aboard(some, total):
        return "some and all of those aboard"
    return ""


def _is_less(some: Claim, total: Claim) -> bool:
    return max(some.value.amounts, default=0) < min(total.value.amounts, default=0)


def _is_sort(some: Claim, total: Claim) -> bool:
    """Whether one counts a sort of what the other counts in all: "ten league goals", "14 goals in all competitions"."""
    if TOTAL not in total.scope or TOTAL in some.scope or some.noun is None or total.noun is None:
        return False
    return bool(some.noun.modifiers) and not total.noun.modifiers


def _is_told_of_some(some: Claim, total: Claim) -> bool:
    """Whether what befell some is only told of a part of the whole: the crew of "two of the three crew were hurt"."""
    happened = [claim.event.classes if claim.event is not None else frozenset() for claim in (some, total)]
    return WHOLE in total.scope and WHOLE not in some.scope and bool(happened[0] & happened[1])


def _is_rest(some: Claim, total: Claim) -> bool:
    """Whether one counts all but one of what the other counts: "the other four officers", "five officers"."""
    if _OTHER not in some.scope or _OTHER in total.scope:
        return False
    return min(total.value.amounts) - max(some.value.amounts) == 1


def _is_aboard(some: Claim, total: Claim) -> bool:
    """Whether one counts the passengers or the crew and the other the people aboard, or "passengers and crew".

    Other nouns that are told for one another ("officers", "people") mostly mean the same.
    """
    parts = some.noun_classes & {"passengers", "crew"}
    every = TOTAL in total.scope if parts & total.noun_classes else "people" in total.noun_classes
    if not parts or not every or TOTAL in some.scope or slip(some.value, total.value):
        return False
    return "crew" in parts or min(total.value.amounts) - max(some.value.amounts) <= _CREW


def _is_of_place_in(some: Claim, total: Claim) -> bool:
    if WIDE not in total.scope or WIDE in some.scope or not _is_local(some):
        return False
    return some.kind == "percent" or _is_less(some, total)


def _is_local(claim: Claim) -> bool:
    """Whether a figure is said to be that of a place: "120 jobs in Ashby"; any district in its sentence will do."""
    if claim.subject is not None and claim.subject.key in claim.places:
        return True
    told = {word.partition(" ")[2] for word in claim.scope if word.startswith(("in ", "at "))}
    told |= {one.key for one in claim.participants if one.role in ("in", "at")}
    return bool(told & claim.places or claim.context & _DISTRICTS)
