"""Figures that one sentence adds up: "24 cars and four trucks"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from claims.model import Claim, Span
from factcheck.model import Article

JOINT = re.compile(r"\s*(?:,|,? and|,? plus)\s+")
_KINDS = frozenset({"count", "money"})
Sums = Mapping[tuple[str, int], tuple[Claim, ...]]


def sums(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Sums:
    """For each claim (article, offset) the claims that its sentence joins to it by "and" or commas alone.

    The bias: "12 Somalis and 12 rifles" are joined, too; the rule that reads sums asks for a whole that is told
    elsewhere of the same things.
    """
    sentences: dict[tuple[str, Span, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in _KINDS:
            sentences[claim.article, claim.sentence, claim.value.dimension].append(claim)
    found: dict[tuple[str, int], tuple[Claim, ...]] = {}
    for (article, _, _), row in sentences.items():
        for joined in _rows(sorted(row, key=lambda claim: claim.span), articles[article].text):
            for claim in joined:
                found[article, claim.span.start] = tuple(other for other in joined if other is not claim)
    return found


def _rows(row: list[Claim], text: str) -> Iterable[list[Claim]]:
    """The stretches of two or more claims between which nothing but a joint stands."""
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or not JOINT.fullmatch(text, row[at - 1].span.end, row[at].span.start):
            if at - start > 1:
                yield row[start:at]
            start = at


def widened(claim: Claim, parts: Iterable[Claim]) -> Claim:
    """`claim` with a span from the first part of its sum to the last: a sum is one mention."""
    spans = [claim.span, *(part.span for part in parts)]
    return replace(claim, span=Span(min(s.start for s in spans), max(s.end for s in spans)))
