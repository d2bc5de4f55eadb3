"""Words around names: titles, nouns for people, given names, words of organisations.

All look-ups take one word or title as written or in lower case, with or without its full stop. Gender is given only
where it is certain from the word; a name borne by both, or a noun for either, gives "".
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.words.classes_table import listed
from claims.words.lemma import lemma

NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Parts of names that many reports leave out; a father and a son of one name are taken for one."""


@dataclass(frozen=True, slots=True)
class _Table:
    honorifics: Mapping[str, str]
    """From an honorific to its gender."""
    titles: Mapping[str, str]
    """From a rank or office, or its abbreviation, to its full form."""
    persons: Mapping[str, str]
    """From a noun for a person to its gender."""
    given: Mapping[str, str]
    """From a given name to its gender."""
    organisations: frozenset[str]
    """Words that begin or end names of organisations."""
    functions: frozenset[str]
    """Words that open sentences and are no names."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = tomllib.loads(files("claims.words").joinpath("title.toml").read_text("utf-8"))
    titles = {
        short: title
        for kind in ("rank", "office")
        for title, shorts in raw[kind].items()
        for short in (title, *listed(shorts))
    }
    given: dict[str, str] = {}
    for gender, names in raw["given"].items():
        for name in names.split():
            given[name] = "" if gender == "both" or given.get(name, gender) != gender else gender
    persons = {
        noun: "" if gender == "any" else gender for gender, nouns in raw["person"].items() for noun in nouns.split()
    }
    return _Table(
        raw["honorific"],
        titles,
        persons,
        given,
        frozenset(raw["organisation"]["words"].split()),
        frozenset(raw["function"]["words"].split()),
    )


def _bare(words: str) -> str:
    return words.lower().replace("’", "'").replace(".", "").replace("-", " ").strip(" ,")


def is_honorific(word: str) -> bool:
    """Whether `word` is a courtesy title or one of clergy and nobility ("Mrs.", "Dr", "Pope")."""
    return _bare(word) in _table().honorifics


def gender_of_honorific(word: str) -> str:
    """`m` or `f` where the honorific tells, else ""."""
    return _table().honorifics.get(_bare(word), "")


def is_title(words: str) -> bool:
    """Whether `words` are an honorific, a rank or an office, short or long, or end with one ("District Attorney")."""
    table = _table()
    bare = _bare(words)
    return bare in table.honorifics or bare in table.titles or bare.rpartition(" ")[2] in table.titles


def title_key(words: str) -> str:
    """The full form of a title: "Gov." gives "governor", "Lt. Col." "lieutenant colonel"; others come back bare."""
    bare = _bare(words)
    titles = _table().titles
    if bare in titles:
        return titles[bare]
    return " ".join(titles.get(word, word) for word in bare.split())


def leading_title(words: Sequence[str]) -> int:
    """How many of `words` before a name are its title: 2 for ["Police", "Chief", "Dana", "Okafor"].

    Capitalised words up to the last title word count, so that "Ninth Circuit District Attorney Lee" gives 4; a given
    name stops it. Gets wrong a surname that is an office ("Bishop Marshal Pope").
    """
    last = 0
    for at, word in enumerate(words[:-1], start=1):
        if is_title(word):
            last = at
        elif is_given_name(word):
            break
    return last


def is_person_noun(word: str) -> bool:
    """Whether the common noun `word` (any number) stands for a person ("driver", "mother", "suspects")."""
    return _bare(word) in _table().persons or lemma(_bare(word), "noun") in _table().persons


def gender_of_noun(word: str) -> str:
    """`m` or `f` where the noun tells ("mother"), else ""."""
    bare = _bare(word)
    return _table().persons.get(bare) or _table().persons.get(lemma(bare, "noun"), "")


def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name; of a double name ("Jean-Luc") the first part may be enough."""
    return _given(word) is not None


def gender_of_name(word: str) -> str:
    """`m` or `f` where the given name is borne by one gender alone as far as the table knows, else ""."""
    return _given(word) or ""


def _given(word: str) -> str | None:
    """Gender of a given name, "" where unknown, None for other words."""
    whole = word.lower().strip(".,")
    known = _table().given
    return known[whole] if whole in known else known.get(whole.partition("-")[0])


def is_organisation_word(word: str) -> bool:
    """Whether `word` begins or ends names of organisations ("Inc.", "University", "Department")."""
    return word.lower().strip(".,") in _table().organisations


def is_function_word(word: str) -> bool:
    """Whether `word`, written with a capital at the start of a sentence, is no name ("The", "Meanwhile")."""
    return word.lower().strip(".,") in _table().functions


def name_kind(words: str) -> str:
    """What a name looks like by its own words: `organisation`, `person` or "" where nothing tells."""
    parts = words.split()
    if not parts:
        return ""
    if is_organisation_word(parts[-1]) or (len(parts) > 1 and is_organisation_word(parts[0])):
        return "organisation"
    return "person" if is_honorific(parts[0]) or (len(parts) > 1 and is_given_name(parts[0])) else ""
