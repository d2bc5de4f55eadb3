"""How many claims a pair competes with, and whether each is the other's best; scores are made up."""

from __future__ import annotations

import pytest

from claims.model import Claim
from factcheck.align.rivals import rivals
from tests.factcheck.align.pairs import claim


def _claims(articles: str) -> list[Claim]:
    return [claim("12 people drowned.", "count", name) for name in articles]


@pytest.mark.parametrize(
    ("scores", "level"),
    [
        ({(0, 2): 3.0, (0, 3): 1.0, (1, 2): 1.0, (1, 3): 0.0}, "best-clear"),
        ({(0, 2): 3.0, (0, 3): 2.5, (1, 2): 1.0, (1, 3): 0.0}, "best"),
        ({(0, 2): 3.0, (0, 3): 3.0, (1, 2): 3.0, (1, 3): 0.0}, "best"),
        ({(0, 2): 3.0, (0, 3): 4.0, (1, 2): 1.0, (1, 3): 0.0}, "one-best"),
        ({(0, 2): 3.0, (0, 3): 4.0, (1, 2): 4.0, (1, 3): 0.0}, "none"),
        # who has a clearly better partner of its own is no rival
        ({(0, 2): 3.0, (0, 3): 1.0, (1, 2): 3.5, (1, 3): 6.0}, "best-clear"),
    ],
)
def test_a_pair_is_weighed_against_what_else_its_claims_could_be(
    scores: dict[tuple[int, int], float], level: str
) -> None:
    """Claims 0 and 1 are of one article, 2 and 3 of another; the level is that of 0 and 2."""
    assert rivals(_claims("aabb"), scores)[0, 2][0].level == level


def test_a_claim_that_is_alone_has_no_rival() -> None:
    rival, crowd = rivals(_claims("ab"), {(0, 1): -2.0})[0, 1]
    assert rival.level == "best-clear"
    assert crowd.level == "single"


def test_another_article_is_no_rival() -> None:
    assert rivals(_claims("abc"), {(0, 1): 1.0, (0, 2): 9.0, (1, 2): 9.0})[0, 1][0].level == "best-clear"


def test_within_one_article_there_is_no_rival() -> None:
    assert rivals(_claims("aab"), {(0, 1): 1.0})[0, 1][0].level == "absent"


@pytest.mark.parametrize(
    ("size", "level"), [(1, "single"), (2, "two"), (4, "few"), (9, "several"), (20, "many"), (21, "crowd")]
)
def test_the_crowd_is_that_of_the_article_with_more_claims(size: int, level: str) -> None:
    assert rivals(_claims("a" * size + "b"), {(0, size): 1.0})[0, size][1].level == level
