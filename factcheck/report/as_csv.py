"""A fact-check sheet as CSV (RFC 4180, but lines end at LF): a row a fact, with room for whoever checks it.

Made after the sheets of newsrooms: each fact with who says what and where, then columns to fill in by hand. Words that
a spreadsheet would take for a formula get an apostrophe before them (OWASP on CSV injection).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, Mention, Report, Single
from factcheck.report.cells import cell, sheet
from factcheck.report.place import where
from factcheck.report.quote import quote
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.wording import ranked

WRITTEN = (
    "fact", "kind", "verdict", "sources", "values", "reason", "places", "rule", "confidence", "finding", "set_aside",
)  # fmt: skip
"""Names of the columns that we fill in."""
COLUMNS = (*WRITTEN, "checked_by", "checked_on", "note")
"""Names of all columns; the others are for people and empty."""
SINGLE = "single source"
"""The verdict of a fact that one source alone tells."""


def render(report: Report, options: ReportOptions) -> str:
    """A header, a row for each finding of any verdict, worst first; with `all` also for what one source alone says."""
    alone = report.single_source if options.all else ()
    return sheet(COLUMNS, [*map(_row, ranked(report.findings)), *map(_single, alone)])


REPORTER = Reporter("csv", "a fact-check sheet to fill in, for spreadsheets", render)


def _row(given: Finding) -> list[str]:
    aside = given.aside.said if given.aside else ""
    decided = (given.rule, f"{given.confidence:.2f}", given.id, aside)
    says = (given.what, given.kind, str(given.verdict), *_said(given.mentions), given.reason, _places(given.mentions))
    return [*map(cell, (*says, *decided)), "", "", ""]


def _single(given: Single) -> list[str]:
    said = [given.mention]
    cells = (given.what, given.mention.claim.kind, SINGLE, *_said(said), "", _places(said))
    return [*map(cell, cells), *[""] * 7]


def _said(given: tuple[Mention, ...] | list[Mention]) -> Iterator[str]:
    yield "; ".join(dict.fromkeys(each.article.source for each in given))
    yield "; ".join(f"{each.article.source}: {quote(each).words}" for each in given)


def _places(given: tuple[Mention, ...] | list[Mention]) -> str:
    return "; ".join(map(where, given))
