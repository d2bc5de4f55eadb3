"""Confidence: a table that covers every verdict and kind, and never tells the looser finding as the surer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import KINDS
from factcheck.judge.confidence import FAMILIES, confidence, family, lines
from factcheck.model import Verdict

_KINDS = [kind.name for kind in KINDS]
_ODDS = st.floats(-40, 40)


def test_the_table_has_a_line_for_each_verdict_and_a_shift_for_each_family() -> None:
    assert set(lines()) == {str(verdict) for verdict in Verdict}
    for line in lines().values():
        assert set(line) == {"base", "slope", *FAMILIES}
        assert line["slope"] > 0
    assert {family(kind) for kind in _KINDS} == set(FAMILIES)


@given(verdict=st.sampled_from(Verdict), kind=st.sampled_from(_KINDS), odds=_ODDS, more=st.floats(0, 40))
def test_confidence_is_a_probability_that_never_falls_with_the_odds(
    verdict: Verdict, kind: str, odds: float, more: float
) -> None:
    low, high = confidence(verdict, kind, odds), confidence(verdict, kind, odds + more)
    assert 0 <= low <= high <= 1


@pytest.mark.parametrize(("kind", "claimed"), [("time", 0.5), ("speed", 0.73)])
def test_a_line_is_read_as_its_header_says(kind: str, claimed: float) -> None:
    line = {"base": -1.0, "slope": 0.5, "age": 0.0, "count": 0.0, "date": 0.0, "measure": 1.0}
    assert confidence(Verdict.AGREE, kind, 2.0, {"agree": line}) == claimed
