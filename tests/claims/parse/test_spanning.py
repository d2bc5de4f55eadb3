"""The best tree is a tree with one root, and the best there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parse.spanning import best_tree


def _is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    if list(heads[1:]).count(0) != 1:
        return False
    for start in range(1, len(heads)):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return False
    return True


def _scores(size: int, seed: int) -> np.ndarray:
    scores = np.random.default_rng(seed).normal(size=(size + 1, size + 1))
    np.fill_diagonal(scores, -1e9)
    return scores


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_always_a_tree_with_one_root(size: int, seed: int) -> None:
    assert _is_tree(best_tree(_scores(size, seed)))


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_of_four_words_scores_better(seed: int) -> None:
    scores = _scores(4, seed)

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[i, heads[i]] for i in range(1, 5)))

    trees = (tree for tree in product(range(5), repeat=5) if tree[0] == 0 and _is_tree(tree))
    best = max(total(tree) for tree in trees)
    assert total(best_tree(scores)) == pytest.approx(best)
