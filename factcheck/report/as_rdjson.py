"""The report in the Reviewdog Diagnostic Format, for comments on a pull request of any code host.

Columns count bytes of UTF-8 and ends are exclusive, as the format's own definition says (reviewdog, proto/rdf).
"""

from __future__ import annotations

from factcheck.model import Finding, Mention, Report, Severity
from factcheck.report.area import area
from factcheck.report.as_json import as_text
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.value import Json
from factcheck.report.wording import chosen, foremost, sentence

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, options: ReportOptions) -> str:
    """One object with a diagnostic for each finding that is shown."""
    found = [_diagnostic(finding) for finding in chosen(report, options)]
    return as_text({"source": {"name": "factcheck"}, "diagnostics": found})


REPORTER = Reporter("rdjson", "Reviewdog Diagnostic Format, for comments on pull requests", render)


def _diagnostic(finding: Finding) -> Json:
    first, *others = foremost(finding)
    more = [
        {"message": plain(f"{each.article.source}: {each.quote}"), "location": _location(each)}
        for each in (*others, *finding.related)
    ]
    return {
        "message": plain(sentence(finding)),
        "location": _location(first),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"relatedLocations": more} if more else {}),
    }


def _location(mention: Mention) -> Json:
    where = area(mention)
    if not where.line:
        return {"path": where.path}
    start = {"line": where.line, "column": where.byte_column}
    return {
        "path": where.path,
        "range": {"start": start, "end": {"line": where.end_line, "column": where.end_byte_column}},
    }
