"""Which event a date belongs to, what narrows a figure, which event a light verb leaves to its noun."""

from __future__ import annotations

import pytest

from tests.claims.asking import claim_of, claims_in, happening, whose

# A date given to the wrong event is the commonest date error between sources: the day of a report, a verdict or a
# ceremony taken for the day of what it is about.
DATED = [
    ("Owen Tarrant was convicted on October 13.", "October 13", "convict", "owen tarrant"),
    ("Tarrant was found guilty on May 3.", "May 3", "convict", "tarrant"),
    ("The bridge, which collapsed on April 2, was built in 1968.", "April 2", "collapse", "bridge"),
    ("The bridge, which collapsed on April 2, was built in 1968.", "1968", "produce", "bridge"),
    # a second date behind the noun that names what the verb is about
    ("Tarrant was convicted on October 13 of a crash on April 25, 2019.", "April 25", "crash", ""),
    ("The tanker sank on May 3 after an explosion on May 2.", "May 2", "explode", ""),
    # the cleft sentence ("it was then that")
    ("It was on May 3 that the ship sank.", "May 3", "sink", ""),
    ("The museum opened in 1968 and closed in 2004.", "1968", "open", "museum"),
    ("The museum opened in 1968 and closed in 2004.", "2004", "close", "museum"),
    ("Vance said on Tuesday that Dario Quill was shot on Sunday.", "Sunday", "shoot", "dario quill"),
    ("The report, published on Monday, said 40 boats sank.", "Monday", "publish", "report"),
    ("Born in 1961, Falk grew up in Ostwick.", "1961", "give-birth", "falk"),
    ("The school, founded in 1902, has 800 pupils.", "1902", "found", "school"),
    ("Four people died when a bus overturned in Ostwick on Tuesday.", "Tuesday", "crash", "bus"),
    ("Marta Vance, a mother of two, died on Monday.", "Monday", "kill", "marta vance"),
    ("Forty workers were laid off on Friday.", "Friday", "lay-off", "worker"),
    ("The strike was called off on Monday.", "Monday", "cancel", "strike"),
    # who is named to a post, and who has become something
    ("Jens Lindahl on Wednesday named Ana Keel transport minister.", "Wednesday", "appoint", "ana keel"),
    ("The board named Ana Keel on Wednesday.", "Wednesday", "appoint", "ana keel"),
    ("The board dismissed the Belmare chief on Wednesday.", "Wednesday", "dismiss", "chief"),
    ("Jens Lindahl became prime minister in 2019.", "2019", "become", "jens lindahl"),
    ("The Highway 9 bridge collapsed on June 4.", "June 4", "collapse", "bridge"),
    ("On Monday, rescuers found a body.", "Monday", "find", "body"),
    # what is still so has no day; what it came after has
    ("Nine men are trapped after an explosion in a coal mine on Monday.", "Monday", "explode", ""),
    ("Two men remain in hospital after a riot in Ostwick on Monday.", "Monday", "riot", ""),
    ("Marta Vance resigned after a vote on Monday.", "Monday", "resign", "marta vance"),
    # a form of several words with its object inside
    ("Police took Owen Tarrant into custody on June 4.", "June 4", "arrest", "owen tarrant"),
]


@pytest.mark.parametrize(("text", "day", "event", "about"), DATED)
def test_a_date_belongs_to_its_own_event(text: str, day: str, event: str, about: str) -> None:
    claim = claim_of(text, day)
    assert event in happening(claim)
    assert whose(claim) == about


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        # the noun carries the event, the verb is empty (light verb constructions: Jespersen 1942)
        ("Her sentence was handed down on June 4.", "June 4", "sentence"),
        ("The order was given by phone on June 4.", "June 4", "order"),
        ("Falk made an offer on June 4.", "June 4", "offer"),
        ("The crash took place on June 4 in Ostwick.", "June 4", "crash"),
        ("Falk gave birth on June 4.", "June 4", "give-birth"),
        ("The council held a vote on June 4.", "June 4", "vote"),
        ("A rally was held in Ostwick on June 4.", "June 4", "protest"),
        ("The court delivered its ruling on June 4.", "June 4", "rule"),
        ("The jury reached a verdict on June 4.", "June 4", "rule"),
        ("A verdict was reached on June 4.", "June 4", "rule"),
        ("The board took a decision on June 4.", "June 4", "rule"),
        ("Police made an arrest on June 4.", "June 4", "arrest"),
        ("The two sides reached an agreement on June 4.", "June 4", "agree"),
    ],
)
def test_a_light_verb_leaves_the_event_to_its_noun(text: str, day: str, event: str) -> None:
    assert event in happening(claim_of(text, day))


@pytest.mark.parametrize(
    ("text", "value", "event", "not_meant"),
    [
        # a verb with a meaning of its own keeps it before a noun that is no event
        ("Police held 12 men in Ostwick.", "12", "imprison", "vote"),
        ("The ship delivered 40 containers.", "40", "ship", "rule"),
        ("The climbers reached the summit on June 4.", "June 4", "arrive", "meet"),
        # and loses it before one that is
        ("The council held a vote on June 4.", "June 4", "vote", "imprison"),
        ("The court delivered its ruling on June 4.", "June 4", "rule", "give-birth"),
        ("The jury reached a verdict on June 4.", "June 4", "rule", "arrive"),
        ("Police made five arrests.", "five", "arrest", "produce"),
    ],
)
def test_a_light_verb_means_what_its_noun_lets_it(text: str, value: str, event: str, not_meant: str) -> None:
    meant = happening(claim_of(text, value))
    assert event in meant
    assert not_meant not in meant


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The wall is 12 metres high.", {"height"}),
        ("The wall is 12 metres wide.", {"width"}),
        ("The crater is 12 metres deep.", {"depth"}),
    ],
)
def test_an_adjective_behind_a_figure_names_one_measure(text: str, measure: set[str]) -> None:
    assert claim_of(text, "12 metres").attributes == measure


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        # more, others, further ones: added to an earlier figure and not that figure
        ("Another 40 people were hurt.", "40", ("another",)),
        ("A further 40 people were hurt.", "40", ("further",)),
        ("Nine other people were wounded.", "Nine", ("other",)),
        ("Rescuers found two more bodies.", "two", ("more",)),
        ("Six more were injured.", "Six", ("more",)),
        ("Nine others were hurt.", "Nine", ("other",)),
        # a part of the whole
        ("Five of her children survived.", "Five", ("part",)),
        ("Dozens of the passengers were hurt.", "Dozens", ("part",)),
        ("Twelve of the 30 passengers were hurt.", "Twelve", ("part",)),
        # the place inside the noun phrase
        ("The flood destroyed 120 homes in Ostwick and 40 in Belmare.", "120", ("in ostwick",)),
        ("Forty people in the Belmare district were hurt.", "Forty", ("in belmare",)),
        # a part of a match, a season, a year
        ("Norrland scored 12 points in the first half.", "12", ("during the first half",)),
        ("Quill scored 40 points this season.", "40", ("during this season",)),
        # a measure of something told apart from its like
        ("Smaller quakes with a magnitude of 5.0 followed.", "5.0", ("other",)),
        ("A 12-2 run in which Quill scored nine points won it.", "nine", ("during a 12 run",)),
        # one of several things that are told together
        ("The floods alone did 9 million euros of damage.", "9 million", ("alone", "of damage")),
        ("In May alone it earned 38 million euros.", "38", ("alone",)),
        # a group of those who were asked
        ("Among those under 30 the Greens are ahead with 29 percent.", "29", ("among that",)),
        ("Among the patients 40 percent were cured.", "40", ()),
        ("She sat alone and ate nine apples.", "nine", ()),
        ("On Monday 44 volunteers from two teams came.", "44", ()),
        # nothing narrows it; "more than" is a hedge, "others" are others than the dead
        ("The blast killed two people and injured seven others.", "seven", ()),
        ("More than 40 people were hurt.", "40", ()),
        ("Forty people were hurt.", "Forty", ()),
        ("Forty people were hurt in Belmare.", "Forty", ()),
    ],
)
def test_what_narrows_a_figure(text: str, value: str, scope: tuple[str, ...]) -> None:
    assert set(scope) <= set(claim_of(text, value).scope)
    assert bool(scope) == bool(claim_of(text, value).scope)


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("The quake struck at a depth of 35 kilometres.", "35", "depth"),
        ("The quake had a magnitude of 6.1.", "6.1", "magnitude"),
        ("The speed limit was 45 mph.", "45", "speed-limit"),
        ("The truck weighs 40 tonnes.", "40", "weight"),
        ("The tunnel cost $2.3 billion.", "$2.3", "cost"),
        ("Owen Tarrant was sentenced to 14 years in prison.", "14", "sentence-length"),
        ("The tower is 120 metres tall and 18 metres wide.", "120", "height"),
        ("The tower is 120 metres tall and 18 metres wide.", "18", "width"),
        ("The mine is 900 metres deep.", "900", "depth"),
        ("The hall has a capacity of 900.", "900", "capacity"),
        ("Turnout was 61 percent.", "61", "turnout"),
    ],
)
def test_what_of_a_thing_is_measured(text: str, value: str, attribute: str) -> None:
    assert attribute in claim_of(text, value).attributes


def test_a_limit_and_a_speed_have_different_attributes() -> None:
    limit = claim_of("The speed limit was 45 mph.", "45")
    speed = claim_of("The car was travelling at 85 mph.", "85")
    assert not limit.attributes & speed.attributes


def test_a_hedge_is_no_attribute() -> None:
    assert not claim_of("At least 12 people were hurt.", "12").attributes


@pytest.mark.parametrize("text", ["A total of 40 people were hurt.", "A total of 40 were hurt."])
def test_a_sum_takes_part_in_what_its_people_suffer(text: str) -> None:
    claim = claim_of(text, "40")
    assert "injure:affected" in claim.facets
    assert whose(claim) == ""


@pytest.mark.parametrize("text", ["Twelve of the 30 passengers were hurt.", "Half of the 30 passengers were hurt."])
def test_what_a_part_suffers_is_not_told_of_the_whole(text: str) -> None:
    assert "injure:affected" not in claim_of(text, "30 passengers").facets


def test_two_dates_of_one_verb_both_stay() -> None:
    found = claims_in("The show runs from March 3 to March 9.", "date")
    assert [claim.role for claim in found] == ["from", "to"]


@pytest.mark.parametrize(
    ("text", "figure", "class_"),
    [
        ("The death toll from the crash has risen to 27.", "27", "kill"),
        ("The number of people killed in the quake rose to 27.", "27", "kill"),
        ("That brings the death toll to 27.", "27", "kill"),
        ("At least 27 people are known to have died.", "27", "kill"),
        ("Twelve people are feared dead.", "Twelve", "kill"),
        ("Twelve people had to be rescued.", "Twelve", "rescue"),
        ("The quake struck Sorin island, home to 120,000 people, at noon.", "120,000", "population"),
    ],
)
def test_a_figure_is_of_what_it_counts_and_not_of_the_verb_that_tells_so(text: str, figure: str, class_: str) -> None:
    assert class_ in happening(claim_of(text, figure))


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [
        ("Dora Vale took office in January 2019.", "January", "dora vale"),
        ("The law took effect on July 1.", "July", "law"),
        ("The trial is expected to last six weeks.", "six weeks", "trial"),
    ],
)
def test_an_object_that_belongs_to_its_verb_is_no_one_affected(text: str, day: str, who: str) -> None:
    assert whose(claim_of(text, day)) == who


def test_a_share_told_behind_or_lends_its_unit_to_nothing() -> None:
    told = [
        (claim.kind, claim.value.words) for claim in claims_in("Of the 640 bridges 96, or 15 percent, need repair.")
    ]
    assert ("percent", "15 percent") in told
    assert all(not (kind == "percent" and words.startswith("96")) for kind, words in told)


def test_nobody_is_as_old_as_told_on_the_day_of_birth() -> None:
    claim = next(c for c in claims_in("Odell Pruitt, 52, was born on June 3, 1981, in Denby.") if c.kind == "age")
    assert claim.as_of_days.is_free


@pytest.mark.parametrize(
    ("text", "value", "event"),
    [
        # what time was spent on, not the spending
        ("The jury spent 11 hours weighing the evidence.", "11 hours", "deliberate"),
        ("She spent three years building the house.", "three years", "produce"),
        ("He spent three years in prison before becoming mayor.", "three years", "imprison"),
        # who gets away with loot steals it; who gets away with children or money of her own flees
        ("She fled with $300 in her pocket.", "$300", "flee"),
        ("The pair escaped with $73,000 in cash.", "$73,000", "steal"),
        ("She escaped with two children.", "two children", "flee"),
        # jobs that go and people who lose them
        ("All 640 people at the plant will lose their jobs.", "640", "lay-off"),
        ("The closing will eliminate 870 jobs.", "870", "lay-off"),
        ("The firm slashed 870 posts.", "870", "lay-off"),
        ("The 300 jobs went to women.", "300", "travel"),
    ],
)
def test_a_figure_is_told_of_what_really_happened(text: str, value: str, event: str) -> None:
    assert event in happening(claim_of(text, value))


def test_who_loses_a_job_and_a_job_that_goes_are_counted_alike() -> None:
    people, jobs = claim_of("Some 640 people lost their jobs.", "640"), claim_of("It cut 640 jobs.", "640")
    assert "jobs" in people.noun_classes & jobs.noun_classes


def test_what_a_temperature_reaches_is_no_arrival() -> None:
    assert "arrive" not in happening(claim_of("Temperatures reached 101 degrees on Wednesday.", "Wednesday"))
    assert "arrive" in happening(claim_of("The ship reached Ostwick on Wednesday.", "Wednesday"))


@pytest.mark.parametrize(
    ("text", "value", "priced"),
    [
        ("The city opened a $12 million library in May.", "$12 million", True),
        ("The town's £18m flood wall held.", "£18m", True),
        ("The firms signed a $4 billion deal.", "$4 billion", False),
        ("The firm made a $2 million profit.", "$2 million", False),
        ("It is a $12 billion market.", "$12 billion", False),
    ],
)
def test_a_sum_before_a_thing_is_what_it_cost(text: str, value: str, priced: bool) -> None:
    assert ("cost" in claim_of(text, value).attributes) is priced


def test_nobody_dies_something() -> None:
    """A parser takes "a figure" for the object of the verb."""
    assert "kill:affected" in claim_of("Three people have died, a figure that has not changed.", "Three").facets


def test_the_whole_of_a_part_is_no_part() -> None:
    assert "part" in claim_of("Twelve of the 30 passengers were hurt.", "Twelve").scope
    assert "part" not in claim_of("Twelve of the 30 passengers were hurt.", "30").scope
