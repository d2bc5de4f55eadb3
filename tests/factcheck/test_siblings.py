"""Stories that share people, places or a company stay apart, and nothing is compared across them. All made up."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pytest

from factcheck import Article, article, compare
from factcheck.model import Report

Texts = dict[str, dict[str, str]]
"""Name -> text and, where known, date of publication; the name's part before the slash is its story."""

FAMILIES: dict[str, Texts] = tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("siblings").read_text("utf-8"))
QUAKES = FAMILIES["quakes"]


def articles(texts: Texts) -> list[Article]:
    return [article(told["text"], name=name, published=told.get("published")) for name, told in texts.items()]


def home(name: str) -> str:
    return name.partition("/")[0]


def stories(report: Report) -> list[set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in report.articles:
        found[one.story].add(one.id)
    return list(found.values())


@pytest.mark.parametrize("family", ["quarters", "quakes", "courts"])
def test_siblings_are_stories_of_their_own(family: str) -> None:
    texts = FAMILIES[family]
    expected: dict[str, set[str]] = defaultdict(set)
    for name in texts:
        expected[home(name)].add(name)
    assert sorted(stories(compare(articles(texts))), key=min) == sorted(expected.values(), key=min)


def test_a_round_up_does_not_join_what_it_touches() -> None:
    for told in stories(compare(articles(FAMILIES["round-up"]))):
        assert len({home(name) for name in told} - {"week"}) <= 1, told


@pytest.mark.parametrize("texts", FAMILIES.values(), ids=FAMILIES)
def test_nothing_is_compared_across_siblings(texts: Texts) -> None:
    for finding in compare(articles(texts)).findings:
        homes = {home(mention.article.id) for mention in finding.mentions} - {"week"}
        assert len(homes) == 1, finding.reason


@pytest.mark.parametrize("texts", FAMILIES.values(), ids=FAMILIES)
def test_every_story_has_findings_of_its_own(texts: Texts) -> None:
    found = {home(mention.article.id) for finding in compare(articles(texts)).findings for mention in finding.mentions}
    assert {home(name) for name in texts} - {"week"} <= found


def test_all_families_in_one_folder_stay_as_they_are() -> None:
    every = {f"{number}-{name}": told for number, texts in enumerate(FAMILIES.values()) for name, told in texts.items()}
    apart = [set(told) for number, texts in enumerate(FAMILIES.values()) for told in _renamed(number, texts)]
    assert sorted(stories(compare(articles(every))), key=min) == sorted(apart, key=min)


def _renamed(number: int, texts: Texts) -> list[set[str]]:
    return [{f"{number}-{name}" for name in told} for told in stories(compare(articles(texts)))]


def test_the_order_of_siblings_never_matters() -> None:
    expected = sorted(stories(compare(articles(QUAKES))), key=min)
    for order in list(permutations(QUAKES))[1::7]:
        assert sorted(stories(compare(articles({name: QUAKES[name] for name in order}))), key=min) == expected
