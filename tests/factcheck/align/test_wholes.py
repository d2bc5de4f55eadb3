"""Counts of a part and of the whole, which differ and contradict nobody; made up for this table."""

from __future__ import annotations

import pytest

from claims.model import Claim
from factcheck.align.wholes import part_and_whole, place_and_country
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
        (
            "The ferry carried 128 passengers.", "128", "Of the 143 passengers and crew 22 died.", "143",
            "some and all of those aboard",
        ),
    ],
)  # fmt: skip
def test_a_part_and_its_whole_are_two_facts(a: str, small: str, b: str, large: str, why: str) -> None:
    some, total = _count(a, "a", small), _count(b, "b", large)
    assert part_and_whole(some, total) == part_and_whole(total, some) == why


@pytest.mark.parametrize(
    ("a", "first", "b", "second"),
    [
        ("Falk has scored ten goals.", "ten", "Falk has scored 14 goals.", "14"),
        ("The flight carried 171 passengers.", "171", "The flight carried 163 people.", "163"),
        # too many for a crew, and a slip
        ("The ferry carried 163 passengers.", "163", "The ferry carried 290 people.", "290"),
        ("The bus carried 34 passengers.", "34", "The bus carried 43 people.", "43"),
        # others than the driver
        ("He killed the driver and wounded three other people.", "three", "He wounded five people.", "five"),
        ("Police stopped 27 people.", "27", "Police stopped 41 protesters.", "41"),
        ("The crash injured four crew members.", "four", "Two of the three crew members were injured.", "three"),
    ],
)
def test_counts_that_cannot_be_part_and_whole_can_be_one_fact(a: str, first: str, b: str, second: str) -> None:
    assert not part_and_whole(_count(a, "a", first), _count(b, "b", second))


@pytest.mark.parametrize(
    ("a", "b", "parted"),
    [
        ("Hollin county counted 38 fires.", "There were 212 fires in the country.", True),
        ("Marsk will cut 120 jobs in Hollin county.", "Marsk will cut 350 jobs nationwide.", True),
        # nothing says that the other is of a place, or it is the larger
        ("Marsk will cut 120 jobs.", "Marsk will cut 350 jobs nationwide.", False),
        ("Hollin county counted 380 fires.", "There were 212 fires in the country.", False),
        ("Hollin county counted 38 fires.", "There were 212 fires.", False),
    ],
)
def test_a_place_and_the_country_are_two_where_both_are_told(a: str, b: str, parted: bool) -> None:
    counts = [one for text, name in ((a, "a"), (b, "b")) for one in claims(text, name) if one.kind == "count"]
    assert place_and_country(*counts) is place_and_country(*counts[::-1]) is parted
