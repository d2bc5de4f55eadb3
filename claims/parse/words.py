"""What the network sees of a word: a handful of identifiers that depend on its form alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import chain
from zlib import crc32

import numpy as np
import numpy.typing as npt

FEATURES = ("word", "cluster", "cluster4", "cluster6", "cluster10", "suffix4", "suffix3", "suffix2", "prefix3", "shape")
"""What is looked up for each word, in order. The clusters are Brown clusters (Brown et al. 1992): the word's own and
the first 4, 6 and 10 branches of its path, after Koo et al. (2008), "Simple semi-supervised dependency parsing"."""

ROOT, UNKNOWN = 0, 1
"""Identifiers of the artificial root and of what no table holds; those of a table begin after them."""

_REMEMBERED = 1 << 17
"""Words whose identifiers are kept at a time."""
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_A_YEAR = "2010"
_NUMERALS = frozenset(
    chain.from_iterable(tomllib.loads(files("claims.parse").joinpath("numerals.toml").read_text("utf-8")).values())
)


@dataclass
class Words:
    """The tables that turn a word's form into identifiers."""

    tables: Sequence[Mapping[str, int]]
    """For each feature its values with their identifiers."""
    paths: Sequence[str]
    """The path of each Brown cluster in bits; the first is that of words in no cluster ("")."""
    keys: npt.NDArray[np.uint32]
    """CRC-32 of each word that has a cluster, ascending. A word outside is taken for one in one of 20,000 cases."""
    clusters: npt.NDArray[np.uint16]
    """The cluster of each word of `keys`."""
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def identifiers(self, form: str) -> tuple[int, ...]:
        """The identifiers of `form`, in the order of `FEATURES`."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            values = self.values(form)
            found = tuple(table.get(value, UNKNOWN) for table, value in zip(self.tables, values, strict=True))
            self._known[form] = found
        return found

    def values(self, form: str) -> tuple[str, ...]:
        """The features of `form` as text."""
        low = _DIGIT.sub("0", form.lower())
        path = self.paths[self._cluster(form)]
        return (low, path, path[:4], path[:6], path[:10], low[-4:], low[-3:], low[-2:], low[:3], shape(form))

    def _cluster(self, form: str) -> int:
        """The word's cluster; any year has that of one, so that a sentence has one tree whatever the year."""
        if _YEAR.fullmatch(form):
            form = _A_YEAR
        low = form.lower()
        for written in dict.fromkeys((form, low, low.capitalize())):
            key = np.uint32(key_of(written))  # of the array's own type, or numpy converts the array for each word
            at = int(np.searchsorted(self.keys, key))
            if at < len(self.keys) and self.keys[at] == key:
                return int(self.clusters[at])
        return 0


def key_of(form: str) -> int:
    """The number under which a word's cluster is stored."""
    return crc32(form.encode("utf-8"))


def shape(form: str) -> str:
    """Capitals as X, small letters as x, digits as d, runs cut at four ("Denver" is "Xxxxx", "1,200" is "d,ddd")."""
    shaped: list[str] = []
    for char in form:
        kind = "d" if char.isdigit() else ("X" if char.isupper() else "x") if char.isalpha() else char
        if shaped[-4:] != [kind] * 4:
            shaped.append(kind)
    return "".join(shaped)


def may_count(form: str) -> bool:
    """Whether `form` can be a cardinal number: it holds more than letters, or `numerals.toml` has it.

    The case this gets wrong: a misspelt number word ("fourty").
    """
    low = form.lower()
    return not low.isalpha() or low in _NUMERALS


Rule = tuple[int, str]
"""A lemma rule: how many characters to take off the lower-case form, and what to put on."""


def rule_of(form: str, lemma: str) -> Rule:
    """The rule that makes `lemma` of `form` (Chrupała 2006's edit scripts, for suffixes only)."""
    low, wanted = form.lower(), lemma.lower()
    same = 0
    while same < min(len(low), len(wanted)) and low[same] == wanted[same]:
        same += 1
    return len(low) - same, wanted[same:]


def apply(rule: Rule, form: str) -> str:
    """The lemma that `rule` makes of `form`; a rule that takes off more than there is leaves the form."""
    off, on = rule
    low = form.lower()
    return low[: len(low) - off] + on if off <= len(low) else low
