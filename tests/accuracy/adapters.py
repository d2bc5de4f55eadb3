"""Fields of the public API in the form the evaluation sets ask for. They map and decide nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from claims.extract import read
from claims.model import Modality, Published, Reading
from factcheck import article, compare, compare_texts
from factcheck.model import Finding, Mention, Options, StoryMode, Verdict

_CHANGE = {
    Modality.ABOUT: "~", Modality.ALMOST: "~", Modality.VAGUE: "=", Modality.MORE_THAN: ">", Modality.AT_LEAST: ">",
    Modality.LESS_THAN: "<", Modality.AT_MOST: "<", Modality.EXACT: "=", Modality.BETWEEN: "=",
}  # fmt: skip
_TOGETHER = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.EVOLVING)


def quantity(row: dict[str, Any]) -> dict[str, Any]:
    """Readings of one sentence that carry a number."""
    found = [_quantity(reading) for reading in read(row["text"]) if reading.value.amounts]
    return {"id": row["id"], "text": row["text"], "quantities": found}


def _quantity(reading: Reading) -> dict[str, Any]:
    value, noun = reading.value, reading.noun
    amounts = [float(amount) for amount in value.amounts]
    unit = value.written_unit or (" ".join((*noun.modifiers, noun.lemma)) if noun else "")
    change = _CHANGE[value.modality]
    return {
        "value": amounts[0] if len(amounts) == 1 else amounts,
        "unit": f"{unit} per {reading.per}" if reading.per else unit,
        "change": change if change in "<>" else value.trend or change,
        "span": [reading.core.start, reading.core.end],
    }


def temporal(row: dict[str, Any]) -> dict[str, Any]:
    """Time expressions of one document, read with its creation time."""
    timed = [(each.core, each.timex) for each in read(row["text"], published=day(row["dct"])) if each.timex]
    found = [{"span": [core.start, core.end], "type": timex.type, "value": timex.value} for core, timex in timed]
    return {"id": row["id"], "timexes": found}


def day(published: str | None) -> Published | None:
    """A publication date of the sets: an ISO 8601 date, or None."""
    known = dt.date.fromisoformat(published[:10]) if published else None
    return Published(known, known) if known else None


def relations(row: dict[str, Any], strict: bool) -> dict[str, Any]:
    """Whether the hypothesis (b) contradicts, follows from or leaves open what the premise (a) says."""
    report = compare_texts(row["premise"], row["hypothesis"], strict=strict)
    told = any(at.article.id == "b" for finding in report.findings if _joins(finding) for at in finding.mentions)
    alone = any(single.mention.article.id == "b" for single in report.single_source)
    if any(finding.verdict is Verdict.CONFLICT for finding in report.findings):
        return {"id": row["id"], "label": "contradiction"}
    return {"id": row["id"], "label": "entailment" if told and not alone else "neutral"}


def _joins(finding: Finding) -> bool:
    return finding.verdict in _TOGETHER and len({mention.article.id for mention in finding.mentions}) > 1


def cluster(folder: Path) -> dict[str, Any]:
    """The findings of one story: a folder of texts with `meta.json`."""
    sources = json.loads((folder / "meta.json").read_text("utf-8"))["sources"]
    texts = [(folder / at["file"]).read_bytes().decode() for at in sources]
    articles = [article(t, name=s["source"], published=s["published"]) for t, s in zip(texts, sources, strict=True)]
    found = compare(articles, Options(story=StoryMode.ALL)).findings
    return {
        "findings": [{"kind": f.kind, "verdict": f.verdict, "mentions": list(map(mention, f.mentions))} for f in found]
    }


def mention(told: Mention) -> dict[str, Any]:
    """One mention in the form of the stories' scorer."""
    span = told.claim.span
    return {"source": told.article.source, "quote": told.quote, "start": span.start, "end": span.end}
