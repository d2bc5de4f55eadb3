"""Grouping: a partition that keeps apart what is ruled out and never depends on the order of input."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim
from factcheck.align.group import clusters
from factcheck.align.score import IMPOSSIBLE
from tests.factcheck.align.pairs import claim

ONE = claim("12 people drowned.", "count")
Scores = dict[tuple[int, int], float]


def grouped(size: int, scores: Scores, apart: set[tuple[int, int]] | None = None) -> list[list[int]]:
    claims: list[Claim] = [ONE] * size
    return clusters(claims, scores, apart or set())


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, Scores]:
    """A number of claims with the scores of their pairs; some are ruled out, some missing, and ties are common."""
    size = draw(st.integers(2, 7))
    score = st.sampled_from([-3.0, -1.0, -0.25, 0.25, 1.0, 2.0, 4.0, IMPOSSIBLE, None])
    drawn = {pair: draw(score) for pair in combinations(range(size), 2)}
    return size, {pair: total for pair, total in drawn.items() if total is not None}


@given(tables())
def test_groups_are_a_partition_of_some_claims(table: tuple[int, Scores]) -> None:
    size, scores = table
    groups = grouped(size, scores)
    members = [at for group in groups for at in group]
    assert len(members) == len(set(members))
    assert set(members) <= set(range(size))
    assert groups == sorted(sorted(group) for group in groups)
    assert all(len(group) > 1 for group in groups)


@given(tables())
def test_a_pair_that_is_ruled_out_never_shares_a_group(table: tuple[int, Scores]) -> None:
    size, scores = table
    for group in grouped(size, scores):
        assert all(scores.get(pair, IMPOSSIBLE) > IMPOSSIBLE / 2 for pair in combinations(group, 2))


@given(tables())
def test_a_group_has_a_pair_that_speaks_for_it(table: tuple[int, Scores]) -> None:
    size, scores = table
    for group in grouped(size, scores):
        assert max(scores[pair] for pair in combinations(group, 2)) > 0


@given(tables())
def test_grouping_twice_gives_the_same(table: tuple[int, Scores]) -> None:
    assert grouped(*table) == grouped(*table)


_DISTINCT = [round(4 * math.sin(7 * number), 6) for number in range(1, 16)]
"""Scores for six claims of which no two are the same, nor any two of their means."""


@given(st.permutations(range(6)), st.permutations(_DISTINCT))
@settings(max_examples=60)
def test_names_do_not_matter_where_no_scores_tie(order: list[int], drawn: list[float]) -> None:
    """Claims that change places change places in the groups, and nothing else."""
    scores = dict(zip(combinations(range(6), 2), drawn, strict=True))
    moved = {(min(order[x], order[y]), max(order[x], order[y])): total for (x, y), total in scores.items()}
    assert sorted(sorted(order[at] for at in group) for group in grouped(6, scores)) == grouped(6, moved)


@given(tables())
def test_values_that_exclude_each_other_need_more_to_be_joined(table: tuple[int, Scores]) -> None:
    """With two claims: whatever is joined although the values differ is joined where they do not."""
    _, scores = table
    pair = {(0, 1): scores.get((0, 1), IMPOSSIBLE)}
    if grouped(2, pair, {(0, 1)}):
        assert grouped(2, pair)


def test_a_tie_goes_to_the_claims_that_come_first() -> None:
    assert grouped(3, {(0, 1): 1.0, (1, 2): 1.0, (0, 2): IMPOSSIBLE}) == [[0, 1]]


def test_one_telling_pair_pulls_a_claim_in_and_many_bad_ones_keep_it_out() -> None:
    assert grouped(3, {(0, 1): 4.0, (0, 2): 2.0, (1, 2): -0.5}) == [[0, 1, 2]]
    assert grouped(3, {(0, 1): 4.0, (0, 2): 0.5, (1, 2): -3.0}) == [[0, 1]]


def test_what_one_member_rules_out_the_group_rules_out() -> None:
    assert grouped(3, {(0, 1): 4.0, (0, 2): 3.0, (1, 2): IMPOSSIBLE}) == [[0, 1]]
