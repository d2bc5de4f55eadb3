"""What holds of every text: offsets are right, layout changes nothing, nothing raises, furniture tells no facts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract import extract, read
from claims.model import Claim
from tests.claims.asking import FRIDAY, claims_in

ARTICLE = (
    "Judge jails driver in Ostwick crash\n\n"
    "By Lena Morrow\n\n"
    "Owen Tarrant, 26, a truck driver, was sentenced to 14 years in prison on Monday for a crash on April 25, 2019, "
    'that killed four people and injured "at least six". He was travelling at 85 mph.\n\n'
    "The driver's lawyer, Ruth Amsel, 51, said more than 4.5 million people had signed a petition.\n"
)


def _told(claims: list[Claim]) -> list[tuple[object, ...]]:
    """Everything that a claim says, its place in the text left out."""
    return [
        (
            claim.kind, claim.value, claim.role, claim.facets, claim.attributes, claim.scope, claim.status,
            claim.attributed_to, claim.as_of, claim.names, claim.subject.key if claim.subject else None,
            claim.event.lemma if claim.event else None, claim.noun.lemma if claim.noun else None,
        )
        for claim in claims
    ]  # fmt: skip


def _quotes(text: str) -> list[str]:
    return [" ".join(claim.span.of(text).split()) for claim in claims_in(text)]


# ------------------------------------------------------------------------------------------------- layout

LAYOUTS: dict[str, Callable[[str], str]] = {
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "outer white space": lambda text: f"\n\n \t{text}\n\n  ",
    "inner white space": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace("85 mph", "85\u00a0mph").replace("4.5 million", "4.5\u202fmillion"),
    "curly quotes": lambda text: text.replace("'", "\u2019").replace(' "', " \u201c").replace('"', "\u201d"),
    "soft hyphens": lambda text: text.replace("driver", "dri\u00adver").replace("million", "mil\u00adlion"),
    "zero-width spaces": lambda text: text.replace("April", "\u200bApril"),
    "non-breaking hyphens": lambda text: text.replace("-", "\u2011"),
    "full-width digits": lambda text: text.replace("26", "\uff12\uff16"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_changes_nothing(layout: str) -> None:
    text = LAYOUTS[layout](ARTICLE)
    plain, other = claims_in(ARTICLE), claims_in(text)
    assert len(plain) == 9
    assert _told(other) == _told(plain)
    assert len({claim.span for claim in other}) == len(plain)


def test_hard_wraps_change_nothing() -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 72, break_on_hyphens=False) for part in ARTICLE.split("\n\n"))
    assert wrapped != ARTICLE
    assert _told(claims_in(wrapped)) == _told(claims_in(ARTICLE))
    assert _quotes(wrapped) == _quotes(ARTICLE)


def test_paragraphs_do_not_disturb_each_other() -> None:
    first, second = "Four people died on Monday.", "The bridge is 340 metres long and was built in 1968."
    together = claims_in(f"{first}\n\n{second}")
    assert _told(together) == _told(claims_in(first)) + _told(claims_in(second))


# ---------------------------------------------------------------------------------------------- furniture


@pytest.mark.parametrize(
    "text",
    [
        "By Lena Morrow, 34",
        "Published 3 March 2024",
        "Last updated: May 3, 2024 at 12:40",
        "Monday, 3 March 2024",
        "",
        "   \n\r\n ",
        "Nothing of any size happened.",
    ],
)
def test_bylines_and_lines_of_dates_tell_no_facts(text: str) -> None:
    assert not claims_in(text)
    assert not [claim for claim in claims_in(f"{text}\n\nIt rained in Ostwick.") if claim.span.end <= len(text)]


def test_a_line_of_dates_is_still_read() -> None:
    assert [reading.kind for reading in read("Published 3 March 2024", published=FRIDAY)] == ["date"]


# --------------------------------------------------------------------------------------------------- laws

_FRAGMENTS = st.sampled_from(
    [
        "Four people died", "on April 25, 2019", "Owen Tarrant, 26,", "at 85 mph", "said", "more than 4.5 million",
        "the driver", "was sentenced", "to 110 years", "He", "killing 12", "$2.3 billion", "one in four", "\u201c",
        "\u2019s", "\u00ad", "\r\n", "\n\n", "\t", "  ", ".", ",", "(", ")", "-", "\u2014", "\U0001f525", "\ufb01re",
        "no one", "If", "that", "yesterday", "3-1", "at noon", "By Lena Morrow", "Interstate 70", "\ufeff",
    ]
)  # fmt: skip
_TEXTS = st.lists(_FRAGMENTS, max_size=24).map(" ".join)


def _sound(text: str) -> None:
    found = extract(text, published=FRIDAY)
    for claim in found.claims:
        assert 0 <= claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end <= len(text)
        assert claim.span.of(text) == claim.span.of(text).strip() != ""
        assert len(claim.span.of(text).split()) <= 12
        assert claim.span.covers(claim.reading.core)
    for reading in found.readings:
        assert reading.span.covers(reading.core)
        assert reading.span.end <= len(text)
    assert list(found.readings) == sorted(found.readings, key=lambda reading: (reading.span, reading.kind))
    assert list(found.claims) == sorted(found.claims, key=lambda claim: (claim.span, claim.kind))


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_offsets_are_right_in_any_text(text: str) -> None:
    _sound(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_is_too_strange(text: str) -> None:
    _sound(text)


@pytest.mark.parametrize("ago", ["200 decades ago", "300 centuries ago", "99,999,999 years ago", "in 900,000 months"])
def test_no_time_is_too_long_ago(ago: str) -> None:
    _sound(f"The lake dried up {ago}.")


@settings(max_examples=40, deadline=None)
@given(_TEXTS, st.text(alphabet=" \n\t\r", max_size=4))
def test_outer_white_space_only_shifts(text: str, space: str) -> None:
    before = space.replace("\r", "\r\n")
    plain, shifted = claims_in(text), claims_in(f"{before}{text}{space}")
    assert _told(shifted) == _told(plain)
    assert [claim.span for claim in shifted] == [claim.span.moved(len(before)) for claim in plain]


@settings(max_examples=40, deadline=None)
@given(_TEXTS)
def test_line_ends_may_be_written_either_way(text: str) -> None:
    unix = text.replace("\r\n", "\n")
    dos = unix.replace("\n", "\r\n")
    assert _told(claims_in(dos)) == _told(claims_in(unix))
    assert _quotes(dos) == _quotes(unix)


@settings(max_examples=30, deadline=None)
@given(_TEXTS)
def test_every_claim_rests_on_a_reading(text: str) -> None:
    found = extract(text, published=FRIDAY)
    cores = {reading.core for reading in found.readings}
    assert all(claim.reading.core in cores for claim in found.claims)
    assert {reading.core for reading in read(text, published=FRIDAY)} == cores


@pytest.mark.parametrize("words", ["Two of the three dogs", "Two of the dogs", "Seven of them"])
def test_a_number_word_that_opens_a_sentence_is_no_part_of_the_name_before_it(words: str) -> None:
    text = f"The accident happened early on Tuesday. {words} were hurt."
    assert [claim.kind for claim in extract(text).claims][:2] == ["date", "count"]
