"""Groups of a story's claims: blocked by kind, the same in whatever order the claims come, each with a name."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from claims.extract import extract
from claims.model import Claim
from factcheck.align import align, block_key
from factcheck.align.label import label
from factcheck.model import Group
from factcheck.read import read
from tests.factcheck.align.pairs import claim
from tests.factcheck.gold import CORPUS


def _story(name: str) -> list[Claim]:
    return [
        found.with_article(article.id)
        for article in read([str(CORPUS / name)]).articles
        for found in extract(article.text, published=article.published, blocks=article.blocks).claims
    ]


CLAIMS = _story("ferry-trial")
GROUPS = align("ferry", CLAIMS)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_claims_never_matters(seed: int) -> None:
    shuffled = random.Random(seed).sample(CLAIMS, len(CLAIMS))
    assert align("ferry", shuffled) == GROUPS


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.what)
def test_a_group_holds_claims_that_can_be_compared(group: Group) -> None:
    assert len({block_key(one) for one in group.claims}) == 1
    assert list(group.claims) == sorted(group.claims, key=lambda one: (one.article, one.span))
    for a, b in combinations(group.claims, 2):
        assert a.article != b.article or a.sentence != b.sentence, "two claims of one sentence are two facts"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.what)
def test_every_pair_of_a_group_tells_its_score(group: Group) -> None:
    assert [(link.a, link.b) for link in group.links] == list(combinations(range(len(group.claims)), 2))
    assert max(link.score for link in group.links) > 0


def test_no_claim_is_in_two_groups() -> None:
    placed = [(one.article, one.span, one.kind) for group in GROUPS for one in group.claims]
    assert len(placed) == len(set(placed))


def test_units_of_two_dimensions_never_meet() -> None:
    pounds, dollars = claim("Pell paid £300.", "money", "a"), claim("Pell paid $300.", "money", "b")
    percent, points = (claim(f"Sales rose 5 {unit}.", "percent") for unit in ("percent", "percentage points"))
    third = claim("A third of the homes burned.", "ratio")
    assert block_key(pounds) != block_key(dollars)
    assert block_key(percent) != block_key(points)
    assert block_key(percent) == block_key(third)
    (group,) = align("s", [pounds, dollars])
    assert [part.says for link in group.links for part in link.parts if part.name == "value"] == ["currencies"]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("age", "Nora Pell, 34, was sentenced.", "age of Nora Pell"),
        ("count", "The flood killed 12 people.", "people, killed"),
        ("date", "The crash happened on May 3, 2031.", "date: crash happened"),
        ("speed", "The truck was going 85 mph.", "speed: going"),
    ],
)
def test_a_fact_has_a_name(kind: str, text: str, words: str) -> None:
    assert label([claim(text, kind)]) == words


def test_a_fact_is_named_as_most_name_it_and_then_by_the_shortest() -> None:
    texts = ("The flood killed 12 people.", "The flood killed 12 people.", "The flood killed 12 hikers.")
    assert label([claim(text, "count") for text in texts]) == "people, killed"
    assert label([claim(text, "count") for text in texts[1:]]) == label([claim(t, "count") for t in texts[2:0:-1]])
