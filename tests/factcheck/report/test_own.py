"""Our reports are known by their beginnings, and articles are not taken for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Extraction
from factcheck.baseline import as_text
from factcheck.model import Report
from factcheck.report import CLAIM_REPORTERS, REPORTERS, Listing, Reporter, ReportOptions
from factcheck.report.own import ENOUGH, is_ours
from factcheck.report.reporter import ListingReporter
from tests.golden.sample import listing, report

FULL = report()
REPORTS = {
    "whole": FULL,
    "nothing": replace(FULL, findings=(), single_source=(), withdrawn=(), skipped=()),
    "only agreement": replace(FULL, findings=tuple(each for each in FULL.findings if not each.asks)),
    "taken back": replace(FULL, findings=(), withdrawn=FULL.single_source),
}


@pytest.mark.parametrize("looks", [ReportOptions(), ReportOptions(all=True, explain=True, texts=True)])
@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_every_format_is_known(reporter: Reporter, given: Report, looks: ReportOptions) -> None:
    assert is_ours(reporter.render(given, looks)[:ENOUGH])


@pytest.mark.parametrize("reporter", CLAIM_REPORTERS, ids=lambda reporter: reporter.name)
def test_every_listing_is_known(reporter: ListingReporter) -> None:
    bare = Listing(tuple((article, Extraction((), ())) for article, _ in listing().pages))
    for given in (listing(), bare):
        assert is_ours(reporter.render(given, ReportOptions())[:ENOUGH])


def test_a_baseline_is_known_and_so_is_what_holds_nothing() -> None:
    assert is_ours(as_text(()))
    assert is_ours("")


@pytest.mark.parametrize(
    "text",
    [
        "\n",
        "Conflict in the harbour\n\nTwelve people were hurt.",
        "# Discrepancy report\n\nThe ministry has looked at its own figures.",
        "12 articles of the treaty: no contradiction",
        "Sources\n  The ministry, the harbour master\n",
        "Ferry sinks  killing 12, officials say\n\nThe harbour was calm.",
        '[{"text": "The ferry sank."}]',
        '{"text": "The ferry sank."}',
        "id,text\n1,The ferry sank.\n",
        '<!doctype html>\n<html lang="en"><head><title>Ferry</title></head>',
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">',
        '[[finding]]\nrule = "FC101"\n',
    ],
)
def test_articles_are_not(text: str) -> None:
    assert not is_ours(text)
