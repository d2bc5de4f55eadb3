"""Values in the terms of the schema."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from claims.model import Clock, Days, Interval, Modality, Pair, Published, Region, Value
from factcheck.report.as_json import _published
from factcheck.report.value import bounds

DAY = dt.date(2031, 3, 5)
NEW_YEAR = dt.date(2031, 1, 1)


def _ends(region: Region) -> tuple[str | None, str | None]:
    made = bounds(Value("any", region, region, "", "", (), Modality.EXACT, ""))
    return made["low"], made["high"]


@pytest.mark.parametrize(
    ("region", "ends"),
    [
        (Interval.point(Decimal("4.50")), ("4.5", "4.5")),
        (Interval.point(Decimal("4.6E+6")), ("4600000", "4600000")),
        (Interval.point(Decimal(0)), ("0", "0")),
        (Interval(Decimal(-5), None), ("-5", None)),
        (Interval.point(Decimal("1E+4000")), ("1E+4000", "1E+4000")),
        (Days.day(DAY), ("2031-03-05", "2031-03-05")),
        (Days(last=DAY), (None, "2031-03-05")),
        (Days(months=frozenset({10})), ("XXXX-10", "XXXX-10")),
        (Days(months=frozenset({6, 7, 8})), ("XXXX-06", "XXXX-08")),
        (Days(months=frozenset({10}), days=(5, 7)), ("XXXX-10-05", "XXXX-10-07")),
        (Days(days=(5, 5)), ("XXXX-XX-05", "XXXX-XX-05")),
        (Days(weekdays=frozenset({1})), ("XXXX-WXX-2", "XXXX-WXX-2")),
        (Days(), (None, None)),
        (Clock(Days.day(DAY), 1080, 1800, -300), ("2031-03-05T18:00-05:00", "2031-03-06T06:00-05:00")),
        (Clock(Days(), 457, 457, 0), ("XXXX-XX-XXT07:37+00:00", "XXXX-XX-XXT07:37+00:00")),
        (Clock(Days.day(dt.date.max), 1500, 1500), ("XXXX-XX-XXT01:00", "XXXX-XX-XXT01:00")),
    ],
)
def test_ends(region: Region, ends: tuple[str | None, str | None]) -> None:
    assert _ends(region) == ends


def test_a_pair_has_parts_and_no_ends() -> None:
    score = Pair(Interval.point(Decimal(3)), Interval.point(Decimal(1)))
    made = bounds(Value("score", score, score, "", "", (), Modality.EXACT, ""))
    assert (made["low"], made["high"]) == (None, None)
    assert [part["low"] for part in made["parts"]] == ["3", "1"]


@pytest.mark.parametrize(
    ("published", "date", "precision"),
    [
        (Published(DAY, DAY), "2031-03-05", "day"),
        (Published(DAY, DAY, time=dt.time(9, 30)), "2031-03-05T09:30:00", "time"),
        (Published(dt.date(2031, 3, 1), dt.date(2031, 3, 31)), "2031-03", "month"),
        (Published(NEW_YEAR, dt.date(2031, 12, 31)), "2031", "year"),
        (Published(NEW_YEAR, DAY), "2031-01-01/2031-03-05", "interval"),
    ],
)
def test_a_date_of_publication_is_as_exact_as_it_is_known(published: Published, date: str, precision: str) -> None:
    made = _published(published)
    assert made is not None
    assert (made["date"], made["precision"]) == (date, precision)
