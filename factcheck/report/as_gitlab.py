"""The report as GitLab's Code Quality report, for the widget of a merge request.

The form is the subset of the Code Climate specification that GitLab's documentation lists, in ASCII and without
`##[`, which a runner of GitHub would hear as a command. Only the description is
shown there, so it begins with the rule; lines are 1 where a file's text was extracted and has none of its own.
"""

from __future__ import annotations

import json

from factcheck.model import Finding, Report, Severity
from factcheck.report.area import area
from factcheck.report.fingerprint import apart
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.value import Json
from factcheck.report.wording import chosen, foremost, sentence

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, options: ReportOptions) -> str:
    """A list of the findings that are shown."""
    made = [_issue(finding, key) for finding, key in apart(chosen(report, options))]
    return json.dumps(made, ensure_ascii=True, indent=2).replace("##[", "#\\u0023[") + "\n"


REPORTER = Reporter("gitlab", "GitLab's code quality report", render)


def _issue(finding: Finding, key: str) -> Json:
    where = area(foremost(finding)[0])
    inside = f" ({where.inside})" if where.inside else ""
    return {
        "description": plain(f"{finding.rule}: {sentence(finding)}{inside}"),
        "check_name": finding.rule,
        "fingerprint": key,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": where.path, "lines": {"begin": where.line or 1, "end": where.end_line or 1}},
    }
