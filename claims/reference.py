"""Who "he", "the driver" and "Whitfield" are: words that point to somebody the article has named.

A deliberately small resolver in the manner of centering theory (Grosz, Joshi and Weinstein 1995): the centre of a
sentence is the person named first in it, and a pronoun points to the latest centre of its gender. What it gets wrong: a
pronoun for somebody who was only named as an object ("Ana hit Ben. He fell." with both names of unknown gender).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claims.model import Entity, Reading, Span
from claims.register import Known, Name, Register, is_landmark
from claims.tree import Token, Tree
from claims.words.classes import Hit, classes_in
from claims.words.cues import cues
from claims.words.title import gender_of_noun, is_person_noun, is_title

_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = cues("things")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True)
class Scene:
    """One sentence of an article, with everything needed to say who its words mean."""

    tree: Tree
    """Its tree; offsets count from the start of the sentence."""
    block: int
    """Number of its block."""
    offset: int
    """Where the sentence starts in the block's view."""
    register: Register
    """Who the article names."""
    readings: tuple[Reading, ...] = ()
    """Its readings, in offsets of the sentence."""
    centres: tuple[str, ...] = ()
    """Keys of the people that earlier sentences were about, latest first."""
    _cache: dict[int, Entity] = field(default_factory=dict)

    @cached_property
    def _phrases(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in classes_in([token.lemma for token in self.tree.tokens]) if hit.end - hit.start > 1)

    def phrase_classes(self, token: Token) -> frozenset[str]:
        """Classes of the form of several words that `token` is part of ("find guilty"), or none."""
        return next((hit.classes for hit in self._phrases if hit.start <= token.i < hit.end), frozenset())

    def is_phrase(self, one: Token, other: Token) -> bool:
        """Whether both tokens are part of one form of several words: "took" and "effect"."""
        return any(hit.start <= one.i < hit.end and hit.start <= other.i < hit.end for hit in self._phrases)

    def span(self, token: Token) -> Span:
        """The token's place in the sentence."""
        return Span(token.start, token.end)

    def is_value(self, token: Token) -> bool:
        """Whether the token belongs to a reading of this sentence."""
        return any(r.core.start < token.end and token.start < r.core.end for r in self.readings)

    def by_age(self, token: Token) -> str:
        """The words of an age that stands for who has it ("the 41-year-old died"), else ""."""
        said = self.tree.children(token.i, "nsubj", "cop") or token.dep.startswith("appos")
        if token.lemma != "old" or said or not self.tree.children(token.i, "det"):
            return ""
        inside = (r for r in self.readings if r.kind == "age" and r.core.start <= token.start < r.core.end)
        return next((r.value.words for r in inside), "")

    @cached_property
    def mentions(self) -> tuple[Name, ...]:
        """Where the sentence names somebody or something, in text order."""
        end = self.tree.tokens[-1].end if self.tree.tokens else 0
        return tuple(self.register.inside(self.block, self.offset, self.offset + end))

    @cached_property
    def named(self) -> frozenset[str]:
        """Keys of everybody and everything named in the sentence."""
        return frozenset(name.key for name in self.mentions)

    @cached_property
    def places(self) -> frozenset[str]:
        """Keys of the places named in the sentence."""
        return frozenset(key for key in self.named if self.register.known[key].type == "place")

    def words(self, token: Token) -> str:
        """The noun phrase or name that `token` heads, as written, without what hangs on it behind."""
        name = self._name(token)
        if name is not None:
            return name.words
        before = [
            child.text for child in self.tree.children(token.i, "amod", "compound", "nmod") if child.end <= token.start
        ]
        return " ".join([*before, token.text])

    def entity(self, token: Token) -> Entity:
        """Who or what the noun phrase headed by `token` is."""
        if token.i not in self._cache:
            self._cache[token.i] = self._entity(token)
        return self._cache[token.i]

    def person(self, key: str, words: str, lemma: str = "", modifiers: tuple[str, ...] = ()) -> Entity:
        """The entity of somebody the article names."""
        known = self.register.known.get(key)
        nouns = known.nouns if known else frozenset()
        return Entity(key, words, known.type if known else "", True, "", lemma, modifiers, nouns | ({lemma} - {""}))

    def _entity(self, token: Token) -> Entity:
        lemma = token.lemma
        modifiers = self._modifiers(token)
        if aged := self.by_age(token):
            return Entity("person", aged, "person", False, "", "person", (), frozenset({"person"}))
        name = self._name(token)
        if name is not None:
            common = lemma if token.pos == "NOUN" else ""
            return self.person(name.key, name.words, common, modifiers)
        if lemma in _PRONOUNS:
            found = self._pronoun(token)
            return self.person(found, token.text) if found else Entity("", token.text, "person", False)
        if lemma in _THINGS or token.pos == "PRON":
            return Entity("", token.text, "", False)
        found = self._definite(token)
        if found:
            return self.person(found, token.text, lemma, modifiers)
        kind = "person" if is_person_noun(lemma) else ""
        return Entity(lemma, self.words(token), kind, False, "", lemma, modifiers, frozenset({lemma}))

    def _modifiers(self, token: Token) -> tuple[str, ...]:
        found = []
        for child in self.tree.children(token.i, "amod", "compound", "nmod"):
            if child.pos in ("ADJ", "NOUN", "PROPN") and not self.is_value(child):
                owner = self._own_name(child)
                found.append(owner.key if owner else child.lemma)
        return tuple(found)

    def _own_name(self, token: Token) -> Name | None:
        inside = self.register.inside(self.block, self.offset + token.start, self.offset + token.end)
        return inside[0] if inside else None

    def _name(self, token: Token) -> Name | None:
        """The name that `token` is part of, or that stands beside it for the same person ("driver Ana Whitfield")."""
        own = self._own_name(token) or self._titled(token)
        if own is not None:
            return (
                own if token.pos != "NOUN" or own.end - own.start > len(token.text) or token.text[0].isupper() else None
            )
        if token.pos != "NOUN":
            return None
        set_off = self._set_off(token) if token.dep in ("appos", "nmod:desc") else None
        if set_off is not None and is_person_noun(token.lemma):
            return set_off
        for child in self.tree.children(token.i, "appos", "flat", "compound", "nmod"):
            beside = self._own_name(child)
            joined = child.dep.partition(":")[0] in ("appos", "flat") or child.dep in ("nmod:desc", "nmod:unmarked")
            if (
                beside is not None
                and (joined or self._is_next(token, child))
                and not self.tree.children(child.i, "case")
            ):
                known = self.register.known.get(beside.key)
                if known is None or known.type in ("person", "") or not is_person_noun(token.lemma):
                    return beside
        return set_off if is_landmark(token.lemma) else None

    def _titled(self, token: Token) -> Name | None:
        """The name behind a title that a parser takes for its head: Vale in "Mr Vale"."""
        flat = self.tree.children(token.i, "flat") if is_title(token.lemma) else []
        return self._own_name(flat[0]) if flat else None

    def _set_off(self, noun: Token) -> Name | None:
        """The name that `noun` is set off behind: Pike in "Pike, of Denby, a father of two"; no person is a place."""
        up = self.tree.head(noun.i)
        if is_person_noun(noun.lemma) and self.tree.children(up.i, "case"):
            up = self.tree.head(up.i)
        return self._own_name(up) if up.pos == "PROPN" or up.text[:1].isupper() else None

    def apposed(self, noun: Token) -> Name | None:
        """The person whom `noun` is in apposition to, whatever it means: Low in "Ana Low, a 41-year-old roofer"."""
        beside = [self.tree.head(noun.i)] if noun.dep == "appos" else self.tree.children(noun.i, "appos")
        names = [name for token in beside if token.pos == "PROPN" and (name := self._own_name(token)) is not None]
        known = self.register.known.get(names[0].key) if names else None
        return names[0] if known is not None and known.type in ("person", "") else None

    def _is_next(self, token: Token, child: Token) -> bool:
        """Whether a name that hangs on a noun follows it with no preposition between.

        In "the son of drummer John Barlow" a parser hangs the name on the son as often as on the drummer.
        """
        return child.i > token.i and all(each.pos != "ADP" for each in self.tree.tokens[token.i : child.i])

    def _pronoun(self, token: Token) -> str:
        gender = _PRONOUNS[token.lemma]
        before = [
            name.key
            for name in reversed(self.register.inside(self.block, self.offset, self.offset + token.start))
            if self._can_be(name.key, gender)
        ]
        subjects = [key for key in before if key in self.centres]
        for key in (*subjects, *before[::-1], *self.centres):
            if self._can_be(key, gender):
                return key
        return ""

    def _can_be(self, key: str, gender: str) -> bool:
        known = self.register.known.get(key)
        return (
            known is not None
            and known.type in ("person", "")
            and known.gender in ("", gender)
            and known.type != "place"
        )

    def _definite(self, token: Token) -> str:
        """Whom or what a definite noun means, if the article calls just one so ("the driver", "the island")."""
        if not (is_person_noun(token.lemma) or is_landmark(token.lemma)) or token.tag == "NNS":
            return ""
        determined = [child.lemma for child in self.tree.children(token.i, "det", "nmod") if child.lemma in _DEFINITE]
        if not determined or determined[0] not in ("the", "this", "that"):
            return ""
        called = [person.key for person in self.register.known.values() if token.lemma in person.nouns]
        if len(called) == 1:
            return called[0]
        near = [key for key in self.centres if key in called]
        return near[0] if near else ""


def centre(register: Register, block: int, start: int, end: int, before: Sequence[str]) -> tuple[str, ...]:
    """The people the text is about after a sentence from `start` to `end`: those it names first, then earlier ones."""
    named = [name.key for name in register.inside(block, start, end) if _is_person(register.known.get(name.key))]
    return tuple(dict.fromkeys([*named, *before]))[:6]


def _is_person(known: Known | None) -> bool:
    return known is not None and (known.type == "person" or (known.type == "" and known.count > 1))


def gendered(lemma: str) -> str:
    """Gender that a noun is certain of ("mother": f), or ""."""
    return gender_of_noun(lemma)
