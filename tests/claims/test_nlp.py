"""The door to spaCy gives single trees of plain values, in Universal Dependencies, or one clear sentence why not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.blocks import blocks
from claims.nlp import BUNDLED, ModelError, parser
from claims.parse.words import may_count
from claims.relabel import scheme_of, schemes, universal
from claims.sentences import sentences
from claims.tree import Token, Tree
from claims.view import view_of


def _tree(sentence: str) -> Tree:
    return parser().trees([sentence])[0]


def _word(tree: Tree, text: str) -> Token:
    return next(token for token in tree.tokens if token.text == text)


@pytest.mark.parametrize("code", ["import claims.nlp", "import claims.extract as e; e.extract('Two people drowned.')"])
def test_spacy_is_not_loaded_for_the_bundled_pipeline(code: str) -> None:
    code = f"import sys; {code}; sys.exit('spacy' in sys.modules or 'thinc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def _corpus_sentences() -> list[str]:
    files = [
        path for path in sorted((Path(__file__).parents[2] / "corpus").rglob("*")) if path.suffix in (".md", ".txt")
    ]
    found: list[str] = []
    for path in files:
        text = path.read_text("utf-8")
        for block in blocks(text):
            view = view_of(text, block.span).text
            found.extend(view[start:end] for start, end in sentences(view))
    return found


def test_the_way_through_spacy_gives_what_the_network_says() -> None:
    texts = _corpus_sentences()
    assert len(texts) > 200
    texts += [
        "He paid ``much’’ – “all” of it.",
        "Prices rose\u00a05\u2009%\u2060 to €\u200b7bn.",
        "",
        " ",
        "so\u00adft hy–phen",
    ]
    hosted = parser(str(BUNDLED))
    assert hosted.trees(texts) == parser().trees(texts)
    assert hosted.name == parser().name


def test_no_plain_word_is_tagged_a_number() -> None:
    counted = {
        token.text
        for tree in parser().trees(_corpus_sentences())
        for token in tree.tokens
        if token.tag == "CD" and token.text.isalpha()
    }
    assert counted
    assert all(map(may_count, counted))


def test_the_parser_tells_its_name() -> None:
    assert parser().name == "en_news_ud 1.0.0"


def test_a_plain_sentence() -> None:
    tree = _tree("The judge sentenced him to 12 years in March.")
    assert tree.head(_word(tree, "judge").i).text == "sentenced"
    assert tree.head(_word(tree, "12").i).text == "years"
    assert _word(tree, "years").lemma == "year"
    assert _word(tree, "sentenced").dep == "root"
    assert "Tense=Past" in _word(tree, "sentenced").morph


_SENTENCES = ("{} Flees to the Coast After 3 Days", "Friends of {}, 41, said he left.", "Baker {} sold 12 loaves.")


@pytest.mark.parametrize("sentence", _SENTENCES)
@pytest.mark.parametrize("family", ["Felt", "Burns", "Abara", "Falk"])
def test_a_name_that_is_shown_as_another_has_the_same_tree(sentence: str, family: str) -> None:
    """And keeps its own words."""
    named = parser().trees([sentence.format(family)], {family.lower(): "Smith"})[0]
    as_smith = parser().trees([sentence.format("Smith")])[0]
    assert [(word.head, word.dep, word.tag) for word in named.tokens] == [
        (word.head, word.dep, word.tag) for word in as_smith.tokens
    ]
    assert _word(named, family).lemma == family.lower()


def test_sentences_keep_their_order_and_count() -> None:
    texts = ["Two people died.", "", "It rained.", " "]
    trees = parser().trees(texts)
    assert [len(tree.tokens) for tree in trees] == [4, 0, 3, 0]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB1 .,!?\"'($-é\u2014", max_size=60))
def test_any_text_gives_one_tree_whose_offsets_are_right(text: str) -> None:
    tree = _tree(text)
    assert all(text[token.start : token.end] == token.text for token in tree.tokens)
    assert "".join(token.text for token in tree.tokens) == "".join(text.split())
    roots = [token for token in tree.tokens if token.head == token.i]
    assert len(roots) == (1 if tree.tokens else 0)
    for token in tree.tokens:
        assert sum(1 for _ in tree.ancestors(token.i)) < len(tree.tokens)


def test_two_sentences_in_one_still_give_one_tree() -> None:
    tree = _tree("The bridge fell. Nobody was hurt. The mayor resigned.")
    assert [token.dep for token in tree.tokens].count("root") == 1


def test_a_very_long_sentence_is_one_tree() -> None:
    tree = _tree("Five boats sank and " * 120 + "one did not.")
    assert [token.i for token in tree.tokens if token.head == token.i] == [
        token.i for token in tree.tokens if token.dep == "root"
    ]
    assert [token.dep for token in tree.tokens].count("root") == 1
    assert sum(1 for _ in tree.ancestors(len(tree.tokens) - 1)) < len(tree.tokens)


@pytest.mark.parametrize("model", ["no_such_pipeline_here", "/no/such/folder"])
def test_a_missing_pipeline_is_refused_in_one_sentence(model: str) -> None:
    with pytest.raises(ModelError, match="There is no language pipeline") as caught:
        parser(model)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)


def _spacy_pipeline(folder: Path, labels: list[str]) -> str:
    """A spaCy pipeline that has learnt nothing, with a parser of these labels."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("en")
    tagger, parser_ = nlp.add_pipe("tagger"), nlp.add_pipe("parser", config={"min_action_freq": 0})
    for tag in ("NN", "VBD"):
        tagger.add_label(tag)  # type: ignore[attr-defined]
    for label in labels:
        parser_.add_label(label)  # type: ignore[attr-defined]
    doc = Doc(nlp.vocab, ["Fire", "spread"], tags=["NN", "VBD"], heads=[1, 1], deps=[labels[0], "ROOT"])
    nlp.initialize(lambda: [Example(doc.copy(), doc)])
    nlp.to_disk(folder)
    return str(folder)


@pytest.mark.parametrize("labels", [["nsubj", "obl", "nmod:poss"], ["nsubj", "prep", "pobj"]])
def test_a_spacy_pipeline_can_take_the_place(tmp_path: Path, labels: list[str]) -> None:
    read = parser(_spacy_pipeline(tmp_path / "model", labels))
    texts = ["The fire spread to 12 homes. It was put out.", "", "Two died."]
    trees = read.trees(texts)
    for text, tree in zip(texts, trees, strict=True):
        assert "".join(token.text for token in tree.tokens) == "".join(text.split())
        assert sum(token.head == token.i for token in tree.tokens) == (1 if text else 0)


def test_foreign_labels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="neither in Universal Dependencies nor in ClearNLP"):
        parser(_spacy_pipeline(tmp_path / "model", ["SB", "OA"]))


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(BUNDLED, tmp_path / "model")
    (tmp_path / "model" / "biaffine" / "weights.npz").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="does not load"):
        parser(str(tmp_path / "model"))


def test_missing_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(BUNDLED, tmp_path / "model")
    (tmp_path / "model" / "biaffine" / "weights.npz").unlink()
    with pytest.raises(ModelError, match="incomplete; install it again"):
        parser(str(tmp_path / "model"))


def test_a_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no parser or no tagger"):
        parser(str(tmp_path / "blank"))


def test_label_sets_are_told_apart() -> None:
    assert [scheme.name for scheme in schemes()] == ["ud", "clearnlp"]
    assert scheme_of(["ROOT", "nsubj:pass", "obl", "nmod:poss"]) is schemes()[0]
    assert scheme_of(["ROOT", "nsubjpass", "prep", "pobj"]) is schemes()[1]
    assert scheme_of(["ROOT", "SB", "OA"]) is None


def _read(rows: list[tuple[str, str, int, str]]) -> list[Token]:
    return [Token(i, text, text.lower(), "", pos, dep, head, 0, 0) for i, (text, pos, head, dep) in enumerate(rows)]


def test_clearnlp_prepositions_and_copulas_become_universal() -> None:
    rows = [
        ("She", "PRON", 1, "nsubj"), ("be", "AUX", 1, "ROOT"), ("mayor", "NOUN", 1, "attr"), ("of", "ADP", 2, "prep"),
        ("Tarn", "PROPN", 3, "pobj"), ("since", "ADP", 1, "prep"),
        ("2004", "NUM", 5, "pobj"), (".", "PUNCT", 1, "punct"),
    ]  # fmt: skip
    found = [(token.head, token.dep) for token in universal(_read(rows), schemes()[1])]
    assert found == [
        (2, "nsubj"), (2, "cop"), (2, "root"), (4, "case"), (2, "nmod"), (6, "case"), (2, "obl"), (2, "punct"),
    ]  # fmt: skip


def test_clearnlp_passive_with_agent() -> None:
    rows = [
        ("He", "PRON", 2, "nsubjpass"), ("was", "AUX", 2, "auxpass"), ("hit", "VERB", 2, "ROOT"),
        ("by", "ADP", 2, "agent"), ("cars", "NOUN", 3, "pobj"),
    ]  # fmt: skip
    found = [(token.head, token.dep) for token in universal(_read(rows), schemes()[1])]
    assert found == [(2, "nsubj:pass"), (2, "aux:pass"), (2, "root"), (4, "case"), (2, "obl:agent")]
