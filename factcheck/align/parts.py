"""The named parts of an alignment score: each compares one thing and answers with a level.

After Fellegi and Sunter (1969) and Splink's comparison levels: a pair of claims gets one level for each part, each
level has a weight in log-odds (`weights.toml`), and the sum says whether the two speak of one fact. A part that says
`never` rules the pair out whatever the others say.
"""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz

from claims.model import TEMPORAL, Claim, Clock, Days, Entity, Interval, Pair
from claims.region import equal, gap, meets, same_day
from claims.slip import slip
from claims.words.classes import Kinship, is_a, is_general, kinship, nearest, opposed, precedes
from claims.words.cues import cues
from claims.words.day_bound import opened
from factcheck.align.around import (
    beside,
    brief,
    cast,
    company,
    context,
    era,
    lead,
    mood,
    named,
    places,
    relation,
    roles,
    scope,
    setting,
    swap,
    things,
    trend,
    unit,
    when,
    wording,
)
from factcheck.align.level import NEVER, Compare, Level, Words, apart, are_two_accounts, family, figure
from factcheck.align.likeness import Likeness, are_two_parties, likeness
from factcheck.rates import in_two_currencies


def levels(a: Claim, b: Claim, words: Words) -> list[Level]:
    """The level of every part for one pair."""
    return [compare(a, b, words) for compare in PARTS]


# -------------------------------------------------------------------------------------------------- parts


def article(a: Claim, b: Claim, _: Words) -> Level:
    """Whether one article says both: it seldom tells a fact twice, and hardly ever in two ways."""
    if a.article != b.article:
        return Level("article", "other")
    if a.kind in TEMPORAL and _once(a, b) and who(a, b, _).level in _ONE_NAME:
        return Level("article", "same-once")
    x, y = a.value, b.value
    if type(x.stated) is type(y.stated) and equal(x.stated, y.stated) and _same_event(a, b):
        return Level("article", "same-repeat")
    if apart(a, b):
        return Level("article", "same-slip" if slip(x, y) else "same-apart")
    return Level("article", "same-meets")


def _same_event(a: Claim, b: Claim) -> bool:
    return a.event is not None and b.event is not None and a.event.lemma == b.event.lemma


def who(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the values belong to the same person or thing."""
    says = likeness(a.subject, b.subject)
    both = _both_named(a.subject, b.subject)
    two = says is Likeness.DIFFERENT and both and _is_spelt(a.subject) and _is_spelt(b.subject)
    two = two or are_two_parties(a.subject, b.subject)
    if two and a.kind == b.kind == "percent" and _are_people(a.subject, b.subject):
        return Level("who", NEVER, "two of them")
    if two and (a.kind == "age" or (a.kind == "count" and _are_doers(a, b))):
        return Level("who", NEVER, "two of them")
    if a.kind == "ordinal" and not (both and says in (Likeness.SAME, Likeness.ALIKE) and _is_one_rank(a, b)):
        return Level("who", NEVER, "not known to be the same one's rank")
    if a.subject is None or b.subject is None:
        return Level("who", "absent")
    sort = "named" if _both_named(a.subject, b.subject) else "noun"
    spelt = _is_spelt(a.subject) and _is_spelt(b.subject)
    if both and says is Likeness.SAME and spelt:
        sort = "spelt"
    elif both and says is Likeness.DIFFERENT and not spelt:
        sort = "guessed"
    return Level(
        "who", f"{says}-{sort}" if says is not Likeness.UNKNOWN else "unknown", f"{a.subject.words} / {b.subject.words}"
    )


def _are_people(a: Entity | None, b: Entity | None) -> bool:
    return a is not None and b is not None and a.type == b.type == "person"


def _is_one_rank(a: Claim, b: Claim) -> bool:
    """Whether two ranks are of one sort: a third place is no 71st minute."""
    if a.noun is None or b.noun is None:
        return a.noun is b.noun or _same_event(a, b)
    return a.noun.lemma == b.noun.lemma or nearest(a.noun_classes, b.noun_classes) is Kinship.SAME


def _is_spelt(entity: Entity | None) -> bool:
    """Whether the article names somebody right there, so that no pronoun can have been misunderstood."""
    return (
        entity is not None
        and entity.words[:1].isupper()
        and " " + entity.words.lower().split(" ")[-1] in " " + entity.key
    )


def _are_doers(a: Claim, b: Claim) -> bool:
    """Whether two are told to have or to do what is counted (points scored, shares sold): persons, or any with figures
    that exclude each other."""
    sides = ("agent", "owner", "possessor", "of")
    both = [claim.subject for claim in (a, b) if claim.subject is not None and claim.subject.role in sides]
    return len(both) == 2 and (all(one.type == "person" for one in both) or apart(a, b))


def _both_named(a: Entity | None, b: Entity | None) -> bool:
    return a is not None and b is not None and a.named and b.named


def event(a: Claim, b: Claim, words: Words) -> Level:
    """Whether the values are told of the same happening or attribute; an age is the same whatever happens."""
    if a.kind == "age" or a.event is None or b.event is None:
        return Level("event", "absent")
    says = f"{a.event.lemma} / {b.event.lemma}"
    if a.event.lemma == b.event.lemma:
        classes = a.event.classes | b.event.classes
        general = bool(classes) and all(is_general(name) for name in classes)
        rare = words.weight(a.event.lemma) > _RARE
        return Level("event", "same-general" if general else "same-rare" if rare else "same-lemma", says)
    tie = nearest(a.event.classes, b.event.classes)
    loose = tie in (Kinship.NONE, Kinship.SIBLING, Kinship.OPPOSED)
    if a.kind == "count" and loose and any(opposed(x, y) for x in a.event.classes for y in b.event.classes):
        return Level("event", NEVER, says)
    if tie is Kinship.NONE and _ordered(a.event.classes, b.event.classes):
        return Level("event", "ordered", says)
    vague = any(all(is_general(name) for name in claim.classes) for claim in (a.event, b.event))
    if tie is Kinship.NONE and vague:
        close = fuzz.ratio(a.event.lemma, b.event.lemma) >= 85
        return Level("event", "alike" if close else "unknown", says)
    return Level("event", str(tie), says)


def part(a: Claim, b: Claim, _: Words) -> Level:
    """Whether what is counted or measured plays the same part: killed, injured, arrested, charged."""
    if not a.facets or not b.facets or a.kind in TEMPORAL or a.kind == "age":
        return Level("part", "absent")
    best = "none"
    for one in a.facets:
        for other in b.facets:
            tie = _facet_tie(one, other, counted=a.kind == "count")
            if _RANK[tie] > _RANK[best]:
                best = tie
    if best == "none" and _opposed(a.facets, b.facets):
        return Level("part", "opposed", f"{_listed(a.facets)} against {_listed(b.facets)}")
    return Level("part", best, f"{_listed(a.facets)} / {_listed(b.facets)}")


_RARE = 2.3
"""Weight from which on a verb is rare: in a story of sixty sentences five hold it at most."""


_RANK = {"none": 0, "sibling": 1, "related": 2, "same-general": 3, "same": 4}


def _facet_tie(a: str, b: str, *, counted: bool) -> str:
    one, _, role = a.partition(":")
    other, _, as_role = b.partition(":")
    if role != as_role and "other" not in (role, as_role):
        return "none"
    tie = kinship(one, other)
    if tie is Kinship.SAME and counted and role != as_role:
        return "related"
    if tie is Kinship.SAME:
        return "same-general" if is_general(one) else "same"
    return _TIES.get(tie, "none")


_TIES = {
    Kinship.ANCESTOR: "related",
    Kinship.CONVERSE: "related",
    Kinship.NEAR: "related",
    Kinship.SIBLING: "sibling",
}


def _opposed(a: Collection[str], b: Collection[str]) -> bool:
    return any(opposed(x.partition(":")[0], y.partition(":")[0]) for x in a for y in b)


def _listed(facets: Collection[str]) -> str:
    return ", ".join(sorted(facet.partition(":")[0] for facet in facets))


def attribute(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same attribute is measured: depth, height, limit, price."""
    if family(a) != "measure" and not _of_a_place(a, b):
        return Level("attribute", "absent")
    if not a.attributes or not b.attributes:
        return Level("attribute", "none" if not a.attributes and not b.attributes else "one")
    says = f"{', '.join(sorted(a.attributes))} / {', '.join(sorted(b.attributes))}"
    if a.attributes & b.attributes:
        return Level("attribute", "same", says)
    tie = nearest(a.attributes, b.attributes)
    if any(opposed(x, y) for x in a.attributes for y in b.attributes):
        return Level("attribute", NEVER if tie not in _TIES and are_two_accounts(a, b) else "opposed", says)
    return Level("attribute", "related" if tie in _TIES else "differ", says)


def _of_a_place(a: Claim, b: Claim) -> bool:
    """Whether both count the people of a place: "a population of 900", "has 900 residents"."""
    return a.kind == "count" and "population" in a.attributes & b.attributes


def _ordered(a: Collection[str], b: Collection[str]) -> bool:
    """Whether one event certainly comes before the other in a story, so that they are two (crash, conviction)."""
    return any(precedes(x, y) or precedes(y, x) for x in a for y in b)


def deed(a: Claim, b: Claim, words: Words) -> Level:
    """Who and what happened together: the same person with the same event is one fact far oftener than either alone."""
    if a.kind == "age":
        return Level("deed", "absent")
    tie = _WHO.get(who(a, b, words).level, "open")
    if tie == "name" and _once(a, b):
        return Level("deed", "name+once")
    return Level("deed", f"{tie}+{_EVENT.get(event(a, b, words).level, 'open')}")


def _once(a: Claim, b: Claim) -> bool:
    """Whether both tell of an event that comes once in a life or a case: birth, death, conviction, sentence.

    How many convictions somebody has says the contrary.
    """
    if any(claim.noun and claim.event and claim.noun.lemma == claim.event.lemma for claim in (a, b)):
        return False
    shared = a.event.classes & b.event.classes if a.event and b.event else frozenset()
    sides = [claim.subject is not None and claim.subject.role in ("affected", "owner", "of") for claim in (a, b)]
    return all(sides) and any(is_a(name, once) for name in shared for once in cues("once"))


_ONE_NAME = frozenset({"same-spelt", "same-named", "alike-named"})
_WHO = {
    "same-spelt": "name", "same-named": "name", "alike-named": "name", "same-noun": "noun", "alike-noun": "noun",
    "different-named": "other", "different-guessed": "other", "different-noun": "other",
}  # fmt: skip
_EVENT = {
    "same-rare": "same", "same-lemma": "same", "same": "same", "converse": "same", "same-general": "general",
    "near": "near", "ancestor": "near", "alike": "near", "none": "other", "sibling": "other", "opposed": "never",
    "excluded": "never", "ordered": "never",
}  # fmt: skip


def tally(a: Claim, b: Claim, words: Words) -> Level:
    """What is counted and what happened to it together."""
    if a.kind != "count":
        return Level("tally", "absent")
    counted = noun(a, b, words).level
    sort = counted.partition("-")[0] if "-" in counted else _NOUN.get(counted, "other")
    return Level("tally", f"{sort}+{part(a, b, words).level}")


_NOUN = {"ancestor": "near", "absent": "open", "one": "open", "unknown": "open"}


def noun(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same sort of thing is counted or measured."""
    if a.noun is None or b.noun is None:
        return Level("noun", "absent" if a.noun is None and b.noun is None else "one")
    says = f"{a.noun.words} / {b.noun.words}"
    same = a.noun.lemma == b.noun.lemma or _of_a_place(a, b)
    tie = nearest(a.noun_classes, b.noun_classes)
    if not same and tie in (Kinship.OPPOSED, Kinship.EXCLUDED):
        return Level("noun", "opposed", says)
    if same or tie is Kinship.SAME:
        ways = _modifiers(a.noun.modifiers, b.noun.modifiers)
        ways = "sorts" if same and ways == "apart" and apart(a, b) else ways
        return Level("noun", f"{'lemma' if same else 'class'}-{ways}", says)
    if tie in (Kinship.ANCESTOR, Kinship.CONVERSE):
        return Level("noun", "ancestor", says)
    if not (a.noun_classes and b.noun_classes):
        return Level("noun", "unknown", says)
    return Level("noun", str(tie), says)


def _modifiers(a: Collection[str], b: Collection[str]) -> str:
    if not a and not b:
        return "bare"
    if set(a) & set(b):
        return "shared"
    return "apart" if a and b else "one"


def value(a: Claim, b: Claim, words: Words) -> Level:
    """How near the two values lie, and how telling that is."""
    x, y = a.value.stated, b.value.stated
    if in_two_currencies(a, b):
        apart = gap(x, y)
        return Level("value", "currencies" if apart is not None and apart <= _EXCHANGED else "currencies-far")
    if isinstance(x, Days | Clock) or isinstance(y, Days | Clock):
        return Level("value", _day_level(a, b, words))
    figures = a.value.amounts
    if equal(x, y) or (figures and figures == b.value.amounts and a.value.written_unit == b.value.written_unit):
        rare = max(words.values[figure(a)], words.values[figure(b)]) <= 6 and _telling(a) and _telling(b)
        return Level("value", "equal-telling" if rare else "equal")
    if meets(a.value.tolerated, b.value.tolerated):
        return Level("value", "near")
    apart = gap(x, y)
    if apart is not None and apart > _APART[0][0] and slip(a.value, b.value):
        tied = _TIED & {who(a, b, words).level, event(a, b, words).level}
        return Level("value", "slip-tied" if tied else "slip", slip(a.value, b.value))
    if apart is None:
        return Level("value", "apart")
    level = next((level for most, level in _APART if apart <= most), "remote")
    return Level("value", NEVER if level == "remote" and a.kind == "duration" else level)


_EXCHANGED = 0.7
"""How far two sums in two currencies may lie apart and look like one: dollar, euro, pound and franc are worth about the
same. A sum in yen or rupees is not seen for what it is by this."""
_TIED = frozenset({"same-spelt", "same-named", "same-rare", "same-lemma", "same"})
"""Levels of who and event with which a known slip is a sign of one fact rather than chance."""
_APART = ((0.12, "close"), (0.6, "apart"), (0.97, "far"))


def _telling(claim: Claim) -> bool:
    """Whether a figure is unlikely to be shared by chance: above twelve, or with a decimal."""
    match claim.value.stated:
        case Interval(low=low, high=high):
            figure = low if low is not None else high
            return figure is not None and (abs(figure) > 12 or figure != figure.to_integral_value())
        case Pair():
            return True
    return False


def _day_level(a: Claim, b: Claim, words: Words) -> str:
    """How two dates or times lie to each other, and whether anything ties what they date."""
    x, y = a.value.stated, b.value.stated
    if type(x) is type(y) and equal(x, y):
        rare = words.values[figure(a)] <= 4
        return "equal-telling" if rare and not isinstance(x, Days) else "equal"
    one = x.days if isinstance(x, Clock) else x
    other = y.days if isinstance(y, Clock) else y
    if not (isinstance(one, Days) and isinstance(other, Days)):
        return "apart"
    if one.is_free or other.is_free:
        return "open" if type(x) is type(y) else NEVER
    x, y = opened(a, b, x, y)
    if same_day(x, y):
        return "near"
    tie = event(a, b, words).level
    if slip(a.value, b.value):
        return "slip-tied" if tie in _TIED else "slip"
    if tie == "none" or (tie == "unknown" and _WHO.get(who(a, b, words).level) not in ("name", "noun")):
        return "untied"
    if _once(a, b) and who(a, b, words).level in _ONE_NAME:
        return "once"
    apart = gap(*opened(a, b, one, other))
    if apart is None:
        return "apart"
    close, some = _DAYS_APART[max(_grain(one), _grain(other))]
    return "close" if apart <= close else "apart" if apart <= some else "far"


_DAYS_APART = ((10, 400), (62, 800), (800, 2200))
"""For dates given to the day, the month, the year: up to how many days two are close, and up to how many apart."""


def _grain(days: Days) -> int:
    """To what a date is given: 0 the day, 1 the month, 2 the year."""
    if days.first is None or days.last is None:
        return 0
    length = (days.last - days.first).days
    return 2 if length > 300 else 1 if length > 25 else 0


PARTS: tuple[Compare, ...] = (
    article, who, event, deed, attribute, part, noun, tally, scope, cast, roles, things, context, wording, value, swap,
    when, setting, era, beside, named, places, relation, mood, unit, trend, company, lead,
    brief,
)  # fmt: skip
"""Every part, in the order in which a score is told."""
