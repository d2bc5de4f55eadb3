"""Every rule of the ladder by what it holds for and what it does not, whatever comes before it.

The statements are made up for this table; the sources of the rules stand with the rules.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.judge import LADDER, rule
from factcheck.judge.case import Facts
from factcheck.judge.ladder import decide
from factcheck.judge.reason import read
from tests.factcheck.judge.twins import EARLY, LATE, Twins

BOTH = (EARLY, EARLY)
FIRST_THEN_SECOND = (EARLY, LATE)
_DEAD_19, _DEAD_12 = "The flood killed 19 people in Hollin.", "The flood killed 12 people in Hollin."
_AGED_26 = "Idris Calloway, 26, was sentenced on Monday."
_AGED_23_THEN = "Calloway, who was 23 at the time of the crash, was sentenced on Monday."
_OVER_250, _DREW_250 = "The march drew more than 250 people.", "The march drew 250 people."

HOLDS: tuple[tuple[str, Twins], ...] = (
    ("FC001", Twins("count", "A jury convicted Pell of 27 counts.", "Pell was convicted of 27 charges.")),
    ("FC001", Twins("speed", "The truck was going about 85 mph.", "The truck was going 85 mph.")),
    ("FC001", Twins("date", "The ferry sank in March 2030.", "The ferry sank in March 2030.")),
    ("FC001", Twins("count", _OVER_250, _OVER_250)),
    ("FC001", Twins("date", "The ferry sank on Sunday.", "The ferry sank on May 4, 2031.", (EARLY, None))),
    ("FC001", Twins("time", "The ferry sank at 0737 GMT.", "The ferry sank at 8:37 a.m. BST.", BOTH)),
    ("FC002", Twins("duration", "The talks in Marsk lasted 48 hours.", "The talks in Marsk lasted two days.")),
    ("FC002", Twins("speed", "The wind reached 120 mph.", "The wind reached 193 km/h.")),
    ("FC002", Twins("ratio percent", "A third of the homes burned.", "In all 33 percent of the homes burned.")),
    ("FC002", Twins("score", "Marsk won the final 65-53.", "Hollin lost the final 53-65.")),
    ("FC003", Twins("count", "Sundline denied cutting 2,000 jobs.", "Sundline cut 1,200 jobs.")),
    ("FC003", Twins("count", "Sundline denied it would cut 2,000 jobs.", "Sundline will cut 1,200 jobs.")),
    ("FC004", Twins("age", _AGED_26, _AGED_23_THEN)),
    ("FC004", Twins("age", _AGED_26, _AGED_23_THEN, BOTH, events={"crash": "2028-04-25"})),
    ("FC005", Twins("count", "It treated 18,943 patients.", "It treated some 19,000 patients.")),
    ("FC005", Twins("count", "Police fired dozens of shots.", "Police fired 40 shots.")),
    ("FC005", Twins("money", "Sundline lost $1.2 billion.", "Sundline lost $1,190 million.")),
    ("FC005", Twins("duration", "The trip takes 9.2 days.", "The trip takes nine days.")),
    ("FC006", Twins("count", "It has more than 4.5 million signatures.", "It has 4.6 million signatures.")),
    ("FC006", Twins("count", "At least 30 people drowned.", "The number of people who drowned is 34 people.")),
    ("FC006", Twins("count", _OVER_250, _DREW_250)),
    ("FC006", Twins("duration", "It pays half a year of wages.", "It pays up to 26 weeks of wages.")),
    ("FC008", Twins("count", _DEAD_12, _DEAD_19, FIRST_THEN_SECOND)),
    ("FC008", Twins("count", _DEAD_12, _DEAD_19)),
    ("FC008", Twins("count", "Thirty people are missing.", "Four people are still missing.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Then 63 people were in hospital.", "Now 11 people are in hospital.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Some 70 fires were burning.", "Forty fires were still burning.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", _DEAD_12, "The crash killed 19 people on Monday.", FIRST_THEN_SECOND)),
    ("FC008", Twins("area", "The fire burned 12,400 acres.", "The fire spread over 21,000 acres.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Some 210 flights were canceled.", "Some 340 flights were canceled.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "A shelter housed 310 people.", "A shelter was housing 220 people.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Marsk are eighth with 38 points.", "Marsk are seventh on 41 points.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Nine ships were at anchor.", "In all 21 ships were at anchor.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "It sent 600 soldiers.", "Some 1,000 soldiers are now there.", FIRST_THEN_SECOND)),
    ("FC009", Twins("date", "Pell was convicted in 2019.", "Pell was convicted on April 25, 2019.")),
    ("FC009", Twins("date", "Pell was convicted in April.", "Pell was convicted on April 25, 2019.")),
    ("FC009", Twins("date", "Pell was sentenced last week.", "Pell was sentenced on December 13, 2021.")),
    ("FC009", Twins("time", "It sank shortly after 7:40 a.m.", "It sank at 7:50 a.m.", BOTH)),
    ("FC010", Twins("duration", "Pell could face 20 years in prison.", "Pell was sentenced to 12 years in prison.")),
    ("FC010", Twins("count", "The ferry can carry 400 passengers.", "The ferry carried 372 passengers.")),
    ("FC011", Twins("count", _DEAD_12, _DEAD_19, FIRST_THEN_SECOND, one_page=True)),
    ("FC011", Twins("date", "Pell was convicted on May 3.", "Pell was convicted on May 5.", one_page=True)),
    ("FC901", Twins("count", _DEAD_19, _DEAD_12, FIRST_THEN_SECOND)),
    ("FC901", Twins("count", "As of May 5, 19 people died.", "As of May 4, 22 people died.", FIRST_THEN_SECOND)),
    ("FC902", Twins("count score", "Marsk scored 3 goals.", "Marsk won the final 3-1.")),
    ("FC902", Twins("score", "Marsk won the final 65-53.", "Marsk won the final 53-65.")),
    ("FC902", Twins("score", "Marsk won the final 65-53.", "Marsk lost the final 53-65.")),
    ("FC904", Twins("score", "Marsk had a 47-44 lead over Hollin.", "Marsk won the final 65-53.")),
    ("FC903", Twins("count", "Police fired dozens of shots.", "Police fired hundreds of shots.")),
    ("FC905", Twins("money", "Sundline was fined €4 million.", "Sundline was fined $4 million.")),
    ("FC101", Twins("date", "Pell was convicted in October.", "Pell was convicted on April 25, 2019.")),
    ("FC101", Twins("date", "The ferry sank on Sunday.", "The ferry sank on May 3, 2031.", (EARLY, None))),
    ("FC102", Twins("time", "The ferry sank at 7:40 a.m.", "The ferry sank at 7:40 p.m.", BOTH)),
    ("FC103", Twins("duration", "The trip takes 9.6 days.", "The trip takes nine days.")),
    ("FC201", Twins("count", "The ferry can carry 400 passengers.", "The ferry can carry 600 passengers.")),
    ("FC103", Twins("duration", "The battle lasted 35 minutes.", "The battle lasted 53 minutes.")),
    ("FC201", Twins("count", "Pell was convicted of 27 counts.", "Pell was convicted of 72 counts.")),
    ("FC201", Twins("count", _OVER_250, _DREW_250, strict=True)),
    ("FC202", Twins("distance", "It struck at a depth of 35 km.", "It struck at a depth of 35 miles.")),
    ("FC203", Twins("money", "Sundline was fined $1 million.", "Sundline was fined $1 billion.")),
    ("FC204", Twins("percent", "Brannock won 48 percent of the vote.", "Brannock won 43 percent of the vote.")),
    ("FC204", Twins("percent", "40% of homes cannot pay.", "25% of homes did not pay.")),
    ("FC205", Twins("score", "It cut them by 27 votes to 19.", "Councillors cut them by 29 votes to 17.")),
    ("FC205", Twins("score", "Marsk won the final 65-53.", "Marsk won the final 65-35.")),
    ("FC205", Twins("score", "Marsk won the final 65-53.", "Hollin lost the final 35-65.")),
    ("FC301", Twins("age", "Ana Whitfield, 34, was sentenced.", "Ana Whitfield, 43, was sentenced.")),
    ("FC301", Twins("age", _AGED_26, _AGED_23_THEN, BOTH, events={"crash": "2030-04-25"})),
    ("FC301", Twins("age", "Ana Whitfield, 34, fled.", "Ana Whitfield, 35, fled.", FIRST_THEN_SECOND)),
)  # fmt: skip
"""Rule and statements for which it decides."""

FAILS: tuple[tuple[str, Twins], ...] = (
    ("FC001", Twins("count", _OVER_250, _DREW_250)),
    ("FC001", Twins("speed", "The wind reached 120 mph.", "The wind reached 120 km/h.")),
    ("FC002", Twins("speed", "The wind reached 120 mph.", "The wind reached 198 km/h.")),
    ("FC002", Twins("duration", "The talks lasted two days.", "The talks lasted several minutes.")),
    ("FC002", Twins("duration", "Pell spoke for a week.", "Pell spoke for minutes.")),
    ("FC002", Twins("score", "Marsk won the final 65-53.", "Hollin lost the final 35-65.")),
    ("FC003", Twins("count", "Sundline cut 2,000 jobs.", "Sundline cut 1,200 jobs.")),
    ("FC003", Twins("count", "Sundline denied cutting 2,000 jobs.", "Sundline denied cutting 1,200 jobs.")),
    ("FC004", Twins("age", "Ana Whitfield, 34, was sentenced.", "Ana Whitfield, 43, was sentenced.")),
    ("FC004", Twins("age", _AGED_26, _AGED_23_THEN, BOTH, events={"crash": "2030-04-25"})),
    ("FC004", Twins("age", _AGED_26, _AGED_23_THEN.replace("23", "over 30"), BOTH, events={"crash": "2028-04-25"})),
    ("FC005", Twins("magnitude", "A quake of magnitude 7.6 struck.", "A quake of magnitude 7.7 struck.")),
    ("FC005", Twins("count", "Police fired dozens of shots.", "Police fired 3 shots.")),
    ("FC005", Twins("count", "It treated 18,943 patients.", "It treated some 19,000 patients.", strict=True)),
    ("FC006", Twins("count", _OVER_250, "The march drew 900 people.")),
    ("FC006", Twins("count", _OVER_250, "The march drew 240 people.")),
    ("FC007", Twins("count", "24 cars burned in the tunnel.", "28 vehicles burned in the tunnel.")),
    ("FC008", Twins("count", "Pell faced 27 counts.", "Pell faced 35 counts.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "The firm now employs 5,000 people.", "It employs 3,000 people.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "The band canceled 12 concerts.", "It canceled 15 concerts.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "Pell led Marsk with 38 points.", "Pell led Marsk with 31 points.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", _DEAD_19, _DEAD_12, FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "The flood killed 91 people in Hollin.", _DEAD_19, FIRST_THEN_SECOND)),
    ("FC008", Twins("count", _DEAD_12, _DEAD_19, FIRST_THEN_SECOND, events={"kill": "2029-05-06"})),
    ("FC008", Twins("count", "In all 63 people are in hospital.", "Now 11 people are in hospital.", BOTH)),
    ("FC008", Twins("count", "Now 63 people are in hospital.", "Now 36 people are in hospital.", FIRST_THEN_SECOND)),
    ("FC008", Twins("count", "The crash sent 63 people to hospital.", "It sent 41 to hospital.", FIRST_THEN_SECOND)),
    ("FC009", Twins("date", "Pell was convicted in May.", "Pell was convicted on April 25, 2019.")),
    ("FC010", Twins("duration", "Pell could face 20 years.", "Pell may get 12 years.")),
    ("FC010", Twins("duration", "The battle lasted 35 minutes.", "The battle lasted 53 minutes.")),
    ("FC011", Twins("count", _DEAD_12, _DEAD_19, FIRST_THEN_SECOND)),
    ("FC011", Twins("count", _DEAD_12, "The flood killed some 12 people in Hollin.", one_page=True)),
    ("FC901", Twins("count", _DEAD_12, _DEAD_19, FIRST_THEN_SECOND)),
    ("FC904", Twins("score", "Marsk won the final 65-53.", "Marsk won the final 65-35.")),
    ("FC903", Twins("count", "Police fired dozens of shots.", "Police fired 300 shots.")),
    ("FC905", Twins("money", "Sundline was fined €4 million.", "Sundline was fined €9 million.")),
    ("FC905", Twins("money", "Sundline was fined €4 million a day.", "Sundline was fined $9 million.")),
    ("FC101", Twins("date", "Pell was convicted in April.", "Pell was convicted on April 25, 2019.")),
    ("FC101", Twins("date", "The ferry sank last Sunday.", "The ferry sank on May 4, 2031.")),
    ("FC102", Twins("time", "The ferry sank at 0737 GMT.", "The ferry sank at 8:37 a.m. BST.", BOTH)),
    ("FC102", Twins("time", "The ferry sank at about 7:40 a.m.", "The ferry sank at 7:50 a.m.", BOTH)),
    ("FC103", Twins("duration", "The talks lasted 48 hours.", "The talks lasted two days.")),
    ("FC201", Twins("money", "Sundline was fined $1 million.", "Sundline was fined $1 billion.")),
    ("FC202", Twins("distance", "It struck at a depth of 35 km.", "It struck at a depth of 22 miles.")),
    ("FC203", Twins("money", "Sundline was fined $1.2 million.", "Sundline was fined $1,200,000.")),
    ("FC204", Twins("percent", "Brannock won 48 percent of the vote.", "Brannock won some 49 percent of the vote.")),
    ("FC205", Twins("score", "Marsk won the final 65-53.", "Marsk won the final 65-53.")),
    ("FC205", Twins("score", "Marsk won the final 65-53.", "Marsk won the final 53-65.")),
    ("FC301", Twins("age", "Ana Whitfield, 34, was sentenced.", "The 34-year-old captain was sentenced.")),
)  # fmt: skip
"""Rule and statements for which it does not hold."""


def _id(value: object) -> str:
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("identifier", "twins"), HOLDS, ids=_id)
def test_a_rule_decides(identifier: str, twins: Twins) -> None:
    assert decide(twins.case()).rule.id == identifier, decide(twins.case()).says


@pytest.mark.parametrize(("identifier", "twins"), FAILS, ids=_id)
def test_a_rule_does_not_hold(identifier: str, twins: Twins) -> None:
    assert rule(identifier).test(twins.case()) == ""


@pytest.mark.parametrize("twins", [twins for _, twins in (*HOLDS, *FAILS)], ids=lambda twins: f"{twins.a} {twins.b}")
def test_every_rule_is_symmetric(twins: Twins) -> None:
    one, other = twins.case(), twins.swapped()
    assert [bool(each.test(one)) for each in LADDER] == [bool(each.test(other)) for each in LADDER]


def test_every_rule_is_shown_to_hold_and_not_to_hold() -> None:
    apart = {"FC007", "FC902"}
    """Tested beside the table: one needs the sums of a sentence, the other ends the ladder and holds for everything."""
    assert {each.id for each in LADDER} - {identifier for identifier, _ in HOLDS} <= apart
    assert {each.id for each in LADDER} - {identifier for identifier, _ in FAILS} <= apart


def test_parts_of_one_sentence_add_up_to_a_whole() -> None:
    twins = Twins("count", "24 cars burned in the tunnel.", "28 vehicles burned in the tunnel.")
    case, trucks = twins.case(), Twins("count", "Four trucks burned.", "Nine trucks burned.").case()
    for number, mention in ((4, trucks.a), (9, trucks.b)):
        sums = {("a", case.a.claim.span.start): (mention.claim,)}
        told = replace(case, facts=Facts(sums=sums))
        assert bool(rule("FC007").test(told)) is (number == 4)


def test_other_things_never_add_up_to_a_whole_that_is_counted_by_the_word_of_one_part() -> None:
    case = Twins("count", "Two states voted.", "Eight states voted.").case()
    for words, adds in (("Six towns voted.", False), ("Six states voted.", True)):
        others = Twins("count", words, words).case()
        told = replace(case, facts=Facts(sums={("a", case.a.claim.span.start): (others.a.claim,)}))
        assert bool(rule("FC007").test(told)) is adds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("About 40 boats sank.", "about 40 boat"),
        ("Nearly 40 boats sank.", "nearly 40 boat"),
        ("More than 40 boats sank.", "more than 40 boat"),
        ("At most 40 boats sank.", "at most 40 boat"),
        ("Some 4,000 boats sank.", "about 4,000 boat"),
        ("Forty boats sank.", "40 boat"),
    ],
)
def test_a_value_as_read_keeps_its_hedge(text: str, says: str) -> None:
    assert read(Twins("count", text, text).case().a) == says
