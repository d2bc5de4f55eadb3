"""Findings that editors have set aside in articles or beside them (`factcheck.model.Ignore`)."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from factcheck.model import Article, Aside, Finding, Ignore, Report, Skipped

Where = tuple[str, Ignore]


def heeded(report: Report) -> Report:
    """The report with what comments and manifests set aside marked so; those in vain are told among the skipped.

    So are those that name a rule that is none, whatever else they name.

    Only what asks for attention is set aside: a comment beside figures that agree is unused.
    """
    used: set[Where] = set()
    findings = tuple(_heeded(finding, used) for finding in report.findings)
    given = [(article, ignore) for article in report.articles for ignore in article.ignores]
    told = (_told(article, ignore, (article.id, ignore) in used) for article, ignore in given)
    return replace(report, findings=findings, skipped=(*report.skipped, *filter(None, told)))


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


def _told(article: Article, ignore: Ignore, used: bool) -> Skipped | None:
    """What is wrong with an `ignore`, if anything is."""
    from factcheck.judge import RULES  # with them comes all of `claims.words`, which --help must not wait for

    odd = [name for name in ignore.rules if not any(rule.id.startswith(name) for rule in RULES)]
    if used and not odd:
        return None
    if odd:
        near = get_close_matches(odd[0], [rule.id for rule in RULES], n=1)
        hint = f"did you mean {near[0]}?" if near else "`factcheck rules` lists them"
        why = f"it ignores {odd[0]}, which is no rule; {hint}"
    else:
        rules = ", ".join(ignore.rules) or "all rules"
        lost = "no paragraph follows it" if ignore.span is None else "nothing is found there"
        why = f"it ignores {rules} in vain, as {lost}; take it out"
    return Skipped(f"{article.id}, {ignore.where}", why)
