"""Counts that differ because one is a part of the other: some and all, one place and the country, the others.

Read off stories made up for it, in which each was called a conflict; none of the development stories has one of them
as a conflict. All are told from words of the two sentences, so that a part told without such a word is not seen.
"""

from __future__ import annotations

from claims.model import Claim
from claims.stage import TOTAL, WHOLE

_DISTRICTS = frozenset({"province", "county", "city", "town", "district", "region", "village", "parish", "borough"})
_ABOARD = frozenset({"passengers", "crew"})
_COUNTRY = frozenset({"country", "nation", "state", "world"})


def part_and_whole(a: Claim, b: Claim, *, far: bool) -> str:
    """Why two counts that differ are those of a part and of the whole, or ""; symmetric.

    `far` tells that one is less than half of the other.
    """
    return _some_and_all(a, b, far) or _some_and_all(b, a, far)


def _some_and_all(some: Claim, total: Claim, far: bool) -> str:
    """Why `some` counts a part of what `total` counts, or ""."""
    if not max(some.value.amounts, default=0) < min(total.value.amounts, default=0):
        return ""
    if _is_sort(some, total):
        return "of one sort and of all"
    if _is_told_of_some(some, total):
        return "the whole and some of it"
    if "other" in some.scope and "other" not in total.scope:
        return "the others and all"
    if _is_aboard(some, total):
        return "some and all of those aboard"
    if far and _is_local(some) and not _is_local(total):
        return "of one place and of all"
    return ""


def _is_sort(some: Claim, total: Claim) -> bool:
    """Whether one counts a sort of what the other counts in all: "ten league goals", "14 goals in all competitions"."""
    if TOTAL not in total.scope or TOTAL in some.scope or some.noun is None or total.noun is None:
        return False
    return bool(some.noun.modifiers) and not total.noun.modifiers


def _is_aboard(some: Claim, total: Claim) -> bool:
    """Whether one counts the passengers or the crew and the other the people aboard.

    Other nouns that are told for one another ("officers", "people") mostly mean the same.
    """
    parts = some.noun_classes & _ABOARD
    return bool(parts) and not parts & total.noun_classes and "people" in total.noun_classes


def _is_told_of_some(some: Claim, total: Claim) -> bool:
    """Whether what befell some is only told of a part of the whole: the crew of "two of the three crew were hurt"."""
    happened = [claim.event.classes if claim.event is not None else frozenset() for claim in (some, total)]
    return WHOLE in total.scope and WHOLE not in some.scope and bool(happened[0] & happened[1])


def _is_local(claim: Claim) -> bool:
    """Whether a count is said to be that of a named place: "120 jobs in Ashby", "the province registered 38"."""
    if claim.subject is not None and (claim.subject.key in claim.places or claim.subject.lemma in _DISTRICTS):
        return True
    told = {word.partition(" ")[2] for word in claim.scope if word.startswith(("in ", "at "))}
    return bool(told & claim.places) and not told & _COUNTRY
