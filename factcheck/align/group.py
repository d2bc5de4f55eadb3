"""Groups of claims that speak of one fact.

Constrained agglomeration over the pair scores (in the spirit of correlation clustering, Bansal, Blum and Chawla
2004, with cannot-links after Davidson and Ravi 2005): the two clusters that agree best are joined first, as long as
their link is positive and no pair between them is ruled out. The link of two clusters lies between the mean of their
pairs and the best of them: one telling pair counts for much where the others merely say little. Ties go by the order
of the claims.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim
from factcheck.align.score import IMPOSSIBLE

Scores = Mapping[tuple[int, int], float]
Pairs = Collection[tuple[int, int]]
_BEST = 0.5
"""Share of the best pair in the link of two clusters; the rest is the mean."""
_SURE = 0.25
"""Log-odds that two clusters must have besides, where their values exclude each other."""


@dataclass(frozen=True, slots=True)
class _Bond:
    """What is known of the pairs between two clusters."""

    total: float
    pairs: int
    best: float
    apart: bool

    @property
    def link(self) -> float:
        blend = _BEST * self.best + (1 - _BEST) * self.total / self.pairs
        return blend - _SURE if self.apart else blend

    def __add__(self, other: _Bond) -> _Bond:
        apart = self.apart or other.apart
        return _Bond(self.total + other.total, self.pairs + other.pairs, max(self.best, other.best), apart)


def clusters(claims: Sequence[Claim], scores: Scores, apart: Pairs = (), threshold: float = 0.0) -> list[list[int]]:
    """Clusters of positions in `claims`, each sorted, singletons left out; `claims` must be in a canonical order.

    `scores` holds the log-odds of every pair (lower position first); a pair that is missing counts as ruled out.
    `apart` holds the pairs whose values exclude each other.
    """
    members: dict[int, list[int]] = {at: [at] for at in range(len(claims))}
    bonds = {at: _Bond(total, 1, total, at in apart) for at, total in scores.items() if total > IMPOSSIBLE / 2}
    heap = [(-bond.link, at) for at, bond in bonds.items() if bond.link > threshold]
    heapq.heapify(heap)
    while heap:
        worst, (x, y) = heapq.heappop(heap)
        if x not in members or y not in members or (x, y) not in bonds or -worst != bonds[x, y].link:
            continue
        members[x] += members.pop(y)
        for at in _joined(members, bonds, x, y):
            if bonds[at].link > threshold:
                heapq.heappush(heap, (-bonds[at].link, at))
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _joined(
    members: Mapping[int, list[int]], bonds: dict[tuple[int, int], _Bond], x: int, y: int
) -> list[tuple[int, int]]:
    """Make the bonds of cluster `y` those of `x`; a pair that was ruled out rules out the whole cluster."""
    bonds.pop((x, y), None)
    changed = []
    for other in members:
        if other == x:
            continue
        one, two = bonds.pop(pair(x, other), None), bonds.pop(pair(y, other), None)
        if one is not None and two is not None:
            bonds[pair(x, other)] = one + two
            changed.append(pair(x, other))
    return changed


def pair(x: int, y: int) -> tuple[int, int]:
    """Two positions as a pair of `Scores`, the lower one first."""
    return (x, y) if x < y else (y, x)
