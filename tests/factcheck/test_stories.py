"""Which articles are held to tell of one event: by content, by folder, or all. The articles are made up."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, article
from factcheck.model import StoryMode
from factcheck.read import read
from factcheck.stories import stories
from tests.factcheck.gold import CORPUS, STORIES

FERRY = (
    "A ferry struck the breakwater at Port Havelin in the night and sank within minutes, the harbour master said. The "
    "Gull of Marsk had left the mainland with 125 people aboard. Divers searched the hull for two missing deckhands. "
    "Captain Idris Calloway was questioned by the coastguard."
)
FERRY_TOO = (
    "Divers found one of two deckhands missing since the Gull of Marsk went down off Port Havelin. The ferry hit the "
    "breakwater at full speed. Idris Calloway, its captain, told the coastguard that the throttle had jammed."
)
TRIAL = (
    "Idris Calloway, who commanded the Gull of Marsk, was found guilty of manslaughter by a jury in Port Havelin. The "
    "prosecutor asked for a long sentence; the defence blamed the throttle of the ferry. Judge Helen Oduya adjourned."
)
MINE = (
    "Eleven miners were brought to the surface at the Brandt colliery after a roof fall cut off the lower gallery. The "
    "union of Dorrin miners had warned of damp timbers. Rescuers drilled through slate for three days."
)
RESULTS = (
    "Tessaly Optics of Dorrin said that {} profit rose on sales of lenses, and raised its forecast. Chief executive "
    "Marit Solheim told investors that orders for surgical lenses had doubled."
)


def grouped(*articles: Article) -> list[set[str]]:
    """Identifiers of the articles of each story, stories told apart by content."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in stories(articles, StoryMode.AUTO):
        found[one.story].add(one.id)
    return [found[story] for story in sorted(found)]


def made(name: str, text: str, published: str | None = None) -> Article:
    return article(text, name=name, published=published)


def test_articles_on_one_event_are_one_story_and_others_are_not() -> None:
    assert grouped(made("a", FERRY), made("b", MINE), made("c", FERRY_TOO)) == [{"a", "c"}, {"b"}]


@pytest.mark.parametrize(
    ("days", "together"),
    [
        (("2031-05-06", "2031-05-08"), True),
        (("2031-05-06", "2032-05-08"), False),
        ((None, None), True),
        (("2031-05-06", None), True),
    ],
)
def test_the_time_between_publications_speaks_against_one_story(
    days: tuple[str | None, str | None], together: bool
) -> None:
    assert (len(grouped(made("a", FERRY, days[0]), made("b", TRIAL, days[1]))) == 1) is together


def test_an_undated_article_does_not_bridge_two_times() -> None:
    crash, trial = made("a", FERRY, "2031-05-06"), made("c", TRIAL, "2032-05-08")
    assert {"a", "c"} not in grouped(crash, trial, made("b", FERRY_TOO))
    assert {"a", "b"} in grouped(crash, trial, made("b", FERRY_TOO))


@pytest.mark.parametrize(
    ("words", "days", "together"),
    [
        (("third-quarter", "third-quarter"), (None, None), True),
        (("second-quarter", "third-quarter"), ("2031-07-24", "2031-10-23"), False),
        (("second-quarter", "third-quarter"), ("2031-10-24", "2031-10-23"), True),
    ],
)
def test_quarters_are_told_apart_by_the_time_between(
    words: tuple[str, str], days: tuple[str | None, str | None], together: bool
) -> None:
    """Within one fortnight a report that speaks most of the quarter before is no other story."""
    a, b = (made(name, RESULTS.format(word), day) for name, word, day in zip("ab", words, days, strict=True))
    assert (len(grouped(a, b)) == 1) is together


ARTICLES = read([str(CORPUS)]).articles


def _folders(articles: Iterable[Article]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in articles:
        found[PurePath(one.path).parent.name].add(one.story)
    return found


AUTO = _folders(stories(ARTICLES, StoryMode.AUTO))


@pytest.mark.parametrize("story", STORIES)
def test_an_example_is_a_story_of_its_own(story: str) -> None:
    assert len(AUTO[story]) == 1
    assert not any(AUTO[story] & told for name, told in AUTO.items() if name != story)


def test_a_story_is_named_after_its_first_article() -> None:
    assert {one.story for one in stories((made("b", FERRY), made("a", FERRY_TOO)), StoryMode.AUTO)} == {"a"}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_articles_never_matters(seed: int) -> None:
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    expected = {one.id: one.story for one in stories(ARTICLES, StoryMode.AUTO)}
    assert {one.id: one.story for one in stories(shuffled, StoryMode.AUTO)} == expected


@given(st.lists(st.sampled_from([FERRY, FERRY_TOO, TRIAL, MINE, "", "Corrections."]), max_size=6))
@settings(max_examples=25, deadline=None)
def test_every_article_has_a_story_whatever_it_says(texts: list[str]) -> None:
    given_articles = [made(f"{at}", words) for at, words in enumerate(texts)]
    told = stories(given_articles, StoryMode.AUTO)
    assert [one.id for one in told] == [one.id for one in given_articles]
    assert all(one.story in {other.id for other in told} for one in told)


def test_all_makes_one_story() -> None:
    assert {one.story for one in stories((made("a", FERRY), made("b", MINE)), StoryMode.ALL)} == {"all"}


def test_folder_makes_a_story_of_each_folder() -> None:
    told = stories(ARTICLES, StoryMode.FOLDER)
    assert {name: {one} for name, one in zip(STORIES, STORIES, strict=True)} == _folders(told)


def test_folders_of_one_name_are_told_apart() -> None:
    paths = ("2030/crash/a", "2031/crash/b", "2031/fire/c", "x/2031/crash/d", "e")
    told = stories([made(path, FERRY) for path in paths], StoryMode.FOLDER)
    assert [one.story for one in told] == ["2030/crash", "2031/crash", "fire", "x/2031/crash", "."]


def test_an_article_keeps_everything_else() -> None:
    (told,) = stories((ARTICLES[0],), StoryMode.AUTO)
    assert (told.text, told.source, told.published) == (ARTICLES[0].text, ARTICLES[0].source, ARTICLES[0].published)
