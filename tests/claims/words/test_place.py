"""Places have one key under all their names, and lie in one another."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.classes_table import listed
from claims.words.place import is_place, lies_in, place_key, place_kind, place_of_people, wider_place

RAW = tomllib.loads(files("claims.words").joinpath("place.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Colo.", "colorado"),
        ("W. Va.", "west virginia"),
        ("Ill.", "illinois"),
        ("U.S.", "united states"),
        ("US", "united states"),
        ("the United States", "united states"),
        ("Britain", "united kingdom"),
        ("Kiev", "kyiv"),
        ("Port-au-Prince", "port au prince"),
        ("The Hague", "the hague"),
        ("L.A.", "los angeles"),
        ("La.", "louisiana"),
        ("Washington, D.C.", "district of columbia"),
        ("Denver, Colo.", "denver"),
        ("Tulsa, OK", "tulsa"),
        ("Harlow Falls, Colo.", "harlow falls, colorado"),
        ("Port Brannoch, Scotland", "port brannoch, scotland"),
    ],
)
def test_names_of_places(words: str, key: str) -> None:
    assert is_place(words)
    assert place_key(words) == key


@pytest.mark.parametrize("words", ["us", "ill", "Miss", "mass", "la", "Harlow", "Marta Quill", "", ",", "Oh, dear"])
def test_what_is_no_place(words: str) -> None:
    assert not is_place(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Ohio", "state"), ("Peru", "country"), ("Scotland", "region"), ("Nairobi", "city"), ("Harlow", "")],
)
def test_kinds_of_places(words: str, kind: str) -> None:
    assert place_kind(words) == kind


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Denver", "Colorado"),
        ("Denver", "U.S."),
        ("Munich", "Germany"),
        ("Harlow Falls, Colo.", "USA"),
        ("Peru", "Peru"),
    ],
)
def test_places_lie_in_wider_ones(inner: str, outer: str) -> None:
    assert lies_in(inner, outer)


def test_places_do_not_lie_elsewhere() -> None:
    assert not lies_in("Athens", "Italy")
    assert not lies_in("Colorado", "Denver")
    assert wider_place("Harlow") == ""


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Iranian", "iran"),
        ("Iranians", "iran"),
        ("British", "united kingdom"),
        ("New Zealander", "new zealand"),
        ("Iran", ""),
    ],
)
def test_peoples(words: str, key: str) -> None:
    assert place_of_people(words) == key


def test_the_table_names_only_places_it_knows() -> None:
    known = {*RAW["state"], *RAW["country"], *RAW["region"]}
    assert {*RAW["people"], *RAW["city"], *RAW["within"]} <= known
    assert {name for names in RAW["within"].values() for name in listed(names)} <= known


def test_a_city_stands_in_one_place() -> None:
    cities = [city for names in RAW["city"].values() for city in listed(names)]
    assert len(cities) == len(set(cities))
    assert len(cities) >= 150


@given(st.sampled_from([*RAW["state"], *RAW["country"], *RAW["region"]]))
def test_a_key_is_its_own_key_and_lies_in_no_cycle(key: str) -> None:
    assert place_key(key) == key
    seen = {key}
    while key := wider_place(key):
        assert key not in seen
        seen.add(key)


@given(st.text(max_size=20))
def test_any_words_have_a_key(words: str) -> None:
    assert isinstance(place_key(words), str)
    assert isinstance(is_place(words), bool)
