"""What parts two figures that nothing but their kind ties; made up for this table."""

from __future__ import annotations

import pytest

from factcheck.align import pair_parts
from factcheck.align.level import Words
from factcheck.align.score import weights
from tests.factcheck.align.pairs import claim, claims

FRIDAY = "2024-05-17"

APART = (
    # another happening, told in other words
    ("count", "Fishermen rescued 64 people.", "Seventy-one people survived."),
    ("money", "The council will spend £38m on roads.", "Work on new homes will cost £52m."),
    ("count", "Three children were taken to hospital.", "More than 300 children had to leave."),
    ("count", "The court will review cases that involve six people.", "The killings of 45 people were in May."),
    # of a group and of somebody who need not be in it
    ("age", "Three dock workers, aged 24 to 36, were arrested.", "A 52-year-old businessman was picked up."),
    # deaths that came later than what they came of
    ("date", "A bus crashed near Hollin on Monday.", "A fifteenth victim of the bus crash died on Wednesday."),
    ("date", "A bus crashed near Hollin on Monday.", "A woman hurt in the crash died in hospital on Wednesday."),
    # a crowd, counted by either side
    ("count", "About 30,000 people marched, police said.", "Organisers said 90,000 people marched."),
    # a storm from day to day
    ("speed", "The storm had winds of 140 mph on Tuesday.", "On Wednesday the storm had winds of 105 mph."),
    ("duration", "She spent 16 years in exile.", "She spent more than a year in prison."),
    ("money", "Marsk paid a fee of £6m in add-ons.", "Marsk spent heavily and received £55m."),
    # two occasions on which somebody spoke
    ("time", "The mayor spoke at a noon briefing on Friday.", "Falk told a news conference at 6 p.m. on Friday."),
    ("date", "A witness told an inquest on Thursday that he ran.", "An inquest heard on Monday that he ran."),
    # of a place and of the state around it
    ("money", "Teachers in the district earn $61,200 on average.", "Teachers statewide earn $66,500 on average."),
    # what one won and what it lost
    ("count", "Marsk lost four finals.", "Marsk won two finals."),
    # of a man and of a woman
    ("age", "A man aged 79 was found dead on Tuesday.", "An 82-year-old woman was found dead on Tuesday."),
    # a sum that looks like a slip of the other by chance
    ("money", "Halvorsen pays $11 million in local taxes.", "Analysts say that savings could reach $110 million."),
    # the widest word for people and a sort of them, of another size altogether
    ("count", "Some 180 officers took part in the search.", "Around 2,000 people took part in a vigil."),
    ("count", "A teacher and three pupils were wounded.", "Some 3,000 people lit candles in the square."),
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
    ("count", "The flood made 130 people flee.", "Some 1,300 people left their homes."),
    ("age", "Three dock workers, aged 24 to 36, were arrested.", "The dock workers are 24 to 63 years old."),
    ("age", "A woman aged 79 was found dead on Tuesday.", "An 82-year-old woman was found dead on Tuesday."),
    ("money", "Halvorsen pays $11 million in local taxes.", "Halvorsen pays $110 million in local taxes."),
    ("age", "The children, aged nine to 14, were unhurt.", "The youngest child, aged six, was unhurt."),
    ("percent", "The index fell 1.2% on Tuesday.", "The index ended the day 2.1% lower."),
    ("date", "Some 14 people died on Monday when a bus overturned.", "A bus crashed near Hollin on Sunday."),
    ("date", "A bus crashed near Hollin on Thursday.", "A woman hurt in the crash died in hospital on Wednesday."),
    ("count", "About 30,000 people marched, police said.", "Some 90,000 people marched."),
    ("count", "About 30,000 people marched, police said.", "Police said 90,000 people marched."),
    ("speed", "The storm had winds of 140 mph on Tuesday.", "On Tuesday the storm had winds of 105 mph."),
    ("duration", "Gunfire was heard near the palace for an hour.", "Shooting near the palace lasted three hours."),
    ("magnitude", "The agency put the magnitude at 6.1.", "A quake of magnitude 6.2 shook the town."),
    ("duration", "She spent 16 years in exile in Mexico.", "She spent 12 years in exile in Mexico."),
    ("magnitude", "A quake of magnitude 6.3 struck on Friday.", "An earthquake of magnitude 6.2 struck on Friday."),
)
"""Kind, and two statements that the parts must weigh."""


def _is_parted(kind: str, a: str, b: str) -> bool:
    block = [claim(a, kind, "a", FRIDAY), claim(b, kind, "b", FRIDAY)]
    (parts,) = pair_parts(block, Words.of(block), weights()).values()
    return any(part.name == "bond" and part.score < 0 for part in parts)


@pytest.mark.parametrize(("kind", "a", "b"), APART)
def test_two_figures_that_nothing_ties_are_two_facts(kind: str, a: str, b: str) -> None:
    assert _is_parted(kind, a, b)
    assert _is_parted(kind, b, a)


def test_a_crowd_is_counted_twice_where_one_sentence_tells_both_figures() -> None:
    """A count with the other count of its sentence beside it: "100,000 marched, while the union counted 300,000"."""
    both = "About 100,000 people marched, the ministry said, while the union counted 300,000."
    told = [*claims(both, "a", FRIDAY), *claims("Some 300,000 people marched in Hollin.", "b", FRIDAY)]
    counts = [one for one in told if one.kind == "count"]
    parts = pair_parts(counts, Words.of(counts), weights())
    at = [counts.index(one) for one in (counts[0], counts[-1])]
    assert [part.says for part in parts[at[0], at[1]]] == ["the estimates of two speakers"]


@pytest.mark.parametrize(("kind", "a", "b"), TIED)
def test_a_tie_lets_the_parts_decide(kind: str, a: str, b: str) -> None:
    assert not _is_parted(kind, a, b)
