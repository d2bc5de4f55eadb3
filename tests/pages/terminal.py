"""Draws pictures of a terminal with a report, in the widths and themes that people have."""

from __future__ import annotations

import contextlib
import os
import re
from functools import lru_cache
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME, TerminalTheme
from rich.text import Text

from factcheck.model import Options, Report
from factcheck.pipeline import compare
from factcheck.read import read
from factcheck.report import REPORTERS, ReportOptions

ROOT = Path(__file__).parents[2]
PICTURED = "corpus/ferry-trial"
TERMINALS: dict[str, tuple[int, TerminalTheme]] = {
    "terminal.svg": (100, SVG_EXPORT_THEME),
    "terminal-80.svg": (80, SVG_EXPORT_THEME),
    "terminal-120.svg": (120, DEFAULT_TERMINAL_THEME),
    "terminal-200.svg": (200, SVG_EXPORT_THEME),
}
"""Columns and colours of each picture; rich's default theme is a light one."""
_FROM_ELSEWHERE = re.compile(r"@font-face\s*\{.*?\}|<!--.*?-->", re.DOTALL)


def terminal(width: int, theme: TerminalTheme) -> str:
    """A terminal of `width` columns with a report, as SVG that loads nothing from elsewhere."""
    text = REPORTERS[0].render(pictured(), ReportOptions(width=width, colour=True))
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=width, file=nowhere, force_terminal=True)
        console.print(Text(f"$ factcheck compare {PICTURED}"))
        console.print(Text.from_ansi(text))
        svg = console.export_svg(title="factcheck", theme=theme, unique_id="factcheck")
    return _FROM_ELSEWHERE.sub("", svg)


@lru_cache(maxsize=1)
def pictured() -> Report:
    """What the example story shows that all pictures are of."""
    with contextlib.chdir(ROOT):
        return compare(read([PICTURED]), Options())
