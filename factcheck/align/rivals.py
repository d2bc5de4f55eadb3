"""Parts of a score that no pair has by itself: how many claims it competes with, and whether each is the other's best.

An article seldom tells one fact in two ways, so the best match between two articles is far likelier to be one fact than
the second best; and where an article has one claim of a kind only, it hardly means another fact than the other
article's only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claims.model import Claim
from factcheck.align.level import Level

Scores = Mapping[tuple[int, int], float]
_CLEAR = 1.0
"""Log-odds by which a best partner is clear of the next."""
_KEPT = 4
"""Partners that are kept of each claim and article; those behind them are hardly ever rivals."""
_CROWDS = ((1, "single"), (2, "two"), (4, "few"), (9, "several"), (20, "many"))


def rivals(claims: Sequence[Claim], scores: Scores) -> dict[tuple[int, int], tuple[Level, Level]]:
    """The levels `rival` and `crowd` of each pair of `scores`, which holds the sums of the other parts."""
    size = Counter(claim.article for claim in claims)
    best = _best(claims, scores)
    return {
        (x, y): (_rival(claims, best, x, y, scores[x, y]), _crowd(size, claims[x].article, claims[y].article))
        for x, y in scores
    }


Best = Mapping[tuple[int, str], list[tuple[float, int]]]


def _best(claims: Sequence[Claim], scores: Scores) -> Best:
    """For each claim and each article the best partners there, with their scores."""
    found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (x, y), total in scores.items():
        found[x, claims[y].article].append((total, y))
        found[y, claims[x].article].append((total, x))
    return {key: sorted(pairs, key=lambda pair: (-pair[0], pair[1]))[:_KEPT] for key, pairs in found.items()}


def _rival(claims: Sequence[Claim], best: Best, x: int, y: int, total: float) -> Level:
    if claims[x].article == claims[y].article:
        return Level("rival", "absent")
    margins = [_margin(claims, best, x, y, total), _margin(claims, best, y, x, total)]
    low, high = min(margins), max(margins)
    if low >= _CLEAR:
        return Level("rival", "best-clear", f"{low:+.1f} before the next")
    if low >= 0:
        return Level("rival", "best", f"{low:+.1f} before the next")
    if high >= 0:
        return Level("rival", "one-best", f"{low:+.1f} behind another")
    return Level("rival", "none", f"{low:+.1f} behind another")


def _margin(claims: Sequence[Claim], best: Best, x: int, y: int, total: float) -> float:
    """By how much `y` leads the next best partner of `x` (negative: how far it lies behind the best).

    A partner who has a clearly better one of its own is no rival.
    """
    others = [
        score
        for score, at in best[x, claims[y].article]
        if at != y and not _is_taken(best[at, claims[x].article][0], x, score)
    ]
    return total - others[0] if others else 9.0


def _is_taken(first: tuple[float, int], x: int, score: float) -> bool:
    return first[1] != x and first[0] - score >= _CLEAR


def _crowd(size: Mapping[str, int], a: str, b: str) -> Level:
    most = max(size[a], size[b])
    return Level("crowd", next((level for limit, level in _CROWDS if most <= limit), "crowd"), str(most))
