"""Narrowing words: which agree and which exclude one another."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.classes_scope import scope_differs, scope_key, scopes_exclude
from claims.words.classes_table import listed

RAW = tomllib.loads(files("claims.words").joinpath("classes_scope.toml").read_text("utf-8"))
WORDS = st.lists(st.sampled_from(sorted(RAW["same"])), max_size=3)


def test_a_word_says_one_thing_and_exclusive_keys_exist() -> None:
    count = Counter(word for words in RAW["same"].values() for word in listed(words))
    assert [word for word, times in count.items() if times > 1] == []
    assert {key for line in RAW["exclusive"].values() for key in listed(line)} <= RAW["same"].keys()


@pytest.mark.parametrize(
    ("a", "b"), [("additional", "further"), ("seriously", "severe"), ("ex", "former"), ("north", "northern")]
)
def test_words_that_say_the_same(a: str, b: str) -> None:
    assert scope_key(a) == scope_key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("seriously", "slightly"), ("preliminary", "final"), ("first", "second"), ("female", "male"), ("net", "gross")],
)
def test_words_that_exclude_one_another(a: str, b: str) -> None:
    assert scopes_exclude([a], [b])


def test_a_word_on_both_sides_excludes_nothing() -> None:
    assert not scopes_exclude(["first", "second"], ["second"])
    assert not scopes_exclude(["first"], ["opening"])


def test_what_stands_on_one_side_only() -> None:
    assert scope_differs(["further"], []) == {"more"}
    assert scope_differs(["further"], ["additional"]) == frozenset()


@given(WORDS, WORDS)
def test_comparing_is_symmetric(a: list[str], b: list[str]) -> None:
    assert scopes_exclude(a, b) == scopes_exclude(b, a)
    assert scope_differs(a, b) == scope_differs(b, a)
    assert not scopes_exclude(a, a)
