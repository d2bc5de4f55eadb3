"""`factcheck report`: a saved report in another format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def saved(factcheck: Run) -> str:
    factcheck("compare", "in", "-o", "result.json", "--output-format", "json")
    return "result.json"


@pytest.mark.parametrize("name", ["full", "concise", "markdown", "json", "sarif", "csv", "junit"])
def test_it_is_what_the_run_would_have_written(factcheck: Run, saved: str, name: str) -> None:
    wanted = factcheck("compare", "in", "--output-format", name, "--all")
    assert factcheck("report", saved, "--output-format", name, "--all") == wanted
    assert factcheck("report", "-", "--output-format", name, "--all", stdin=Path(saved).read_bytes()) == wanted


def test_several_files_and_levels(factcheck: Run, saved: str) -> None:
    outcome = factcheck(
        "report", saved, "--report", "sarif:a.sarif", "--report", "junit:b.xml", "--fail-level", "never"
    )
    assert outcome.status == 0
    assert json.loads(Path("a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("b.xml").read_text("utf-8").startswith("<?xml")


def test_texts_are_there_where_they_were_asked_for(factcheck: Run, saved: str) -> None:
    outcome = factcheck("report", saved, "--with-texts")
    assert outcome.status == 2
    assert "holds no texts of articles; save it with --with-texts" in outcome.err
    factcheck("compare", "in", "-o", "full.json", "--output-format", "json", "--with-texts")
    assert "text" in json.loads(Path("full.json").read_text("utf-8"))["articles"][0]
    again = factcheck("report", "full.json", "--with-texts", "--output-format", "json").out
    assert again == Path("full.json").read_text("utf-8")


def test_github_gets_a_summary_beside_its_annotations(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    factcheck("compare", "in")
    assert Path("summary.md").read_text("utf-8") == "Before\n"
    page = factcheck("compare", "in", "--output-format", "markdown").out
    assert factcheck("compare", "in", "--output-format", "github").out.startswith("::error ")
    assert Path("summary.md").read_text("utf-8") == f"Before\n{page}"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    assert factcheck("compare", "in", "--report", "github:a.txt").status == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["gone.json"], "gone.json cannot be read: No such file"),
        (["in/a.txt"], "in/a.txt is no report in JSON: it is no JSON; write one with"),
        (["result.json", "-o", "result.json"], "would be overwritten"),
        (["result.json", "--output-format", "xml"], "no such format"),
        ([""], "the report cannot be read"),
    ],
)
def test_what_cannot_be_rendered_is_told(factcheck: Run, saved: str, args: list[str], says: str) -> None:
    assert saved
    outcome = factcheck("report", *args)
    assert (outcome.status, outcome.out) == (2, "")
    assert says in outcome.err
    assert outcome.err.count("\n") == 1
