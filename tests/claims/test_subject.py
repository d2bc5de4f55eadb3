"""Whose age, price or depth a value is, which words a claim is quoted by, and what never becomes a claim."""

from __future__ import annotations

import pytest

from claims.extract import extract
from tests.claims.asking import FRIDAY, claim_of, claims_in, happening, whose

# A known failure of extraction by nearest noun: in lists of casualties each age must stay with its own person.
AGES = [
    # the apposition of agency style (AP Stylebook, "ages")
    ("Police arrested Marta Vance, 34, after a chase that injured three officers.", "34", "marta vance"),
    ("Dario Quill, a 41-year-old electrician from Ostwick, was killed in the fire.", "41", "dario quill"),
    ("The driver, Owen Tarrant, 26, was sentenced to 14 years in prison.", "26", "owen tarrant"),
    ("Judge Ruth Amsel sentenced Owen Tarrant, 26, to 110 years in prison.", "26", "owen tarrant"),
    ("Lidia Falk and her husband, Igor Falk, 66, fled.", "66", "igor falk"),
    ("The victim was identified as Dario Quill, 41, of Ostwick.", "41", "dario quill"),
    # brackets, as British regional papers set them
    ("Anna Reyes (29) and Paul Reyes (31) were arrested on Monday.", "29", "anna reyes"),
    ("Anna Reyes (29) and Paul Reyes (31) were arrested on Monday.", "31", "paul reyes"),
    # an age that modifies
    ("A 63-year-old woman and a 9-year-old boy were killed.", "63", "woman"),
    ("A 63-year-old woman and a 9-year-old boy were killed.", "9-year", "boy"),
    ("Police named the dead man as 41-year-old Dario Quill.", "41", "dario quill"),
    ("The 41-year-old electrician Dario Quill was hurt.", "41", "dario quill"),
    ("The blaze tore through a 100-year-old chapel.", "100", "chapel"),
    # of a relative: never the age of the one they belong to
    ("Marta Vance's daughter, 12, was unhurt.", "12", "daughter"),
    ("Marta Vance's 12-year-old daughter was unhurt.", "12", "daughter"),
    ("Lena Morrow, mother of Jonas Morrow, 8, spoke to reporters.", "8", "jonas morrow"),
    ("The driver, 26, and a cyclist, 19, were hurt.", "19", "cyclist"),
    # an age that stands for who has it
    ("The 41-year-old from Ostwick received a medal.", "41", "person"),
    ("Police arrested the 41-year-old on Friday.", "41", "person"),
    ("Casey Bell is a 26-year-old who lives in Ostwick.", "26", "casey bell"),
    ("Casey Bell, a 26-year-old from Ostwick, escaped.", "26", "casey bell"),
    # ages in a row, each of its own name
    ("Casey Bell and Edgar Nunn, 13 and 14, escaped.", "13", "casey bell"),
    ("Casey Bell and Edgar Nunn, 13 and 14, escaped.", "14", "edgar nunn"),
    ("Casey Bell and Edgar Nunn, only 13 and 14 years old at the time, escaped.", "14", "edgar nunn"),
    ("Ana Low, Ben Hart and Cy Moss, 13, 14 and 15, escaped.", "14", "ben hart"),
    ("Two brothers, aged 19 and 23, died in the fire.", "23", "brother"),
    # said of a subject
    ("Petra Lind was 19 when she was abducted.", "19", "petra lind"),
    ("Ilse Novak, who was 23 at the time of the collapse, has been released.", "23", "ilse novak"),
    ("Carl Benning, now 55, was a teacher.", "55", "carl benning"),
    ("Marta Vance was 34 years old.", "34", "marta vance"),
    ("Hugo Brandt turns 80 on Sunday.", "80", "hugo brandt"),
    # set off behind its name, with another name behind it
    ("Tom Barlow, the 45-year-old son of drummer John Barlow, has signed on.", "45", "tom barlow"),
    ("Cora Night, an 11-year-old girl from Denby, was grazed.", "11", "cora night"),
    ("The 79-year-old former mayor of Denby, Lena Fisk, has died.", "79", "lena fisk"),
    ("Lena Fisk has died at the age of 79.", "79", "lena fisk"),
    ("Anna Kowal, 34, and her two sons, ages 6 and 9, survived.", "6", "son"),
    # in apposition to a name, whatever the noun means
    ("Dale Orrick, a 41-year-old former roofer, said nothing.", "41", "dale orrick"),
    ("Peter Orlan, the 41-year-old accountant, said nothing.", "41", "peter orlan"),
    # in front: the person, and not what they had to do with
    ("Aged 34, Marta Vance ran the clinic.", "34", "marta vance"),
    ("Owen Tarrant, who turned 27 last month, was absent.", "27", "owen tarrant"),
]


@pytest.mark.parametrize(("text", "age", "person"), AGES)
def test_an_age_is_told_of_the_right_person(text: str, age: str, person: str) -> None:
    claim = claim_of(text, age)
    assert claim.kind == "age"
    assert whose(claim) == person


def test_a_row_of_ages_behind_more_names_is_nobodys() -> None:
    assert [claim.kind for claim in claims_in("Ana Low, Ben Hart and Cy Moss, 13 and 14, escaped.")] == []


def test_who_is_told_by_age_alone_takes_part() -> None:
    (date,) = [claim for claim in claims_in("The 41-year-old died on June 4.") if claim.kind == "date"]
    assert whose(date) == "person"


@pytest.mark.parametrize(
    ("text", "age", "then"),
    [
        # An age of then and one of now agree although the figures differ (see docs on ages).
        ("Petra Lind was 19 when she was abducted.", "19", "when she was abducted"),
        ("Ilse Novak, who was 23 at the time of the collapse, was freed.", "23", "at the time of the collapse"),
        ("Carl Benning, now 55, was a teacher.", "55", "now"),
        ("The boy, now 9, was 7 when the dam burst.", "7", "when the dam burst"),
        ("Marta Vance, 34, was freed.", "34", ""),
    ],
)
def test_the_time_an_age_is_told_of(text: str, age: str, then: str) -> None:
    found = [claim for claim in claims_in(text, "age") if claim.value.amounts[0] == int(age)]
    assert [claim.as_of for claim in found] == [then]


@pytest.mark.parametrize(
    ("text", "value", "bearer"),
    [
        ("The quake struck at a depth of 35 kilometres.", "35", "quake"),
        ("The quake, which had a magnitude of 6.1, shook Belmare.", "6.1", "quake"),
        ("The 6.1-magnitude quake shook Belmare.", "6.1", "quake"),
        ("The tower is 120 metres tall and 18 metres wide.", "120", "tower"),
        ("The tower is 120 metres tall and 18 metres wide.", "18", "tower"),
        ("A 3.4-metre shark was caught.", "3.4", "shark"),
        ("The truck hit the wall at 85 mph.", "85", "truck"),
        ("The truck weighs 40 tonnes.", "40", "truck"),
        ("The tunnel cost $2.3 billion and took nine years to build.", "$2.3", "tunnel"),
        ("The tunnel cost $2.3 billion and took nine years to build.", "nine", "tunnel"),
        ("The Belmare River rose to 7.2 metres.", "7.2", "belmare river"),
        ("The vase was sold at auction for $40,000.", "$40,000", "vase"),
        # a limit is no speed of the car: the pair that naive tools compare first
        ("The car was travelling at 85 mph in a 45 mph zone.", "85", "car"),
        ("The car was travelling at 85 mph in a 45 mph zone.", "45", "zone"),
        ("The Owls made an offer worth $150 million.", "$150", "owls"),
    ],
)
def test_what_a_measure_is_of(text: str, value: str, bearer: str) -> None:
    assert whose(claim_of(text, value)) == bearer


# ------------------------------------------------------------------------------------------------ mention


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Owen Tarrant was convicted on October 13.", ["convicted on October 13"]),
        ("The ferry sank on May 3, killing 12 passengers.", ["sank on May 3", "12 passengers"]),
        ("In 2019, Falk became mayor.", ["2019"]),
        ("The strike lasted from March 3 to March 9.", ["lasted from March 3", "March 9"]),
        ("The war, which cost the kingdom of Aldmark dearly, began in 1992.", ["began in 1992"]),
        # the event word stands too far off, or behind a comma
        ("The crash, on Monday, closed the road.", ["Monday"]),
        ("Nearly 40 people were hurt.", ["Nearly 40 people"]),
        ("Between 40 and 50 people were hurt.", ["Between 40 and 50 people"]),
        ("Thousands of people fled.", ["Thousands of people"]),
    ],
)
def test_a_claim_is_quoted_by_its_own_words(text: str, words: list[str]) -> None:
    assert [claim.span.of(text) for claim in claims_in(text)] == words


def test_a_date_never_takes_another_figure_into_its_words() -> None:
    text = "Killed with 40 others on Monday, Quill was buried on Friday."
    dates = [claim.span.of(text) for claim in claims_in(text, "date")]
    assert dates[-1] == "buried on Friday"
    assert all("40" not in words for words in dates)


# ------------------------------------------------------------------------------------------------- filter


@pytest.mark.parametrize(
    "text",
    [
        # One thing is no count, except in a toll.
        "The room had one window.",
        "One of the windows was open.",
        # It dates what somebody said, and no happening.
        "Falk told reporters on Tuesday.",
        "Vance said on Tuesday that she was glad.",
        # A rank, a name with a number.
        "Vance was in third place.",
        "Calder 400 is a lorry.",
        # Nobody is known to be ranked.
        "She was ranked third.",
    ],
)
def test_what_is_not_worth_comparing(text: str) -> None:
    assert not claims_in(text)


def test_a_reading_that_is_refused_stays_a_reading() -> None:
    found = extract("Falk told reporters on Tuesday.", published=FRIDAY)
    assert [reading.kind for reading in found.readings] == ["date"]
    assert not found.claims


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # the last word of a sentence, its full stop behind it, is a verb or adverb as well
        ("Two boys drowned.", "Two boys"),
        ("One man died.", "One man"),
    ],
)
def test_a_counted_noun_ends_before_the_verb(text: str, words: str) -> None:
    assert claims_in(text, "count")[-1].span.of(text) == words


@pytest.mark.parametrize("text", ["One firefighter was killed.", "One charge was dropped."])
def test_one_is_a_figure_where_figures_grow_or_count_in_law(text: str) -> None:
    assert [claim.value.amounts[0] for claim in claims_in(text, "count")] == [1]


# --------------------------------------------------------------------------------------- the main happening


def test_the_incident_is_the_happening_that_the_article_tells_of() -> None:
    text = (
        "A tanker exploded near Belmare, killing two sailors. The explosion closed the port for 12 hours.\n\n"
        "The incident on March 3 was the second of its kind."
    )
    assert "explode" in happening(claim_of(text, "March 3"))


def test_an_incident_in_an_article_without_happening_stays_unknown() -> None:
    assert "explode" not in happening(claim_of("The incident on March 3 was closed.", "March 3"))


# ------------------------------------------------------------------------------------------ reference time


def test_the_day_of_the_same_clause_is_the_day_of_a_figure() -> None:
    claim = claim_of("By Monday 40 people had died.", "40")
    assert not claim.as_of_days.is_free
    assert claim_of("40 people had died.", "40").as_of_days.is_free


@pytest.mark.parametrize(
    "text",
    [
        "Police held 40 people, 5 percent more than last year.",
        "Police held 40 people, 5 percent more than at the same time last year.",
        "Police held 40 people, up 5 percent on last year.",
        "Police held 40 people, compared with 38 in 2022.",
    ],
)
def test_a_year_that_a_figure_is_compared_with_is_no_day_of_it(text: str) -> None:
    assert claim_of(text, "40").as_of_days.is_free
    assert claims_in(text, "date") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police held more than 40 people on Monday.", "Monday"),
        ("Falk shares were up 5 percent on Monday.", "Monday"),
        ("The court sat no later than May 2022.", "May 2022"),
    ],
)
def test_a_day_behind_a_bound_or_a_change_is_its_day(text: str, day: str) -> None:
    assert claim_of(text, day).kind == "date"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Some 30,000 homes were still without power on Tuesday.", []),
        ("Ten men remained in hospital on Tuesday.", []),
        ("The road has been closed since Tuesday.", ["Tuesday"]),
        ("The road has remained closed since Tuesday.", ["Tuesday"]),
        ("The storm left 30,000 homes without power on Tuesday.", ["Tuesday"]),
        ("Ten men were still in prison in 2019.", ["2019"]),
    ],
)
def test_a_day_on_which_something_still_was_so_dates_nothing(text: str, dates: list[str]) -> None:
    found = [claim.reading.core.of(text) for claim in claims_in(text, "date")]
    assert found == dates


def test_a_change_keeps_the_year_that_it_is_reckoned_from() -> None:
    assert not claim_of("Thefts were up 5 percent on last year.", "5 percent").as_of_days.is_free


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("As of March 7, the fever had spread to 40 towns, and 759 people had died.", ["40 towns", "759 people"]),
        ("Orland had 8,687 cases as of March 7 and a total of 378 deaths.", ["8,687 cases", "a total of 378 deaths"]),
        ("On March 7, 12 people died.", []),
        ("It sold 12 ships as of March, and on May 3 it hired 40 people.", ["12 ships"]),
    ],
)
def test_a_day_as_of_which_figures_hold_is_that_of_the_whole_sentence(text: str, counted: list[str]) -> None:
    found = extract(text, published=FRIDAY).claims
    assert [claim.span.of(text) for claim in found if claim.counted_on] == counted


def test_a_date_long_before_the_article_makes_a_figure_background() -> None:
    assert claim_of("In 1998 a flood killed 40 people.", "40 people").background
    assert not claim_of("On Monday a flood killed 40 people.", "40 people").background


def test_the_name_beside_a_value() -> None:
    text = "Anna Reyes had four sons, and Paul Norell had two dogs."
    assert claim_of(text, "four sons").beside == "anna reyes"
    assert claim_of(text, "two dogs").beside == "paul norell"
