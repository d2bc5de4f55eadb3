"""Findings in files whose text is extracted lead to a place that the reader can open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Options, Report, StoryMode
from factcheck.pipeline import compare
from factcheck.read import read
from factcheck.report import REPORTERS, ReportOptions
from tests.factcheck.read import files

SAID = "The ferry Saint Orla sank off Port Nerim on March 3, 2031 with 12 people aboard, the coast guard said."
PLAIN = f"Ferry sinks\n\n{SAID}\n"
LINES = [
    "The ferry Saint Orla sank off Port Nerim on March 3, 2031 with 14 peo-",
    "ple aboard, the coast guard said.",
]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    Path("mail.txt").write_text(PLAIN)
    cover = [(72.0, 700.0, 10.0, "A statement of the coast guard on the loss of the ferry follows.")]
    Path("guard.pdf").write_bytes(files.pdf([cover, files.column(72, 700, LINES)]))
    Path("wire.html").write_text(
        f"<html><body><article id=story><h1>Ferry sinks</h1><p>{SAID}</p>"
        "<p>Three of them were children, it said in a statement on the same afternoon.</p></article></body></html>"
    )
    return compare(read(["."]), Options(story=StoryMode.ALL))


def rendered(name: str, report: Report) -> str:
    return next(reporter for reporter in REPORTERS if reporter.name == name).render(report, ReportOptions())


def mentions(report: Report) -> dict[str, dict[str, Any]]:
    made = json.loads(rendered("json", report))
    (conflict,) = [finding for finding in made["findings"] if finding["verdict"] == "conflict"]
    return {mention["article"]: mention for mention in conflict["mentions"]}


def test_people_are_told_page_and_paragraph(report: Report) -> None:
    assert "guard.pdf, page 2, paragraph 2" in rendered("full", report)
    assert "mail.txt:3:" in rendered("full", report)
    assert "guard.pdf, page 2, paragraph 2" in rendered("concise", report)


def test_programs_are_told_page_element_and_quotation(report: Report) -> None:
    found = mentions(report)
    assert "location" not in found["mail.txt"]
    guard, wire = found["guard.pdf"], found["wire.html"]
    assert guard["location"] == {"page": 2, "paragraph": 2}
    assert guard["selector"]["exact"] == guard["quote"]
    assert guard["selector"]["prefix"].endswith("March 3, 2031 with ")
    assert wire["location"] == {"paragraph": 2, "css": "#story > p:nth-of-type(1)"}
    assert wire["selector"]["suffix"].startswith(" aboard")


def test_offsets_count_the_extracted_text(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    for mention in mentions(report).values():
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["quote"]
    assert mentions(report)["guard.pdf"]["quote"] == "14 peo-\nple"
