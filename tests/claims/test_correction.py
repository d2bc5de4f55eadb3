"""Corrections: what a notice takes back, in the wordings of papers and agencies, and what is no notice."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.model import Status

NOTICES = [
    # a correction at the end, as American papers put it
    ("Correction: An earlier version of this article misstated the area burned. It was 3,100 acres, not 31,000.",
     ["31,000"], ["3,100 acres"]),
    ("An earlier version of this article misstated the age of Ana Whitfield as 34; she is 43.", ["34"], ["43"]),
    ("An article on Tuesday about the ferry misstated the number of people aboard. There were 112 people, not 121.",
     ["121"], ["112 people"]),
    ("Because of an editing error, an earlier version of this story gave the depth as 35 miles. It is 35 kilometers.",
     ["35 miles"], ["35 kilometers"]),
    # "has been corrected to show", as agencies put it
    ("This story has been corrected to show that 72 people were killed, not 27.", ["27"], ["72 people"]),
    ("(This July 5 story has been corrected to show that 72 homes burned, not 27, in paragraph 3)",
     ["27"], ["72 homes"]),
    ("(Corrects figure in paragraph 4 to $2.3 billion from $2.3 million)", ["$2.3 million"], ["$2.3 billion"]),
    ("This version of the story corrects the fine to $2.3 billion from $2.3 million.",
     ["$2.3 million"], ["$2.3 billion"]),
    # "amended", as British papers put it
    ("This article was amended on 5 March 2025. An earlier version said 27 homes had burned; in fact 72 homes had.",
     ["27 homes"], ["72 homes"]),
    ("Clarification: The story has been updated to reflect that the trial lasted 12 days rather than 21.",
     ["21"], ["12 days"]),
    ("Editor's note: A previous version of this post wrongly said that the bridge is 90 feet long; it is 90 metres.",
     ["90 feet"], ["90 metres"]),
    # dates
    ("CORRECTION: A previous version of this story said the ferry sank on Monday. It sank on Sunday.",
     ["sank on Monday"], ["sank on Sunday"]),
    # a label on a line of its own
    ("Corrections and clarifications\n\nThe storm destroyed 41 homes, not 14.", ["14"], ["41 homes"]),
    # the day is not replaced, so only the figure is withdrawn
    ("An earlier version of this story said 27 people died on Monday; 72 people died.", ["27 people"], ["72 people"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new"), NOTICES, ids=[row[0][:50] for row in NOTICES])
def test_what_is_taken_back_and_what_holds(text: str, old: list[str], new: list[str]) -> None:
    claims = extract(text).claims
    withdrawn = [claim.span.of(text) for claim in claims if claim.status is Status.WITHDRAWN]
    assert withdrawn == old
    assert [claim.span.of(text) for claim in claims if claim.status is not Status.WITHDRAWN] == new


@pytest.mark.parametrize(
    "text",
    [
        "An earlier report by the ministry said that 27 people had died.",
        "An earlier version of the bill gave farmers $3 billion a year.",
        "Corrections officers found 27 phones in the cells.",
        "Police wrongly said that 27 people had been arrested.",
        "The company corrected its forecast to $3 billion from $2 billion.",
        "The ferry carried 27 people when it left, not only 12 children.",
        "This story was first told by 27 people in 1994.",
    ],
)
def test_what_others_correct_is_no_correction_of_the_article(text: str) -> None:
    assert all(claim.status is not Status.WITHDRAWN for claim in extract(text).claims)


@pytest.mark.parametrize(
    ("text", "denied", "kept"),
    [
        ("The fire burned 3,100 acres, not 31,000 acres as first thought.", "31,000 acres", "3,100 acres"),
        ("The ferry sank on Sunday, not on Monday.", "Monday", "sank on Sunday"),
        ("Not 12 people but 14 people were aboard.", "12 people", "14 people"),
    ],
)
def test_a_value_denied_beside_the_true_one_is_no_claim(text: str, denied: str, kept: str) -> None:
    found = extract(text)
    assert [claim.span.of(text) for claim in found.claims] == [kept]
    assert denied in [reading.span.of(text) for reading in found.readings]


def test_a_withdrawn_number_takes_the_unit_of_the_one_that_replaces_it() -> None:
    text = "Correction: The fire burned 3,100 acres, not 31,000."
    old = next(claim for claim in extract(text).claims if claim.status is Status.WITHDRAWN)
    assert (old.kind, old.value.written_unit, old.span.of(text)) == ("area", "acre", "31,000")
