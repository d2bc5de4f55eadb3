"""Aligning: which claims of a story speak of one fact.

Claims are blocked by kind and dimension, every pair of a block is scored part by part, and the pairs are grouped. A
block too large for that (an archive taken for one story) is first cut by what its claims say they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from claims.model import SHARES, TEMPORAL, Claim
from factcheck.align.coarse import alike
from factcheck.align.group import clusters, pair
from factcheck.align.label import label
from factcheck.align.level import Words, family
from factcheck.align.level import apart as differ
from factcheck.align.rivals import rivals
from factcheck.align.score import IMPOSSIBLE, Table, score, weighed, weights
from factcheck.model import Group, Link, Part
from factcheck.rates import Exchange, in_two_currencies


def align(
    story: str,
    claims: Iterable[Claim],
    table: Table | None = None,
    exchange: Exchange | None = None,
    things: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """The groups of two or more claims of one story that speak of one fact, in the order of their first claims.

    `table` holds the weights of the score (None: the table that comes with the package); with an `exchange` sums in two
    currencies are compared, too. `things` says what each article is about (by its identifier, any names): how rare a
    word is, is counted among the articles on one thing, so that those on others change nothing.
    """
    ordered = _canonical(claims)
    words = Words.among(ordered, things or {})
    found = []
    rates = exchange or Exchange()
    for block in _blocks(ordered, rates):
        found.extend(_groups(story, block, words, table or weights(), rates))
    found.extend(_across_currencies(story, ordered, found, words, table or weights()))
    return tuple(sorted(found, key=lambda group: [claim.at for claim in group.claims]))


def _canonical(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in an order that depends on what the articles say and not on what they are called.

    Where two links are equally good the order decides, and the names of files must not. Articles that make the very
    same claims in the same words go by their identifiers.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.span, claim.kind)):
        by_article[claim.article].append(claim)
    said = {
        at: [(claim.kind, claim.value.words, sorted(claim.context)) for claim in by_article[at]] for at in by_article
    }
    return [claim for at in sorted(by_article, key=lambda at: (said[at], at)) for claim in by_article[at]]


def _blocks(claims: Sequence[Claim], exchange: Exchange) -> list[list[Claim]]:
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = claim.kind if claim.kind == "money" and exchange.rates else block_key(claim)
        blocks[key].append(claim)
    return [part for key in sorted(blocks) for part in _parted(blocks[key])]


def _parted(block: list[Claim]) -> list[list[Claim]]:
    """The block; one of more than `_MANY` claims as parts whose labels read alike, lone claims left out.

    In such a crowd two claims of one fact that are told in quite different words are not compared ("people killed in
    the crash", "the death toll"): the case this gets wrong.
    """
    if len(block) <= _MANY:
        return [block]
    return [[block[at] for at in group] for group in alike([label([claim]) for claim in block])]


_MANY = 1000
"""Claims of one kind and dimension of which every pair is scored, at 0.1 ms a pair."""


def block_key(claim: Claim) -> str:
    """What two claims must share to be compared at all: kind and dimension.

    Percentages and shares are one, dates and times of day, too: "on Friday night" and "early Saturday".
    """
    if claim.kind in TEMPORAL:
        return "day"
    return claim.value.dimension if claim.kind in SHARES else f"{claim.kind} {claim.value.dimension}"


def _across_currencies(
    story: str, claims: Sequence[Claim], found: Iterable[Group], words: Words, table: Table
) -> list[Group]:
    """Groups of sums that found no partner in another article, each with sums in other currencies only."""
    settled = {
        claim.at for group in found if len({claim.article for claim in group.claims}) > 1 for claim in group.claims
    }
    left = [claim for claim in claims if claim.kind == "money" and claim.at not in settled]
    pairs = [
        (x, y)
        for x, y in combinations(range(len(left)), 2)
        if left[x].article != left[y].article and in_two_currencies(left[x], left[y])
    ]
    parts = {(x, y): score(left[x], left[y], words.between(left[x], left[y]), table) for x, y in pairs}
    return _grouped(story, left, _with_rivals(parts, left, table), set())


def _groups(story: str, block: Sequence[Claim], words: Words, table: Table, exchange: Exchange) -> list[Group]:
    parts = pair_parts(block, words, table, exchange)
    apart = {(x, y) for x, y in parts if (both := exchange.common(block[x], block[y])) and differ(*both[:2])}
    return _grouped(story, block, parts, apart)


def _grouped(
    story: str, block: Sequence[Claim], parts: Mapping[tuple[int, int], tuple[Part, ...]], apart: Set[tuple[int, int]]
) -> list[Group]:
    scores = {pair: sum(part.score for part in found) for pair, found in parts.items()}
    made = []
    for found in clusters(block, scores, apart):
        members = sorted(found, key=lambda at: (block[at].article, block[at].span, block[at].kind))
        claims = tuple(block[at] for at in members)
        links = tuple(
            Link(x, y, parts[at])
            for x, y in combinations(range(len(members)), 2)
            if scores.get(at := pair(members[x], members[y]), IMPOSSIBLE) > IMPOSSIBLE / 2
        )
        made.append(Group(story, label(claims), claims, links))
    return made


def pair_parts(
    block: Sequence[Claim], words: Words, table: Table, exchange: Exchange | None = None
) -> dict[tuple[int, int], tuple[Part, ...]]:
    """The named parts of the score of every pair of a block; two claims of one sentence are never one fact."""
    parts: dict[tuple[int, int], tuple[Part, ...]] = {}
    rates = exchange or Exchange()
    for x, y in combinations(range(len(block)), 2):
        same_sentence = block[x].article == block[y].article and block[x].sentence == block[y].sentence
        both = None if same_sentence else rates.common(block[x], block[y])
        if both is not None:
            parts[x, y] = score(both[0], both[1], words.between(*both[:2]), table)
    return _with_rivals(parts, block, table)


def _with_rivals(
    parts: dict[tuple[int, int], tuple[Part, ...]], block: Sequence[Claim], table: Table
) -> dict[tuple[int, int], tuple[Part, ...]]:
    """The parts of every pair with those that only the other pairs tell."""
    scores = {pair: sum(part.score for part in found) for pair, found in parts.items()}
    for (x, y), levels in rivals(block, scores).items():
        if scores[x, y] > IMPOSSIBLE / 2:
            group = family(block[x])
            parts[x, y] += tuple(part for part in (weighed(level, group, table) for level in levels) if part.score)
    return parts
