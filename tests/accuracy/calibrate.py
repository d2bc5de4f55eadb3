"""Fit the confidence of findings on the development stories, checked by cross-validation over stories.

`python -m tests.accuracy.calibrate [--write FILE] [--keep FILE]` asks which findings are right
(`tests/accuracy/verdicts.py`) and fits for each verdict a line from the log-odds of one fact to the log-odds of being
right (Platt 1999), held near the log-odds themselves by a Gaussian prior. It prints reliability tables whose
confidences come from stories other than the finding's own. `unclear` is too rare to be fitted; its line says whether
mentions are one fact at all, and is learnt from findings of every verdict. `--keep` keeps the judged findings, which
take four minutes to make.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias

import numpy as np

from factcheck.judge.confidence import FAMILIES, confidence, family
from factcheck.model import Verdict
from tests.accuracy.fit import Vector
from tests.accuracy.verdicts import Told, judged

Lines: TypeAlias = dict[str, dict[str, float]]
_WEIGHT = {"real": 1.0, "altered": 0.5, "twins": 0.5}
_SPREAD = (1.0, 1.0, *(0.5 for _ in FAMILIES))
"""Standard deviations of the prior around base 0, slope 1 and shifts 0, in log-odds."""
_MILD = (Verdict.COMPATIBLE, Verdict.EVOLVING)
_LEARNT = {
    Verdict.AGREE: (Verdict.AGREE,), Verdict.COMPATIBLE: _MILD, Verdict.EVOLVING: _MILD,
    Verdict.CONFLICT: (Verdict.CONFLICT,), Verdict.UNCLEAR: tuple(Verdict),
}  # fmt: skip
"""Of which verdicts each line is learnt."""
_ROWS = 5


def fit(told: Iterable[Told]) -> Lines:
    """A line for each verdict; each is learnt of the verdicts that are alike in what makes them wrong."""
    known = list(told)
    return {verdict: _line(known, verdict) for verdict in Verdict}


def _line(told: Sequence[Told], verdict: Verdict) -> dict[str, float]:
    """Newton's method on the penalised log-likelihood, with step halving: sure odds lead a whole step astray."""
    rows = [
        (each, each.together if verdict is Verdict.UNCLEAR else each.right)
        for each in told
        if each.verdict in _LEARNT[verdict]
    ]
    rows = [(each, right) for each, right in rows if right is not None]
    x = np.array([_features(each) for each, _ in rows]).reshape(-1, len(_SPREAD))
    y = np.array([right for _, right in rows], dtype=float)
    sure = np.array([_WEIGHT[each.source] for each, _ in rows])
    prior, penalty = np.array([0.0, 1.0, *(0.0 for _ in FAMILIES)]), 1 / np.array(_SPREAD) ** 2
    at = prior.copy()

    def loss(line: Vector) -> float:
        z = x @ line
        return float((sure * (np.logaddexp(0, z) - y * z)).sum() + (penalty * (line - prior) ** 2).sum() / 2)

    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ at, -40, 40)))
        gradient = x.T @ (sure * (p - y)) + penalty * (at - prior)
        step = np.linalg.solve((x * (sure * p * (1 - p))[:, None]).T @ x + np.diag(penalty), gradient)
        size = 1.0
        while size > 1e-4 and loss(at - size * step) > loss(at):
            size /= 2
        at = at - size * step
    names = ("base", "slope", *FAMILIES)
    return {name: round(float(weight), 2) for name, weight in zip(names, at, strict=True)}


def _features(told: Told) -> list[float]:
    return [1.0, told.odds, *(float(family(told.kind) == name) for name in FAMILIES)]


def left_out(told: Sequence[Told], folds: int = 6) -> Iterator[tuple[Told, float]]:
    """Each finding with the confidence that the lines give it which were fitted without its story."""
    names = sorted({each.story for each in told})
    for fold in range(folds):
        out = set(names[fold::folds])
        lines = fit(each for each in told if each.story not in out)
        for each in told:
            if each.story in out:
                yield each, confidence(Verdict(each.verdict), each.kind, each.odds, lines)


def rows(told: Sequence[tuple[Told, float]]) -> Iterator[str]:
    """A reliability table in Markdown, in five rows of equally many findings, and three measures.

    Brier score and log-loss are means over findings; the calibration error is the mean distance of what a row claims
    from what was observed (Nixon et al. 2019; with fixed bins most rows of so few findings would be noise).
    """
    ranked = sorted(told, key=lambda pair: pair[1])
    sure = np.array([claimed for _, claimed in ranked])
    right = np.array([float(bool(each.right)) for each, _ in ranked])
    yield "| claimed | findings | mean claimed | observed |"
    yield "| --- | --- | --- | --- |"
    error = 0.0
    for part in np.array_split(np.arange(len(ranked)), min(_ROWS, len(ranked))):
        claimed, observed = sure[part].mean(), right[part].mean()
        error += len(part) * abs(claimed - observed) / len(ranked)
        yield f"| {sure[part[0]]:.0%} to {sure[part[-1]]:.0%} | {len(part)} | {claimed:.0%} | {observed:.0%} |"
    loss = _loss(np.clip(sure, 0.005, 0.995), right)
    yield ""
    yield f"Brier {((sure - right) ** 2).mean():.3f}, log-loss {loss:.3f}, calibration error {error:.3f}, n {len(told)}"


def _loss(sure: Vector, right: Vector) -> float:
    return float(-np.where(right == 1, np.log(sure), np.log(1 - sure)).mean())


def _print(told: Sequence[Told]) -> None:
    known = [(each, claimed) for each, claimed in left_out(told) if each.right is not None]
    for title, sources in (("all", tuple(_WEIGHT)), ("real", ("real",))):
        for name, verdicts in (("conflict", (Verdict.CONFLICT,)), ("agree", (Verdict.AGREE,)), ("others", _MILD)):
            chosen = [pair for pair in known if pair[0].verdict in verdicts and pair[0].source in sources]
            before = [(each, round(1 / (1 + math.exp(-each.odds)), 2)) for each, _ in chosen]
            for when, pairs in (("log-odds of one fact as they are", before), ("calibrated", chosen)):
                print(f"\n{name}, stories: {title}; {when}\n", *rows(pairs), sep="\n")


def write(lines: Lines, target: Path) -> None:
    """Replace the numbers of the table, its header kept."""
    told = [target.read_text("utf-8").partition("\n[")[0].rstrip(), ""]
    for verdict, line in sorted(lines.items()):
        told += [f"[{verdict}]", *(f"{name} = {weight}" for name, weight in line.items()), ""]
    target.write_text("\n".join(told), "utf-8")


def main() -> None:
    """Judge the findings, cross-validate, print, and write where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.calibrate", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="table to write the fitted lines to")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="judged findings, read from here where it exists")
    given = parser.parse_args()
    if given.keep and given.keep.exists():
        told = [Told(**json.loads(line)) for line in given.keep.read_text("utf-8").splitlines()]
    else:
        told = list(judged())
    if given.keep:
        given.keep.write_text("".join(json.dumps(asdict(each)) + "\n" for each in told), "utf-8")
    _print(told)
    if given.write:
        write(fit(told), given.write)


if __name__ == "__main__":
    main()
