"""Figures that changed places: one article tells of 156 rebels and 17 soldiers, another of 17 rebels and 156 soldiers.

Two numbers in one sentence are easily swapped, and then every number of the one sentence stands in the other, too: what
is equal is not one fact, and what is one fact is not equal. Two sentences of two articles show a swap where they share
two figures and what is counted fits better crosswise. The bias: two sentences that tell of two real facts with the same
two figures crosswise ("12 boys and 9 girls" in one school, "9 boys and 12 girls" in the next) are taken for a swap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import combinations

from claims.model import Claim, Span
from claims.stage import WHOLE

Place = tuple[str, Span]
"""A claim, by its article and span."""
Swaps = Mapping[frozenset[Place], bool]
"""For a pair of claims of two articles True where they are one fact with its figures swapped, False where they are two
facts that have a figure in common because of it."""


def swaps(claims: Iterable[Claim]) -> Swaps:
    """The pairs of claims of a story that a swap of two figures concerns."""
    sentences: dict[Place, dict[Decimal, Claim]] = defaultdict(dict)
    for claim in claims:
        if len(claim.value.amounts) == 1:
            sentences[claim.article, claim.sentence].setdefault(claim.value.amounts[0], claim)
    found: dict[frozenset[Place], bool] = {}
    for x, y, figures in _shared(sentences):
        found.update(_swap(*(sentences[at][figure] for at in (x, y) for figure in figures)))
    return found


def _shared(sentences: Mapping[Place, dict[Decimal, Claim]]) -> list[tuple[Place, Place, tuple[Decimal, ...]]]:
    """The pairs of sentences of two articles that share two figures, with those."""
    having: dict[tuple[Decimal, ...], list[Place]] = defaultdict(list)
    for at in sorted(sentences):
        for figures in combinations(sorted(sentences[at]), 2):
            having[figures].append(at)
    return sorted((x, y, figures) for figures, at in having.items() for x, y in combinations(at, 2) if x[0] != y[0])


def _swap(a: Claim, b: Claim, c: Claim, d: Claim) -> dict[frozenset[Place], bool]:
    """What is swapped of `a` and `b` of one sentence and `c` and `d` of another, where `a` has the figure of `c`."""
    straight, across = ((a, c), (b, d)), ((a, d), (b, c))
    fits, crosswise = ([_likeness(x, y) for x, y in pairs] for pairs in (straight, across))
    if max(fits) == _SAME or max(crosswise) < _SAME or (max(fits) and min(crosswise) < _SAME):
        return {}
    if any(x.value.dimension != y.value.dimension for x, y in across):
        return {}
    pairs = [(pair, True) for pair in across] + [(pair, False) for pair in straight]
    return {frozenset((x.at, y.at)): swapped for (x, y), swapped in pairs}


_SAME = 2


def _likeness(a: Claim, b: Claim) -> int:
    """How much what two figures count is alike: 2 the same words, 1 the same noun, 0 another or none.

    A whole and what is a part of it are no more alike than that: "10 of 16 games" and "16 of 10 games".
    """
    if a.value.dimension != b.value.dimension or (a.kind != "count" and a.value.unit != b.value.unit):
        return 0
    if a.noun is None or b.noun is None:
        return _SAME if a.noun is b.noun and a.kind != "count" else 0
    if a.noun.lemma != b.noun.lemma:
        return 0
    if (WHOLE in a.scope) != (WHOLE in b.scope):
        return 1
    return _SAME if a.noun.modifiers == b.noun.modifiers else 1
