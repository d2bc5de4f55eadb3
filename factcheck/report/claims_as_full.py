"""Claims for a reader: each article's figures and dates in reading order, with what they are said of."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim, Clock, Days, Extraction, Modality, Value
from factcheck.model import Article
from factcheck.report.paint import Line, Style, line, painted
from factcheck.report.place import address, place
from factcheck.report.quote import shown
from factcheck.report.reporter import Listing, ListingReporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.value import bounds, number
from factcheck.report.wording import counted, dated


def render(listing: Listing, options: ReportOptions) -> str:
    """A section an article, a line a claim."""
    lines: list[Line] = []
    for article, found in listing.pages:
        lines += [*_article(article, found), line()]
    claims = sum(len(found.claims) for _, found in listing.pages)
    readings = sum(len(found.readings) for _, found in listing.pages)
    articles = counted(len(listing.pages), "article")
    lines.append(line((f"{articles}: {counted(claims, 'claim')} of {counted(readings, 'reading')}.", Style.STRONG)))
    return painted(lines, options)


REPORTER = ListingReporter("full", "for a reader at a terminal", render)


def _article(article: Article, found: Extraction) -> Iterator[Line]:
    yield line(
        (plain(article.source), Style.STRONG), (plain(f"  {article.id}, {dated(article.published)}"), Style.FAINT)
    )
    for claim in found.claims:
        where = plain(address(article, place(article.text, claim.span.start)))
        words = shown(article, claim.span)
        yield line(
            (where, Style.FAINT), f"  {claim.kind}  ", (words, Style.VALUE), f"  {plain(_says(claim))}", indent=2
        )


def _says(claim: Claim) -> str:
    """What was understood: the value as it is put, then whom and what it is said of."""
    subject = claim.subject.key if claim.subject else ""
    event = claim.event.lemma if claim.event else ""
    said_of = " / ".join(filter(None, (subject, event, claim.role)))
    return _figure(claim.value) + (f" [{said_of}]" if said_of else "")


def _figure(value: Value) -> str:
    """The value in its written unit, or its days and hours."""
    put = "" if value.modality in (Modality.EXACT, Modality.BETWEEN) else f"{value.modality.replace('_', ' ')} "
    if value.amounts and not isinstance(value.stated, (Days, Clock)):
        amounts = " to ".join(str(number(amount)) for amount in value.amounts)
        return f"{put}{amounts} {value.written_unit or value.unit}".strip()
    ends = bounds(value)
    if "parts" in ends:
        return " to ".join(str(part["low"]) for part in ends["parts"])
    low, high = ends["low"], ends["high"]
    return put + (f"{low}" if low == high and low else f"{low or 'any'} to {high or 'any'}")
