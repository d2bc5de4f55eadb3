"""Dates that bound an event: what days they leave open, and what meets them."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.model import Days
from claims.words.day_bound import bounded
from factcheck import compare_texts
from factcheck.model import Verdict

_MAY = Days(dt.date(2031, 5, 1), dt.date(2031, 5, 31))


@pytest.mark.parametrize(
    ("bound", "days"),
    [
        ("before", Days(last=dt.date(2031, 4, 30))),
        ("after", Days(first=dt.date(2031, 6, 1))),
        ("by", Days(last=dt.date(2031, 5, 31))),
        ("", _MAY),
    ],
)
def test_what_a_bound_leaves_open(bound: str, days: Days) -> None:
    assert bounded(_MAY, bound) == days


def test_a_bound_without_a_year_leaves_every_day_open() -> None:
    assert bounded(Days(months=frozenset({5})), "before") == Days()
    assert bounded(Days(dt.date.min, dt.date.min), "before").last == dt.date.min


# "Prior to" and "before" as the AP Stylebook takes them: the day itself is not meant.
@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Ana Roe was born on July 14, 1958.", "Ana Roe was born after 1948.", False),
        ("Ana Roe was born on July 14, 1938.", "Ana Roe was born after 1948.", True),
        ("Ana Roe was born on July 14, 1938.", "Ana Roe was born prior to 1938.", True),
        ("Ana Roe was born on July 14, 1938.", "Ana Roe was born before July 20, 1938.", False),
        ("The Halden ferry sank on May 3, 2031.", "The Halden ferry sank by May 2031.", False),
        ("The Halden ferry sank on May 3, 2031.", "The Halden ferry sank no later than May 5, 2031.", False),
        ("The Halden ferry sank on May 7, 2031.", "The Halden ferry sank no later than May 5, 2031.", True),
        # the date is that of what came before, not of what came after
        ("Sales of Roe Ltd rose in the second quarter.", "Roe Ltd was glad after second-quarter sales rose.", False),
    ],
)
def test_a_date_and_a_bound(one: str, other: str, conflict: bool) -> None:
    for texts in ((one, other), (other, one)):
        for strict in (False, True):
            found = compare_texts(*texts, strict=strict).findings
            assert (Verdict.CONFLICT in [finding.verdict for finding in found]) is conflict


SANK = "The Halden ferry sank {}."


# Stretches as newsroom style guides write them; the words between two dates or times make them one.
@pytest.mark.parametrize(
    ("stretch", "inside", "outside"),
    [
        ("between June 3 and June 5, 2031", "on June 4, 2031", "on June 7, 2031"),
        ("between 2010 and 2015", "in 2012", "in 2017"),
        ("from 2010 to 2015", "in 2012", "in 2009"),
        ("between June and August 2031", "in July 2031", "in September 2031"),
        ("between Monday and Wednesday", "on Tuesday", "on Thursday"),
        ("between Friday and Monday", "on Sunday", "on Wednesday"),
        ("between Thursday and Tuesday", "on Saturday", "on Wednesday"),
        ("from March 3, 2031, until March 12, 2031", "on March 10, 2031", "on March 13, 2031"),
        ("from Dec. 30, 2030, to Jan. 2, 2031", "on Jan. 1, 2031", "on Jan. 3, 2031"),
        ("between noon and 2 p.m.", "at 1 p.m.", "at 3 p.m."),
        ("between 8:30 p.m. and midnight", "at 10 p.m.", "at 7 p.m."),
        ("between 10 p.m. on Friday and 2 a.m. on Saturday", "at 1 a.m. on Saturday", "at 3 a.m. on Saturday"),
        ("by 8 p.m.", "at 6:20 p.m.", "at 9 p.m."),
        ("between 1 and 3 June 2030", "on 2 June 2030", "on 4 June 2030"),
        ("after 9 p.m. on Friday and before 2 a.m. on Saturday", "at 11 p.m. on Friday", "at 4 a.m. on Saturday"),
        ("after June 3, 2030, until June 8, 2030", "on June 5, 2030", "on June 2, 2030"),
    ],
)
def test_a_value_inside_a_stretch(stretch: str, inside: str, outside: str) -> None:
    assert not _conflicts(SANK.format(stretch), SANK.format(inside))
    assert _conflicts(SANK.format(stretch), SANK.format(outside))


@pytest.mark.parametrize(
    ("start", "other", "end"),
    [("1990", "1992", "2015"), ("May 3, 2030", "May 7, 2030", "June 5, 2030"), ("May 3", "May 7", "June 5")],
)
def test_two_stretches_are_compared_by_their_ends(start: str, other: str, end: str) -> None:
    told = f"The chapel was closed from {{}} to {end}."
    assert _conflicts(told.format(start), told.format(other))
    assert not _conflicts(told.format(start), told.format(start))


def test_what_is_moved_from_a_day_lasts_no_stretch() -> None:
    told = "The trial of Ana Roe was {} from May 3 to June 4."
    assert _conflicts(told.format("postponed"), "The trial of Ana Roe was postponed to June 14.")
    assert _conflicts(told.format("postponed"), "The trial of Ana Roe was postponed to May 20.")


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("at 10 p.m. EST on Friday, May 2, 2031", "at 3:00 GMT on Saturday, May 3, 2031", False),
        ("at 11:30 p.m. local time on Friday", "at 0430 GMT on Saturday", False),
        ("at 9 p.m. EST on Friday", "at 1 p.m. AEDT on Saturday", False),
        ("at 24:00 on July 4", "at 00:00 on July 5", False),
        ("at 10 p.m. EST on Friday", "at 3:00 GMT on Monday", True),
        ("at 10 p.m. EST on Friday", "at 10 p.m. EST on Saturday", True),
        ("at 10 p.m. on Friday", "at 10 p.m. on Saturday", True),
        ("at midnight on Friday", "at 12:05 a.m. on Friday", False),
        ("around midnight on Friday", "at 11:50 p.m. on Thursday", False),
        ("at midnight on Friday", "at 3 a.m. on Friday", True),
        ("overnight on Saturday", "at 2 a.m. on Sunday", False),
        ("overnight on Saturday into Sunday", "at 2 a.m. on Sunday", False),
        ("overnight on Friday", "at noon on Sunday", True),
    ],
)
def test_the_day_beside_a_time(one: str, other: str, conflict: bool) -> None:
    assert _conflicts(SANK.format(one), SANK.format(other)) is conflict


def _conflicts(one: str, other: str) -> bool:
    found = compare_texts(one, other, published="2031-05-07").findings
    return Verdict.CONFLICT in [finding.verdict for finding in found]
