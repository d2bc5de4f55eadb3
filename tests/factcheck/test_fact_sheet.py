"""A fact sheet beside articles: one more source that outranks none and is named as what it is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.api import article
from factcheck.cli import app
from factcheck.model import Intake, Report, StoryMode, Verdict
from factcheck.model import Options as Choice
from factcheck.pipeline import check, compare
from factcheck.read import reference
from factcheck.stories import placed, stories

FERRY = (
    "A ferry with 214 people aboard ran aground off Port Nerim on March 3, 2031, the coast guard said.\n\n"
    "The captain, Ben Harrow, 61, was arrested. Five people were killed when the ferry hit the Sellick reef."
)
MINE = (
    "A fire at the Orlan mine near Tarvik killed seven miners, the company said on March 9, 2031.\n\n"
    "Rescuers led by Ines Dahl worked for 40 hours in the Orlan pit."
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report(*facts: str, texts: tuple[str, ...] = (FERRY,), story: StoryMode = StoryMode.AUTO) -> Report:
    Path("facts.toml").write_text("".join(f'[[fact]]\nfact = "{fact}"\n' for fact in facts))
    told = tuple(article(text, name=f"{at}.txt") for at, text in enumerate(texts))
    return compare(Intake((*told, *reference("facts.toml"))), Choice(story=story))


def test_an_article_that_differs_from_the_sheet_is_a_conflict_that_names_it() -> None:
    found = report("Ben Harrow, 64, was the captain.")
    (finding,) = [each for each in found.findings if each.verdict is Verdict.CONFLICT]
    assert "The fact sheet “64”" in finding.reason
    said = next(each for each in finding.mentions if each.article.reference)
    assert (said.quote, said.article.path) == ("64", "facts.toml")
    assert {each.article.story for each in finding.mentions} == {"0.txt"}


def test_a_sheet_that_agrees_raises_nothing() -> None:
    found = report("Ben Harrow, 61, was the captain.", "Five people were killed when the ferry hit the Sellick reef.")
    assert not [each for each in found.findings if each.verdict is Verdict.CONFLICT]
    assert any(each.verdict is Verdict.AGREE for each in found.findings)


def test_the_sheet_outranks_none() -> None:
    """Two articles against the sheet: the sheet is the odd one out, as any third source would be."""
    own = "The coast guard arrested Ben Harrow, 61, the captain of the ferry that hit the Sellick reef off Port Nerim."
    found = report("Ben Harrow, 64, was the captain.", texts=(FERRY, own))
    finding = next(each for each in found.findings if each.verdict is Verdict.CONFLICT)
    assert finding.odd_one_out == "The fact sheet"


def test_a_fact_is_compared_in_its_own_story_alone() -> None:
    facts = ("Ben Harrow was the captain of the ferry off Port Nerim.", "The fire killed eight people.",
             "The fire at the Orlan mine near Tarvik killed eight miners.")  # fmt: skip
    found = report(*facts, texts=(FERRY, MINE))
    parts = {each.story: len(each.blocks) for each in found.articles if each.reference}
    assert parts == {"0.txt": 1, "1.txt": 1}
    assert len({each.id for each in found.articles}) == 4
    (skipped,) = found.skipped
    assert skipped.what == "facts.toml:4:9"
    assert "name people and places in it" in skipped.reason
    assert all(each.story == "1.txt" for each in found.findings if each.verdict is Verdict.CONFLICT)


def test_a_fact_on_someone_of_whom_two_stories_tell_is_passed_over() -> None:
    trial = article("Judges in Tarvik sentenced Ben Harrow to nine years.", name="trial", published="2032-01-05")
    told = (replace(trial, story="trial"), replace(article(FERRY, name="ferry"), story="ferry"))
    Path("facts.toml").write_text('[[fact]]\nfact = "Ben Harrow is 61."\n')
    parts, (skipped,) = placed(reference("facts.toml"), told)
    assert (parts, skipped.what) == ((), "facts.toml:2:9")


def test_one_story_takes_every_fact() -> None:
    sheets = report("It was 5 miles long.").articles
    assert [each.story for each in sheets if each.reference] == ["0.txt"]
    Path("facts.toml").write_text('[[fact]]\nfact = "It was 5 miles long."\n')
    told = stories([article(FERRY, name="a"), article(MINE, name="b")], StoryMode.ALL)
    parts, skipped = placed(reference("facts.toml"), told)
    assert ([part.story for part in parts], skipped) == (["all"], ())


def test_a_new_article_is_checked_against_the_sheet() -> None:
    Path("facts.toml").write_text('[[fact]]\nfact = "Ben Harrow, 64, was the captain."\n')
    old = article(FERRY.replace("61", "64"), name="old.txt")
    found = check(Intake((article(FERRY, name="new.txt"),)), Intake((old, *reference("facts.toml"))))
    conflict = next(each for each in found.findings if each.verdict is Verdict.CONFLICT)
    assert {each.article.id for each in conflict.mentions} == {"new.txt", "old.txt", "facts.toml"}


def test_on_the_command_line() -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(FERRY)
    Path("in/facts.toml").write_text('source = "desk"\n[[fact]]\nfact = "Ben Harrow, 64, was the captain."\n')

    def run(*args: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, list(args))
        return result.exit_code, result.stdout, result.stderr

    sheet = ("--reference", "in/facts.toml")
    status, out, err = run("compare", "in", *sheet, *sheet)
    assert (status, err) == (1, "")
    assert "The fact sheet (desk)  in/facts.toml:3:21\n    Ben Harrow, »64«, was the captain." in out
    assert "The fact sheet is the reference that was given." in out
    assert "1 article and 1 fact sheet in 1 story: 1 conflict" in out
    made = json.loads(run("check", "in/a.txt", "--against", "in/a.txt", *sheet, "--output-format", "json")[1])
    assert [each.get("reference", False) for each in made["articles"]] == [False, True]
    assert run("compare", "in", "--reference", "gone.toml") == (
        2,
        "",
        "factcheck: the fact sheet gone.toml cannot be read: No such file or directory.\n",
    )
