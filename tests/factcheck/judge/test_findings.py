"""What a finding tells: its verdict by its chain, the odd one out, the slip, what supports it."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck import Article, Finding, Options, article, compare, compare_texts
from factcheck.judge import LADDER, RULES
from factcheck.model import SEVERITY, Report, Severity, StoryMode, Verdict
from tests.factcheck.gold import STORIES, report

_BY_ID = {rule.id: rule for rule in RULES}


def rebuilt(finding: Finding) -> tuple[str, Verdict, Severity]:
    """Rule, verdict and severity by the chain alone: the first step whose words begin with "holds" names the rule."""
    named = next(step.step for step in finding.chain if step.says.startswith("holds"))
    verdict = _BY_ID[named].verdict
    loud = {Verdict.CONFLICT: Severity.ERROR, Verdict.UNCLEAR: Severity.WARNING}
    return named, verdict, loud.get(verdict, Severity.NOTE)


@pytest.mark.parametrize("story", STORIES)
def test_a_verdict_can_be_rebuilt_from_its_chain(story: str) -> None:
    for finding in report(story).findings:
        assert rebuilt(finding) == (finding.rule, finding.verdict, finding.severity)


@pytest.mark.parametrize("story", STORIES)
def test_the_chain_tells_how_every_value_was_read_and_which_rules_came_first(story: str) -> None:
    order = [rule.id for rule in LADDER]
    for finding in report(story).findings:
        read = [step for step in finding.chain if step.step == "read"]
        ladder = [step for step in finding.chain if step.step.startswith("FC")]
        assert len(read) == len(finding.mentions)
        assert all(" ".join(mention.quote.split()) in " ".join(s.says for s in read) for mention in finding.mentions)
        climbed = order[: len(ladder)] if finding.rule in order else [finding.rule]
        assert [step.step for step in ladder] == climbed
        assert [step.says.startswith("no: ") for step in ladder] == [True] * (len(ladder) - 1) + [False]


@pytest.mark.parametrize("story", STORIES)
def test_a_finding_compares_two_articles_and_is_unique(story: str) -> None:
    findings = report(story).findings
    assert len({finding.id for finding in findings}) == len(findings)
    for finding in findings:
        assert len({mention.article.id for mention in finding.mentions}) > 1 or finding.rule.startswith("FC4")
        assert finding.severity is SEVERITY[finding.verdict]
        assert 0 <= finding.confidence <= 1
        assert finding.reason.endswith(".")
        assert finding.what


def told(*texts: str, published: tuple[str, ...] = ()) -> Report:
    """The report on texts of articles named a, b, c ..., each its own source, all of one story."""
    days = published or (None,) * len(texts)
    made = [article(text, name=name, published=day) for name, text, day in zip("abcde", texts, days, strict=False)]
    return compare(made, Options(story=StoryMode.ALL))


def only(report: Report, verdict: Verdict) -> Finding:
    """The one finding of a verdict."""
    (found,) = [finding for finding in report.findings if finding.verdict is verdict]
    return found


_SAYS_27, _SAYS_72 = "A jury convicted Nora Pell of 27 counts.", "Nora Pell was convicted of 72 counts."


@pytest.mark.parametrize("odd", [0, 1, 2])
def test_the_source_that_differs_from_most_is_named(odd: int) -> None:
    texts = [_SAYS_27, "Pell was convicted of 27 charges.", "Nora Pell was found guilty on 27 counts."]
    texts[odd] = _SAYS_72
    conflict = only(told(*texts), Verdict.CONFLICT)
    assert conflict.odd_one_out == "abc"[odd]
    assert f"{'abc'[odd]} differs from the others" in conflict.reason


def test_nobody_is_odd_between_two() -> None:
    conflict = only(told(_SAYS_27, _SAYS_72), Verdict.CONFLICT)
    assert conflict.odd_one_out == ""
    assert "differs from the others" not in conflict.reason


def test_nobody_is_odd_where_all_differ_or_sides_are_even() -> None:
    different = [_SAYS_27, _SAYS_72, "Nora Pell was convicted of 35 counts."]
    even = [_SAYS_27, _SAYS_27, _SAYS_72, _SAYS_72]
    assert only(told(*different), Verdict.CONFLICT).odd_one_out == ""
    assert only(told(*even), Verdict.CONFLICT).odd_one_out == ""


@pytest.mark.parametrize(
    "crash",
    [
        "The ferry crash happened on August 14, 2021.",
        "It was on the evening of August 14, 2021 that the ferry struck the pier.",
    ],
)
def test_another_facts_value_is_named_and_shown(crash: str) -> None:
    a = f"Idris Calloway was convicted on August 14, 2021, of manslaughter. {crash}"
    b = "Idris Calloway was convicted in March of manslaughter."
    conflict = only(told(a, b), Verdict.CONFLICT)
    assert conflict.slip == "another fact's value"
    (shown,) = conflict.related
    assert "August 14, 2021" in shown.quote
    assert shown.claim.sentence.of(shown.article.text) == crash
    assert "is also given for" in conflict.reason


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        (_SAYS_27, _SAYS_72, "transposed digits"),
        ("Sundline was fined $1 million.", "Sundline was fined $1 billion.", "a thousandfold"),
        ("The quake struck at a depth of 35 km.", "The quake struck at a depth of 35 miles.", "wrong unit"),
        ("Pell was born on May 6, 1984.", "Pell was born on May 6, 1985.", "year off by one"),
        ("Pell was convicted of 27 counts.", "Pell was convicted of 31 counts.", ""),
    ],
)  # fmt: skip
def test_a_known_slip_is_named(a: str, b: str, slip: str) -> None:
    conflict = only(told(a, b), Verdict.CONFLICT)
    assert conflict.slip == slip
    assert ("looks like a slip" in conflict.reason) is bool(slip)


def test_a_toll_evolves_and_is_unclear_when_it_shrinks() -> None:
    low, high = "The flood killed 12 people in Hollin.", "The flood killed 19 people in Hollin."
    days = ("2031-05-06", "2031-05-08")
    assert told(low, high, published=days).findings[0].verdict is Verdict.EVOLVING
    assert told(high, low, published=days).findings[0].verdict is Verdict.UNCLEAR
    assert told(high, low).findings[0].verdict is Verdict.EVOLVING


def test_strict_mode_takes_bounds_and_hedges_literally() -> None:
    over, exact = "The march drew more than 250 people.", "The march drew 250 people."
    hedged = "The march drew about 240 people."
    for other in (over, hedged):
        assert compare_texts(other, exact).findings[0].verdict is Verdict.COMPATIBLE
        assert compare_texts(other, exact, strict=True).findings[0].verdict is Verdict.CONFLICT


def test_a_group_takes_the_verdict_of_its_worst_pair() -> None:
    texts = (_SAYS_27, "Pell was convicted of dozens of counts.", _SAYS_72)
    for order in permutations(texts):
        assert told(*order).findings[0].verdict is Verdict.CONFLICT


def test_a_text_with_its_like_is_no_finding_of_doubt() -> None:
    made: list[Article] = [article(_SAYS_27, name="a"), article(_SAYS_27, name="b")]
    assert [finding.verdict for finding in compare(made).findings] == [Verdict.AGREE]


def test_parts_of_one_article_meet_the_whole_of_another() -> None:
    a, b = "24 cars and four trucks burned in the tunnel.", "28 vehicles burned in the tunnel."
    found = told(a, b).findings
    assert [finding.rule for finding in found] == ["FC007"]
    assert [mention.quote for mention in found[0].mentions] == ["24 cars and four trucks", "28 vehicles"]


def test_a_reason_shows_no_noughts_that_nobody_wrote() -> None:
    first, second = "The fund paid Ana Bell $4.50 million.", "The fund paid Ana Bell $45.0 million."
    (conflict,) = [each for each in compare_texts(first, second).findings if each.verdict is Verdict.CONFLICT]
    assert "(4,500,000 dollar)" in conflict.reason
    assert "(45,000,000 dollar)" in conflict.reason
