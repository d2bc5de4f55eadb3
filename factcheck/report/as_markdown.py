"""The report as a page of Markdown, for an editor's desk, a pull request or an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.model import WORST_FIRST, Finding, Mention, Report, Verdict
from factcheck.report.chain import in_words
from factcheck.report.place import where
from factcheck.report.quote import Quote, quote
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import block, code, inline
from factcheck.report.wording import (
    SOURCE_COLUMNS,
    chosen,
    counted,
    dates,
    held_back,
    remarks,
    source_cells,
    sources,
    summary,
)

_HEADINGS = {
    Verdict.CONFLICT: "Conflicts",
    Verdict.UNCLEAR: "Unclear",
    Verdict.EVOLVING: "Figures that grow",
    Verdict.COMPATIBLE: "Compatible figures",
    Verdict.AGREE: "Agreements",
}
_FOLDED = frozenset({Verdict.EVOLVING, Verdict.COMPATIBLE, Verdict.AGREE})


def render(report: Report, options: ReportOptions) -> str:
    """A summary, a section a conflict, what is unclear, the rest folded, and the sources."""
    parts = ["# Discrepancy report", " ".join(filter(None, (summary(report), held_back(report, options))))]
    shown = chosen(report, options)
    for verdict in WORST_FIRST:
        parts += _section(verdict, [finding for finding in shown if finding.verdict is verdict], options)
    if report.withdrawn:
        parts += [
            "## Withdrawn by their sources",
            "These values were corrected by those who gave them and are compared with nothing.",
            *(_mention(single.mention) for single in report.withdrawn),
        ]
    parts += ["## Sources", "\n".join(_sources(report)), *map(inline, dates(report, replace(options, all=True)))]
    if report.skipped:
        parts += [
            "## Passed over",
            "\n".join(f"- {code(each.what)}: {inline(each.reason)}" for each in report.skipped),
        ]
    return "\n\n".join(parts) + "\n"


REPORTER = Reporter("markdown", "a page for an editor or a pull request", render)


def _section(verdict: Verdict, findings: list[Finding], options: ReportOptions) -> Iterator[str]:
    if not findings:
        return
    heading = _HEADINGS[verdict]
    if verdict not in _FOLDED:
        yield f"## {heading}"
        for number, finding in enumerate(findings, 1):
            yield from _finding(finding, number)
            if options.explain:
                yield _how(finding)
        return
    yield f"<details>\n<summary>{heading}: {counted(len(findings), 'fact')}</summary>"
    yield "\n".join(f"- {_title(finding)}: {inline(finding.reason)}{_quoted(finding)}" for finding in findings)
    if options.explain:
        yield from map(_how, findings)
    yield "</details>"


def _finding(finding: Finding, number: int) -> Iterator[str]:
    yield f"### {number}. {_title(finding)}"
    yield block(finding.reason)
    yield from map(_mention, finding.mentions)
    if finding.related:
        yield "See also:"
        yield from map(_mention, finding.related)
    if says := [*filter(None, [block(" ".join(remarks(finding)))]), *_to_check(finding)]:
        yield " ".join(says)


def _how(finding: Finding) -> str:
    """How a finding came about, folded."""
    steps = "\n".join(f"- {block(says)}" for says in in_words(finding.chain))
    return f"<details>\n<summary>How {inline(finding.id)} came about</summary>\n\n{steps}\n\n</details>"


def _title(finding: Finding) -> str:
    what = finding.what.strip()
    return f"{block(what[:1].upper() + what[1:])} ({inline(finding.rule)})"


def _mention(mention: Mention) -> str:
    return f"- **{inline(mention.article.source.strip())}**, {_where(mention)}\n\n  > {_marked(quote(mention))}"


def _marked(said: Quote) -> str:
    """The sentence with its claim in bold, by tags, which unlike asterisks work inside a word."""
    return f"{block(said.before)}<b>{inline(said.words)}</b>{inline(said.after)}"


def _quoted(finding: Finding) -> str:
    """The words of each mention with their places, for a finding in one line."""
    said = (
        f"{inline(each.article.source)} “{inline(quote(each).words)}” ({_where(each)})" for each in finding.mentions
    )
    return f" {'; '.join(said)}."


def _where(mention: Mention) -> str:
    return code(where(mention))


def _to_check(finding: Finding) -> Iterator[str]:
    """Where an editor looks first."""
    odd = [mention for mention in finding.mentions if mention.article.source == finding.odd_one_out]
    if odd:
        yield f"Check {' and '.join(map(_where, odd))} first."


def _sources(report: Report) -> Iterator[str]:
    yield f"| {' | '.join(SOURCE_COLUMNS)} |"
    yield "|" + " --- |" * len(SOURCE_COLUMNS)
    for article in sources(report):
        yield f"| {' | '.join(map(inline, source_cells(article)))} |"
