"""Findings as the page numbers them: worst first, each with a name, a letter and a place to link to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claims.model import Span
from factcheck.model import Finding, Report, Verdict
from factcheck.report.web.element import name_of
from factcheck.report.wording import ranked

LETTERS = {
    Verdict.CONFLICT: "C",
    Verdict.UNCLEAR: "U",
    Verdict.EVOLVING: "E",
    Verdict.COMPATIBLE: "K",
    Verdict.AGREE: "A",
}
"""What stands beside a marked claim, so that colour is not all that tells."""
WORDS = {
    Verdict.CONFLICT: "conflict",
    Verdict.UNCLEAR: "unclear",
    Verdict.EVOLVING: "evolves",
    Verdict.COMPATIBLE: "compatible",
    Verdict.AGREE: "agrees",
}
"""Each verdict in a word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and what the page calls it."""

    finding: Finding
    """The finding."""
    label: str
    """Letter and number ("C1")."""
    anchor: str
    """Identifier of its element, the same in every run in which the finding has the same identifier."""

    @property
    def loud(self) -> bool:
        """Whether it asks for attention."""
        return self.finding.asks and self.finding.aside is None


Marks = dict[str, dict[Span, list[Found]]]
"""By article, the claims that are marked, each with the findings that it has part in, worst first."""


def numbered(report: Report) -> list[Found]:
    """Every finding, worst first."""
    seen: Counter[str] = Counter()
    names: Counter[str] = Counter()
    found = []
    for finding in ranked(report.findings):
        letter = LETTERS[finding.verdict]
        anchor = f"f-{name_of(finding.id)}"
        seen[letter] += 1
        names[anchor] += 1
        unique = anchor if names[anchor] == 1 else f"{anchor}--{names[anchor]}"
        found.append(Found(finding, f"{letter}{seen[letter]}", unique))
    return found


def marks(found: list[Found]) -> Marks:
    """The claims of all findings; of two that overlap the one of the worse finding."""
    by_article: Marks = {}
    for each in found:
        for mention in each.finding.mentions:
            own = by_article.setdefault(mention.article.id, {})
            span = mention.claim.span
            if span in own:
                own[span].append(each)
            elif len(span) and not any(span.overlaps(other) for other in own):
                own[span] = [each]
    return by_article


def anchor_of(article: int, span: Span) -> str:
    """Identifier of the mark of a claim in the `article`th article."""
    return f"m-{article}-{span.start}"
