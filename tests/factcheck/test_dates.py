"""Dates of publication that nobody states: what follows from lines and stories, and what it is for."""

from __future__ import annotations

import json

import pytest

from factcheck import article, compare
from factcheck.model import Article, Finding, Options, Report, StoryMode, Verdict
from factcheck.report import REPORTERS, ReportOptions

SANK = "The ferry Corvina sank off Port Nerim on {} with 12 people aboard."


def told(*texts: str, days: tuple[str | None, ...] = ()) -> Report:
    """A report on articles with the names a, b, c ..., in one story."""
    given = [*days, *[None] * len(texts)]
    named = zip("abcdef", texts, given, strict=False)
    return compare([article(text, name=name, published=day) for name, text, day in named], Options(story=StoryMode.ALL))


def published(report: Report, name: str = "a") -> tuple[str, str, str] | None:
    """First and last day and origin of an article's date."""
    found = next(one.published for one in report.articles if one.id == name)
    return (found.first.isoformat(), found.last.isoformat(), found.origin) if found else None


def verdicts(report: Report, kind: str = "date") -> list[Verdict]:
    return [finding.verdict for finding in report.findings if finding.kind == kind]


OWN = [
    ("Posted March 5, 2031\n\n", "2031-03-05", "2031-03-05", "dateline"),
    ("Updated March 5, 2031\n\n", "2031-03-05", "2031-03-05", "inferred"),
    ("PORT NERIM, March 5, 2031 — ", "2031-03-05", "2031-03-05", "dateline"),
    ("Posted March 5, 2031\n\nUpdated March 5, 2031\n\n", "2031-03-05", "2031-03-05", "dateline"),
    ("Posted March 5, 2031\n\nUpdated March 7, 2031\n\n", "2031-03-05", "2031-03-05", "dateline"),
    ("Updated March 7, 2031\n\nPORT NERIM, March 5, 2031 — ", "2031-03-05", "2031-03-05", "dateline"),
]


@pytest.mark.parametrize(("head", "first", "last", "origin"), OWN)
def test_its_own_lines_date_an_article(head: str, first: str, last: str, origin: str) -> None:
    assert published(told(head + SANK.format("Tuesday"))) == (first, last, origin)


def test_what_is_stated_goes_before_its_own_lines() -> None:
    report = told("Updated March 5, 2031\n\n" + SANK.format("Tuesday"), days=("2031-03-09",))
    assert published(report) == ("2031-03-09", "2031-03-09", "given")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mail.example/2031/03/05/ferry", ("2031-03-04", "2031-03-06", "url")),
        ("https://mail.example/2031/13/05/ferry", None),
        ("https://mail.example/2031/02/30/ferry", None),
        ("https://mail.example/news/ferry", None),
    ],
)
def test_an_address_dates_to_a_day_either_way(url: str, expected: tuple[str, str, str] | None) -> None:
    assert published(compare([article(SANK.format("Tuesday"), name="a", url=url)])) == expected


STORY = [
    # what the undated article says of the event, and what follows where another puts it on Tuesday, March 4, 2031
    ("Tuesday", ("2031-03-04", "2031-03-10", "inferred")),
    ("yesterday", ("2031-03-05", "2031-03-05", "inferred")),
    ("Wednesday", None),
    ("March 4", ("2031-02-25", "2031-11-02", "inferred")),
]


@pytest.mark.parametrize(("day", "expected"), STORY)
def test_an_event_that_another_article_dates(day: str, expected: tuple[str, str, str] | None) -> None:
    assert published(told(SANK.format(day), SANK.format("Tuesday, March 4, 2031"))) == expected


def test_one_date_of_publication_serves_every_relative_date() -> None:
    text = SANK.format("Tuesday") + " Captain Milo Trent was arrested on Wednesday."
    other = SANK.format("March 4, 2031") + " Captain Milo Trent was arrested on March 5, 2031."
    assert published(told(text, other)) == ("2031-03-05", "2031-03-10", "inferred")


def test_nothing_follows_where_the_dates_of_a_story_contradict_each_other() -> None:
    text = SANK.format("Tuesday") + " Captain Milo Trent was arrested on Wednesday."
    other = SANK.format("March 4, 2031") + " Captain Milo Trent was arrested on March 19, 2031."
    assert published(told(text, other)) is None


BOUNDS = [
    (" The harbour was rebuilt in May 2030.", ("2030-05-01", "9999-12-31", "inferred")),
    (" A new ferry will enter service on June 1, 2031.", ("0001-01-01", "2031-06-01", "inferred")),
    (" The harbour was rebuilt in May 2030. A new ferry will enter service on June 1, 2031.",
     ("2030-05-01", "2031-06-01", "inferred")),
    (" The harbour was rebuilt in May 2030. It should have been rebuilt in 1999.",
     ("2030-05-01", "9999-12-31", "inferred")),
    (" He was convicted in 2029. The inquest opened on Thursday, March 6.", ("2031-03-06", "9999-12-31", "inferred")),
]  # fmt: skip


@pytest.mark.parametrize(("more", "expected"), BOUNDS)
def test_explicit_dates_bound_the_day(more: str, expected: tuple[str, str, str]) -> None:
    assert published(told(SANK.format("a stormy night") + more)) == expected


def test_a_dateline_without_a_year_and_a_bound_are_taken_together() -> None:
    text = "PORT NERIM, March 5 (Aster) -- " + SANK.format("Tuesday") + " The harbour was rebuilt in May 2030."
    assert published(told(text)) == ("2031-03-05", "9999-12-31", "inferred")


def test_nothing_follows_from_a_weekday_alone() -> None:
    assert published(told(SANK.format("Tuesday"))) is None


# ------------------------------------------------------------------------------------------ what it is for


def test_an_inferred_date_lets_two_dates_agree() -> None:
    report = told("Updated March 5, 2031\n\n" + SANK.format("Tuesday"), SANK.format("March 4, 2031"))
    assert verdicts(report) == [Verdict.AGREE]


def test_two_dates_do_not_agree_because_one_was_inferred_from_the_other() -> None:
    first, second = SANK.format("Tuesday"), SANK.format("March 4, 2031")
    assert verdicts(told(first, second)) == [Verdict.COMPATIBLE]
    more = " Captain Milo Trent was arrested {}."
    both = told(first + more.format("yesterday"), second + more.format("on March 5, 2031"))
    assert verdicts(both) == [Verdict.COMPATIBLE, Verdict.AGREE], "yesterday fixes the day; Tuesday then is March 4"


def test_an_inferred_date_creates_no_conflict() -> None:
    """A Tuesday it may well be; only that the update came on March 12 speaks against March 4."""
    other = SANK.format("March 4, 2031")
    assert verdicts(told("Updated March 20, 2031\n\n" + SANK.format("Tuesday"), other)) == [Verdict.COMPATIBLE]
    assert verdicts(told("Posted March 20, 2031\n\n" + SANK.format("Tuesday"), other)) == [Verdict.CONFLICT]


def test_what_the_words_contradict_is_a_conflict_whatever_was_inferred() -> None:
    other = SANK.format("March 4, 2031")
    assert verdicts(told("Updated March 5, 2031\n\n" + SANK.format("Wednesday"), other)) == [Verdict.CONFLICT]


@pytest.mark.parametrize("heads", [("", ""), ("Updated March 8, 2031\n\n", ""), ("Updated March 8, 2031\n\n",) * 2])
def test_two_weekdays_are_never_one_day(heads: tuple[str, str]) -> None:
    texts = [head + SANK.format(day) for head, day in zip(heads, ("Thursday", "Friday"), strict=True)]
    assert verdicts(told(*texts)) == [Verdict.CONFLICT]


def test_two_words_that_leave_a_day_in_common_do_not_contradict_each_other() -> None:
    assert verdicts(told(SANK.format("Thursday night"), SANK.format("Friday")))[:1] != [Verdict.CONFLICT]
    assert Verdict.CONFLICT not in verdicts(told(SANK.format("Thursday"), SANK.format("March 6")))


def test_an_inferred_order_makes_no_toll_shrink() -> None:
    late = "Updated March 9, 2031\n\nThe flood killed 12 people in Marlow."
    early = "Updated March 5, 2031\n\nThe flood killed 19 people in Marlow."
    assert verdicts(told(late, early), "count") == [Verdict.EVOLVING]


def test_the_report_shows_what_was_inferred() -> None:
    report = told(SANK.format("Tuesday"), SANK.format("March 4, 2031"), "A flood came in May 2030.")
    render = {reporter.name: reporter.render for reporter in REPORTERS}
    shown = {each["id"]: each["published"] for each in json.loads(render["json"](report, ReportOptions()))["articles"]}
    assert shown["a"] == {"date": "2031-03-04/2031-03-10", "precision": "interval", "from": "inferred"}
    assert shown["c"] == {"date": "2030-05-01/..", "precision": "interval", "from": "inferred"}
    assert "a: a, 2031-03-04 to 2031-03-10 (inferred)" in render["full"](report, ReportOptions(all=True))
    assert "2030-05-01 or later (inferred)" in render["markdown"](report, ReportOptions())


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = (SANK.format("Tuesday"), SANK.format("March 4, 2031"), "Updated March 6, 2031\n\n" + SANK.format("Tuesday"))
    both: list[list[Finding]] = []
    for order in (texts, texts[::-1]):
        named = {text: name for name, text in zip("abc", texts, strict=True)}
        made: list[Article] = [article(text, name=named[text]) for text in order]
        both.append(list(compare(made, Options(story=StoryMode.ALL)).findings))
    assert [finding.id for finding in both[0]] == [finding.id for finding in both[1]]
