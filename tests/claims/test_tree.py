"""Mending of trees."""

from __future__ import annotations

import pytest

from claims.tree import Token, Tree

Row = tuple[str, str, int, str]
"""Text, part of speech, position of the head, relation."""


def _tree(*rows: Row) -> Tree:
    return Tree(
        tuple(Token(i, text, text.lower(), "", pos, dep, head, 0, 0) for i, (text, pos, head, dep) in enumerate(rows))
    )


def test_of_two_subjects_the_noun_is_the_title_of_the_name() -> None:
    found = _tree(
        ("Substitute", "NOUN", 3, "nsubj"), ("Ana", "PROPN", 3, "nsubj"), ("Pell", "PROPN", 1, "flat"),
        ("scored", "VERB", 3, "root"),
    ).with_titles()  # fmt: skip
    assert [(token.head, token.dep) for token in found.tokens[:2]] == [(1, "nmod:desc"), (3, "nsubj")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("Boats", "NOUN", 1, "nsubj"), ("sank", "VERB", 1, "root")), id="one subject"),
        pytest.param(
            (("bread", "NOUN", 2, "obj"), ("Ana", "PROPN", 2, "nsubj"), ("ate", "VERB", 2, "root")), id="an object"
        ),
        pytest.param(
            (("man", "NOUN", 3, "nsubj"), (",", "PUNCT", 2, "punct"), ("Ana", "PROPN", 3, "nsubj"),
             ("ate", "VERB", 3, "root")), id="a comma",
        ),
    ],
)  # fmt: skip
def test_other_trees_stay(rows: tuple[Row, ...]) -> None:
    assert _tree(*rows).with_titles() == _tree(*rows)
