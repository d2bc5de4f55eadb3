"""Which figures grow while a story is reported."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from claims.model import Claim
from claims.words.classes import is_a

_KINDS = frozenset({"count", "money", "area", "percent"})


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, ...], ...]:
    raw = tomllib.loads(files("claims.words").joinpath("growth.toml").read_text("utf-8"))
    return tuple(tuple(raw[name]) for name in ("facets", "agents", "nouns", "attributes", "funds"))


def grows(claim: Claim) -> bool:
    """Whether the claim's figure belongs to those that are counted up as a story goes on (tolls, signatures ...)."""
    if claim.kind not in _KINDS:
        return False
    facets, agents, nouns, attributes, funds = _table()
    if any(is_a(found, noun) for found in claim.noun_classes for noun in nouns):
        return True
    if claim.attributes & set(attributes):
        return True
    if claim.kind == "money" and claim.subject is not None and claim.subject.lemma in funds:
        return True
    parts = [facet.partition(":") for facet in claim.facets]
    return any(is_a(name, facet) for name, _, role in parts for facet in (agents if role == "agent" else facets))
