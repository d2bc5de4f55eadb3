"""What settings do to files, articles and findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Published
from factcheck.api import compare
from factcheck.model import Article, Intake, Options, Severity, StoryMode
from factcheck.read import read
from factcheck.report import ReportOptions
from factcheck.report.wording import chosen, held_back
from factcheck.settings import Settings, SourceSettings, applied, known_as, wanted
from tests.golden.sample import report

DAY = dt.date(2031, 5, 14)


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        (Settings(select=("FC1",)), ["FC101"]),
        (Settings(select=("FC0", "FC301"), ignore=("FC001",)), ["FC020", "FC301"]),
        (Settings(kinds=("age",)), ["FC301"]),
        (Settings(thresholds=(("unclear", 0.5), ("date", 0.95))), ["FC001", "FC020", "FC301"]),
    ],
)
def test_findings_are_left_out(settings: Settings, left: list[str]) -> None:
    assert sorted(finding.rule for finding in applied(report(), settings).findings) == left


def test_severities_follow_the_longest_rule_that_fits() -> None:
    settings = Settings(severity=(("FC1", "warning"), ("FC101", "note"), ("FC", "error")))
    found = {finding.rule: finding.severity for finding in applied(report(), settings).findings}
    assert (found["FC101"], found["FC001"]) == (Severity.NOTE, Severity.ERROR)


def test_a_note_is_held_back_and_an_error_shown_whatever_the_verdict() -> None:
    changed = applied(report(), Settings(severity=(("FC101", "note"), ("FC020", "error"))))
    options = ReportOptions()
    assert [finding.rule for finding in chosen(changed, options)] == ["FC290", "FC020"]
    assert "3 facts told more than once (1 agrees, 1 is compatible, 1 conflicts)" in held_back(changed, options)


def test_heavier_sources_come_first_within_a_verdict() -> None:
    base = report()
    conflict = base.findings[0]
    light = replace(conflict, id="light", mentions=conflict.mentions[2:])
    both = replace(base, findings=(light, conflict, *base.findings[1:]))
    heavy = Settings(sources=(SourceSettings("wire/**", "Aster Wire", 3.0),))
    assert [finding.id for finding in applied(both, heavy).findings][:2] == ["FC101-date", "light"]


def test_what_shaped_the_outcome_is_told() -> None:
    told = dict(applied(report(), Settings(file="factcheck.toml", ignore=("FC1", "FC2"))).settings)
    assert (told["ignore"], told["config"], told["story"]) == ("FC1 FC2", "factcheck.toml", "auto")
    assert applied(report(), Settings()) == report()


def test_sources_get_names_and_zones() -> None:
    time = Published(DAY, DAY, "url", dt.time(8))
    zoned = replace(time, offset=0)
    given = Intake(
        (
            Article("wire/a.md", "wire/a.md", "", (), "a", published=time, modified=zoned),
            Article("b.md", "b.md", "", (), "b", published=Published(DAY, DAY)),
        )
    )
    settings = Settings(timezone=-60, day_first=True, sources=(SourceSettings("wire/**", "Wire", timezone=60),))
    first, second = known_as(given, settings).articles
    assert (first.source, first.published, first.modified) == ("Wire", replace(time, offset=60), zoned)
    assert (second.source, second.published) == ("b", Published(DAY, DAY))
    assert (first.day_first, second.day_first) == (True, True)


@pytest.mark.parametrize(("day_first", "verdict"), [(True, "agree"), (False, "conflict")])
def test_the_order_of_numeric_dates_decides(day_first: bool, verdict: str) -> None:
    texts = ("Milo Trent was convicted on 3/4/2031 in Orsel.", "Milo Trent was convicted on April 3, 2031 in Orsel.")
    from factcheck.api import article

    both = [article(text, name=name, published=DAY) for name, text in zip("ab", texts, strict=True)]
    known = known_as(Intake(tuple(both)), Settings(day_first=day_first)).articles
    found = compare(known, Options(StoryMode.ALL)).findings
    assert [finding.verdict for finding in found if finding.kind == "date"] == [verdict]


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        (Settings(exclude=("drafts",)), ["a.md", "in/b.md", "in/c.txt"]),
        (Settings(exclude=("*.md",)), ["in/c.txt"]),
        (Settings(exclude=("in/*.md",)), ["a.md", "drafts/a.md", "in/c.txt", "in/drafts/d.md"]),
        (Settings(exclude=("in/**/d.md", "/x")), ["a.md", "drafts/a.md", "in/b.md", "in/c.txt"]),
        (Settings(include=("in/",)), ["in/b.md", "in/c.txt", "in/drafts/d.md"]),
        (Settings(include=("*.md",), exclude=("drafts/",)), ["a.md", "in/b.md"]),
        (Settings(include=("?.txt",)), ["in/c.txt"]),
    ],
)
def test_files_of_folders_are_chosen(
    settings: Settings, left: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "drafts/a.md", "in/b.md", "in/c.txt", "in/drafts/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The ferry {name} sank on Monday.")
    assert sorted(article.path for article in read(["."], wanted=wanted(settings)).articles) == left
    named = read(["drafts/a.md"], wanted=wanted(settings)).articles
    assert [article.path for article in named] == ["drafts/a.md"]


@pytest.mark.parametrize(
    ("paths", "told"), [(["."], []), (["in"], ["in"]), (["in", "in/c.txt"], ["in"]), (["no"], ["no"])]
)
def test_a_folder_of_which_nothing_is_chosen_is_told(
    paths: list[str], told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "in/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The ferry {name} sank on Monday.")
    skipped = read(paths, wanted=wanted(Settings(include=("*.md",)))).skipped
    assert [each.what for each in skipped] == told
    assert all("leave none of its files" in each.reason for each in skipped) is (told != ["no"])
