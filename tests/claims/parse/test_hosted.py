"""The bundled pipeline is a spaCy pipeline like any other: it loads, keeps texts, cuts sentences and can be stored."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claims.nlp import BUNDLED, parser
from claims.parse.hosted import COMPONENT, Biaffine

ROOT = Path(__file__).parents[3]
ARTICLE = """\
FERRY SINKS OFF PORT HAVELIN

By Mara Quill

Two boats sank off Port Havelin on Aug. 14, Sen. Orla Finch said. Five people drowned.
"It wasn’t the wind," she added. “Nobody knows why.”

- 3 crew members
- 12 passengers
"""


@lru_cache(maxsize=1)
def _nlp() -> Language:
    return spacy.load(BUNDLED)


def test_everything_is_set() -> None:
    doc = _nlp()("Five people drowned on Aug. 14.")
    assert [token.text for token in doc] == ["Five", "people", "drowned", "on", "Aug.", "14", "."]
    assert [token.dep_ for token in doc] == ["nummod", "nsubj", "ROOT", "case", "nmod:unmarked", "obl", "punct"]
    assert [token.head.i for token in doc] == [1, 2, 2, 5, 5, 2, 2]
    assert [token.tag_ for token in doc] == ["CD", "NNS", "VBD", "IN", "NNP", "CD", "."]
    assert [token.pos_ for token in doc][:3] == ["NUM", "NOUN", "VERB"]
    assert doc[2].lemma_ == "drown"
    assert "Tense=Past" in str(doc[2].morph)
    for attribute in ("DEP", "TAG", "POS", "LEMMA", "MORPH", "SENT_START"):
        assert doc.has_annotation(attribute)


def test_sentences_of_a_whole_text() -> None:
    doc = _nlp()(ARTICLE)
    assert doc.text == ARTICLE
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "FERRY SINKS OFF PORT HAVELIN",
        "By Mara Quill",
        "Two boats sank off Port Havelin on Aug. 14, Sen. Orla Finch said.",
        "Five people drowned.",
        '"It wasn’t the wind," she added.',
        "“Nobody knows why.”",
        "- 3 crew members",
        "- 12 passengers",
    ]


def test_boundaries_that_are_set_before_stay() -> None:
    nlp = _nlp()
    doc = nlp.make_doc("Five drowned. Two swam. One left.")
    for token in doc[1:]:
        token.is_sent_start = token.text == "One"
    (biaffine,) = (component for _, component in nlp.pipeline)
    assert [sentence.text for sentence in biaffine(doc).sents] == ["Five drowned. Two swam.", "One left."]


def test_typographic_marks_are_read_as_plain_ones() -> None:
    plain, curly = _nlp()('She didn\'t say "five".'), _nlp()("She didn’t say “five”.")
    assert [(token.dep_, token.tag_, token.lemma_) for token in plain if not token.is_punct] == [
        (token.dep_, token.tag_, token.lemma_) for token in curly if not token.is_punct
    ]


PIECES = [*"aB1 .,!?\"'($-é—\n\t\r\x1c", "  ", "\u200b", "\u00ad", "\u00a0", "\u2009", "😀", "👩\u200d🚒", "ﬁ", "１"]
ODD = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(ODD, st.text(max_size=30)))
def test_no_character_is_lost_and_every_sentence_is_a_tree(text: str) -> None:
    doc = _nlp()(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", " a", "\ta\n", "\u200b"])
def test_texts_of_next_to_nothing(text: str) -> None:
    assert _nlp()(text).text == text
    assert len(parser().trees([text])[0].tokens) == bool(text.strip())


def _told(doc: Doc) -> list[tuple[str, str, int, str, str]]:
    return [(token.text, token.dep_, token.head.i, token.tag_, token.lemma_) for token in doc]


def test_many_texts_at_once_give_what_each_gives_alone() -> None:
    texts = [ARTICLE, "", "It rained.", "Nine of the 52 aboard died."]
    assert [_told(doc) for doc in _nlp().pipe(texts, batch_size=3)] == [_told(_nlp()(text)) for text in texts]


def test_stored_and_loaded_again(tmp_path: Path) -> None:
    nlp = _nlp()
    nlp.to_disk(tmp_path / "stored")
    again = spacy.load(tmp_path / "stored")
    copied = spacy.blank("en")
    copied.tokenizer = again.tokenizer
    copied.add_pipe(COMPONENT)
    copied.from_bytes(nlp.to_bytes())
    for other in (again, copied):
        assert _told(other(ARTICLE)) == _told(nlp(ARTICLE))
    assert not [path for path in (tmp_path / "stored").rglob("*") if path.suffix in (".pkl", ".pickle")]


def test_weights_come_first() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENT)
    with pytest.raises(ValueError, match="has no weights; load a trained pipeline"):
        nlp("It rained.")
    assert Biaffine(nlp.vocab).from_bytes(Biaffine(nlp.vocab).to_bytes()).labels == ()


def test_the_pipeline_tells_of_itself() -> None:
    nlp = _nlp()
    assert nlp.pipe_names == [COMPONENT]
    assert "nsubj" in nlp.pipe_labels[COMPONENT]
    assert nlp.meta["license"] == "CC-BY-SA-4.0"
    assert {"token.dep", "token.tag", "doc.sents"} <= set(nlp.get_pipe_meta(COMPONENT).assigns)


def test_entry_points_alone_are_enough(tmp_path: Path) -> None:
    """A process that never names our packages loads the folder, as after an installation."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    info = tmp_path / "made_up-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 1\n", "utf-8")
    lines = [
        line
        for group, entries in points.items()
        for line in (f"[{group}]", *(f"{name} = {target}" for name, target in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    code = f"import spacy; print([t.dep_ for t in spacy.load({str(BUNDLED)!r})('It rained.')])"
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "['nsubj', 'ROOT', 'punct']", done.stderr
