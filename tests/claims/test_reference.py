"""Who "he", "the driver" and a bare surname mean."""

from __future__ import annotations

import pytest

from tests.claims.asking import claim_of, whose

# In the manner of the GUM and ParCor guidelines: the simplest chain of each kind, in sentences of our own.
REFERENCES = [
    # pronouns, across sentences and paragraphs
    ("Marta Vance, a nurse, left the clinic. She was 34.", "34", "marta vance"),
    ("Marta Vance left the clinic.\n\nShe was shot on Monday.", "Monday", "marta vance"),
    ("Owen Tarrant, a driver, was jailed. He was sentenced on Monday.", "Monday", "owen tarrant"),
    # gender: the man is not "she"
    ("Lena Morrow met Paul Reyes in Ostwick. She was 34, he was 41.", "34", "lena morrow"),
    ("Lena Morrow met Paul Reyes in Ostwick. She was 34, he was 41.", "41", "paul reyes"),
    # the gender of a noun wins over none of the name
    ("Wren Calloway, a mother of two, fled. She was 34.", "34", "wren calloway"),
    # definite nouns
    ("Owen Tarrant, a truck driver, was jailed. The driver was 26.", "26", "owen tarrant"),
    ("Marta Vance, a nurse, left. The nurse was shot on Monday.", "Monday", "marta vance"),
    ("Mayor Lidia Falk left. The mayor is 61.", "61", "lidia falk"),
    # surnames
    ("Owen Tarrant was jailed. Tarrant, 26, had fled.", "26", "owen tarrant"),
    ("Senator Lidia Falk left. Falk, 61, represents Ostwick.", "61", "lidia falk"),
    ("Police held Owen Tarrant. Mr. Tarrant was sentenced on Monday.", "Monday", "owen tarrant"),
    # two of one surname: the given name tells, and a bare surname means the one named first
    ("Igor Falk and his wife, Nora Falk, were held. Falk, 31, was freed.", "31", "igor falk"),
    ("Nora Falk and Igor Falk were held. Nora Falk, 31, was freed.", "31", "nora falk"),
    ("Nora Falk and Igor Falk were held. Igor Falk, 36, was freed.", "36", "igor falk"),
    # initials and suffixes
    ("Dario J. Quill was shot. Dario Quill, 41, had a shop.", "41", "dario j. quill"),
    ("Hugo Brandt Jr. was shot. Brandt, 41, had a shop.", "41", "hugo brandt jr"),
    # relative clauses and shared subjects
    ("Owen Tarrant, who was jailed on Monday, had fled.", "Monday", "owen tarrant"),
    ("Owen Tarrant fled and was caught on Monday.", "Monday", "owen tarrant"),
]


@pytest.mark.parametrize(("text", "value", "key"), REFERENCES)
def test_who_is_meant(text: str, value: str, key: str) -> None:
    assert whose(claim_of(text, value)) == key


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # nobody of that gender is named
        ("Lena Morrow was hit by a lorry. He was shot on Monday.", "Monday"),
        # two drivers are named: "the driver" could be either, unless one was just spoken of
        ("It rained. He was shot on Monday.", "Monday"),
    ],
)
def test_a_pronoun_without_fitting_name_means_nobody(text: str, value: str) -> None:
    assert whose(claim_of(text, value)) == ""


def test_an_indefinite_noun_means_somebody_new() -> None:
    text = "Owen Tarrant, a driver, was jailed. A driver, 51, was freed."
    assert whose(claim_of(text, "51")) == "driver"


def test_a_place_is_no_person() -> None:
    text = "Paris was flooded. She was 34."
    assert whose(claim_of(text, "34")) == ""
