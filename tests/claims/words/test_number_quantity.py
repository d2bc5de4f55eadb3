"""Numbers become quantities: units spread over lists and ranges, two stay two, changes are told from levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.number import numbers
from claims.words.quantity import Quantity, quantities


def _shown(quantity: Quantity) -> str:
    amounts = "..".join(f"{amount.normalize():f}" for amount in quantity.amounts)
    unit = quantity.unit.name if quantity.unit else ""
    per = f" per {quantity.per}" if quantity.per else ""
    return " ".join(f"{amounts} {unit}{per} {quantity.trend}".split())


def _all(text: str) -> list[str]:
    return [_shown(quantity) for quantity in quantities(text, numbers(text))]


# The forms come from the lists of hard cases in the issue trackers of open-source readers of quantities.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$10 to $15 billion", ["10000000000..15000000000 dollar"]),
        ("£2-3bn", ["2000000000..3000000000 pound sterling"]),
        ("$5,000 to 10,000", ["5000..10000 dollar"]),
        ("$5,000 to 20 schools", ["5000 dollar", "20"]),
        ("$10-15 tickets", ["10..15 dollar"]),
        ("$10 to 12-year-old Mia", ["10 dollar", "12 year"]),
        ("US$5-10 million", ["5000000..10000000 dollar"]),
        ("€5 million-6 million", ["5000000..6000000 euro"]),
        ("$500 - 20 more voters than before", ["500 dollar", "20"]),
        ("between £500,000 and 1m", ["500000..1000000 pound sterling"]),
        ("£500 to 100m runner Bell", ["500 pound sterling", "100 metre"]),
        ("€5m-10m homes", ["5000000..10000000 euro"]),
        ("$5 or 6 million", ["5000000..6000000 dollar"]),
        ("$5 or 8", ["5 dollar", "8"]),
        ("5m to 10m euros", ["5000000..10000000 euro"]),
        ("5m to 10m high", ["5..10 metre"]),
        ("10- to 12-foot waves", ["10..12 foot"]),
        ("a 20- to 30-percent cut", ["20..30 percentage"]),
        ("a 5- or 9-member panel", ["5", "9"]),
        ("between 10- and 12-foot waves", ["10..12 foot"]),
        ("-5 to -10C", ["-10..-5 celsius"]),
        ("minus 5 to minus 10 degrees", ["-10..-5 degree"]),
        ("10 to 5 degrees", ["10 degree", "5 degree"]),
        ("four to five thousand", ["4000..5000"]),
        ("between 5 and 6 kg", ["5..6 kilogram"]),
        ("four or five boats", ["4..5"]),
        ("four or nine boats", ["4", "9"]),
        ("5 and 6 kg", ["5 kilogram", "6 kilogram"]),
        ("3, 4 and 5 kg", ["3 kilogram", "4 kilogram", "5 kilogram"]),
        ("3, 4, and 5 kg", ["3 kilogram", "4 kilogram", "5 kilogram"]),
        ("the mean age was 66, and 43 percent were women", ["66", "43 percentage"]),
        ("pupils aged 18, 5 percent more", ["18", "5 percentage"]),
        ("$5 million and 20 percent", ["5000000 dollar", "20 percentage"]),
        ("-18 to -4 °C", ["-18..-4 celsius"]),
        ("from 24 to 33-35 km", ["24 kilometre", "33..35 kilometre"]),
        ("0-to-60-mph", ["0..60 mile per hour"]),
        ("5 ft 11 in", ["71 inch"]),
        ("six feet four inches", ["76 inch"]),
        ("3 dollars 50 cents", ["3.5 dollar"]),
        ("15 dollars 50.", ["15.5 dollar"]),
        ("$3,500 a month", ["3500 dollar per month"]),
        ("$15/hour", ["15 dollar per hour"]),
        ("2 million barrels of oil a day", ["2000000 barrel per day"]),
        ("5 per 100,000", ["5 per 100,000", "100000"]),
        ("75 USD million", ["75000000 dollar"]),
        ("30 MEUR", ["30000000 euro"]),
        ("$75 U.S. per barrel", ["75 dollar per barrel"]),
        ("more than 10 but fewer than 20", ["10..20"]),
        ("more than 10 but about 20", ["10", "20"]),
        ("more than 10 but no fewer than 20", ["10", "20"]),
        ("more than 20 but fewer than 10", ["20", "10"]),
        ("half a mile", ["0.5 mile"]),
        ("a quarter of a mile", ["0.25 mile"]),
        ("half of 1 percent", ["0.5 percentage"]),
        ("three-quarters of one per cent", ["0.75 percentage"]),
        ("0.3 of one percentage point", ["0.3 percentage point"]),
        ("one-tenth of 1%", ["0.1 percentage"]),
        ("half of 1.5 percent", ["0.5", "1.5 percentage"]),
        ("half of one village", ["0.5", "1"]),
        ("hundreds of miles", ["100..1000 mile"]),
    ],
)
def test_what_is_one_and_what_is_two(text: str, found: list[str]) -> None:
    assert _all(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it rose 5 %", ["5 percentage up"]),
        ("it rose to 5 %", ["5 percentage"]),
        ("the choir raised £1.1m", ["1100000 pound sterling"]),
        ("it raised fares by £2", ["2 pound sterling up"]),
        ("it rose 5 % to 7 %", ["5 percentage up", "7 percentage"]),
        ("it rose by 5 to 7 %", ["5..7 percentage up"]),
        ("it lost $500,000 to $1 million", ["500000..1000000 dollar down"]),
        ("it lost £2 to 3 billion", ["2000000000..3000000000 pound sterling down"]),
        ("it lost $2 to $38", ["2 dollar down", "38 dollar"]),
        ("it was up $5 to $20", ["5 dollar up", "20 dollar"]),
        ("it fell $5 to $20", ["5 dollar down", "20 dollar"]),
        ("it fell -5C to -10C", ["-5 celsius down", "-10 celsius"]),
        ("it fell from 7 % to 5 %", ["7..5 percentage down", "7 percentage", "5 percentage"]),
        ("between 7 % and 5 %", ["5..7 percentage"]),
        ("it grew sales by 5 %", ["5 percentage up"]),
        ("it lost 40 points, or 0.6%", ["40 down", "0.6 percentage down"]),
        ("she lost 40 votes", ["40"]),
        ("the mayor ended up 4 miles away", ["4 mile"]),
        ("the FTSE -0.6%", ["-0.6 percentage down"]),
        ("5 °C warmer", ["5 celsius up"]),
    ],
)
def test_changes_and_levels(text: str, found: list[str]) -> None:
    assert _all(text) == found


def test_a_converted_figure_shares_the_hedge() -> None:
    text = "just under 296 hp (221 kW)"
    first, second = quantities(text, numbers(text))
    assert first.hedge == second.hedge is not None


@given(st.text(alphabet="0123456789 ,.-/$£%kmbnft'\"()to and½", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    for quantity in quantities(text, numbers(text)):
        assert 0 <= quantity.start <= quantity.core_start < quantity.core_end <= len(text)
        assert quantity.core_end <= quantity.end
