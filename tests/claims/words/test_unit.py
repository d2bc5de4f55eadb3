"""Units are found by their longest form and convert exactly; the tables hold no form twice."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.number import numbers
from claims.words.quantity import quantities
from claims.words.unit import _currency_rows, _unit_rows, money_before, unit_after, unit_named

# Exact values: NIST Special Publication 811 (2008), appendix B.8; temperatures by definition of the scales.
CONVERTED = [
    ("foot", "1", "0.3048"),
    ("mile", "1", "1609.344"),
    ("nautical mile", "1", "1852"),
    ("acre", "1", "4046.8564224"),
    ("pound mass", "1", "0.45359237"),
    ("stone", "1", "6.35029318"),
    ("gallon", "1", "3.785411784"),
    ("imperial gallon", "1", "4.54609"),
    ("barrel", "1", "158.987294928"),
    ("mile per hour", "120", "193.12128"),
    ("knot", "10", "18.52"),
    ("fahrenheit", "212", "100"),
    ("fahrenheit", "-40", "-40"),
    ("kelvin", "273.15", "0"),
    ("pence", "250", "2.5"),
    ("basis point", "25", "0.25"),
]


@pytest.mark.parametrize(("name", "amount", "canonical"), CONVERTED)
def test_canonical_amounts(name: str, amount: str, canonical: str) -> None:
    assert unit_named(name).canonical_amount(Decimal(amount)) == Decimal(canonical)


def test_differences_have_no_zero_point() -> None:
    warmer = unit_named("fahrenheit").difference()
    assert warmer.canonical_amount(Decimal(9)) == 5
    assert warmer.dimension == "temperature-difference"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 m", "metre"),
        ("5 m/s", "metre per second"),
        ("5 metres per second", "metre per second"),
        ("5 sq. ft.", "square foot"),
        ("5-foot", "foot"),
        ("5km/h", "kilometre per hour"),
        ("5%", "percentage"),
        ("5 percentage points", "percentage point"),
        ("5 °C", "celsius"),
        ("5 in. of rain", "inch"),
        ("5 in deep", "inch"),
        ("5 US dollars", "dollar"),
        ("5 Canadian dollars", "canadian dollar"),
        ("5p", "pence"),
        ("5 kWh", "kilowatt hour"),
        ("5 GB", "gigabyte"),
    ],
)
def test_longest_unit_after_a_number(text: str, name: str) -> None:
    found = unit_after(text, numbers(text)[0].end)
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("text", ["5 in the car", "5 maps", "5G", "5 Stone", '"it was 5"', "the '75'"])
def test_no_unit(text: str) -> None:
    (number,) = numbers(text)
    assert unit_after(text, number.end) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("$5", "dollar"), ("US$ 5", "dollar"), ("A$5", "australian dollar"), ("£5", "pound sterling"), ("EUR 5", "euro")],
)
def test_currency_before_a_number(text: str, name: str) -> None:
    found = money_before(text, text.index("5"))
    assert found is not None
    assert (found[0].name, found[1]) == (name, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She weighs 140 pounds.", "pound mass"),
        ("He paid 140 pounds.", "pound sterling"),
        ("It lost two million pounds.", "pound sterling"),
        ("A fine of 5,000 pounds was set.", "pound sterling"),
    ],
)
def test_pounds_are_told_by_their_company(text: str, name: str) -> None:
    (quantity,) = quantities(text, numbers(text))
    assert quantity.unit is not None
    assert quantity.unit.name == name


def test_no_name_and_no_symbol_twice() -> None:
    units = [unit.name for unit, *_ in _unit_rows()] + [row[0].name for row in _currency_rows()]
    assert [name for name, count in Counter(units).items() if count > 1] == []
    symbols = [symbol for _, _, marks in _unit_rows() for symbol in marks]
    assert [symbol for symbol, count in Counter(symbols).items() if count > 1] == []
    before = [mark for row in _currency_rows() for mark in row[3]]
    assert [mark for mark, count in Counter(before).items() if count > 1] == []


def test_every_dimension_has_its_canonical_unit() -> None:
    for unit, *_ in _unit_rows():
        if unit.name == unit.canonical:
            assert unit.factor == 1


@given(st.decimals("0.01", "1000000", places=2, allow_nan=False))
def test_conversion_keeps_order(amount: Decimal) -> None:
    for name in ("mile", "fahrenheit", "pound mass", "acre"):
        unit = unit_named(name)
        assert unit.canonical_amount(amount) < unit.canonical_amount(amount + 1)
