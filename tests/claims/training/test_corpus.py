"""The sentences that training reads: alike, complete, and with capitals as headlines have them."""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claims.nlp import BUNDLED
from claims.training import __main__ as training
from claims.training import corpus
from claims.training.conllu import Sentence, read
from claims.training.report import page

_ROWS = """\
# sent_id = {name}
# text = The reeve of Marsk sank two ferries
1	The	the	DET	DT	_	2	det	_	_
2	reeve	reeve	NOUN	NN	_	5	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Marsk	Marsk	PROPN	NNP	_	2	nmod	_	_
5	sank	sink	VERB	VBD	_	0	root	_	_
6	two	two	NUM	CD	_	7	nummod	_	_
7	ferries	ferry	NOUN	NNS	_	5	obj	_	_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> Sentence:
    path = tmp_path / "one.conllu"
    path.write_text(_ROWS.format(name="n1"), "utf-8")
    return next(iter(read(path)))


def _forms(given: Sentence) -> str:
    return " ".join(word.form for word in given.words)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "The reeve of Marsk sank two ferries"),
        (1.0, "THE REEVE OF MARSK SANK TWO FERRIES"),
        (0.5, "The Reeve of Marsk Sank Two Ferries"),
    ],
)
def test_capitals_are_those_of_headlines(sentence: Sentence, share: float, shown: str) -> None:
    chance = random.Random(2)  # begins with .956, so that half of all are all in capitals and this is none of them
    assert _forms(corpus.with_other_capitals(sentence, chance, share)) == shown


def test_a_missing_part_of_speech_is_the_commonest_of_its_tag(sentence: Sentence) -> None:
    fill = corpus.parts_of_speech([sentence])
    bare = replace(sentence, words=tuple(replace(word, pos="") for word in sentence.words))
    assert fill(bare) == sentence
    strange = replace(sentence, words=tuple(replace(word, pos="", tag="??") for word in sentence.words))
    assert {word.pos for word in fill(strange).words} == {"X"}


def test_only_the_news_of_a_mixed_treebank_is_measured(tmp_path: Path) -> None:
    (tmp_path / "pud.conllu").write_text("".join(_ROWS.format(name=name) for name in ("n1", "w1", "n2")), "utf-8")
    found = corpus.measured_sentences(tmp_path, {"PUD news": "pud.conllu", "all": "pud.conllu"})
    assert {name: [one.id for one in some] for name, some in found.items()} == {
        "PUD news": ["n1", "n2"],
        "all": ["n1", "w1", "n2"],
    }


def test_training_without_treebanks_says_where_they_belong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_TREEBANKS", str(tmp_path / "gone"))
    monkeypatch.setattr(sys, "argv", ["training"])
    with pytest.raises(SystemExit, match=r"no treebanks in .*gone; say where they are in FACTCHECK_TREEBANKS"):
        training.main()


def test_the_page_on_a_pipeline_is_drawn_from_its_figures() -> None:
    """The bundled pipeline's own figures give the page beside them."""
    figures = json.loads((BUNDLED / "evaluation.json").read_text("utf-8"))
    assert page(figures) == (BUNDLED / "evaluation.md").read_text("utf-8")
