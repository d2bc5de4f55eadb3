"""The sentences to learn from and to measure on: treebanks made to agree, generated news, changed capitals."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from claims.training.conllu import Sentence, Word, read

TRAIN = ("ewt/en_ewt-ud-train.conllu", "gum_free/en_gum_free-train.conllu")
DEVELOPMENT = {"EWT dev": "ewt/en_ewt-ud-dev.conllu", "GUM free dev": "gum_free/en_gum_free-dev.conllu"}
TEST = {
    "PUD news": "pud/en_pud-ud-test.conllu",
    "EWT test": "ewt/en_ewt-ud-test.conllu",
    "GUM free test": "gum_free/en_gum_free-test.conllu",
}
"""Measured on, never learnt from. PUD's news are the sentences whose identifier begins with "n"."""

_MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.".split()
)


def treebanks() -> Path:
    """The folder of treebanks, from the environment variable FACTCHECK_TREEBANKS."""
    return Path(os.environ.get("FACTCHECK_TREEBANKS", "../shared/treebanks"))


def training_sentences(folder: Path) -> list[Sentence]:
    """The sentences to learn from, annotated alike."""
    return [agreed(sentence) for name in TRAIN for sentence in read(folder / name)]


def measured_sentences(folder: Path, sets: dict[str, str]) -> dict[str, list[Sentence]]:
    """The sentences of each of `sets`, annotated as they are."""
    found = {name: list(read(folder / file)) for name, file in sets.items()}
    if "PUD news" in found:
        found["PUD news"] = [sentence for sentence in found["PUD news"] if sentence.id.startswith("n")]
    return found


def agreed(sentence: Sentence) -> Sentence:
    """`sentence` annotated in one way where the treebanks and their versions have several.

    An age after a name ("Lopez, 26, ...") is an apposition; a month before its day and the years of an age
    ("26-year-old") are unmarked modifiers; a noun before a name ("director Ana Lopez") describes the name.
    """
    words = list(sentence.words)
    for i, word in enumerate(words):
        words[i] = replace(word, dep=_relation(words, i))
    for i in range(len(words) - 1):
        if words[i].tag == "NN" and words[i + 1].tag == "NNP" and (words[i + 1].head, words[i + 1].dep) == (i, "flat"):
            _name_first(words, i)
    return replace(sentence, words=tuple(words))


def _name_first(words: list[Word], title: int) -> None:
    """Let the name after the noun `title`, whose continuation it was, take the noun's place above it."""
    name = title + 1
    above = words[title]
    head = name if above.head == title else above.head
    for i, word in enumerate(words):
        if word.head == title and i > name:
            words[i] = replace(word, head=name)
    words[name] = replace(words[name], head=head, dep=above.dep)
    words[title] = replace(above, head=name, dep="nmod:desc")


def _relation(words: Sequence[Word], i: int) -> str:
    word = words[i]
    head = words[word.head]
    if i and words[i - 1].form in (",", "(") and word.tag == "CD" and word.form.isdigit() and int(word.form) < 110:
        after = words[i + 1].form if i + 1 < len(words) else "."
        if word.head < i and head.tag == "NNP" and after in (",", ")", ".", "and") and head.form not in _MONTHS:
            return "appos"
    if word.dep == "compound" and word.form in _MONTHS and head.tag == "CD":
        return "nmod:unmarked"
    if word.dep == "compound" and word.form == "year" and head.form == "old":
        return "obl:unmarked"
    return word.dep


def parts_of_speech(sentences: Iterable[Sentence]) -> Callable[[Sentence], Sentence]:
    """What fills the part of speech of generated words in: the commonest of tag and relation in `sentences`."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for sentence in sentences:
        counts.update((word.tag, word.dep, word.pos) for word in sentence.words)
    common: dict[tuple[str, str], str] = {}
    for (tag, dep, pos), _ in counts.most_common():
        common.setdefault((tag, dep), pos)
        common.setdefault((tag, ""), pos)

    def fill(sentence: Sentence) -> Sentence:
        words = (
            word if word.pos else replace(word, pos=common.get((word.tag, word.dep), common.get((word.tag, ""), "X")))
            for word in sentence.words
        )
        return replace(sentence, words=tuple(words))

    return fill


def with_other_capitals(sentence: Sentence, rng: random.Random, share: float) -> Sentence:
    """`sentence`, for `share` of the cases each, all in capitals or with capitals as headlines have them."""
    drawn = rng.random()
    if drawn < share:
        return replace(sentence, words=tuple(replace(word, form=word.form.upper()) for word in sentence.words))
    if drawn < 2 * share:
        return replace(sentence, words=tuple(replace(word, form=_headline(word)) for word in sentence.words))
    return sentence


def _headline(word: Word) -> str:
    small = word.tag in ("IN", "DT", "CC", "TO", "POS") and len(word.form) < 5
    return (
        word.form
        if small or not word.form[:1].isalpha() or word.form[0] == "'"
        else word.form[0].upper() + word.form[1:]
    )
