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
    [("12 months", "a year"), ("30 days", "a month"), ("52 weeks", "nearly a year"), ("six weeks", "42 days")],
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
