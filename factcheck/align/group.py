"""Groups of claims that speak of one fact.

Constrained average-link agglomeration over the pair scores (as in correlation clustering, Bansal, Blum and Chawla 2004,
with cannot-links after Davidson and Ravi 2005): the two clusters whose pairs agree best on average are joined first,
as long as that average is positive and no pair between them is ruled out. Ties go by the order of article and offset,
so the order of input never matters.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from claims.model import Claim
from factcheck.align.score import IMPOSSIBLE

Scores = Mapping[tuple[int, int], float]


def clusters(claims: Sequence[Claim], scores: Scores, threshold: float = 0.0) -> list[list[int]]:
    """Clusters of positions in `claims`, each sorted, singletons left out; `claims` must be in a canonical order.

    `scores` holds the log-odds of every pair (lower position first); a pair that is missing counts as ruled out.
    """
    members: dict[int, list[int]] = {at: [at] for at in range(len(claims))}
    sums: dict[tuple[int, int], float] = dict(scores)
    heap = [(-total, pair) for pair, total in sums.items() if total > threshold]
    heapq.heapify(heap)
    while heap:
        worst, (x, y) = heapq.heappop(heap)
        if x not in members or y not in members or -worst != _mean(sums, members, x, y):
            continue
        _join(members, sums, heap, x, y, threshold)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _mean(sums: Mapping[tuple[int, int], float], members: Mapping[int, list[int]], x: int, y: int) -> float:
    total = sums.get((x, y), IMPOSSIBLE)
    if total <= IMPOSSIBLE / 2:
        return IMPOSSIBLE
    return total / (len(members[x]) * len(members[y]))


def _join(
    members: dict[int, list[int]],
    sums: dict[tuple[int, int], float],
    heap: list[tuple[float, tuple[int, int]]],
    x: int,
    y: int,
    threshold: float,
) -> None:
    """Join cluster `y` into `x` and reckon its sums anew; a ruled-out pair rules out the whole cluster."""
    members[x] += members.pop(y)
    for other in members:
        if other == x:
            continue
        old = [sums.pop(_key(part, other), IMPOSSIBLE) for part in (x, y)]
        total = IMPOSSIBLE if min(old) <= IMPOSSIBLE / 2 else sum(old)
        sums[_key(x, other)] = total
        mean = _mean(sums, members, *_key(x, other))
        if mean > threshold:
            heapq.heappush(heap, (-mean, _key(x, other)))


def _key(x: int, y: int) -> tuple[int, int]:
    return (x, y) if x < y else (y, x)
