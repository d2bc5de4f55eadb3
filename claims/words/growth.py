"""Which figures grow while a story is reported."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claims.model import Claim
from claims.stage import NOW, RISEN
from claims.words.classes import is_a

_KINDS = frozenset({"count", "money", "area", "percent"})


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("claims.words").joinpath("growth.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def ebbs(claim: Claim) -> bool:
    """Whether the claim counts what is so on its day and may not be on the next: missing, in hospital, there "now".

    What "remains" is always taken for one, so that the six branches that remain after a cut are, too.
    """
    event, words = claim.event, _table()
    if claim.kind != "count":
        return False
    if any(facet.partition(":")[0] in words["ebbing"] for facet in claim.facets):
        return True
    if event is not None and (event.lemma == "remain" or (event.nominal and event.lemma in words["states"])):
        return True
    if claim.noun is not None and claim.noun.lemma in words["fires"] and event is not None and "burn" in event.classes:
        return True
    if RISEN in claim.scope or (
        NOW in claim.scope and not grows(claim) and (event is None or event.nominal or event.lemma == "be")
    ):
        return True
    if claim.noun is not None and claim.noun.lemma in words["standings"] and claim.role in ("on", "with"):
        return event is not None and (event.nominal or event.lemma.partition(" ")[0] in words["standing"])
    if event is not None and event.lemma in words["housing"] and claim.context & _REFUGES:
        return not claim.background
    stays = event is None or event.nominal or event.lemma in words["staying"]
    return stays and any(one.role in _IN and one.key in words["states"] for one in claim.participants)


_REFUGES = frozenset({"shelter", "camp"})
_IN = frozenset({"owner", "in", "without", "under", "out of", "on"})
"""Roles of a state: where a clause has no verb but "be", its parse calls the state an owner."""


def grows(claim: Claim) -> bool:
    """Whether the claim's figure belongs to those that are counted up as a story goes on (tolls, signatures ...)."""
    if claim.kind not in _KINDS:
        return False
    words = _table()
    if claim.kind == "area" and claim.subject is not None and _last_word(claim.subject.words) in words["fires"]:
        return True
    if any(is_a(found, noun) for found in claim.noun_classes for noun in words["nouns"]):
        return True
    if claim.attributes & words["attributes"]:
        return True
    if claim.kind == "money" and claim.subject is not None and claim.subject.lemma in words["funds"]:
        return True
    parts = [facet.partition(":") for facet in claim.facets]
    if (
        claim.noun is not None
        and claim.noun.lemma in words["services"]
        and any(is_a(name, facet) for name, _, _ in parts for facet in words["called-off"])
    ):
        return True
    return any(
        is_a(name, facet) for name, _, role in parts for facet in words["agents" if role == "agent" else "facets"]
    )


def _last_word(words: str) -> str:
    return words.lower().rpartition(" ")[2]
