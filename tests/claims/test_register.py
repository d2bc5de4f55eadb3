"""Which names of an article mean the same one, and what is known of it."""

from __future__ import annotations

import pytest

from claims.register import Register, register, surname
from claims.view import view_of


def _of(*blocks: str) -> Register:
    return register([view_of(block) for block in blocks])


def _keys(*blocks: str) -> list[str]:
    return [name.key for name in _of(*blocks).names]


@pytest.mark.parametrize(
    ("blocks", "keys"),
    [
        # surname after the full name, and before it
        (("They met Owen Tarrant.", "They saw Tarrant."), ["owen tarrant", "owen tarrant"]),
        (("They saw Tarrant.", "They met Owen Tarrant."), ["owen tarrant", "owen tarrant"]),
        # a middle name or initial
        (("They met Dario J. Quill.", "They saw Dario Quill."), ["dario j. quill", "dario j. quill"]),
        # a given name alone
        (("They met Nora Falk.", "They saw Nora."), ["nora falk", "nora falk"]),
        # other given names are other people
        (("They met Nora Falk.", "They met Igor Falk."), ["nora falk", "igor falk"]),
        # of two people with one surname the bare surname means the one named more often, or first
        (("They met Nora Falk and Igor Falk.", "They saw Falk."), ["nora falk", "igor falk", "nora falk"]),
        (
            ("They met Nora Falk, Igor Falk and Ada Quill.", "Igor Falk left.", "They saw Falk."),
            ["nora falk", "igor falk", "ada quill", "igor falk", "igor falk"],
        ),
        # acronyms, introduced in brackets
        (
            ("It was the Ostwick Rescue Service (ORS).", "They rang the ORS."),
            ["ostwick rescue service", "ostwick rescue service", "ostwick rescue service"],
        ),
        # roads
        (("It closed Interstate 70.", "They took I-70."), ["road 70", "road 70"]),
    ],
)
def test_names_of_the_same_one_share_a_key(blocks: tuple[str, ...], keys: list[str]) -> None:
    assert _keys(*blocks) == keys


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("They met Gov. Lidia Falk.", "lidia falk", "person"),
        ("They met Nora Falk.", "nora falk", "person"),
        ("They met Wren Calloway, a nurse.", "wren calloway", "person"),
        ("They met Wren Calloway, 34, in May.", "wren calloway", "person"),
        ("It was the Ostwick University.", "ostwick university", "organisation"),
        ("They flew to Paris.", "paris", "place"),
        ("It closed Interstate 70.", "road 70", "place"),
        ("They saw Ostwick.", "ostwick", ""),
    ],
)
def test_what_is_named(text: str, key: str, kind: str) -> None:
    assert _of(text).known[key].type == kind


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("They met Mrs. Wren Calloway.", "f"),
        ("They met Mr. Wren Calloway.", "m"),
        ("They met Wren Calloway, a mother of two.", "f"),
        ("They met Wren Calloway, a nurse.", ""),
        ("They met Paul Calloway.", "m"),
    ],
)
def test_the_gender_of_somebody(text: str, gender: str) -> None:
    (known,) = _of(text).known.values()
    assert known.gender == gender


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("They met Mayor Owen Tarrant.", {"mayor"}),
        ("They held truck driver Owen Tarrant.", {"driver"}),
        ("They held Owen Tarrant, a truck driver, on Monday.", {"driver"}),
        ("They held Owen Tarrant, 26, a retired driver from Ostwick.", {"driver"}),
        ("They held Owen Tarrant.", set()),
    ],
)
def test_the_nouns_that_somebody_is_called_by(text: str, nouns: set[str]) -> None:
    assert set(_of(text).known["owen tarrant"].nouns) == nouns


def test_full_names_are_known_again_in_a_headline_of_capitals() -> None:
    found = _of("OWEN TARRANT JAILED", "A court jailed Owen Tarrant.")
    assert [(name.block, name.key) for name in found.names] == [(0, "owen tarrant"), (1, "owen tarrant")]


def test_how_often_somebody_is_named() -> None:
    assert _of("They met Owen Tarrant.", "They saw Tarrant and Tarrant.").known["owen tarrant"].count == 3


def test_the_names_before_a_place_nearest_first() -> None:
    found = _of("They met Nora Falk.", "They met Igor Falk and Paul Reyes in May.")
    assert [name.key for name in found.before(1, 40)] == ["paul reyes", "igor falk", "nora falk"]


@pytest.mark.parametrize(
    ("words", "last"), [("owen tarrant", "tarrant"), ("hugo brandt jr.", "brandt"), ("falk", "falk"), ("jr.", "jr")]
)
def test_a_surname_is_the_last_part_that_is_no_suffix(words: str, last: str) -> None:
    assert surname(words) == last
