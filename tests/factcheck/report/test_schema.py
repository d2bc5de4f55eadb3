"""JSON output obeys its published schema, and the schema says what the contract says."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from claims.kinds import KINDS
from factcheck.judge import RULES
from factcheck.model import SEVERITY, Severity, Verdict
from factcheck.report import CLAIM_REPORTERS, REPORTERS, ReportOptions
from factcheck.report.catalogue import kinds_as_json, rules_as_json
from tests.golden.sample import listing, report


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("factcheck.report").joinpath(name).read_text("utf-8"))
    return loaded


REPORT, CLAIMS = _load("schema.json"), _load("claims.schema.json")
CATALOGUE = _load("catalogue.schema.json")
KNOWN: Registry[Any] = Registry().with_resources(
    [(schema["$id"], Resource.from_contents(schema)) for schema in (REPORT, CLAIMS)]
)


def _json(options: ReportOptions) -> dict[str, Any]:
    reporter = next(reporter for reporter in REPORTERS if reporter.name == "json")
    made: dict[str, Any] = json.loads(reporter.render(report(), options))
    return made


def _claims() -> dict[str, Any]:
    reporter = next(reporter for reporter in CLAIM_REPORTERS if reporter.name == "json")
    made: dict[str, Any] = json.loads(reporter.render(listing(), ReportOptions()))
    return made


@pytest.mark.parametrize("schema", [REPORT, CLAIMS, CATALOGUE], ids=["report", "claims", "catalogue"])
def test_the_schemas_are_schemas(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_output_obeys() -> None:
    Draft202012Validator(REPORT, registry=KNOWN).validate(_json(ReportOptions()))
    Draft202012Validator(CLAIMS, registry=KNOWN).validate(_claims())


def test_no_field_is_written_that_the_schema_does_not_know() -> None:
    """The schema allows more fields, so that readers of it go on when some are added; what is written is in it."""
    shared: Registry[Any] = Registry().with_resources([(REPORT["$id"], Resource.from_contents(_closed(REPORT)))])
    for schema, made in ((REPORT, _json(ReportOptions())), (CLAIMS, _claims())):
        Draft202012Validator(_closed(schema), registry=shared).validate(made)


def test_rules_and_kinds_as_data() -> None:
    for made in (json.loads(rules_as_json(RULES)), json.loads(kinds_as_json(KINDS))):
        Draft202012Validator(_closed(CATALOGUE)).validate(made)
    assert [rule["id"] for rule in json.loads(rules_as_json(RULES))["rules"]] == [rule.id for rule in RULES]
    assert [kind["name"] for kind in json.loads(kinds_as_json(KINDS))["kinds"]] == [kind.name for kind in KINDS]


def test_json_lines_hold_what_the_json_holds() -> None:
    lines = next(reporter for reporter in CLAIM_REPORTERS if reporter.name == "jsonl")
    found: dict[str, list[Any]] = {}
    for line in lines.render(listing(), ReportOptions()).splitlines():
        made = json.loads(line)
        found.setdefault(made.pop("type"), []).append(made)
    whole = _claims()
    assert found["listing"] == [{"schema": whole["schema"], "tool": whole["tool"]}]
    for name, title in (("article", "articles"), ("skipped", "skipped")):
        assert found[name] == whole[title]
    for name in ("reading", "claim"):
        assert found[name] == whole[f"{name}s"]


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    opened = '"type": "object", "required"'
    closed: dict[str, Any] = json.loads(json.dumps(schema).replace(opened, f'"additionalProperties": false, {opened}'))
    return closed


def test_the_vocabulary_is_the_contract_s() -> None:
    finding = REPORT["$defs"]["finding"]["properties"]
    assert finding["verdict"]["enum"] == [str(verdict) for verdict in Verdict]
    assert finding["severity"]["enum"] == [str(severity) for severity in Severity]
    assert set(SEVERITY) == set(Verdict)
    first = "age count date time duration speed distance area volume weight temperature money percent ratio"
    assert REPORT["$defs"]["kind"]["enum"] == [*first.split(), "magnitude", "score", "ordinal", "quote", "name"]


def test_json_holds_every_verdict_whatever_the_options() -> None:
    assert _json(ReportOptions()) == _json(ReportOptions(all=True, width=80, colour=True))
    assert {finding["verdict"] for finding in _json(ReportOptions())["findings"]} == {
        str(verdict) for verdict in Verdict
    }


def test_offsets_lead_to_the_words() -> None:
    texts = {article.id: article.text for article in report().articles}
    for finding in _json(ReportOptions())["findings"]:
        for said in (*finding["mentions"], *finding["related"]):
            text = texts[said["article"]]
            assert text[said["start"] : said["end"]] == said["quote"]
            passage = said["passage"]
            assert text[passage["start"] :].startswith(passage["text"])
            line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[said["line"] - 1]
            assert line[said["column"] - 1 :].startswith(said["quote"].partition("\n")[0])
