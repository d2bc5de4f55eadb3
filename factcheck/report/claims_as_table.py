"""Claims for a reader: a table an article of its figures and dates in reading order, with what they are said of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Claim, Clock, Days, Extraction, Interval, Modality, Reading, Span, Value
from factcheck.model import Article
from factcheck.place import place
from factcheck.report.paint import Line, Style, line, painted
from factcheck.report.quote import shown
from factcheck.report.reporter import Listing, ListingReporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.value import bounds, number
from factcheck.report.wording import counted, dated

_WIDEST = 44
"""Characters of a cell, at most: what is longer is cut, so that one odd row does not push all others apart."""
_PLACES = 6
_NO_CLAIM = "-"
"""Stands where a reading is no claim, so that nothing it is said of is known."""


def render(listing: Listing, options: ReportOptions) -> str:
    """A table an article, a row a reading; one that is a claim tells what it is said of."""
    lines: list[Line] = []
    for article, found in listing.pages:
        lines += [*_article(article, found), line()]
    lines.append(line((_summary(listing), Style.STRONG)))
    return painted(lines, options)


REPORTER = ListingReporter("table", "for a reader at a terminal", render)


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row."""

    where: str
    kind: str
    words: str
    value: str
    of: str


def _article(article: Article, found: Extraction) -> Iterator[Line]:
    head = plain(f"{article.id}, {dated(article.published)}")
    yield line((plain(article.source), Style.STRONG), (f"  {head}", Style.FAINT))
    rows = [row for _, row in sorted(_rows(article, found), key=lambda each: each[0])]
    where, kind, words, value = (
        max((len(cell) for cell in column), default=0)
        for column in zip(*((row.where, row.kind, row.words, row.value) for row in rows), strict=True)
    ) if rows else (0, 0, 0, 0)  # fmt: skip
    for row in rows:
        yield line(
            (f"{row.where:>{where}}", Style.FAINT),
            f"  {row.kind:{kind}}  ",
            (row.words, Style.STRONG),
            f"{'':{words - len(row.words)}}  {row.value:{value}}",
            (f"  {row.of}", Style.FAINT if row.of == _NO_CLAIM else Style.TEXT),
            indent=2,
        )


def _rows(article: Article, found: Extraction) -> Iterator[tuple[Span, _Row]]:
    """The claims, and the readings that none of them rests on, each with where it stands."""
    for claim in found.claims:
        yield claim.span, _row(article, claim.reading, claim.span, _of(claim))
    taken = {(claim.kind, claim.reading.core) for claim in found.claims}
    for reading in found.readings:
        if (reading.kind, reading.core) not in taken:
            yield reading.span, _row(article, reading, reading.span, _NO_CLAIM)


def _row(article: Article, reading: Reading, span: Span, of: str) -> _Row:
    at = place(article.text, span.start)
    words, value = _cut(shown(article, span)), _cut(plain(_figure(reading.value)))
    return _Row(f"{at.line}:{at.column}", reading.kind, words, value, plain(of))


def _cut(words: str) -> str:
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 2]} …"


def _of(claim: Claim) -> str:
    """Whom and what a claim is said of."""
    subject = claim.subject.key if claim.subject else ""
    event = claim.event.lemma if claim.event else ""
    return " / ".join(filter(None, (subject, event, claim.role)))


def _figure(value: Value) -> str:
    """The value in its written unit, or its days and hours."""
    put = "" if value.modality in (Modality.EXACT, Modality.BETWEEN) else f"{value.modality.replace('_', ' ')} "
    if value.amounts and not isinstance(value.stated, (Days, Clock)):
        amounts = " to ".join(_short(amount) for amount in value.amounts)
        return f"{put}{amounts} {value.written_unit or value.unit}".strip()
    ends = bounds(value)
    if "parts" in ends:
        return " to ".join(str(part["low"]) for part in ends["parts"])
    low, high = ends["low"], ends["high"]
    figure = f"{low}" if low == high and low else f"{low or 'any'} to {high or 'any'}"
    return f"{put}{figure} {value.unit if isinstance(value.stated, Interval) else ''}".rstrip()


def _short(amount: Decimal) -> str:
    """A number with six places at most: a third is no endless row of digits."""
    exponent = amount.as_tuple().exponent
    long = isinstance(exponent, int) and exponent < -_PLACES
    return str(number(round(amount, _PLACES) if long else amount))


def _summary(listing: Listing) -> str:
    claims = sum(len(found.claims) for _, found in listing.pages)
    readings = sum(len(found.readings) for _, found in listing.pages)
    parts = [counted(claims, "claim")] if claims or not readings else []
    parts += [counted(readings, "reading")] if readings else []
    return f"{counted(len(listing.pages), 'article')}: {' of '.join(parts)}."
