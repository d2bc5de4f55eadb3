"""Words become identifiers and lemmas the same way in learning and in use."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parse.words import FEATURES, UNKNOWN, Words, apply, key_of, may_count, rule_of, shape


@pytest.mark.parametrize(
    ("form", "shaped"),
    [("Denver", "Xxxxx"), ("1,200", "d,ddd"), ("McHale", "XxXxxx"), ("mph", "xxx"), ("20,000,000", "dd,ddd,ddd")],
)
def test_shape(form: str, shaped: str) -> None:
    assert shape(form) == shaped


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_a_rule_makes_the_lemma_it_was_made_of(form: str, lemma: str) -> None:
    assert apply(rule_of(form, lemma), form) == lemma.lower()


def test_a_rule_that_takes_off_too_much_leaves_the_word() -> None:
    assert apply((9, "be"), "Was") == "was"


def test_identifiers() -> None:
    tables: list[dict[str, int]] = [{} for _ in FEATURES]
    tables[0] = {"0,000": 2, "fire": 3}
    tables[1] = {"0110": 7}
    words = Words(tables, ["", "0110"], np.array([key_of("fire")], np.uint32), np.array([1], np.uint16))
    assert words.identifiers("Fire")[:2] == (3, 7)
    assert words.identifiers("1,200")[0] == 2
    assert words.identifiers("water")[:2] == (UNKNOWN, UNKNOWN)


@pytest.mark.parametrize("form", ["Nine", "million", "XIV", "bn", "1,200", "26th", "2/3", "½", "twenty-six"])
def test_what_may_count(form: str) -> None:
    assert may_count(form)


@pytest.mark.parametrize("form", ["Feld", "Tenby", "several", "half", "Millions"])
def test_what_may_not(form: str) -> None:
    assert not may_count(form)


@given(st.integers(1500, 2099), st.integers(1500, 2099))
def test_a_year_is_seen_like_any_other(one: int, other: int) -> None:
    keys = sorted(key_of(word) for word in ("2010", "1985", "bridge"))
    words = Words(
        [{} for _ in FEATURES], ["", "01", "10", "11"], np.array(keys, np.uint32), np.array([1, 2, 3], np.uint16)
    )
    assert words.values(str(one)) == words.values(str(other)) != words.values("bridge")
