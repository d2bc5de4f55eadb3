"""Reports: a format each, in the explicit registers `REPORTERS` and `CLAIM_REPORTERS`."""

from __future__ import annotations

from factcheck.report import (
    as_concise,
    as_csv,
    as_full,
    as_github,
    as_gitlab,
    as_html,
    as_json,
    as_jsonl,
    as_junit,
    as_markdown,
    as_rdjson,
    as_sarif,
    claims_as_csv,
    claims_as_json,
    claims_as_jsonl,
    claims_as_table,
)
from factcheck.report.reporter import Listing, ListingReporter, Reporter, ReportOptions, names

REPORTERS: tuple[Reporter, ...] = (
    as_full.REPORTER,
    as_concise.REPORTER,
    as_markdown.REPORTER,
    as_json.REPORTER,
    as_jsonl.REPORTER,
    as_html.REPORTER,
    as_csv.REPORTER,
    as_sarif.REPORTER,
    as_junit.REPORTER,
    as_github.REPORTER,
    as_gitlab.REPORTER,
    as_rdjson.REPORTER,
)
"""Every format of a comparison; the first is the default."""
CLAIM_REPORTERS: tuple[ListingReporter, ...] = (
    claims_as_table.REPORTER,
    claims_as_json.REPORTER,
    claims_as_jsonl.REPORTER,
    claims_as_csv.REPORTER,
)
"""Every format of a listing of claims; the first is the default."""

__all__ = [
    "CLAIM_REPORTERS", "REPORTERS", "Listing", "ListingReporter", "ReportOptions", "Reporter", "names",
]  # fmt: skip
