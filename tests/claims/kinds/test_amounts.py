"""Which figures a reading names, what it counts from afar, and what counts nothing."""

from __future__ import annotations

import pytest

from claims.extract import read
from claims.kinds import show


def _shown(text: str) -> list[str]:
    return [show(reading, text) for reading in read(text)]


@pytest.mark.parametrize(
    ("text", "figures", "unit"),
    [
        ("Nine days later the dam broke.", ["9"], "day"),
        ("He left two years after the flood.", ["2"], "year"),
        ("The kiln is fired every 9 weeks.", ["9"], "week"),
        ("It lasted 24 hours, 39 minutes and 35 seconds.", ["88775"], "second"),
        ("A year after the flood it closed.", [], "year"),  # an article is no figure
        ("It was the best crop in a decade.", [], "decade"),
    ],
)
def test_figures_of_time(text: str, figures: list[str], unit: str) -> None:
    value = read(text)[0].value
    assert ([str(amount) for amount in value.amounts], value.written_unit) == (figures, unit)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tickets cost $10-$20.", ["$10-$20 = 10..20 dollar"]),
        ("It cost 10 $ 30 cents.", ["10 $ 30 cents = 10.3 dollar"]),
        ("The index closed at 5,210.4, down 12.3 points.", ["5,210.4 = 5210.4 point", "12.3 points = 12.3 point down"]),
        ("She may need another night or two.", ["two = 2 night"]),
        ("The 1520 sq m hall is let.", ["1520 sq m = 1520 square metre"]),
        ("The firm goes from 1000 to 2000 hires.", ["from 1000 to 2000 hires = 1000..2000 hire"]),
        ("It took a dose of 20 J/m^2.", ["20 J/m^2 = 20 joule per square metre"]),
        ("He spoke for a day, three hours.", ["a day, three hours = PT27H"]),
    ],
)
def test_words_that_belong_together(text: str, shown: list[str]) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    "text", ["Harwick slid towards the bottom three.", "The car has a six-speed gearbox.", "It is a four-door model."]
)
def test_names_and_compounds_count_nothing(text: str) -> None:
    assert _shown(text) == []


def test_a_fraction_told_as_one_number_over_another_is_no_claim() -> None:
    reading = read("The answer is one over four.")[0]
    assert (show(reading, "The answer is one over four."), reading.comparable) == ("one over four = 0.25", False)
