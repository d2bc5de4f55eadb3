"""The listing as CSV: what a spreadsheet gets."""

from __future__ import annotations

import csv
import io

import pytest

from claims.model import Extraction
from factcheck.model import Article
from factcheck.report import CLAIM_REPORTERS, Listing, ReportOptions
from tests.golden.sample import listing, mention, number

RENDER = next(reporter.render for reporter in CLAIM_REPORTERS if reporter.name == "csv")


def _rows(given: Listing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(RENDER(given, ReportOptions()))))


def test_every_reading_and_claim_is_a_full_row() -> None:
    rows = _rows(listing())
    texts = {article.id: article.text for article, _ in listing().pages}
    for row in rows:
        assert None not in row.values()
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["quote"]
    wanted = sum(len(found.readings) for _, found in listing().pages)
    assert [row["type"] for row in rows].count("reading") == wanted
    assert [row["type"] for row in rows].count("claim") == wanted


@pytest.mark.parametrize(
    ("quote", "cell"),
    [
        ("=1+1 boats", "'=1+1 boats"),
        ("+5 boats", "'+5 boats"),
        ("-5 boats", "'-5 boats"),
        ("@SUM(5)", "'@SUM(5)"),
        ("＝1+1 boats", "'＝1+1 boats"),
        ("5;=1+1;-2; -3 boats", "5;'=1+1;'-2; -3 boats"),
        ("5 boats", "5 boats"),
        ('5 "fine", new\nboats', '5 "fine", new\nboats'),
    ],
)
def test_no_word_of_an_article_is_a_formula(quote: str, cell: str) -> None:
    article = Article("a.txt", "a.txt", f"It had {quote} on board.", (), "wire")
    claim = mention(article, quote, "count", number(-5), "boat").claim
    (row,) = _rows(Listing(((article, Extraction((), (claim,))),)))
    assert (row["quote"], row["low"]) == (cell, "-5")
