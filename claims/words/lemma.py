"""A light lemmatiser by rules and a table of exceptions, for words that no parser has seen.

The rules undo English inflection as suffix strippers do (after Porter 1980), but they end in a word: "filed" gives
"file", "killed" gives "kill", chosen by the verbs that the tables know. `lemma.toml` holds irregular forms and further
verbs. Bias: it knows no context, so that "left", "found" and "saw" become verbs unless the part of speech is given, and
an unknown verb in "-e" may lose it ("obfuscated" gives "obfuscate", "besmirched" "besmirch", but "reneged" "reneg").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.words.classes_table import Pos, tables
from claims.words.spelling import american

_POS = {"verb": Pos.VERB, "VERB": Pos.VERB, "AUX": Pos.VERB, "noun": Pos.NOUN, "NOUN": Pos.NOUN, "PROPN": Pos.NOUN,
        "adj": Pos.ADJ, "ADJ": Pos.ADJ}  # fmt: skip
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz|tz|[^aeiou]o)es$")
_ONE = {"men": "man", "children": "child"}
_MANY = re.compile(r"(\w{3,})(men|children)")
"""Compounds that change inside: "servicemen", "grandchildren"; "specimen" is an exception of the table."""
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdglmnprt])\1$")
_ONE_CONSONANT = re.compile(r"(?:[^aeiou]*|s?qu)[aeiouy][^aeiouwxy]$")
"""One syllable, one vowel, one consonant: it takes a silent e ("fil-ed"), for a short vowel doubles ("fit-ted")."""
_SILENT_E = re.compile(
    r"(?:[cvuz]|[aeioudr]g|[aeiounr]s|[bcdfgkptsz]l|[^aeo]at|[bclt]ut|[mnuv]ot|[^aeiou]ir|[st]ur|sum"
    r"|[^aeiou](?:[aiou]d|[aou]k|ap))$"
)
"""Endings of longer stems that mostly stand for "-e": "invad-ed", "execut-ed"; "debut" and "pivot" are exceptions."""
_PREFIX = re.compile(r"(?:re|out|over|under|un|mis|fore|with)(?=...)")


@dataclass(frozen=True, slots=True)
class _Table:
    forms: Mapping[Pos, Mapping[str, str]]
    """From an irregular form to its lemma."""
    keep: Mapping[Pos, frozenset[str]]
    """Words that look inflected and are not."""
    verbs: frozenset[str]
    """Verbs known, to choose between bases."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = tomllib.loads(files("claims.words").joinpath("lemma.toml").read_text("utf-8"))
    forms = {pos: {form: word for word, listed in raw[pos].items() for form in listed.split()} for pos in Pos}
    keep = {pos: frozenset(raw["keep"].get(pos, "").split()) | raw[pos].keys() for pos in Pos}
    verbs = {form for _, pos, form in tables().forms() if pos is Pos.VERB} | raw[Pos.VERB].keys()
    return _Table(forms, keep, frozenset(verbs) | frozenset(raw["known"][Pos.VERB].split()))


@lru_cache(maxsize=65536)
def lemma(word: str, pos: str = "") -> str:
    """The dictionary form of `word`, lower case and in American spelling.

    `pos` is "verb", "noun", "adj" or a universal tag; other parts of speech stay as they are. Without it the word is
    taken for a verb form where it is one ("filed", "struck"), else for a noun.
    """
    bare = american(word.lower())
    kind = _POS.get(pos)
    if kind is Pos.VERB:
        return _verb(bare)
    if kind is Pos.NOUN:
        return _noun(bare)
    if kind is Pos.ADJ:
        return _table().forms[Pos.ADJ].get(bare, bare)
    if pos:
        return bare
    if bare in _table().forms[Pos.NOUN] or bare in _table().keep[Pos.NOUN]:
        return _noun(bare)
    return _noun(bare) if bare.endswith("s") and bare not in _table().forms[Pos.VERB] else _verb(bare)


def _noun(word: str) -> str:
    table = _table()
    many = _MANY.fullmatch(word)
    if many and word not in table.keep[Pos.NOUN]:
        return many[1] + _ONE[many[2]]
    if word in table.keep[Pos.NOUN] or not word.endswith("s") or len(word) < 3:
        return table.forms[Pos.NOUN].get(word, word)
    return table.forms[Pos.NOUN].get(word) or _without_s(word)


def _verb(word: str) -> str:
    table = _table()
    if word in table.forms[Pos.VERB] or word in table.keep[Pos.VERB]:
        return table.forms[Pos.VERB].get(word, word)
    prefix = _PREFIX.match(word)
    if prefix and word[prefix.end() :] in table.forms[Pos.VERB]:
        return prefix.group() + table.forms[Pos.VERB][word[prefix.end() :]]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _VOWEL.search(stem):
            return _base(stem)
    return _without_s(word) if word.endswith("s") and len(word) > 3 else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _SIBILANT.search(word):
        return word[:-2]
    return word if word.endswith(("ss", "us")) else word[:-1]


def _base(stem: str) -> str:
    """The verb whose form before "-ed" or "-ing" is `stem`: as it is, undoubled, or with its silent e back."""
    known = _table().verbs
    doubled = _DOUBLED.search(stem)
    short = _ONE_CONSONANT.fullmatch(stem)
    choices = [stem + "e", stem] if short else [stem, stem + "e"]
    if doubled:
        choices.append(stem[:-1])
    for choice in choices:
        if choice in known:
            return choice
    if doubled and not stem.endswith("ll"):
        return stem[:-1]
    return stem + "e" if short or _SILENT_E.search(stem) else stem
