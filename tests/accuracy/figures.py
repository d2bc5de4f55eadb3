"""The figures that stand for a set: picked from what its scorer says, never reckoned anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Score: TypeAlias = dict[str, Any]
"""What a scorer prints with `--json`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that says how well a set is answered."""

    set: str
    """The set's name, without its ending; "ms_* together" and the like for several sets pooled."""
    name: str
    """What is measured, as the scorer calls it."""
    value: float
    """In percent, save for what is counted by the story or as a whole."""


_CRITERIA = ("value", "value+unit", "value+unit+change")


def quantity(name: str, score: Score) -> Iterator[Figure]:
    """F1 of a set whose quantities are all annotated."""
    for criterion in _CRITERIA:
        yield Figure(name, f"F1 {criterion}", score[criterion]["F1"])


def recall(name: str, scores: Sequence[Score]) -> Iterator[Figure]:
    """Recall of sets in which one sort of quantity is annotated, pooled."""
    for criterion in _CRITERIA:
        found, all_ = (sum(score[criterion][of] for score in scores) for of in ("tp", "gold"))
        yield Figure(name, f"recall {criterion}", 100 * found / max(all_, 1))


def temporal(name: str, score: Score) -> Iterator[Figure]:
    """F1 as TempEval-3 reckons it."""
    yield Figure(name, "F1 strict", 100 * score["strict"][2])
    yield Figure(name, "F1 relaxed", 100 * score["relaxed"][2])
    yield Figure(name, "F1 value", 100 * score["value_f1"])
    yield Figure(name, "F1 type", 100 * score["type_f1"])


def relations(name: str, score: Score) -> Iterator[Figure]:
    """How often the label is right, and how the contradictions are found."""
    yield Figure(name, "accuracy", 100 * score["accuracy"])
    contradiction = score["classes"].get("contradiction", {"support": 0})
    if contradiction["support"]:
        yield Figure(name, "contradiction precision", 100 * contradiction["p"])
        yield Figure(name, "contradiction recall", 100 * contradiction["r"])
    if score["false_conflict_rate"] is not None:
        yield Figure(name, "entailed called conflict", 100 * score["false_conflict_rate"])


def two_way(name: str, score: Score) -> Iterator[Figure]:
    """How often "entailed or not" is right."""
    yield Figure(name, "two-way accuracy", 100 * score["accuracy"])


def clusters(name: str, score: Score) -> Iterator[Figure]:
    """The whole job, on stories."""
    for of in ("conflict_recall", "conflict_precision", "agreement_recall", "alignment_recall"):
        yield Figure(name, of.replace("_", " "), 100 * (score[of] or 0))
    yield Figure(name, "false conflicts per cluster", score["false_conflicts_per_cluster"])
    yield Figure(name, "decoy violations", 100 * (score["decoy_violation_rate"] or 0))


def challenge(name: str, tally: dict[str, int]) -> Iterator[Figure]:
    """Twins told apart."""
    false = tally["same_conflict"] + tally["none_conflict"]
    yield Figure(name, "stems with every twin right", 100 * tally["stems_right"] / tally["stems"])
    yield Figure(name, "pairs wholly right", 100 * tally["right"] / tally["pairs"])
    yield Figure(name, "conflict recall", 100 * tally["conflict_hit"] / tally["conflict"])
    yield Figure(name, "conflict precision", 100 * tally["conflict_hit"] / max(tally["conflict_hit"] + false, 1))
    yield Figure(name, "false conflicts", false)
