"""`factcheck review`: every finding is asked about once, and each answer is kept at once."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.baseline import load
from tests.factcheck.cli.conftest import Outcome
from tests.pages.terminal import ROOT

Run = Callable[..., Outcome]
FILE = "factcheck-baseline.toml"


@pytest.fixture
def saved(factcheck: Run) -> str:
    factcheck("compare", "in", "-o", "result.json", "--output-format", "json")
    return "result.json"


def test_decisions_are_kept_with_their_notes(factcheck: Run, saved: str) -> None:
    outcome = factcheck("review", saved, stdin=b"x\na\n the  court errs\nl\nask again\n")
    assert outcome.status == 0
    assert "1 of 2\nCONFLICT  day Milo Trent was convicted" in outcome.out
    assert outcome.out.endswith("2 findings decided, 0 left.\n")
    assert [(each.rule, each.status, each.note) for each in load(FILE)] == [
        ("FC101", "accepted", "the court errs"),
        ("FC290", "later", "ask again"),
    ]
    again = factcheck("review", saved, stdin=b"e\n\n")
    assert "1 of 1\nunclear" in again.out
    assert [each.status for each in load(FILE)] == ["accepted", "error"]
    assert factcheck("review", saved).out == "0 findings decided, 0 left.\n"
    assert factcheck("compare", "in", "--baseline", FILE).status == 0


def test_decisions_go_where_the_settings_look_for_them(factcheck: Run, saved: str) -> None:
    Path("factcheck.toml").write_text('baseline = "desk.toml"\n')
    assert factcheck("review", saved, stdin=b"a\n\na\n\n").status == 0
    assert len(load("desk.toml")) == 2
    assert factcheck("compare", "in").status == 0
    Path("other.toml").write_text('baseline = "two.toml"\n')
    factcheck("review", saved, "--config", "other.toml", stdin=b"a\n\n")
    factcheck("review", saved, "--isolated", stdin=b"a\n\n")
    factcheck("review", saved, "--baseline", "four.toml", stdin=b"a\n\n")
    assert [len(load(name)) for name in ("two.toml", FILE, "four.toml")] == [1, 1, 1]


def test_an_answer_that_is_no_utf_8_is_asked_again(factcheck: Run, saved: str) -> None:
    outcome = factcheck("review", saved, stdin=b"\xff\na\ncaf\xe9\nq\n")
    assert (outcome.status, outcome.err) == (0, "")
    assert [each.note for each in load(FILE)] == ["caf\ufffd"]


@pytest.mark.parametrize(("answers", "left"), [(b"", 2), (b"q\n", 2), (b"s\nq\n", 2), (b"\n\n", 2), (b"a\n", 1)])
def test_leaving_early_keeps_what_was_decided(factcheck: Run, saved: str, answers: bytes, left: int) -> None:
    outcome = factcheck("review", saved, "--baseline", "b.toml", stdin=answers)
    assert outcome.status == 0
    assert outcome.out.endswith(f"{2 - left} finding{'' if left == 1 else 's'} decided, {left} left.\n")
    assert Path("b.toml").exists() is (left == 1)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["-"], "name the report as a file"),
        (["gone.json"], "gone.json cannot be read"),
        (["in/a.txt"], "is no report in JSON"),
        (["result.json", "--baseline", "in/a.txt"], "the baseline in/a.txt is no TOML"),
        (["result.json", "--baseline", "nowhere/b.toml"], "nowhere/b.toml cannot be written"),
        (["result.json", "--baseline", ""], "--baseline names no file"),
        (["result.json", "--baseline", "-"], "decisions go to a file"),
    ],
)
def test_what_cannot_be_reviewed_is_told(factcheck: Run, saved: str, args: list[str], says: str) -> None:
    assert saved
    outcome = factcheck("review", *args)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert says in outcome.err


def test_on_a_terminal(saved: str, tmp_path: Path) -> None:
    control, terminal = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "review", str(tmp_path / saved)]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdin=terminal, stdout=terminal, stderr=terminal,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
    )  # fmt: skip
    os.close(terminal)
    seen = b""
    for waited, answer in ((b"uit? ", b"a\n"), (b"note: ", b"checked\n"), (b"uit? ", b"q\n")):
        seen = b""
        while not seen.endswith(waited):
            seen += os.read(control, 4096)
        os.write(control, answer)
    assert process.wait(timeout=60) == 0
    os.close(control)
    assert [(each.status, each.note) for each in load(str(tmp_path / FILE))] == [("accepted", "checked")]
    assert b"\x1b[" in seen
