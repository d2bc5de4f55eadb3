"""Whether two articles mean the same person, organisation, place or thing by their words; names are made up."""

from __future__ import annotations

from itertools import product

import pytest

from claims.model import Entity
from factcheck.align.likeness import Likeness, are_two_parties, likeness, names, nouns

SAME, ALIKE, UNKNOWN, DIFFERENT = Likeness.SAME, Likeness.ALIKE, Likeness.UNKNOWN, Likeness.DIFFERENT

NAMES = (
    ("nora pell", "nora pell", SAME),
    ("nora pell", "pell", SAME),
    ("nora pell", "n. pell", SAME),
    ("nora jane pell", "nora pell", SAME),
    ("nora pell", "nora jane pell", SAME),
    ("katherine voll", "catherine voll", ALIKE),
    ("nora pell", "nora", ALIKE),
    ("nora pell", "mark pell", DIFFERENT),
    ("nora pell", "nora voss", DIFFERENT),
    ("pell", "voss", DIFFERENT),
    ("idris calloway-finch", "calloway", ALIKE),
    ("idris calloway-finch", "idris calloway", ALIKE),
    ("harbour rescue league", "hrl", SAME),
    ("union of dock workers", "udw", SAME),
    ("sundline ferries", "sundline", SAME),
    ("idris calloways", "idris calloway", ALIKE),
    ("london", "paris", DIFFERENT),
    ("uk", "united kingdom", SAME),
)
"""Two names in lower case, and how they lie to each other."""

NOUNS = (
    ("driver", "driver", SAME),
    ("car", "vehicle", ALIKE),
    ("truck", "lorry", ALIKE),
    ("driver", "car", DIFFERENT),
    ("minister", "village", DIFFERENT),
    ("table", "paragraph", UNKNOWN),
)
"""Two nouns (lemmas), and how they lie to each other."""


@pytest.mark.parametrize(("a", "b", "expected"), NAMES)
def test_names(a: str, b: str, expected: Likeness) -> None:
    assert names(a, b) is expected


@pytest.mark.parametrize(("a", "b", "expected"), NOUNS)
def test_nouns(a: str, b: str, expected: Likeness) -> None:
    assert nouns(a, b) is expected


def test_names_are_symmetric() -> None:
    known = sorted({name for a, b, _ in NAMES for name in (a, b)})
    assert [(a, b) for a, b in product(known, known) if names(a, b) is not names(b, a)] == []


def test_nouns_are_symmetric() -> None:
    known = sorted({noun for a, b, _ in NOUNS for noun in (a, b)})
    assert [(a, b) for a, b in product(known, known) if nouns(a, b) is not nouns(b, a)] == []


def _named(key: str, kind: str = "person", *known_as: str) -> Entity:
    return Entity(key, key, kind, nouns=frozenset(known_as))


def _noun(lemma: str) -> Entity:
    return Entity(lemma, f"the {lemma}", named=False, lemma=lemma)


ENTITIES = (
    (_named("nora pell"), _named("pell"), SAME),
    (_named("nora pell", "person", "captain"), _noun("captain"), ALIKE),
    (_named("nora pell"), _noun("captain"), UNKNOWN),
    (_named("nora pell"), _noun("ferry"), DIFFERENT),
    (_named("nora pell", "person", "woman"), _noun("man"), DIFFERENT),
    (_named("sundline ferries", "organisation"), _noun("captain"), DIFFERENT),
    (_noun("car"), _noun("vehicle"), ALIKE),
    # a few people together may be anybody
    (_noun("pair"), _noun("robber"), UNKNOWN),
    (None, _named("nora pell"), UNKNOWN),
)
"""Two entities, and how they lie to each other."""


@pytest.mark.parametrize(("a", "b", "expected"), ENTITIES)
def test_entities(a: Entity | None, b: Entity | None, expected: Likeness) -> None:
    assert likeness(a, b) is expected
    assert likeness(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("defense", "state", True),
        ("prosecutor", "defence", True),
        ("republicans", "democrats", True),
        ("state", "prosecution", False),
        ("defense", "council", False),
        ("ministry of defence", "state", False),
    ],
)
def test_the_two_sides_of_a_court_are_two_parties(a: str, b: str, two: bool) -> None:
    assert are_two_parties(_noun(a), _noun(b)) is are_two_parties(_noun(b), _noun(a)) is two
