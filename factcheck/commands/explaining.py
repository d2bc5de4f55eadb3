"""`factcheck explain`, `rules` and `kinds`: why something is found, in the words of the code and of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial

from factcheck import console
from factcheck.commands.outputs import known
from factcheck.errors import UnknownNameError, UsageError
from factcheck.flags import LIST_FORMATS
from factcheck.report import ReportOptions


def explain(name: str, report: str | None, *, no_color: bool) -> int:
    """Explain a finding of `report`, a rule, by its id or name, or a kind; a kind wins where both have one name."""
    pages: dict[str, Callable[[], str]] = {}
    if report is not None:
        pages |= _findings(report, no_color)
    for known_name, draw in _names().items():
        pages.setdefault(known_name, draw)
    wanted = name.casefold()
    begun = [known_name for known_name in pages if len(wanted) >= _BEGINNING and known_name.startswith(wanted)]
    if wanted not in pages and len(begun) != 1:
        raise UnknownNameError(_unknown(name, list(pages), report))
    console.emit(pages[wanted if wanted in pages else begun[0]]())
    return 0


_BEGINNING = 4
"""Letters of an identifier that are enough where they begin only one."""


def rules(output_format: str) -> int:
    """List the rules."""
    from factcheck.judge import RULES
    from factcheck.report.catalogue import rule_list, rules_as_json

    known(output_format, LIST_FORMATS, "--output-format")
    console.emit((rules_as_json if output_format == "json" else rule_list)(RULES))
    return 0


def kinds(output_format: str) -> int:
    """List the kinds."""
    from claims.kinds import KINDS
    from factcheck.report.catalogue import kind_list, kinds_as_json

    known(output_format, LIST_FORMATS, "--output-format")
    console.emit((kinds_as_json if output_format == "json" else kind_list)(KINDS))
    return 0


def _names() -> dict[str, Callable[[], str]]:
    """What draws the page of each kind and rule, by all its names in lower case."""
    from claims.kinds import KINDS
    from factcheck.judge import RULES
    from factcheck.report.catalogue import kind_page, rule_page

    pages: dict[str, Callable[[], str]] = {kind.name: partial(kind_page, kind) for kind in KINDS}
    for rule in RULES:
        for name in (rule.id, rule.name):
            pages.setdefault(name.casefold(), partial(rule_page, rule))
    return pages


def _findings(report: str, no_color: bool) -> dict[str, Callable[[], str]]:
    """What draws the page of each finding of a report in JSON, by identifier."""
    from factcheck.commands.saved import saved
    from factcheck.report.page import page

    if not report:
        raise UsageError("--in names no report; write --in report.json.")
    found = saved(report, f"--in {report}").report.findings
    looks = console.looks(ReportOptions(), no_color=no_color)
    return {finding.id.casefold(): partial(page, finding, looks) for finding in found}


def _unknown(name: str, names: Sequence[str], report: str | None) -> str:
    near = name.strip() and get_close_matches(name.casefold(), names, n=1)
    what = f"no finding of {report}, rule or kind" if report is not None else "no rule or kind"
    if near:
        return f"{what} is called {name}; did you mean {near[0]}?"
    if not name.strip():
        return "nothing is named; `factcheck rules` and `factcheck kinds` list what can be explained."
    if report is None and set(name.casefold()) <= set("0123456789abcdef"):
        return f"{what} is called {name}; to explain a finding, name its report too: --in report.json."
    return f"{what} is called {name}; `factcheck rules` and `factcheck kinds` list them."
