"""Groups of texts that read alike, for so many that their pairs cannot be listed.

Texts are blocked by a key, identical ones of a block count once, and each distinct text is compared with the others of
its block (Jaro-Winkler similarity, Winkler 1990). What comes out is groups, never pairs: a million claims in blocks of
some dozens hold hundreds of millions of pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

ALIKE = 0.8
"""Similarity from which on two texts are taken to say the same."""
_MARGIN = 0.001
"""By how much rapidfuzz is given a lower one: it drops pairs that lie right on its own."""
_ROWS = 256
"""Texts that are compared with all others of their block at a time, which bounds memory."""


def alike(texts: Sequence[str], keys: Sequence[Hashable] | None = None) -> Iterator[list[int]]:
    """Groups of two or more positions whose texts are alike, directly or through others of the group, in order.

    Only texts of one key are compared; without `keys` all are. Every position is in one group at most.
    """
    blocks: dict[Hashable, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, text in enumerate(texts):
        blocks[keys[at] if keys is not None else None][text].append(at)
    for distinct in blocks.values():
        holders = list(distinct.values())
        for group in _joined(list(distinct)):
            members = [at for number in group for at in holders[number]]
            if len(members) > 1:
                yield sorted(members)


def _joined(texts: Sequence[str]) -> list[list[int]]:
    """The connected parts of distinct texts of one block, two of which are connected where they are alike."""
    if len(texts) == 1:
        return [[0]]
    import numpy as np
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import cdist

    above = list(range(len(texts)))
    for start in range(0, len(texts) - 1, _ROWS):
        rows = texts[start : start + _ROWS]
        scores = cdist(
            rows, texts[start:], scorer=JaroWinkler.similarity, score_cutoff=ALIKE - _MARGIN, dtype=np.float64
        )
        for row, column in np.argwhere(np.triu(scores >= ALIKE, 1)).tolist():
            x, y = _top(above, start + row), _top(above, start + column)
            above[max(x, y)] = min(x, y)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(texts)):
        groups[_top(above, number)].append(number)
    return list(groups.values())


def _top(above: list[int], at: int) -> int:
    """The first text of the group of `at`; the way there is shortened."""
    while above[at] != at:
        above[at] = above[above[at]]
        at = above[at]
    return at
