"""The named parts of an alignment score: each compares one thing and answers with a level.

After Fellegi and Sunter (1969) and Splink's comparison levels: a pair of claims gets one level for each part, each
level has a weight in log-odds (`weights.toml`), and the sum says whether the two speak of one fact. A part that says
`never` rules the pair out whatever the others say.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from claims.model import Claim, Clock, Days, Entity, Interval, Pair, Status
from claims.region import equal, gap, meets, same_day
from claims.slip import slip
from claims.words.classes import Kinship, is_a, is_general, kinship, nearest, opposed, precedes
from claims.words.classes_scope import scopes_exclude
from claims.words.cues import cues
from claims.words.day_bound import opened
from claims.words.place import lies_in
from factcheck.align.likeness import Likeness, likeness, names, nouns

NEVER = "never"
_TEMPORAL = frozenset({"date", "time"})
_FAMILY = {"date": "date", "time": "date", "age": "age", "count": "count"}
_PEOPLE = frozenset({"person"})


@dataclass(frozen=True)
class Words:
    """How common words and values are in one story, so that rare ones weigh more."""

    sentences: int
    """Sentences with claims in the story."""
    lemmas: Counter[str]
    """For each lemma the sentences that hold it."""
    values: Counter[object]
    """For each value the claims that state it."""

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Words:
        """The counts of a story's claims."""
        seen = {}
        values: Counter[object] = Counter()
        for claim in claims:
            seen[claim.article, claim.sentence] = claim.context | claim.names
            values[claim.value.dimension, claim.value.stated] += 1
        lemmas: Counter[str] = Counter()
        for words in seen.values():
            lemmas.update(words)
        return cls(len(seen), lemmas, values)

    def weight(self, lemma: str) -> float:
        """How much a lemma that two sentences share says: the log of its rarity in the story."""
        return math.log((self.sentences + 1) / (self.lemmas[lemma] + 0.5))

    @cached_property
    def _norms(self) -> dict[frozenset[str], float]:
        return {}

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Weighted share of lemmas in common (0..1), by the smaller side."""
        shared = sum(self.weight(lemma) for lemma in a & b)
        return shared / max(1e-9, min(self._norm(a), self._norm(b))) if shared else 0.0

    def _norm(self, words: frozenset[str]) -> float:
        if words not in self._norms:
            self._norms[words] = max(6.0, sum(self.weight(lemma) for lemma in words))
        return self._norms[words]


@dataclass(frozen=True, slots=True)
class Level:
    """What one part says of a pair."""

    part: str
    """Name of the part."""
    level: str
    """Its level ("same", "alike", "different" ...)."""
    says: str = ""
    """Why, in plain words."""


Compare = Callable[[Claim, Claim, Words], Level]


def levels(a: Claim, b: Claim, words: Words) -> list[Level]:
    """The level of every part for one pair."""
    return [compare(a, b, words) for compare in PARTS]


def family(claim: Claim) -> str:
    """The family of kinds whose weights hold for a claim: age, date, count or measure."""
    return _FAMILY.get(claim.kind, "measure")


# -------------------------------------------------------------------------------------------------- parts


def article(a: Claim, b: Claim, _: Words) -> Level:
    """Whether one article says both: it seldom tells a fact twice, and hardly ever in two ways."""
    if a.article != b.article:
        return Level("article", "other")
    x, y = a.value, b.value
    if type(x.stated) is type(y.stated) and equal(x.stated, y.stated) and _same_event(a, b):
        return Level("article", "same-repeat")
    if apart(a, b):
        return Level("article", "same-slip" if slip(x, y) else "same-apart")
    return Level("article", "same-meets")


def apart(a: Claim, b: Claim) -> bool:
    """Whether the two values exclude each other; two ages told of two times need not."""
    if a.kind == "age" and a.as_of != b.as_of:
        return False
    x, y = opened(a, b, a.value.tolerated, b.value.tolerated)
    if type(x) is not type(y):
        return not same_day(x, y)
    return not meets(x, y)


def _same_event(a: Claim, b: Claim) -> bool:
    return a.event is not None and b.event is not None and a.event.lemma == b.event.lemma


def who(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the values belong to the same person or thing."""
    says = likeness(a.subject, b.subject)
    both = _both_named(a.subject, b.subject)
    two = says is Likeness.DIFFERENT and both and _is_spelt(a.subject) and _is_spelt(b.subject)
    if two and (a.kind == "age" or (a.kind == "count" and _are_doers(a, b))):
        return Level("who", NEVER, "two of them")
    if a.kind == "ordinal" and not (both and says in (Likeness.SAME, Likeness.ALIKE)):
        return Level("who", NEVER, "not known to be the same one's rank")
    if a.subject is None or b.subject is None:
        return Level("who", "absent")
    sort = "named" if _both_named(a.subject, b.subject) else "noun"
    return Level(
        "who", f"{says}-{sort}" if says is not Likeness.UNKNOWN else "unknown", f"{a.subject.words} / {b.subject.words}"
    )


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


def event(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the values are told of the same happening or attribute; an age is the same whatever happens."""
    if a.kind == "age" or a.event is None or b.event is None:
        return Level("event", "absent")
    says = f"{a.event.lemma} / {b.event.lemma}"
    if a.event.lemma == b.event.lemma:
        classes = a.event.classes | b.event.classes
        general = bool(classes) and all(is_general(name) for name in classes)
        return Level("event", "same-general" if general else "same-lemma", says)
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
    if not a.facets or not b.facets or a.kind in _TEMPORAL or a.kind == "age":
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
    if family(a) != "measure":
        return Level("attribute", "absent")
    if not a.attributes or not b.attributes:
        return Level("attribute", "none" if not a.attributes and not b.attributes else "one")
    says = f"{', '.join(sorted(a.attributes))} / {', '.join(sorted(b.attributes))}"
    if a.attributes & b.attributes:
        return Level("attribute", "same", says)
    tie = nearest(a.attributes, b.attributes)
    if any(opposed(x, y) for x in a.attributes for y in b.attributes):
        return Level("attribute", "opposed", says)
    return Level("attribute", "related" if tie in _TIES else "differ", says)


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
    """Whether both tell of an event that comes once in a life or a case: birth, death, conviction, sentence."""
    shared = a.event.classes & b.event.classes if a.event and b.event else frozenset()
    sides = [claim.subject is not None and claim.subject.role in ("affected", "owner", "of") for claim in (a, b)]
    return all(sides) and any(is_a(name, once) for name in shared for once in cues("once"))


_WHO = {
    "same-named": "name", "alike-named": "name", "same-noun": "noun", "alike-noun": "noun", "different-named": "other",
    "different-noun": "other",
}  # fmt: skip
_EVENT = {
    "same-lemma": "same", "same": "same", "converse": "same", "same-general": "general", "near": "near",
    "ancestor": "near", "alike": "near", "none": "other", "sibling": "other", "opposed": "never", "excluded": "never",
    "ordered": "never",
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
    same = a.noun.lemma == b.noun.lemma
    tie = nearest(a.noun_classes, b.noun_classes)
    if not same and tie in (Kinship.OPPOSED, Kinship.EXCLUDED):
        return Level("noun", "opposed", says)
    if same or tie is Kinship.SAME:
        ways = _modifiers(a.noun.modifiers, b.noun.modifiers)
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


def scope(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both count in the same frame: of all, of the others, in one district."""
    if a.kind == "age":
        return Level("scope", "none")
    one, other = _scopes(a), _scopes(b)
    alone = _APART_ALONE & (set(a.scope) ^ set(b.scope))
    if alone and apart(a, b):
        return Level("scope", "exclude", f"{', '.join(sorted(alone))} on one side only")
    if scopes_exclude(a.scope, b.scope):
        return Level("scope", "exclude", f"{', '.join(a.scope)} / {', '.join(b.scope)}")
    if one[0] != other[0]:
        return Level("scope", "other", f"{', '.join(one[0] | other[0])} on one side only")
    if _periods(a) or _periods(b):
        same = _periods(a) == _periods(b)
        return Level("scope", "same" if same else "period", f"{', '.join(a.scope)} / {', '.join(b.scope)}")
    places = likeness_of_places(one[1], other[1])
    return Level("scope", places, f"{', '.join(one[1])} / {', '.join(other[1])}")


def _periods(claim: Claim) -> set[str]:
    return {word for word in claim.scope if word.startswith("during ")}


_ANOTHER = frozenset({"other", "another", "more", "additional", "further", "extra", "remaining", "rest"})
_APART_ALONE = frozenset({"separate", "before"})
"""Scopes that make another fact of a figure: of another accident, of the year before."""


_FIRST = frozenset({"first", "last", "final", "next"})


def _scopes(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    plain = {"part" if word == "part" else "more" for word in claim.scope if word in _ANOTHER or word == "part"}
    if claim.kind not in _TEMPORAL:
        plain |= _FIRST & set(claim.scope)
    return frozenset(plain), frozenset(
        word.partition(" ")[2] for word in claim.scope if " " in word and word.partition(" ")[2]
    )


def likeness_of_places(a: Collection[str], b: Collection[str]) -> str:
    """`same`, `differ`, `one` or `none` for two sets of narrowing nouns and names."""
    if not a and not b:
        return "none"
    if not a or not b:
        return "one"
    if any(names(x, y) is Likeness.SAME or nouns(x, y) in (Likeness.SAME, Likeness.ALIKE) for x in a for y in b):
        return "same"
    return "differ"


def cast(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same people, organisations and places take part."""
    one = {entity.key for entity in a.participants if entity.named and entity.type != "place"}
    other = {entity.key for entity in b.participants if entity.named and entity.type != "place"}
    shared = sum(any(names(x, y) is Likeness.SAME for y in other) for x in one)
    if not one or not other:
        return Level("cast", "absent")
    return Level("cast", "two" if shared > 1 else "one" if shared else "apart", ", ".join(sorted(one & other)))


def roles(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same part is played by the same names: before which court, against which side, from which town."""
    filled = [
        {(entity.role, entity.key) for entity in claim.participants if entity.named and entity.role not in _CORE}
        for claim in (a, b)
    ]
    shared = {role for role, _ in filled[0]} & {role for role, _ in filled[1]}
    if not shared or a.kind == "age":
        return Level("roles", "absent")
    for role in sorted(shared):
        one, other = ({key for as_role, key in side if as_role == role} for side in filled)
        if not any(names(x, y) in (Likeness.SAME, Likeness.ALIKE) or _inside(x, y) for x in one for y in other):
            return Level("roles", "clash", f"{role}: {', '.join(sorted(one))} / {', '.join(sorted(other))}")
    return Level("roles", "same", ", ".join(sorted(shared)))


_CORE = frozenset({"affected", "agent", "owner", "is", "modifier", "outer agent", "outer affected"})


def _inside(x: str, y: str) -> bool:
    return lies_in(x, y) or lies_in(y, x)


def things(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same sorts of things take part."""
    one = {entity.key for entity in a.participants if not entity.named and entity.key}
    other = {entity.key for entity in b.participants if not entity.named and entity.key}
    if not one or not other or a.kind == "age":
        return Level("things", "absent")
    shared = sum(any(nouns(x, y) in (Likeness.SAME, Likeness.ALIKE) for y in other) for x in one)
    return Level("things", "two" if shared > 1 else "one" if shared else "apart", ", ".join(sorted(one & other)))


def context(a: Claim, b: Claim, words: Words) -> Level:
    """How many rare words the two sentences share."""
    share = words.overlap(a.context | a.names, b.context | b.names)
    for level, least in (("most", 0.6), ("much", 0.4), ("some", 0.25), ("little", 0.12)):
        if share >= least:
            return Level("context", level, f"{share:.2f}")
    return Level("context", "none", f"{share:.2f}")


def value(a: Claim, b: Claim, words: Words) -> Level:
    """How near the two values lie, and how telling that is."""
    x, y = a.value.stated, b.value.stated
    if isinstance(x, Days | Clock) or isinstance(y, Days | Clock):
        return Level("value", _day_level(a, b, words))
    figures = a.value.amounts
    if equal(x, y) or (figures and figures == b.value.amounts and a.value.unit == b.value.unit):
        rare = words.values[a.value.dimension, x] <= 6 and _telling(a)
        return Level("value", "equal-telling" if rare else "equal")
    if meets(a.value.tolerated, b.value.tolerated):
        return Level("value", "near")
    apart = gap(x, y)
    if apart is not None and apart > _APART[0][0] and slip(a.value, b.value):
        return Level("value", "slip", slip(a.value, b.value))
    if apart is None:
        return Level("value", "apart")
    level = next((level for most, level in _APART if apart <= most), "remote")
    return Level("value", NEVER if level == "remote" and a.kind == "duration" else level)


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
    """How two dates or times lie to each other; days apart of happenings that nothing ties are never one fact."""
    x, y = a.value.stated, b.value.stated
    if type(x) is type(y) and equal(x, y):
        rare = words.values[a.value.dimension, x] <= 4
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
    if slip(a.value, b.value):
        return "slip"
    tie = event(a, b, words).level
    if tie == "none" or (tie == "unknown" and _WHO.get(who(a, b, words).level) not in ("name", "noun")):
        return NEVER
    apart = gap(*opened(a, b, one, other))
    return "close" if apart is not None and apart <= 10 else "apart" if apart is None or apart <= 400 else "far"


def when(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both hold for the same time."""
    if a.kind in _TEMPORAL or a.kind == "age":
        return Level("when", "absent")
    if bool(a.as_of) != bool(b.as_of):
        return Level("when", "other")
    if a.as_of_days.is_free or b.as_of_days.is_free:
        return Level("when", "absent")
    return Level("when", "same" if meets(a.as_of_days, b.as_of_days) else "apart")


def setting(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the sentences speak of the same days: two quakes, two games, two trials are told apart by them."""
    if a.kind in _TEMPORAL or a.kind == "age" or not a.setting or not b.setting:
        return Level("setting", "absent")
    same = any(meets(x, y) for x in a.setting for y in b.setting)
    return Level("setting", "same" if same else "apart")


def places(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the sentences name the same places."""
    if not a.places or not b.places:
        return Level("places", "absent" if not a.places and not b.places else "one")
    if a.places & b.places:
        return Level("places", "same", ", ".join(sorted(a.places & b.places)))
    within = any(lies_in(x, y) or lies_in(y, x) for x in a.places for y in b.places)
    return Level("places", "within" if within else "apart", f"{', '.join(a.places)} / {', '.join(b.places)}")


def era(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both tell of what happened long before the articles, or neither does."""
    if a.kind in _TEMPORAL or a.kind == "age":
        return Level("era", "absent")
    return Level("era", "differ" if a.background != b.background else "past" if a.background else "now")


def beside(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the same name stands nearest to the value: the firm, the product, the player it is told of."""
    if not a.beside or not b.beside:
        return Level("beside", "absent")
    same = names(a.beside, b.beside) in (Likeness.SAME, Likeness.ALIKE)
    return Level("beside", "same" if same else "differ", f"{a.beside} / {b.beside}")


def named(a: Claim, b: Claim, words: Words) -> Level:
    """Whether the sentences name the same things that are rare in the story: two towns, two firms, two quakes."""
    one, other = ({name for name in claim.names if words.weight(name) > _RARE} for claim in (a, b))
    if not one or not other:
        return Level("named", "absent" if not one and not other else "one")
    shared = one & other or {x for x in one for y in other if names(x, y) is Likeness.SAME}
    return Level("named", "same" if shared else "apart", ", ".join(sorted(shared)))


_RARE = 0.5
"""Weight from which on a name is rare: about half the sentences of a story do without it."""


def relation(a: Claim, b: Claim, _: Words) -> Level:
    """Whether two dates bound the event alike: at, since, until, before, after."""
    if a.kind not in _TEMPORAL:
        return Level("relation", "absent")
    one, other = _bounds(a.reading.relation), _bounds(b.reading.relation)
    return Level("relation", "same" if one == other else "differ", f"{one} / {other}")


def _bounds(word: str) -> str:
    if word in ("since", "from", "until", "till", "by", "before", "after", "through"):
        return {"from": "since", "till": "until", "through": "until"}.get(word, word)
    return "at"


def mood(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both are told as facts, or both as plans."""
    real = [_is_done(claim) for claim in (a, b)]
    if a.status is Status.DENIED or b.status is Status.DENIED:
        return Level("mood", "same" if a.status is b.status else "denied")
    return Level("mood", "same" if real[0] == real[1] or None in real else "differ")


def _is_done(claim: Claim) -> bool | None:
    """Whether a claim is told as having come about; None where it is no plan and its clause has no past."""
    if claim.status not in (Status.ASSERTED, Status.ATTRIBUTED):
        return False
    return True if claim.event is not None and claim.event.tense == "past" else None


def unit(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the unit is the same, and what it holds per."""
    if a.reading.per != b.reading.per:
        return Level("unit", "per")
    if not a.value.written_unit and not b.value.written_unit:
        return Level("unit", "absent")
    return Level("unit", "same" if a.value.written_unit == b.value.written_unit else "other")


def trend(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both are changes, or both are figures that stand."""
    return Level("trend", "same" if a.value.trend == b.value.trend else "differ")


PARTS: tuple[Compare, ...] = (
    article, who, event, deed, attribute, part, noun, tally, scope, cast, roles, things, context, value, when, setting,
    era, beside, named, places, relation, mood, unit, trend,
)  # fmt: skip
"""Every part, in the order in which a score is told."""
