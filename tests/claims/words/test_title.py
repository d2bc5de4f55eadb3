"""Titles, nouns for people, given names and words of organisations."""

from __future__ import annotations

import pytest

from claims.words.title import (
    gender_of_honorific,
    gender_of_name,
    gender_of_noun,
    is_function_word,
    is_given_name,
    is_organisation_word,
    is_person_noun,
    is_title,
    leading_title,
    name_kind,
    title_key,
)


@pytest.mark.parametrize(
    "words", ["Gov.", "Sgt", "Mrs.", "District Attorney", "Ninth Circuit District Attorney", "Lt. Col.", "mayor"]
)
def test_titles(words: str) -> None:
    assert is_title(words)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Gov.", "governor"),
        ("Lt. Gov.", "lieutenant governor"),
        ("Lt. Col.", "lieutenant colonel"),
        ("Fire Chief", "fire chief"),
    ],
)
def test_full_forms(words: str, key: str) -> None:
    assert title_key(words) == key


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Police Chief Dana Okafor", 2),
        ("Ninth Circuit District Attorney Lee Marsh", 4),
        ("Mr. Quill", 1),
        ("Marta Quill", 0),
        ("Marta Judge", 0),
        ("Governor", 0),
    ],
)
def test_titles_before_names(words: str, count: int) -> None:
    assert leading_title(words.split()) == count


@pytest.mark.parametrize(
    ("word", "gender"), [("mother", "f"), ("brothers", "m"), ("women", "f"), ("driver", ""), ("table", "")]
)
def test_gender_of_nouns(word: str, gender: str) -> None:
    assert gender_of_noun(word) == gender


def test_nouns_for_people() -> None:
    assert is_person_noun("drivers")
    assert is_person_noun("suspect")
    assert not is_person_noun("truck")


@pytest.mark.parametrize(
    ("name", "gender"), [("Carlos", "m"), ("Aisha", "f"), ("Taylor", ""), ("Jean-Luc", ""), ("Quill", "")]
)
def test_gender_of_names(name: str, gender: str) -> None:
    assert gender_of_name(name) == gender


def test_given_names_are_known_without_gender_too() -> None:
    assert is_given_name("Taylor")
    assert is_given_name("Jean-Luc")
    assert not is_given_name("Quill")


def test_honorifics_tell_gender_where_they_can() -> None:
    assert gender_of_honorific("Mrs.") == "f"
    assert gender_of_honorific("Dr.") == ""
    assert gender_of_honorific("Gov.") == ""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Brannoch Ferries Ltd.", "organisation"),
        ("University of Harlow", "organisation"),
        ("Marta Quill", "person"),
        ("Mr. Quill", "person"),
        ("Quill", ""),
        ("", ""),
    ],
)
def test_what_a_name_looks_like(words: str, kind: str) -> None:
    assert name_kind(words) == kind


def test_words_of_organisations_and_openers() -> None:
    assert is_organisation_word("Inc.")
    assert not is_organisation_word("Quill")
    assert is_function_word("Meanwhile")
    assert not is_function_word("Quill")
