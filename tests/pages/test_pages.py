"""The documentation says what the code does: drawn pages are current, shown commands run, links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.report import CLAIM_REPORTERS, REPORTERS, names
from tests.pages.draw import PAGES, SHOWING, SHOWN
from tests.pages.terminal import ROOT, TERMINALS

WRITTEN = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md")),
]
_SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_CONSOLE = re.compile(r"```console\n.*?```", re.DOTALL)
_NAMED = re.compile(r"\bfactcheck (?P<args>[a-z][a-z-]*(?: [^`\n|#]+)?)")
"""A command in running text or in a workflow."""
_CODE = re.compile(r"`[^`\n]+`|```(?:yaml|toml)\n.*?```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


@pytest.mark.parametrize("name", PAGES)
def test_a_drawn_page_is_current(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == PAGES[name](), "`make docs` draws it anew"


@pytest.mark.parametrize("name", WRITTEN)
def test_links_lead_to_files(name: str) -> None:
    for target in _LINK.findall((ROOT / name).read_text("utf-8")):
        assert ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("name", WRITTEN)
def test_what_the_pages_show_is_drawn(name: str) -> None:
    """Output in a page is the real one: the page is among those that are drawn, and the drawing knows the block."""
    for block in _CONSOLE.findall((ROOT / name).read_text("utf-8")):
        assert name in SHOWING
        assert SHOWN.fullmatch(block), block.splitlines()[1]


@pytest.mark.parametrize("name", WRITTEN)
def test_commands_in_the_text_exist_with_their_options(name: str) -> None:
    known = {command.name: command.params for command in typer.main.get_group(app).commands.values()}
    for code in _CODE.findall((ROOT / name).read_text("utf-8")):
        for found in _NAMED.finditer(code):
            command, *args = found["args"].split()
            assert command in known, found[0]
            options = {option for param in known[command] for option in param.opts}
            assert {arg.partition("=")[0] for arg in args if arg.startswith("-") and arg != "-"} <= options, found[0]


def test_the_page_of_reports_knows_every_format() -> None:
    page = (ROOT / "docs/reports.md").read_text("utf-8")
    tables = [re.findall(r"(?m)^\| `(\w+)` \|", part) for part in page.split("\n| format | for |\n")[1:]]
    shown = [rows[: len(known)] for rows, known in zip(tables, (REPORTERS, CLAIM_REPORTERS), strict=True)]
    assert list(map(sorted, shown)) == [sorted(names(REPORTERS)), sorted(names(CLAIM_REPORTERS))]


def _commands() -> list[tuple[str, str]]:
    found = []
    for name in WRITTEN:
        for block in _SHELL.findall((ROOT / name).read_text("utf-8")):
            found += [(name, line.partition("  #")[0].strip()) for line in block.splitlines() if line.strip()]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("page", "line"), _commands())
def test_commands_of_the_pages_run(page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with the articles and files that the pages suppose; set-up is only named."""
    program, *args = shlex.split(line)
    if program == "make":
        makefile = (ROOT / "Makefile").read_text("utf-8")
        assert all(re.search(rf"^{arg}:", makefile, re.MULTILINE) for arg in args if "=" not in arg), page
        return
    if program != "factcheck":
        assert program in ("python3", "git", "pip"), f"{page}: {line}"
        return
    monkeypatch.chdir(tmp_path)
    for folder in ("articles", "archive"):
        shutil.copytree(ROOT / "corpus" / "ferry-trial", folder)
    shutil.copy("articles/wire.md", "new.md")
    Path("facts.toml").write_text('[[fact]]\nfact = "Idris Calloway is 41."\n')
    Path("corpus").symlink_to(ROOT / "corpus")
    source = "new.md" if "<" in args else None
    args = args[: args.index("<")] if source else args
    if "result.json" in args and args[0] in ("report", "review"):
        CliRunner().invoke(app, ["compare", "articles", "--report", "json:result.json"])
    if "--baseline" in args:
        CliRunner().invoke(app, ["compare", "articles", "--write-baseline", "baseline.toml"])
    result = CliRunner().invoke(app, args, input=Path(source).read_bytes() if source else None)
    assert result.exit_code in (0, 1), result.stderr


@pytest.mark.parametrize("name", TERMINALS)
def test_a_picture_loads_nothing(name: str) -> None:
    svg = (ROOT / "docs" / name).read_text("utf-8")
    assert "@font-face" not in svg
    assert set(re.findall(r"https?://[^\s\"')]+", svg)) <= {"http://www.w3.org/2000/svg"}
