"""One finding on a page of its own: its mentions and the chain that led to its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Finding, Mention, Verdict
from factcheck.report.chain import told
from factcheck.report.paint import OF_VERDICT, Line, Style, line, painted
from factcheck.report.place import where
from factcheck.report.reporter import ReportOptions
from factcheck.report.safe import plain


def page(finding: Finding, options: ReportOptions) -> str:
    """One finding with its mentions and the chain that led to its verdict."""
    return painted(list(_page(finding)), options)


def _page(finding: Finding) -> Iterator[Line]:
    conflict = finding.verdict is Verdict.CONFLICT
    name = finding.verdict.upper() if conflict else str(finding.verdict)
    yield line(
        (name, OF_VERDICT[finding.verdict]),
        "  ",
        (plain(finding.what), Style.STRONG),
        (plain(f"  {finding.rule}  {finding.id}"), Style.FAINT),
    )
    yield line(plain(finding.reason), indent=2)
    yield line((f"Confidence {finding.confidence:.0%}.", Style.FAINT), indent=2)
    yield line()
    yield from _mentions(finding.mentions, "")
    yield from _mentions(finding.related, "See also ")
    yield line()
    yield from told(finding.chain, indent=2)


def _mentions(given: Sequence[Mention], lead: str) -> Iterator[Line]:
    for each in given:
        yield line(
            f"{lead}{plain(each.article.source)}: ",
            (plain(each.quote), Style.VALUE),
            ("  " + plain(where(each)), Style.FAINT),
            indent=2,
        )
