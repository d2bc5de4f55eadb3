"""Values go into JSON and come back equal."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract import extract
from claims.kind import Kind
from claims.kinds import KINDS
from claims.model import Clock, Days, Extraction, Interval, Modality, Pair, Published, Span, Value
from claims.when import Anchor, DayExpr, Grain, LengthExpr, SetExpr
from factcheck.cache.codec import decoded, encoded

DAY = Published(dt.date(2031, 5, 14), dt.date(2031, 5, 14), "given", dt.time(8, 15), 120)


def _again(given_value: object) -> object:
    return decoded(type(given_value), json.loads(json.dumps(encoded(given_value))))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_read_of_the_examples_comes_back(kind: Kind) -> None:
    text = "\n\n".join(example.text for example in kind.examples)
    found = extract(text, published=DAY)
    assert found.readings
    assert _again(found) == found


@pytest.mark.parametrize(
    "value",
    [
        DAY, Interval(None, Decimal("1E+3"), True), Pair(Interval.point(Decimal(3)), Interval(Decimal("0.10"), None)),
        Days(months=frozenset({3, 11}), days=(1, 9), weekdays=frozenset({6})), Clock(Days.day(DAY.first), 5, 1500, -30),
        SetExpr(LengthExpr(Grain.DAY, Decimal(1)), "every"),
        DayExpr(Grain.DAY, Anchor.BASE, DayExpr(Grain.MONTH, month=10), until=DayExpr(Grain.DAY, day=5)),
        Extraction((), ()),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_values_of_all_sorts_come_back(value: object) -> None:
    assert _again(value) == value
    assert type(_again(value)) is type(value)


@given(st.builds(Span, st.just(0), st.integers(0, 99)), st.text(), st.decimals(allow_nan=False, allow_infinity=False))
def test_any_value_comes_back(span: Span, words: str, number: Decimal) -> None:
    point = Interval.point(number)
    value = Value("count", point, point, words, words, (number,), Modality.EXACT, words)
    again = _again(value)
    assert again == value
    assert isinstance(again, Value)
    assert str(again.amounts[0]) == str(number)
    assert _again(span) == span


@pytest.mark.parametrize("broken", [None, 5, [], [1], [[["x"]]], [[], [], [], []], {"readings": []}, "x"])
def test_what_is_no_value_is_refused(broken: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, ArithmeticError, IndexError)):
        decoded(Extraction, broken)


def test_a_type_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError, match="has no form in JSON"):
        encoded(object())
