"""What other programs demand of the formats they read, as JSON Schemas written from the standards for what we emit.

SARIF: OASIS Standard 2.1.0, sections 3.13 to 3.35, beside the published schema for what that cannot say. Reviewdog:
proto/rdf/reviewdog.proto, whose published schema asks for less (types only). GitLab: "Code Quality report format" in
its documentation. Closed, so that a property no standard names is noticed.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _object(required: str, optional: str = "", **of: Any) -> Schema:
    names = [*required.split(), *optional.split()]
    return {
        "type": "object",
        "required": required.split(),
        "additionalProperties": False,
        "properties": {name: of.get(name, {}) for name in names},
    }


def _list(of: Any, least: int = 0) -> Schema:
    return {"type": "array", "items": of, "minItems": least}


_TEXT: Schema = {"type": "string", "minLength": 1}
_NATURAL: Schema = {"type": "integer", "minimum": 1}
_MESSAGE = _object("text", text=_TEXT)
_REGION = _object(
    "startLine startColumn endLine endColumn snippet",
    startLine=_NATURAL, startColumn=_NATURAL, endLine=_NATURAL, endColumn=_NATURAL, snippet=_object("text"),
)  # fmt: skip
_ARTIFACT = _object("uri", uri={"type": "string", "pattern": r"^[^\s\\<>\"{}|^`\[\]]+$"})
_LOCATION = _object(
    "physicalLocation message", "id logicalLocations",
    physicalLocation=_object("artifactLocation", "region", artifactLocation=_ARTIFACT, region=_REGION),
    message=_MESSAGE, id=_NATURAL, logicalLocations=_list(_object("fullyQualifiedName")),
)  # fmt: skip
_RULE = _object(
    "id name shortDescription fullDescription help properties",
    shortDescription=_MESSAGE, fullDescription=_MESSAGE, help=_MESSAGE, properties={"type": "object"},
)  # fmt: skip
_RESULT = {
    **_object(
        "ruleId kind level message locations partialFingerprints suppressions rank properties",
        "ruleIndex relatedLocations baselineState",
        kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        level={"enum": ["none", "note", "warning", "error"]}, message=_MESSAGE, locations=_list(_LOCATION, 1),
        relatedLocations=_list(_LOCATION, 1), ruleIndex={"type": "integer", "minimum": 0},
        partialFingerprints={"type": "object", "additionalProperties": _TEXT},
        suppressions=_list(_object("kind status", "justification", kind={"enum": ["inSource", "external"]},
                                   status={"enum": ["accepted", "underReview", "rejected"]}, justification=_TEXT)),
        rank={"type": "number", "minimum": 0, "maximum": 100},
        baselineState={"enum": ["new", "unchanged", "updated", "absent"]}, properties={"type": "object"},
    ),
    # 3.27.10: "If kind has any value other than "fail", then [...] level [...] SHALL have the value "none"."
    "if": {"properties": {"kind": {"not": {"const": "fail"}}}},
    "then": {"properties": {"level": {"const": "none"}}},
}  # fmt: skip
_NOTE = _object("level message", level={"enum": ["none", "note", "warning", "error"]}, message=_MESSAGE)
_RUN = _object(
    "tool columnKind invocations results properties",
    tool=_object("driver", driver=_object("name version rules", name=_TEXT, version=_TEXT, rules=_list(_RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_list(_object("executionSuccessful toolExecutionNotifications",
                              executionSuccessful={"type": "boolean"}, toolExecutionNotifications=_list(_NOTE))),
    results=_list(_RESULT), properties={"type": "object"},
)  # fmt: skip
SARIF = _object("$schema version runs", version={"const": "2.1.0"}, runs=_list(_RUN, 1))

_POSITION = _object("line column", line=_NATURAL, column=_NATURAL)
_RD_LOCATION = _object("path", "range", path=_TEXT, range=_object("start end", start=_POSITION, end=_POSITION))
_DIAGNOSTIC = _object(
    "message location severity code", "relatedLocations",
    message=_TEXT, location=_RD_LOCATION, severity={"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
    code=_object("value", value=_TEXT),
    relatedLocations=_list(_object("message location", message=_TEXT, location=_RD_LOCATION), 1),
)  # fmt: skip
RDJSON = _object("source diagnostics", source=_object("name"), diagnostics=_list(_DIAGNOSTIC))

_ISSUE = _object(
    "description check_name fingerprint severity location",
    description=_TEXT, check_name=_TEXT, fingerprint=_TEXT,
    severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
    location=_object("path lines", path={"type": "string", "pattern": r"^(?!\./)"},
                     lines=_object("begin end", begin=_NATURAL, end=_NATURAL)),
)  # fmt: skip
GITLAB = _list(_ISSUE)
