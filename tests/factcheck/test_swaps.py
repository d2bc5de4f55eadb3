"""Figures that changed places: both articles tell the same numbers, and of different things."""

from __future__ import annotations

import pytest

from factcheck import compare_texts
from factcheck.model import Verdict

SWAPPED = [
    ("156 rebels and 17 soldiers died in the fighting.", "17 rebels and 156 soldiers died in the fighting."),
    ("The book holds 269 pages and 154 pictures.", "The book holds 154 pages and 269 pictures."),
    ("She must pay 12,500 krona (about $1,300).", "She must pay 1,300 krona (about $12,500)."),
    ("Marsk drove 52 yards in 9 plays.", "Marsk drove 9 yards in 52 plays."),
    (
        "Some 1,935 uniformed members and 293 civilian members were ill.",
        "Some 293 uniformed members and 1,935 civilian members were ill.",
    ),
    ("He played 10 of 16 games.", "He played 16 of 10 games."),
]
"""Own examples; the slip is that of numbers transposed in copying, one of the commonest in corrections columns."""

NOT_SWAPPED = [
    ("The class has 12 boys and 9 girls.", "It has 12 boys and 9 teachers."),
    ("156 rebels and 17 soldiers died.", "156 rebels and 17 soldiers were killed."),
    ("The season had 16 films and 13 episodes.", "The season had 16 episodes and 13 long episodes."),
    ("Twelve rebels died. Nine soldiers died.", "Nine rebels fled. Twelve soldiers fled."),
]


@pytest.mark.parametrize(("a", "b"), SWAPPED)
def test_both_figures_of_a_swap_conflict_and_neither_agrees(a: str, b: str) -> None:
    found = compare_texts(a, b).findings
    assert [finding.verdict for finding in found] == [Verdict.CONFLICT, Verdict.CONFLICT]
    assert {finding.slip for finding in found} == {"figures swapped"}
    assert all("stand in both sentences" in finding.reason for finding in found)


@pytest.mark.parametrize(("a", "b"), SWAPPED)
def test_a_swap_told_alike_is_none(a: str, b: str) -> None:
    for text in (a, b):
        assert {finding.verdict for finding in compare_texts(text, text).findings} <= {Verdict.AGREE}


@pytest.mark.parametrize(("a", "b"), NOT_SWAPPED)
def test_the_same_two_figures_are_no_swap_by_themselves(a: str, b: str) -> None:
    assert all(finding.slip != "figures swapped" for finding in compare_texts(a, b).findings)
