"""What stories tell as rows of four tables: articles, claims, groups and findings. Plain values, so that they can wait
in a file.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from claims.model import Claim
from factcheck.model import Article, Finding, Mention, Skipped
from factcheck.report.as_json import article as article_of
from factcheck.report.value import Json, mention
from factcheck.telling import Told

Rows: TypeAlias = dict[str, list[Json]]
"""For each table its rows, by the names of their columns."""

_HALF = re.compile("[\ud800-\udfff]")

TABLES: dict[str, dict[str, str]] = {
    "articles": dict.fromkeys(
        ("id", "path", "item", "source", "title", "url", "story", "published", "duplicate_of", "version_of"), "string"
    ),
    "claims": {
        **dict.fromkeys(("story", "article", "kind", "quote"), "string"), "start": "int64", "end": "int64",
        **dict.fromkeys(("unit", "low", "high", "modality", "status", "as_of", "attributed_to"), "string"),
    },
    "groups": {"story": "string", "number": "int64", "what": "string", "article": "string", "start": "int64"},
    "findings": {
        **dict.fromkeys(("id", "story", "rule", "kind", "verdict", "severity"), "string"), "confidence": "float64",
        **dict.fromkeys(("what", "reason", "odd_one_out", "slip"), "string"), "origins": "int64",
        **dict.fromkeys(("set_aside", "mentions", "related"), "string"),
    },
    "skipped": {"what": "string", "reason": "string"},
}  # fmt: skip
"""The columns of each table with their types, in order. `mentions` and `related` are JSON as in the report."""


def rows(told: Told, findings: Iterable[Finding]) -> Rows:
    """The rows of one story; `findings` are those of it that are to be told."""
    known = {article.id: article for article in told.articles}
    return {
        "articles": [_article(each) for each in told.articles],
        "claims": [_claim(claim, known[claim.article]) for claim in told.claims],
        "groups": [
            {
                "story": group.story,
                "number": number,
                "what": group.what,
                "article": each.article,
                "start": each.span.start,
            }
            for number, group in enumerate(told.groups)
            for each in group.claims
        ],
        "findings": [_finding(each) for each in findings],
        "skipped": passed(told.skipped),
    }


def passed(skipped: Iterable[Skipped]) -> list[Json]:
    """The rows of what was not read or not compared."""
    return [{"what": each.what, "reason": each.reason} for each in skipped]


def joined(parts: Iterable[Rows]) -> Rows:
    """The rows of several stories."""
    found: Rows = {name: [] for name in TABLES}
    for part in parts:
        for name, own in part.items():
            found[name] += own
    return found


def pressed(rows: Rows) -> bytes:
    """The rows as they wait in a file."""
    return zlib.compress(json.dumps(rows).encode(), 1)


def unpressed(data: bytes) -> Rows:
    """The rows that `pressed` made small."""
    found: Rows = json.loads(zlib.decompress(data))
    return found


def arrow(rows: Iterable[Json], columns: Mapping[str, str]) -> Any:
    """Rows as a table of Arrow; half a surrogate pair, which no file of Parquet can hold, becomes U+FFFD."""
    from pyarrow import Table, field, schema, type_for_alias

    form, held = schema([field(name, type_for_alias(kind)) for name, kind in columns.items()]), list(rows)
    try:
        return Table.from_pylist(held, form)
    except UnicodeEncodeError:
        return Table.from_pylist([{name: _sound(cell) for name, cell in row.items()} for row in held], form)


def _sound(cell: object) -> object:
    return _HALF.sub("\ufffd", cell) if isinstance(cell, str) else cell


def _article(given: Article) -> Json:
    said = article_of(given)
    published = said["published"]
    return _row("articles", {**said, "published": published["date"] if published else None})


def _claim(claim: Claim, article: Article) -> Json:
    said = mention(Mention(claim, article))
    return _row("claims", {**said, **said["value"], "story": article.story, "kind": claim.kind})


def _finding(given: Finding) -> Json:
    return {
        **{
            name: getattr(given, name)
            for name in ("id", "story", "rule", "kind", "what", "reason", "odd_one_out", "slip")
        },
        "verdict": str(given.verdict),
        "severity": str(given.severity),
        "confidence": round(given.confidence, 4),
        "origins": given.origins,
        "set_aside": given.aside.said if given.aside else "",
        "mentions": _mentions(given.mentions),
        "related": _mentions(given.related),
    }


def _mentions(given: Iterable[Mention]) -> str:
    return json.dumps([mention(each) for each in given], ensure_ascii=False)


def _row(table: str, said: Json) -> Json:
    return dict(_cells(table, said))


def _cells(table: str, said: Json) -> Iterator[tuple[str, object]]:
    return ((name, said.get(name)) for name in TABLES[table])
