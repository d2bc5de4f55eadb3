"""The report as data, by the schema `factcheck.report/1` (see schema.json beside this file).

Fields may be added to the schema; a field that is there keeps its meaning until the number behind the slash changes.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections import Counter
from importlib.metadata import version

from claims.model import Published
from factcheck.model import Article, Aside, Finding, Report, Single, Verdict
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.value import Json, marked, mention, told
from factcheck.report.wording import zone

SCHEMA = "factcheck.report/1"
_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]|#(?=#\\[)")


def render(report: Report, options: ReportOptions) -> str:
    """One JSON object with findings of every verdict; of the options only `texts` is heard."""
    return as_text(whole(report, options))


REPORTER = Reporter("json", "data with its own schema, for programs", render)


def whole(report: Report, options: ReportOptions) -> Json:
    """The report as an object; with the articles' texts where `options.texts` asks for them."""
    return {
        "schema": SCHEMA,
        "tool": {**tool(), "settings": dict(report.settings)},
        "articles": [{**article(each), **(_text(each) if options.texts else {})} for each in report.articles],
        "findings": [_finding(each) for each in report.findings],
        "single_source": [_single(each) for each in report.single_source],
        "withdrawn": [_single(each) for each in report.withdrawn],
        "skipped": [{"what": each.what, "reason": each.reason} for each in report.skipped],
        "summary": _summary(report),
    }


def as_text(given: Json) -> str:
    """JSON for people and programs: indented, in Unicode, with a line end.

    What could steer a terminal or a runner of GitHub, or cannot be encoded, is escaped: controls, direction marks, lone
    surrogates, `##[`.
    """
    return _escaped(json.dumps(given, ensure_ascii=False, indent=2, allow_nan=False))


def as_line(given: Json) -> str:
    """The same on one line, for JSON Lines."""
    return _escaped(json.dumps(given, ensure_ascii=False, allow_nan=False))


def _escaped(text: str) -> str:
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def tool() -> dict[str, str]:
    """Who made a file."""
    return {"name": "factcheck", "version": version("factcheck-compare")}


def article(given: Article) -> Json:
    """An article and what is known of it."""
    return {
        "id": given.id,
        "path": given.path,
        **told({"item": given.item}),
        "source": given.source,
        "title": given.title,
        **told({"url": given.url}),
        "story": given.story,
        "published": _published(given.published),
        **({"modified": _published(given.modified)} if given.modified else {}),
        **({"known_from": dict(given.origins)} if given.origins else {}),
        **told({"duplicate_of": given.duplicate_of, "version_of": given.version_of}),
        **({"reference": True} if given.reference else {}),
    }


def _text(given: Article) -> Json:
    """The text that all offsets count, and what of it is prose."""
    blocks = [
        {"start": block.span.start, "end": block.span.end, "role": str(block.role), **marked(block.markup)}
        for block in given.blocks
    ]
    return {"text": given.text, "blocks": blocks}


def _published(given: Published | None) -> Json | None:
    """A date of publication; `date` is as exact as `precision` says, an interval of days is written `first/last`.

    An end that is open is `..`.
    """
    if given is None:
        return None
    precision = _precision(given)
    day = given.first.isoformat()
    date = {
        "year": day[:4],
        "month": day[:7],
        "day": day,
        "interval": f"{_end(given.first)}/{_end(given.last)}",
        "time": f"{day}T{given.time.isoformat() if given.time else ''}",
    }[precision]
    return {"date": date, "precision": precision, **told({"timezone": zone(given.offset)}), "from": given.origin}


def _end(day: dt.date) -> str:
    """An end of an interval; an open one is written ".." (ISO 8601-2:2019)."""
    return ".." if day in (dt.date.min, dt.date.max) else day.isoformat()


def _precision(given: Published) -> str:
    first, last = given.first, given.last
    if given.is_day:
        return "time" if given.time else "day"
    ends = calendar.monthrange(last.year, last.month)[1] == last.day
    if first.day == 1 and ends and first.year == last.year:
        if first.month == last.month:
            return "month"
        if (first.month, last.month) == (1, 12):
            return "year"
    return "interval"


def _finding(given: Finding) -> Json:
    return {
        "id": given.id,
        "story": given.story,
        "rule": given.rule,
        "kind": given.kind,
        "verdict": str(given.verdict),
        "severity": str(given.severity),
        "confidence": round(given.confidence, 4),
        "what": given.what,
        "reason": given.reason,
        **told({"odd_one_out": given.odd_one_out, "slip": given.slip}),
        **({"suppressed": _aside(given.aside)} if given.aside else {}),
        "origins": given.origins,
        "mentions": [mention(each) for each in given.mentions],
        "related": [mention(each) for each in given.related],
        "chain": [{"step": step.step, "says": step.says} for step in given.chain],
    }


def _aside(given: Aside) -> Json:
    return {"by": given.by, **told({"status": given.status, "note": given.note})}


def _single(given: Single) -> Json:
    return {"kind": given.mention.claim.kind, "what": given.what, "mention": mention(given.mention)}


def _summary(report: Report) -> dict[str, int]:
    found = Counter(finding.verdict for finding in report.findings)
    aside = sum(finding.aside is not None for finding in report.findings)
    return {
        "articles": len(report.articles),
        "stories": len({each.story for each in report.articles if each.story}),
        **{str(verdict): found[verdict] for verdict in Verdict},
        "single_source": len(report.single_source),
        "withdrawn": len(report.withdrawn),
        "skipped": len(report.skipped),
        **({"suppressed": aside} if aside else {}),
    }
