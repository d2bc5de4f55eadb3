"""How regions lie to each other: tables of what users rely on, and laws that hold for all of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.dayset import days_gap, days_meet, satisfiable
from claims.model import Clock, Days, Interval, Pair, Region
from claims.region import covers, equal, gap, iso, meets, widened

APRIL_25 = dt.date(2019, 4, 25)
OCTOBER = Days(months=frozenset({10}))
TUESDAY = Days(weekdays=frozenset({1}))
MONTH = Days(dt.date(2021, 10, 1), dt.date(2021, 10, 31))


def between(low: str, high: str, *, low_open: bool = False, high_open: bool = False) -> Interval:
    return Interval(Decimal(low), Decimal(high), low_open, high_open)


# ------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        # partial dates are constraints: some date satisfies both, or none does
        (Days.day(APRIL_25), OCTOBER, False),
        (Days.day(APRIL_25), Days(months=frozenset({4}), days=(25, 25)), True),
        (Days.day(APRIL_25), TUESDAY, False),  # 25 April 2019 was a Thursday
        (OCTOBER, TUESDAY, True),
        (OCTOBER, Days(months=frozenset({11})), False),
        (MONTH, TUESDAY, True),
        (Days(dt.date(2021, 10, 4), dt.date(2021, 10, 4)), TUESDAY, False),
        (Days(dt.date(2021, 10, 6), dt.date(2021, 10, 11)), TUESDAY, False),  # Wednesday to Monday
        (Days(first=dt.date(2002, 1, 1)), Days(last=dt.date(2001, 12, 31)), False),
        (Days(first=dt.date(2002, 1, 1)), Days(months=frozenset({2}), days=(29, 29)), True),
        (Days(days=(31, 31)), Days(months=frozenset({4, 6})), False),  # no 31 April
        (Days(months=frozenset({2}), days=(29, 29)), TUESDAY, True),
        (Days(dt.date(2097, 1, 1), dt.date(2103, 12, 31)), Days(months=frozenset({2}), days=(29, 29)), False),
        (Days(), Days(), True),
    ],
)
def test_days_meet_when_some_date_satisfies_both(a: Days, b: Days, meet: bool) -> None:
    assert meets(a, b) is meet
    assert meets(b, a) is meet


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (Days.day(APRIL_25), Days.day(dt.date(2019, 4, 27)), 2),
        (Days.day(APRIL_25), Days(months=frozenset({10})), 159),
        (OCTOBER, Days(months=frozenset({11})), 1),
        (Days(months=frozenset({3})), Days(months=frozenset({6})), 62),
        (TUESDAY, Days(weekdays=frozenset({4})), 3),
        (MONTH, Days(dt.date(2021, 12, 1), dt.date(2021, 12, 31)), 31),
        (MONTH, TUESDAY, 0),
    ],
)
def test_gap_of_days(a: Days, b: Days, apart: int) -> None:
    assert gap(a, b) == apart
    assert gap(b, a) == apart


def test_equal_sees_through_the_form() -> None:
    april = Days(dt.date(2019, 4, 1), dt.date(2019, 4, 30), days=(25, 25))
    assert equal(Days.day(APRIL_25), april)
    assert not equal(Days.day(APRIL_25), MONTH)


@pytest.mark.parametrize(
    ("a", "b", "meet", "apart"),
    [
        (between("5", "7"), between("7", "9"), True, 0.0),
        (between("5", "7", high_open=True), between("7", "9"), False, 0.0),
        (between("7.65", "7.75", high_open=True), between("7.55", "7.65", high_open=True), False, 0.0),
        (between("90", "90"), between("100", "100"), False, 0.1),
        (between("5", "5"), between("-5", "-5"), False, 2.0),
        (Interval(Decimal(3), None), between("47", "47"), True, 0.0),
    ],
)
def test_intervals(a: Interval, b: Interval, meet: bool, apart: float) -> None:
    assert meets(a, b) is meet
    assert gap(a, b) == pytest.approx(apart)


def test_pairs_compare_part_by_part() -> None:
    score = Pair(Interval.point(Decimal(3)), Interval.point(Decimal(2)))
    other = Pair(Interval.point(Decimal(3)), Interval.point(Decimal(1)))
    assert meets(score, score)
    assert not meets(score, other)
    assert gap(score, other) == pytest.approx(0.5)


def clock(day: str, low: str, high: str = "", offset: int | None = None) -> Clock:
    def minute(text: str) -> int:
        hours, minutes = text.split(":")
        return int(hours) * 60 + int(minutes)

    days = Days.day(dt.date.fromisoformat(day)) if day else Days()
    return Clock(days, minute(low), minute(high or low), offset)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (clock("1998-08-07", "10:35", offset=180), clock("1998-08-07", "7:35", offset=0), True),
        (clock("1998-08-07", "10:35", offset=180), clock("1998-08-07", "7:40", offset=0), False),
        (clock("1998-08-07", "10:35"), clock("1998-08-07", "7:35", offset=0), True),  # some zone makes them one instant
        (clock("1998-08-07", "10:35"), clock("1998-08-07", "7:15", offset=0), False),  # no zone does
        (clock("2021-03-05", "23:30", offset=-300), clock("2021-03-06", "4:30", offset=0), True),  # the next day in UTC
        (clock("2021-03-05", "18:00", "30:00"), clock("2021-03-06", "1:15"), True),  # Friday night runs past midnight
        (clock("2021-03-05", "18:00", "30:00"), clock("2021-03-05", "1:15"), False),
        (clock("", "9:00"), clock("2021-03-05", "9:00"), True),
        (clock("2021-03-04", "9:00"), clock("2021-03-05", "9:00"), False),
    ],
)
def test_clocks_meet_through_utc(a: Clock, b: Clock, meet: bool) -> None:
    assert meets(a, b) is meet
    assert meets(b, a) is meet


def test_gap_of_clocks_is_in_minutes() -> None:
    assert gap(clock("2021-03-05", "23:50"), clock("2021-03-06", "0:10")) == 20
    assert gap(clock("2021-03-05", "9:00"), clock("2021-03-05", "9:45")) == 45


def test_types_do_not_mix() -> None:
    assert not meets(OCTOBER, Interval.point(Decimal(10)))
    assert gap(OCTOBER, Interval.point(Decimal(10))) is None


@pytest.mark.parametrize(
    ("days", "ends"),
    [
        (Days.day(APRIL_25), ("2019-04-25", "2019-04-25")),
        (MONTH, ("2021-10-01", "2021-10-31")),
        (Days(months=frozenset({4}), days=(25, 25)), ("XXXX-04-25", "XXXX-04-25")),
        (OCTOBER, ("XXXX-10-XX", "XXXX-10-XX")),
        (Days(months=frozenset({12, 1, 2})), ("XXXX-12-XX", "XXXX-02-XX")),
        (TUESDAY, ("XXXX-WXX-2", "XXXX-WXX-2")),
        (Days(first=dt.date(2002, 1, 1)), ("2002-01-01", None)),
        (Days(), (None, None)),
    ],
)
def test_iso(days: Days, ends: tuple[str | None, str | None]) -> None:
    assert iso(days) == ends


def test_margins_are_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        widened(OCTOBER, days=-1)


# --------------------------------------------------------------------------------------------- laws

near = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@st.composite
def day_sets(draw: st.DrawFn) -> Days:
    first, last = draw(st.none() | near), draw(st.none() | near)
    if first and last and last < first:
        first, last = last, first
    low, high = sorted((draw(st.integers(1, 31)), draw(st.integers(1, 31))))
    return Days(
        first,
        last,
        frozenset(draw(st.sets(st.integers(1, 12), max_size=3))),
        draw(st.sampled_from([None, (low, high)])),
        frozenset(draw(st.sets(st.integers(0, 6), max_size=3))),
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(st.integers(-20, 20)), draw(st.integers(-20, 20))))
    return Interval(
        draw(st.sampled_from([Decimal(low), None])),
        draw(st.sampled_from([Decimal(high), None])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    low = draw(st.integers(0, 1440))
    offset = draw(st.sampled_from([None, 0, -300, 330]))
    return Clock(draw(day_sets()), low, low + draw(st.integers(0, 700)), offset, draw(st.booleans()))


regions: st.SearchStrategy[Region] = st.one_of(
    intervals(), day_sets(), clocks(), st.builds(Pair, intervals(), intervals())
)
pairs: st.SearchStrategy[tuple[Region, Region]] = st.one_of(
    st.tuples(intervals(), intervals()),
    st.tuples(day_sets(), day_sets()),
    st.tuples(clocks(), clocks()),
    st.tuples(regions, regions),
)


@given(pairs)
def test_meeting_gap_and_equality_are_symmetric(pair: tuple[Region, Region]) -> None:
    a, b = pair
    assert meets(a, b) == meets(b, a)
    assert gap(a, b) == gap(b, a)
    assert equal(a, b) == equal(b, a)


@given(regions)
def test_equality_is_reflexive(a: Region) -> None:
    assert equal(a, a)


@given(pairs)
def test_covering_implies_meeting(pair: tuple[Region, Region]) -> None:
    a, b = pair
    if covers(a, b):
        assert meets(a, b)
        assert gap(a, b) == 0


@given(pairs, st.integers(0, 40))
def test_widening_never_loses_a_meeting(pair: tuple[Region, Region], margin: int) -> None:
    a, b = pair
    if meets(a, b):
        wide = widened(a, share=Decimal(margin) / 100, amount=Decimal(margin), days=margin, minutes=margin)
        assert meets(wide, b)


@given(day_sets(), day_sets())
def test_days_agree_with_counting_day_by_day(a: Days, b: Days) -> None:
    inside = [day for day in _calendar() if _holds(a, day)]
    common = [day for day in inside if _holds(b, day)]
    if common:
        assert days_meet(a, b)
    if inside:
        assert satisfiable(a)
        assert covers(b, a) <= (len(common) == len(inside))


@given(day_sets(), day_sets())
def test_gap_is_the_least_number_of_days_to_widen_by(a: Days, b: Days) -> None:
    apart = days_gap(a, b)
    if apart is not None:
        assert days_meet(a, b) == (apart == 0)
        assert meets(widened(a, days=apart), b)


def _calendar() -> list[dt.date]:
    return [dt.date(1990, 1, 1) + dt.timedelta(days) for days in range(0, 41 * 365, 3)]


def _holds(days: Days, day: dt.date) -> bool:
    return (
        (days.first is None or days.first <= day)
        and (days.last is None or day <= days.last)
        and (not days.months or day.month in days.months)
        and (days.days is None or days.days[0] <= day.day <= days.days[1])
        and (not days.weekdays or day.weekday() in days.weekdays)
    )
