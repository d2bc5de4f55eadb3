"""The report as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code scanning and editors.

A finding is a result at the mention that stands alone, or else the first; the other mentions are related locations.
Columns count code points. What is set aside is told as a suppression, and what a baseline knows as unchanged. Agreement
and the like, shown with `all`, has kind `pass` or `informational` and level `none`, as the standard wants (3.27.9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as escaped

from factcheck.model import Finding, Mention, Report, Severity, Verdict
from factcheck.report.area import area
from factcheck.report.as_json import as_text, tool
from factcheck.report.fingerprint import apart
from factcheck.report.quote import quote
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import plain
from factcheck.report.value import Json
from factcheck.report.wording import foremost, open_and_aside, sentence

if TYPE_CHECKING:
    from factcheck.judge import Listed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheckFact/v1"
"""Name of the fingerprint: rule, fact, and who gives which value."""
_KINDS = {Verdict.AGREE: "pass", Verdict.COMPATIBLE: "pass", Verdict.EVOLVING: "informational"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report, options: ReportOptions) -> str:
    """A log with one run: the rules that decided, what asks for attention or is set aside, what was passed over."""
    from factcheck.judge import RULES  # with them comes all of `claims.words`, which --help must not wait for

    found = apart(open_and_aside(report, options))
    compared = any(_in_baseline(finding) for finding, _ in found)
    used = {finding.rule for finding, _ in found}
    rules = [rule for rule in RULES if rule.id in used]
    rules_known = {rule.id: at for at, rule in enumerate(rules)}
    driver = {**tool(), "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _skipped(report)}],
        "results": [
            {**_result(finding, key, rules_known), **(_state(finding) if compared else {})} for finding, key in found
        ],
        "properties": {"settings": dict(report.settings)},
    }
    return as_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


REPORTER = Reporter("sarif", "SARIF 2.1.0, for code scanning and editors", render)


def _rule(given: Listed) -> Json:
    return {
        "id": given.id,
        "name": given.name,
        "shortDescription": {"text": given.title},
        "fullDescription": {"text": given.text.partition("\n\n")[0]},
        "help": {"text": f"{given.text}\n\nSource: {given.source}"},
        "properties": {"verdict": str(given.verdict)},
    }


def _result(finding: Finding, key: str, rules: dict[str, int]) -> Json:
    first, *others = foremost(finding)
    kind = _KINDS.get(finding.verdict)
    level = "none" if kind else _LEVELS[finding.severity]
    more = [*others, *finding.related]
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": rules[finding.rule]} if finding.rule in rules else {}),
        "kind": kind or "fail",
        "level": level,
        "message": _message(sentence(finding)),
        "locations": [_location(first)],
        **({"relatedLocations": [_location(each, at) for at, each in enumerate(more, 1)]} if more else {}),
        "partialFingerprints": {FINGERPRINT: key},
        "suppressions": _suppressions(finding),
        "rank": round(100 * finding.confidence, 2),
        "properties": {"id": finding.id, "verdict": str(finding.verdict), "kind": finding.kind, "story": finding.story},
    }


def _state(finding: Finding) -> Json:
    """Whether a finding is new to the baseline; told only where the baseline knows something of this run."""
    return {"baselineState": "unchanged" if _in_baseline(finding) else "new"}


def _in_baseline(finding: Finding) -> bool:
    return finding.aside is not None and finding.aside.by == "baseline"


def _suppressions(finding: Finding) -> list[Json]:
    aside = finding.aside
    if aside is None:
        return []
    kind = "inSource" if aside.by == "comment" else "external"
    status = "underReview" if aside.status == "later" else "accepted"
    return [{"kind": kind, "status": status, **({"justification": plain(aside.note)} if aside.note else {})}]


def _location(mention: Mention, number: int | None = None) -> Json:
    where = area(mention)
    said = quote(mention)
    physical: Json = {"artifactLocation": {"uri": _uri(where.path)}}
    if where.line:
        physical["region"] = {
            "startLine": where.line, "startColumn": where.column, "endLine": where.end_line,
            "endColumn": where.end_column, "snippet": {"text": plain(mention.quote)},
        }  # fmt: skip
    return {
        **({"id": number} if number else {}),
        "physicalLocation": physical,
        **({"logicalLocations": [{"fullyQualifiedName": plain(where.inside)}]} if where.inside else {}),
        "message": _message(f"{mention.article.source}: {said.before}{said.words}{said.after}"),
    }


def _message(words: str) -> Json:
    """Words as a message that shows them: no brace is a placeholder (3.11.5), no bracket opens a link (3.11.6).

    Version 2.1.0 knows no escape for a link outside of its text, and viewers make one of `\\](`, so a blank parts it.
    """
    return {"text": plain(words).strip().replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _uri(path: str) -> str:
    """A relative reference for a relative path; a colon in it would make its beginning a scheme.

    Bytes of a name that are no UTF-8 stay as they are.
    """
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that a manifest or Windows gave
        name = path.encode("utf-8", "surrogatepass")
    uri = escaped(name, safe="/~!$&'()*+,;=@")
    return f"file://{uri}" if uri.startswith("/") else uri


def _skipped(report: Report) -> list[Json]:
    return [{"level": "note", "message": _message(f"{each.what}: {each.reason}")} for each in report.skipped]
