"""The golden files and what draws each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import factcheck.report
from factcheck.report import CLAIM_REPORTERS, REPORTERS, ReportOptions
from tests.golden.sample import listing, report

HERE = Path(__file__).parent
SUFFIX = {"markdown": "md", "json": "json", "jsonl": "jsonl", "csv": "csv", "sarif": "sarif.json", "junit": "xml",
          "gitlab": "gitlab.json", "html": "html", "rdjson": "rdjson.json"}  # fmt: skip
LOOKS = {
    "": ReportOptions(),
    "-all": ReportOptions(all=True),
    "-explain": ReportOptions(explain=True),
    "-texts": ReportOptions(texts=True),
}
HEARING = {
    "": frozenset(factcheck.report.names(REPORTERS)),
    "-all": frozenset({"full", "concise", "markdown", "csv", "sarif", "github"}),
    "-explain": frozenset({"full", "markdown"}),
    "-texts": frozenset({"json", "html"}),
}
"""The formats whose golden files show what each look changes."""
TERMINALS = {
    f"full-{width}{name}.txt": ReportOptions(all=True, width=width, colour=colour)
    for width in (80, 120, 200)
    for name, colour in (("", False), ("-colour", True))
    if width == 80 or not colour
}


def _report(name: str, options: ReportOptions) -> str:
    return next(reporter for reporter in REPORTERS if reporter.name == name).render(report(), options)


def _claims(name: str) -> str:
    return next(reporter for reporter in CLAIM_REPORTERS if reporter.name == name).render(listing(), ReportOptions())


DRAWN: dict[str, Callable[[], str]] = {
    **{
        f"{reporter.name}{look}.{SUFFIX.get(reporter.name, 'txt')}": partial(_report, reporter.name, options)
        for reporter in REPORTERS
        for look, options in LOOKS.items()
        if reporter.name in HEARING[look]
    },
    **{name: partial(_report, "full", options) for name, options in TERMINALS.items()},
    **{f"claims-{reporter.name}.{SUFFIX.get(reporter.name, 'txt')}": partial(_claims, reporter.name)
       for reporter in CLAIM_REPORTERS},
}  # fmt: skip
"""For each golden file the function that makes its text."""
