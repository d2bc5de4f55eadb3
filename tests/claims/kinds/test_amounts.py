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
        ("It cost EUR 5-10 million.", ["EUR 5-10 million = 5000000..10000000 euro"]),
        ("It cost 5 million-6 million euros.", ["5 million-6 million euros = 5000000..6000000 euro"]),
        ("Temperatures of -5 to -10C were recorded.", ["-5 to -10C = -10..-5 celsius"]),
        ("It cost 10 $ 30 cents.", ["10 $ 30 cents = 10.3 dollar"]),
        ("The index closed at 5,210.4, down 12.3 points.", ["5,210.4 = 5210.4 point", "12.3 points = 12.3 point down"]),
        ("She may need another night or two.", ["two = 2 night"]),
        ("The 1520 sq m hall is let.", ["1520 sq m = 1520 square metre"]),
        ("The firm goes from 1000 to 2000 hires.", ["from 1000 to 2000 hires = 1000..2000 hire"]),
        ("It took a dose of 20 J/m^2.", ["20 J/m^2 = 20 joule per square metre"]),
        ("He spoke for a day, three hours.", ["a day, three hours = PT27H"]),
        ("Low caught a 15st catfish.", ["15st = 15 stone"]),
        ("It was an 8ft, 11st 7lb catfish.", ["8ft = 8 foot", "11st 7lb = 161 pound mass"]),
        ("It was the 21st race, his 11th.", ["21st race = 21 race", "11th = 11"]),
        ("The road is 35 km. It is closed.", ["35 km = 35 kilometre"]),
        ("It is 6 ft. 4 in. tall.", ["6 ft. 4 in. = 76 inch"]),
    ],
)
def test_words_that_belong_together(text: str, shown: list[str]) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    "text", ["Harwick slid towards the bottom three.", "The car has a six-speed gearbox.", "It is a four-door model."]
)
def test_names_and_compounds_count_nothing(text: str) -> None:
    assert _shown(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "comparable"),
    [
        ("The firm has 10.000 workers.", "10.000 workers = 10000 worker", True),
        ("Some 1.200 to 1.500 homes burned.", "Some 1.200 to 1.500 homes = ~ 1200..1500 home", True),
        ("Women have an average of 2.125 children.", "2.125 children = 2.125 child", False),
        ("Women have 2.125 children per household.", "2.125 children per household = 2.125 child per household", False),
        ("It has 12.000 visitors a day.", "12.000 visitors a day = 12 visitor per day", False),
        ("She scored 2.125 points.", "2.125 points = 2.125 point", False),
        ("It cost €4.400.", "€4.400 = 4.4 euro", False),
        ("It cost €4.40.", "€4.40 = 4.4 euro", True),
        ("It cost €4.400 a month.", "€4.400 a month = 4.4 euro per month", False),
        ("It cost €1.459 a litre.", "€1.459 a litre = 1.459 euro per litre", True),
        ("The road is 12.500 km long.", "12.500 km = 12.5 kilometre", False),
        ("The road is 12.625 km long.", "12.625 km = 12.625 kilometre", True),
    ],
)
def test_three_digits_behind_a_point_may_be_thousands(text: str, shown: str, comparable: bool) -> None:
    (reading,) = read(text)
    assert (show(reading, text), reading.comparable) == (shown, comparable)


def test_a_range_of_lengths_is_told_by_its_lower_end() -> None:
    text = "It lasted between about 20 and 30 minutes."
    low, high = read(text)
    assert [str(amount) for amount in low.value.amounts] == ["20", "30"]
    assert low.comparable
    assert not high.comparable
    separate = read("It lasted 20 and 30 minutes.")
    assert [len(reading.value.amounts) for reading in separate] == [1, 1]
    assert all(reading.comparable for reading in separate)


def test_a_fraction_told_as_one_number_over_another_is_no_claim() -> None:
    reading = read("The answer is one over four.")[0]
    assert (show(reading, "The answer is one over four."), reading.comparable) == ("one over four = 0.25", False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In December 14-year-old Ada Low won.", ["December = XXXX-12", "14-year-old = 14 year of age"]),
        ("In December 14 homes burned.", ["December = XXXX-12", "14 homes = 14 home"]),
        ("In December 14 people died.", ["December = XXXX-12", "14 people = 14 people"]),
        ("On December 14 people met.", ["December 14 = XXXX-12-14"]),
        ("In December 14, 2021, it shut.", ["December 14, 2021 = 2021-12-14"]),
    ],
)
def test_a_month_before_a_figure_of_something_else(text: str, shown: list[str]) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Two passengers, 19 and 21, died.", ["19", "21"]),
        ("Three men aged 19, 21 and 26 were held.", ["19", "21", "26"]),
        ("The brothers, 4, 6, and 9, were found.", ["4", "6", "9"]),
        ("The victims, who were 14 and 13, died.", ["14", "13"]),
        ("Bell and Nunn were only 13 and 14 years old.", ["13", "14"]),
        ("A group of 13- and 14-year-olds fled.", ["13", "14"]),
        ("The boys, both 17, were held.", ["17"]),
        ("Three sisters (4, 6 and 9) were hurt.", ["4", "6", "9"]),
        ("The girl, aged 8, and 12 others were hurt.", ["8"]),
        ("Mia Bell, 2 years and 3 months old, and Ada, one year, two weeks old, ran.", ["27", "54"]),
        ("A 2-year-and-3-month-old fled.", ["27"]),
        ("He is 2 years and 12 days old.", []),
        ("She is 3 years, 4 weeks and 2 days old.", []),
        ("Bell served 2 years and a 4-month-old girl fled.", ["4"]),
        ("Bell, 14, and 13 others were hurt.", ["14"]),
        ("It killed four and 14-year-old Ada was hurt.", ["14"]),
    ],
)
def test_ages_of_a_list(text: str, ages: list[str]) -> None:
    found = [reading for reading in read(text) if reading.kind == "age"]
    assert [str(reading.value.amounts[0]) for reading in found] == ages
    assert all(reading.comparable for reading in found)
