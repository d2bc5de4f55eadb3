"""Aligning: which claims of a story speak of one fact.

Claims are blocked by kind and dimension, every pair of a block is scored part by part, and the pairs are grouped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from claims.model import Claim
from factcheck.align.group import clusters
from factcheck.align.label import label
from factcheck.align.parts import Words
from factcheck.align.score import IMPOSSIBLE, score
from factcheck.model import Group, Link, Part


def align(story: str, claims: Iterable[Claim]) -> tuple[Group, ...]:
    """The groups of two or more claims of one story that speak of one fact, in the order of their first claims."""
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.span, claim.kind))
    words = Words.of(ordered)
    found = []
    for block in _blocks(ordered):
        found.extend(_groups(story, block, words))
    return tuple(sorted(found, key=lambda group: [(claim.article, claim.span) for claim in group.claims]))


def _blocks(claims: Sequence[Claim]) -> list[list[Claim]]:
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        blocks[block_key(claim)].append(claim)
    return [blocks[key] for key in sorted(blocks)]


def block_key(claim: Claim) -> str:
    """What two claims must share to be compared at all: the dimension; dates and times of day are one."""
    return "date" if claim.kind in ("date", "time") else f"{claim.kind} {claim.value.dimension}"


def _groups(story: str, block: Sequence[Claim], words: Words) -> list[Group]:
    parts: dict[tuple[int, int], tuple[Part, ...]] = {}
    for x, y in combinations(range(len(block)), 2):
        if block[x].article == block[y].article and block[x].sentence == block[y].sentence:
            continue
        parts[x, y] = score(block[x], block[y], words)
    scores = {pair: sum(part.score for part in found) for pair, found in parts.items()}
    made = []
    for members in clusters(block, scores):
        claims = tuple(block[at] for at in members)
        links = tuple(
            Link(x, y, parts[members[x], members[y]])
            for x, y in combinations(range(len(members)), 2)
            if scores.get((members[x], members[y]), IMPOSSIBLE) > IMPOSSIBLE / 2
        )
        made.append(Group(story, label(claims), claims, links))
    return made
