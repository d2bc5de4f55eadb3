"""The report for a reader at a terminal: what contradicts what, in which words, and where to look."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, Mention, Report, Verdict
from factcheck.report.chain import told
from factcheck.report.overview import overview
from factcheck.report.paint import OF_VERDICT, Line, Style, line, painted
from factcheck.report.place import where
from factcheck.report.quote import quote
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.wording import (
    chosen,
    dated,
    dates,
    held_back,
    relations,
    remarks,
    sources,
    summary,
    taken_back,
    unread,
)


def render(report: Report, options: ReportOptions) -> str:
    """Conflicts with their sentences, what is unclear in a lower voice, a table of stories, and a closing summary."""
    lines: list[Line] = []
    for finding in chosen(report, options):
        lines += [*_finding(finding), *(_how(finding) if options.explain else ()), line()]
    if options.all:
        lines += [*_withdrawn(report), *_sources(report), *_passed_over(report)]
    lines += [*overview(report, options), *_closing(report, options)]
    return painted(lines, options)


_FEW = 30
"""Characters on either side of a claim that is told in a lower voice."""
REPORTER = Reporter("full", "for a reader at a terminal", render)


def _finding(finding: Finding) -> Iterator[Line]:
    loud = finding.verdict is Verdict.CONFLICT
    name = finding.verdict.upper() if loud else str(finding.verdict)
    yield line(
        (name, OF_VERDICT[finding.verdict]),
        "  ",
        (plain(finding.what), Style.STRONG if loud else Style.TEXT),
        ("  " + plain(finding.rule), Style.FAINT),
    )
    yield line(plain(finding.reason), indent=2)
    for mention in finding.mentions:
        yield from _loud(mention) if loud else _low(mention)
    if loud and finding.related:
        yield line()
    for mention in finding.related:
        yield from _low(mention, "See also ")
    if loud:
        yield line()
    said = [*remarks(finding), *([f"Confidence {finding.confidence:.0%}."] if loud else [])]
    if said:
        yield line((plain(" ".join(said)), Style.FAINT), indent=2)


def _how(finding: Finding) -> Iterator[Line]:
    """How a finding came about, and the name by which it can be asked for again."""
    yield line()
    yield line((plain(f"Finding {finding.id}"), Style.FAINT), indent=2)
    yield from told(finding.chain, indent=2)


def _loud(mention: Mention) -> Iterator[Line]:
    """A mention with the sentence it stands in."""
    said = quote(mention)
    yield line()
    yield line((plain(mention.article.source), Style.STRONG), ("  " + _where(mention), Style.FAINT), indent=2)
    yield line(said.before, (said.words, Style.VALUE), said.after, indent=4)


def _low(mention: Mention, lead: str = "") -> Iterator[Line]:
    """A mention in one line: a few words around the claim."""
    said = quote(mention, _FEW)
    yield line(
        f"{lead}{plain(mention.article.source)}: {said.before}",
        (said.words, Style.VALUE),
        said.after,
        ("  " + _where(mention), Style.FAINT),
        indent=2 if lead else 4,
    )


def _where(mention: Mention) -> str:
    return plain(where(mention))


def _withdrawn(report: Report) -> Iterator[Line]:
    if report.withdrawn:
        yield line(("Withdrawn by their sources", Style.STRONG))
        for single in report.withdrawn:
            yield from _low(single.mention)
        yield line()


def _sources(report: Report) -> Iterator[Line]:
    yield line(("Sources", Style.STRONG))
    for article in sources(report):
        says = f"{article.source}: {article.id}, {dated(article.published)}"
        says += "".join(f", {remark}" for remark in relations(article))
        yield line(plain(says), indent=2)
    yield line()


def _passed_over(report: Report) -> Iterator[Line]:
    if report.skipped:
        yield line(("Passed over", Style.STRONG))
        for skipped in report.skipped:
            yield line(plain(f"{skipped.what}: {skipped.reason}"), indent=2)
        yield line()


def _closing(report: Report, options: ReportOptions) -> Iterator[Line]:
    yield line((summary(report), Style.STRONG))
    for says in (held_back(report, options), taken_back(report, options), unread(report, options)):
        if says:
            yield line(says)
    for says in dates(report, options):
        yield line(plain(says))
