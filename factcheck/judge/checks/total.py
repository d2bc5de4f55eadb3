"""Parts that do not add up to the total they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claims.model import Claim
from claims.words.classes import is_a
from factcheck.judge.checks.check import Check, Contradiction, by_sentence, is_exact
from factcheck.judge.sums import JOINT
from factcheck.model import Article, Verdict

_OPENING = re.compile(r"(?P<gap>[^.;:,()—–\d]{0,60})\s*+[,:(—–]\s*+(?P<some>including|among them|some of them)?\s*+")
_OTHER = re.compile(r"\b(?:and|or|but|than|who|which|that|when|while|after|before|with|of|including)\b")
_CLOSING = re.compile(r"\s*(?:[.;)—–]|$)|,?\s+(?:were|was|are|is|have|had|died|burned)\b")
_PEOPLE = (
    frozenset({"men", "women", "boys", "girls"}),
    frozenset({"men", "women", "children"}),
    frozenset({"men", "women", "teenagers"}),
    frozenset({"adults", "children"}),
    frozenset({"adults", "teenagers"}),
    frozenset({"passengers", "crew"}),
    frozenset({"police", "civilians"}),
    frozenset({"soldiers", "civilians"}),
)
"""Ways in which people are parted so that nobody is counted twice."""


def _total(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """The parts that a sentence lists right behind a total do not add up to it.

    Only lists that can leave nobody out and count nobody twice: narrower things of the counted kind, joined by "and"
    and commas, behind a comma, colon, dash or bracket, with nothing added after them. Behind "including" the parts may
    be fewer than the total, never more. The total must be the first count of its sentence. What it gets wrong: a list
    that names the most important parts alone.

    Example: "12 people, eight men and five women".
    """
    for _, row in by_sentence(claims):
        counts = [claim for claim in row if claim.kind == "count"]
        parts = _parts(article.text, counts[0], counts[1:]) if counts else []
        if parts and (says := _sum(article.text, counts[0], parts)):
            yield Contradiction(f"parts of {counts[0].span.of(article.text)}", says, (counts[0], *parts))


def _parts(text: str, whole: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """The claims that the text lists behind `whole` as its parts; none where they are not plainly that."""
    named = whole.noun is not None and whole.span.covers(whole.noun.span)
    if not behind or not named or _opening(text, whole, behind[0]) is None:
        return []
    parts = [behind[0]]
    for claim in behind[1:]:
        if not JOINT.fullmatch(text, parts[-1].span.end, claim.span.start):
            break
        parts.append(claim)
    plain = all(is_exact(claim) and not claim.scope and not claim.value.trend for claim in (whole, *parts))
    return parts if len(parts) > 1 and plain and _is_split(whole, parts) else []


def _opening(text: str, whole: Claim, first: Claim) -> re.Match[str] | None:
    found = _OPENING.fullmatch(text, whole.span.end, first.span.start)
    return None if found is None or _OTHER.search(found["gap"]) else found


def _is_split(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts are narrower things of the counted kind, none of which holds another."""
    kinds = [next(iter(part.noun_classes)) for part in parts if len(part.noun_classes) == 1]
    if len(set(kinds)) < len(parts):
        return False
    if any(kind in split for split in _PEOPLE for kind in kinds):
        persons = any(is_a(name, "people") for name in whole.noun_classes)
        return persons and any(split.issuperset(kinds) for split in _PEOPLE)
    narrower = all(any(is_a(kind, name) and kind != name for name in whole.noun_classes) for kind in kinds)
    return (
        narrower
        and not any(is_a(kind, "people") for kind in kinds)
        and not any(is_a(a, b) or is_a(b, a) for a, b in combinations(kinds, 2))
    )


def _sum(text: str, whole: Claim, parts: Sequence[Claim]) -> str:
    """Why the parts are not the whole, or ""."""
    total = sum((part.value.amounts[0] for part in parts), Decimal(0))
    stated = whole.value.amounts[0]
    opening = _opening(text, whole, parts[0])
    is_all = opening is not None and not opening["some"] and _CLOSING.match(text, parts[-1].span.end)
    if total == stated or (total < stated and not is_all):
        return ""
    added = " and ".join(part.span.of(text) for part in parts)
    return f"{added} make {total:,} together, not {stated:,}"


TOTAL = Check(
    "FC402", "total", "Parts and their total", Verdict.CONFLICT,
    "Roy, Vieira and Roth 2015, quantity entailment; AP Stylebook, check the math", _total,
)  # fmt: skip
