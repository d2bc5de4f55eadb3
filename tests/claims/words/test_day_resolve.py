"""What days an expression comes to under a publication date that is known, bracketed or missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Days, Published
from claims.region import covers, meets
from claims.when import Anchor, DayExpr, Grain, LengthExpr, When
from claims.words.calendar import easter, feast_day, moved, nth_weekday, stretch
from claims.words.day_find import time_expressions
from claims.words.day_resolve import resolve
from claims.words.day_timex import timex


def expression(text: str, published: Published | None = None) -> DayExpr:
    when = time_expressions(text, ((0, len(text)),), published, None)[0].when
    assert isinstance(when, DayExpr)
    return when


def on(day: str) -> Published:
    return Published(dt.date.fromisoformat(day), dt.date.fromisoformat(day))


def days(first: str, last: str) -> Days:
    return Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


# -------------------------------------------------------------------- known, bracketed and missing


@pytest.mark.parametrize(
    ("words", "forced"),
    [
        ("He fell Tuesday.", Days(weekdays=frozenset({1}))),
        ("He fell yesterday.", Days()),
        ("He fell in October.", Days(months=frozenset({10}))),
        ("It ran March 30-April 2.", Days(months=frozenset({3, 4}))),
        ("It ran March-May.", Days(months=frozenset({3, 4, 5}))),
        ("He fell on April 25.", Days(months=frozenset({4}), days=(25, 25))),
        ("He fell on the second Tuesday of May.", Days(months=frozenset({5}), weekdays=frozenset({1}))),
        ("He fell over the summer of 2019.", days("2019-06-01", "2019-08-31")),
        ("He fell last summer.", Days(months=frozenset({6, 7, 8}))),
        ("He fell in the third quarter.", Days(months=frozenset({7, 8, 9}))),
        ("He fell in 2019.", days("2019-01-01", "2019-12-31")),
        ("He fell on April 25, 2019.", days("2019-04-25", "2019-04-25")),
        ("He fell two years ago.", Days()),
        ("He fell recently.", Days()),
    ],
)
def test_without_a_publication_date_only_what_the_words_force(words: str, forced: Days) -> None:
    stated, tolerated = resolve(expression(words), None)
    assert stated == forced
    assert covers(tolerated, stated)


def test_one_expression_hangs_on_any_publication_date() -> None:
    tuesday = expression("He fell Tuesday.")
    assert resolve(tuesday, on("2021-12-20"))[0] == days("2021-12-14", "2021-12-14")
    assert resolve(tuesday, on("2019-04-30"))[0] == days("2019-04-30", "2019-04-30")


def test_a_bracket_holds_every_possible_day() -> None:
    published = Published(dt.date(2021, 12, 17), dt.date(2021, 12, 20), "inferred")
    assert resolve(expression("He fell yesterday."), published)[0] == days("2021-12-16", "2021-12-19")
    stated, _ = resolve(expression("He fell Tuesday."), published)
    assert stated == Days(dt.date(2021, 12, 14), dt.date(2021, 12, 14), weekdays=frozenset({1}))


def test_two_undated_weekdays_differ_on_every_reading() -> None:
    thursday, friday = (resolve(expression(f"She was charged {day}."), None)[0] for day in ("Thursday", "Friday"))
    assert not meets(thursday, friday)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("He fell two years ago.", "2018-12-20", "2020-06-20"),  # rounds down: up to three years, half a year at least
        ("He fell three months ago.", "2021-08-20", "2021-10-05"),
        ("He fell last week.", "2021-12-11", "2021-12-21"),
        ("He fell in fiscal 2020.", "2018-12-31", "2022-01-01"),
        ("He fell on 3/4/2021.", "2021-03-04", "2021-04-03"),
        ("He fell around May 4, 2020.", "2020-05-01", "2020-05-07"),
        ("He fell around 1990.", "1988-01-01", "1992-12-31"),
        ("He fell in the 1800s.", "1800-01-01", "1900-12-31"),
        ("He fell in the early 1800s.", "1800-01-01", "1850-12-31"),
        ("He fell in the 1850s.", "1850-01-01", "1859-12-31"),
        ("He fell in the late 1800s.", "1801-01-01", "1900-12-31"),
        ("He fell last Monday.", "2021-12-13", "2021-12-13"),
        ("He fell last Sunday.", "2021-12-12", "2021-12-19"),  # the week may begin on Sunday
        ("He fell last Saturday.", "2021-12-18", "2021-12-18"),
        ("He will fall next Friday.", "2021-12-24", "2021-12-31"),
        ("He will fall next Monday.", "2021-12-27", "2021-12-27"),
        ("He will fall this Friday.", "2021-12-24", "2021-12-24"),
        ("He fell last October.", "2020-10-01", "2021-10-31"),
        ("He will fall next October.", "2022-10-01", "2022-10-31"),
        ("He fell at Christmas 2020.", "2020-12-21", "2020-12-29"),
        ("He fell on Christmas Day 2020.", "2020-12-25", "2020-12-25"),
        ("He fell over the Easter of 2021.", "2020-04-08", "2022-04-21"),
        ("He fell at the turn of the year.", "2019-12-01", "2022-02-01"),
        ("He fell a week ago Friday.", "2021-12-10", "2021-12-17"),
        ("He falls two weeks from Friday.", "2021-12-24", "2022-01-07"),
        ("He falls a week from today.", "2021-12-27", "2021-12-27"),
        ("He fell in the winter of 2021.", "2020-11-06", "2022-03-25"),
        ("He fell in the summer of 2021.", "2021-05-07", "2021-09-25"),
    ],
)
def test_tolerance(words: str, low: str, high: str) -> None:
    _, tolerated = resolve(expression(words), on("2021-12-20"))
    assert tolerated.first
    assert tolerated.last
    assert (tolerated.first.isoformat(), tolerated.last.isoformat()) == (low, high)


def test_a_date_in_figures_tolerates_exactly_its_two_orders() -> None:
    _, tolerated = resolve(expression("He fell on 3/4/2021."), None)
    assert meets(tolerated, Days.day(dt.date(2021, 3, 4)))
    assert meets(tolerated, Days.day(dt.date(2021, 4, 3)))
    assert not meets(tolerated, Days.day(dt.date(2021, 3, 3)))
    assert not meets(tolerated, Days(dt.date(2021, 3, 5), dt.date(2021, 4, 2)))


def test_the_winter_of_a_year_is_no_summer() -> None:
    _, tolerated = resolve(expression("He fell in the winter of 2021."), None)
    assert meets(tolerated, days("2021-01-01", "2021-01-31"))
    assert not meets(tolerated, days("2021-07-01", "2021-07-31"))


@pytest.mark.parametrize(
    ("published", "begins"), [("2021-01-20", 2020), ("2021-03-20", 2020), ("2021-11-20", 2021), ("2021-12-20", 2021)]
)
def test_this_winter_is_the_one_of_the_day_or_the_nearest(published: str, begins: int) -> None:
    stated, _ = resolve(expression("Few fell this winter."), on(published))
    assert stated == days(f"{begins}-12-01", f"{begins + 1}-02-28")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The ban lasts from Saturday until Tuesday.", "2021-12-18", "2021-12-21"),
        ("The ban will last from noon on Tuesday until 6pm on Wednesday.", "2021-12-21", "2021-12-22"),
        ("The ban lasted from Saturday to Sunday.", "2021-12-18", "2021-12-19"),
    ],
)
def test_a_stretch_starts_on_the_last_such_weekday_before_its_end(text: str, start: str, end: str) -> None:
    read = time_expressions(text, ((0, len(text)),), on("2021-12-20"), None)
    found = [one.when for one in read if isinstance(one.when, DayExpr)]
    told = [resolve(replace(when, within=None), on("2021-12-20"))[0] for when in found]
    assert told == [days(start, start), days(end, end)]


def test_an_event_fills_in_what_hangs_on_it() -> None:
    after = expression("He resigned two days after the flood.")
    assert resolve(after, on("2021-12-20"))[0] == Days()
    assert resolve(after, on("2021-12-20"), Days.day(dt.date(2021, 12, 1)))[0] == days("2021-12-03", "2021-12-03")


def test_a_partial_day_meets_the_full_one_of_any_near_year() -> None:
    _, tolerated = resolve(expression("He fell on Oct. 7."), on("2019-01-25"))
    assert meets(tolerated, Days.day(dt.date(2018, 10, 7)))
    assert not meets(tolerated, Days.day(dt.date(2018, 10, 8)))


@pytest.mark.parametrize(
    ("words", "near", "other"),
    [
        ("He fell in the third quarter.", "2020-08-01", "2020-06-30"),
        ("He fell in the third quarter.", "2022-07-01", "2019-08-01"),
        ("Sales fell in H1.", "2020-06-30", "2020-07-01"),
        ("He fell on Christmas Day.", "2021-12-25", "2021-12-24"),
        ("He fell on Easter Sunday.", "2022-04-17", "2022-04-16"),
        ("He fell on Easter Sunday.", "2020-04-12", "2019-04-21"),
    ],
)
def test_a_stretch_of_no_told_year_may_be_that_of_the_years_beside(words: str, near: str, other: str) -> None:
    _, tolerated = resolve(expression(words), on("2021-12-20"))
    assert meets(tolerated, days(near, near))
    assert not meets(tolerated, days(other, other))


# ---------------------------------------------------------------------------------------- calendar


@pytest.mark.parametrize(
    ("year", "day"),
    # Meeus, Astronomical Algorithms, ch. 8, and almanacs
    [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2021, "2021-11-25"),
        ("labor day", 2021, "2021-09-06"),
        ("memorial day", 2021, "2021-05-31"),
        ("election day", 2020, "2020-11-03"),
        ("good friday", 2019, "2019-04-19"),
        ("black friday", 2021, "2021-11-26"),
    ],
)
def test_named_days(name: str, year: int, day: str) -> None:
    assert feast_day(name, year).isoformat() == day


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(list(Grain)))
def test_a_stretch_holds_its_day(day: dt.date, grain: Grain) -> None:
    first, last = stretch(grain, day)
    if grain is not Grain.WEEKEND:
        assert first <= day <= last


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 6))
def test_the_last_weekday_is_the_fourth_or_fifth(year: int, month: int, weekday: int) -> None:
    last, fourth = nth_weekday(year, month, weekday, -1), nth_weekday(year, month, weekday, 4)
    assert (last - fourth).days in (0, 7)


# -------------------------------------------------------------------------------------------- laws

WORDS = [
    "He fell Tuesday.", "He will fall Tuesday.", "He fell last Friday.", "He falls next Monday.", "He fell in October.",
    "He will fall in October.", "He fell on April 25.", "He fell on Feb. 29.", "He fell last week.",
    "He fell this year.",
    "He fell two months ago.", "He fell last summer.", "He fell in the third quarter.", "He fell last Thanksgiving.",
    "He fell over the weekend.", "He fell in March of last year.", "He fell yesterday.", "He fell in 2019.",
    "He fell in the 1990s.", "He fell this Friday.", "He fell in the first half of last year.", "He fell May 3-5.",
]  # fmt: skip
moments = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31))


@given(st.sampled_from(WORDS), moments, st.integers(0, 400), st.integers(0, 400))
def test_a_bracket_covers_every_day_inside_it(words: str, first: dt.date, width: int, inside: int) -> None:
    expr = expression(words)
    last = first + dt.timedelta(width)
    day = first + dt.timedelta(min(inside, width))
    wide, _ = resolve(expr, Published(first, last))
    exact, _ = resolve(expr, Published(day, day))
    assert covers(wide, exact)


@given(st.sampled_from(WORDS), moments)
def test_what_is_known_meets_what_is_forced(words: str, day: dt.date) -> None:
    expr = expression(words)
    stated, tolerated = resolve(expr, Published(day, day))
    assert meets(stated, resolve(expr, None)[0])
    assert covers(tolerated, stated)


@given(st.sampled_from(WORDS), moments)
def test_timex_values_lose_no_year_that_is_known(words: str, day: dt.date) -> None:
    assert "XXXX" not in timex(expression(words), Published(day, day)).value


@given(
    st.builds(
        DayExpr,
        st.sampled_from(list(Grain)),
        st.sampled_from(list(Anchor)),
        steps=st.none() | st.integers(-9999, 9999),
        year=st.none() | st.integers(1, 9999),
        month=st.none() | st.integers(1, 12),
        day=st.none() | st.integers(1, 31),
        weekday=st.none() | st.integers(0, 6),
        part=st.none() | st.integers(1, 2),
        counted=st.booleans(),
        sure=st.booleans(),
        fiscal=st.booleans(),
    ),
    st.none() | moments,
)
def test_any_expression_resolves(expr: DayExpr, day: dt.date | None) -> None:
    published = Published(day, day) if day else None
    stated, tolerated = resolve(expr, published)
    assert isinstance(stated, Days)
    assert isinstance(tolerated, Days)
    assert timex(expr, published).type == "DATE"


@given(st.decimals(0, 10**6, places=1), st.sampled_from([unit for unit in Grain if unit is not Grain.VAGUE]))
def test_any_length_has_a_timex_value(count: object, unit: Grain) -> None:
    when: When = LengthExpr(unit, count, count)  # type: ignore[arg-type]
    assert timex(when, None).value.startswith("P")


@pytest.mark.parametrize("years", [1999, 9000])
def test_counts_of_years_stop_at_the_ends_of_the_calendar(years: int) -> None:
    day = Published(dt.date(2000, 1, 1), dt.date(2000, 1, 1))
    ago, _ = resolve(DayExpr(Grain.YEAR, Anchor.PUBLISHED, steps=-years, counted=True), day)
    ahead, _ = resolve(DayExpr(Grain.YEAR, Anchor.PUBLISHED, steps=years, counted=True), day)
    assert (ago.first, ahead.last and ahead.last.year) == (dt.date.min, min(2000 + years, 9999))


@pytest.mark.parametrize("grain", Grain)
@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 12, 1), dt.date(9999, 12, 1), dt.date.max])
def test_the_calendar_ends_where_it_ends(grain: Grain, day: dt.date) -> None:
    for steps in (-100_000, 0, 100_000):
        first, last = stretch(grain, moved(grain, day, steps))
        assert dt.date.min <= first <= last <= dt.date.max
