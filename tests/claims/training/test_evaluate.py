"""The measures count what they say, and the bundled weights reach what is promised of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

import pytest

from claims.nlp import Parser, parser
from claims.training import corpus
from claims.training.conllu import Sentence, Word
from claims.training.evaluate import fresh, measure
from claims.tree import Token, Tree

TREEBANKS = corpus.treebanks()
GOLD = Sentence(
    "made",
    (
        Word("Five", "five", "NUM", "CD", "", 1, "nummod", True),
        Word("boats", "boat", "NOUN", "NNS", "", 2, "nsubj", True),
        Word("sank", "sink", "VERB", "VBD", "", 2, "root", False),
        Word(".", ".", "PUNCT", ".", "", 2, "punct", False),
    ),
)


def _parser(*rows: tuple[str, str, str, int, str]) -> Parser:
    """A parser that says of "Five boats sank." what `rows` say: text, lemma, tag, head, relation."""
    tokens, start = [], 0
    for i, (text, lemma, tag, head, dep) in enumerate(rows):
        start = "Five boats sank.".index(text, start)
        tokens.append(Token(i, text, lemma, tag, "", dep, head, start, start + len(text)))
        start += len(text)

    def read(sentences: Sequence[str], _plain: Mapping[str, str]) -> list[Tree]:
        return [Tree(tuple(tokens)) for _ in sentences]

    return Parser("made", read)


RIGHT = [
    ("Five", "five", "CD", 1, "nummod"), ("boats", "boat", "NNS", 2, "nsubj"), ("sank", "sink", "VBD", 2, "root"),
    (".", ".", ".", 2, "punct"),
]  # fmt: skip


def test_all_right() -> None:
    scores = measure(_parser(*RIGHT), [GOLD])
    assert (scores.tokens, scores.tags, scores.lemmas, scores.uas, scores.las) == (100, 100, 100, 100, 100)
    assert scores.heads == {"nummod": 100, "nsubj": 100}


def test_wrong_head_relation_tag_and_lemma() -> None:
    rows = [("Five", "five", "JJ", 2, "nummod"), ("boats", "boats", "NNS", 2, "obj"), *RIGHT[2:]]
    scores = measure(_parser(*rows), [GOLD])
    assert scores.tags == scores.lemmas == 75
    assert scores.uas == pytest.approx(100 * 2 / 3)
    assert scores.las == pytest.approx(100 / 3)
    assert scores.heads == {"nummod": 0, "nsubj": 100}


def test_a_part_of_a_word_stands_for_it() -> None:
    rows = [
        RIGHT[0],
        ("boat", "boat", "NN", 3, "nsubj"),
        ("s", "s", "NN", 3, "dep"),
        ("sank", "sink", "VBD", 3, "root"),
    ]
    scores = measure(_parser(*rows, (".", ".", ".", 3, "punct")), [GOLD])
    assert scores.tokens == pytest.approx(200 * 3 / 9)
    assert scores.uas == pytest.approx(200 * 3 / 6)


def test_fresh_sentences_name_words_of_their_text() -> None:
    rows = tomllib.loads(files("claims.training").joinpath("fresh.toml").read_text("utf-8"))["sentence"]
    assert len(rows) == 60
    for row in rows:
        for check in row["heads"]:
            words, _, wanted = check.partition(" -> ")
            for part in (words, *wanted.partition(" : ")[0].split(" | ")):
                assert part == "ROOT" or part.partition(" #")[0] in row["text"], check


def test_bundled_weights_hang_numbers_and_dates_right() -> None:
    checked, heads, relations, _ = fresh(parser())
    assert heads >= 0.95 * checked
    assert relations >= 0.93 * checked


@pytest.mark.skipif(not TREEBANKS.is_dir(), reason="no treebanks: name their folder in FACTCHECK_TREEBANKS")
@pytest.mark.parametrize(
    ("name", "uas", "las"), [("PUD news", 89, 86), ("EWT test", 85.5, 82), ("GUM free test", 87.5, 84.5)]
)
def test_bundled_weights_on_treebanks(name: str, uas: float, las: float) -> None:
    gold = corpus.measured_sentences(TREEBANKS, {name: corpus.TEST[name]})[name]
    scores = measure(parser(), gold)
    assert scores.uas >= uas
    assert scores.las >= las
