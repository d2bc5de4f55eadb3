"""Each part of a score by statements that give it a level; made up for this table."""

from __future__ import annotations

from itertools import combinations

import pytest

from factcheck.align.level import Words
from factcheck.align.parts import PARTS, levels
from tests.factcheck.align.pairs import claim, claims, level
from tests.factcheck.gold import STORIES, report

_KILLED = "The flood killed 12 people in Hollin."
_JAILED = "Nora Pell was jailed for 12 years."
_PELL = "Nora Pell, 34, was sentenced."

LEVELS = (
    ("who", "never", "age", _PELL, "Mark Voss, 34, was sentenced."),
    ("who", "same-spelt", "age", _PELL, "Nora Pell is 34 years old."),
    ("who", "same-named", "age", _PELL, "Nora Pell spoke. She is 34 years old."),
    ("who", "different-guessed", "duration", _JAILED, "Mark Voss spoke. He was jailed for 9 years."),
    ("who", "same-noun", "count", _KILLED, "The flood injured 12 people in Hollin."),
    ("event", "same-lemma", "count", "12 people drowned.", "At least 12 people drowned."),
    ("event", "never", "count", _KILLED, "The flood injured 12 people in Hollin."),
    ("event", "same", "count", _KILLED, "In Hollin 12 people died."),
    ("event", "excluded", "date", "Pell was arrested on May 3.", "Pell was convicted on May 3."),
    ("event", "ordered", "date", "The ferry crashed on May 3.", "Pell was convicted on May 3."),
    ("event", "absent", "age", _PELL, "Nora Pell is 34 years old."),
    ("part", "opposed", "count", "Police arrested 12 people.", "Police released 12 people."),
    ("part", "same", "count", _KILLED, "In Hollin 12 people died."),
    ("part", "absent", "age", _PELL, "Nora Pell is 34 years old."),
    ("noun", "lemma-bare", "count", _KILLED, "In Hollin 12 people died."),
    ("noun", "opposed", "count", "12 women drowned.", "12 men drowned."),
    ("tally", "lemma+same", "count", _KILLED, "In Hollin 12 people died."),
    ("tally", "lemma+opposed", "count", _KILLED, "The flood injured 12 people in Hollin."),
    ("scope", "other", "count", "Another 12 people drowned.", "20 people drowned."),
    ("scope", "other-meets", "count", "Another 12 people drowned.", "12 people drowned."),
    ("scope", "none", "count", "12 people drowned.", "12 people drowned."),
    ("scope", "exclude", "percent", "Rents rose 0.6 percent on the month.", "Rents rose 3.1 percent on the year."),
    ("scope", "exclude", "percent", "Rents rose 2.8 percent.", "Rents rose 27 percent over five years."),
    ("scope", "none", "percent", "Pay rose 2 percent in the three months to May.", "Pay rose 5 percent on the year."),
    ("scope", "none", "percent", "Rents rose 2.8 percent.", "Rents rose 8.2 percent on the year."),
    ("scope", "exclude", "money", "Shares rose to $41.20 in early trading.", "Shares rose to $40.30."),
    ("scope", "exclude", "money", "The floods alone did $9 million of damage.", "Rain did $18 million of damage."),
    ("scope", "one", "money", "The floods alone did $18 million of damage.", "Rain did $9 million."),
    ("scope", "exclude", "percent", "Among those under 30 the Greens have 29 percent.", "The Greens have 13 percent."),
    ("scope", "none", "percent", "Among the patients 40 percent were cured.", "31 percent were cured."),
    (
        "scope",
        "exclude",
        "money",
        "Since 2028, Pell has been fined $90 million.",
        "Pell was fined $40 million in 2028.",
    ),
    (
        "scope",
        "none",
        "money",
        "Since 2028, Pell has been fined $90 million.",
        "Since 2028, Pell has been fined $40 million.",
    ),
    ("who", "never", "count", "Republicans hold 53 seats.", "The Democrats hold 47 seats."),
    ("who", "never", "percent", "Nora Pell won 53 percent.", "Mark Voss won 61 percent."),
    ("who", "same-noun", "count", "Republicans hold 53 seats.", "Republicans hold 47 seats."),
    ("attribute", "never", "percent", "Revenue rose 12 percent.", "Profit rose 21 percent."),
    ("attribute", "never", "money", "Exports rose to $12 billion.", "Imports rose to $15 billion."),
    ("attribute", "same", "money", "Pre-tax profit rose to $214 million.", "It made a profit of $241 million."),
    ("attribute", "opposed", "money", "Sundline made a profit of $3 million.", "Sundline made a loss of $4 million."),
    ("when", "never", "percent", "Shares fell 3 percent on May 5, 2031.", "Shares fell 12 percent in 2031."),
    ("when", "never", "count", "Sundline sold 40 boats in 2029.", "Sundline sold 52 boats in 2030."),
    ("when", "apart", "count", "Sundline sold 40 boats on May 3, 2030.", "Sundline sold 52 boats on May 4, 2030."),
    ("when", "same", "count", "Sundline sold 40 boats in 2030.", "Sundline sold 52 boats in 2030."),
    ("value", "equal", "count", "12 people drowned.", "At least 12 people drowned."),
    ("value", "equal-telling", "money", "Pell was paid $3,512.", "Pell was paid $3,512."),
    ("value", "near", "count", "It treated 18,943 patients.", "It treated some 19,000 patients."),
    ("value", "slip-tied", "count", "It treated 28 patients.", "It treated 82 patients."),
    ("value", "slip", "count", "It treated 28 patients.", "It counted 82 patients."),
    ("value", "untied", "date", "Pell was arrested on May 3, 2019.", "The bridge opened on June 9, 2021."),
    ("value", "once", "date", "Nora Pell was convicted in May 2019.", "Nora Pell was convicted in June 2021."),
    ("value", "close", "date", "The rule applied until 2007.", "The rule applied until 2009."),
    ("wording", "none", "count", _KILLED, "Pell sold 12 boats."),
    (
        "setting",
        "apart",
        "magnitude",
        "A 7.6 magnitude quake hit at 4:43 a.m.",
        "A 6.1 magnitude quake hit at 7:48 a.m.",
    ),
    ("setting", "loose", "magnitude", "A magnitude 6.4 quake hit in May.", "A magnitude 3.8 quake hit on Monday."),
    ("scope", "period-apart", "count", "Orff scored 14 points.", "Orff scored seven points in the first half."),
    ("noun", "lemma-sorts", "count", "Orff has three drug convictions.", "Orff has two theft convictions."),
    ("value", "close", "count", "It treated 100 patients.", "It treated 106 patients."),
    ("value", "never", "duration", "Pell was jailed for 12 years.", "Pell spoke for two minutes."),
    ("relation", "differ", "date", "The road is closed since May 3.", "The road is closed until May 3."),
    ("relation", "same", "date", "Pell was arrested on May 3.", "Pell was arrested on May 4."),
    ("mood", "denied", "count", "Sundline denied cutting 2,000 jobs.", "Sundline cut 1,200 jobs."),
    ("mood", "differ", "duration", "Pell could face 20 years.", "Pell was jailed for 12 years."),
    ("trend", "differ", "percent", "Sales rose 5 percent.", "Sales fell 5 percent."),
    ("unit", "per", "money", "Rents are $3,500 a month.", "Rents are $3,500."),
    ("unit", "other", "duration", "The talks lasted 48 hours.", "The talks lasted two days."),
    ("era", "differ", "magnitude", "A quake of magnitude 7.6 struck.", "A quake of magnitude 6.2 struck in 1991."),
)
"""Part, level, kind, and two statements of two articles."""


@pytest.mark.parametrize(("part", "expected", "kind", "a", "b"), LEVELS)
def test_a_part_gives_its_level(part: str, expected: str, kind: str, a: str, b: str) -> None:
    one, other = claim(a, kind, "a"), claim(b, kind, "b")
    assert level(part, one, other).level == expected
    assert level(part, other, one).level == expected


def test_one_article_that_tells_a_fact_again_is_told_from_one_that_tells_another() -> None:
    text = "In all 12 people drowned. The police say that 12 people drowned. In Marsk 30 people drowned."
    first, again, more = claims(text)
    assert level("article", first, again).level == "same-repeat"
    assert level("article", first, more).level == "same-apart"
    assert level("article", first, claim("12 people drowned.", "count", "b")).level == "other"


def test_a_level_names_the_part_that_gave_it() -> None:
    for part in PARTS:
        for kind in ("count", "age", "date", "money"):
            texts = {"count": _KILLED, "age": _PELL, "date": "Pell was arrested on May 3.", "money": "Pell paid $3."}
            one, other = (claim(texts[kind], kind, name) for name in "ab")
            assert level(part.__name__, one, other).part == part.__name__


@pytest.mark.parametrize("story", STORIES)
def test_levels_are_symmetric(story: str) -> None:
    """Over the pairs of the story's findings, of which many are no easy case."""
    found = [mention.claim for finding in report(story).findings for mention in finding.mentions]
    words = Words.of(found)
    for a, b in combinations(found[:40], 2):
        if a.kind == b.kind and a.value.dimension == b.value.dimension:
            here, there = levels(a, b, words), levels(b, a, words)
            assert [(one.part, one.level) for one in here] == [(one.part, one.level) for one in there]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    told = [*claims("12 boats sank. 14 boats burned. 15 boats drifted. 16 yachts docked.")]
    words = Words.of(told)
    assert words.weight("yacht") > words.weight("boat")
    assert 0 <= words.overlap(told[0].context, told[1].context) <= 1
    assert words.overlap(frozenset(), told[0].context) == 0
