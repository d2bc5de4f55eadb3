"""Whose age an age is: that of the name beside it, of the noun it modifies, of whom it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.clause import arguments, subject_of
from claims.frame import Frame
from claims.model import Entity, Reading
from claims.reference import Scene
from claims.tree import Token, Tree

_NEAR = 24
"""Characters that may stand between a name and an age of its own."""
_NAME_BEFORE_AGE = re.compile(r"(?:,? \(?|, )(?:(?:now|then|aged|age|only|just|is|was|turned|,) ?,? ?){0,2}$")


def aged(reading: Reading, around: Frame, scene: Scene, text: str) -> Entity | None:
    """Whose age it is: the name right before, the noun or name it modifies, the subject it is said of."""
    row = _row_of_ages(reading, scene, text)
    if len(row) > 1 and (names := _names_of_row(row[0], scene, text)):
        return names[row.index(reading)] if len(names) == len(row) else None
    named = _name_before(reading, scene, text)
    if named is not None:
        return named
    tree = scene.tree
    top = _top(reading, tree)
    if top is None:
        return None
    after = scene.register.inside(scene.block, scene.offset + reading.core.end, scene.offset + reading.core.end + 2)
    if after:
        return scene.person(after[0].key, after[0].words)
    found = _modified(tree, top) or _said_of(tree, top)
    if found is not None:
        name = scene.apposed(found)
        if name is not None:
            return scene.person(name.key, name.words)
        return scene.entity(_respective(reading, scene, found))
    if scene.by_age(top):
        return scene.entity(top)
    if top.lemma in _AGES and (borne := _borne(tree, top, scene)):
        return _person_first(borne)
    return _person_first([one for role in _SIDES for one in around.participants if one.role == role])


def _person_first(entities: Sequence[Entity]) -> Entity | None:
    return next((one for one in sorted(entities, key=lambda one: one.type != "person") if one.key), None)


_SIDES = ("affected", "agent", "is")
_AGES = frozenset({"age", "aged"})


def _top(reading: Reading, tree: Tree) -> Token | None:
    """The token that stands for an age in its clause: "ages" in "her sons, ages 6 and 9", "age" in "the age of 79"."""
    top = tree.top(reading.core.start, reading.core.end)
    for up in tree.ancestors(top.i) if top is not None else ():
        if up.lemma in _AGES and up.start < reading.core.start:
            return up
        if up.pos not in ("NUM", "ADJ"):
            break
    return top


def _borne(tree: Tree, age: Token, scene: Scene) -> list[Entity]:
    """Whose age the word "age" can be that hangs on a verb or noun: who died in "had died at the age of 79"."""
    head = tree.head(age.i)
    if age.dep.startswith("acl"):
        return [scene.entity(head)]
    sides = arguments(tree, head.i)
    return [scene.entity(token) for side in _SIDES for role, token in sides if role == side]


def _row_of_ages(reading: Reading, scene: Scene, text: str) -> list[Reading]:
    """The ages told in one row with `reading`, itself included: 13 and 14 of "Bell and Nunn, 13 and 14"."""
    row: list[Reading] = []
    for other in sorted((each for each in scene.readings if each.kind == "age"), key=lambda each: each.span):
        if row and text[row[-1].span.end : other.span.start] not in _ROW:
            if reading in row:
                break
            row = []
        row.append(other)
    return row


def _names_of_row(first: Reading, scene: Scene, text: str) -> list[Entity]:
    """The people named in a row right before the `first` of a row of ages, in text order; none without a name there.

    "Ana Low, Ben Low and Cy Low, 13 and 14" names three for two ages: who is which age is then not told.
    """
    found: list[Entity] = []
    end = first.span.start
    for name in scene.register.before(scene.block, scene.offset + first.core.start):
        if name.block != scene.block or name.start < scene.offset:
            break
        between = text[name.end - scene.offset : end]
        if not (between in _ROW if found else len(between) <= _NEAR and _BEFORE_ROW.fullmatch(between)):
            break
        found.insert(0, scene.person(name.key, name.words))
        end = name.start - scene.offset
    return found


_ROW = frozenset({" and ", ", ", ", and ", " or "})
_BEFORE_ROW = re.compile(r",? \(?(?:(?:who|both|were|are|then|now|aged|only|just) )*")


def _respective(reading: Reading, scene: Scene, found: Token) -> Token:
    """The second of two people for the second of two ages: "Ana and Ben, 13 and 14", "were 13 and 14"."""
    tree = scene.tree
    text = " ".join(token.text for token in tree.tokens if token.end <= reading.core.start)
    others = [token for token in tree.children(found.i, "conj") if token.pos in ("PROPN", "NOUN")]
    second = bool(others) and bool(_TWO_NUMBERS.search(text))
    return others[0] if second else found


_TWO_NUMBERS = re.compile(r"\b(?:\d{1,3}|[a-z]+) (?:years old )?and$")


def _name_before(reading: Reading, scene: Scene, text: str) -> Entity | None:
    near = scene.register.before(scene.block, scene.offset + reading.core.start)
    if not near or near[0].block != scene.block or near[0].end < scene.offset:
        return None
    between = text[near[0].end - scene.offset : reading.core.start]
    if len(between) <= _NEAR and _NAME_BEFORE_AGE.fullmatch(between):
        return scene.person(near[0].key, near[0].words)
    return None


def _modified(tree: Tree, top: Token) -> Token | None:
    """The noun that an age modifies: "26-year-old driver", "a man of 34", "the driver, 26"."""
    head = tree.head(top.i)
    base = top.dep.partition(":")[0]
    if head.i != top.i and base in ("amod", "compound", "nummod", "nmod", "appos") and head.pos in ("NOUN", "PROPN"):
        return head
    return None


def _said_of(tree: Tree, top: Token) -> Token | None:
    """The subject an age is predicated of: "he was 95", "who was 23 at the time"."""
    said = subject_of(tree, top.i)
    if said is not None and said.lemma in ("who", "that", "which") and top.dep.startswith("acl"):
        return tree.head(top.i)
    return said
