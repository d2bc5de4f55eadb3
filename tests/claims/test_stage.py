"""The stage of a story that a figure is of; sentences made up for this table."""

from __future__ import annotations

import pytest

from tests.claims.asking import claim_of


@pytest.mark.parametrize(
    ("text", "value", "stages"),
    [
        # a count of votes that goes on
        ("With 26 of 32 precincts reporting, Falk had 11,480 votes.", "11,480", ("partial",)),
        ("The bond was ahead by 57 percent in partial returns.", "57 percent", ("partial",)),
        ("With half of the votes counted, Falk had 41 percent.", "41 percent", ("partial",)),
        ("Falk carried 19 precincts.", "19", ()),
        # still to come
        ("Marsk are fourth with 22 matches to go.", "22", ("to go",)),
        ("Marsk have played 22 matches.", "22", ()),
        # by how much somebody leads
        ("The Miners let a 14-point lead slip.", "14-point", ("margin",)),
        ("Falk won by a 214-vote margin.", "214", ("margin",)),
        ("Falk scored 37 points.", "37", ()),
        # what holds at the time of the report
        ("Around 1,000 soldiers are now in the area.", "1,000", ("now",)),
        ("There are now 1,000 soldiers in the area.", "1,000", ("now",)),
        ("Early results show that 34 percent of patients got well.", "34 percent", ()),
        ("All 640 votes were counted.", "640", ()),
        ("Police put 30 men behind bars.", "30", ()),
        ("The company now employs 1,000 people.", "1,000", ()),
        # what is told to have changed
        ("The Alliance has nine seats, two more than before.", "nine", ("risen",)),
        ("There are 1,000 soldiers in the area.", "1,000", ()),
        ("She had now named 17 people.", "17", ()),
        # of what another figure is a part, and what is counted in all
        ("Twelve of the 30 passengers were hurt.", "30", ("undivided",)),
        ("Falk has scored 14 goals in all competitions.", "14", ("total",)),
        # first given out
        ("The quake had a preliminary magnitude of 6.4.", "6.4", ("first given",)),
        ("The quake had a magnitude of 6.4.", "6.4", ()),
        # of a whole state, country or company
        ("Average pay statewide is $66,500.", "$66,500", ("wide",)),
        ("Teachers earn $61,200, and 3,000 schools were shut nationwide.", "$61,200", ()),
        ("It will cut 350 jobs across the country.", "350", ("wide",)),
    ],
)
def test_a_figure_tells_its_stage(text: str, value: str, stages: tuple[str, ...]) -> None:
    known = {"partial", "to go", "margin", "now", "risen", "first given", "undivided", "total", "wide"}
    assert tuple(word for word in claim_of(text, value).scope if word in known) == stages
