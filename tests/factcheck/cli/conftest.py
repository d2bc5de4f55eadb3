"""The command line with a pipeline that always finds the same, so that its own behaviour is tested."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.model import Intake, Options, Report, Skipped
from tests.golden.sample import report

TEXT = "The ferry sank on Monday with 12 people aboard.\n"


@dataclass
class Pipeline:
    """What the command line passes on, and what it gets back."""

    report: Report = field(default_factory=report)
    error: BaseException | None = None
    skipped: tuple[Skipped, ...] = ()
    intakes: list[Intake] = field(default_factory=list)
    options: Options | None = None

    def compare(self, intake: Intake, options: Options, _tell: object) -> Report:
        return self._run([intake], options)

    def check(self, new: Intake, against: Intake, options: Options, _tell: object) -> Report:
        return self._run([new, against], options)

    def _run(self, intakes: list[Intake], options: Options) -> Report:
        if self.error:
            raise self.error
        self.intakes, self.options = intakes, options
        return replace(self.report, skipped=(*intakes[0].skipped, *self.skipped))


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    made = Pipeline()
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", SimpleNamespace(compare=made.compare, check=made.check))
    return made


@pytest.fixture
def factcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Runs the command in an empty folder that holds the articles in/a.txt and in/b.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT)
    Path("in/b.txt").write_text(TEXT.replace("12", "21"))

    def run(*args: str, stdin: bytes = b"") -> Outcome:
        result = CliRunner().invoke(app, list(args), input=stdin)
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return run
