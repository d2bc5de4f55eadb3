"""The checks: what articles say that cannot all be true, and what only looks like it."""

from __future__ import annotations

import pytest

from factcheck import Finding, article, compare
from factcheck.judge import CHECKS
from factcheck.model import Options, Severity, StoryMode, Verdict

PUBLISHED = "2031-05-06"
"""A Tuesday."""


def checked(*texts: str, published: str | None = PUBLISHED) -> list[Finding]:
    """The findings of checks on articles named a, b, c ..."""
    made = [article(text, name=name, published=published) for name, text in zip("abcd", texts, strict=False)]
    found = compare(made, Options(story=StoryMode.ALL)).findings
    return [finding for finding in found if finding.rule in {check.id for check in CHECKS}]


FINDS = (
    ("FC401", "The council met on Tuesday, March 3, 2031.", "March 3, 2031, was a Monday"),
    ("FC401", "The council met at 7 p.m. on Tuesday, 3 March 2031.", "was a Monday"),
    ("FC401", "The council met on Tuesday, March 3.", "March 3, 2031, was a Monday"),
    ("FC402", "Twelve people were killed, eight men and five women.", "make 13 together, not 12"),
    ("FC402", "The storm killed 12 people: eight men and three women.", "make 11 together, not 12"),
    ("FC402", "Police arrested 12 people, including eight men and five women.", "make 13 together"),
    ("FC402", "28 vehicles, 24 cars and three trucks, burned in the tunnel.", "make 27 together, not 28"),
    ("FC403", "Profit rose 12% to $480 million from $400 million.", "a rise of 20 percent"),
    ("FC403", "Profit rose 30% to $480 million from $400 million.", "a rise of 20 percent"),
    ("FC403", "Profit fell 20 percent, from $400 million to $480 million.", "a rise of 20 percent"),
    ("FC403", "Profit fell 50 percent to $390 million from $400 million.", "a fall of 2"),
    ("FC403", "Profit fell 50 percent, from $400 million to $390 million.", "a fall of 2"),
    ("FC403", "The number of cases climbed from 400 to 490, a rise of 12 percent.", "a rise of 2"),
    ("FC404", "Nora Pell, a 34-year-old captain, wept. Pell was born on May 6, 1984, in Hollin.", "born then is 47"),
    ("FC405", "The festival ran for five days, from March 3, 2031, to March 12, 2031.", "are 9 days"),
    ("FC406", "50 of the 200 workers, or 40 percent, lost their jobs.", "50 of 200 is 25 percent"),
    ("FC406", "The company cut 40 percent of its 200 workers, or 50 people.", "50 of 200 is 25 percent"),
    ("FC407", "Nora Pell was convicted on March 13, 2031. Pell was sentenced on March 3, 2031.", "must come before"),
    ("FC407", "Nora Pell was born on May 6, 1984. Pell was first arrested on June 3, 1983.", "must come before"),
    (
        "FC408",
        "Ferry fire kills 21\n\nTwelve people were killed in the ferry fire on Monday.",
        "does not give its figure",
    ),
    (
        "FC408",
        "Ferry fire: 21 dead\n\nTwelve people were killed in the ferry fire on Monday.",
        "does not give its figure",
    ),
    ("FC408", "Hollin Bank to cut 1,500 jobs\n\nHollin Bank said it would cut 1,200 jobs by June.", "headline"),
    ("FC408", "Nora Pell, 43, wins race\n\nNora Pell, 34, won the Harwick race on Sunday.", "headline"),
    ("FC408", "Mill sold for $45 million\n\nThe old mill was sold for $54 million on Friday.", "headline"),
)
"""Check, what an article says, and the words that tell why it cannot be."""

SILENT = (
    ("FC401", "The council met on Monday, March 3, 2031."),
    ("FC401", "The council met on Monday, March 3."),
    ("FC401", "The treaty was signed on Tuesday, March 3, 1712."),
    ("FC401", "The council will meet on Wednesday and Thursday, May 7 and 8, 2031."),
    ("FC401", "The council met on Tuesday and on March 3, 2031."),
    ("FC402", "The storm killed 13 people: eight men and five women."),
    ("FC402", "The storm killed 14 people, eight men, five women and a child."),
    ("FC402", "Twelve people were killed and nine hurt, eight men and five women."),
    ("FC402", "Police arrested 12 people, including eight men and three women."),
    ("FC402", "More than 12 people were killed, eight men and five women."),
    ("FC402", "The storm killed 12 people, eight teachers and five parents."),
    ("FC402", "The storm killed 12 people and hurt eight men and five women."),
    ("FC402", "28 vehicles, 24 cars and three trucks among others, burned in the tunnel."),
    ("FC403", "Profit rose 20% to $480 million from $400 million."),
    ("FC403", "Profit rose 18.8% to $480 million from $400 million."),
    ("FC403", "Profit fell 20 percent, from $400 million to $320 million."),
    ("FC403", "Revenue rose 9 percent to $1.2 billion, compared with $1.1 billion a year earlier."),
    ("FC403", "Profit rose 12% in constant currency to $480 million from $400 million."),
    ("FC403", "Profit rose 12% to $480 million, up from $400 million in the second quarter."),
    ("FC403", "Profit rose 12% to $480 million and sales to $900 million from $800 million."),
    ("FC403", "Profit rose about 18% to nearly $480 million from $400 million."),
    ("FC404", "Nora Pell, 46, wept. Pell was born on June 6, 1984, in Hollin."),
    ("FC404", "Nora Pell, 46, wept. Pell was born on May 6, 1984, in Hollin."),
    ("FC404", "Nora Pell, who was 34 when the ferry sank, wept. Pell was born on May 6, 1984, in Hollin."),
    ("FC404", "Nora Pell, 34, died in the ferry. Pell was born on May 6, 1984, in Hollin."),
    ("FC404", "Nora Pell, 34, wept. Her father was born on May 6, 1944, in Hollin."),
    ("FC408", "Ferry fire kills 21\n\nTwelve people were killed on the ferry and nine people were killed on the pier."),
    ("FC408", "21 dead in ferry fire\n\nTwelve people were killed on Monday. By Tuesday the toll had risen to 21."),
    ("FC408", "Dozens dead in ferry fire\n\nTwelve people were killed in the ferry fire on Monday."),
    ("FC408", "About 1,500 jobs to go at Hollin Bank\n\nHollin Bank will cut 1,460 jobs by June."),
    ("FC408", "Ferry fire kills 21\n\nThe ferry fire hurt twelve people on Monday."),
    ("FC408", "Rovers go five points clear\n\nRovers won three points on Monday, five more than Selby Town, to lead."),
    ("FC408", "Ferry fire kills 21\n\nTwelve of the people killed in the fire were children."),
    ("FC405", "The festival ran for three days, from March 3, 2031, to March 5, 2031."),
    ("FC405", "The festival ran for two days, from March 3, 2031, to March 5, 2031."),
    ("FC405", "The trial ran for ten weeks, from March 3, 2031, to May 16, 2031."),
    ("FC405", "The festival ran for about five days, from March 3, 2031, to March 12, 2031."),
    ("FC406", "50 of the 200 workers, or 25 percent, lost their jobs."),
    ("FC406", "300 of the 200 workers, or 40 percent, lost their jobs."),
    ("FC406", "Nearly a quarter, 48 of the 200 workers, lost their jobs, and 40 percent wept."),
    ("FC406", "50 of the 200 workers were hurt, and 40 percent of them wept."),
    ("FC407", "Nora Pell was convicted on March 3, 2031. Pell was sentenced on March 13, 2031."),
    ("FC407", "Nora Pell was convicted on March 3, 2031. Pell was sentenced on March 3, 2031."),
    ("FC407", "Nora Pell was convicted on March 13, 2031. Idris Calloway was sentenced on March 3, 2031."),
    ("FC407", "Nora Pell was sentenced on March 3, 2028. Pell was convicted again on March 13, 2031."),
    ("FC407", "Nora Pell will be sentenced on March 3, 2032. Pell was convicted on March 13, 2031."),
    ("FC407", "Nora Pell was convicted on March 3, 2031, and again on April 9. Pell was sentenced on March 20, 2031."),
    ("FC407", "Nora Pell was convicted on March 13, 2031. Pell had been arrested on Monday."),
)
"""Check, and an article that it has nothing to say of."""


@pytest.mark.parametrize(("check", "text", "says"), FINDS)
def test_a_check_finds_what_cannot_be(check: str, text: str, says: str) -> None:
    (finding,) = checked(text, "The mayor of Dunmoor resigned.")
    assert (finding.rule, finding.verdict, finding.severity) == (check, Verdict.CONFLICT, Severity.ERROR)
    assert says in finding.reason
    assert all(mention.quote in text for mention in finding.mentions)


@pytest.mark.parametrize("text", [text for _, text in SILENT])
def test_a_check_lets_pass_what_can_be(text: str) -> None:
    assert checked(text) == []


def test_every_check_is_shown_to_find_and_to_let_pass() -> None:
    """Those of quotations and names stand in `test_words.py`."""
    ids = {check.id for check in CHECKS if check.id.startswith("FC4")}
    assert ids - {"FC409"} == {check for check, _, _ in FINDS} == {check for check, _ in SILENT}


def test_a_check_names_what_it_is_about_and_counts_its_article_as_one_origin() -> None:
    (found,) = checked("Twelve people were killed, eight men and five women.")
    assert (found.what, found.origins) == ("parts of Twelve people", 1)


def test_a_headline_is_told_once() -> None:
    """Where another article gives the figure of the text, too, the conflict between the two says it all."""
    text = "Twelve people were killed in the ferry fire in Harwick on Monday."
    made = [
        article(words, name=name) for words, name in ((f"Ferry fire kills 21\n\n{text} Divers wept.", "a"), (text, "b"))
    ]
    found = compare(made, Options(story=StoryMode.ALL)).findings
    assert [each.rule for each in found if each.verdict is Verdict.CONFLICT] == ["FC201"]


_POINTS = "The operating margin rose by 1.8 percentage points to 12.6 percent, Solheim said."


def test_per_cent_for_percentage_points_are_found_across_articles() -> None:
    (finding,) = checked(_POINTS, "At Solheim the operating margin climbed by 1.8 percent to 12.6 percent.")
    assert (finding.rule, finding.verdict) == ("FC409", Verdict.CONFLICT)
    assert [mention.quote for mention in finding.mentions] == ["1.8 percentage points", "1.8 percent"]
    (finding,) = checked("Turnout rose 180 basis points.", "Turnout rose 1.8 percent from four years ago.")
    assert finding.rule == "FC409"


@pytest.mark.parametrize(
    "other",
    [
        "The operating margin rose by 16.7 percent to 12.6 percent.",
        "Revenue at Solheim rose by 1.8 percent.",
        "The operating margin fell by 1.8 percent to 11 percent.",
        "At Solheim 1.8 percent of the staff left.",
    ],
)
def test_another_change_in_per_cent_is_left_alone(other: str) -> None:
    assert checked(_POINTS, other) == []


def test_what_hangs_on_an_unknown_day_of_publication_is_not_told() -> None:
    assert checked("The council met on Tuesday, March 3.", published=None) == []
    assert checked("Nora Pell, 34, wept at the trial in Hollin. Pell was born on May 6, 1984.", published=None) == []


def test_copies_that_say_the_same_share_a_finding() -> None:
    text = (
        "Twelve people were killed in the tunnel at Hollin on Monday night, eight men and five women, the police said."
    )
    (finding,) = checked(text, f"{text} The road is closed.", "Twelve people died in the tunnel.")
    assert [mention.article.id for mention in finding.mentions] == ["a"] * 3 + ["b"] * 3
    assert finding.origins == 1
    assert "the same stands in b" in finding.reason


def test_a_contradiction_is_told_wherever_the_article_stands() -> None:
    wrong, other = "The council met on Tuesday, March 3, 2031.", "The mayor of Dunmoor resigned."
    assert [finding.rule for finding in checked(wrong, other)] == ["FC401"]
    assert [finding.mentions[0].article.id for finding in checked(other, wrong)] == ["b"]


_CONVICTED, _SENTENCED = "Nora Pell was convicted of fraud on March 13, 2031.", "Pell was sentenced on March {}, 2031."


def test_an_order_that_cannot_be_is_found_across_articles() -> None:
    (finding,) = checked(_CONVICTED, f"Nora Pell stood in court. {_SENTENCED.format(3)}")
    assert finding.rule == "FC407"
    assert [mention.article.id for mention in finding.mentions] == ["a", "b"]
    assert "a gives" in finding.reason
    assert "b gives" in finding.reason


def test_a_conflict_of_dates_tells_of_the_order_itself() -> None:
    wrong = "Nora Pell was convicted of fraud on March 30, 2031."
    made = [
        article(text, name=name)
        for name, text in zip("ab", (f"{_CONVICTED} {_SENTENCED.format(20)}", wrong), strict=True)
    ]
    found = compare(made, Options(story=StoryMode.ALL)).findings
    (conflict,) = [finding for finding in found if finding.verdict is Verdict.CONFLICT]
    assert conflict.rule == "FC101"
    assert [mention.quote for mention in conflict.related] == ["sentenced on March 20, 2031"]
    assert "“March 30, 2031” would be after “sentenced on March 20, 2031” (a), out of order" in conflict.reason
