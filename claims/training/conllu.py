"""Treebank sentences (CoNLL-U, https://universaldependencies.org/format.html) as plain values with their spacing.

The pipeline reads one sentence at a time, made plain by `claims.view`; so each sentence is made plain here too, word by
word, and stands alone: the parser need not learn where sentences end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from claims.view import view_of


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a treebank."""

    form: str
    """As it stands in the view."""
    lemma: str
    """Its lemma, or "" where the treebank gives none."""
    pos: str
    """Universal part of speech, or "" where none is given."""
    tag: str
    """Penn Treebank tag."""
    feats: str
    """Universal features ("Number=Sing"), or ""."""
    head: int
    """Position of the head from 0; the root's own position."""
    dep: str
    """Universal Dependencies relation ("root" for the root)."""
    space: bool
    """Whether a space follows."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence."""

    id: str
    """The treebank's identifier, or the family's name for a generated sentence."""
    words: tuple[Word, ...]
    """Its words in text order."""

    @property
    def text(self) -> str:
        """The words with their spacing."""
        return "".join(word.form + " " * word.space for word in self.words).rstrip()


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order. Empty nodes ("8.1") are left out.

    A multiword token ("don't") is cut into its words as they are written; where they are written differently from the
    surface ("can not" for "cannot" fits, "wo" for "won" does not), the words keep their own form.
    """
    name, rows, joined = "", list[list[str]](), dict[int, tuple[int, str, bool]]()
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif not line:
            if rows:
                yield Sentence(name, tuple(_plain(_words(rows, joined))))
            rows, joined = [], {}
        elif line[0] != "#":
            cells = line.split("\t")
            number = cells[0]
            if "-" in number:
                first, last = (int(part) for part in number.split("-"))
                joined[first] = (last, cells[1], "SpaceAfter=No" not in cells[9])
            elif "." not in number:
                rows.append(cells)


def _words(rows: list[list[str]], joined: dict[int, tuple[int, str, bool]]) -> list[Word]:
    words = [_word(cells) for cells in rows]
    for first, (last, surface, space) in joined.items():
        forms = [word.form for word in words[first - 1 : last]]
        if len("".join(forms)) == len(surface):
            cuts = [sum(map(len, forms[:i])) for i in range(len(forms) + 1)]
            forms = [surface[a:b] for a, b in pairwise(cuts)]
        for i, form in enumerate(forms, first - 1):
            words[i] = replace(words[i], form=form, space=space if i == last - 1 else False)
    return words


def _word(cells: list[str]) -> Word:
    return Word(
        form=cells[1].replace(" ", ""),
        lemma="" if cells[2] == "_" != cells[1] else cells[2],
        pos=cells[3],
        tag=cells[4],
        feats="" if cells[5] == "_" else cells[5],
        head=int(cells[6]) - 1 if cells[6] != "0" else int(cells[0]) - 1,
        dep=cells[7],
        space="SpaceAfter=No" not in cells[9],
    )


def _plain(words: list[Word]) -> Iterator[Word]:
    for word in words:
        form = view_of(word.form).text or word.form
        yield replace(word, form=form)
