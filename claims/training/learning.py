"""Learning the parameters: their first values, Adam, the course of the learning rate, averaging."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from claims.parse.network import Floats
from claims.parse.threads import one_thread
from claims.training.conllu import Sentence
from claims.training.corpus import with_other_capitals
from claims.training.gradient import Dropout, learn
from claims.training.vocabulary import Vocabulary


@dataclass(frozen=True)
class Plan:
    """How the network is built and taught."""

    widths: tuple[int, ...] = (64, 32, 8, 16, 24, 24, 24, 16, 16, 16)
    """Numbers for each feature of a word, in the order of `claims.parse.words.FEATURES`."""
    layers: int = 3
    """LSTM layers."""
    width: int = 128
    """Numbers for each direction of a layer."""
    arc: int = 128
    """Numbers by which arcs are scored."""
    label: int = 48
    """Numbers by which labels are scored."""
    tag: int = 64
    """Numbers by which tags and lemma rules are scored."""
    epochs: int = 30
    """Times that every sentence is seen."""
    batch: int = 1200
    """Words to a batch."""
    rate: float = 0.002
    """Highest learning rate."""
    steady: float = 0.3
    """Share of the steps after which the rate begins to fall, in a straight line."""
    averaged: float = 0.4
    """Share of the steps after which the parameters are averaged."""
    dropout: Dropout = field(default_factory=Dropout)
    """What is left out while learning."""
    capitals: float = 0.02
    """Share of the sentences in capitals, and as much with a headline's capitals."""
    generated: int = 6000
    """Generated sentences, new ones in each epoch."""
    seed: int = 0
    """Source of all chance."""


@dataclass
class Parameters:
    """All parameters in one row of memory, their gradients in another, and names for the parts of both."""

    weights: dict[str, Floats]
    """Parameters by name."""
    gradients: dict[str, Floats]
    """Their gradients."""
    row: Floats
    """The parameters' memory."""
    slope: Floats
    """The gradients' memory."""


def parameters(plan: Plan, known: Vocabulary) -> Parameters:
    """First values: normal, scaled after Glorot & Bengio (2010); states orthogonal; forget gates open; scorers zero."""
    shapes = _shapes(plan, known)
    size = sum(math.prod(shape) for shape in shapes.values())
    row, slope = np.zeros(size, np.float32), np.zeros(size, np.float32)
    rng = np.random.default_rng(plan.seed)
    weights, gradients = {}, {}
    start = 0
    for name, shape in shapes.items():
        end = start + math.prod(shape)
        weights[name], gradients[name] = row[start:end].reshape(shape), slope[start:end].reshape(shape)
        _first(name, weights[name], plan.width, rng)
        start = end
    return Parameters(weights, gradients, row, slope)


def _shapes(plan: Plan, known: Vocabulary) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {}
    sizes = known.sizes()
    for i, (size, width) in enumerate(zip(sizes, plan.widths, strict=True)):
        shapes[f"embed{i}"] = (size, width)
    entry = sum(plan.widths)
    for layer in range(plan.layers):
        for way in "fb":
            shapes[f"lstm{layer}{way}_input"] = (entry, 4 * plan.width)
            shapes[f"lstm{layer}{way}_state"] = (plan.width, 4 * plan.width)
            shapes[f"lstm{layer}{way}_bias"] = (4 * plan.width,)
        entry = 2 * plan.width
    hidden = {"arc_dependent": plan.arc, "arc_head": plan.arc, "label_dependent": plan.label, "label_head": plan.label}
    for name, width in {**hidden, "tag": plan.tag, "rule": plan.tag}.items():
        shapes[f"{name}_in"], shapes[f"{name}_in_bias"] = (entry, width), (width,)
    labels, tags, rules = len(known.deps), len(known.tags), len(known.rules)
    return shapes | {
        "arc": (plan.arc, plan.arc), "arc_prior": (plan.arc,), "label": (plan.label, labels * plan.label),
        "label_of_dependent": (plan.label, labels), "label_of_head": (plan.label, labels), "label_bias": (labels,),
        "tag_out": (plan.tag, tags), "tag_bias": (tags,), "rule_out": (plan.tag, rules), "rule_bias": (rules,),
        "rule_suffix": (sizes[6], rules),
    }  # fmt: skip


def _first(name: str, values: Floats, width: int, rng: np.random.Generator) -> None:
    if name.startswith("embed"):
        values[:] = 0.3 * rng.normal(size=values.shape)
    elif name.endswith("_state"):
        for gate in range(4):
            values[:, gate * width : (gate + 1) * width] = np.linalg.qr(rng.normal(size=(width, width)))[0]
    elif name.startswith("lstm") and name.endswith("_bias"):
        values[width : 2 * width] = 1
    elif name.endswith(("_in", "_input", "_out")) or name.startswith("label_of"):
        values[:] = rng.normal(size=values.shape) * math.sqrt(2 / sum(values.shape))


@dataclass
class Adam:
    """Adam (Kingma & Ba 2015) with clipped gradients."""

    size: int
    """Number of parameters."""
    first: float = 0.9
    """Memory of the gradient."""
    second: float = 0.95
    """Memory of its square."""
    clip: float = 5.0
    """Longest gradient."""

    def __post_init__(self) -> None:
        self._mean, self._square = np.zeros(self.size, np.float32), np.zeros(self.size, np.float32)
        self._steps = 0

    def step(self, held: Parameters, rate: float) -> None:
        """Change the parameters by their gradients and clear these."""
        slope = held.slope
        length = math.sqrt(float(np.dot(slope, slope)))
        if length > self.clip:
            slope *= self.clip / length
        self._steps += 1
        self._mean *= self.first
        self._mean += (1 - self.first) * slope
        self._square *= self.second
        self._square += (1 - self.second) * slope * slope
        rate *= math.sqrt(1 - self.second**self._steps) / (1 - self.first**self._steps)
        held.row -= rate * self._mean / (np.sqrt(self._square) + 1e-8)
        slope[:] = 0


def teach(
    plan: Plan,
    known: Vocabulary,
    sentences: Sequence[Sentence],
    generated: Callable[[int], Sequence[Sentence]],
    report: Callable[[int, dict[str, Floats], str], None],
) -> dict[str, Floats]:
    """The parameters learnt from `sentences` and, in each epoch, from `generated(epoch)`.

    `report` is given, after each epoch, its number, the averaged parameters and a line of losses.
    """
    rng, chance = np.random.default_rng(plan.seed), random.Random(plan.seed)
    held = parameters(plan, known)
    adam = Adam(len(held.row))
    steps = _steps(plan, sentences, len(generated(0)))
    average = held.row.copy()
    done = 0
    for epoch in range(plan.epochs):
        started, losses = time.process_time(), np.zeros(4)
        seen = [with_other_capitals(s, chance, plan.capitals) for s in sentences] + list(generated(epoch))
        rows = [(known.identifiers(sentence), known.gold(sentence)) for sentence in seen]
        batches = list(_batches([len(row[0]) for row in rows], plan.batch, rng))
        for batch in batches:
            with one_thread():
                losses += learn(held.weights, held.gradients, [rows[i] for i in batch], plan.dropout, rng)
            part = min(1.0, done / steps)
            adam.step(
                held,
                plan.rate
                * min(1.0, (done + 1) / 100)
                * (1 if part < plan.steady else (1.02 - part) / (1.02 - plan.steady)),
            )
            done += 1
            if part < plan.averaged:
                average[:] = held.row
            elif done % 10 == 0:
                average += np.float32(0.01) * (held.row - average)
        line = f"{time.process_time() - started:.0f} s, losses " + " ".join(
            f"{loss / len(batches):.3f}" for loss in losses
        )
        report(epoch, _named(average, held), line)
    return _named(average, held)


def _steps(plan: Plan, sentences: Sequence[Sentence], generated: int) -> int:
    words = sum(len(sentence.words) + 1 for sentence in sentences) + 15 * generated
    return plan.epochs * words // plan.batch


def _named(row: Floats, held: Parameters) -> dict[str, Floats]:
    named, start = {}, 0
    for name, values in held.weights.items():
        named[name] = row[start : start + values.size].reshape(values.shape)
        start += values.size
    return named


def _batches(lengths: Sequence[int], size: int, rng: np.random.Generator) -> Iterator[list[int]]:
    """Numbers of sentences of about one length together, the batches in any order."""
    noise = np.array(lengths) + 2 * rng.random(len(lengths))
    batches: list[list[int]] = [[]]
    words = 0
    for number in np.argsort(-noise, kind="stable").tolist():
        if words >= size:
            batches.append([])
            words = 0
        batches[-1].append(number)
        words += lengths[number] + 1
    for place in rng.permutation(len(batches)).tolist():
        yield batches[place]
