"""Lemmas by rules: the forms news uses come back to the words of the class tables."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.classes_table import Pos, tables
from claims.words.lemma import lemma
from claims.words.spelling import american

VERBS = sorted({form for _, pos, form in tables().forms() if pos is Pos.VERB and " " not in form})
IRREGULAR = tomllib.loads(files("claims.words").joinpath("lemma.toml").read_text("utf-8"))[Pos.VERB].keys()
DOUBLING = re.compile(
    r"(?:ad|com|per|sub|trans)mit|oc?cur|incur|deter|(?:re|pre|trans|de|con)fer|(?:ex|pro|com|re)pel|rebel|control|patrol|begin"
    r"|cancel|equip|abet|kidnap|embed|regret|acquit|quiz"
)


def past(verb: str) -> str:
    """The regular past of `verb`."""
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if DOUBLING.fullmatch(verb) or re.fullmatch(r"(?:[^aeiou]*|s?qu)[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"


def test_regular_past_of_every_verb_of_the_tables() -> None:
    assert [verb for verb in VERBS if verb not in IRREGULAR and lemma(past(verb), "verb") != verb] == []


@pytest.mark.parametrize(
    ("form", "pos", "word"),
    [
        ("killed", "VERB", "kill"),
        ("struck", "verb", "strike"),
        ("injuring", "verb", "injure"),
        ("dying", "verb", "die"),
        ("repaid", "verb", "repay"),
        ("cancelled", "verb", "cancel"),
        ("trafficking", "verb", "traffic"),
        ("bring", "verb", "bring"),
        ("wound", "verb", "wound"),
        ("hospitalised", "verb", "hospitalize"),
        ("women", "noun", "woman"),
        ("servicemen", "noun", "serviceman"),
        ("specimen", "noun", "specimen"),
        ("grandchildren", "noun", "grandchild"),
        ("tsunamis", "noun", "tsunami"),
        ("crises", "noun", "crisis"),
        ("crisis", "noun", "crisis"),
        ("buses", "noun", "bus"),
        ("lives", "noun", "life"),
        ("neighbours", "noun", "neighbor"),
        ("series", "noun", "series"),
        ("worse", "adj", "bad"),
        ("Quickly", "ADV", "quickly"),
        ("collided", "", "collide"),
        ("casualties", "", "casualty"),
        ("children", "", "child"),
        ("storeys", "", "story"),
    ],
)
def test_forms(form: str, pos: str, word: str) -> None:
    assert lemma(form, pos) == word


@pytest.mark.xfail(strict=True, reason="the rules take an unknown verb for one without -e")
def test_an_unknown_verb_in_e() -> None:
    assert lemma("plummened", "verb") == "plummene"


@pytest.mark.parametrize(
    ("british", "word"),
    [
        ("centres", "centers"),
        ("organised", "organized"),
        ("ploughing", "plowing"),
        ("defence", "defense"),
        ("hour", "hour"),
    ],
)
def test_spelling(british: str, word: str) -> None:
    assert american(british) == word


@given(st.sampled_from(VERBS))
def test_base_forms_stay(verb: str) -> None:
    assert lemma(verb, "verb") in {verb, "find"}


@given(st.text(max_size=12))
def test_any_word_has_a_lemma(word: str) -> None:
    for pos in ("", "verb", "noun", "adj", "ADV"):
        assert isinstance(lemma(word, pos), str)
