"""A report saved as JSON or JSON Lines, read back: what `factcheck report` renders again and `explain` looks into.

Reading is lossless: the report that comes back is written as the very JSON it came from. Its articles have their whole
text only where the JSON holds it (`--with-texts`); else a text in which nothing but the passages stands, each at its
offset, line and column, so that every reporter finds the same words in the same places.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.model import Block, BlockRole, Claim, Markup, Modality, Published, Reading, Span, Status, Timex, Value
from factcheck.model import Article, Aside, Finding, Mention, Report, Severity, Single, Skipped, Step, Verdict
from factcheck.report.as_json import SCHEMA
from factcheck.report.as_jsonl import TYPES
from factcheck.report.saved_text import locators, text_of
from factcheck.report.saved_value import minutes_east, region

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved report."""

    report: Report
    """The report."""
    texts: bool
    """Whether it holds the articles' texts."""


def read_saved(text: str) -> Saved:
    """The report in `text`, JSON or JSON Lines.

    Raises ValueError with what is wrong with it: no JSON, another schema, or a field that is missing or wrong.
    """
    said = _loaded(text)
    schema = said.get("schema") if isinstance(said, dict) else None
    if schema != SCHEMA:
        raise ValueError(f"its schema is {schema or 'missing'}, not {SCHEMA}")
    try:
        found = Saved(_report(said), any("text" in each for each in said["articles"]))
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, IndexError) as error:
        raise ValueError(f"it does not obey the schema {SCHEMA} ({type(error).__name__}: {error})") from error
    if lost := _lost(said):
        raise ValueError(f"it ends too early or was changed: {lost}")
    return found


def _loaded(text: str) -> Any:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = _lines(text)
        if lines is None:
            raise ValueError("it is no JSON") from error
        return lines
    if isinstance(said, dict) and said.get("type") == "report":  # the first of JSON Lines, and the only one
        return _lines(text) or said
    return said


def _lines(text: str) -> Given | None:
    """The object that JSON Lines take apart, or None where they are no report."""
    try:
        objects = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None
    if not all(isinstance(each, dict) for each in objects):
        return None
    heads = [each for each in objects if each.get("type") == "report"]
    if not heads:
        return None
    if len(heads) > 1:
        raise ValueError(f"it holds {len(heads)} reports; give each a file of its own")
    head = heads[0]
    if bare := [number for number, each in enumerate(objects, 1) if "type" not in each]:
        raise ValueError(f"object {bare[0]} of its JSON Lines has no type")
    lists = {
        name: [{key: said for key, said in each.items() if key != "type"} for each in objects if each["type"] == one]
        for name, one in TYPES.items()
    }
    return {**{key: said for key, said in head.items() if key != "type"}, **lists}


def _lost(said: Given) -> str:
    """What the summary counts otherwise than the lists hold it, or ""; what a summary leaves out is not counted."""
    counts = said.get("summary")
    if not isinstance(counts, dict):
        return ""
    verdicts = Counter(str(each["verdict"]) for each in said["findings"])
    held = {
        **{name: len(said.get(name, ())) for name in TYPES if name != "findings"},
        **{str(verdict): verdicts[verdict] for verdict in Verdict},
    }
    wrong = [name for name, number in held.items() if counts.get(name, number) != number]
    return f"its summary counts {counts[wrong[0]]} as {wrong[0]}, and it holds {held[wrong[0]]}" if wrong else ""


def _report(said: Given) -> Report:
    if twice := [name for name, number in Counter(each["id"] for each in said["articles"]).items() if number > 1]:
        raise ValueError(f"two articles are called {twice[0]}")
    by_article: dict[str, list[Given]] = {each["id"]: [] for each in said["articles"]}
    for mention in _mentions(said):
        _in_passage(mention)
        by_article[mention["article"]].append(mention)
    known = {each["id"]: _article(each, by_article[each["id"]]) for each in said["articles"]}
    return Report(
        articles=tuple(known.values()),
        findings=tuple(_finding(each, known) for each in said["findings"]),
        single_source=tuple(_single(each, known) for each in said["single_source"]),
        withdrawn=tuple(_single(each, known) for each in said.get("withdrawn", ())),
        skipped=tuple(Skipped(str(each["what"]), str(each["reason"])) for each in said["skipped"]),
        settings=tuple((str(name), str(value)) for name, value in said["tool"]["settings"].items()),
    )


def _mentions(said: Given) -> Iterator[Given]:
    for finding in said["findings"]:
        yield from (*finding["mentions"], *finding["related"])
    for single in (*said["single_source"], *said.get("withdrawn", ())):
        yield single["mention"]


def _in_passage(mention: Given) -> None:
    """Raises ValueError where a claim lies apart from its passage: millions of blanks may lie between."""
    passage = mention["passage"]
    if not (passage["start"] <= mention["end"] and mention["start"] <= passage["start"] + len(passage["text"])):
        raise ValueError("a claim lies outside of its passage")


def _article(given: Given, mentions: list[Given]) -> Article:
    text = given["text"] if "text" in given else text_of(mentions)
    return Article(
        id=str(given["id"]),
        path=str(given["path"]),
        text=text,
        blocks=tuple(map(_block, given["blocks"])) if "text" in given else _marked(text, mentions),
        source=str(given["source"]),
        title=str(given["title"]),
        url=str(given.get("url", "")),
        item=str(given.get("item", "")),
        published=_published(given["published"]),
        modified=_published(given.get("modified")),
        story=str(given["story"]),
        duplicate_of=str(given.get("duplicate_of", "")),
        version_of=str(given.get("version_of", "")),
        reference=bool(given.get("reference", False)),
        origins=tuple((str(name), str(origin)) for name, origin in given.get("known_from", {}).items()),
        locators=locators(mentions),
    )


def _marked(text: str, mentions: list[Given]) -> tuple[Block, ...]:
    """One block with the markup of all passages: where the true blocks end is not known and not asked."""
    marks = {mark.span: mark for each in mentions for mark in _markup(each["passage"])}
    return (Block(Span(0, len(text)), markup=tuple(marks[span] for span in sorted(marks))),) if marks else ()


def _block(given: Given) -> Block:
    return Block(Span(given["start"], given["end"]), BlockRole(given["role"]), _markup(given))


def _markup(given: Given) -> tuple[Markup, ...]:
    return tuple(
        Markup(Span(each["start"], each["end"]), str(each.get("reads", ""))) for each in given.get("markup", ())
    )


def _published(given: Given | None) -> Published | None:
    if given is None:
        return None
    first, last, time = _days(str(given["date"]), given["precision"])
    return Published(first, last, str(given["from"]), time, minutes_east(given.get("timezone")))


def _days(date: str, precision: str) -> tuple[dt.date, dt.date, dt.time | None]:
    match precision:
        case "year":
            return dt.date(int(date), 1, 1), dt.date(int(date), 12, 31), None
        case "month":
            year, month = map(int, date.split("-"))
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), None
        case "interval":
            first, _, last = date.partition("/")
            return _end(first, dt.date.min), _end(last, dt.date.max), None
        case "time":
            day, _, time = date.partition("T")
            return dt.date.fromisoformat(day), dt.date.fromisoformat(day), dt.time.fromisoformat(time)
        case "day":
            return dt.date.fromisoformat(date), dt.date.fromisoformat(date), None
    raise ValueError(f"no precision {precision}")


def _end(date: str, open_end: dt.date) -> dt.date:
    return open_end if date == ".." else dt.date.fromisoformat(date)


def _finding(given: Given, known: Mapping[str, Article]) -> Finding:
    aside = given.get("suppressed")
    if not 0 <= float(given["confidence"]) <= 1:
        raise ValueError(f"the confidence of finding {given['id']} is no number from 0 to 1")
    if not given["mentions"]:
        raise ValueError(f"finding {given['id']} has no mentions")
    return Finding(
        id=str(given["id"]),
        story=str(given["story"]),
        rule=str(given["rule"]),
        kind=str(given["kind"]),
        verdict=Verdict(given["verdict"]),
        severity=Severity(given["severity"]),
        confidence=float(given["confidence"]),
        what=str(given["what"]),
        reason=str(given["reason"]),
        mentions=tuple(_mention(each, str(given["kind"]), known) for each in given["mentions"]),
        related=tuple(_mention(each, str(given["kind"]), known) for each in given["related"]),
        odd_one_out=str(given.get("odd_one_out", "")),
        slip=str(given.get("slip", "")),
        origins=int(given["origins"]),
        chain=tuple(Step(str(each["step"]), str(each["says"])) for each in given["chain"]),
        aside=Aside(aside["by"], aside.get("status", ""), aside.get("note", "")) if aside else None,
    )


def _single(given: Given, known: Mapping[str, Article]) -> Single:
    return Single(str(given["what"]), _mention(given["mention"], str(given["kind"]), known))


def _mention(given: Given, kind: str, known: Mapping[str, Article]) -> Mention:
    article, passage = known[given["article"]], given["passage"]
    span = _span(given["start"], given["end"], article.text)
    sentence = _span(passage["start"], passage["start"] + len(passage["text"]), article.text)
    reading = Reading(kind, span, span, _value(given, kind), _timex(given["value"].get("timex")))
    claim = Claim(
        kind, reading, span, sentence, str(given["article"]), as_of=str(given.get("as_of", "")),
        status=Status(given["status"]), attributed_to=str(given.get("attributed_to", "")),
    )  # fmt: skip
    return Mention(claim, article)


def _span(start: int, end: int, text: str) -> Span:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        raise ValueError("an offset lies outside of the text")
    return Span(start, end)


def _value(given: Given, kind: str) -> Value:
    said = given["value"]
    stated = region(said)
    unit, words = str(said["unit"]), str(said["text"])
    return Value(kind, stated, stated, unit, unit, (), Modality(given["modality"]), words)


def _timex(given: Given | None) -> Timex | None:
    return Timex(str(given["type"]), str(given["value"]), str(given.get("mod", ""))) if given else None
