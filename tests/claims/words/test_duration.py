"""Lengths of time: forms, seconds, tolerance, TIMEX3 values. Sentences are our own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Interval, Modality
from claims.region import equal, meets
from claims.sentences import sentences
from claims.when import LengthExpr, SetExpr
from claims.words.day_find import time_expressions
from claims.words.duration import lengths


def shown(text: str) -> list[str]:
    found = time_expressions(text, sentences(text), None, None)
    return [f"{text[one.start : one.end]} = {one.timex.value}" for one in found if isinstance(one.when, LengthExpr)]


def region(words: str) -> tuple[Interval, Interval, Modality]:
    text = f"It lasted {words}."
    (found,) = time_expressions(text, ((0, len(text)),), None, None)
    assert isinstance(found.when, LengthExpr)
    return lengths(found.when, text[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted 48 hours.", ["48 hours = PT48H"]),
        ("A 110-year sentence.", ["110-year = P110Y"]),
        ("It took two-and-a-half years.", ["two-and-a-half years = P2.5Y"]),
        ("It took half an hour, then an hour and a half.", ["half an hour = PT30M", "an hour and a half = PT90M"]),
        ("It took more than a year and a half.", ["more than a year and a half = P18M"]),
        ("They waited for a week, within an hour.", ["a week = P1W", "an hour = PT1H"]),
        ("It took nearly two months.", ["nearly two months = P2M"]),
        ("It took at least 72 hours.", ["at least 72 hours = PT72H"]),
        ("It was built over eight years.", ["eight years = P8Y"]),
        ("It ran for a quarter of a century.", ["a quarter of a century = P25Y"]),
        ("He paid $5 million over eight years.", ["eight years = P8Y"]),
        ("It took over eight years.", ["over eight years = P8Y"]),
        ("It took two to three weeks.", ["two to three weeks = P2W"]),
        ("It takes 60 and 90 days.", ["60 = P60D", "90 days = P90D"]),
        ("The past three months and the next few weeks.", ["The past three months = P3M", "the next few weeks = PXW"]),
        ("The first nine months were dry.", ["The first nine months = P9M"]),
        ("Over the next three quarters it shrank.", ["the next three quarters = P9M"]),
        ("It was shut for decades, two decades at least.", ["decades = PXDE", "two decades = P20Y"]),
        ("A couple of days; several weeks.", ["A couple of days = P2D", "several weeks = PXW"]),
        ("It took a few minutes.", ["a few minutes = PTXM"]),
        ("He got a 2-1/2 year term and a 1 1/2-year ban.", ["2-1/2 year = P2.5Y", "1 1/2-year = P18M"]),
        ("She set a record of 2:24:13.", ["2:24:13 = PT8653S"]),
        ("He ran it in 2:03:15, 1:12 faster.", ["2:03:15 = PT7395S"]),
        ("It took between 20 and 30 minutes.", ["20 = PT20M", "30 minutes = PT30M"]),
        ("It took 30 minutes to an hour.", ["30 minutes to an hour = PT30M"]),
        ("He got between a week and 10 days.", ["a week and 10 days = P7D"]),
        ("It rose from one year to three years.", ["one year = P1Y", "three years = P3Y"]),
        ("It was cut from 10 years, 10 years to two years.", ["10 years = P10Y", "10 years = P10Y", "two years = P2Y"]),
        ("Between 10 and 12 days after it fell.", ["10 = P10D"]),
        ("The 10- to 12-hour and the 10-12-hour flight.", ["10- to 12-hour = PT10H", "10-12-hour = PT10H"]),
        ("In 2019-2-year terms.", ["2-year = P2Y"]),
        ("It took nearly three-quarters of an hour.", ["nearly three-quarters of an hour = PT45M"]),
        ("It took two quarters.", ["two quarters = P6M"]),
        ("It took two hours and a half.", ["two hours and a half = PT2.5H"]),
        ("She ran for two hours and a half dozen times since.", ["two hours = PT2H"]),
        ("He ran for two hours and a half marathon.", ["two hours = PT2H"]),
        ("It fell for three years and a half of them left.", ["three years = P3Y"]),
        ("It took 1h 20min, then 2 hr. 5 min again.", ["1h 20min = PT80M", "2 hr. 5 min = PT125M"]),
        ("It took 2h 5m 10s, not 1d 4h 20m.", ["2h 5m 10s = PT7510S", "1d 4h 20m = PT1700M"]),
        ("About 1h 20min ago it fell.", []),
        ("A day-long strike and a decades-long feud.", ["day-long = P1D", "decades-long = PXDE"]),
    ],
)  # fmt: skip
def test_lengths(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 26-year-old and a 4-month-old.",
        "She is ten years old, he is five years of age.",
        "A second witness had a minute book.",
        "The mayor won three quarters of the vote.",
        "She sat in a second-floor flat.",
        "The bell rang at 2:24:13, not in 2:24.",
        "The bell rang shortly before 2:24:13 p.m.",
        "Bell, two years and three months old, and a 2-year-and-3-month-old; five years and a half old.",
        "It left at 14h30 and ran 2h 75m, 5m high.",
        "A girl of four months; he scored on 71 minutes.",
    ],
)
def test_ages_and_other_words_are_no_lengths(text: str) -> None:
    assert shown(text) == []


def test_days_and_hours_are_one_dimension() -> None:
    assert equal(region("48 hours")[0], region("two days")[0])
    assert not meets(region("48 hours")[1], region("three days")[1])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12 months", "a year"),
        ("30 days", "a month"),
        ("52 weeks", "nearly a year"),
        ("six weeks", "42 days"),
        ("half a year", "26 weeks"),
    ],
)
def test_calendar_units_meet_their_days(a: str, b: str) -> None:
    assert meets(region(f"for {a}")[1], region(f"for {b}")[1])


@pytest.mark.parametrize(
    ("vague", "can_be", "cannot_be"),
    [
        ("for minutes", "45 minutes", "a week"),
        ("for hours", "30 hours", "three days"),
        ("for days", "nine days", "a month"),
        ("for weeks", "two months", "a year"),
        ("for months", "a year", "three years"),
        ("for years", "15 years", "a century"),
        ("for decades", "80 years", "500 years"),
    ],
)
def test_a_bare_plural_reaches_into_the_next_unit_and_ends_there(vague: str, can_be: str, cannot_be: str) -> None:
    assert meets(region(vague)[1], region(f"for {can_be}")[1])
    assert not meets(region(vague)[1], region(f"for {cannot_be}")[1])
    assert region(vague)[0].high is None


@pytest.mark.parametrize(
    ("loose", "can_be", "cannot_be"),
    [
        ("for a couple of hours", "110 minutes", "four hours"),
        ("for several hours", "two and a half hours", "two hours"),
        ("for several days", "two weeks", "a month"),
        ("for years", "18 months", "one year"),
        ("for dozens of days", "100 days", "12 days"),
        ("about 20 to 30 minutes", "32 minutes", "35 minutes"),
        ("between 18 months and three years", "two years", "four years"),
        ("for ten days to two months", "62 days", "63 days"),
    ],
)
def test_ranges_and_small_vague_counts_reach_a_little_beyond_their_ends(
    loose: str, can_be: str, cannot_be: str
) -> None:
    assert meets(region(loose)[1], region(f"for {can_be}")[1])
    assert not meets(region(loose)[1], region(f"for {cannot_be}")[1])


def test_hedges_open_one_side() -> None:
    stated, tolerated, modality = region("more than 10 hours")
    assert modality is Modality.MORE_THAN
    assert stated.high is None
    assert tolerated.high == Decimal(12 * 3600)
    assert region("nearly two days")[2] is Modality.ALMOST
    assert region("weeks after")[2] is Modality.VAGUE


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("It rained for the past two weeks.", "past"),
        ("It rained for the previous two weeks.", "past"),
        ("It may rain for the next two weeks.", "next"),
        ("It rained for the first two weeks.", ""),
        ("It rained in the year ended March 31.", ""),
    ],
)
def test_some_lengths_reach_back_or_on_from_the_day_of_the_report(text: str, reach: str) -> None:
    (found,) = [
        one.when for one in time_expressions(text, sentences(text), None, None) if isinstance(one.when, LengthExpr)
    ]
    assert found.low == found.high
    assert found.reach == reach


@pytest.mark.parametrize(
    ("text", "quant"),
    [
        ("It rains each week.", "EACH"),
        ("It rains every two weeks.", "EVERY"),
        ("It rains every Sunday morning.", "EVERY"),
    ],
)
def test_what_comes_back_says_how_it_was_told(text: str, quant: str) -> None:
    (found,) = [one.when for one in time_expressions(text, sentences(text), None, None)]
    assert isinstance(found, SetExpr)
    assert found.quant == quant


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("They talked for just under four hours before leaving.", True),
        ("She left four hours before the vote.", False),
        ("The rally is planned for three days before the vote.", False),
    ],
)
def test_a_length_behind_for_is_no_distance_from_an_event(text: str, length: bool) -> None:
    assert bool(shown(text)) is length
