"""Which of the days of its clause a figure is of, and which days are only where something began or is set against."""

from __future__ import annotations

import pytest

from tests.claims.asking import claim_of


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        # figures and dates by turns: each has its own
        ("Growth will reach 1.1% this year and 1.6% next year.", "1.1%", "2024-01-01", "2024-12-31"),
        ("Growth will reach 1.1% this year and 1.6% next year.", "1.6%", "2025-01-01", "2025-12-31"),
        ("In 2022 it sold 12 cars and in 2023 14 cars.", "14", "2023-01-01", "2023-12-31"),
        # one date for all
        ("It sold 12 cars and 14 vans in March.", "12", "2024-03-01", "2024-03-31"),
        ("It sold 12 cars and 14 vans in March.", "14", "2024-03-01", "2024-03-31"),
        # both ends of a stretch
        ("It carried 400 passengers between January and March.", "400", "2024-01-01", "2024-03-31"),
        ("It carried 400 passengers from January to March.", "400", "2024-01-01", "2024-03-31"),
        # the base of a comparison has its own day
        ("It sold 12 cars on May 3, after 14 on May 2.", "12", "2024-05-03", "2024-05-03"),
        ("By 2022 it had 40 ships.", "40", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_figure_has_the_day_of_its_own(text: str, value: str, first: str, last: str) -> None:
    days = claim_of(text, value).as_of_days
    assert (str(days.first), str(days.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # where something began or ends is not when a figure held
        ("It has been fined €2.1 billion since 2020.", "2.1"),
        ("It has ordered 150 ships for delivery through 2030.", "150"),
        ("Wages rose 0.3 percent from March.", "0.3"),
        # nor is the day of what it is set against
        ("It will borrow $61 billion, after 74 billion in 2023.", "61"),
        ("Prices were 3.1 per cent higher than a year earlier.", "3.1"),
        ("It lost 40 ships, compared with 60 in 2022.", "40"),
    ],
)
def test_a_day_of_something_else_is_no_day_of_a_figure(text: str, value: str) -> None:
    assert claim_of(text, value).as_of_days.is_free
