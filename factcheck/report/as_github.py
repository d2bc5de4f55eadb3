"""The report as workflow commands of GitHub Actions, which turn into annotations on the files of a pull request.

GitHub shows ten annotations of a level a step and drops the others in silence, so the worst come first and a last line
tells how many are left; the whole report belongs into the step's summary, which `factcheck` writes where
`GITHUB_STEP_SUMMARY` names a file.
"""

from __future__ import annotations

from collections import Counter

from factcheck.model import Finding, Report, Severity
from factcheck.report.area import area
from factcheck.report.place import where
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import harmless, plain
from factcheck.report.wording import chosen, counted, foremost, sentence

MOST = 10
"""Annotations of one level that GitHub shows of a step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, options: ReportOptions) -> str:
    """A line for each of the ten worst findings of a level."""
    seen: Counter[Severity] = Counter()
    lines = []
    for finding in chosen(report, options):
        seen[finding.severity] += 1
        if seen[finding.severity] <= MOST:
            lines.append(_line(finding))
    left = sum(max(0, number - MOST) for number in seen.values())
    if left:
        lines.append(
            f"{counted(left, 'finding')} more, for which GitHub has no room here: see the summary of the step."
        )
    return "".join(f"{line}\n" for line in lines)


REPORTER = Reporter("github", "annotations of GitHub Actions", render)


def _line(finding: Finding) -> str:
    first, *others = foremost(finding)
    region = area(first)
    fields = {"file": harmless(region.path)}  # as it is, or GitHub finds no such file
    if region.line:
        fields |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:
            fields |= {"col": str(region.column), "endColumn": str(region.end_column)}
    fields["title"] = plain(f"{finding.rule} {finding.verdict}: {finding.what}")
    also = f" (see {', '.join(map(where, others))})" if others else ""
    given = ",".join(f"{name}={_field(words)}" for name, words in fields.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(plain(sentence(finding) + also))}"


def _data(words: str) -> str:
    """What stands after the second `::`, escaped as @actions/core does."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
