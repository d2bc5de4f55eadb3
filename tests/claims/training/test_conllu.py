"""Treebank files become sentences with their own spacing. The examples are written for this test."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.training.conllu import Sentence, Word, read
from claims.training.corpus import agreed

ROWS = """\
# sent_id = made-1
# text = He didn’t pay €5 .
1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tpay\tpay\tVERB\tVB\t_\t0\troot\t_\t_
4.1\tpaid\tpay\tVERB\tVBD\t_\t_\t_\t_\t_
5\t€\t€\tSYM\t$\t_\t4\tobj\t_\tSpaceAfter=No
6\t5\t5\tNUM\tCD\t_\t5\tnummod\t_\t_
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def test_read(tmp_path: Path) -> None:
    (tmp_path / "made.conllu").write_text(ROWS, "utf-8")
    (sentence,) = read(tmp_path / "made.conllu")
    assert sentence.id == "made-1"
    assert sentence.text == "He didn't pay €5 ."
    assert [(word.form, word.head, word.dep) for word in sentence.words] == [
        ("He", 3, "nsubj"), ("did", 3, "aux"), ("n't", 3, "advmod"), ("pay", 3, "root"), ("€", 3, "obj"),
        ("5", 4, "nummod"), (".", 3, "punct"),
    ]  # fmt: skip


def _sentence(written: str) -> Sentence:
    """From "form tag head dep" separated by slashes."""
    rows = [row.split() for row in written.split("/")]
    return Sentence("made", tuple(Word(form, "", "", tag, "", int(head), dep, True) for form, tag, head, dep in rows))


@pytest.mark.parametrize(
    ("written", "place", "dep"),
    [
        ("Lopez NNP 4 nsubj/, , 2 punct/26 CD 0 amod/, , 0 punct/ran VBD 4 root", 2, "appos"),
        ("Oct. NNP 1 compound/3 CD 1 root", 0, "nmod:unmarked"),
        ("year NN 1 compound/old JJ 1 root", 0, "obl:unmarked"),
        ("May NNP 0 root/, , 0 punct/26 CD 0 nmod:unmarked", 2, "nmod:unmarked"),
    ],
)
def test_treebanks_are_made_to_agree(written: str, place: int, dep: str) -> None:
    assert agreed(_sentence(written)).words[place].dep == dep


def test_a_noun_before_a_name_describes_it() -> None:
    sentence = agreed(_sentence("lead JJ 1 amod/director NN 4 nsubj/Ana NNP 1 flat/Lopez NNP 1 flat/left VBD 4 root"))
    assert [(word.head, word.dep) for word in sentence.words] == [
        (1, "amod"), (2, "nmod:desc"), (4, "nsubj"), (2, "flat"), (4, "root"),
    ]  # fmt: skip
