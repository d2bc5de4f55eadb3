"""What a part of an alignment score answers with, and what all parts share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from claims.model import Claim, Span
from claims.region import meets, same_day
from claims.words.classes import is_a
from claims.words.day_bound import opened
from factcheck.swaps import Swaps, swaps

NEVER = "never"
"""The level that rules a pair out whatever the other parts say."""
Sentence: TypeAlias = tuple[str, Span]
"""A sentence with claims: its article and its span."""
_BRIEF = 2
_LEAD = 2
_SHARED = 6
"""Claims of a story that may state a value for it to be rare."""
_PAIRS = 2_000
"""Pairs of things whose common counts are kept at a time."""
_FAMILY = {"date": "date", "time": "date", "age": "age", "count": "count"}


@dataclass(frozen=True)
class Words:
    """How common words and values are in one story, so that rare ones weigh more."""

    sentences: int
    """Sentences with claims in the story."""
    lemmas: Counter[str]
    """For each lemma the sentences that hold it."""
    values: Counter[object]
    """For each value the claims that state it."""
    swaps: Swaps = field(default_factory=dict)
    """The pairs that a swap of two figures concerns."""
    brief: frozenset[str] = frozenset()
    """Articles of one or two sentences with claims: statements rather than reports."""
    told: Mapping[Sentence, frozenset[object]] = field(default_factory=dict)
    """For each sentence the values in it."""
    leads: frozenset[Sentence] = frozenset()
    """The first sentences with claims of each article that is no mere statement."""
    things: Mapping[str, str] = field(default_factory=dict)
    """For each article what it is about, in a story with articles on several things."""
    parts: Mapping[str, Words] = field(default_factory=dict)
    """For each of these things the counts of the articles about it."""

    @classmethod
    def among(cls, claims: Iterable[Claim], things: Mapping[str, str]) -> Words:
        """The counts of a story's claims and those of its parts; `things` says what each article is about."""
        claims = tuple(claims)
        whole = cls.of(claims)
        own: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            own[things.get(claim.article, "")].append(claim)
        if len(own) < 2:
            return whole
        parts = {thing: replace(cls.of(told), swaps=whole.swaps) for thing, told in own.items()}
        return replace(whole, things={claim.article: thing for thing in own for claim in own[thing]}, parts=parts)

    def between(self, a: Claim, b: Claim) -> Words:
        """The counts of the articles on what the articles of two claims are about: others change nothing."""
        one, other = self.things.get(a.article), self.things.get(b.article)
        if one is None or other is None:
            return self
        if one == other:
            return self.parts[one]
        pair = min(one, other), max(one, other)
        if pair not in self._pairs:
            if len(self._pairs) > _PAIRS:
                self._pairs.clear()
            self._pairs[pair] = self.parts[one]._with(self.parts[other])
        return self._pairs[pair]

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], Words]:
        return {}

    def _with(self, other: Words) -> Words:
        return replace(
            self,
            sentences=self.sentences + other.sentences,
            lemmas=self.lemmas + other.lemmas,
            values=self.values + other.values,
            brief=self.brief | other.brief,
            told={**self.told, **other.told},
            leads=self.leads | other.leads,
        )

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Words:
        """The counts of a story's claims."""
        claims = tuple(claims)
        seen: dict[Sentence, frozenset[str]] = {}
        values: Counter[object] = Counter()
        figures: dict[Sentence, set[object]] = defaultdict(set)
        for claim in claims:
            seen[claim.article, claim.sentence] = claim.context | claim.names
            values[figure(claim)] += 1
            figures[claim.article, claim.sentence].add(figure(claim))
        lemmas: Counter[str] = Counter()
        for words in seen.values():
            lemmas.update(words)
        told = Counter(article for article, _ in seen)
        brief = frozenset(article for article, sentences in told.items() if sentences <= _BRIEF)
        stated = {at: frozenset(found) for at, found in figures.items()}
        order: dict[str, list[Sentence]] = defaultdict(list)
        for at in sorted(seen):
            order[at[0]].append(at)
        leads = frozenset(at for own in order.values() if len(own) > _BRIEF for at in own[:_LEAD])
        return cls(len(seen), lemmas, values, swaps(claims), brief, stated, leads)

    def rare(self, claim: Claim) -> frozenset[object]:
        """The values in the sentence of `claim` that are rare in the story."""
        at = claim.article, claim.sentence
        if at not in self._rare:
            self._rare[at] = frozenset(x for x in self.told.get(at, ()) if self.values[x] <= _SHARED)
        return self._rare[at]

    @cached_property
    def _rare(self) -> dict[Sentence, frozenset[object]]:
        return {}

    def weight(self, lemma: str) -> float:
        """How much a lemma that two sentences share says: the log of its rarity in the story."""
        return math.log((self.sentences + 1) / (self.lemmas[lemma] + 0.5))

    @cached_property
    def _norms(self) -> dict[frozenset[str], float]:
        return {}

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Weighted share of lemmas in common (0..1), by the smaller side."""
        shared = math.fsum(self.weight(lemma) for lemma in a & b)
        return shared / max(1e-9, min(self._norm(a), self._norm(b))) if shared else 0.0

    def _norm(self, words: frozenset[str]) -> float:
        if words not in self._norms:
            self._norms[words] = max(6.0, math.fsum(self.weight(lemma) for lemma in words))
        return self._norms[words]


@dataclass(frozen=True, slots=True)
class Level:
    """What one part says of a pair."""

    part: str
    """Name of the part."""
    level: str
    """Its level ("same", "alike", "different" ...)."""
    says: str = ""
    """Why, in plain words."""


def figure(claim: Claim) -> tuple[str, object]:
    """What a claim states, by which equal values are found."""
    return claim.value.dimension, claim.value.stated


Compare = Callable[[Claim, Claim, Words], Level]


def family(claim: Claim) -> str:
    """The family of kinds whose weights hold for a claim: age, date, count or measure."""
    return _FAMILY.get(claim.kind, "measure")


def apart(a: Claim, b: Claim) -> bool:
    """Whether the two values exclude each other; two ages told of two times need not."""
    if a.kind == "age" and a.as_of != b.as_of:
        return False
    x, y = opened(a, b, a.value.tolerated, b.value.tolerated)
    if type(x) is not type(y):
        return not same_day(x, y)
    return not meets(x, y)


def are_two_accounts(a: Claim, b: Claim) -> bool:
    """Whether two figures stand in two lines of the books: revenue and profit, exports and imports.

    A profit and a loss are one line with two signs, and one of the two may be wrong.
    """
    lines = [{name for name in claim.attributes if is_a(name, "account")} for claim in (a, b)]
    return all(lines) and not any("business-loss" in line for line in lines)
