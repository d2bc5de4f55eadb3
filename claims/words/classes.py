"""Which happening, measure or counted thing a news word names, and how two of them lie to each other.

Look-ups over three hand-made tables (`classes_event.toml`, `classes_attribute.toml`, `classes_noun.toml`) and the order
in which events follow one another (`classes_order.toml`). A word may be in several classes ("strike" is an attack, a
walkout and a hit): all are given, the context must choose. That is the bias of the tables: two words that share one of
several senses look alike ("fired at the crowd", "fired the coach").
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from claims.words.classes_table import GAP, GAP_WORDS, ClassKind, Pos, WordClass, tables
from claims.words.lemma import lemma as lemma_of
from claims.words.spelling import american

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the tables found in a row of lemmas."""

    start: int
    """Position of its first lemma."""
    end: int
    """Position after its last lemma."""
    classes: frozenset[str]
    """Classes it belongs to."""
    pos: Pos
    """Its part of speech in the tables."""


@dataclass(frozen=True, slots=True)
class Order:
    """Two events of one story that follow one another, for the same person or thing."""

    before: str
    """Event class that comes first (or on the same day)."""
    after: str
    """Event class that comes second."""
    certain: bool
    """Whether it cannot be otherwise; else it is only usual."""


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


def classes_in(lemmas: Sequence[str]) -> tuple[Hit, ...]:
    """Multiword forms in a row of lemmas, leftmost and longest first, none overlapping; hyphens are skipped."""
    words = [(at, american(lemma.lower())) for at, lemma in enumerate(lemmas) if lemma not in ("-", "–")]
    found: list[Hit] = []
    at = 0
    while at < len(words):
        best = _longest(words, at)
        if best is None:
            at += 1
            continue
        stop, hit = best
        found.append(hit)
        at = stop
    return tuple(found)


def _longest(words: Sequence[tuple[int, str]], at: int) -> tuple[int, Hit] | None:
    best: tuple[int, int, Pos] | None = None
    ids: set[str] = set()
    for form, pos, name in tables().phrases.get(words[at][1], ()):
        stop = _match(words, at, form)
        if stop is None:
            continue
        rank = (len([word for word in form if word != GAP]), stop, pos)
        if best is None or rank[:2] > best[:2]:
            best, ids = rank, {name}
        elif rank == best:
            ids.add(name)
    if best is None:
        return None
    return best[1], Hit(words[at][0], words[best[1] - 1][0] + 1, frozenset(ids), best[2])


def _match(words: Sequence[tuple[int, str]], at: int, form: Sequence[str]) -> int | None:
    """Position after `form` laid at `at`, each gap as short as it can be, or None."""
    for index, word in enumerate(form):
        if word == GAP:
            rest = form[index + 1 :]
            starts = range(at, min(at + GAP_WORDS, len(words) - 1) + 1)
            return next((stop for start in starts if (stop := _match(words, start, rest)) is not None), None)
        if at >= len(words) or words[at][1] != word:
            return None
        at += 1
    return at


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


# ------------------------------------------------------------------------------------------------ in time


@lru_cache(maxsize=1)
def news_order() -> tuple[Order, ...]:
    """The order in which events of one story follow one another (`classes_order.toml`)."""
    raw = tomllib.loads(files("claims.words").joinpath("classes_order.toml").read_text("utf-8"))
    return tuple(
        Order(before, after, certain == "certain")
        for certain, pairs in raw.items()
        for before, afters in pairs.items()
        for after in (name.strip() for name in afters.split(","))
    )


@lru_cache(maxsize=4096)
def precedes(a: str, b: str, *, usual: bool = False) -> bool:
    """Whether event class `a` comes before `b` (or on the same day), through any chain of orders.

    Narrower classes take the order of wider ones (a derailment is a crash). With `usual`, orders that only mostly hold
    count too.
    """
    after: dict[str, set[str]] = {}
    for order in news_order():
        if order.certain or usual:
            after.setdefault(order.before, set()).add(order.after)
    seen: set[str] = set()
    todo = [a]
    while todo:
        name = todo.pop()
        for above in (name, *ancestors(name)):
            fresh = after.get(above, set()) - seen
            seen |= fresh
            todo.extend(fresh)
    return not seen.isdisjoint((b, *ancestors(b)))
