"""A headline whose figure stands nowhere in the text below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from claims.model import BlockRole, Claim, Interval, Modality, Span, Status
from claims.region import gap, meets
from claims.scope import ADDED
from claims.slip import slip
from claims.words.classes import Kinship, implied_events, is_a, nearest
from claims.words.number import numbers
from factcheck.judge.checks.check import Contradiction, StoryCheck
from factcheck.model import Article, Verdict

_UNSAID = frozenset({Status.DENIED, Status.WITHDRAWN})
_KINDS = frozenset({"count", "money", "percent", "age"})
_NEAR = 0.6
"""Share of the larger of two figures by which they may lie apart and be one, unless it looks like a known slip."""
_MOST = 30
"""Figures of a text of which three are added up."""
_SURE = 0.7
"""Probability that an editor would agree: a headline can round, and tell of more than the text below it."""


def _headlines(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """The headline gives a figure for what the text tells with another, and the headline's stands nowhere in it.

    Only counts of the same things with the same fate, and ages, sums and shares of the same person or thing. A figure
    that the text's own figures round to or make up (a sum or a difference) is let pass, and so is one that the text
    only narrows. A title that stands in the fields of a file alone is not read. What it gets wrong: a headline that
    tells of more than the text. What it misses: one whose number stands in the text for something else.

    Example: "Ferry fire kills 21" above "twelve people were killed in the ferry fire".
    """
    for at in sorted(articles):
        yield from _headline(articles[at], [claim for claim in claims if claim.article == at])


def _headline(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    title = _title(article)
    if title is None:
        return
    said = [claim for claim in claims if claim.status not in _UNSAID and claim.kind in _KINDS]
    below = [claim for claim in said if claim.span.start >= title.end and isinstance(claim.value.stated, Interval)]
    for claim in said:
        if not title.covers(claim.span) or ADDED & set(claim.scope) or not _is_figure(claim):
            continue
        alike = [other for other in below if _is_one_fact(claim, other)]
        if not alike or _is_borne_out(claim, below) or _is_written(claim, article.text[title.end :]):
            continue
        first = alike[0]
        if all(not meets(claim.value.tolerated, other.value.tolerated) for other in alike) and _is_near(claim, first):
            yield Contradiction(f"headline: {claim.span.of(article.text)}", _SAYS, (claim, first), _SURE)


_SAYS = "the text below the headline does not give its figure"


def _title(article: Article) -> Span | None:
    """The headline above all else."""
    first = article.blocks[0] if article.blocks else None
    return first.span if first is not None and first.role is BlockRole.HEADLINE else None


def _is_one_fact(title: Claim, other: Claim) -> bool:
    """Whether a claim of the text tells what the headline's tells: the same things counted, with the same fate."""
    if title.kind != other.kind or title.value.dimension != other.value.dimension:
        return False
    if other.scope or other.background or not _is_figure(other):
        return False
    if title.kind == "count":
        return _adds_to(title, other)
    owners = [claim.subject.key.split()[-1:] for claim in (title, other) if claim.subject and claim.subject.key]
    same = len(owners) == 2 and owners[0] == owners[1]
    return same and (title.kind == "age" or _is_one_event(title, other))


def _is_figure(claim: Claim) -> bool:
    value = claim.value
    return not value.trend and value.modality is not Modality.VAGUE and len(value.amounts) == 1


def _are_same_things(a: Claim, b: Claim) -> bool:
    """Whether the same sort is counted; the headline may leave it out or name people by their fate ("21 dead")."""
    if a.noun is None or any(is_a(name, "affected") for name in a.noun_classes):
        return True
    same = nearest(a.noun_classes, b.noun_classes) is Kinship.SAME
    return b.noun is not None and (same or a.noun.lemma == b.noun.lemma)


def _fates(claim: Claim) -> set[str]:
    """The events that befall what is counted."""
    return {name.partition(":")[0] for name in claim.facets} | set(implied_events(claim.noun_classes))


def _is_one_event(a: Claim, b: Claim) -> bool:
    if a.attributes or b.attributes:
        return bool(a.attributes & b.attributes)
    return a.event is not None and b.event is not None and a.event.lemma == b.event.lemma


def _is_borne_out(title: Claim, below: Sequence[Claim]) -> bool:
    """Whether figures of the text give the headline's: one of them, or two added up or taken from each other."""
    stated = title.value.tolerated
    own = [claim for claim in below if claim.value.dimension == title.value.dimension]
    if any(meets(stated, claim.value.tolerated) for claim in own if claim.value.modality is not Modality.VAGUE):
        return True
    told = [claim.value for claim in own if claim.kind != "count" or (title.kind == "count" and _adds_to(title, claim))]
    points = [value.stated.low for value in told if isinstance(value.stated, Interval) and value.stated.is_point]
    figures = sorted({point for point in points if point is not None})
    made = {value for x, y in combinations(figures, 2) for value in (x + y, abs(x - y))}
    made.update(x + y + z for x, y, z in combinations(figures[:_MOST], 3))
    return any(meets(stated, Interval(value, value)) for value in made if value > Decimal(0))


def _is_written(title: Claim, text: str) -> bool:
    """Whether the number stands in the text, though nothing there says of what: "five more than Selby"."""
    return any(number.value == title.value.amounts[0] for number in numbers(text))


def _adds_to(title: Claim, other: Claim) -> bool:
    """Whether what a claim counts can be a part of what the headline counts, or be left when it is taken away."""
    return _are_same_things(title, other) and bool(_fates(title) & _fates(other))


def _is_near(a: Claim, b: Claim) -> bool:
    apart = gap(a.value.stated, b.value.stated)
    return bool(slip(a.value, b.value)) or (apart is not None and apart <= _NEAR)


HEADLINE = StoryCheck(
    "FC408", "headline", "Headline and text", Verdict.CONFLICT,
    "Chesney, Liakata, Poesio and Purver 2017, Incongruent Headlines", _headlines,
)  # fmt: skip
