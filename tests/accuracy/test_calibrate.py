"""The fit of confidences, on findings made up for it."""

from __future__ import annotations

import math

import pytest

from factcheck.judge.confidence import confidence
from factcheck.model import Verdict
from tests.accuracy.calibrate import fit, rows
from tests.accuracy.verdicts import Told


def _findings(odds: float, right: int, wrong: int, verdict: Verdict = Verdict.CONFLICT) -> list[Told]:
    marks = [True] * right + [False] * wrong
    return [Told(f"s{at}", "real", verdict, "count", odds, mark, mark) for at, mark in enumerate(marks)]


@pytest.mark.parametrize(("odds", "observed"), [(0.5, 0.5), (2.0, 0.75), (5.0, 0.95)])
def test_enough_findings_outweigh_the_prior(odds: float, observed: float) -> None:
    told = _findings(0.5, 200, 200) + _findings(2.0, 300, 100) + _findings(5.0, 380, 20)
    assert confidence(Verdict.CONFLICT, "count", odds, fit(told)) == pytest.approx(observed, abs=0.03)


def test_without_findings_confidence_is_the_chance_of_one_fact() -> None:
    for verdict in Verdict:
        assert confidence(verdict, "age", 1.5, fit([])) == pytest.approx(1 / (1 + math.exp(-1.5)), abs=0.01)


def test_what_the_gold_does_not_say_teaches_nothing() -> None:
    silent = [Told("s", "real", Verdict.AGREE, "age", 3.0, None, None)] * 50
    assert fit(silent) == fit([])


def test_the_reliability_table_tells_what_was_claimed_beside_what_was_observed() -> None:
    told = [(each, 0.9) for each in _findings(0.0, 1, 1)] + [(each, 0.75) for each in _findings(0.0, 7, 1)]
    table = list(rows(told))
    assert table[2:7] == [
        *["| 75% to 75% | 2 | 75% | 100% |"] * 3, "| 75% to 75% | 2 | 75% | 50% |", "| 90% to 90% | 2 | 90% | 50% |",
    ]  # fmt: skip
    assert "Brier 0.182" in table[-1]
    assert "calibration error 0.280, n 10" in table[-1]
