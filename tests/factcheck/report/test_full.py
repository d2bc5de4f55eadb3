"""The terminal report: readable at any width, calm without --all, the same words with and without colour."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.model import Report, Verdict
from factcheck.report import ReportOptions
from factcheck.report.as_full import render
from tests.golden.sample import report

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("colour", [False, True])
def test_lines_keep_to_the_width(width: int, colour: bool) -> None:
    text = _COLOUR.sub("", render(report(), ReportOptions(all=True, width=width, colour=colour)))
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("width", [None, 80, 120])
def test_width_changes_no_word(width: int | None) -> None:
    assert _words(render(report(), ReportOptions(width=width))) == _words(render(report(), ReportOptions()))


def test_colour_changes_only_how_a_value_is_marked() -> None:
    coloured = render(report(), ReportOptions(width=80, colour=True))
    assert _words(_COLOUR.sub("", coloured)) == _words(re.sub("[»«]", "", render(report(), ReportOptions(width=80))))
    assert "\x1b[1;4mMarch 3, 2029\x1b[0m" in coloured


@pytest.mark.parametrize("options", [ReportOptions(), ReportOptions(all=True), ReportOptions(width=80)])
def test_without_colour_there_is_no_escape_and_no_box(options: ReportOptions) -> None:
    assert not re.search("[\x1b\u2500-\u257f]", render(report(), options))


def test_worst_first_and_the_rest_only_on_request() -> None:
    quiet = render(report(), ReportOptions())
    assert quiet.index("CONFLICT") < quiet.index("unclear  ")
    assert "evolving  " not in quiet
    assert "3 facts" in quiet
    assert "--all" in quiet
    loud = render(report(), ReportOptions(all=True))
    marks = ["CONFLICT  ", "unclear  ", "evolving  ", "compatible  ", "agree  "]
    assert sorted(marks, key=loud.index) == marks
    assert "--all" not in loud


def test_nothing_found_is_said() -> None:
    fine = tuple(finding for finding in report().findings if finding.verdict is Verdict.AGREE)
    text = render(Report(report().articles, fine), ReportOptions())
    assert text.startswith("4 articles in 1 story: no contradiction found.")
    assert "1 fact told more than once" in text


def _several() -> Report:
    """The sample as one of two stories, the other one calm."""
    base = report()
    first, *others = base.articles
    calm = replace(first, id="x" * 90, story="x" * 90)
    return replace(base, articles=(first, *others, calm))


def test_several_stories_get_a_table() -> None:
    text = render(_several(), ReportOptions())
    assert "story  " not in render(report(), ReportOptions())
    assert re.search(r"story +articles  conflict  unclear  other\ncrane +4 +1 +1 +3\nand 1 story more without", text)
    assert re.search(rf"\n{'x' * 90} +1 +0 +0 +0\n", render(_several(), ReportOptions(all=True)))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_table_keeps_to_the_width(width: int) -> None:
    rows = render(_several(), ReportOptions(all=True, width=width)).splitlines()
    assert max(map(len, rows)) <= width
    assert any(re.match("…?x+ +1 +0 +0 +0$", row) for row in rows)


def _words(text: str) -> list[str]:
    return text.split()
