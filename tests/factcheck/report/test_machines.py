"""The formats that other programs read: each has the form that its reader demands, and leads to the right words."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from claims.model import Span
from factcheck.model import Article, Aside, Locator, Report, Skipped
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.as_csv import COLUMNS
from factcheck.report.as_github import MOST
from factcheck.report.cells import cell, sheet
from factcheck.report.fingerprint import fingerprint
from tests.factcheck.report.forms import GITLAB, RDJSON, SARIF
from tests.golden.sample import mention, number, report

HERE = Path(__file__).parent / "schemas"
PUBLISHED_SARIF = Draft4Validator(json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
PUBLISHED_JUNIT = etree.XMLSchema(etree.parse(HERE / "junit-10.xsd"))
BY_NAME = {reporter.name: reporter.render for reporter in REPORTERS}
ALL = ReportOptions(all=True)
PLAIN = ReportOptions()
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _json(name: str, given_report: Report, options: ReportOptions = PLAIN) -> Any:
    return json.loads(BY_NAME[name](given_report, options))


def _aside() -> Report:
    """The sample with its conflict in a baseline and what is unclear ignored in its article."""
    base = report()
    first, second, *others = base.findings
    known = replace(first, aside=Aside("baseline", "later", "ask the\ncourt"))
    ignored = replace(second, aside=Aside("comment"))
    return replace(base, findings=(known, ignored, *others))


def _extracted() -> Report:
    text = "It had 5 boats on board."
    article = Article("a b#c.pdf", "a b#c.pdf", text, (), "wire", locators=(Locator(Span(0, 24), 2, 7),))
    said = mention(article, "5 boats", "count", number(5))
    return Report((article,), (replace(report().findings[0], mentions=(said,), related=(), odd_one_out=""),))


@pytest.mark.parametrize("options", [PLAIN, ALL], ids=["shown", "all"])
@pytest.mark.parametrize("given_report", [report(), _aside(), _extracted(), Report((), ())])
@pytest.mark.parametrize(("name", "schema"), [("sarif", SARIF), ("rdjson", RDJSON), ("gitlab", GITLAB)])
def test_output_has_the_form_that_is_demanded(
    name: str, schema: dict[str, Any], given_report: Report, options: ReportOptions
) -> None:
    Draft202012Validator(schema).validate(_json(name, given_report, options))


@pytest.mark.parametrize("options", [PLAIN, ALL], ids=["shown", "all"])
@pytest.mark.parametrize("given_report", [report(), _aside(), _extracted(), Report((), ())])
def test_output_obeys_the_published_schema(given_report: Report, options: ReportOptions) -> None:
    PUBLISHED_SARIF.validate(_json("sarif", given_report, options))
    PUBLISHED_JUNIT.assertValid(etree.fromstring(BY_NAME["junit"](given_report, options).encode()))


def test_sarif_tells_rules_and_what_is_set_aside() -> None:
    (run,) = _json("sarif", _aside())["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    told = [(result["suppressions"], result["baselineState"]) for result in run["results"]]
    assert told == [
        ([{"kind": "external", "status": "underReview", "justification": "ask the court"}], "unchanged"),
        ([{"kind": "inSource", "status": "accepted"}], "new"),
    ]
    assert all("baselineState" not in result for result in _json("sarif", report(), ALL)["runs"][0]["results"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("read [the report](https://x.example/login)", "read [the report] (https://x.example/login)"),
        (r"[the \](https://x.example)", r"[the \] (https://x.example)"),
        ("[a](1) and [b](2)", "[a] (1) and [b] (2)"),
        ("[sic] (again)", "[sic] (again)"),
        ("{0} of {{1}}", "{{0}} of {{{{1}}}}"),
    ],
)
def test_no_words_are_a_link_or_a_placeholder_of_sarif(words: str, shown: str) -> None:
    text = f"It had 5 boats, {words}."
    said = mention(Article("a.txt", "a.txt", text, (), words), "5 boats", "count", number(5))
    found = replace(report().findings[0], what=words, reason=words, mentions=(said,), related=(said,))
    (run,) = _json("sarif", Report((said.article,), (found,), skipped=(Skipped(words, words),)))["runs"]
    (result,) = run["results"]
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert result["message"]["text"] == notice["message"]["text"] == f"{shown}: {shown}"
    for each in (*result["locations"], *result["relatedLocations"]):
        assert each["message"]["text"] == f"{shown}: It had 5 boats, {shown}."


def test_a_name_that_is_no_utf_8_keeps_its_bytes() -> None:
    for name, uri in (("caf\udce9.md", "caf%E9.md"), ("caf\ud800.md", "caf%ED%A0%80.md"), ("café.md", "caf%C3%A9.md")):
        said = mention(Article(name, name, "It had 5 boats.", (), "a"), "5 boats", "count", number(5))
        found = replace(report().findings[0], mentions=(said,), related=())
        (result,) = _json("sarif", Report((said.article,), (found,)))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize("name", ["two  spaces.md", "back\\slash.md", "a\tb.md", "two\nlines.md", " a: 1%, b.md "])
def test_a_path_stays_a_path(name: str) -> None:
    said = mention(Article(name, name, "It had 5 boats.", (), "a"), "5 boats", "count", number(5))
    made = Report((said.article,), (replace(report().findings[0], mentions=(said,), related=()),))
    assert _json("rdjson", made)["diagnostics"][0]["location"]["path"] == name
    assert _json("gitlab", made)[0]["location"]["path"] == name
    line = BY_NAME["github"](made, PLAIN)
    assert line.count("\n") == 1
    found = re.match(r"::error file=([^,:]*),line=1,", line)
    assert found
    assert unquote(found[1]) == name


def test_places_lead_to_the_words() -> None:
    texts = {article.path: article.text for article in report().articles}
    for result in _json("sarif", report(), ALL)["runs"][0]["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            place = location["physicalLocation"]
            region = place["region"]
            line = texts[unquote(place["artifactLocation"]["uri"])].split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    for found in _json("rdjson", report(), ALL)["diagnostics"]:
        for each in (found, *found["relatedLocations"]):
            start, end = each["location"]["range"]["start"], each["location"]["range"]["end"]
            line = texts[each["location"]["path"]].split("\n")[start["line"] - 1].encode()
            assert line[start["column"] - 1 : end["column"] - 1].decode() in texts[each["location"]["path"]]


def test_an_extracted_file_has_no_lines() -> None:
    (result,) = _json("sarif", _extracted())["runs"][0]["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "a%20b%23c.pdf"}}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "page 2, paragraph 7"}]
    assert "range" not in _json("rdjson", _extracted())["diagnostics"][0]["location"]
    assert "line=" not in BY_NAME["github"](_extracted(), PLAIN)
    assert _json("gitlab", _extracted())[0]["location"]["lines"] == {"begin": 1, "end": 1}


def test_junit_counts_what_it_holds() -> None:
    for given_report, failures, skipped in ((report(), 1, 1), (_aside(), 0, 2), (Report((), ()), 0, 0)):
        root = etree.fromstring(BY_NAME["junit"](given_report, PLAIN).encode())
        for level in (root, *root.iter("testsuite")):
            assert level.get("tests") == str(len(list(level.iter("testcase"))))
            assert level.get("failures") == str(len(list(level.iter("failure"))))
            assert level.get("skipped") == (str(len(list(level.iter("skipped")))) if level is not root else None)
        assert (root.get("failures"), len(list(root.iter("skipped")))) == (str(failures), skipped)


@given(st.text(max_size=30))
def test_any_words_make_sound_xml_and_one_annotation(words: str) -> None:
    base = report()
    hostile = replace(base, findings=(replace(base.findings[0], what=words, reason=words, story=words),))
    etree.fromstring(BY_NAME["junit"](hostile, PLAIN).encode())
    line = BY_NAME["github"](hostile, PLAIN)
    assert re.fullmatch(r"::error (?:\w+=[^:,\n]*,)*title=[^:,\n]*::[^\n]*\n", line)


def test_github_gets_the_worst_and_how_many_are_left() -> None:
    base = report()
    many = replace(base, findings=tuple(replace(base.findings[0], id=str(at)) for at in range(MOST + 3)))
    lines = BY_NAME["github"](many, PLAIN).splitlines()
    assert len(lines) == MOST + 1
    assert lines[-1].startswith("3 findings more")
    assert BY_NAME["github"](Report((), ()), PLAIN) == ""


def test_gitlab_gets_each_fingerprint_once() -> None:
    base = report()
    twice = replace(base, findings=(base.findings[0], replace(base.findings[0], id="other")))
    found = [issue["fingerprint"] for issue in _json("gitlab", twice)]
    assert len(set(found)) == 2


def test_the_sheet_has_a_row_a_fact_and_room_to_fill_in() -> None:
    for options, more in ((PLAIN, 0), (ALL, 1)):
        rows = list(csv.DictReader(io.StringIO(BY_NAME["csv"](_aside(), options))))
        assert tuple(rows[0]) == COLUMNS
        assert len(rows) == len(report().findings) + more
        assert {row["checked_by"] + row["checked_on"] + row["note"] for row in rows} == {""}
    assert rows[-1]["verdict"] == "single source"
    assert [row["set_aside"] for row in rows if row["set_aside"]] == [
        "later (baseline): ask the\ncourt",
        "ignored (comment)",
    ]


@given(st.text(max_size=20))
def test_no_cell_is_a_formula(words: str) -> None:
    assert not cell(words).startswith((*SIGNS, "\t", "\r", "\n"))


@given(st.text(alphabet="=-＝＠;\t\r\n,\"' a5", max_size=12), st.sampled_from(",;\t"))
def test_no_part_of_a_row_is_a_formula_however_it_is_parted(words: str, between: str) -> None:
    row = sheet(("head",), [(cell(f"x{words}"), cell(words), cell("end"))]).removeprefix("head\n")
    for line in row.splitlines():
        for part in line.split(between) if between != "," else ():
            assert not part.lstrip('"').startswith(SIGNS) or part.startswith('"""')
    assert not any(part.startswith(SIGNS) for part in next(csv.reader(io.StringIO(row, newline=""))))


def test_a_fingerprint_outlives_moves_and_dies_with_a_value() -> None:
    base = report().findings[0]
    first, *others = base.mentions
    moved = replace(first, article=replace(first.article, path="elsewhere.txt", id="elsewhere.txt", story="other"))
    same = replace(
        base, id="x", confidence=0.5, reason="in other words", mentions=(*others, moved), what=f" {base.what.upper()}"
    )
    assert fingerprint(same) == fingerprint(base)
    value = replace(first.claim.value, stated=others[0].claim.value.stated)
    changed = replace(first, claim=replace(first.claim, reading=replace(first.claim.reading, value=value)))
    for other in (
        replace(base, mentions=(changed, *others)), replace(base, rule="FC102"), replace(base, what="another day"),
        replace(base, mentions=(replace(first, article=replace(first.article, source="Other")), *others)),
    ):  # fmt: skip
        assert fingerprint(other) != fingerprint(base)
