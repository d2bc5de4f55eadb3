"""What a check is: a rule that looks at what an article or a story says as a whole, and not at pairs of one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim, Modality, Span, Status
from factcheck.judge.rule import Listed
from factcheck.model import Article

SAID = frozenset({Status.ASSERTED, Status.ATTRIBUTED})
"""How claims are told that an article can be held to."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true."""

    what: str
    """The fact in a few words."""
    says: str
    """Why they cannot, as a clause."""
    claims: tuple[Claim, ...]
    """What is compared, in reading order; the first gives the kind."""
    sure: float = 0.9
    """Probability in 0..1 that an editor would agree."""


Find = Callable[[Article, Sequence[Claim]], Iterable[Contradiction]]
"""The contradictions within one article, whose claims come in reading order."""


@dataclass(frozen=True, slots=True)
class Check(Listed):
    """One check, of each article by itself."""

    test: Find


FindAcross = Callable[[Mapping[str, Article], Sequence[Claim]], Iterable[Contradiction]]
"""The contradictions of one story: its articles by identifier, and their claims in the order of article and place."""


@dataclass(frozen=True, slots=True)
class StoryCheck(Listed):
    """One check, of a story as a whole; what a conflict between two mentions says already is left to that."""

    test: FindAcross


def by_sentence(claims: Iterable[Claim]) -> Iterator[tuple[Span, list[Claim]]]:
    """The claims that an article is held to, sentence by sentence."""
    rows: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.status in SAID:
            rows[claim.sentence].append(claim)
    yield from sorted(rows.items())


def is_exact(claim: Claim) -> bool:
    """Whether a claim names one plain figure: no hedge, bound, range or vague word."""
    return claim.value.modality is Modality.EXACT and len(claim.value.amounts) == 1
