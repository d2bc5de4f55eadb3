"""Settings on the command line: they are defaults, and what is said there goes before them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Options, StoryMode
from tests.factcheck.cli.conftest import Outcome, Pipeline

Run = Callable[..., Outcome]


def put(text: str, name: str = "factcheck.toml") -> None:
    Path(name).write_text(text)


def test_the_file_gives_defaults_and_the_command_line_goes_before(factcheck: Run, pipeline: Pipeline) -> None:
    put(
        'story = "all"\nstrict = true\nmin-confidence = 0.4\nfail-level = "never"\n'
        'output-format = "concise"\ncache = false'
    )
    outcome = factcheck("compare", "in")
    assert outcome.status == 0
    assert outcome.out.startswith("articles/")
    assert pipeline.options == Options(StoryMode.ALL, True, 0.4, 1, False, "")
    assert factcheck("compare", "in", "--story", "folder", "--fail-level", "error").status == 1
    assert pipeline.options.story is StoryMode.FOLDER
    assert factcheck("compare", "in", "--isolated").out.startswith("CONFLICT")
    assert pipeline.options == Options()
    put('story = "folder"', "other.toml")
    factcheck("compare", "in", "--config", "other.toml")
    assert pipeline.options == Options(StoryMode.FOLDER)


def test_against_and_files_come_from_the_file(
    factcheck: Run, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    put('against = ["in"]\nexclude = ["b.txt"]\n[[source]]\nmatch = "in/*"\nname = "Desk"\n')
    Path("in/c.txt").write_text("The ferry sank on Monday with 15 people aboard.")
    factcheck("check", "in/a.txt")
    read = [[article.path for article in intake.articles] for intake in pipeline.intakes]
    assert read == [["in/a.txt"], ["in/c.txt"]]
    assert {article.source for intake in pipeline.intakes for article in intake.articles} == {"Desk"}
    monkeypatch.chdir("in")
    assert factcheck("check", "a.txt").status == 1
    assert factcheck("claims", "a.txt", "--output-format", "csv").out.count("Desk") > 0


def test_findings_follow_the_file(factcheck: Run) -> None:
    put('ignore = ["FC101"]')
    assert factcheck("compare", "in").status == 0
    put('[severity]\nFC101 = "warning"')
    assert factcheck("compare", "in").status == 0
    assert factcheck("compare", "in", "--fail-level", "warning").status == 1


def test_listings_keep_their_formats(factcheck: Run) -> None:
    put('output-format = "sarif"')
    assert factcheck("claims", "in").status == 0
    assert factcheck("demo").out.startswith("CONFLICT")


def test_the_name_of_the_settings_file_steers_nothing(factcheck: Run) -> None:
    name = "x\n::error::y\x1b[31m.toml"
    Path(name).write_text('ignore = ["FC1"]\n')
    shown = factcheck("show-config", "--config", name).out
    assert tomllib.loads(shown)["ignore"] == ["FC1"]
    assert "\x1b" not in shown
    assert not any(line.startswith("::") for line in shown.splitlines())


def test_show_config(factcheck: Run) -> None:
    assert factcheck("show-config").out.startswith("# no settings file; these are the defaults\nselect = []\n")
    put('ignore = ["FC1"]')
    assert factcheck("show-config").out.startswith('# factcheck.toml\nselect = []\nignore = ["FC1"]\n')
    assert factcheck("show-config", "--isolated").out.startswith("# no settings file")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["compare", "in"], "factcheck.toml: no setting is called strcit; did you mean strict?"),
        (["show-config"], "did you mean strict?"),
        (["compare", "in", "--config", "gone.toml"], "gone.toml cannot be read"),
        (["compare", "in", "--config", "other.toml", "--isolated"], "--config and --isolated"),
        (["compare", "in", "--isolated", "--config", "other.toml"], "--config and --isolated"),
    ],
)
def test_settings_that_cannot_be_used_are_2(factcheck: Run, args: list[str], says: str) -> None:
    put("strcit = true")
    put("", "other.toml")
    outcome = factcheck(*args)
    assert (outcome.status, outcome.out) == (2, "")
    assert says in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("target", [None, "gone.toml", "factcheck.toml"])
def test_a_settings_file_that_is_no_file_is_2(factcheck: Run, target: str | None) -> None:
    Path("factcheck.toml").symlink_to(target) if target else Path("factcheck.toml").mkdir()
    outcome = factcheck("compare", "in")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "factcheck.toml cannot be read: it is a" in outcome.err


@pytest.mark.parametrize(("error", "status"), [(RuntimeError("a slip"), 2), (KeyboardInterrupt(), 130)])
@pytest.mark.parametrize("args", [["compare", "in"], ["show-config"]])
def test_a_slip_in_reading_settings_is_no_conflict(
    factcheck: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], error: BaseException, status: int
) -> None:
    def slips() -> None:
        raise error

    monkeypatch.setattr("factcheck.settings.nearest", slips)
    outcome = factcheck(*args)
    assert (outcome.status, outcome.out) == (status, "")
    assert outcome.err in ("", "factcheck: unexpected RuntimeError: a slip (FACTCHECK_DEBUG=1 shows where)\n")


def test_help_needs_no_sound_settings(factcheck: Run) -> None:
    put("strcit = true")
    assert factcheck("compare", "--help").status == 0
