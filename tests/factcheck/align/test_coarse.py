"""Groups of texts that read alike: those that comparing every pair would give, and none across blocks."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

import factcheck.align
from claims.model import Claim
from factcheck.align import align
from factcheck.align.coarse import ALIKE, alike
from tests.factcheck.align.pairs import claim
from tests.speed.claims import lines


def plainly(texts: list[str], keys: list[int]) -> list[list[int]]:
    """The same by definition: every pair is looked at, and groups are joined one by one."""
    groups = [{at} for at in range(len(texts))]
    for x, y in combinations(range(len(texts)), 2):
        if keys[x] == keys[y] and JaroWinkler.similarity(texts[x], texts[y]) >= ALIKE:
            one, two = (next(group for group in groups if at in group) for at in (x, y))
            if one is not two:
                one |= two
                groups.remove(two)
    return sorted(sorted(group) for group in groups if len(group) > 1)


@settings(max_examples=100, deadline=None)
@example([(" aab", 0), (" a aaa", 0)])
@given(st.lists(st.tuples(st.text("abc ", max_size=6), st.integers(0, 2)), max_size=14))
def test_groups_are_those_of_every_pair(rows: list[tuple[str, int]]) -> None:
    texts, keys = [text for text, _ in rows], [key for _, key in rows]
    assert sorted(alike(texts, keys)) == plainly(texts, keys)


def test_made_claims_are_grouped_as_by_every_pair() -> None:
    made = list(lines(600))
    texts, keys = [line.text for line in made], [line.block for line in made]
    assert sorted(alike(texts, keys)) == plainly(texts, keys)


def test_a_block_of_more_texts_than_are_compared_at_a_time() -> None:
    texts = [f"{number:04d}" * 3 for number in range(600)]
    assert sorted(alike(texts)) == plainly(texts, [0] * len(texts))


def _crowd() -> list[Claim]:
    told = claim("The crash killed 12 people in Marsk.", "count")
    other = claim("The company sold 40 ferries in May.", "count")
    return [replace(each, article=f"a{at}") for at in range(4) for each in (told, other)]


def test_a_crowd_is_aligned_by_what_its_claims_are_about(monkeypatch: pytest.MonkeyPatch) -> None:
    before = align("story", _crowd())
    monkeypatch.setattr(factcheck.align, "_MANY", 5)
    after = align("story", _crowd())
    assert after
    assert [group.claims for group in after] == [group.claims for group in before]
