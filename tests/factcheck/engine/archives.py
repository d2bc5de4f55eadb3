"""Articles to try engines on: the example stories, those of the development set where it is there, made-up ones."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

from factcheck.model import Article, Intake, Report
from factcheck.read import read
from factcheck.report.as_json import render
from factcheck.report.reporter import ReportOptions

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "corpus"
CLUSTERS = Path(os.environ.get("FACTCHECK_EVALUATION", ROOT.parent / "shared" / "bench")) / "clusters" / "data"


def poured() -> Intake:
    """All example stories, and those of the development set where it is there, as one heap."""
    found = read([str(CORPUS)]).articles
    for folder in sorted(CLUSTERS.glob("*/*/meta.json")):
        told = json.loads(folder.read_text("utf-8"))
        days = {each.get("source"): each.get("published") for each in told.get("sources", ())}
        for text in sorted(folder.parent.glob("*.txt")):
            day = days.get(text.stem)
            found += read([str(text)], published=day[:10] if day else None).articles
    return Intake(tuple(sorted((_renamed(article) for article in found), key=lambda article: article.id)))


def _renamed(article: Article) -> Article:
    """The article without what its place tells of its story."""
    return replace(article, story="")


def shown(report: Report) -> str:
    """A report as text, everything in it."""
    return render(report, ReportOptions(texts=True))
