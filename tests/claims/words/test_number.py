"""Numbers are read in every way news writes them, and nothing absurd is."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.number import Form, numbers, refused

# The ways of writing come from the number sections of the AP, Guardian and Economist style guides and from the issue
# lists of open-source number readers; the sentences are ours.
WRITTEN = [
    ("1,250 homes", "1250"),
    ("1 250 homes", "1250"),
    ("a crowd of 12,50,000", "1250000"),
    ("twenty-eight thousand six hundred and forty-two", "28642"),
    ("nine hundred and five", "905"),
    ("4.5 million", "4500000"),
    ("£1.2bn", "1200000000"),
    ("$2.3m", "2300000"),
    ("2.3m people", "2300000"),
    ("a 2.3m wave", "2.3"),
    ("25k followers", "25000"),
    ("a 10k run", "10"),
    ("two dozen", "24"),
    ("half a dozen", "6"),
    ("half a million", "500000"),
    ("three quarters of a million", "750000"),
    ("two and a half million", "2500000"),
    ("two point five million", "2500000"),
    ("a hundred", "100"),
    ("10 1/2 miles", "10.5"),
    ("2½ inches", "2.5"),
    ("1/2 mile", "0.5"),
    ("minus-40 degrees", "-40"),
    ("(–3.5%)", "-3.5"),
    ("of –3 °C", "-3"),
    ("players –12 of them– left", "12"),
    ("1'234'567 birds", "1234567"),
    ("-5 °C", "-5"),
    ("13 lakh", "1300000"),
    ("the third man", "3"),
    ("the 22nd floor", "22"),
    ("twenty-first", "21"),
    ("two and one-quarter cups", "2.25"),
    ("three and two-fifths miles", "3.4"),
    ("the two-hundredth goal", "200"),
    ("the two hundred and third man", "203"),
    ("a thousand and one nights", "1001"),
    ("nought point five", "0.5"),
]


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_value(text: str, value: str) -> None:
    assert [number.value for number in numbers(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between two hundred and five hundred", [200, 500]),
        ("between one hundred and fifty and two hundred", [150, 200]),
        ("$5 million and 20 percent", [5_000_000, 20]),
        ("$3 million five years ago", [3_000_000, 5]),
        ("5 and 6 kg", [5, 6]),
        ("two hundred and two thousand", [202_000]),
        ("two died and a third was hurt", [2, 3]),
        ("one million and a half", [1_500_000]),
        ("born in nineteen eighty-four", []),
        ("open 24/7", []),
        ("at 10:30 on 3/4/2021", []),
        ("version 1.5.2", []),
        ("at one point five people left", [1, 5]),
    ],
)
def test_what_belongs_together(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers(text)] == values


@pytest.mark.parametrize(("text", "found"), [("the twenty-second floor", 1), ("twenty second delays", 2)])
def test_second_continues_a_numeral_only_behind_a_hyphen(text: str, found: int) -> None:
    assert len(numbers(text)) == found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands", 20_000, 99_000),
        ("several hundred", 300, 900),
        ("a few dozen", 24, 84),
        ("a couple of thousand", 2000, 3000),
        ("a couple thousand", 2000, 3000),
    ],
)
def test_vague_words_open_a_stretch(text: str, low: int, high: int) -> None:
    (number,) = numbers(text)
    assert number.form is Form.VAGUE
    assert [number.low, number.high] == [Decimal(low), Decimal(high)]


@pytest.mark.parametrize(
    "text", ["the couple left", "she scores twice", "few came", "the first-half lead", "a second half"]
)
def test_words_that_only_look_vague(text: str) -> None:
    assert not [number for number in numbers(text) if number.form in {Form.VAGUE, Form.FRACTION}]


@pytest.mark.parametrize(
    ("text", "form", "step", "roundness"),
    [
        ("4.5 million", Form.CARDINAL, 100_000, 100_000),
        ("20,000", Form.CARDINAL, 1, 10_000),
        ("1,250", Form.CARDINAL, 1, 10),
        ("7.70", Form.CARDINAL, Decimal("0.01"), Decimal("0.1")),
        ("two thousand", Form.CARDINAL, 1000, 1000),
        ("in his 20s", Form.DECADE, 1, 10),
        ("two-thirds", Form.FRACTION, Decimal(2) / 3 / 5, Decimal(2) / 3 / 5),
    ],
)
def test_precision(text: str, form: Form, step: Decimal, roundness: Decimal) -> None:
    (number,) = numbers(text)
    assert (number.form, number.step, number.roundness) == (form, step, roundness)


def test_absurd_lengths_are_refused_without_raising() -> None:
    assert numbers("9" * 5000) == ()
    assert numbers("a " + "million " * 50) == ()
    assert refused("serial " + "7" * 40) == ((7, 47),)


@given(st.text(alphabet="0123456789 ,.-/a½½%\"'moneandhlfkt$", max_size=60))
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    found = numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(0, 10**9))
def test_grouping_changes_nothing(value: int) -> None:
    assert (
        [number.value for number in numbers(f"{value:,}")]
        == [number.value for number in numbers(str(value))]
        == [value]
    )
