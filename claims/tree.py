"""A parsed sentence as plain values, so that nothing beyond `nlp` needs spaCy.

Labels follow Universal Dependencies v2 (https://universaldependencies.org/u/dep/), tags the Penn Treebank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

AS_WRITTEN: Mapping[str, str] = MappingProxyType({})
"""What a parser is shown in place of names (in lower case) where it is shown them all as they are."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence, with offsets into the view of its block."""

    i: int
    """Position in the sentence, from 0."""
    text: str
    """As it stands in the view."""
    lemma: str
    """Lower-case lemma (names keep their case in `text`)."""
    tag: str
    """Penn Treebank tag."""
    pos: str
    """Universal part of speech."""
    dep: str
    """Universal Dependencies relation, subtype included ("nsubj:pass")."""
    head: int
    """Position of the head; the root's own position."""
    start: int
    """Offset of the first character in the view."""
    end: int
    """Offset after the last character in the view."""
    morph: str = ""
    """Universal features, e.g. "Tense=Past|VerbForm=Fin"."""


def _plain(dep: str) -> str:
    return dep.partition(":")[0]


@dataclass(frozen=True)
class Tree:
    """A sentence's dependency tree."""

    tokens: tuple[Token, ...]
    """Tokens in text order."""

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(found) for found in below)

    def children(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token `i` in text order; with `deps`, those whose relation (without subtype) is one of them."""
        below = self._children[i]
        if not below:
            return []
        found = [self.tokens[child] for child in below]
        if not deps:
            return found
        return [token for token in found if token.dep in deps or (":" in token.dep and _plain(token.dep) in deps)]

    def with_lemmas(self, lemma: Callable[[str, str], str]) -> Tree:
        """The same tree with the lemma of each noun and verb as `lemma(word, pos)` gives it."""

        def told(token: Token) -> Token:
            if token.pos not in ("NOUN", "VERB") or (found := lemma(token.text, token.pos)) == token.lemma:
                return token
            return replace(token, lemma=found)

        return Tree(tuple(map(told, self.tokens)))

    def with_titles(self) -> Tree:
        """The same tree with each noun right before a name hung on the name where both stand as subjects of one verb.

        A clause has one subject, so the noun says who that is: "substitute Ana Pell scored".
        """
        titles = {
            noun.i: replace(noun, head=name.i, dep="nmod:desc")
            for noun, name in pairwise(self.tokens)
            if noun.pos == "NOUN" and name.pos == "PROPN" and noun.head == name.head
            and {_plain(noun.dep), _plain(name.dep)} == {"nsubj"}
        }  # fmt: skip
        return Tree(tuple(titles.get(token.i, token) for token in self.tokens)) if titles else self

    def head(self, i: int) -> Token:
        """The head of token `i` (the root is its own head)."""
        return self.tokens[self.tokens[i].head]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def subtree(self, i: int) -> list[Token]:
        """Token `i` and all below it, in text order."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self._children[at])
        return [self.tokens[at] for at in sorted(found)]

    def covering(self, start: int, end: int) -> list[Token]:
        """Tokens that share a character with `start`..`end` of the view."""
        return [token for token in self.tokens if token.start < end and start < token.end]

    def top(self, start: int, end: int) -> Token | None:
        """The token of `start`..`end` whose head lies outside it (the first, if there are several)."""
        inside = self.covering(start, end)
        positions = {token.i for token in inside}
        for token in inside:
            if token.head not in positions or token.head == token.i:
                return token
        return None
