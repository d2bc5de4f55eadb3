"""Attributes that the words around a value name: depth, price, length of a sentence."""

from __future__ import annotations

from claims.clause import Governor, subject_of
from claims.model import Event, Reading
from claims.tree import Token, Tree
from claims.words.classes import attribute_classes, event_classes, is_a, word_class
from claims.words.classes_table import ClassKind
from claims.words.cues import cues


def path_facets(found: Governor) -> set[str]:
    """Attributes on the way from the value to its verb ("9 ft long", "at a depth of 35 km")."""
    return {
        f"{name}:other"
        for token in found.path
        for name in measures(token) | (event_classes(token.lemma, "noun") if token.pos == "NOUN" else set())
    }


def attributes(
    reading: Reading, tree: Tree, head: Token, found: Governor | None, event: Event | None
) -> frozenset[str]:
    """The attributes that the words around a measure name: its noun, its adjective, its verb, its own words."""
    beside = tree.children(head.i, "nmod", "advmod", "amod", "compound", "acl")
    tokens = [head, *(token for token in beside if not _is_named_with(tree, token))]
    tokens += tree.covering(reading.span.start, reading.span.end)
    names = {
        name
        for token in tokens
        if not reading.span.start <= token.start < reading.core.start
        for name in measures(token)
    }
    if reading.kind == "distance" and _is_below(tree, head):
        names.add("depth")
    if found is not None:
        names |= {name for token in found.path for name in measures(token)}
    if event is not None:
        names |= {name for name in event.classes if word_class(name).kind is ClassKind.ATTRIBUTE}
    if reading.kind == "money" and _is_price_of(tree, head):
        names.add("cost")
    if found is not None and event is not None and _moves(event) and reading.kind in _MOVED:
        names |= _moved(tree, found.token)
    return frozenset(names)


def _is_named_with(tree: Tree, token: Token) -> bool:
    """Whether a noun tells what a sum holds or leaves out and not what it is: "$4.7 billion including debt"."""
    marks = {mark.lemma for mark in tree.children(token.i, "case", "mark", "advmod", "cc")} | {token.lemma}
    return bool(marks & _WITH)


_WITH = frozenset({"including", "include", "excluding", "exclude", "plus", "minus", "without", "besides", "except"})


def _is_price_of(tree: Tree, head: Token) -> bool:
    """Whether a sum stands before a thing and says what it costs: "a $20 million library", "the £18m wall".

    Only before what is built or bought: a $12 billion market is worth that, a $4 billion deal is one.
    """
    thing = tree.head(head.i)
    before = head.dep.partition(":")[0] in ("compound", "amod", "nummod", "nmod") and thing.i > head.i
    return before and thing.pos == "NOUN" and thing.lemma in cues("built")


def _moves(event: Event) -> bool:
    """Whether a verb says that a figure went up or down, or to where: what it is the figure of is then its subject."""
    return not event.nominal and any(is_a(name, way) for name in event.classes for way in _WAYS)


_WAYS = ("change-direction", "reach")
_MOVED = frozenset({"percent", "money", "ratio"})


def _moved(tree: Tree, verb: Token) -> frozenset[str]:
    """The attribute that the subject of a change names: the profit of "profit rose 18 percent to $214 million"."""
    at = verb
    while at.dep.startswith(("conj", "xcomp")) and subject_of(tree, at.i) is None and at.head != at.i:
        at = tree.head(at.i)
    subject = subject_of(tree, at.i)
    return attribute_classes(subject.lemma, "noun") if subject is not None and subject.pos == "NOUN" else frozenset()


def _is_below(tree: Tree, head: Token) -> bool:
    """Whether a length reaches below something: "31 km below the surface"."""
    after = tree.tokens[head.i + 1 : head.i + 5]
    return (
        bool(after)
        and after[0].lemma in ("below", "beneath", "under", "underneath")
        and any(token.lemma in ("surface", "ground", "sea", "seabed", "seafloor", "waterline") for token in after)
    )


def measures(token: Token) -> frozenset[str]:
    """The attributes that a word names, as the part of speech that it is: "high" behind a figure is a height."""
    return attribute_classes(token.lemma, token.pos) or attribute_classes(token.lemma)
