"""The laws against stories that hypothesis makes up; the law is the name of the test."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.words.unit import unit_named
from factcheck import compare, compare_texts
from factcheck.api import article
from factcheck.model import Options, StoryMode, Verdict
from factcheck.read.copies import marked
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.saved import read_saved
from tests.laws.changes import CHANGES, Change, Story, in_other_years, telling
from tests.laws.stories import stories

ALL = Options(story=StoryMode.ALL)
FEW = settings(deadline=None, max_examples=12, derandomize=True)
_RENDER = {reporter.name: reporter.render for reporter in REPORTERS}


@pytest.mark.parametrize("change", [*CHANGES, in_other_years(1)], ids=lambda change: change.name)
@FEW
@given(story=stories())
def test_a_change_changes_nothing_else(change: Change, story: Story) -> None:
    """Order and names of files, line ends, white space, copies, all dates a year or a cycle later, a person's name."""
    assert telling(compare(change.apply(story), ALL)) == telling(compare(story, ALL), change.words(story))


@FEW
@given(story=stories())
def test_a_pair_is_symmetric(story: Story) -> None:
    a, b = story[:2]
    there, back = compare((a, b), ALL), compare((replace(a, id="9"), replace(b, id="8")), ALL)
    assert telling(there) == telling(back)


@FEW
@given(story=stories())
def test_an_article_on_something_else_changes_nothing(story: Story) -> None:
    """Even where the user says that all is one story; what the other article says stands beside it."""
    other = article(_ELSEWHERE, name="other", source="Other", published="2033-12-06")
    alone, beside = compare(story, ALL), compare([*story, other], ALL)
    own = [each for each in beside.findings if all(one.article.source != "Other" for one in each.mentions)]
    assert telling(replace(beside, findings=tuple(own))) == telling(alone)
    assert {each.id: each.confidence for each in own} == {each.id: each.confidence for each in alone.findings}


_ELSEWHERE = """Orla Fenn won the village chess cup.

She beat 16 rivals in 9 rounds, and the hall sold 240 tickets at 4 euros each.

Rain fell for 3 hours on the tents outside, but Fenn, 12, did not mind."""


@FEW
@given(story=stories())
def test_a_copy_adds_no_conflict_and_no_origin(story: Story) -> None:
    copy = replace(story[0], id="copy", path="copy", source="Copycat")
    before, after = compare(story, ALL).findings, compare(marked((*story, copy)), ALL).findings
    assert [(each.id, each.verdict, each.origins) for each in after] == [
        (each.id, each.verdict, each.origins) for each in before
    ]


@FEW
@given(story=stories())
def test_a_saved_report_loses_nothing(story: Story) -> None:
    report = compare(story, ALL)
    options = ReportOptions(all=True, explain=True, texts=True)
    for form in ("json", "jsonl"):
        again = read_saved(_RENDER[form](report, options)).report
        for name, render in _RENDER.items():
            assert render(again, options) == render(report, options), (form, name)


@FEW
@given(story=stories())
def test_two_runs_say_the_same(story: Story) -> None:
    for render in _RENDER.values():
        options = ReportOptions(all=True, explain=True)
        assert render(compare(story, ALL), options) == render(compare(story, ALL), options)


_PAIRS = (
    ("kilometre per hour", "mile per hour", "The truck was going {} when it left the road."),
    ("kilometre", "mile", "The fire burned {} from the town of Nerim."),
    ("metre", "foot", "The quake opened a crack {} long in the dam."),
    ("kilogram", "pound mass", "Police seized {} of copper at the port of Nerim."),
    ("hectare", "acre", "The fire burned {} of forest near Nerim."),
    ("litre", "gallon", "The tanker lost {} of oil off Nerim."),
    ("celsius", "fahrenheit", "The temperature in Nerim rose to {} on Monday."),
)


@pytest.mark.parametrize(("unit", "other", "frame"), _PAIRS, ids=lambda each: each)
@settings(deadline=None, max_examples=8, derandomize=True)
@given(number=st.integers(20, 900), theirs=st.integers(20, 900))
def test_another_unit_and_back_keeps_every_verdict(unit: str, other: str, frame: str, number: int, theirs: int) -> None:
    there = _converted(Decimal(number), unit, other)
    back = _converted(there, other, unit).quantize(Decimal("0.000001")).normalize()
    assert back == number
    told = frame.format(_words(Decimal(theirs), unit))
    same, converted = frame.format(_words(back, unit)), frame.format(_words(there, other))
    verdicts = {finding.verdict for finding in compare_texts(same, told).findings}
    assert {finding.verdict for finding in compare_texts(same, converted).findings} <= {
        Verdict.AGREE, Verdict.COMPATIBLE
    }  # fmt: skip
    ours = {finding.verdict for finding in compare_texts(converted, told).findings}
    assert (Verdict.CONFLICT in ours) <= (Verdict.CONFLICT in verdicts)


def _converted(amount: Decimal, unit: str, other: str) -> Decimal:
    """An amount in another unit, exactly but for the last of twelve decimals."""
    one, two = unit_named(unit), unit_named(other)
    exact = (Fraction(amount) + one.offset) * one.factor / two.factor - two.offset
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _words(amount: Decimal, unit: str) -> str:
    """An amount as an article writes it, to six decimals."""
    plural = {"foot": "feet", "kilometre per hour": "kilometres per hour", "mile per hour": "miles per hour",
              "pound mass": "pounds", "celsius": "degrees Celsius",
              "fahrenheit": "degrees Fahrenheit"}.get(unit, f"{unit}s")  # fmt: skip
    return f"{amount.quantize(Decimal('0.000001')).normalize():f} {plural}"
