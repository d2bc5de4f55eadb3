"""What hedges and bounds let a number mean, and that the table keeps its own rules."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Interval, Modality
from claims.words.hedge import Hedge, hedge_after, hedge_before
from claims.words.number import numbers
from claims.words.quantity import quantities
from claims.words.tolerance import regions

ROWS = tomllib.loads(files("claims.words").joinpath("hedge.toml").read_text("utf-8"))


def _regions(text: str, discrete: bool = True) -> tuple[Interval, Interval]:
    (quantity,) = quantities(text, numbers(text))
    return regions(quantity.numbers[0], quantity.hedge, discrete)


def _holds(region: Interval, value: Decimal) -> bool:
    above = region.low is None or value > region.low or (value == region.low and not region.low_open)
    below = region.high is None or value < region.high or (value == region.high and not region.high_open)
    return above and below


# Pairs that news puts side by side: a figure in one report and the hedged one of another; the reach of bounds follows
# Cummins, Sauerland and Solt 2012, the rounding of bare numerals the half-unit rule of statcheck.
@pytest.mark.parametrize(
    ("text", "fits", "does_not"),
    [
        ("over 150 boats", "156", "190"),
        ("more than 30 boats", "35", "47"),
        ("at least 3 dead", "4", "47"),
        ("about 1,900 homes", "1917", "2100"),
        ("about 150 homes", "160", "180"),
        ("nearly 200 boats", "190", "240"),
        ("up to 50 people", "43", "51"),
        ("fewer than 100 people", "92", "40"),
        ("4.5 million votes", "4520000", "4550000"),
        ("20,000 people", "20300", "20500"),
        ("27 counts", "27", "28"),
        ("1,917 votes", "1917", "1918"),
        ("two dozen boats", "25", "30"),
        ("dozens of boats", "36", "13"),
        ("more than a million votes", "1300000", "1700000"),
        ("30 or more boats", "33", "60"),
        ("a dozen or so boats", "13", "20"),
    ],
)
def test_what_a_count_tolerates(text: str, fits: str, does_not: str) -> None:
    _, tolerated = _regions(text)
    assert _holds(tolerated, Decimal(fits))
    assert not _holds(tolerated, Decimal(does_not))


def test_rounded_figures_that_touch_do_not_meet() -> None:
    _, low = _regions("7.6", discrete=False)
    _, high = _regions("7.7", discrete=False)
    assert low.high == high.low
    assert low.high_open


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("more than 150", Interval(Decimal(150), None, low_open=True)),
        ("at least 150", Interval(Decimal(150), None)),
        ("less than 150", Interval(None, Decimal(150), high_open=True)),
        ("up to 150", Interval(None, Decimal(150))),
        ("about 150", Interval.point(Decimal(150))),
        ("just 150", Interval.point(Decimal(150))),
    ],
)
def test_bounds_are_stated_literally(text: str, stated: Interval) -> None:
    assert _regions(text)[0] == stated


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("well over 30", Modality.MORE_THAN),
        ("just under 30", Modality.LESS_THAN),
        ("no more than 30", Modality.AT_MOST),
        ("no fewer than 30", Modality.AT_LEAST),
        ("some 30", Modality.ABOUT),
        ("~30", Modality.ABOUT),
        ("sub-30", Modality.LESS_THAN),
        (">= 30", Modality.AT_LEAST),
        ("as many as 30", Modality.AT_MOST),
    ],
)
def test_longest_hedge_wins(text: str, modality: Modality) -> None:
    found = hedge_before(text, text.index("30"))
    assert found is not None
    assert (found[0].modality, found[1]) == (modality, 0)


@pytest.mark.parametrize("text", ["back up to 30", "the road over there 30", "he walked up to 30"])
def test_what_only_looks_like_a_bound(text: str) -> None:
    assert hedge_before(text, text.index("30")) is None


@pytest.mark.parametrize("after", ["30 or more", "30-plus", "30+", "30 or fewer", "30-odd"])
def test_hedges_after_the_number(after: str) -> None:
    found = hedge_after(after, 2)
    assert found is not None
    assert found[1] == len(after)


@pytest.mark.parametrize("text", ["£42m plus £6m", "42 plus 6"])
def test_a_sum_is_no_bound(text: str) -> None:
    assert hedge_after(text, text.index(" plus")) is None


@pytest.mark.parametrize("column", ["words", "after", "signs"])
def test_no_hedge_stands_in_two_rows(column: str) -> None:
    forms = [form for row in ROWS["hedge"] for form in row[column]]
    assert sorted(forms) == sorted(set(forms))
    assert all(form == form.lower() for form in forms)


def test_every_row_names_its_source() -> None:
    assert all(row["source"] for row in (*ROWS["hedge"], *ROWS["vague"]))
    assert all(row["low"] < row["high"] for row in ROWS["vague"])


@given(
    st.decimals("0", "99999999", places=2, allow_nan=False),
    st.sampled_from(list(Modality)),
    st.decimals("0", "0.5", places=2),
    st.booleans(),
)
def test_tolerated_covers_what_is_stated_within_reach(
    value: Decimal, modality: Modality, reach: Decimal, discrete: bool
) -> None:
    (number,) = numbers(str(value))
    stated, tolerated = regions(number, Hedge(modality, reach), discrete)
    for end in (stated.low, stated.high):
        assert end is None or (tolerated.low is not None and tolerated.low <= end)
        assert end is None or (tolerated.high is not None and end <= tolerated.high)
    assert None not in (tolerated.low, tolerated.high)


@given(st.decimals("1", "99999", places=1, allow_nan=False), st.sampled_from(["0.1", "0.2"]), st.booleans())
def test_a_wider_reach_loses_nothing(value: Decimal, reach: str, discrete: bool) -> None:
    (number,) = numbers(str(value))
    for modality in Modality:
        _, narrow = regions(number, Hedge(modality, Decimal(reach)), discrete)
        _, wide = regions(number, Hedge(modality, Decimal(reach) * 2), discrete)
        assert narrow.low is not None
        assert narrow.high is not None
        assert wide.low is not None
        assert wide.high is not None
        assert wide.low <= narrow.low
        assert narrow.high <= wide.high
