"""Whether two articles mean the same person, organisation, place or thing by their words."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from claims.model import Entity
from claims.words.classes import Kinship, nearest, noun_classes
from claims.words.cues import cues
from claims.words.place import is_place, place_key
from claims.words.title import NAME_SUFFIXES, gender_of_noun, is_given_name, is_person_noun

_SPELLING = 84
_NAME = 88


class Likeness(StrEnum):
    """How two entities lie to each other."""

    SAME = "same"
    ALIKE = "alike"
    """Nothing speaks against it and something for it."""
    UNKNOWN = "unknown"
    DIFFERENT = "different"


def likeness(a: Entity | None, b: Entity | None) -> Likeness:
    """How `a` of one article and `b` of another lie to each other; symmetric."""
    if a is None or b is None or not a.key or not b.key:
        return Likeness.UNKNOWN
    if a.named and b.named:
        return names(a.key, b.key)
    if a.named or b.named:
        named, common = (a, b) if a.named else (b, a)
        return _name_and_noun(named, common)
    return nouns(a.key, b.key)


@lru_cache(maxsize=65536)
def names(a: str, b: str) -> Likeness:
    """How two proper names (lower case) lie to each other.

    Persons are told apart by surname first, given names second; "Katherine" and "Catherine" Gomez are alike. The bias:
    two relatives of one surname, both named by it alone, are taken for one person.
    """
    if a == b:
        return Likeness.SAME
    if is_place(a) or is_place(b):
        return Likeness.SAME if place_key(a) == place_key(b) else Likeness.DIFFERENT
    x, y = _parts(a), _parts(b)
    if x[-1] == y[-1]:
        return _given(x[:-1], y[:-1])
    if len(x) == 1 or len(y) == 1:
        short, long = (x, y) if len(x) == 1 else (y, x)
        if short[0] in long[-1].split("-"):
            return Likeness.ALIKE
        if short[0] in long:
            return Likeness.ALIKE if is_given_name(short[0]) else Likeness.SAME
        if short[0] == "".join(word[0] for word in long if word not in ("of", "the", "and", "for")):
            return Likeness.SAME
        return Likeness.ALIKE if fuzz.ratio(short[0], long[-1]) >= _NAME else Likeness.DIFFERENT
    if set(x[-1].split("-")) & set(y[-1].split("-")) and "-" in x[-1] + y[-1]:
        return Likeness.DIFFERENT if _are_two(x, y) else Likeness.ALIKE
    if fuzz.ratio(x[-1], y[-1]) >= _NAME and _given(x[:-1], y[:-1]) is not Likeness.DIFFERENT:
        return Likeness.ALIKE
    if set(x) <= set(y) or set(y) <= set(x) or fuzz.token_sort_ratio(a, b) >= _NAME:
        return Likeness.SAME
    return Likeness.DIFFERENT


def _parts(name: str) -> list[str]:
    parts = [word.strip(".,") for word in name.split() if word.strip(".,")]
    return (parts[:-1] if len(parts) > 2 and parts[-1] in NAME_SUFFIXES else parts) or [name]


def _given(x: list[str], y: list[str]) -> Likeness:
    if not x or not y:
        return Likeness.SAME
    short, long = sorted((x, y), key=len)
    if all(any(_initial(one, other) for other in long) for one in short):
        return Likeness.SAME
    if fuzz.ratio(x[0], y[0]) >= _SPELLING:
        return Likeness.ALIKE
    return Likeness.DIFFERENT


def _are_two(x: list[str], y: list[str]) -> bool:
    """Whether one begins with a given name that the other cannot have."""
    return any(is_given_name(name[0]) for name in (x, y)) and _given(x[:-1], y[:-1]) is Likeness.DIFFERENT


@lru_cache(maxsize=1)
def _nicknames() -> frozenset[frozenset[str]]:
    raw = tomllib.loads(files("factcheck.align").joinpath("nicknames.toml").read_text("utf-8"))
    return frozenset(frozenset({full, short}) for full, forms in raw.items() for short in forms.split())


def _initial(x: str, y: str) -> bool:
    return (
        x == y
        or frozenset({x, y}) in _nicknames()
        or (len(x) == 1 and y.startswith(x))
        or (len(y) == 1 and x.startswith(y))
    )


def _name_and_noun(named: Entity, common: Entity) -> Likeness:
    if common.lemma in named.nouns or (common.nouns & named.nouns):
        return Likeness.ALIKE
    human = is_person_noun(common.lemma)
    if named.type in ("organisation", "place") and human:
        return Likeness.DIFFERENT
    if named.type == "person" and not human and not (noun_classes(common.lemma) & {"people"}):
        return Likeness.DIFFERENT
    sexes = {gender_of_noun(noun) for noun in (common.lemma, *named.nouns)} - {""}
    return Likeness.DIFFERENT if len(sexes) > 1 else Likeness.UNKNOWN


def are_two_parties(a: Entity | None, b: Entity | None) -> bool:
    """Whether two entities are two political parties, or the two sides in a court: "Republicans" and "the Democrats".

    Only parties that go by a common word are known. Coalition partners of one figure are taken for two parties.
    """
    one, other = (_party(entity.key) or _side(entity.key) if entity is not None else "" for entity in (a, b))
    return bool(one and other) and one != other


def _side(key: str) -> str:
    """The side in a court: "the state called 34 witnesses", "the defense called five"; no ministry of defence."""
    return "prosecution" if key in cues("prosecution") else "defense" if key in cues("defense") else ""


def _party(key: str) -> str:
    word = key.removesuffix(" party").rpartition(" ")[2]
    word = word.removesuffix("s") if word.removesuffix("s") in cues("parties") else word
    return {"tory": "conservative", "tories": "conservative", "labor": "labour"}.get(word, word) * (
        word in cues("parties")
    )


@lru_cache(maxsize=65536)
def nouns(a: str, b: str) -> Likeness:
    """How two common nouns (lemmas) lie to each other."""
    if a == b:
        return Likeness.SAME
    tie = nearest(noun_classes(a), noun_classes(b))
    if tie in (Kinship.SAME, Kinship.ANCESTOR):
        return Likeness.ALIKE
    if tie is Kinship.OPPOSED or (is_person_noun(a) != is_person_noun(b) and not {a, b} & cues("bands")):
        return Likeness.DIFFERENT
    return Likeness.ALIKE if fuzz.ratio(a, b) >= _NAME else Likeness.UNKNOWN
