"""Readings and claims as JSON Lines: the objects of `factcheck.claims/1` one a line, each with its `type`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.as_json import article, as_line, tool
from factcheck.report.claims_as_json import SCHEMA, as_claim, as_reading
from factcheck.report.reporter import Listing, ListingReporter, ReportOptions
from factcheck.report.value import Json


def render(listing: Listing, _options: ReportOptions) -> str:
    """A line `listing` with schema and tool, then each `article` with its lines `reading` and `claim`; then `skipped`.

    But for `type` each is the object that stands in the list of that name in the JSON of the same schema.
    """
    return "".join(as_line(each) for each in _lines(listing))


REPORTER = ListingReporter("jsonl", "the same, one object a line, for streams and logs", render)


def _lines(listing: Listing) -> Iterator[Json]:
    yield {"type": "listing", "schema": SCHEMA, "tool": tool()}
    for page, found in listing.pages:
        yield {"type": "article", **article(page)}
        for reading in found.readings:
            yield {"type": "reading", **as_reading(page, reading)}
        for claim in found.claims:
            yield {"type": "claim", **as_claim(page, claim)}
    for each in listing.skipped:
        yield {"type": "skipped", "what": each.what, "reason": each.reason}
