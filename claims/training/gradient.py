"""The network of `claims.parse.network` with dropout, losses and gradients: one step of learning from one batch.

Every part returns its outcome and a function that takes the gradient of the loss by that outcome, adds to the gradients
of its parameters and returns the gradient by its input. Gradients are checked against finite differences in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from claims.parse.network import (
    SLOPE,
    SUFFIX,
    Floats,
    Ints,
    Packing,
    Weights,
    activate,
    arc_scores,
    embedded,
    label_scores,
    layers_of,
    pack,
)
from claims.parse.words import UNKNOWN

Back = Callable[[Floats], Floats]
Gradients = Mapping[str, Floats]
_RULE_WEIGHT = 0.5


class Gold(NamedTuple):
    """What is right for the words of one sentence; -1 where it is not known."""

    heads: Ints
    """Position of the head from 1, 0 for the root."""
    labels: Ints
    """Relation of the arc."""
    tags: Ints
    """Tag with part of speech."""
    rules: Ints
    """Lemma rule."""


@dataclass(frozen=True)
class Dropout:
    """Shares of what is left out while learning."""

    word: float = 0.2
    """Words taken for unknown."""
    feature: float = 0.05
    """Each other feature taken for unknown."""
    entry: float = 0.15
    """Numbers of the embedded features."""
    between: float = 0.3
    """Numbers between the layers, the same ones in a whole sentence (Gal & Ghahramani 2016)."""
    state: float = 0.15
    """Numbers of the LSTM's state, the same ones in a whole sentence."""
    hidden: float = 0.3
    """Numbers of the vectors that arcs and labels are scored by."""


NO_DROPOUT = Dropout(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Step:
    """One batch in learning: everything that the parts need."""

    weights: Weights
    """Parameters."""
    gradients: Gradients
    """Where the gradients are added to."""
    packing: Packing
    """Where the words lie."""
    sentence: Ints
    """The place of the sentence of each row."""
    dropout: Dropout
    """What is left out."""
    rng: np.random.Generator
    """Source of chance."""

    def mask(self, rows: int, columns: int, share: float) -> Floats | None:
        """Zeros for the share that is left out, and what makes up for it elsewhere."""
        if not share:
            return None
        kept = self.rng.random((rows, columns), dtype=np.float32) >= share
        return kept.astype(np.float32) / np.float32(1 - share)

    def over_sentences(self, columns: int, share: float) -> Floats | None:
        """A mask that is the same for all words of a sentence, by row."""
        mask = self.mask(len(self.packing.order), columns, share)
        return None if mask is None else mask[self.sentence]


def learn(
    weights: Weights,
    gradients: Gradients,
    batch: Sequence[tuple[Ints, Gold]],
    dropout: Dropout,
    rng: np.random.Generator,
) -> tuple[float, float, float, float]:
    """Add the gradients of the loss of `batch`; the losses by word of arcs, labels, tags and lemma rules."""
    packing = pack([len(identifiers) for identifiers, _ in batch])
    sentence = np.zeros(packing.rows, np.int64)
    for place, length in enumerate(packing.lengths):
        sentence[packing.places[place, :length]] = place
    step = Step(weights, gradients, packing, sentence, dropout, rng)
    rows = np.zeros((packing.rows, batch[0][0].shape[1]), np.int64)
    packing.scatter([identifiers for identifiers, _ in batch], rows)
    gold = Gold(*(_spread(packing, [row[part] for _, row in batch]) for part in range(4)))

    low, top, back = _encoder(step, _forget(step, rows))
    low_mask, top_mask = (step.over_sentences(top.shape[1], dropout.between) for _ in range(2))
    arc_loss, label_loss, back_parse = _parse(step, _masked(top, top_mask), gold)
    tag_loss, rule_loss, back_tags = _tags(step, _masked(low, low_mask), gold, rows)
    back(_masked(back_parse(), top_mask), _masked(back_tags(), low_mask))
    return arc_loss, label_loss, tag_loss, rule_loss


def _spread(packing: Packing, values: Sequence[Ints]) -> Ints:
    rows = np.full(packing.rows, -1)
    packing.scatter(values, rows)
    return rows


def _forget(step: Step, rows: Ints) -> Ints:
    """`rows` with some features unknown; roots stay."""
    rows = rows.copy()
    for feature in range(rows.shape[1]):
        share = step.dropout.feature if feature else step.dropout.word
        rows[(step.rng.random(len(rows)) < share) & (rows[:, feature] > UNKNOWN), feature] = UNKNOWN
    return rows


def _masked(values: Floats, mask: Floats | None) -> Floats:
    return values if mask is None else values * mask


# ------------------------------------------------------------------------------------------- encoder


def _encoder(step: Step, rows: Ints) -> tuple[Floats, Floats, Callable[[Floats, Floats], None]]:
    """The outputs of the lowest and the highest layer, and the way back from both."""
    entry_mask = step.mask(
        len(rows), sum(step.weights[f"embed{i}"].shape[1] for i in range(rows.shape[1])), step.dropout.entry
    )
    values = _masked(embedded(step.weights, rows), entry_mask)
    outputs, backs, masks = [], [], []
    for layer in range(layers_of(step.weights)):
        mask = step.over_sentences(values.shape[1], step.dropout.between) if layer else None
        values, layer_back = _bidirectional(step, layer, _masked(values, mask))
        outputs.append(values)
        backs.append(layer_back)
        masks.append(mask)

    def back(d_top: Floats, d_low: Floats) -> None:
        d = d_top
        for layer in reversed(range(len(backs))):
            d = _masked(backs[layer](d if layer else d + d_low), masks[layer])
        d = _masked(d, entry_mask)
        start = 0
        for feature in range(rows.shape[1]):
            table = step.gradients[f"embed{feature}"]
            np.add.at(table, rows[:, feature], d[:, start : start + table.shape[1]])
            start += table.shape[1]

    return outputs[0], outputs[-1], back


def _bidirectional(step: Step, layer: int, values: Floats) -> tuple[Floats, Back]:
    ahead, back_ahead = _lstm(step, f"lstm{layer}f", values, backward=False)
    behind, back_behind = _lstm(step, f"lstm{layer}b", values, backward=True)
    width = ahead.shape[1]
    return np.concatenate([ahead, behind], 1), lambda d: back_ahead(d[:, :width]) + back_behind(d[:, width:])


def _lstm(step: Step, name: str, values: Floats, *, backward: bool) -> tuple[Floats, Back]:
    """`claims.parse.network.lstm` with what its gradient needs kept: gates, cells before each step and their tanh."""
    weights, packing = step.weights, step.packing
    state = weights[f"{name}_state"]
    width = state.shape[0]
    gates = values @ weights[f"{name}_input"] + weights[f"{name}_bias"]
    output, cell_before, hidden_before, cell_tanh = (np.empty((len(values), width), state.dtype) for _ in range(4))
    hidden, cell = (np.zeros((packing.active[0], width), state.dtype) for _ in range(2))
    mask = step.mask(len(hidden), width, step.dropout.state)
    steps = range(len(packing.active))[:: -1 if backward else 1]
    for number in steps:
        count, start = packing.active[number], packing.offsets[number]
        rows = slice(start, start + count)
        h, c, g = hidden[:count], cell[:count], gates[rows]
        if mask is not None:
            h *= mask[:count]
        hidden_before[rows], cell_before[rows] = h, c
        g += h @ state
        activate(g, width)
        c *= g[:, width : 2 * width]
        c += g[:, :width] * g[:, 3 * width :]
        cell_tanh[rows] = np.tanh(c)
        np.multiply(g[:, 2 * width : 3 * width], cell_tanh[rows], out=h)
        output[rows] = h

    def back(d_output: Floats) -> Floats:
        d_gates = _through_time(step, gates, cell_before, cell_tanh, d_output, state, mask, steps)
        gradients = step.gradients
        gradients[f"{name}_input"][...] += values.T @ d_gates
        gradients[f"{name}_state"][...] += hidden_before.T @ d_gates
        gradients[f"{name}_bias"][...] += d_gates.sum(0)
        return d_gates @ weights[f"{name}_input"].T

    return output, back


def _through_time(
    step: Step,
    gates: Floats,
    cell_before: Floats,
    cell_tanh: Floats,
    d_output: Floats,
    state: Floats,
    mask: Floats | None,
    steps: range,
) -> Floats:
    """The gradient by the sums that the gates are made of."""
    packing, width = step.packing, state.shape[0]
    d_gates = np.empty_like(gates)
    d_hidden, d_cell = (np.zeros((packing.active[0], width), state.dtype) for _ in range(2))
    turned = np.ascontiguousarray(state.T)
    for number in reversed(steps):
        count, start = packing.active[number], packing.offsets[number]
        rows = slice(start, start + count)
        inward, forget, outward, new = (gates[rows, i * width : (i + 1) * width] for i in range(4))
        tanh, dh, dc, dg = cell_tanh[rows], d_hidden[:count], d_cell[:count], d_gates[rows]
        dh += d_output[rows]
        dc += dh * outward * (1 - tanh * tanh)
        dg[:, :width] = dc * new * inward * (1 - inward)
        dg[:, width : 2 * width] = dc * cell_before[rows] * forget * (1 - forget)
        dg[:, 2 * width : 3 * width] = dh * tanh * outward * (1 - outward)
        dg[:, 3 * width :] = dc * inward * (1 - new * new)
        dc *= forget
        np.dot(dg, turned, out=dh)
        if mask is not None:
            dh *= mask[:count]
    return d_gates


# -------------------------------------------------------------------------------------------- scorers


def _dense(step: Step, name: str, values: Floats, share: float) -> tuple[Floats, Back]:
    weights, gradients = step.weights, step.gradients
    sums = values @ weights[f"{name}_in"] + weights[f"{name}_in_bias"]
    mask = step.over_sentences(sums.shape[1], share)

    def back(d: Floats) -> Floats:
        d = _masked(d, mask) * np.where(sums > 0, np.float32(1), SLOPE)
        gradients[f"{name}_in"][...] += values.T @ d
        gradients[f"{name}_in_bias"][...] += d.sum(0)
        return d @ weights[f"{name}_in"].T

    return _masked(np.maximum(sums, SLOPE * sums), mask), back


def cross_entropy(scores: Floats, right: Ints, counted: Floats) -> tuple[float, Floats]:
    """Minus the log-probability of `right` by row, weighed by `counted`, and its gradient by `scores`."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    chances = shifted / shifted.sum(1, keepdims=True)
    every = np.arange(len(right))
    loss = -float((counted * np.log(chances[every, right] + 1e-12)).sum())
    chances[every, right] -= 1
    chances *= counted[:, None]
    return loss, chances


def _known(right: Ints, dtype: np.dtype[np.float32]) -> Floats:
    known = (right >= 0).astype(dtype)
    total: Floats = known / max(1.0, float(known.sum()))
    return total


def _tags(step: Step, low: Floats, gold: Gold, rows: Ints) -> tuple[float, float, Callable[[], Floats]]:
    weights, gradients = step.weights, step.gradients
    tag, back_tag = _dense(step, "tag", low, 0)
    rule, back_rule = _dense(step, "rule", low, 0)
    tag_loss, d_tag = cross_entropy(
        tag @ weights["tag_out"] + weights["tag_bias"], np.maximum(gold.tags, 0), _known(gold.tags, low.dtype)
    )
    rule_scores = rule @ weights["rule_out"] + weights["rule_bias"] + weights["rule_suffix"][rows[:, SUFFIX]]
    rule_loss, d_rule = cross_entropy(
        rule_scores, np.maximum(gold.rules, 0), _known(gold.rules, low.dtype) * np.float32(_RULE_WEIGHT)
    )

    def back() -> Floats:
        gradients["tag_out"][...] += tag.T @ d_tag
        gradients["tag_bias"][...] += d_tag.sum(0)
        gradients["rule_out"][...] += rule.T @ d_rule
        gradients["rule_bias"][...] += d_rule.sum(0)
        np.add.at(gradients["rule_suffix"], rows[:, SUFFIX], d_rule)
        return back_tag(d_tag @ weights["tag_out"].T) + back_rule(d_rule @ weights["rule_out"].T)

    return tag_loss, rule_loss, back


def _parse(step: Step, top: Floats, gold: Gold) -> tuple[float, float, Callable[[], Floats]]:
    share = step.dropout.hidden
    dependent, back_dependent = _dense(step, "arc_dependent", top, share)
    head, back_head = _dense(step, "arc_head", top, share)
    label_dependent, back_label_dependent = _dense(step, "label_dependent", top, share)
    label_head, back_label_head = _dense(step, "label_head", top, share)
    arc_loss, back_arcs = _arcs(step, dependent, head, gold)
    label_loss, back_labels = _labels(step, label_dependent, label_head, gold)

    def back() -> Floats:
        d_dependent, d_head = back_arcs()
        d_label_dependent, d_label_head = back_labels()
        return (
            back_dependent(d_dependent)
            + back_head(d_head)
            + back_label_dependent(d_label_dependent)
            + back_label_head(d_label_head)
        )

    return arc_loss, label_loss, back


def _arcs(step: Step, dependent: Floats, head: Floats, gold: Gold) -> tuple[float, Callable[[], tuple[Floats, Floats]]]:
    weights, gradients, packing = step.weights, step.gradients, step.packing
    scores, dependents, heads = arc_scores(weights, dependent, head, packing)
    position = np.repeat(np.arange(len(packing.active)), packing.active)
    loss, d_rows = cross_entropy(
        scores[step.sentence, position], np.maximum(gold.heads, 0), _known(gold.heads, dependent.dtype)
    )

    def back() -> tuple[Floats, Floats]:
        d: Floats = np.zeros_like(scores)
        d[step.sentence, position] = d_rows
        d_dependents: Floats = d @ heads
        d_heads: Floats = d.transpose(0, 2, 1) @ (dependents @ weights["arc"])
        by_head = d.sum(1)
        gradients["arc_prior"][...] += np.tensordot(by_head, heads, ((0, 1), (0, 1)))
        gradients["arc"][...] += np.tensordot(dependents, d_dependents, ((0, 1), (0, 1)))
        d_heads += by_head[:, :, None] * weights["arc_prior"]
        return _rows(d_dependents @ weights["arc"].T, packing), _rows(d_heads, packing)

    return loss, back


def _rows(values: Floats, packing: Packing) -> Floats:
    """The inverse of `claims.parse.network.padded`."""
    rows = np.empty((packing.rows, values.shape[2]), values.dtype)
    inside = packing.places < packing.rows
    rows[packing.places[inside]] = values[inside]
    return rows


def _labels(
    step: Step, dependent: Floats, head: Floats, gold: Gold
) -> tuple[float, Callable[[], tuple[Floats, Floats]]]:
    weights, gradients = step.weights, step.gradients
    above = step.packing.places[step.sentence, np.maximum(gold.heads, 0)]
    heads = head[above]
    scores, bilinear = label_scores(weights, dependent, heads)
    loss, d = cross_entropy(scores, np.maximum(gold.labels, 0), _known(gold.labels, dependent.dtype))

    def back() -> tuple[Floats, Floats]:
        d_bilinear = (d[:, :, None] * heads[:, None, :]).reshape(len(d), -1)
        gradients["label"][...] += dependent.T @ d_bilinear
        gradients["label_of_dependent"][...] += dependent.T @ d
        gradients["label_of_head"][...] += heads.T @ d
        gradients["label_bias"][...] += d.sum(0)
        d_above = np.einsum("rc,rcw->rw", d, bilinear) + d @ weights["label_of_head"].T
        d_head = np.zeros_like(head)
        np.add.at(d_head, above, d_above)
        return d_bilinear @ weights["label"].T + d @ weights["label_of_dependent"].T, d_head

    return loss, back
