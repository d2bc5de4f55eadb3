"""How an article stands to what it says: denied, planned, supposed, told by somebody; and who did what to whom."""

from __future__ import annotations

import pytest

from claims.model import Status
from tests.claims.asking import claim_of, claims_in

A, T, D, P, H = Status.ASSERTED, Status.ATTRIBUTED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL

# Categories after FactBank (Saurí and Pustejovsky 2009): its polarity and modality cues, in sentences of our own.
STATUS = [
    ("Forty people died.", "Forty", A),
    ("Officials said 40 people died.", "40", T),
    ("According to the ministry, 40 people died in the flood.", "40", T),
    ('"Forty people died," said Lena Morrow, a spokeswoman.', "Forty", T),
    ("The fire killed two people and injured 12, police said.", "two", T),
    ("The fire killed two people and injured 12, police said.", "12", T),
    ("The mayor denied that 40 people had died.", "40", D),
    ("Falk rejected claims that 40 people died.", "40", D),
    ("Falk did not resign on Monday.", "Monday", D),
    ("The council plans to build 300 homes.", "300", P),
    ("The trial is expected to start on June 3.", "June 3", P),
    ("The minister hopes to open the tunnel on June 3.", "June 3", P),
    ("Falk will resign on June 3.", "June 3", P),
    ("Falk is due to resign on June 3.", "June 3", P),
    ("Falk wants to sell 40 boats.", "40", P),
    ("Falk had planned to resign on June 3.", "June 3", P),
    ("The strike planned for Monday was called off.", "Monday", P),
    ("The storm may have killed 40 people.", "40", H),
    ("About 300 people could lose their jobs.", "300", H),
    # an aside stands whatever is said around it
    ("The family, which holds 18 percent of the shares, has agreed to sell.", "18 percent", A),
    ("The family plans to sell the shop, which has 40 rooms.", "40 rooms", A),
    # what is not to come before a day
    ("The bank does not expect to get there before May.", "May", D),
    ("Falk is not due back before May.", "May", D),
    ("Falk left before May.", "May", A),
    ("He did not know that she left before May.", "May", A),
    ("If the dam breaks, 5,000 people would be displaced.", "5,000", H),
    # left open: neither asserted nor denied
    ("It is not clear whether 40 people drowned.", "40", H),
    ("No one knows whether 40 people drowned.", "40", H),
    ("The ministry did not confirm that 20 miners were trapped.", "20", H),
    ("Falk never said that 40 people died.", "40", H),
    ("There is no evidence that 40 people died.", "40", H),
    ("There was no word from the 40 miners.", "40", A),
    # a plan of somebody else, told: the mood of the inner clause wins over who tells it
    ("The company said it would cut 400 jobs.", "400", H),
    ("Falk said the council plans to build 300 homes.", "300", P),
]


@pytest.mark.parametrize(("text", "value", "status"), STATUS)
def test_how_the_article_stands_to_it(text: str, value: str, status: Status) -> None:
    assert claim_of(text, value).status is status


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("Officials said 40 people died.", "40", "Officials"),
        ("According to the ministry, 40 people died in the flood.", "40", "ministry"),
        ('"Forty people died," said Lena Morrow, a spokeswoman.', "Forty", "Lena Morrow"),
        ("Senator Lidia Falk said on Tuesday that 12 bridges were closed.", "12", "Lidia Falk"),
        ("In an interview with the Ostwick Herald, Morrow said 40 people drowned.", "40", "Morrow"),
        ("The Ostwick Herald reported that 40 people drowned.", "40", "Ostwick Herald"),
        # who told whom: the nearest teller
        ("Falk said the ministry had told her that 40 people drowned.", "40", "ministry"),
        ("Forty people drowned.", "Forty", ""),
    ],
)
def test_who_is_said_to_say_so(text: str, value: str, source: str) -> None:
    assert claim_of(text, value).attributed_to == source


@pytest.mark.parametrize(
    ("text", "age"),
    [
        # an age in a noun phrase is true whatever the clause supposes
        ("Owen Tarrant, 26, will be sentenced in June.", "26"),
        ("Owen Tarrant, 26, could be freed.", "26"),
        ("If Owen Tarrant, 26, is freed, his wife will leave.", "26"),
        ("Owen Tarrant, 26, was not hurt.", "26"),
    ],
)
def test_a_plan_or_denial_of_something_else_does_not_touch_an_age(text: str, age: str) -> None:
    assert claim_of(text, age).status is A


def test_an_age_that_is_itself_foretold_is_no_fact_yet() -> None:
    assert claim_of("Owen Tarrant will be 27 when he is freed.", "27").status is P


# -------------------------------------------------------------------------------------------------- roles

# The absolutive alternation (Levin 1993, 1.1.2): three ways of one fact must give one facet.
DEATHS = [
    "The blast killed 14 people.",
    "Fourteen people were killed in the blast.",
    "Fourteen people died in the blast.",
    "Fourteen people were killed by the blast.",
    "The blast, which killed 14 people, was heard in Belmare.",
    "The blast left 14 people dead.",
    "A blast has killed 14 people, police said.",
    "The 14 people killed in the blast were named.",
    "The ferry sank, killing 14 people.",
]


@pytest.mark.parametrize("text", DEATHS)
def test_one_toll_in_many_ways(text: str) -> None:
    (claim,) = claims_in(text, "count")
    assert "kill:affected" in claim.facets
    assert "kill:agent" not in claim.facets


@pytest.mark.parametrize(
    ("text", "value", "has", "lacks"),
    [
        # killed and injured of one sentence stay apart: the commonest false alarm of digit matching
        ("Four people died and six were injured.", "Four", "kill:affected", "injure:affected"),
        ("Four people died and six were injured.", "six", "injure:affected", "kill:affected"),
        ("The fire killed two people and injured 12.", "12", "injure:affected", "kill:affected"),
        ("A gunman shot five people and wounded nine others.", "five", "shoot:affected", "injure:affected"),
        ("A gunman shot five people and wounded nine others.", "nine", "injure:affected", "shoot:affected"),
        ("Two people were seriously injured.", "Two", "injure:affected", "kill:affected"),
        # those who act and those acted on
        ("Forty police officers arrested a man.", "Forty", "arrest:agent", "arrest:affected"),
        ("Police arrested 40 men.", "40", "arrest:affected", "arrest:agent"),
        ("Forty men were arrested by police.", "Forty", "arrest:affected", "arrest:agent"),
        ("More than 4.5 million people have signed the petition.", "4.5", "sign:agent", "sign:affected"),
        # a noun that holds its event
        ("The petition has 4.7 million signatures.", "4.7", "sign:affected", "sign:agent"),
        ("Rescuers found two more bodies.", "two", "kill:affected", "kill:agent"),
    ],
)
def test_what_the_counted_ones_did_or_suffered(text: str, value: str, has: str, lacks: str) -> None:
    claim = claim_of(text, value)
    assert has in claim.facets
    assert lacks not in claim.facets


def test_who_else_takes_part() -> None:
    claim = claim_of("A gunman shot five people at a market in Belmare.", "five")
    parts = {(entity.role, entity.key) for entity in claim.participants}
    assert {("agent", "gunman"), ("at", "market")} <= parts


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    claim = claim_of("The bridge, which collapsed on April 2, was built in 1968.", "April 2")
    assert claim.subject is not None
    assert claim.subject.key == "bridge"
