"""Over which stretch a change is reckoned, which prices are of a moment, and how far back a record reaches."""

from __future__ import annotations

import pytest

from tests.claims.asking import claim_of, claims_in


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        ("Prices rose 0.4 per cent on the month and 3.4 per cent on the year.", "0.4", ("spanning 1",)),
        ("Prices rose 0.4 per cent on the month and 3.4 per cent on the year.", "3.4", ("spanning 12",)),
        ("Pay rose 3.7 percent from a year earlier.", "3.7", ("spanning 12",)),
        ("Rents rose 2.8 per cent in the year to March.", "2.8", ("spanning 12",)),
        ("Prices rose 3.4 per cent in the 12 months to April.", "3.4", ("spanning 12",)),
        ("Output fell 2 percent in the three months to June.", "2 percent", ("spanning 3", "spanning 12")),
        ("Over five years, rents have risen by 27 per cent.", "27", ("spanning 60",)),
        ("Rents have risen by 27 per cent in five years.", "27", ("spanning 60",)),
        ("Pay rose at an annualized rate of 2 percent.", "2 percent", ("spanning annualized",)),
        # no stretch beside it, or that of another figure
        ("Rents rose 2.8 per cent in March.", "2.8", ()),
        ("Rents rose 2.8 per cent and prices 3 per cent on the year.", "2.8", ()),
        # a price of a moment
        ("Shares rose 6 per cent in early trading.", "6 per cent", ("moment",)),
        ("At one point, oil was up 5.3 percent; it settled at $78.45.", "5.3", ("moment",)),
        ("At one point, oil was up 5.3 percent; it settled at $78.45.", "78.45", ()),
        ("It fell 8 percent in early trading and finished down 6.4 percent.", "8", ("moment",)),
        ("It fell 8 percent in early trading and finished down 6.4 percent.", "6.4", ()),
        # all that came since some day
        ("Since 2020, it has been fined €2.1 billion.", "2.1", ("since",)),
        ("It was fined €2.1 billion in 2020.", "2.1", ()),
        ("Turnout was 65 percent, the highest since 1996.", "65", ()),
        # how far back the lowest lies
        ("Prices fell to their lowest level in 14 months.", "14", ("record",)),
        ("It was the first rise in three years.", "three", ("record",)),
        ("Pay is growing at its slowest pace since 2019.", "2019", ("record",)),
        ("The talks ended after 14 months.", "14", ()),
        # what had been foreseen, and a former range
        ("In January it had predicted $6.80.", "6.80", ("before",)),
        ("It expects $7.40, compared with an earlier range of $7.05 to $7.30.", "7.05", ("before",)),
        ("It grew by 1.1 per cent, up from the 0.9 per cent it forecast in March.", "0.9", ("before",)),
        ("It trimmed its forecast for growth to 1.1 percent, from the 1.5 percent it projected.", "1.5", ("before",)),
        ("The family turned down a first offer from Marsk, worth $35 a share.", "35", ("before",)),
        ("It predicts $6.80.", "6.80", ()),
    ],
)
def test_what_a_change_is_reckoned_over(text: str, value: str, scope: tuple[str, ...]) -> None:
    assert claim_of(text, value).scope == scope


@pytest.mark.parametrize("text", ["Output fell in the three months to June.", "Pay rose in the year to March 31."])
def test_a_stretch_of_counting_is_no_claim(text: str) -> None:
    assert not claims_in(text, "duration")


def test_what_a_change_is_reckoned_from_is_no_claim() -> None:
    assert not claims_in("Prices rose 3 percent on the year.", "date")
    assert not claims_in("Prices rose 3 percent from a year earlier.", "date")
    assert claims_in("Prices rose on Monday.", "date")
    assert claims_in("The bridge collapsed on April 2018.", "date")


def test_a_length_of_time_that_something_took_is_a_claim() -> None:
    assert claims_in("The tunnel took nine years to build.", "duration")
