"""Ways in which a right figure commonly becomes a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Interval, Modality, Value
from claims.slip import slip
from tests.claims.asking import claims_in


def _value(text: str) -> Value:
    (claim,) = claims_in(text)
    return claim.value


def _dated(day: str) -> Value:
    return _value(f"The bridge collapsed on {day}.")


def _sized(size: str) -> Value:
    return _value(f"The shark had a length of {size}.")


def _timed(time: str) -> Value:
    return _value(f"The bridge collapsed at {time}.")


# Error types: AP Stylebook (numerals), Reason 1990 (slips), accountancy (transposition, slide).
SLIPS = [
    (_dated, "April 25, 2019", "April 25, 2018", "year off by one"),
    (_dated, "April 5, 2019", "May 4, 2019", "day and month swapped"),
    (_dated, "April 25, 2019", "October 25, 2019", "month mistaken"),
    (_dated, "April 25, 2019", "April 25, 2009", ""),
    (_dated, "April 25, 2019", "April 26, 2019", ""),
    (_dated, "April 25, 2019", "April 25, 2019", ""),
    (_dated, "April 2019", "April 2018", ""),
    (_sized, "26 metres", "2.6 metres", "a decimal point or a nought out"),
    (_sized, "260 metres", "2.6 metres", "two noughts out"),
    (_sized, "2,600 metres", "2.6 metres", "a thousandfold"),
    (_sized, "26 metres", "62 metres", "transposed digits"),
    (_sized, "126 metres", "162 metres", "transposed digits"),
    (_sized, "126 metres", "621 metres", "digits the other way round"),
    (_sized, "4 metres", "40 centimetres", "a decimal point or a nought out"),
    (_sized, "4 metres", "45 centimetres", ""),
    (_sized, "26 metres", "260 feet", ""),
    (_sized, "26 metres", "26 feet", "wrong unit"),
    (_sized, "26 metres", "26 metres", ""),
    (_sized, "26 metres", "31 metres", ""),
    (_timed, "3 a.m.", "3 p.m.", "a.m. for p.m."),
    (_timed, "3 a.m.", "4 p.m.", ""),
]


@pytest.mark.parametrize(("make", "a", "b", "name"), SLIPS)
def test_known_slips(make: Callable[[str], Value], a: str, b: str, name: str) -> None:
    assert slip(make(a), make(b)) == name


@pytest.mark.parametrize(("make", "a", "b", "name"), SLIPS)
def test_a_slip_goes_both_ways(make: Callable[[str], Value], a: str, b: str, name: str) -> None:
    assert slip(make(b), make(a)) == name


def test_values_of_different_kinds_are_no_slip_of_each_other() -> None:
    assert slip(_dated("April 25, 2019"), _sized("25 metres")) == ""


@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_a_slip_never_joins_equal_figures(a: int, b: int) -> None:
    first, second = _plain(a), _plain(b)
    assert slip(first, second) == slip(second, first)
    assert a != b or not slip(first, second)


def _plain(number: int) -> Value:
    point = Interval.point(Decimal(number))
    return Value("length", point, point, "metre", "metre", (Decimal(number),), Modality.EXACT, f"{number} metres")
