"""Whether a text is a report of ours, told by how it begins: such a file may be written again and again.

What is doubtful is none: refusing to write costs another name, a wrong guess an article.
"""

from __future__ import annotations

import re

from factcheck.model import Verdict
from factcheck.report.as_csv import COLUMNS as FACTS
from factcheck.report.as_json import SCHEMA
from factcheck.report.as_sarif import SCHEMA as SARIF
from factcheck.report.claims_as_csv import COLUMNS as CLAIMS
from factcheck.report.claims_as_json import SCHEMA as LISTING

ENOUGH = 4_000
"""Characters of a file by which it is known."""
_VERDICT = rf"(?i:{'|'.join(Verdict)})"
_SUMMARY = r"\d+ articles?\b[^\n:]{0,500}: (?:no contradiction found|\d+ conflicts?, \d+ unclear)\."
_DATED = r"(?:no date|(?:by )?\d{4}-\d\d-\d\d[^\n]{0,500} \([^\n()]+\))"
_BEGINNINGS = {
    "full": rf"{_VERDICT}  [^\n]{{1,500}}  FC\d{{3}}\n  |{_SUMMARY}|story +articles  conflict  unclear"
    rf"|Sources\n  [^\n]{{1,500}}, {_DATED}|Withdrawn by their sources\n    [^\n]{{1,500}}  [^\n]{{1,500}}\n",
    "concise": rf"[^\n]{{1,500}}: FC\d{{3}} {_VERDICT}: ",
    "markdown": rf"# Discrepancy report\n\n{_SUMMARY}",
    "json": rf'\{{\s*"schema": "{SCHEMA}"',
    "jsonl": rf'\{{"type": "report", "schema": "{SCHEMA}"',
    "html": r"<!doctype html>\n<html [^\n]*<title>Discrepancy report</title>",
    "csv": ",".join(FACTS),
    "sarif": rf'\{{\s*"\$schema": "{re.escape(SARIF)}"[^[]*\[\s*\{{\s*'
    r'"tool": \{\s*"driver": \{\s*"name": "factcheck"',
    "junit": r'<\?xml [^\n]*\n<testsuites name="factcheck" ',
    "github": r"::(?:error|warning|notice) file=[^\n]*,title=FC\d{3}",
    "gitlab": r'\[\]\n\Z|\[\s*\{\s*"description": "FC\d{3}: ',
    "rdjson": r'\{\s*"source": \{\s*"name": "factcheck"\s*\}',
    "table": rf"[^\n]{{1,500}}  [^\n]{{1,500}}, {_DATED}\n(?: +\d+:\d+  [a-z]+ +\S|\n)",
    "listing": rf'\{{\s*"(?:schema|type": "listing", "schema)": "{LISTING}"',
    "sheet": ",".join(CLAIMS),
    "baseline": "# Findings that were looked at, written by --write-baseline",
}
_OURS = re.compile(rf"\A(?:{'|'.join(f'(?:{each})' for each in _BEGINNINGS.values())})")


def is_ours(beginning: str) -> bool:
    """Whether a file that begins so was written by us; an empty one may be, and has nothing to lose."""
    return not beginning or bool(_OURS.match(beginning))
