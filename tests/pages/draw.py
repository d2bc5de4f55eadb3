"""What draws each page: reference from the code, and in the others the output of the commands that they show.

A block of ```console whose first line is `$ factcheck ...` holds that command's real output; a line of it that is only
`[...]` ends what is shown.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from functools import partial

import typer
from typer.testing import CliRunner

from claims.kind import Example
from claims.kinds import KINDS
from factcheck.cli import app
from factcheck.judge import CHECKS, RULES
from factcheck.report.safe import block, code, inline
from factcheck.settings import KEYS, SOURCE_KEYS
from tests.pages.schemas import schemas
from tests.pages.terminal import ROOT, TERMINALS, terminal

SHOWN = re.compile(r"(?P<head>```console\n\$ factcheck (?P<args>[^\n]+)\n)(?P<out>.*?)(?P<tail>```)", re.DOTALL)
_CUT = "[...]\n"


def outcome(args: str) -> str:
    """What `factcheck` with these arguments writes to standard output, in the root of the project."""
    with contextlib.chdir(ROOT):
        return CliRunner().invoke(app, args.split()).stdout


def shown(name: str) -> str:
    """The page `name` with the outputs in it drawn anew."""
    return SHOWN.sub(_drawn, (ROOT / name).read_text("utf-8"))


def _drawn(found: re.Match[str]) -> str:
    out = outcome(found["args"])
    if found["out"].endswith(_CUT):
        lines = found["out"].count("\n") - 1
        out = "".join(out.splitlines(keepends=True)[:lines]) + _CUT
    return f"{found['head']}{out}{found['tail']}"


def commands() -> str:
    """The reference of the command line, from the options themselves."""
    return "\n".join(["# Commands", "", "Drawn from the code by `make docs`.", *_commands()]) + "\n"


def _commands() -> Iterator[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    for name, command in group.commands.items():
        yield f"\n## `factcheck {name}`\n\n{command.help}\n"
        yield "| | |\n| --- | --- |"
        for param in command.params:
            words = code(", ".join(param.opts) if isinstance(param, typer.core.TyperOption) else str(param.metavar))
            yield f"| {words}{_metavar(param)} | {inline(getattr(param, 'help', None) or '')}{_default(param)} |"


def _metavar(param: object) -> str:
    takes = isinstance(param, typer.core.TyperOption) and not param.is_flag and param.metavar
    return f" {inline(str(param.metavar))}" if takes and isinstance(param, typer.core.TyperOption) else ""


def _default(param: object) -> str:
    if not isinstance(param, typer.core.TyperOption) or param.is_flag or not param.default:
        return ""
    return f" (default {code(str(param.default))})"


def rules() -> str:
    """The reference of the rules, from their docstrings."""
    parts = [
        "# Rules",
        "Drawn from the code by `make docs`.",
        (
            "Two mentions of one fact are judged by the rules in this order, and the first that holds decides. "
            f"The checks, from {CHECKS[0].id} on, look at what an article or the story says as a whole."
        ),
    ]
    for rule in RULES:
        parts += [f"## {rule.id} {inline(rule.name)}", f"{block(rule.title)}: **{rule.verdict}**."]
        parts += [*map(block, rule.text.split("\n\n")), f"Source: {inline(rule.source)}"]
    return "\n\n".join(parts) + "\n"


def kinds() -> str:
    """The reference of the kinds, from their summaries and examples."""
    parts = ["# Kinds of claim", "Drawn from the code by `make docs`."]
    for kind in KINDS:
        rows = [f"| {_example(each)} | {'<br>'.join(map(inline, each.finds))} |" for each in kind.examples]
        parts += [f"## {kind.name}", block(kind.summary), "\n".join(["| text | read as |", "| --- | --- |", *rows])]
        if kind.silent:
            parts += ["Nothing is found in:", "\n".join(f"- {block(text)}" for text in kind.silent)]
    return "\n\n".join(parts) + "\n"


def _example(given: Example) -> str:
    return inline(given.text) + (f" (published {given.published})" if given.published else "")


def settings() -> str:
    """The page of settings, with the keys from the code."""
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    for name, keys in (("keys", KEYS), ("source keys", SOURCE_KEYS)):
        rows = [f"| `{key.name}` | {key.form} | {_initial(key.default)} | {key.does} |" for key in keys]
        table = "\n".join(["| key | value | default | |", "| --- | --- | --- | --- |", *rows])
        page = re.sub(f"(<!-- {name} -->\n).*?(\n<!-- end -->)", rf"\g<1>{table}\g<2>", page, flags=re.DOTALL)
    return page


def _initial(default: str) -> str:
    return f"`{default}`" if default else ""


SHOWING = ("README.md", "docs/index.md", "docs/tutorial.md", "docs/markdown.md")
"""Pages with output of commands in them, by their paths from the root."""

PAGES: dict[str, Callable[[], str]] = {
    **{name: partial(shown, name) for name in SHOWING},
    "docs/commands.md": commands,
    "docs/rules.md": rules,
    "docs/kinds.md": kinds,
    "docs/settings.md": settings,
    "docs/schemas.md": schemas,
    **{f"docs/{name}": partial(terminal, *look) for name, look in TERMINALS.items()},
}
"""For each page, by its path from the root, the function that makes its text."""
