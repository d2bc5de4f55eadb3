"""Lines end at LF, CR LF and CR and at nothing else, from the file to every report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

ENDS = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
TEXT = "Ferry sinks{odd}off Nerim{end}{end}It sank.{odd} The ferry{odd} carried {number} people on Monday.{end}"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()


def _run(*args: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["compare", "in", "--output-format", "json", *args])
    made: dict[str, Any] = json.loads(result.stdout)
    return made


def _places(made: dict[str, Any]) -> list[tuple[str, int, int]]:
    return [
        (said["article"], said["line"], said["column"])
        for finding in made["findings"]
        for said in finding["mentions"]
        if "people" in said["quote"]
    ]


@ENDS
@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"], ids=lambda odd: f"U+{ord(odd):04X}")
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_places_are_those_of_an_editor(end: str, odd: str, name: str) -> None:
    text = TEXT.format(odd=odd, end=end, number=12)
    Path("in", name).write_bytes(text.encode())
    Path("in/b.txt").write_text("The ferry carried 21 people on Monday.\n")
    lines = re.split(r"\r\n|\n|\r", text)
    place = (f"in/{name}", 3, lines[2].index("12") + 1)
    assert place in _places(_run("--report", "concise:concise.txt", "--report", "full:full.txt"))
    for report in ("concise.txt", "full.txt"):
        assert ":".join(map(str, place)) in Path(report).read_text("utf-8")


@ENDS
@pytest.mark.parametrize("odd", ["\u2028", "\x85"], ids=lambda odd: f"U+{ord(odd):04X}")
def test_places_below_front_matter_and_in_fact_sheets(end: str, odd: str) -> None:
    head = f"---{end}title: Ferry{end}---{end}"
    Path("in/a.md").write_bytes((head + TEXT.format(odd=odd, end=end, number=12)).encode())
    fact = f'"""{end}It sank.{odd}{end}The ferry carried 21 people on Monday."""'
    Path("facts.toml").write_bytes(f"[[fact]]{end}# x{odd}y{end}fact = {fact}{end}".encode())
    places = {path: line for path, line, _ in _places(_run("--reference", "facts.toml"))}
    assert places == {"in/a.md": 6, "facts.toml": 5}
