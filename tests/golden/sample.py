"""A report built by hand from the articles beside this file: what the golden files of every reporter show."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from claims.model import (
    Claim,
    Clock,
    Days,
    Entity,
    Event,
    Extraction,
    Interval,
    Modality,
    Pair,
    Phrase,
    Reading,
    Region,
    Span,
    Status,
    Timex,
    Unread,
    Value,
)  # fmt: skip
from factcheck.model import SEVERITY, Article, Finding, Mention, Report, Single, Skipped, Step, Verdict
from factcheck.place import passed_over
from factcheck.read import read
from factcheck.report import Listing

HERE = Path(__file__).parent
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
CONVICTION = Days.day(dt.date(2029, 3, 3))
NOVEMBER = Days(dt.date(2030, 11, 1), dt.date(2030, 11, 30))


def articles() -> dict[str, Article]:
    """The articles by file stem, their paths as from the folder of this file."""
    found = {}
    for article in read([str(HERE / "articles")]).articles:
        path = Path(article.path).relative_to(HERE).as_posix()
        found[Path(path).stem] = _moved(article, path)
    return found


def _moved(article: Article, path: str) -> Article:
    return replace(article, id=path, path=path, story="crane")


def mention(
    article: Article,
    quote: str,
    kind: str,
    stated: Region,
    unit: str = "",
    modality: Modality = Modality.EXACT,
    timex: Timex | None = None,
    status: Status = Status.ASSERTED,
    attributed_to: str = "",
    after: str = "",
) -> Mention:
    """A mention of the first `quote` after the words `after`."""
    start = article.text.index(quote, article.text.index(after))
    span = Span(start, start + len(quote))
    value = Value(kind, stated, stated, unit, unit, (), modality, quote)
    noun = Phrase(unit, unit, span) if kind == "count" else None
    reading = Reading(kind, span, span, value, timex, noun)
    claim = Claim(
        kind, reading, span, _sentence(article.text, start), article.id,
        subject=Entity("milo trent", "Trent", "person"), event=Event("convict", "was convicted", span), noun=noun,
        status=status, attributed_to=attributed_to,
    )  # fmt: skip
    return Mention(claim, article)


def _sentence(text: str, at: int) -> Span:
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    begins = max(end for end in ends if end <= at)
    stops = min(end for end in ends if end > at)
    return Span(begins, begins + len(text[begins:stops].rstrip()))


def number(low: int | str, high: int | str | None = None, *, open_low: bool = False) -> Interval:
    """An interval; a point where one end is given."""
    top = Decimal(low if high is None else high)
    return Interval(Decimal(low), None if open_low else top, low_open=open_low)


def report() -> Report:
    """Findings of every verdict, hostile text among them."""
    by = articles()
    findings = (_conviction(by), _aboard(by), _counts(by), _ages(by), _petition(by))
    return Report(
        tuple(by.values()),
        findings,
        single_source=(Single("length of the talks", mention(by["mail"], "two days", "duration", number(2), "day")),),
        withdrawn=(
            Single(
                "day of the verdict", mention(by["mail"], "March 3, 2029", "date", CONVICTION, status=Status.WITHDRAWN)
            ),
        ),
        skipped=(Skipped("articles/scan.pdf", "no format is known for .pdf; files that end in .md, .txt are read"),),
        settings=(("story", "auto"), ("strict", "no")),
    )


def _conviction(by: dict[str, Article]) -> Finding:
    return _finding(
        "FC101", "date", Verdict.CONFLICT, 0.93, "day Milo Trent was convicted",
        "mail says March 3, 2029, which is the day the crane fell; Aster Wire says November and post last November.",
        (
            mention(by["mail"], "March 3, 2029", "date", CONVICTION, timex=Timex("DATE", "2029-03-03")),
            mention(by["wire"], "in November", "date", NOVEMBER, timex=Timex("DATE", "2030-11")),
            mention(by["post"], "last November", "date", Days(months=frozenset({11}))),
        ),
        related=(mention(by["post"], "March 3, 2029", "date", CONVICTION),),
        odd_one_out="mail", slip="another fact's value", origins=2,
        chain=(
            Step("read", "mail: “March 3, 2029” (2029-03-03)"), Step("read", "Aster Wire: “in November” (2030-11)"),
            Step("aligned", "+1.30 = event +1.50 (same: convict / convict); value -0.31 (far); mood +0.06 (same); "
                            "unit +0.05 (absent)"),
            Step("FC001", "no: same value"), Step("FC101", "holds: no day lies in both"),
        ),
    )  # fmt: skip


def _aboard(by: dict[str, Article]) -> Finding:
    return _finding(
        "FC290", "count", Verdict.UNCLEAR, 0.41, "people aboard the tram [sic] :fire:",
        "The figures lie close: about 60, some 65 and about 70.",
        (
            mention(by["mail"], "About 60 people", "count", number(60), "people", Modality.ABOUT),
            mention(by["post"], "Some 65 passengers", "count", number(65), "passenger", Modality.ABOUT),
            mention(by["hostile"], "about 70 people", "count", number(70), "people", Modality.ABOUT),
        ),
    )  # fmt: skip


def _counts(by: dict[str, Article]) -> Finding:
    return _finding(
        "FC001", "count", Verdict.AGREE, 0.99, "counts", "All say nine.",
        (
            mention(by["wire"], "[nine counts](https://asterwire.example/counts/9)", "count", number(9), "count"),
            mention(by["mail"], "nine counts", "count", number(9), "count"),
            mention(by["hostile"], "nine [sic] counts", "count", number(9), "count", attributed_to="the clerk",
                    status=Status.ATTRIBUTED),
        ),
    )  # fmt: skip


def _ages(by: dict[str, Article]) -> Finding:
    return _finding(
        "FC301", "age", Verdict.COMPATIBLE, 0.88, "age of Milo Trent", "He was 29 in 2029 and is 31 now.",
        (
            mention(by["wire"], "31", "age", number(31), "year", after="Milo"),
            mention(by["mail"], "29", "age", number(29), "year"),
        ),
    )  # fmt: skip


def _petition(by: dict[str, Article]) -> Finding:
    return _finding(
        "FC020", "count", Verdict.EVOLVING, 0.8, "signatures", "The figure grows from 41,000 to more than 43,500.",
        (
            mention(by["wire"], "41,000 signatures", "count", number(41000), "signature"),
            mention(by["mail"], "More than 43,500 people", "count", number(43500, open_low=True), "people",
                    Modality.MORE_THAN),
        ),
    )  # fmt: skip


def _finding(
    rule: str, kind: str, verdict: Verdict, confidence: float, what: str, reason: str, mentions: tuple[Mention, ...],
    related: tuple[Mention, ...] = (), odd_one_out: str = "", slip: str = "", origins: int | None = None,
    chain: tuple[Step, ...] = (),
) -> Finding:  # fmt: skip
    return Finding(
        f"{rule}-{kind}", "crane", rule, kind, verdict, SEVERITY[verdict], confidence, what, reason, mentions, related,
        odd_one_out, slip, len(mentions) if origins is None else origins, chain,
    )  # fmt: skip


def listing() -> Listing:
    """Readings and claims of the same articles."""
    by = articles()
    claims = [mention for finding in report().findings for mention in finding.mentions]
    score = mention(by["mail"], "two days", "score", Pair(number(3), number(2)))
    clock = mention(by["post"], "that morning", "time", Clock(CONVICTION, 360, 1500, 60))
    pages = []
    for article in by.values():
        own = [each.claim for each in (*claims, score, clock) if each.article.id == article.id]
        own.sort(key=lambda claim: claim.span)
        pages.append((article, Extraction(tuple(claim.reading for claim in own), tuple(own))))
    unread = passed_over(by["post"], [Unread(Span(0, 6), "a number of 4,000 digits is not read")])
    return Listing(tuple(pages), (*report().skipped, *unread))
