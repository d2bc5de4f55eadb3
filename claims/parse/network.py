"""The network itself, forward only.

A bidirectional LSTM (Hochreiter & Schmidhuber 1997; Graves & Schmidhuber 2005) over embedded word features; the lower
layer tags and lemmatises, the upper one scores arcs and labels with biaffine attention (Dozat & Manning 2017, "Deep
biaffine attention for neural dependency parsing").

Sentences of a batch lie *packed by time*: first the first word of every sentence, the longest sentence first, then
every second word, and so on. Step t of the LSTM is then one run of rows, and no padding is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = Mapping[str, Floats]

SLOPE = np.float32(0.1)
"""Slope of the leaky rectifier below zero."""
_FORBIDDEN = np.float32(-1e9)


@dataclass(frozen=True)
class Packing:
    """Where each word of a batch lies."""

    order: Sequence[int]
    """Numbers of the sentences, the longest first."""
    lengths: Ints
    """Their lengths in that order, the root counted."""
    active: Ints
    """How many sentences are at least as long as each step."""
    offsets: Ints
    """The first row of each step, and the number of rows at the end."""
    places: Ints
    """Row of each sentence (in that order) and position; the number of rows where a sentence has ended."""

    @property
    def rows(self) -> int:
        """The number of words, roots counted."""
        return int(self.offsets[-1])

    def scatter(self, values: Sequence[npt.NDArray[np.int64]], rows: Ints) -> None:
        """Write `values` of each sentence into `rows`, roots left out."""
        for place, number in enumerate(self.order):
            rows[self.places[place, 1 : self.lengths[place]]] = values[number]


def pack(lengths: Sequence[int]) -> Packing:
    """The packing of sentences of these lengths, to each of which a root is added in front."""
    order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    sizes = np.array([lengths[number] + 1 for number in order], dtype=np.int64)
    steps = np.arange(sizes[0])
    active = (sizes[None, :] > steps[:, None]).sum(1)
    offsets = np.concatenate([[0], np.cumsum(active)])
    places = np.full((len(order), len(steps)), offsets[-1])
    for step, count in enumerate(active):
        places[:count, step] = offsets[step] + np.arange(count)
    return Packing(order, sizes, active, offsets, places)


@dataclass(frozen=True)
class Scores:
    """What the network says of a batch."""

    packing: Packing
    """Where each word lies in the rows of the others."""
    arcs: Floats
    """For each sentence, dependent and head: the score of the arc; [sentences, words, words], root first."""
    tags: Floats
    """For each row the score of each tag."""
    rules: Floats
    """For each row the score of each lemma rule."""
    dependents: Floats
    """For each row its vector as a dependent to be labelled."""
    heads: Floats
    """For each row its vector as the head of an arc to be labelled."""


def score(weights: Weights, kinds: Ints, sentences: Sequence[Ints]) -> Scores:
    """Scores of a batch of sentences.

    `kinds` holds the identifiers of each different word of the batch, [kinds, features], those of the artificial root
    first; `sentences` the numbers of the words in it.
    """
    packing = pack([len(sentence) for sentence in sentences])
    rows = np.zeros(packing.rows, np.int64)
    packing.scatter(sentences, rows)
    low = _first_layer(weights, kinds, rows, packing)
    top = low
    for layer in range(1, layers_of(weights)):
        top = np.concatenate([_way(weights, layer, way, top, packing) for way in "fb"], 1)
    dependent, head, label_dependent, label_head = (
        dense(weights, name, top) for name in ("arc_dependent", "arc_head", "label_dependent", "label_head")
    )
    rules = dense(weights, "rule", low) @ weights["rule_out"] + weights["rule_bias"]
    return Scores(
        packing,
        arc_scores(weights, dependent, head, packing)[0],
        dense(weights, "tag", low) @ weights["tag_out"] + weights["tag_bias"],
        rules + weights["rule_suffix"][kinds[rows, SUFFIX]],
        label_dependent,
        label_head,
    )


SUFFIX = 6
"""The feature that speaks for lemma rules of its own: three last letters."""


def layers_of(weights: Weights) -> int:
    """How many LSTM layers there are."""
    return sum(1 for name in weights if name.endswith("f_input"))


def embedded(weights: Weights, rows: Ints) -> Floats:
    """The features of each row as one vector."""
    return np.concatenate([weights[f"embed{feature}"][rows[:, feature]] for feature in range(rows.shape[1])], 1)


def _first_layer(weights: Weights, kinds: Ints, rows: Ints, packing: Packing) -> Floats:
    """The lower LSTM layer; what goes into it is computed once for each different word."""
    vectors = embedded(weights, kinds)
    entries = (vectors @ weights[f"lstm0{way}_input"] + weights[f"lstm0{way}_bias"] for way in "fb")
    states = (weights[f"lstm0{way}_state"] for way in "fb")
    return np.concatenate(
        [
            lstm(entry[rows], state, packing, backward=way == "b")
            for way, entry, state in zip("fb", entries, states, strict=True)
        ],
        1,
    )


def _way(weights: Weights, layer: int, way: str, values: Floats, packing: Packing) -> Floats:
    """A higher LSTM layer in one direction."""
    name = f"lstm{layer}{way}"
    entry = values @ weights[f"{name}_input"]
    entry += weights[f"{name}_bias"]
    return lstm(entry, weights[f"{name}_state"], packing, backward=way == "b")


def lstm(entry: Floats, state: Floats, packing: Packing, *, backward: bool) -> Floats:
    """One LSTM layer in one direction: the output for each row.

    `entry` holds what the gates are given by row ([rows, 4 * width]: in, forget, out, new); it is used up.
    """
    width = state.shape[0]
    output = np.empty((len(entry), width), np.float32)
    hidden = np.zeros((packing.active[0], width), np.float32)
    cell = np.zeros_like(hidden)
    steps = range(len(packing.active))
    for step in reversed(steps) if backward else steps:
        count, start = packing.active[step], packing.offsets[step]
        gates = entry[start : start + count]
        h, c = hidden[:count], cell[:count]
        gates += h @ state
        activate(gates, width)
        c *= gates[:, width : 2 * width]
        c += gates[:, :width] * gates[:, 3 * width :]
        np.multiply(gates[:, 2 * width : 3 * width], np.tanh(c), out=h)
        output[start : start + count] = h
    return output


def activate(gates: Floats, width: int) -> None:
    """The logistic function on the three gates and tanh on the new value, in place."""
    gates[:, : 3 * width] *= 0.5
    np.tanh(gates, out=gates)
    gates[:, : 3 * width] += 1
    gates[:, : 3 * width] *= 0.5


def dense(weights: Weights, name: str, values: Floats) -> Floats:
    """A dense layer with a leaky rectifier."""
    sums = values @ weights[f"{name}_in"]
    sums += weights[f"{name}_in_bias"]
    rectified: Floats = np.maximum(sums, SLOPE * sums)
    return rectified


def arc_scores(weights: Weights, dependent: Floats, head: Floats, packing: Packing) -> tuple[Floats, Floats, Floats]:
    """The score of each arc, and the vectors of dependents and heads, one row for each position of each sentence."""
    dependents, heads = padded(dependent, packing), padded(head, packing)
    scores = (dependents @ weights["arc"]) @ heads.transpose(0, 2, 1) + (heads @ weights["arc_prior"])[:, None, :]
    scores[np.broadcast_to((packing.places == packing.rows)[:, None, :], scores.shape)] = _FORBIDDEN
    every = np.arange(scores.shape[1])
    scores[:, every, every] = _FORBIDDEN
    return scores, dependents, heads


def padded(values: Floats, packing: Packing) -> Floats:
    """`values` of the rows by sentence and position, zero where a sentence has ended."""
    return np.concatenate([values, np.zeros((1, values.shape[1]), np.float32)])[packing.places]


def label_scores(weights: Weights, dependents: Floats, heads: Floats) -> tuple[Floats, Floats]:
    """The score of each label for arcs from `heads` to `dependents`, a row for each arc.

    Also returns the bilinear part, [arcs, labels, width], which learning needs.
    """
    arcs, width = dependents.shape
    bilinear = (dependents @ weights["label"]).reshape(arcs, -1, width)
    sums = np.matmul(bilinear, heads[:, :, None])[:, :, 0]
    sums += dependents @ weights["label_of_dependent"] + heads @ weights["label_of_head"] + weights["label_bias"]
    return sums, bilinear
