"""Findings of a report that was saved as JSON: read back, found by identifier, explained."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.model import Step, Verdict
from factcheck.report.as_json import SCHEMA
from factcheck.report.chain import told
from factcheck.report.paint import OF_VERDICT, Line, Style, line, painted
from factcheck.report.reporter import ReportOptions
from factcheck.report.safe import plain


@dataclass(frozen=True, slots=True)
class SavedMention:
    """Words of an article, as a saved report holds them."""

    source: str
    """Who speaks."""
    where: str
    """`path:line:column`."""
    quote: str
    """The claim's own words."""


@dataclass(frozen=True, slots=True)
class SavedFinding:
    """A finding, as a saved report holds it."""

    id: str
    """Its identifier."""
    rule: str
    """Identifier of the rule that decided."""
    verdict: Verdict
    """What the mentions say together."""
    confidence: float
    """Probability in 0..1."""
    what: str
    """The fact in a few words."""
    reason: str
    """One sentence."""
    mentions: tuple[SavedMention, ...]
    """What the verdict compares."""
    related: tuple[SavedMention, ...]
    """What supports it."""
    chain: tuple[Step, ...]
    """How it came about."""


def findings(text: str) -> tuple[SavedFinding, ...]:
    """The findings of a report in JSON; a line of JSON Lines or another format is none.

    Raises ValueError with what is wrong with it: no JSON, another schema, or a field that is missing.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("it is no JSON") from error
    schema = said.get("schema") if isinstance(said, dict) else None
    if schema != SCHEMA:
        raise ValueError(f"its schema is {schema or 'missing'}, not {SCHEMA}")
    try:
        paths = {each["id"]: _path(each) for each in said["articles"]}
        return tuple(_finding(each, paths) for each in said["findings"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"it does not obey the schema {SCHEMA} ({type(error).__name__}: {error})") from error


def page(finding: SavedFinding, options: ReportOptions) -> str:
    """One finding with its mentions and the chain that led to its verdict."""
    return painted(list(_page(finding)), options)


def _page(finding: SavedFinding) -> Iterator[Line]:
    conflict = finding.verdict is Verdict.CONFLICT
    name = finding.verdict.upper() if conflict else str(finding.verdict)
    yield line(
        (name, OF_VERDICT[finding.verdict]),
        "  ",
        (plain(finding.what), Style.STRONG),
        (plain(f"  {finding.rule}  {finding.id}"), Style.FAINT),
    )
    yield line(plain(finding.reason), indent=2)
    yield line((f"Confidence {finding.confidence:.0%}.", Style.FAINT), indent=2)
    yield line()
    yield from _mentions(finding.mentions, "")
    yield from _mentions(finding.related, "See also ")
    yield line()
    yield from told(finding.chain, indent=2)


def _mentions(given: Sequence[SavedMention], lead: str) -> Iterator[Line]:
    for each in given:
        yield line(
            f"{lead}{plain(each.source)}: ",
            (plain(each.quote), Style.VALUE),
            ("  " + plain(each.where), Style.FAINT),
            indent=2,
        )


def _path(article: Mapping[str, Any]) -> str:
    return f"{article['path']}#{article['item']}" if article.get("item") else str(article["path"])


def _finding(given: Mapping[str, Any], paths: Mapping[str, str]) -> SavedFinding:
    return SavedFinding(
        id=str(given["id"]),
        rule=str(given["rule"]),
        verdict=Verdict(given["verdict"]),
        confidence=float(given["confidence"]),
        what=str(given["what"]),
        reason=str(given["reason"]),
        mentions=tuple(_mention(each, paths) for each in given["mentions"]),
        related=tuple(_mention(each, paths) for each in given["related"]),
        chain=tuple(Step(str(each["step"]), str(each["says"])) for each in given["chain"]),
    )


def _mention(given: Mapping[str, Any], paths: Mapping[str, str]) -> SavedMention:
    where = f"{paths[given['article']]}:{given['line']}:{given['column']}"
    return SavedMention(str(given["source"]), where, str(given["quote"]))
