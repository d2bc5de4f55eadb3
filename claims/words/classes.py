"""Which happening, measure or counted thing a news word names, and how two of them lie to each other.

Look-ups over three hand-made tables (`classes_event.toml`, `classes_attribute.toml`, `classes_noun.toml`). A word may
be in several classes ("strike" is an attack, a walkout and a hit): all are given, the context must choose. That is the
bias of the tables: two words that share one of several senses look alike ("fired at the crowd", "fired the coach").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache

from claims.words.classes_order import Order, news_order, precedes
from claims.words.classes_phrase import Hit, classes_in
from claims.words.classes_table import ClassKind, Pos, WordClass, tables
from claims.words.lemma import lemma as lemma_of
from claims.words.spelling import american

__all__ = [
    "Hit", "Kinship", "Order", "ancestors", "attribute_classes", "class_names", "classes_in", "converse",
    "event_classes", "excluded", "implied_events", "is_a", "is_general", "kinship", "nearest", "news_order", "normal",
    "noun_classes", "opposed", "precedes", "related", "roles", "word_class",
]  # fmt: skip

_POS = {
    "verb": Pos.VERB, "VERB": Pos.VERB, "AUX": Pos.VERB, "noun": Pos.NOUN, "NOUN": Pos.NOUN, "PROPN": Pos.NOUN,
    "adj": Pos.ADJ, "ADJ": Pos.ADJ,
}  # fmt: skip
_NONE: frozenset[str] = frozenset()


class Kinship(StrEnum):
    """How two classes lie to each other, nearest first."""

    SAME = "same"
    ANCESTOR = "ancestor"
    """One is a wider class of the other (vehicles, trucks)."""
    CONVERSE = "converse"
    """The same happening from the other side (beat, lose to)."""
    NEAR = "near"
    """Often the same happening, told by its cause, effect or circumstance (a crash, people killed)."""
    SIBLING = "sibling"
    """Both are narrower classes of one class."""
    NONE = "none"
    OPPOSED = "opposed"
    """Another role in one happening (killed, injured) or another thing: figures never meet, dates may."""
    EXCLUDED = "excluded"
    """Another happening (charged, convicted): neither figures nor dates meet."""


_CLOSENESS = {
    Kinship.SAME: 1.0, Kinship.ANCESTOR: 0.7, Kinship.CONVERSE: 0.6, Kinship.NEAR: 0.5, Kinship.SIBLING: 0.3,
    Kinship.NONE: 0.0, Kinship.OPPOSED: -1.0, Kinship.EXCLUDED: -1.0,
}  # fmt: skip


# ---------------------------------------------------------------------------------------------- from words


def event_classes(lemma: str, pos: str = "") -> frozenset[str]:
    """Event classes of `lemma` (several words allowed) as `pos` ("verb", "noun", "adj" or a universal tag; "": any)."""
    return _lookup(ClassKind.EVENT, lemma, pos)


def attribute_classes(lemma: str, pos: str = "") -> frozenset[str]:
    """Attribute classes of `lemma` (several words allowed) as `pos` ("verb", "noun", "adj" or a tag; "": any)."""
    return _lookup(ClassKind.ATTRIBUTE, lemma, pos)


def noun_classes(lemma: str, modifiers: Sequence[str] = ()) -> frozenset[str]:
    """Noun classes of a counted noun; with its modifiers' lemmas, of the longest form that is known ("fire engine")."""
    for start in range(len(modifiers)):
        found = _lookup(ClassKind.NOUN, " ".join((*modifiers[start:], lemma)), "")
        if found:
            return found
    return _lookup(ClassKind.NOUN, lemma, "")


@lru_cache(maxsize=65536)
def _lookup(kind: ClassKind, lemma: str, pos: str) -> frozenset[str]:
    tag = _POS.get(pos)
    if pos and tag is None:
        return _NONE
    lexicon = tables().lexicons.get((kind, tag), {})
    form = normal(lemma)
    return lexicon.get(form) or lexicon.get(_uninflected(form, tag), _NONE)


def _uninflected(form: str, tag: Pos | None) -> str:
    """`form` with its inflected word taken back by rules: a parser's lemma may be none ("struck", "insurgents")."""
    before, space, after = form.partition(" ")
    if tag is Pos.VERB or not space:
        return lemma_of(before, tag or "") + space + after
    return f"{form.rpartition(' ')[0]} {lemma_of(form.rpartition(' ')[2], tag or '')}"


def normal(words: str) -> str:
    """`words` as the tables write them: lower case, American spelling, no hyphens, single spaces."""
    return " ".join(american(word) for word in words.lower().replace("-", " ").split())


# ------------------------------------------------------------------------------------------ between classes


def word_class(name: str) -> WordClass:
    """The class named `name`; KeyError where there is none."""
    return tables().classes[name]


def class_names() -> tuple[str, ...]:
    """Every class's name, in the order of the tables."""
    return tuple(tables().classes)


def ancestors(name: str) -> tuple[str, ...]:
    """The wider classes of `name`, nearest first; () for a class that is unknown or has none."""
    return tables().lineage.get(name, ())


def is_a(name: str, wider: str) -> bool:
    """Whether `name` is `wider` or one of its narrower classes."""
    return name == wider or wider in ancestors(name)


def is_general(name: str) -> bool:
    """Whether the words of `name` are too general to tell one happening from another (say, give, reach)."""
    found = tables().classes.get(name)
    return found is not None and found.general


@lru_cache(maxsize=65536)
def opposed(a: str, b: str) -> bool:
    """Whether `a` and `b`, or classes above them, are certainly different roles, things or happenings; symmetric.

    Figures of opposed classes never meet. Their dates may: killed and injured on one day (see `excluded`).
    """
    return _tied(a, b, tables().opposed)


def excluded(a: str, b: str) -> bool:
    """Whether `a` and `b`, or classes above them, are different happenings, so that not even dates meet; symmetric."""
    return _tied(a, b, tables().excluded)


def _tied(a: str, b: str, pairs: frozenset[frozenset[str]]) -> bool:
    return any(frozenset({x, y}) in pairs for x in (a, *ancestors(a)) for y in (b, *ancestors(b)) if x != y)


def converse(a: str, b: str) -> bool:
    """Whether `a` and `b` tell one happening from its two sides (beat / lose to, buy / sell)."""
    known = tables().classes
    return (a in known and known[a].converse == b != "") or (b in known and known[b].converse == a != "")


@lru_cache(maxsize=65536)
def kinship(a: str, b: str) -> Kinship:
    """How `a` and `b` lie to each other; symmetric. Opposition wins over every other tie but `SAME`."""
    if a == b:
        return Kinship.SAME
    if opposed(a, b):
        return Kinship.EXCLUDED if excluded(a, b) else Kinship.OPPOSED
    if a in ancestors(b) or b in ancestors(a):
        return Kinship.ANCESTOR
    if converse(a, b):
        return Kinship.CONVERSE
    if _tied(a, b, tables().near):
        return Kinship.NEAR
    return Kinship.SIBLING if set(ancestors(a)) & set(ancestors(b)) else Kinship.NONE


def related(a: str, b: str) -> float:
    """Closeness of two classes from 1.0 (same) over 0.0 (nothing known) to -1.0 (opposed); symmetric."""
    return _CLOSENESS[kinship(a, b)]


def nearest(a: Collection[str], b: Collection[str]) -> Kinship:
    """The best tie between two words' classes: opposed or excluded only where every pair of senses is."""
    return _nearest(frozenset(a), frozenset(b))


@lru_cache(maxsize=65536)
def _nearest(a: frozenset[str], b: frozenset[str]) -> Kinship:
    ties = {kinship(x, y) for x in a for y in b}
    return next((tie for tie in Kinship if tie in ties), Kinship.NONE)


def implied_events(names: Collection[str]) -> frozenset[str]:
    """Event classes that noun and attribute classes alone tell of: {"dead"} gives {"kill"}, {"salary"} {"earn"}."""
    known = tables().classes
    return frozenset(known[name].event for name in names if name in known and known[name].event)


def roles(names: Collection[str]) -> frozenset[str]:
    """What the affected people or things of these event or noun classes are counted as: {"kill"} gives {"killed"}."""
    known = tables().classes
    return frozenset(known[name].role for name in names if name in known and known[name].role)
