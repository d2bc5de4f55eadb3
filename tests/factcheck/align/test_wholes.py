"""Counts of a part and of the whole, which differ and contradict nobody; made up for this table."""

from __future__ import annotations

import pytest

from claims.model import Claim
from factcheck.align.wholes import part_and_whole
from tests.factcheck.align.pairs import claims


def _count(text: str, name: str, figure: str) -> Claim:
    found = [one for one in claims(text, name) if one.kind == "count" and figure in one.value.words]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("a", "small", "b", "large", "why"),
    [
        (
            "Falk has scored ten league goals.", "ten", "Falk has scored 14 goals in all competitions.", "14",
            "of one sort and of all",
        ),
        (
            "The crash injured two crew members.", "two", "Two of the three crew members were injured.", "three",
            "the whole and some of it",
        ),
        (
            "None of the other four armed officers fired.", "four", "Five armed officers were in place.", "Five",
            "the others and all",
        ),
        (
            "The flight carried 163 passengers.", "163", "The flight carried 171 people.", "171",
            "some and all of those aboard",
        ),
        ("Hollin county counted 38 fires.", "38", "There were 212 fires.", "212", "of one place and of all"),
    ],
)  # fmt: skip
def test_a_part_and_its_whole_are_two_facts(a: str, small: str, b: str, large: str, why: str) -> None:
    some, total = _count(a, "a", small), _count(b, "b", large)
    assert part_and_whole(some, total, far=True) == part_and_whole(total, some, far=True) == why


@pytest.mark.parametrize(
    ("a", "first", "b", "second"),
    [
        ("Falk has scored ten goals.", "ten", "Falk has scored 14 goals.", "14"),
        ("The flight carried 171 passengers.", "171", "The flight carried 163 people.", "163"),
        ("Police stopped 27 people.", "27", "Police stopped 41 protesters.", "41"),
        ("The crash injured four crew members.", "four", "Two of the three crew members were injured.", "three"),
    ],
)
def test_counts_that_cannot_be_part_and_whole_can_be_one_fact(a: str, first: str, b: str, second: str) -> None:
    assert not part_and_whole(_count(a, "a", first), _count(b, "b", second), far=True)


def test_a_count_of_one_place_is_a_part_only_where_it_is_far_smaller() -> None:
    some, total = _count("Hollin county counted 38 fires.", "a", "38"), _count("There were 41 fires.", "b", "41")
    assert not part_and_whole(some, total, far=False)
