"""The gradients of the network are those that finite differences give."""

from __future__ import annotations

import numpy as np
import pytest

from claims.parse import network
from claims.parse.network import Floats
from claims.parse.words import Words
from claims.training.gradient import NO_DROPOUT, Gold, learn
from claims.training.learning import Plan, parameters
from claims.training.vocabulary import Vocabulary

TABLES: list[dict[str, int]] = [{str(i): i for i in range(2, 6)} for _ in range(10)]
KNOWN = Vocabulary(
    Words(TABLES, [""], np.zeros(0, np.uint32), np.zeros(0, np.uint16)),
    [("NN", "NOUN"), ("VBD", "VERB")],
    ["nsubj", "obj", "root"],
    [(0, ""), (1, ""), (1, "y")],
)
PLAN = Plan(widths=(3,) * 10, layers=2, width=4, arc=4, label=3, tag=3)


def _batch(rng: np.random.Generator) -> list[tuple[np.ndarray, Gold]]:
    golds = [
        Gold(np.array([2, 0, 2]), np.array([0, 2, 1]), np.array([0, 1, -1]), np.array([0, 1, 2])),
        Gold(np.array([0]), np.array([2]), np.array([1]), np.array([-1])),
        Gold(np.array([0, 1]), np.array([2, 1]), np.array([1, 0]), np.array([-1, 2])),
    ]
    return [(rng.integers(1, 6, (len(gold.heads), 10)), gold) for gold in golds]


@pytest.fixture
def held() -> dict[str, Floats]:
    rng = np.random.default_rng(1)
    shapes = {name: values.shape for name, values in parameters(PLAN, KNOWN).weights.items()}
    return {name: np.asarray(0.3 * rng.normal(size=shape)) for name, shape in shapes.items()}  # in double precision


def test_gradients_are_those_of_finite_differences(held: dict[str, Floats]) -> None:
    rng = np.random.default_rng(2)
    batch = _batch(rng)

    def loss(into: dict[str, Floats]) -> float:
        return sum(learn(held, into, batch, NO_DROPOUT, np.random.default_rng(0)))

    gradients = {name: np.zeros_like(values) for name, values in held.items()}
    loss(gradients)
    for name, values in held.items():
        flat, slope = values.reshape(-1), gradients[name].reshape(-1)
        for place in rng.choice(flat.size, min(8, flat.size), replace=False):
            before, step = flat[place], 1e-6
            scratch = {key: np.zeros_like(rows) for key, rows in held.items()}
            flat[place] = before + step
            above = loss(scratch)
            flat[place] = before - step
            below = loss(scratch)
            flat[place] = before
            assert slope[place] == pytest.approx((above - below) / (2 * step), rel=1e-4, abs=1e-7), (name, place)


def test_a_sentence_scores_the_same_in_any_company(held: dict[str, Floats]) -> None:
    weights = {name: values.astype(np.float32) for name, values in held.items()}
    batch = _batch(np.random.default_rng(3))
    kinds = np.concatenate([np.zeros((1, 10), np.int64), *(identifiers for identifiers, _ in batch)])
    starts = np.cumsum([1, *(len(identifiers) for identifiers, _ in batch)])
    numbers = [np.arange(start, start + len(rows)) for start, (rows, _) in zip(starts, batch, strict=False)]
    together = network.score(weights, kinds, numbers)
    for number, words in enumerate(numbers):
        alone = network.score(weights, kinds, [words])
        place = list(together.packing.order).index(number)
        size = len(words) + 1
        assert np.allclose(together.arcs[place, :size, :size], alone.arcs[0], atol=1e-5)


def test_learning_sees_the_scores_that_use_will_see(held: dict[str, Floats]) -> None:
    batch = _batch(np.random.default_rng(4))
    gradients = {name: np.zeros_like(values) for name, values in held.items()}
    arc_loss, _, tag_loss, _ = learn(held, gradients, batch, NO_DROPOUT, np.random.default_rng(0))
    arcs, tags, words, tagged = 0.0, 0.0, 0, 0
    for identifiers, gold in batch:
        kinds = np.concatenate([np.zeros((1, 10), np.int64), identifiers])
        scores = network.score(held, kinds, [np.arange(1, len(kinds))])
        arcs -= _log_chance(scores.arcs[0, 1:], gold.heads).sum()
        known = gold.tags >= 0
        tags -= _log_chance(scores.tags[1:], np.maximum(gold.tags, 0))[known].sum()
        words, tagged = words + len(identifiers), tagged + int(known.sum())
    assert arc_loss == pytest.approx(arcs / words, rel=1e-4)
    assert tag_loss == pytest.approx(tags / tagged, rel=1e-4)


def _log_chance(scores: Floats, right: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(1, keepdims=True)
    chances = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return np.asarray(chances[np.arange(len(right)), right])
