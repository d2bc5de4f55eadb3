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
    ],
)
def test_a_date_and_a_bound(one: str, other: str, conflict: bool) -> None:
    for texts in ((one, other), (other, one)):
        for strict in (False, True):
            found = compare_texts(*texts, strict=strict).findings
            assert (Verdict.CONFLICT in [finding.verdict for finding in found]) is conflict
