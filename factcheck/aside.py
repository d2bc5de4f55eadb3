"""Findings that editors have set aside in articles or beside them (`factcheck.model.Ignore`)."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Article, Aside, Finding, Ignore, Report, Skipped

Where = tuple[str, Ignore]


def heeded(report: Report) -> Report:
    """The report with what comments and manifests set aside marked so; those in vain are told among the skipped.

    Only what asks for attention is set aside: a comment beside figures that agree is unused.
    """
    used: set[Where] = set()
    findings = tuple(_heeded(finding, used) for finding in report.findings)
    unused = tuple(
        _unused(article, ignore)
        for article in report.articles
        for ignore in article.ignores
        if (article.id, ignore) not in used
    )
    return replace(report, findings=findings, skipped=(*report.skipped, *unused))


def _heeded(finding: Finding, used: set[Where]) -> Finding:
    if not finding.asks:
        return finding
    found = [
        (mention.article.id, ignore)
        for mention in finding.mentions
        for ignore in mention.article.ignores
        if ignore.span is not None
        and ignore.span.overlaps(mention.claim.span)
        and (not ignore.rules or finding.rule.startswith(ignore.rules))
    ]
    used.update(found)
    return replace(finding, aside=Aside("comment", note=found[0][1].note)) if found else finding


def _unused(article: Article, ignore: Ignore) -> Skipped:
    rules = ", ".join(ignore.rules) or "all rules"
    why = "no paragraph follows it" if ignore.span is None else "nothing is found there"
    return Skipped(f"{article.id}, {ignore.where}", f"it ignores {rules} in vain, as {why}; take it out")
