"""What a number without unit or noun measures: its sentence tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Interval, Modality
from tests.claims.asking import claim_of, claims_in


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("My wife is 71.", "71", "age"),
        ("He is 71.", "71", "age"),
        ("Owen Tarrant, who was 23, fled.", "23", "age"),
        ("The quake measured 5.9.", "5.9", "magnitude"),
        ("The toll of dead was 12.", "12", "count"),
        ("The death toll rose to 17.", "17", "count"),
        ("The number of missing stands at 43.", "43", "count"),
        ("Six more were injured.", "Six", "count"),
        ("The fire killed two people and injured 12.", "12", "count"),
        ("One in four voters stayed at home.", "One in four", "ratio"),
    ],
)
def test_the_sentence_tells_the_kind(text: str, value: str, kind: str) -> None:
    assert claim_of(text, value).kind == kind


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The toll of dead was 12.", "dead"),
        ("The number of missing stands at 43.", "missing"),
        ("The number of injured passengers rose to 43.", "passenger"),
        ("The death toll rose to 17.", "toll"),
        ("The death toll of Ostwick's train accident has risen to 17.", "toll"),
        ("The number of train accidents has risen to 17.", "accident"),
        ("Critics gave it an average score of 84.", "score"),
        ("His best ranking of 30 came in May.", "ranking"),
        ("The show drew an audience of 3 million.", "audience"),
    ],
)
def test_what_a_toll_counts(text: str, noun: str) -> None:
    (claim,) = claims_in(text, "count")
    assert claim.noun is not None
    assert claim.noun.lemma == noun


@pytest.mark.parametrize(
    "text",
    [
        "The answer was 71.",
        "The code is 4071.",
        # no quake has such a magnitude
        "The quake measured 59.",
        # a figure that is reached is no count of people
        "The price hit 40.",
        # nobody is that old
        "My wife is 710.",
        "He lives at 71 and works at 12.",
    ],
)
def test_nothing_is_guessed_where_the_sentence_does_not_tell(text: str) -> None:
    assert not claims_in(text)


def test_a_number_that_ends_a_name_is_no_age() -> None:
    text = "The film Ida Voltar 2 is a comedy. It made Ida Voltar rich. Ida Voltar is 32."
    assert [claim.value.words for claim in claims_in(text) if claim.kind == "age"] == ["32"]


def test_a_share_is_a_percentage() -> None:
    claim = claim_of("One in four voters stayed at home.", "One in four")
    assert claim.value.dimension == "percent"
    assert claim.value.stated == Interval.point(Decimal(25))


def test_within_an_hour_is_an_hour_at_most() -> None:
    claim = claim_of("The fire was put out within two hours.", "two hours")
    assert claim.value.modality is Modality.AT_MOST
    assert isinstance(claim.value.stated, Interval)
    assert claim.value.stated.low == 0


@pytest.mark.parametrize(("words", "low", "high"), [("5.9", "5.85", "5.95"), ("6.05", "6.045", "6.055")])
def test_a_magnitude_is_as_exact_as_it_is_written(words: str, low: str, high: str) -> None:
    claim = claim_of(f"The quake measured {words}.", words)
    assert claim.value.tolerated == Interval(Decimal(low), Decimal(high), high_open=True)
