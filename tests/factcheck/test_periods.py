"""Stretches of days among which the stories of a large archive are told apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, article
from factcheck.model import Intake, Limits, Options, StoryMode
from factcheck.periods import parted, periods
from factcheck.pipeline import check, compare

DAYS = st.dictionaries(st.none() | st.dates(dt.date(2030, 1, 1), dt.date(2030, 3, 1)), st.integers(1, 30), max_size=20)


@given(DAYS, st.integers(1, 60))
def test_no_stretch_holds_more_than_asked_unless_a_day_does(counts: dict[dt.date | None, int], most: int) -> None:
    found = periods(counts, most)
    assert set(found) == set(counts)
    for number in set(found.values()):
        days = [day for day in found if found[day] == number]
        assert sum(counts[day] for day in days) <= most or len(days) == 1


@given(DAYS, st.integers(1, 60))
def test_later_days_are_in_later_stretches(counts: dict[dt.date | None, int], most: int) -> None:
    found = periods(counts, most)
    ordered = [found[day] for day in sorted(day for day in counts if day is not None)]
    assert ordered == sorted(ordered)
    if None in counts and sum(counts.values()) > most:
        assert found[None] not in ordered


def _told(name: str, toll: int, published: str | None) -> Article:
    text = f"A fire in a cannery in Dalemere killed {toll} people, the fire chief Ada Fenholt said on Monday."
    return article(text, name=name, published=published)


FIRE = [_told("a", 7, "2031-03-04"), _told("b", 9, "2031-03-04"), _told("c", 8, "2031-03-05")]


def test_a_story_is_cut_where_a_stretch_ends() -> None:
    whole = compare(Intake(tuple(FIRE)), Options())
    cut = compare(Intake(tuple(FIRE)), Options(limits=Limits(period_articles=2)))
    assert [finding.rule for finding in whole.findings] == ["FC103"] or whole.findings
    assert {mention.article.id for finding in whole.findings for mention in finding.mentions} == {"a", "b", "c"}
    assert {mention.article.id for finding in cut.findings for mention in finding.mentions} == {"a", "b"}


def test_who_says_what_a_story_is_is_heard() -> None:
    options = Options(StoryMode.ALL, limits=Limits(period_articles=1))
    assert parted(FIRE, options) == [FIRE]
    assert parted([], Options()) == [[]]


def test_of_a_large_story_only_so_many_articles_are_compared() -> None:
    options = Options(StoryMode.ALL, limits=Limits(story_articles=2))
    report = compare(Intake(tuple(FIRE)), options)
    assert [each.id for each in report.articles] == ["a", "b", "c"]
    assert {mention.article.id for finding in report.findings for mention in finding.mentions} == {"a", "b"}
    assert [(each.what, "more than 2 articles" in each.reason) for each in report.skipped] == [("c", True)]


def test_copies_are_left_out_first() -> None:
    copied = [FIRE[0], replace(FIRE[1], duplicate_of="a"), FIRE[2]]
    report = compare(Intake(tuple(copied)), Options(StoryMode.ALL, limits=Limits(story_articles=2)))
    assert [each.what for each in report.skipped] == ["b"]


def test_the_articles_that_are_checked_are_compared_before_others() -> None:
    options = Options(StoryMode.ALL, limits=Limits(story_articles=2))
    report = check(Intake((FIRE[2],)), Intake(tuple(FIRE[:2])), options)
    assert {mention.article.id for finding in report.findings for mention in finding.mentions} == {"a", "c"}
    assert [(each.what, each.whole) for each in report.skipped] == [("b", True)]
