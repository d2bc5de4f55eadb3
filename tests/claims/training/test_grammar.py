"""Generated sentences are well-formed trees over well-spaced text."""

from __future__ import annotations

import random

import pytest

from claims.training.conllu import Sentence
from claims.training.grammar import Grammar, generate, grammar

MADE = grammar()


def _one(template: str, **slots: list[str]) -> Sentence:
    return Grammar({"test": [template]}, slots, [], ["test"]).sentence("test", random.Random(0))


def _arcs(sentence: Sentence) -> list[str]:
    words = sentence.words
    return [f"{word.form}/{word.dep}/{words[word.head].form}" for word in words]


def test_notation() -> None:
    sentence = _one(
        "[nsubj the/DT/det {who}] fell/VBD [obl on/IN/case Oct./NNP/nmod:unmarked 3/CD] .", who=["mayor/NN"]
    )
    assert sentence.text == "The mayor fell on Oct. 3."
    assert _arcs(sentence) == [
        "The/det/mayor", "mayor/nsubj/fell", "fell/root/fell", "on/case/3", "Oct./nmod:unmarked/3", "3/obl/fell",
        "./punct/fell",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("[nsubj Ana/NNP [appos , 26/CD ,]] ran/VBD .", "Ana, 26, ran."),
        ("ran/VBD [nsubj Ana/NNP [appos , 26/CD ,]] .", "Ran Ana, 26."),
        ("[ccomp `` it/PRP/nsubj fell/VBD , ''] said/VBD [nsubj he/PRP] .", '"It fell," said he.'),
        ("[nsubj a/DT/det [compound 8/CD/nummod - year/NN] term/NN] ended/VBD .", "An 8-year term ended."),
        ("ended/VBD [obl at/IN/case 5/CD p.m./NN/nmod:unmarked] .", "Ended at 5 p.m."),
        ("costs/VBZ [obj $/$ ~5/CD/nummod] ( [appos £/$ ~4/CD/nummod] ) .", "Costs $5 (£4)."),
    ],
)  # fmt: skip
def test_spacing(template: str, text: str) -> None:
    assert _one(template).text == text


@pytest.mark.parametrize("template", ["a/DT/det b/NN/obj", "a/NN b/NN", "[obj a/NN b/VB", "a/NN ]"])
def test_a_bad_template_is_refused(template: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        _one(template)


@pytest.mark.parametrize("family", sorted(MADE.families))
def test_every_template_of_the_family_makes_trees(family: str) -> None:
    rng = random.Random(3)
    for template in MADE.families[family]:
        alone = Grammar({family: [template]}, MADE.slots, MADE.joins, MADE.alone)
        for _ in range(20):
            words = alone.sentence(family, rng).words
            assert [word.dep for word in words].count("root") == 1
            for start in range(len(words)):
                at, steps = start, 0
                while words[at].head != at:
                    at, steps = words[at].head, steps + 1
                    assert steps <= len(words)


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert generate(MADE, 50, 4) == generate(MADE, 50, 4)
    assert generate(MADE, 50, 4) != generate(MADE, 50, 5)


def test_families_can_be_left_out() -> None:
    assert "score" not in grammar(leave_out=["score"]).families
