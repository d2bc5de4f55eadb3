"""A view is plain, and every character of it leads back to the original."""

from __future__ import annotations

import pytest

from claims.model import Markup, Span
from claims.view import view_of


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("a  b\r\nc", "a b c"),
        ("“4.5\u00a0million”", '"4.5 million"'),
        ("twenty-\nfour years", "twenty-four years"),
        ("the long-\nest term", "the longest term"),
        ("co\u00adopera\u200btive", "cooperative"),
        ("the \ufb01re of ２０２１", "the fire of 2021"),
        ("−5 °C", "-5 °C"),
        ("  outer  ", "outer"),
        # commands to a terminal, and what only begins like one
        ("\x1b[31m12\x1b[0m \x9b1mpeople\x1b]0;40 boats\x07 died", "12 people died"),
        ("1\x1b[1m2", "12"),
        ("12\x1b men", "12\x1b men"),
        ("half \ud800 of a character", "half \N{REPLACEMENT CHARACTER} of a character"),
    ],
)
def test_view_is_plain(original: str, plain: str) -> None:
    assert view_of(original).text == plain


def test_spans_lead_back() -> None:
    original = "He is\r\n twenty-\r\nfour years."
    view = view_of(original)
    start = view.text.index("twenty-four")
    span = view.original(start, start + len("twenty-four"))
    assert span.of(original) == "twenty-\r\nfour"
    assert view.inside(span) == (start, start + len("twenty-four"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He said “no” – twice", '"no"'),
        ("12 €, not 13", "12 €"),
        ("a café’s 5 °C", "café's 5 °C"),
        ("６ or 7", "6 or 7"),
    ],
)
def test_even_text_keeps_its_offsets(text: str, plain: str) -> None:
    view = view_of(text, Span(0, len(text)))
    start = view.text.index(plain)
    assert view.original(start, start + len(plain)) == Span(start, start + len(plain))


def test_block_only() -> None:
    original = "One. Two. Three."
    view = view_of(original, Span(5, 9))
    assert view.text == "Two."
    assert view.original(0, 3) == Span(5, 8)


def test_markup_is_passed_over() -> None:
    original = "a **85**&nbsp;mph limit <!-- x --> &amp; more "
    marks = [("**", ""), ("**", ""), ("&nbsp;", " "), ("<!-- x -->", ""), ("&amp;", "&")]
    markup, at = [], 0
    for words, reads in marks:
        at = original.index(words, at)
        markup.append(Markup(Span(at, at + len(words)), reads))
        at += len(words)
    view = view_of(original, None, tuple(markup))
    assert view.text == "a 85 mph limit & more"
    assert view.original(*_of(view.text, "85 mph")).of(original) == "85**&nbsp;mph"


def _of(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)
