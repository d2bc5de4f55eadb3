"""Archives to try engines on: the example stories, those of the development set where it is there, made-up ones."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from factcheck.model import Report
from factcheck.report.as_json import render
from factcheck.report.reporter import ReportOptions

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "corpus"
CLUSTERS = Path(os.environ.get("FACTCHECK_EVALUATION", ROOT.parent / "shared" / "bench")) / "clusters" / "data"


def poured(folder: Path) -> Path:
    """A folder with all example stories and those of the development set, each dated by a manifest."""
    shutil.copytree(CORPUS, folder / "corpus")
    for meta in sorted(CLUSTERS.glob("*/*/meta.json")):
        told = json.loads(meta.read_text("utf-8"))
        days = {each.get("source"): each.get("published") for each in told.get("sources", ())}
        home = folder / meta.parent.relative_to(CLUSTERS)
        home.mkdir(parents=True)
        for text in meta.parent.glob("*.txt"):
            shutil.copy(text, home)
        dated = [{"file": f"{name}.txt", "published": day[:10]} for name, day in days.items() if name and day]
        known = [each for each in dated if (home / each["file"]).exists()]
        (home / "corpus.json").write_text(json.dumps(known), "utf-8")
    return folder


def shown(report: Report) -> str:
    """A report as text, everything in it."""
    return render(report, ReportOptions(texts=True))
