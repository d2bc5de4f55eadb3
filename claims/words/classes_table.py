"""The tables of event, attribute and noun classes as frozen values, read once from TOML.

The form of the tables, and the inventories their ideas come from, stand at the head of `classes_event.toml`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import combinations
from types import MappingProxyType
from typing import Any

GAP = "*"
"""Stands in a multiword form for up to `GAP_WORDS` words of any kind."""
GAP_WORDS = 3
"""How many words a gap may swallow."""
_KEYS = (
    "parent", "splits", "opposes", "excludes", "near", "converse", "role", "event", "general", "shares", "source",
)  # fmt: skip


class ClassKind(StrEnum):
    """What the words of a class name."""

    EVENT = "event"
    ATTRIBUTE = "attribute"
    NOUN = "noun"


class Pos(StrEnum):
    """Part of speech of the words in the tables."""

    VERB = "verb"
    NOUN = "noun"
    ADJ = "adj"


@dataclass(frozen=True, slots=True)
class WordClass:
    """One class of the tables."""

    id: str
    """Its name, unique over all three tables."""
    kind: ClassKind
    """Whether its words name happenings, measures or counted things."""
    words: Mapping[Pos, tuple[str, ...]]
    """Lemmas by part of speech; multiword forms with single spaces, `*` for a gap."""
    parent: str = ""
    """The wider class, or ""."""
    splits: str = ""
    """How its children lie to one another: `opposes`, `excludes` or ""."""
    opposes: frozenset[str] = frozenset()
    """Classes of another role in one happening, as declared on this side."""
    excludes: frozenset[str] = frozenset()
    """Classes of another happening, as declared on this side."""
    near: frozenset[str] = frozenset()
    """Classes that often tell the same happening by its cause or effect, as declared on this side."""
    converse: str = ""
    """The same happening told from the other side, as declared on this side, or ""."""
    role: str = ""
    """What the affected people or things are counted as ("killed"), or ""."""
    event: str = ""
    """For nouns and attributes: the event class that the word alone tells of its things or figures, or ""."""
    general: bool = False
    """Whether its words are too general to tell one happening from another."""
    shares: frozenset[str] = frozenset()
    """Words it shares with an opposed class on purpose."""
    source: str = ""
    """Where the idea of the class comes from."""


Lexicon = Mapping[str, frozenset[str]]
"""From a word (or multiword form) to the ids of its classes."""


@dataclass(frozen=True)
class Tables:
    """All classes, with the look-ups made from them."""

    classes: Mapping[str, WordClass]
    """Every class by id, in the order of the tables."""

    @cached_property
    def lexicons(self) -> Mapping[tuple[ClassKind, Pos | None], Lexicon]:
        """Single and multiword forms without gap, by kind and part of speech (None: any)."""
        found: dict[tuple[ClassKind, Pos | None], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for each, pos, form in self.forms():
            if GAP not in form:
                found[each.kind, pos][form].add(each.id)
                found[each.kind, None][form].add(each.id)
        return {key: {form: frozenset(ids) for form, ids in lexicon.items()} for key, lexicon in found.items()}

    @cached_property
    def phrases(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Pos, str], ...]]:
        """Forms of several words by their first word: the words, the part of speech and the class id."""
        found: dict[str, list[tuple[tuple[str, ...], Pos, str]]] = defaultdict(list)
        for each, pos, form in self.forms():
            words = tuple(form.split(" "))
            if len(words) > 1:
                found[words[0]].append((words, pos, each.id))
        return {first: tuple(forms) for first, forms in found.items()}

    @cached_property
    def lineage(self) -> Mapping[str, tuple[str, ...]]:
        """For each class its ancestors, nearest first."""
        return {name: tuple(self._above(name)) for name in self.classes}

    @cached_property
    def excluded(self) -> frozenset[frozenset[str]]:
        """Pairs of classes of different happenings, as declared or through a splitting parent, children left out."""
        declared = {frozenset({name, other}) for name, each in self.classes.items() for other in each.excludes}
        return frozenset(declared | self._sisters("excludes"))

    @cached_property
    def opposed(self) -> frozenset[frozenset[str]]:
        """Pairs of classes of different roles or happenings, as declared or through a splitting parent."""
        declared = {frozenset({name, other}) for name, each in self.classes.items() for other in each.opposes}
        return frozenset(declared | self._sisters("opposes") | self.excluded)

    @cached_property
    def near(self) -> frozenset[frozenset[str]]:
        """Pairs of classes that often tell the same happening."""
        return frozenset(frozenset({name, other}) for name, each in self.classes.items() for other in each.near)

    def _sisters(self, how: str) -> set[frozenset[str]]:
        children = defaultdict(list)
        for name, each in self.classes.items():
            children[each.parent].append(name)
        return {
            frozenset(pair)
            for name, each in self.classes.items()
            if each.splits == how
            for pair in combinations(children[name], 2)
        }

    def forms(self) -> Iterator[tuple[WordClass, Pos, str]]:
        """Every form of every class with its part of speech."""
        for each in self.classes.values():
            for pos, forms in each.words.items():
                for form in forms:
                    yield each, pos, form

    def _above(self, name: str) -> Iterator[str]:
        seen = {name}
        while (name := self.classes[name].parent) and name not in seen:
            seen.add(name)
            yield name


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The shipped tables (read once)."""
    classes: dict[str, WordClass] = {}
    for kind in ClassKind:
        raw = tomllib.loads(files("claims.words").joinpath(f"classes_{kind}.toml").read_text("utf-8"))
        for name, entry in raw.items():
            if name in classes:
                raise ValueError(f"class {name!r} stands in two tables")
            classes[name] = _class(name, kind, entry)
    return Tables(MappingProxyType(classes))


def listed(text: str) -> tuple[str, ...]:
    """The items of a comma-separated list, without outer white space."""
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _class(name: str, kind: ClassKind, entry: Mapping[str, Any]) -> WordClass:
    unknown = entry.keys() - {*Pos, *_KEYS}
    if unknown:
        raise ValueError(f"class {name!r} has unknown keys: {', '.join(sorted(unknown))}")
    return WordClass(
        id=name,
        kind=kind,
        words={pos: listed(entry[pos]) for pos in Pos if pos in entry},
        parent=entry.get("parent", ""),
        splits=entry.get("splits", ""),
        opposes=frozenset(listed(entry.get("opposes", ""))),
        excludes=frozenset(listed(entry.get("excludes", ""))),
        near=frozenset(listed(entry.get("near", ""))),
        converse=entry.get("converse", ""),
        role=entry.get("role", ""),
        event=entry.get("event", ""),
        general=entry.get("general", False),
        shares=frozenset(listed(entry.get("shares", ""))),
        source=entry.get("source", ""),
    )
