"""What counts as a name, and where it begins and ends."""

from __future__ import annotations

import pytest

from claims.names import is_shouting, runs
from claims.view import view_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The judge sentenced Owen Tarrant on Monday.", ["Owen Tarrant"]),
        # openers, days and months are no part of a name
        ("On Monday Owen Tarrant was freed.", ["Owen Tarrant"]),
        ("Meanwhile Owen Tarrant was freed in May.", ["Owen Tarrant"]),
        # titles are passed over
        ("They met Gov. Lidia Falk and Mr. Quill.", ["Lidia Falk", "Quill"]),
        ("Mr. Quill left.", ["Quill"]),
        # the possessive is left out, and what it owns is another name
        ("It was Tarrant's lorry.", ["Tarrant"]),
        ("They rang Quill's Repair Service.", ["Quill", "Repair Service"]),
        # unless many own an institution
        ("He went to Tarn Valley Magistrates' Court.", ["Tarn Valley Magistrates' Court"]),
        # "and" joins two people, but also stands inside a company's name
        ("They held Anna Reyes and Paul Norell.", ["Anna Reyes", "Paul Norell"]),
        # particles, hyphens and apostrophes
        ("They met Ines de la Torre.", ["Ines de la Torre"]),
        ("They met Rosa Vidal-Moreau.", ["Rosa Vidal-Moreau"]),
        ("They met Sean O'Hallan.", ["Sean O'Hallan"]),
        ("They met Éloise Brémont.", ["Éloise Brémont"]),
        # the full stop ends the sentence and not the name, except behind initials and "Jr."
        ("He hit Owen Tarrant. It rained.", ["Owen Tarrant"]),
        ("They met Dario J. Quill.", ["Dario J. Quill"]),
        # no name goes on into the next sentence
        ("They held Owen Tarrant. Police said so.", ["Owen Tarrant"]),
        ("It was led by Lidia Falk. Mayor Igor Falk left.", ["Lidia Falk", "Igor Falk"]),
        ("They live in Belmare. Owen Tarrant left.", ["Belmare", "Owen Tarrant"]),
        # nothing is named
        ("The driver was freed on Monday.", []),
        ("Police said it rained.", []),
        ("", []),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert [run.words for run in runs([view_of(text)])] == names


def test_a_family_name_that_is_a_noun_is_one_at_the_beginning_too() -> None:
    text = "Nora Hunter left. Hunter, 41, is a baker. Baker is her trade."
    assert [run.words for run in runs([view_of(text)])] == ["Nora Hunter", "Hunter"]
    text = "They rang Nora Hunter. Hunter or not, no hunter shoots here."
    assert [run.words for run in runs([view_of(text)])] == ["Nora Hunter"]


def test_a_word_that_the_article_also_uses_in_lower_case_is_no_name() -> None:
    views = [view_of("Relief came late. It was a relief for the relief workers.")]
    assert not runs(views)


@pytest.mark.parametrize("road", ["Interstate 70", "I-70", "Highway 70", "Route 70", "U.S. 70", "State Route 70"])
def test_a_road_is_one_name_however_it_is_written(road: str) -> None:
    (run,) = runs([view_of(f"The crash closed {road} for hours.")])
    assert run.words == "Road 70"


def test_capitals_say_nothing_in_a_block_of_capitals() -> None:
    assert is_shouting("MAN KILLED IN OSTWICK")
    assert not is_shouting("Man killed in Ostwick")
    assert not is_shouting("")
    assert not runs([view_of("MAN KILLED IN OSTWICK")])


def test_names_stand_where_the_view_says() -> None:
    view = view_of("The judge freed Owen\r\nTarrant\u2019s brother.")
    (run,) = runs([view])
    assert view.text[run.start : run.end] == run.words == "Owen Tarrant"
