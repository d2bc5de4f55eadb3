"""What a report says, file names aside: to hold two reports on one story against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.model import Article, Finding, Report

Signature = frozenset[tuple[object, ...]]
Name = Callable[[Article], str]


def signature(report: Report, name: Name, articles: Iterable[str] | None = None) -> Signature:
    """Verdict, rule, kind, confidence and mentions of each finding, and every claim that stands alone.

    `name` gives what an article is called in both reports; only findings of `articles` are told, if they are given.
    White space inside a mention counts as one space.
    """
    chosen = None if articles is None else set(articles)
    found = [
        _finding(finding, name)
        for finding in report.findings
        if chosen is None or any(name(mention.article) in chosen for mention in finding.mentions)
    ]
    alone = [
        ("single", name(one.mention.article), " ".join(one.mention.quote.split()))
        for one in report.single_source
        if chosen is None or name(one.mention.article) in chosen
    ]
    return frozenset([*found, *alone])


def _finding(finding: Finding, name: Name) -> tuple[object, ...]:
    mentions = sorted((name(one.article), " ".join(one.quote.split())) for one in finding.mentions)
    return (finding.verdict, finding.rule, finding.kind, finding.confidence, tuple(mentions))
