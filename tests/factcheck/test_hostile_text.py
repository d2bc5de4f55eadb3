"""Hostile words, from the text of an article to the reports: read as what they are, told where they are not read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factcheck import compare, compare_texts
from factcheck.api import article
from factcheck.model import Limits, Options, StoryMode, Verdict
from factcheck.pipeline import compare as compared
from factcheck.read import read
from factcheck.report import REPORTERS, ReportOptions

_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\r(?!\n)")
DEAD = "{} people died when the ferry sank off Port Nerim."


def _verdicts(a: str, b: str) -> set[Verdict]:
    return {finding.verdict for finding in compare_texts(a, b).findings}


@pytest.mark.parametrize(
    "twelve",
    [
        "１２",
        "١٢",
        "१२",
        "𝟏𝟐",
        "1\u200b2",
        "1\u00ad2",
        "\u202a12\u202c",
        "\u206612\u2069",
        "\ufeff12",
        "tw\u00adelve",
        "1\ufe0e2\ufe0e",
        "1\u03322\u0332",
        "1\u20e32",
        "1\U000e00312",
        "\u061c12",
    ],
    ids=lambda words: words.encode("ascii", "backslashreplace").decode(),
)
def test_figures_in_other_signs_are_the_figures(twelve: str) -> None:
    assert _verdicts(DEAD.format(twelve), DEAD.format("12")) == {Verdict.AGREE}
    assert _verdicts(DEAD.format(twelve), DEAD.format("21")) == {Verdict.CONFLICT}


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("1,214 people came to Marsk.", "1’214 people came to Marsk.", "1’314 people came to Marsk."),
        ("1,214 people came to Marsk.", "1٬214 people came to Marsk.", "1٬314 people came to Marsk."),
        ("The ferry cost $6.6 million.", "The ferry cost $6·6 million.", "The ferry cost $6·9 million."),
        ("The ferry cost £5 million.", "The ferry cost ￡5 million.", "The ferry cost ￡9 million."),
        ("Pell won 62.5% of the vote.", "Pell won 62·5% of the vote.", "Pell won 65·2% of the vote."),
        ("It was -3 °C in Marsk.", "It was –3 °C in Marsk.", "It was 3 °C in Marsk."),
    ],
)
def test_figures_in_other_print_are_the_figures(one: str, other: str, wrong: str) -> None:
    assert _verdicts(one, other) == {Verdict.AGREE}
    assert _verdicts(one, wrong) == {Verdict.CONFLICT}


@pytest.mark.parametrize(
    "words",
    ["1О", "З", "l2", "I2", "①②", "⑫", "1²", "Ⅻ", "1e999", "NaN", "-12", "0x12", "1_2", "12e-400", "9" * 10_000],
)
def test_what_only_looks_like_a_figure_contradicts_none(words: str) -> None:
    """Letters that look like digits, digits in circles, powers, and what programs call a number."""
    assert Verdict.CONFLICT not in _verdicts(DEAD.format(words), DEAD.format(words))
    assert Verdict.CONFLICT not in _verdicts(DEAD.format(words), DEAD.format("12"))


@pytest.mark.parametrize("day", ["0 March 2031", "March 3, 0", "3 March 99999", "2031-13-45", "year 0"])
def test_days_that_cannot_be_contradict_none(day: str) -> None:
    said = f"The ferry sank off Port Nerim on {day}."
    assert Verdict.CONFLICT not in _verdicts(said, "The ferry sank off Port Nerim on March 3, 2031.")


ODD = "\x1b[2J\x9b31m\u202eoff\u202c \ud800 =1+1 | ::error::x <b>\u2028 `Nerim`\x07\r\r."


def test_no_report_lets_the_words_of_an_article_steer() -> None:
    told = [
        article(f"{at} people died when the ferry sank {ODD}", name=f"{at}", source=f"{ODD}{at}", title=ODD)
        for at in (5, 7)
    ]
    report = compare(told, Options(story=StoryMode.ALL))
    assert report.findings
    for reporter in REPORTERS:
        for options in (ReportOptions(all=True, explain=True), ReportOptions(all=True, texts=True, width=80)):
            text = reporter.render(report, options)
            text.encode()
            assert not _STEERING.search(text), reporter.name


@pytest.mark.parametrize("date", ["NaN", "1e999", "-1e999", "1e15", "true", "[]", '"0000-01-01"', '"99999-01-01"'])
def test_impossible_dates_of_records_are_left_out(date: str, tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(f'[{{"text": {json.dumps(DEAD.format(5))}, "date": {date}}}]')
    intake = read([str(place)])
    assert [one.published for one in intake.articles] == [None]
    assert compared(intake).articles


def test_ten_megabytes_in_one_line_are_told(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("5 died " * 1_500_000)
    (skipped,) = read([str(place)]).skipped
    assert "longer than 2,000,000 bytes" in skipped.reason


def test_an_article_that_takes_too_long_is_told_and_the_rest_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    long = article("\n\n".join(DEAD.format(number) for number in range(20)), name="c")
    short = [article(DEAD.format(number), name=name) for name, number in (("a", 5), ("b", 7))]
    clock = iter(range(10_000))
    monkeypatch.setattr("factcheck.read.limits.time.monotonic", lambda: next(clock))
    report = compare([*short, long], Options(story=StoryMode.ALL, limits=Limits(seconds=9)))
    (skipped,) = report.skipped
    assert (skipped.what, skipped.whole) == ("c", True)
    assert "takes longer than 9 seconds" in skipped.reason
    assert [finding.verdict for finding in report.findings] == [Verdict.EVOLVING]
