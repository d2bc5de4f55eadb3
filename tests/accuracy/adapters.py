"""Fields of the public API in the form the evaluation sets ask for. They map and decide nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from claims.extract import read
from claims.model import Modality, Published, Reading
from factcheck import article, compare, compare_texts
from factcheck.model import Finding, Options, StoryMode, Verdict

_CHANGE = {
    Modality.ABOUT: "~", Modality.ALMOST: "~", Modality.VAGUE: "=", Modality.MORE_THAN: ">", Modality.AT_LEAST: ">",
    Modality.LESS_THAN: "<", Modality.AT_MOST: "<", Modality.EXACT: "=", Modality.BETWEEN: "=",
}  # fmt: skip


def quantity(row: dict[str, Any]) -> dict[str, Any]:
    """Readings of one sentence that carry a number."""
    found = [_quantity(reading) for reading in read(row["text"]) if reading.value.amounts]
    return {"id": row["id"], "text": row["text"], "quantities": found}


def _quantity(reading: Reading) -> dict[str, Any]:
    value = reading.value
    amounts = [float(amount) for amount in value.amounts]
    unit = value.written_unit or (" ".join((*reading.noun.modifiers, reading.noun.lemma)) if reading.noun else "")
    change = _CHANGE[value.modality]
    return {
        "value": amounts[0] if len(amounts) == 1 else amounts,
        "unit": f"{unit} per {reading.per}" if reading.per else unit,
        "change": change if change in "<>" else value.trend or change,
        "span": [reading.core.start, reading.core.end],
    }


def temporal(row: dict[str, Any]) -> dict[str, Any]:
    """Time expressions of one document, read with its creation time."""
    found = [
        {"span": [reading.core.start, reading.core.end], "type": reading.timex.type, "value": reading.timex.value}
        for reading in read(row["text"], published=day(row["dct"]))
        if reading.timex
    ]
    return {"id": row["id"], "timexes": found}


def day(published: str | None) -> Published | None:
    """A publication date of the sets: an ISO 8601 date, or None."""
    known = dt.date.fromisoformat(published[:10]) if published else None
    return Published(known, known) if known else None


_TOGETHER = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.EVOLVING)


def relations(row: dict[str, Any], strict: bool) -> dict[str, Any]:
    """Whether the hypothesis (b) contradicts, follows from or leaves open what the premise (a) says."""
    report = compare_texts(row["premise"], row["hypothesis"], strict=strict)
    met = {_place(mention) for finding in report.findings if _joins(finding) for mention in finding.mentions}
    alone = [single for single in report.single_source if single.mention.article.id == "b"]
    told = [place for place in met if place[0] == "b"]
    if any(finding.verdict is Verdict.CONFLICT for finding in report.findings):
        label = "contradiction"
    else:
        label = "entailment" if told and not alone else "neutral"
    return {"id": row["id"], "label": label}


def _place(mention: Any) -> tuple[str, int]:
    return mention.article.id, mention.claim.span.start


def _joins(finding: Finding) -> bool:
    return finding.verdict in _TOGETHER and len({mention.article.id for mention in finding.mentions}) > 1


def cluster(folder: Path) -> dict[str, Any]:
    """The findings of one story: a folder of texts with `meta.json`."""
    sources = json.loads((folder / "meta.json").read_text("utf-8"))["sources"]
    articles = [
        article((folder / at["file"]).read_bytes().decode(), name=at["source"], published=at["published"])
        for at in sources
    ]
    found = compare(articles, Options(story=StoryMode.ALL)).findings
    return {
        "findings": [
            {"kind": f.kind, "verdict": f.verdict, "mentions": [_mention(m) for m in f.mentions]} for f in found
        ]
    }


def _mention(mention: Any) -> dict[str, Any]:
    span = mention.claim.span
    return {"source": mention.article.source, "quote": mention.quote, "start": span.start, "end": span.end}
