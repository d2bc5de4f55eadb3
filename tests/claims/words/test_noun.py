"""The noun a number counts, by the look of the words and by a parse."""

from __future__ import annotations

import pytest

from claims.kind import Passage
from claims.kinds import KINDS
from claims.model import Reading
from claims.tree import Token, Tree
from claims.words.noun import counted
from claims.words.noun_tree import refine
from claims.words.number import numbers


def _noun(text: str) -> str:
    number = numbers(text)[0]
    found = counted(text, number.end, number.value == 1)
    return " ".join((*found.modifiers, found.lemma)) if found else ""


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("24 passenger automobiles were hit", "passenger automobile"),
        ("9 million shipping containers", "shipping container"),
        ("two of the victims", "victim"),
        ("dozens of charges", "charge"),
        ("six others fled", "other"),
        ("six other suspected cases", "other suspected case"),
        ("12 dead in a crash", "dead"),
        ("four police officers", "police officer"),
        ("two arms dealers", "arms dealer"),
        ("eight straight World Cups since", "straight world cup"),
        ("460 Kia and Ford vehicles", "kia ford vehicle"),
        ("a 12-page report", "page"),
        ("12 page report", "page"),
        ("one man died", "man"),
        ("one quake shook the town", "quake"),
        ("five 20-year-old men", "20-year-old man"),
        ("three women and two men", "woman"),
        ("27 were hurt", ""),
        ("5 in the car", ""),
        ("two of them", ""),
        ("one says that it is", ""),
        ("two met reporters", ""),
        ("12 Somalis were held", "somali"),
        ("five senior Inuit spoke", "senior inuit"),
        ("five Chinese were held", "chinese"),
        ("five Chinese tourists were held", "chinese tourist"),
        ("12 Rohingya fled", "rohingya"),
        ("a two-way street", ""),
    ],
)
def test_counted_noun(text: str, noun: str) -> None:
    assert _noun(text) == noun


@pytest.mark.xfail(strict=True, reason="an elliptic subject before a verb that could be an adjective needs a parse")
def test_known_miss_elliptic_subject() -> None:
    assert _noun("two sustained burns") == ""


@pytest.mark.xfail(strict=True, reason="a plural without a sign that no table holds")
def test_known_miss_plural_without_sign() -> None:
    assert _noun("five senior Maasai spoke") == "senior maasai"


def _count(text: str) -> Reading:
    passage = Passage(text, ((0, len(text)),))
    (kind,) = [kind for kind in KINDS if kind.name == "count"]
    return next(iter(kind.find(passage)))


def _tree(text: str, *rows: tuple[str, str, str, int]) -> Tree:
    """A tree from word, part of speech, relation and head for each token in turn."""
    tokens, at = [], 0
    for i, (word, pos, dep, head) in enumerate(rows):
        at = text.index(word, at)
        tokens.append(Token(i, word, word.lower().rstrip("s"), "", pos, dep, head, at, at + len(word)))
        at += len(word)
    return Tree(tuple(tokens))


def test_a_parse_takes_a_wrong_noun_back() -> None:
    text = "Two suffered burns."
    tree = _tree(text, ("Two", "NUM", "nsubj", 1), ("suffered", "VERB", "root", 1), ("burns", "NOUN", "obj", 1))
    refined = refine(_count(text), tree)
    assert refined.noun is None
    assert refined.span.of(text) == "Two"


def test_a_parse_finds_the_head_behind_modifiers() -> None:
    text = "Five senior Inuit spoke."
    rows = [("Five", "NUM", "nummod", 2), ("senior", "ADJ", "amod", 2), ("Inuit", "NOUN", "nsubj", 3)]
    refined = refine(_count(text), _tree(text, *rows, ("spoke", "VERB", "root", 3)))
    assert refined.noun is not None
    assert (refined.noun.words, refined.noun.modifiers) == ("senior Inuit", ("senior",))
    assert refined.span.of(text) == "Five senior Inuit"


def test_a_parse_sees_through_partitives() -> None:
    text = "Dozens of the charges stand."
    rows = [("Dozens", "NOUN", "nsubj", 4), ("of", "ADP", "case", 3), ("the", "DET", "det", 3)]
    tree = _tree(text, *rows, ("charges", "NOUN", "nmod", 0), ("stand", "VERB", "root", 4))
    refined = refine(_count(text), tree)
    assert refined.noun is not None
    assert refined.noun.lemma == "charge"
