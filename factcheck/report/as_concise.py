"""One line a finding, `path:line:column: FC101 conflict: ...`, for editors, grep and logs."""

from __future__ import annotations

from factcheck.model import Finding, Report
from factcheck.report.place import where
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import inert, plain
from factcheck.report.wording import chosen, foremost, sentence


def render(report: Report, options: ReportOptions) -> str:
    """A line for each finding, at the mention that stands alone, or else the first; nothing where nothing is found."""
    return "".join(f"{_line(finding)}\n" for finding in chosen(report, options))


REPORTER = Reporter("concise", "one line a finding, for editors and logs", render)


def _line(finding: Finding) -> str:
    first, *others = foremost(finding)
    also = f" (see {', '.join(map(where, others))})" if others else ""
    return inert(plain(f"{where(first)}: {finding.rule} {finding.verdict}: {sentence(finding)}{also}"))
