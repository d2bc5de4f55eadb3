"""The tables that turn words and relations into numbers, counted from the sentences to learn from."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from claims.parse.network import Ints
from claims.parse.words import FEATURES, Rule, Words, key_of, rule_of
from claims.training.conllu import Sentence
from claims.training.gradient import Gold

_LEAST = {"word": 2, "suffix4": 4, "suffix3": 4, "suffix2": 4, "prefix3": 4, "shape": 4}
"""How often a value must occur to have a number of its own."""
_LEAST_TAG, _LEAST_RULE = 5, 3
_LONGEST = 40
_WORDLIKE = re.compile(r"[^\W_]+(?:['.&,:/-][^\W_]+)*\.?|'?[^\W_]+|\W{1,3}")
"""What may stand in the table of words: no addresses, no names of accounts."""


@dataclass(frozen=True)
class Vocabulary:
    """Tables of words, tags, relations and lemma rules."""

    words: Words
    """Tables of word features."""
    tags: Sequence[tuple[str, str]]
    """Tag and part of speech."""
    deps: Sequence[str]
    """Relations."""
    rules: Sequence[Rule]
    """Lemma rules."""

    @cached_property
    def _numbers(self) -> tuple[dict[tuple[str, str], int], dict[str, int], dict[Rule, int]]:
        tags, deps, rules = (
            {value: number for number, value in enumerate(values)} for values in (self.tags, self.deps, self.rules)
        )
        return tags, deps, rules  # type: ignore[return-value]

    def gold(self, sentence: Sentence) -> Gold:
        """The numbers of what is right for `sentence`."""
        tags, deps, rules = self._numbers
        words = sentence.words
        return Gold(
            np.array([0 if word.head == i else word.head + 1 for i, word in enumerate(words)]),
            np.array([deps[word.dep] for word in words]),
            np.array([tags.get((word.tag, word.pos), -1) for word in words]),
            np.array([rules.get(rule_of(word.form, word.lemma), -1) if word.lemma else -1 for word in words]),
        )

    def identifiers(self, sentence: Sentence) -> Ints:
        """The identifiers of the words of `sentence`, [words, features]."""
        return np.array([self.words.identifiers(word.form) for word in sentence.words], np.int64)

    def sizes(self) -> list[int]:
        """How many identifiers each feature has."""
        return [len(table) + 2 for table in self.words.tables]


def vocabulary(sentences: Sequence[Sentence]) -> Vocabulary:
    """The tables of `sentences`."""
    tags: Counter[tuple[str, str]] = Counter()
    rules: Counter[Rule] = Counter()
    deps: set[str] = set()
    for sentence in sentences:
        for word in sentence.words:
            tags[word.tag, word.pos] += 1
            deps.add(word.dep)
            if word.lemma:
                rules[rule_of(word.form, word.lemma)] += 1
    return Vocabulary(
        _words(sentences),
        sorted(pair for pair, count in tags.items() if count >= _LEAST_TAG),
        sorted(deps),
        sorted(rule for rule, count in rules.items() if count >= _LEAST_RULE),
    )


def _words(sentences: Sequence[Sentence]) -> Words:
    paths, keys, clusters = brown_clusters()
    words = Words([{} for _ in FEATURES], paths, keys, clusters)
    counts: list[Counter[str]] = [Counter() for _ in FEATURES]
    for sentence in sentences:
        for word in sentence.words:
            for counter, value in zip(counts, words.values(word.form), strict=True):
                counter[value] += 1
    values = []
    for name, counter in zip(FEATURES, counts, strict=True):
        if name in _LEAST:
            frequent = (value for value, count in counter.items() if count >= _LEAST[name])
            values.append(sorted(value for value in frequent if name != "word" or _WORDLIKE.fullmatch(value)))
        else:
            bits = int(name.removeprefix("cluster") or 99)
            values.append(sorted({path[:bits] for path in paths}))
    return Words([{value: i for i, value in enumerate(row, 2)} for row in values], paths, keys, clusters)


def brown_clusters() -> tuple[list[str], npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    """Paths, word keys and clusters of the 1,000 Brown clusters in the package `spacy-lookups-data` (MIT licence).

    A cluster's number there holds its path with the first branch in the lowest bit.
    """
    packed = files("spacy_lookups_data").joinpath("data", "en_lexeme_cluster.json.gz").read_bytes()
    numbers: dict[str, int] = {
        word: n for word, n in json.loads(gzip.decompress(packed)).items() if n and len(word) < _LONGEST
    }
    order = sorted(set(numbers.values()))
    paths = ["", *(bin(number)[2:][::-1] for number in order)]
    place = {number: i for i, number in enumerate(order, 1)}
    by_key = {key_of(word): place[number] for word, number in sorted(numbers.items())}
    keys = sorted(by_key)
    return paths, np.array(keys, np.uint32), np.array([by_key[key] for key in keys], np.uint16)
