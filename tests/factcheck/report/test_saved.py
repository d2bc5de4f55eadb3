"""A saved report read back: written again it is the same, in every format; what is none is told."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Clock, Days, Interval, Pair, Published, Region, Span, Value
from factcheck.model import Article, Aside, Locator, Report
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.reporter import Reporter
from factcheck.report.saved import read_saved
from factcheck.report.saved_value import region
from factcheck.report.value import bounds
from tests.golden.sample import mention, number, report

BY_NAME = {reporter.name: reporter.render for reporter in REPORTERS}
PLAIN = ReportOptions()


@pytest.mark.parametrize("texts", [False, True], ids=["passages", "texts"])
@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_every_format_is_the_same_again(reporter: Reporter, texts: bool) -> None:
    options = ReportOptions(all=True, explain=True)
    found = read_saved(BY_NAME["json"](report(), ReportOptions(texts=texts)))
    assert found.texts is texts
    assert reporter.render(found.report, options) == reporter.render(report(), options)
    if texts:
        assert reporter.render(found.report, replace(options, texts=True)) == reporter.render(
            report(), replace(options, texts=True)
        )


def test_json_lines_are_read_too() -> None:
    lines = BY_NAME["jsonl"](report(), PLAIN)
    assert BY_NAME["json"](read_saved(lines).report, PLAIN) == BY_NAME["json"](report(), PLAIN)


def test_what_is_set_aside_stays_so() -> None:
    base = report()
    aside = Aside("baseline", "accepted", "asked the court")
    given_aside = replace(base, findings=(replace(base.findings[0], aside=aside), *base.findings[1:]))
    assert read_saved(BY_NAME["json"](given_aside, PLAIN)).report.findings[0].aside == aside


_TEXT = st.text(alphabet=st.sampled_from("ab \n\r5é\u2028"), min_size=1, max_size=120)


@given(_TEXT, st.data())
def test_places_come_back_whatever_the_lines(text: str, data: st.DataObject) -> None:
    def within(low: int, high: int) -> Span:
        start = data.draw(st.integers(low, high - 1))
        return Span(start, data.draw(st.integers(start + 1, high)))

    article = Article("a", "a", text, (), "a")
    base = mention(replace(article, text=f"5 {text}"), "5", "count", number(5))
    sentences = [within(0, len(text)) for _ in range(data.draw(st.integers(1, 4)))]
    said = tuple(
        replace(base, article=article, claim=replace(base.claim, span=within(at.start, at.end), sentence=at))
        for at in sentences
    )
    made = Report((article,), (replace(report().findings[0], mentions=said, related=()),))
    saved = BY_NAME["json"](made, PLAIN)
    assert BY_NAME["json"](read_saved(saved).report, PLAIN) == saved


def test_places_in_extracted_files_come_back() -> None:
    text = "\n\n".join(f"Paragraph {at} tells of {at} boats on the long way to the quiet harbour." for at in range(9))
    starts = [text.index(f"Paragraph {at}") for at in range(9)]
    where = tuple(
        Locator(Span(start, start + 70), at // 3 + 1, at + 1, f"p:nth-child({at})") for at, start in enumerate(starts)
    )
    article = Article("a.pdf", "a.pdf", text, (), "a", locators=where)
    said = tuple(mention(article, f"{at} boats", "count", number(at)) for at in (7, 2, 4))
    made = Report((article,), (replace(report().findings[0], mentions=said, related=()),))
    for name, render in BY_NAME.items():
        saved = read_saved(BY_NAME["json"](made, PLAIN)).report
        assert render(saved, PLAIN) == render(made, PLAIN), name


_ENDS = st.none() | st.decimals(-1000, 1000, allow_nan=False, places=2)
_INTERVALS = st.builds(
    lambda ends, low, high: Interval(ends[0], ends[1], low, high),
    st.tuples(_ENDS, _ENDS).map(lambda ends: ends if None in ends else sorted(ends)), st.booleans(), st.booleans(),
)  # fmt: skip
_DATES = st.dates(dt.date(1200, 1, 1), dt.date(2300, 1, 1))
_DAYS = st.one_of(
    st.builds(Days.day, _DATES),
    st.builds(lambda pair: Days(*sorted(pair)), st.tuples(_DATES, _DATES)),
    st.builds(Days, months=st.frozensets(st.integers(1, 12), max_size=3)),
    st.builds(lambda pair: Days(days=(min(pair), max(pair))), st.tuples(st.integers(1, 31), st.integers(1, 31))),
    st.builds(Days, weekdays=st.frozensets(st.integers(0, 6))),
)
_CLOCKS = st.builds(
    lambda days, low, more, offset: Clock(days, low, low + more, offset),
    _DAYS, st.integers(0, 1439), st.integers(0, 2000), st.none() | st.integers(-720, 840),
)  # fmt: skip


@given(st.one_of(_INTERVALS, st.builds(Pair, _INTERVALS, _INTERVALS), _DAYS, _CLOCKS))
def test_regions_are_written_the_same_again(stated: Region) -> None:
    base = mention(Article("a", "a", "5", (), "a"), "5", "count", stated).claim.value
    once = bounds(base)
    assert bounds(replace(base, stated=region(once))) == once


@pytest.mark.parametrize(
    "published",
    [
        Published(dt.date(2031, 1, 1), dt.date(2031, 12, 31)), Published(dt.date(2031, 2, 1), dt.date(2031, 2, 28)),
        Published(dt.date(2031, 2, 3), dt.date(2031, 2, 9), "inferred"),
        Published(dt.date(2031, 2, 3), dt.date(2031, 2, 3), "url", dt.time(8, 5), -90),
        Published(dt.date.min, dt.date(2031, 2, 9), "inferred"),
        Published(dt.date(2031, 2, 3), dt.date.max, "inferred"),
    ],
)  # fmt: skip
def test_dates_of_publication_come_back(published: Published) -> None:
    made = Report((Article("a", "a", "", (), "a", published=published, modified=published),), ())
    (back,) = read_saved(BY_NAME["json"](made, PLAIN)).report.articles
    assert (back.published, back.modified) == (published, published)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema": "factcheck.report/9"}, "its schema is factcheck.report/9"),
        ({"articles": []}, "does not obey the schema"),
        ({"findings": [{}]}, "does not obey the schema"),
        ({"tool": None}, "does not obey the schema"),
    ],
)
def test_what_is_no_report_is_told(change: dict[str, object], says: str) -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN)) | change
    with pytest.raises(ValueError, match=says):
        read_saved(json.dumps(made))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"confidence": float("nan")}, "is no number from 0 to 1"),
        ({"confidence": 1e308}, "is no number from 0 to 1"),
        ({"confidence": -0.1}, "is no number from 0 to 1"),
        ({"mentions": []}, "has no mentions"),
    ],
)
def test_a_finding_that_cannot_be_is_told(change: dict[str, object], says: str) -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    made["findings"][0] |= change
    with pytest.raises(ValueError, match=rf"does not obey the schema .* {says}"):
        read_saved(json.dumps(made))


@pytest.mark.parametrize("options", [PLAIN, ReportOptions(all=True, texts=True)])
@pytest.mark.parametrize("given_report", [report(), Report((), ())])
def test_json_lines_that_end_too_early_are_told(given_report: Report, options: ReportOptions) -> None:
    lines = BY_NAME["jsonl"](given_report, options).splitlines()
    assert read_saved("\n".join(lines)).report.findings == read_saved("\n".join([*lines, ""])).report.findings
    for end in range(1, len(lines)):
        with pytest.raises(ValueError, match=r"ends too early or was changed|does not obey the schema"):
            read_saved("\n".join(lines[:end]))
    for more in (lines, lines[:1]):
        with pytest.raises(ValueError, match="it holds 2 reports"):
            read_saved("\n".join([*lines, *more]))


def test_a_summary_that_tells_less_is_no_fault() -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    for summary in ({}, {"articles": len(made["articles"])}, None):
        assert read_saved(json.dumps(made | {"summary": summary})).report.findings
    del made["summary"]
    assert read_saved(json.dumps(made)).report.findings


def test_two_articles_of_one_name_are_told() -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    made["articles"].append(made["articles"][0])
    with pytest.raises(ValueError, match="two articles are called"):
        read_saved(json.dumps(made))


@pytest.mark.parametrize("said", ["NaN", "Infinity", "1E+999999999", "1E-999999999"])
def test_a_number_that_no_article_gives_is_told(said: str) -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    value = next(each["mentions"][0]["value"] for each in made["findings"] if each["kind"] == "count")
    value["low"] = value["high"] = said
    with pytest.raises(ValueError, match=f"{said.replace('+', '.')} is no number that an article could give"):
        read_saved(json.dumps(made))


@pytest.mark.parametrize("field", ["start", "end"])
@pytest.mark.parametrize("said", [1e308, -1, 10**30, "3"])
def test_an_offset_that_cannot_be_is_told(field: str, said: object) -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    made["findings"][0]["mentions"][0][field] = said
    with pytest.raises(ValueError, match="does not obey the schema"):
        read_saved(json.dumps(made))


@pytest.mark.parametrize(
    "text", ["", "no report", "5", "5\n6", "{}\n5", '{"type": "finding"}\n{"type": "article"}', "[" * 10**5 + "\n{}"]
)
def test_what_is_no_object_is_no_report(text: str) -> None:
    with pytest.raises(ValueError, match=r"no JSON|obey the schema|schema is missing"):
        read_saved(text)


def test_places_that_cannot_be_are_told() -> None:
    made = json.loads(BY_NAME["json"](report(), PLAIN))
    made["findings"][0]["mentions"][0]["line"] = 10**9
    with pytest.raises(ValueError, match="contradict each other"):
        read_saved(json.dumps(made))
    mention = made["findings"][0]["mentions"][0]
    mention["start"] = mention["end"] = mention["passage"]["start"] = 10**12
    with pytest.raises(ValueError, match="outside of every text"):
        read_saved(json.dumps(made))
    mention["passage"]["start"] = 0
    with pytest.raises(ValueError, match="outside of its passage"):
        read_saved(json.dumps(made))


def test_a_value_of_odd_size_is_read() -> None:
    value = mention(Article("a", "a", "5", (), "a"), "5", "count", number("1E+90")).claim.value
    assert isinstance(value, Value)
    assert region(bounds(value)) == Interval.point(Decimal("1E+90"))
