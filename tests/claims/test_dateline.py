"""The day an article gives itself: lines in the forms that papers and agencies use, and look-alikes."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.blocks import blocks
from claims.dateline import Dated, Line, dated
from claims.model import Days

BODY = "\n\nThe ferry sank off Port Nerim with 12 people aboard, the coast guard said.\n"
MARCH_5 = dt.date(2031, 3, 5)

LINES = [
    ("Posted Wednesday, March 5, 2031 at 10:15 p.m.", Line.POSTED, "22:15", None),
    ("Published: 05 Mar 2031 11:25 GMT+02:00", Line.POSTED, "11:25", 120),
    ("First published on 5 March 2031", Line.POSTED, None, None),
    ("Updated March 5, 2031", Line.UPDATED, None, None),
    ("Last updated: Wednesday, 5 March 2031, 18:20 GMT", Line.UPDATED, "18:20", 0),
    ("UPDATED 3:09 AM EST Mar 5, 2031", Line.UPDATED, "03:09", -300),
    ("Wednesday, March 5, 2031", Line.DATELINE, None, None),
    ("By Ana Whitfield, March 5, 2031 | 9:14 am", Line.DATELINE, "09:14", None),
    ("Port Nerim, March 5, 2031", Line.DATELINE, None, None),
    ("PORT NERIM, Vardania, March 5, 2031 — A ferry sank.", Line.DATELINE, None, None),
    ("VARD, 5 March 2031 – A ferry sank.", Line.DATELINE, None, None),
    ("PORT NERIM, March 5, 2031 (Aster) -- A ferry sank.", Line.DATELINE, None, None),
]


def lines(text: str) -> tuple[Dated, ...]:
    return dated(text, blocks(text))


@pytest.mark.parametrize(("line", "kind", "time", "offset"), LINES, ids=[row[0] for row in LINES])
def test_a_line_gives_the_day(line: str, kind: Line, time: str | None, offset: int | None) -> None:
    (found,) = lines("Ferry sinks off Port Nerim\n\n" + line + BODY)
    assert (found.line, found.days.first, found.days.last) == (kind, MARCH_5, MARCH_5)
    assert found.time == (dt.time.fromisoformat(time) if time else None)
    assert found.offset == offset


def test_a_dateline_may_leave_the_year_open() -> None:
    (found,) = lines("PORT NERIM, March 5 (Aster) -- A ferry sank.")
    assert found.days == Days(months=frozenset({3}), days=(5, 5))


def test_a_line_may_give_two_days() -> None:
    found = lines("First published 3 March 2031; updated 5 March 2031" + BODY)
    assert [(one.line, one.days.first) for one in found] == [
        (Line.POSTED, dt.date(2031, 3, 3)), (Line.UPDATED, MARCH_5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Published 2 hours ago",
        "Updated Friday",
        "On March 5, 2031 - a Wednesday - the ferry sank.",
        "The hearing of March 5, 2031 — the third one — was short.",
        "Published by Harbour Press",
        "Monday, March 5",
        "LONDON (Aster) - Shares fell.",
        "Posted by Ana on March 5, 2031",
    ],
)
def test_what_is_no_such_line(line: str) -> None:
    assert lines("Ferry sinks off Port Nerim\n\n" + line + BODY) == ()


def test_lines_in_the_middle_of_a_long_article_say_nothing() -> None:
    long = "A ferry sank." + BODY * 12 + "\n\nUpdated March 5, 2031\n" + BODY * 12
    assert lines(long) == ()
    assert len(lines("A ferry sank." + BODY * 24 + "\n\nUpdated March 5, 2031\n")) == 1
