"""Readings and claims as CSV (RFC 4180, but lines end at LF), for spreadsheets and data frames.

Article text is data: words that a spreadsheet would take for a formula get an apostrophe before them, as OWASP's page
on CSV injection advises, so `quote` is `text[start:end]` for all that do not begin with `=`, `+`, `-`, `@` or a control
character. Columns of figures hold figures alone and are left as they are. What could steer a terminal is replaced by
U+FFFD, one for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim, Reading, Span
from factcheck.model import Article
from factcheck.place import place
from factcheck.report.cells import cell, sheet
from factcheck.report.reporter import Listing, ListingReporter, ReportOptions
from factcheck.report.value import bounds

COLUMNS = (
    "type", "article", "source", "kind", "quote", "start", "end", "line", "column", "unit", "low", "high", "low_open",
    "high_open", "modality", "noun", "timex", "subject", "event", "role", "as_of", "status", "attributed_to",
    "sentence",
)  # fmt: skip
"""Names of the columns, as in the JSON; those from `subject` on are empty for readings."""


def render(listing: Listing, _options: ReportOptions) -> str:
    """A header, then a row a reading and a row a claim, article by article."""
    return sheet(COLUMNS, _rows(listing))


REPORTER = ListingReporter("csv", "a row a reading or claim, for spreadsheets", render)


def _rows(listing: Listing) -> Iterator[list[str]]:
    for article, found in listing.pages:
        for reading in found.readings:
            yield ["reading", *_read(article, reading, reading.span), *[""] * 7]
        for claim in found.claims:
            yield ["claim", *_read(article, claim.reading, claim.span), *_said_of(article, claim)]


def _read(article: Article, given: Reading, span: Span) -> list[str]:
    at = place(article.text, span.start)
    ends = bounds(given.value)
    parts = ends.get("parts", [])
    figures = [ends[name] if not parts else " / ".join(str(part[name]) for part in parts) for name in ("low", "high")]
    return [
        *map(cell, (article.id, article.source, given.kind, span.of(article.text))),
        *map(str, (span.start, span.end, at.line, at.column)),
        cell(given.value.unit),
        *("" if figure is None else figure for figure in figures),
        *(str(bool(ends[name])).lower() for name in ("low_open", "high_open")),
        str(given.value.modality),
        cell(given.noun.lemma if given.noun else ""),
        cell(given.timex.value if given.timex else ""),
    ]


def _said_of(article: Article, claim: Claim) -> list[str]:
    subject = claim.subject.key if claim.subject else ""
    event = claim.event.lemma if claim.event else ""
    sentence = " ".join(claim.sentence.of(article.text).split())
    cells = (subject, event, claim.role, claim.as_of, str(claim.status), claim.attributed_to, sentence)
    return [cell(each) for each in cells]
