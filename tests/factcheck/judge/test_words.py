"""Quotations and names: one saying in different words, one name in two spellings, and what is neither."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck import Finding, article, compare
from factcheck.model import Options, Severity, StoryMode, Verdict


def found(*texts: str) -> list[Finding]:
    """The findings on quotations and names, of articles named a, b, c ..."""
    made = [article(text, name=name) for name, text in zip("abcd", texts, strict=False)]
    report = compare(made, Options(story=StoryMode.ALL))
    return [finding for finding in report.findings if finding.rule.startswith("FC5")]


_SUM = "“The law hands me a sum and not a choice,” the judge said."
SAYINGS = (
    (_SUM, "Judge Voll told the court: “The law gives me a sum and not a choice.”", "“hands” against “gives”"),
    (_SUM, "“The law hands me a sum and a choice,” Voll said.", "“not” against “–”"),
    (_SUM, "“I am sorry, but the law hands me a sum and no choice,” Voll said.", "against"),
)
"""Two articles that quote one saying, and how the difference is told."""

ONE_SAYING = (
    (_SUM, _SUM.replace("“", '"').replace("”", '"')),
    (_SUM, "“The law hands me a sum,” the judge said, “and not a choice.”"),
    (_SUM, "“Well, the law hands me a sum and not a choice,” the judge said."),
    (_SUM, "“The law hands me a sum, and it is not a choice,” the judge said."),
    (_SUM, "“The law … gives me a sum and not a choice,” the judge said."),
    (_SUM, "“The [criminal] law hands me a sum and not a choice,” the judge said."),
    ("“We're going to rebuild the pier and hall,” she said.", "“We are going to rebuild the pier and hall,” she said."),
    ("“In Hollin they're glad we'll rebuild it,” she said.", "“In Hollin they are glad we will rebuild it,” she said."),
    ("“The harbour needs a new pier and colour,” he said.", "“The harbor needs a new pier and color,” he said."),
    (_SUM, "“I have seen the sum and the choice of weapons,” a clerk said."),
    (_SUM, "“The law gives me a sum and not a choice."),
    (f"{_SUM} “The law gives me a sum and not a choice,” he said again.", "The judge spoke."),
)  # fmt: skip
"""Two articles between which no saying differs in a way that is told."""

NAMES = (
    ("Katharine Voll", "Catherine Voll"),
    ("Kate Bosch", "Katerina Bosch"),
    ("Steven Marlow", "Stephen Marlow"),
    ("Sara Lindqvist", "Sarah Lindqvist"),
    ("Idris Calloway", "Idris Caloway"),
)
TWO_PEOPLE = (
    ("Katharine Voll", "Katharine Voll"),
    ("Katharine Voll", "Robert Voll"),
    ("Eric Voll", "Erica Voll"),
    ("Nora Pell", "Nora Bell"),
    ("Katharine Voll", "Catherine Marlow"),
    ("Katharine Voll", "Ms. Voll"),
    ("Jean-Luc Voll", "Jean Luc Voll"),
)
_AT = "{}, the director of the museum, wept in Hollin on Tuesday."


@pytest.mark.parametrize(("a", "b", "says"), SAYINGS)
def test_one_saying_in_different_words_is_a_warning(a: str, b: str, says: str) -> None:
    (finding,) = found(a, b)
    assert (finding.rule, finding.kind) == ("FC501", "quote")
    assert (finding.verdict, finding.severity) == (Verdict.UNCLEAR, Severity.WARNING)
    assert says in finding.reason
    assert all(len(mention.quote.split()) <= 12 for mention in finding.mentions)


@pytest.mark.parametrize(("a", "b"), ONE_SAYING)
def test_what_only_looks_different_is_let_pass(a: str, b: str) -> None:
    assert found(a, b) == []
    assert found(b, a) == []


@pytest.mark.parametrize(("a", "b"), NAMES)
def test_one_name_in_two_spellings_is_a_warning(a: str, b: str) -> None:
    (finding,) = found(_AT.format(a), _AT.format(b), f"{_AT.format(a)} He or she left.")
    assert (finding.rule, finding.kind, finding.verdict) == ("FC502", "name", Verdict.UNCLEAR)
    assert [mention.quote for mention in finding.mentions] == [a, b, a]


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_other_names_are_other_people(a: str, b: str) -> None:
    assert found(_AT.format(a), _AT.format(b)) == []


def test_two_whom_one_article_names_are_two() -> None:
    both = "Katharine Voll and her sister Catherine Voll run the museum in Hollin."
    assert found(_AT.format("Katharine Voll"), _AT.format("Catherine Voll"), both) == []


def test_the_order_of_articles_changes_no_finding() -> None:
    texts = [_AT.format("Katharine Voll"), f"{_AT.format('Catherine Voll')} {_SUM}", SAYINGS[0][1]]
    for order in permutations(texts):
        assert sorted(finding.rule for finding in found(*order)) == ["FC501", "FC502"]
