"""The report as JSON Lines: the objects of `factcheck.report/1` one a line, each with its `type`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report.as_json import as_line, whole
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.value import Json

TYPES = {
    "articles": "article",
    "findings": "finding",
    "single_source": "single_source",
    "withdrawn": "withdrawn",
    "skipped": "skipped",
}
"""For each list of the JSON what its members are called."""


def render(report: Report, options: ReportOptions) -> str:
    """A line `report` with schema, tool and summary, then each `article`, `finding`, `single_source` and so on."""
    return "".join(as_line(each) for each in _lines(whole(report, options)))


REPORTER = Reporter("jsonl", "the same, one object a line, for streams and logs", render)


def _lines(given: Json) -> Iterator[Json]:
    yield {"type": "report", **{name: said for name, said in given.items() if name not in TYPES}}
    for name, singular in TYPES.items():
        for each in given[name]:
            yield {"type": singular, **each}
