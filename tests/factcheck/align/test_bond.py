"""What parts two figures that nothing but their kind ties; made up for this table."""

from __future__ import annotations

import pytest

from factcheck.align import pair_parts
from factcheck.align.level import Words
from factcheck.align.score import IMPOSSIBLE, weights
from tests.factcheck.align.pairs import claim

FRIDAY = "2024-05-17"

APART = (
    # another happening, told in other words
    ("count", "Fishermen rescued 64 people.", "Seventy-one people survived."),
    ("money", "The council will spend £38m on roads.", "Work on new homes will cost £52m."),
    # the widest word for people and a sort of them, of another size altogether
    ("count", "Some 180 officers took part in the search.", "Around 2,000 people took part in a vigil."),
    # the one before
    (
        "magnitude",
        "A quake of magnitude 6.3 struck last November.",
        "An earthquake of magnitude 6.2 struck on Friday.",
    ),
)
"""Kind, and two statements of two articles that are two facts."""

TIED = (
    ("count", "Fishermen rescued 64 people.", "Fishermen rescued 71 people."),
    ("count", "Fishermen rescued 64 people from the ferry.", "Fishermen pulled 71 people from the ferry."),
    ("money", "The council will spend £38m on roads.", "The council will pay £52m for roads."),
    ("count", "Some 180 officers took part in the search.", "Some 120 police took part in the search."),
    ("count", "The flood made 1,300 people flee.", "Some 3,100 people left their homes."),
    ("magnitude", "A quake of magnitude 6.3 struck on Friday.", "An earthquake of magnitude 6.2 struck on Friday."),
)
"""Kind, and two statements that the parts must weigh."""


def _is_ruled_out(kind: str, a: str, b: str) -> bool:
    block = [claim(a, kind, "a", FRIDAY), claim(b, kind, "b", FRIDAY)]
    (parts,) = pair_parts(block, Words.of(block), weights()).values()
    return parts[0].score == IMPOSSIBLE and parts[0].name == "bond"


@pytest.mark.parametrize(("kind", "a", "b"), APART)
def test_two_figures_that_nothing_ties_are_two_facts(kind: str, a: str, b: str) -> None:
    assert _is_ruled_out(kind, a, b)
    assert _is_ruled_out(kind, b, a)


@pytest.mark.parametrize(("kind", "a", "b"), TIED)
def test_a_tie_lets_the_parts_decide(kind: str, a: str, b: str) -> None:
    assert not _is_ruled_out(kind, a, b)
