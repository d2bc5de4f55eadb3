"""Sums in two currencies: made comparable by a rate that the user supplied, or by the sums that they convert."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from claims.model import Claim, Span
from factcheck.judge.case import Case
from factcheck.model import Article

_OPENS = re.compile(r"\s*[(\[]\s*(?:or\s+|that is,?\s+)?")
_CLOSES = re.compile(r"\s*+(?:at the time\s*+)?[)\]]")


def originals(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[tuple[str, int], Claim]:
    """For each sum that stands alone in brackets (article, offset) the sum in another currency right before them."""
    sentences: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "money":
            sentences[claim.article, claim.sentence].append(claim)
    found = {}
    for (article, _), row in sentences.items():
        text = articles[article].text
        row.sort(key=lambda claim: claim.span)
        for original, converted in pairwise(row):
            opened = _OPENS.fullmatch(text, original.span.end, max(original.span.end, converted.span.start))
            closed = _CLOSES.match(text, converted.span.end)
            if opened and closed and original.value.dimension != converted.value.dimension:
                found[article, converted.span.start] = original
    return found


def comparable(case: Case) -> Case:
    """The case with both sums in one currency, and in words what made them so; another case as it is.

    Two conversions of sums in one currency are judged by those sums: each newsroom converts by a rate of its own.
    """
    if case.kind != "money":
        return case
    sides = (case.a.claim, case.b.claim)
    first, second = (case.facts.originals.get((claim.article, claim.span.start)) for claim in sides)
    if first and second and first.value.dimension == second.value.dimension:
        says = f"converted from {first.value.words} and {second.value.words}"
        return _with(case, _valued(sides[0], first), _valued(sides[1], second), says)
    both = case.facts.exchange.common(*sides)
    return _with(case, *both) if both and both[2] else case


def _with(case: Case, a: Claim, b: Claim, says: str) -> Case:
    return replace(case, a=replace(case.a, claim=a), b=replace(case.b, claim=b), by=says)


def _valued(claim: Claim, like: Claim) -> Claim:
    """The claim with the value of another, in its own words and figures."""
    own, given = claim.value, like.value
    value = replace(given, written_unit=own.written_unit, amounts=own.amounts, words=own.words, trend=own.trend)
    return replace(claim, reading=replace(claim.reading, value=value))
