"""The best tree over scored arcs: maximum spanning arborescence with one child of the root.

Chu & Liu (1965) and Edmonds (1967), used for parsing by McDonald et al. (2005), "Non-projective dependency parsing
using spanning tree algorithms". Most sentences need no more than the best head of each word.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]

_NEVER = -1e9
_ROOTS_TRIED = 3


def best_tree(scores: Scores) -> list[int]:
    """The heads of words 1..n, where `scores[i, j]` is that of word i hanging on j and 0 is the root; [0] is 0.

    One word hangs on the root. Exact but for that: only the three likeliest roots are tried.
    """
    heads: list[int] = scores.argmax(1).tolist()
    heads[0] = 0
    if heads[1:].count(0) == 1 and _cycle(heads) is None:
        return heads
    others = scores[1:, 1:].max(1) if len(heads) > 2 else np.zeros(1)
    candidates = np.argsort(others - scores[1:, 0])[:_ROOTS_TRIED] + 1
    return max((_rooted(scores, int(root)) for root in candidates), key=lambda tree: _total(scores, tree))


def _rooted(scores: Scores, root: int) -> list[int]:
    """The best tree in which only `root` hangs on the root."""
    allowed = scores.copy()
    allowed[:, 0] = _NEVER
    allowed[root] = _NEVER
    allowed[root, 0] = 0
    return _arborescence(allowed)


def _total(scores: Scores, heads: list[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads) if i))


def _cycle(heads: list[int]) -> list[int] | None:
    """The words of a cycle among `heads`, or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return None


def _arborescence(scores: Scores) -> list[int]:
    """The best tree with any number of children of the root: cycles are contracted until none is left."""
    heads: list[int] = scores.argmax(1).tolist()
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(heads)) if i not in set(cycle)]
    own = scores[cycle, [heads[i] for i in cycle]]
    enter = scores[np.ix_(cycle, rest)] - own[:, None]
    leave = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[:-1, -1] = leave.max(1)
    small[-1, :-1] = enter.max(0)
    small[0] = _NEVER
    np.fill_diagonal(small, _NEVER)
    inner = _arborescence(small)
    found = heads.copy()
    for place, i in enumerate(rest):
        if place:
            head = inner[place]
            found[i] = cycle[int(leave[place].argmax())] if head == len(rest) else rest[head]
    into = inner[-1]
    found[cycle[int(enter[:, into].argmax())]] = rest[into]
    return found
