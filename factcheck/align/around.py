"""Parts of an alignment score that look around a value: its scope, who else takes part, its time, mood and unit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set

from claims.model import SHARES, TEMPORAL, Claim, Days, Interval, Status
from claims.region import meets
from claims.scope import ALONE
from claims.span import SPANNING
from claims.stage import MARGIN, PARTIAL, PRELIMINARY, TO_GO
from claims.words.classes_scope import scopes_exclude
from claims.words.place import lies_in
from factcheck.align.level import NEVER, Level, Words, apart, figure
from factcheck.align.likeness import Likeness, names, nouns


def scope(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both count in the same frame: of all, of the others, in one district."""
    if a.kind == "age":
        return Level("scope", "none")
    one, other = _scopes(a), _scopes(b)
    alone = _alone(a, b)
    if alone and apart(a, b):
        return Level("scope", "exclude", f"{', '.join(sorted(alone))} on one side only")
    reckoned = _reckoned_apart(_spans(a), _spans(b)) or _are_sum_and_part(a, b) or _are_sum_and_part(b, a)
    if scopes_exclude(a.scope, b.scope) or (apart(a, b) and reckoned):
        return Level("scope", "exclude", f"{', '.join(a.scope)} / {', '.join(b.scope)}")
    if one[0] != other[0]:
        level = "other" if apart(a, b) else "other-meets"
        return Level("scope", level, f"{', '.join(sorted(one[0] | other[0]))} on one side only")
    if _periods(a) or _periods(b):
        same = _periods(a) == _periods(b)
        level = "same" if same else "period-apart" if a.kind == "count" and apart(a, b) else "period"
        return Level("scope", level, f"{', '.join(a.scope)} / {', '.join(b.scope)}")
    places = likeness_of_places(one[1], other[1])
    return Level("scope", places, f"{', '.join(sorted(one[1]))} / {', '.join(sorted(other[1]))}")


def _periods(claim: Claim) -> set[str]:
    return {word for word in claim.scope if word.startswith("during ")}


def _spans(claim: Claim) -> set[str]:
    return {word.removeprefix(SPANNING) for word in claim.scope if word.startswith(SPANNING)}


def _reckoned_apart(one: Set[str], other: Set[str]) -> bool:
    """Whether two changes are reckoned over two stretches: on the month and on the year. More than a year is told.

    "Up 27 percent" beside "up 72 percent over five years" is missed, where both mean the five years.
    """
    if one and other:
        return not one & other
    return any(months.isdigit() and int(months) > _A_YEAR for months in one | other)


def _are_sum_and_part(a: Claim, b: Claim) -> bool:
    """Whether one is all that came since some day, and the other what came on or in its own time."""
    return "since" in a.scope and "since" not in b.scope and not b.as_of_days.is_free


def _alone(a: Claim, b: Claim) -> frozenset[str]:
    """Scopes that stand on one side only and make another fact of its figure."""
    found = _APART_ALONE & (set(a.scope) ^ set(b.scope))
    groups = _groups(a), _groups(b)
    if not all(groups):
        found |= groups[0] | groups[1]
    if _is_part_alone(a, b) or _is_part_alone(b, a):
        found |= {ALONE}
    return found


def _groups(claim: Claim) -> frozenset[str]:
    """Of whom a share is told, where it is not of all: "among those under 30"."""
    return frozenset(word for word in claim.scope if claim.kind in SHARES and word.startswith("among "))


def _is_part_alone(a: Claim, b: Claim) -> bool:
    """Whether one is of one thing "alone", the other does not say so, and the first is smaller: it can be a part."""
    if ALONE not in a.scope or ALONE in b.scope:
        return False
    part, whole = a.value.tolerated, b.value.tolerated
    if not (isinstance(part, Interval) and isinstance(whole, Interval)):
        return False
    return part.high is not None and whole.low is not None and part.high <= whole.low


_A_YEAR = 12
_ANOTHER = frozenset({"other", "another", "more", "additional", "further", "extra", "remaining", "rest"})

_APART_ALONE = frozenset({"separate", "before", "moment", "record", PARTIAL, TO_GO, MARGIN, PRELIMINARY})
"""Scopes that make another fact of a figure: of another accident, of the year before, in early trading, since when, in
a count that goes on, still to come, by which somebody leads, first given out."""

_FIRST = frozenset({"first", "last", "final", "next"})


def _scopes(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    plain = {"part" if word == "part" else "more" for word in claim.scope if word in _ANOTHER or word == "part"}
    if claim.kind not in TEMPORAL:
        plain |= _FIRST & set(claim.scope)
    return frozenset(plain), frozenset(
        word.partition(" ")[2] for word in claim.scope if word.partition(" ")[2] and not word.startswith(SPANNING)
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
    if not one or not other:
        return Level("cast", "absent")
    shared = _paired(one, other, lambda x, y: names(x, y) is Likeness.SAME)
    return Level("cast", "two" if shared > 1 else "one" if shared else "apart", ", ".join(sorted(one & other)))


def _paired(one: Set[str], other: Set[str], alike: Callable[[str, str], bool]) -> int:
    """How many of each side at least have their like on the other."""
    return min(sum(any(alike(x, y) for y in other) for x in one), sum(any(alike(x, y) for x in one) for y in other))


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
    shared = _paired(one, other, lambda x, y: nouns(x, y) in (Likeness.SAME, Likeness.ALIKE))
    return Level("things", "two" if shared > 1 else "one" if shared else "apart", ", ".join(sorted(one & other)))


def context(a: Claim, b: Claim, words: Words) -> Level:
    """How many rare words the two sentences share."""
    share = words.overlap(a.context | a.names, b.context | b.names)
    for level, least in (("most", 0.6), ("much", 0.4), ("some", 0.25), ("little", 0.12)):
        if share >= least:
            return Level("context", level, f"{share:.2f}")
    return Level("context", "none", f"{share:.2f}")


def swap(a: Claim, b: Claim, words: Words) -> Level:
    """Whether two figures changed places between the two sentences."""
    swapped = words.swaps.get(frozenset((a.at, b.at)))
    return Level("swap", "absent" if swapped is None else "swapped" if swapped else "crossed")


def wording(a: Claim, b: Claim, words: Words) -> Level:
    """How many rare words stand beside both values: two reports of one fact often tell it in the same few words."""
    one, other = (claim.wording - {claim.noun.lemma if claim.noun else ""} for claim in (a, b))
    share = words.overlap(one, other)
    level = next((level for level, least in _WORDING if share >= least), "none")
    return Level("wording", level, ", ".join(sorted(one & other)))


_WORDING = (("most", 0.6), ("much", 0.4), ("some", 0.2))


def company(a: Claim, b: Claim, words: Words) -> Level:
    """Whether the two sentences share a further figure or date that is rare in the story."""
    others = [words.rare(claim) - {figure(claim)} for claim in (a, b)]
    shared = len(others[0] & others[1])
    return Level("company", "two" if shared > 1 else "one" if shared else "none" if all(others) else "absent")


def lead(a: Claim, b: Claim, words: Words) -> Level:
    """Whether both stand where an article begins, which is where it tells its main facts."""
    first = [(claim.article, claim.sentence) in words.leads for claim in (a, b)]
    return Level("lead", "both" if all(first) else "one" if any(first) else "absent")


def brief(a: Claim, b: Claim, words: Words) -> Level:
    """Whether both articles are mere statements: whoever puts two sentences side by side means one fact.

    The odds that two claims are one fact depend on how many others there are; two reports of forty claims each have few
    pairs of one fact, two statements seldom another. It takes two reports with hardly a figure for statements, too.
    """
    return Level("brief", "both" if {a.article, b.article} <= words.brief else "absent")


def when(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both hold for the same time."""
    if a.kind in TEMPORAL or a.kind == "age":
        return Level("when", "absent")
    if bool(a.as_of) != bool(b.as_of):
        return Level("when", "other")
    if a.as_of_days.is_free or b.as_of_days.is_free:
        past = any(_lasts(x.as_of_days, _HALF_YEAR) and _is_now(y) for x, y in ((a, b), (b, a)))
        return Level("when", NEVER, "of a year and of now") if past and apart(a, b) else Level("when", "absent")
    if _are_day_and_period(a, b):
        return Level("when", NEVER, "of a day and of a period")
    if meets(a.as_of_days, b.as_of_days):
        return Level("when", "same")
    two = all(map(_is_period, (a.as_of_days, b.as_of_days))) and apart(a, b)
    return Level("when", NEVER if two else "apart", "of two periods" if two else "")


def _is_now(claim: Claim) -> bool:
    """Whether a figure is told in the present tense, of no day: "are eighth with 38 points"."""
    return claim.event is not None and claim.event.tense == "present" and not claim.background


def _are_day_and_period(a: Claim, b: Claim) -> bool:
    """Whether one change is that of a day and the other that of a month or longer: shares on Monday and this year."""
    moved = a.kind == b.kind == "percent" and a.value.trend and b.value.trend and apart(a, b)
    return bool(moved) and any(_is_period(x.as_of_days) and _is_narrow(y.as_of_days) for x, y in ((a, b), (b, a)))


def _is_period(days: Days) -> bool:
    """Whether days are a month or longer, so that a figure of theirs is no other period's figure."""
    return _lasts(days, _PERIOD)


def _lasts(days: Days, least: int) -> bool:
    """Whether days are bounded, and the last is at least so many after the first."""
    return days.first is not None and days.last is not None and (days.last - days.first).days >= least


_PERIOD = 27
_HALF_YEAR = 180


def setting(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the sentences speak of the same days and hours, which tell two quakes, games and trials apart."""
    if a.kind in TEMPORAL or a.kind == "age":
        return Level("setting", "absent")
    if a.hours and b.hours and not any(meets(x, y) for x in a.hours for y in b.hours):
        return Level("setting", "apart")
    if not a.setting or not b.setting:
        return Level("setting", "absent")
    if not any(meets(x, y) for x in a.setting for y in b.setting):
        return Level("setting", "apart")
    tight = any(meets(x, y) and _is_narrow(x) and _is_narrow(y) for x in a.setting for y in b.setting)
    return Level("setting", "same" if tight else "loose")


def _is_narrow(days: Days) -> bool:
    """Whether a set of days lies within a week: "Monday" of an unknown week can be any."""
    return days.first is not None and days.last is not None and (days.last - days.first).days < 7


def places(a: Claim, b: Claim, _: Words) -> Level:
    """Whether the sentences name the same places."""
    if not a.places or not b.places:
        return Level("places", "absent" if not a.places and not b.places else "one")
    if a.places & b.places:
        return Level("places", "same", ", ".join(sorted(a.places & b.places)))
    within = any(lies_in(x, y) or lies_in(y, x) for x in a.places for y in b.places)
    return Level(
        "places", "within" if within else "apart", f"{', '.join(sorted(a.places))} / {', '.join(sorted(b.places))}"
    )


def era(a: Claim, b: Claim, _: Words) -> Level:
    """Whether both tell of what happened long before the articles, or neither does."""
    if a.kind in TEMPORAL or a.kind == "age":
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
    if a.kind not in TEMPORAL:
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
