"""The exit status of every command, as promised: 0 fine, 1 found, 2 wrong, 130 interrupted."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from factcheck.cli import app
from factcheck.model import Skipped, Verdict
from factcheck.report import REPORTERS
from tests.factcheck.cli.conftest import Outcome, Pipeline

Run = Callable[..., Outcome]
NOTHING: tuple[Verdict, ...] = ()


@pytest.mark.parametrize(
    ("found", "level", "status"),
    [
        (tuple(Verdict), "error", 1),
        (tuple(Verdict), "warning", 1),
        (tuple(Verdict), "never", 0),
        ((Verdict.UNCLEAR, Verdict.AGREE), "error", 0),
        ((Verdict.UNCLEAR, Verdict.AGREE), "warning", 1),
        ((Verdict.EVOLVING, Verdict.COMPATIBLE), "warning", 0),
        (NOTHING, "error", 0),
    ],
)
@pytest.mark.parametrize("command", [["compare", "in"], ["check", "in/a.txt", "--against", "in"], ["demo"]])
def test_fail_level(
    factcheck: Run, pipeline: Pipeline, found: tuple[Verdict, ...], level: str, status: int, command: list[str]
) -> None:
    some = tuple(finding for finding in pipeline.report.findings if finding.verdict in found)
    pipeline.report = replace(pipeline.report, findings=some)
    assert factcheck(*command, "--fail-level", level).status == status


def test_the_default_level_is_error(factcheck: Run) -> None:
    assert factcheck("compare", "in").status == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "Usage"),
        (["compare"], "Missing argument"),
        (["compare", "in", "--nonsense"], "No such option"),
        (["compare", "in", "--story", "none"], "'none'"),
        (["compare", "in", "--jobs", "0"], "--jobs"),
        (["compare", "in", "--min-confidence", "2"], "--min-confidence"),
        (["compare", "in", "--output-format", "pdf"], "choose from full, concise, markdown, json"),
        (["compare", "in", "--report", "markdown"], "write FORMAT:PATH"),
        (["compare", "in", "--report", "pdf:x"], "no such format"),
        (["compare", "in", "--report", "json:nowhere/x.json"], "its folder is not there"),
        (["compare", "in", "-o", "in"], "it is a folder"),
        (["compare", "in/a.txt", "in/b.txt", "-o", "in/b.txt"], "in/b.txt is to be read and would be overwritten"),
        (
            ["check", "in", "--against", "in", "--report", "json:facts.toml", "--reference", "facts.toml"],
            "is to be read",
        ),
        (["claims", "in/a.txt", "-o", "./in/../in/a.txt"], "is to be read and would be overwritten"),
        (["claims", "in", "--text", "--output-format", "csv"], "a text has no format"),
        (["compare", "in", "-o", "-"], "leave -o out"),
        (["compare", "n" * 300], "it cannot be opened: File name too long"),
        (["compare", "in/a.txt/b.txt"], "there is no such file or folder"),
        (["compare", ""], "nothing is named; name a file, a folder, or -"),
        (["compare", "https://mail.example/ferry"], "nothing is fetched from the web; save the page"),
        (["compare", "in", "--reference", ""], "--reference names no file"),
        (["compare", "in", "--reference", "gone.toml"], "gone.toml cannot be read: No such file"),
        (["compare", "in", "--reference", "in/a.txt"], "the fact sheet in/a.txt is no TOML"),
        (["check", "in", "--against", "in", "--reference", "in"], "the fact sheet in cannot be read: Is a directory"),
        (["explain", ""], "nothing is named; `factcheck rules`"),
        (["explain", "date", "--in", ""], "--in names no report"),
        (["demo", "--output-format", "xml"], "choose from full"),
        (["demo", "extra"], "unexpected extra argument"),
        (["kinds", "--output-format", "xml"], "choose from full, json"),
        (["compare", "in", "--published", "2031-02-30"], "“2031-02-30” is no possible date"),
        (["compare", "in", "--published", "3/4/2031"], "write it as 2021-12-31"),
        (["compare", "in", "--published", "2031-03-05T09:00 XYZ"], "the zone XYZ is not known"),
        (["compare", "in", "--published", "soon"], "“soon” is no date"),
        (["compare", "missing"], "no article could be read"),
        (["check", "in/a.txt"], "Missing option"),
        (["check", "missing", "--against", "in"], "no article could be read"),
        (["check", "in/a.txt", "missing", "--against", "in"], "missing could not be read"),
        (["check", "in/a.txt", "--against", "missing"], "no article could be read of those to check against"),
        (["claims", "missing"], "no article could be read"),
        (["claims", "in", "--show", "both"], "'both'"),
        (["claims", "in", "-o", ""], "an output file needs a name"),
        (["claims", "in", "-o", "nowhere/x"], "its folder is not there"),
        (["claims", "in", "--published", "31/12/2021"], "write it as 2021-12-31"),
        (["rules", "--output-format", "xml"], "choose from full, json"),
        (
            ["compare", "in", "--report", "json:x", "--report", "markdown:x"],
            "x is to hold two formats, json and markdown",
        ),
        (["claims", "in", "--output-format", "markdown"], "choose from table, json, jsonl, csv"),
        (["explain", "FC999"], "no rule or kind is called FC999"),
        (["explain", "dat"], "did you mean date?"),
        (["nonsense"], "No such command"),
        (["compare", "in", "--tables", "t", "-o", "x.json"], "--tables stands instead of a report"),
        (["compare", "in", "--tables", "t", "--output-format", "bogus"], "leave out --output-format."),
        (["compare", "in", "--tables", "t", "--all", "--explain"], "leave out --all and --explain."),
        (["compare", "in", "--tables", "t", "--baseline", "b.toml"], "leave out --baseline."),
        (
            ["compare", "in", "--tables", "t", "--write-baseline", "b.toml"],
            "leave out -o, --report and --write-baseline.",
        ),
        (["compare", "in", "--tables", "t", "--with-texts"], "leave out --with-texts."),
        (["compare", "in", "--report", "json:-"], "json on standard output is --output-format json"),
        (["compare", "in", "--write-baseline", "-"], "a baseline goes to a file"),
        (["compare", "-", "--tables", "t", "--engine", "spark"], "reads no standard input"),
        (["compare", "in", "--reference", "in", "--tables", "t", "--engine", "spark"], "compares no fact sheets"),
    ],
)
def test_what_cannot_be_done_is_2_with_one_sentence(factcheck: Run, args: list[str], says: str) -> None:
    outcome = factcheck(*args)
    assert outcome.status == 2
    assert says in outcome.err + outcome.out
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("args", [["compare", "/in"], ["compare", "/in", "--isolated"], ["demo"], ["init"]])
def test_a_working_folder_that_is_gone_is_2(factcheck: Run, args: list[str]) -> None:
    Path("gone").mkdir()
    os.chdir("gone")
    Path("../gone").rmdir()
    outcome = factcheck(*args)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "factcheck: the working folder is not there any more; change into one that is.\n"


def test_a_broken_manifest_is_2(factcheck: Run) -> None:
    Path("in/corpus.json").write_text("{")
    outcome = factcheck("compare", "in")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "in/corpus.json is no JSON" in outcome.err


def test_a_skipped_file_beside_readable_ones_leaves_the_status_alone(factcheck: Run, pipeline: Pipeline) -> None:
    pipeline.report = replace(pipeline.report, findings=())
    Path("in/empty.txt").touch()
    outcome = factcheck("compare", "in", "missing.txt")
    assert outcome.status == 0
    assert [row.partition(":")[0] for row in outcome.err.splitlines()] == ["missing.txt", "in/empty.txt"]
    assert factcheck("compare", "in", "missing.txt", "--quiet").err == ""


def test_no_name_of_a_file_is_a_command_of_github_on_standard_error(factcheck: Run) -> None:
    assert factcheck("compare", "in", "::error::##[group]").err.startswith(": :error::## [group]: there is no such")


def test_an_unexpected_exception_is_2_in_one_line(
    factcheck: Run, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.error = RuntimeError("the tree\nhas no root \x1b[31m")
    outcome = factcheck("compare", "in")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "RuntimeError: the tree has no root" in outcome.err
    assert "\x1b" not in outcome.err
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert "Traceback" in factcheck("compare", "in").err


@pytest.mark.parametrize("name", ["full", "concise", "csv", "junit", "github", "gitlab", "rdjson"])
def test_what_a_comparison_passes_over_is_told_once_beside_any_format(
    factcheck: Run, pipeline: Pipeline, name: str
) -> None:
    pipeline.skipped = (Skipped("in/b.txt:1:2", "only the first 9 claims are compared"),)
    Path("in/c.bin").write_bytes(b"\0")
    outcome = factcheck("compare", "in", "in/c.bin", "--output-format", name)
    assert outcome.err.count("in/c.bin: ") == outcome.err.count("in/b.txt:1:2: only the first 9 claims") == 1
    Path("in/c.bin").unlink()
    factcheck("compare", "in", "-o", "result.json", "--output-format", "json")
    assert (
        factcheck("report", "result.json", "--output-format", name).err
        == "in/b.txt:1:2: only the first 9 claims are compared\n"
    )
    assert "claims" not in factcheck("compare", "in", "--output-format", name, "--quiet").err


@pytest.mark.parametrize(("what", "status"), [("in/a.txt", 2), ("in/b.txt", 1)])
def test_a_new_article_that_was_not_compared_fails_its_check(
    factcheck: Run, pipeline: Pipeline, what: str, status: int
) -> None:
    pipeline.skipped = (Skipped(what, "the article is not compared: it takes too long", whole=True),)
    outcome = factcheck("check", "in/a.txt", "--against", "in", "-o", "result.txt")
    assert outcome.status == status
    assert ("in/a.txt was not checked: the article is not compared" in outcome.err) is (status == 2)
    assert "FC101" in Path("result.txt").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(each.name for each in REPORTERS))
def test_an_earlier_report_among_the_articles_is_none_of_them(factcheck: Run, pipeline: Pipeline, name: str) -> None:
    ending = {"json": "json", "jsonl": "jsonl", "html": "html", "csv": "csv", "junit": "xml", "markdown": "md"}
    path = f"in/report.{ending.get(name, 'txt')}"
    factcheck("compare", "in", "--output-format", name, "--all", "-o", path)
    outcome = factcheck("compare", "in")
    assert [article.path for article in pipeline.intakes[0].articles] == ["in/a.txt", "in/b.txt"]
    assert outcome.err == f"{path}: it is a report of this program and no article\n"


@pytest.mark.parametrize("command", [["compare", "in"], ["check", "in/a.txt", "--against", "in"], ["demo"]])
def test_an_interrupted_run_is_130(factcheck: Run, pipeline: Pipeline, command: list[str]) -> None:
    pipeline.error = KeyboardInterrupt()
    assert factcheck(*command).status == 130


def test_an_interrupted_listing_is_130(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.extraction.extract", stopped)
    assert factcheck("claims", "in", "--no-cache").status == 130


@pytest.mark.parametrize(
    "args",
    [["--version"], ["compare", "--version"], ["rules"], ["kinds"], ["explain", "fc101"], ["explain", "date"],
     ["claims", "in"], ["claims", "in", "--text"]],
)  # fmt: skip
def test_what_only_tells_is_0(factcheck: Run, args: list[str]) -> None:
    outcome = factcheck(*args)
    assert outcome.status == 0
    assert outcome.out.strip()
    assert outcome.err == ""


STATUSES = {
    "compare": [(["in"], 1), (["in", "--fail-level", "never"], 0), (["gone"], 2)],
    "check": [(["in/a.txt", "--against", "in"], 1), (["in/a.txt"], 2)],
    "demo": [([], 1), (["--fail-level", "never"], 0), (["--all", "extra"], 2)],
    "report": [(["result.json"], 1), (["result.json", "--fail-level", "never"], 0), (["in/a.txt"], 2)],
    "claims": [(["in"], 0), (["gone"], 2)],
    "review": [(["result.json"], 0), (["gone.json"], 2)],
    "explain": [(["FC101"], 0), (["FC999"], 2)],
    "rules": [([], 0), (["--output-format", "xml"], 2)],
    "kinds": [([], 0), (["--output-format", "xml"], 2)],
    "init": [([], 0), (["--ci", "elsewhere"], 2)],
    "show-config": [([], 0), (["--config", "gone.toml"], 2)],
    "clean": [([], 0), (["everything"], 2)],
}
"""Each command with arguments that bring about each status it can have."""


def test_no_command_is_forgotten() -> None:
    assert set(STATUSES) == {command.name or "" for command in typer.main.get_group(app).commands.values()}


@pytest.mark.parametrize(
    ("command", "args", "status"), [(name, *case) for name, cases in STATUSES.items() for case in cases]
)
def test_every_command_has_its_statuses(
    factcheck: Run, monkeypatch: pytest.MonkeyPatch, command: str, args: list[str], status: int
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "kept")
    factcheck("compare", "in", "-o", "result.json", "--output-format", "json")
    outcome = factcheck(command, *args)
    assert outcome.status == status
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("args", [["report", "x.json"], ["review", "x.json"], ["explain", "abc", "--in", "x.json"]])
def test_an_interrupted_reading_of_a_report_is_130(
    factcheck: Run, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    def stopped(*_args: object) -> None:
        raise KeyboardInterrupt

    Path("x.json").touch()
    monkeypatch.setattr("factcheck.commands.saved.read_bounded", stopped)
    assert factcheck(*args).status == 130
