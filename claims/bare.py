"""Bare numbers that only the sentence explains: "my wife is 71", "the quake measured 5.9", "the toll of dead was 12".

The kinds read words without a parse; what a number without unit or noun measures is told by what it is said of. The
bias: a room, a bus or a jersey that somebody "is" ("I am 12 in the queue") is read as an age.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.clause import Governor, case_of, governor, subject_of
from claims.model import Interval, Modality, Phrase, Reading, Span, Value
from claims.tree import Token, Tree
from claims.words.classes import event_classes, is_a, is_general, noun_classes
from claims.words.cues import cues
from claims.words.title import is_person_noun

_HUNDRED = Decimal(100)
_ATTAINING = cues("attaining") | {"be"}
_COUNTS = frozenset({"toll", "number", "count", "total", "figure", "tally", "turnout", "attendance", "population"})
_MEASURES = frozenset({"measure", "register", "record", "be", "have"})
_OLDEST = 115


def explained(reading: Reading, tree: Tree) -> Reading:
    """The reading with the kind or noun that its sentence gives it; the same where the sentence explains nothing.

    `tree` and `reading` count from the start of the sentence.
    """
    if reading.value.dimension == "share":
        return _percent(reading)
    if reading.kind == "duration":
        return _within(reading, tree)
    if not is_bare(reading):
        return reading
    top = _top(reading, tree)
    found = governor(tree, top.i) if top is not None else None
    if top is None or found is None or len(reading.value.amounts) != 1:
        return reading
    if _stands_alone(reading, top, found):
        return replace(reading, comparable=True)
    what = found.token if found.role == "is" else subject_of(tree, found.token.i)
    if what is None:
        return reading
    return _age(reading, what, found) or _magnitude(reading, what, found.token) or _counted(
        reading, tree, what, found.token
    ) or reading  # fmt: skip


def is_bare(reading: Reading) -> bool:
    """Whether the reading is a number without unit and noun, which only its sentence can explain."""
    own = reading.noun is not None and reading.noun.span.start >= reading.core.start
    plain = reading.kind == "count" and not reading.comparable and not own
    return plain and not reading.value.written_unit and reading.value.modality is not Modality.VAGUE


def _percent(reading: Reading) -> Reading:
    """A share as the percentage it is, so that "one in four" meets "25 percent"."""
    value = reading.value
    if not (isinstance(value.stated, Interval) and isinstance(value.tolerated, Interval)):
        return reading
    stated, tolerated = value.stated.times(_HUNDRED), value.tolerated.times(_HUNDRED)
    return replace(
        reading, value=replace(value, dimension="percent", stated=stated, tolerated=tolerated, unit="percentage")
    )


def _within(reading: Reading, tree: Tree) -> Reading:
    """ "Within an hour" is at most an hour."""
    before = [token for token in tree.tokens if token.end <= reading.span.start]
    value = reading.value
    if not before or before[-1].lemma not in ("within", "inside") or not isinstance(value.tolerated, Interval):
        return reading
    stated = Interval(Decimal(0), value.tolerated.high)
    return replace(reading, value=replace(value, stated=stated, tolerated=stated, modality=Modality.AT_MOST))


def _top(reading: Reading, tree: Tree) -> Token | None:
    """The token that stands for the number in its clause: "more" in "six more were injured"."""
    top = tree.top(reading.core.start, reading.core.end)
    if top is not None and top.dep == "nummod" and tree.head(top.i).lemma in ("more", "other", "another"):
        return tree.head(top.i)
    return top


def _stands_alone(reading: Reading, top: Token, found: Governor) -> bool:
    """Whether the number itself is who or what something happened to: "six more were injured", "killing 12"."""
    amount = reading.value.amounts[0]
    happened = any(not is_general(name) for name in event_classes(found.token.lemma, "verb"))
    happened = happened and found.token.lemma not in _MEASURES | _ATTAINING | {"turn"}
    return top.dep.startswith(("nsubj", "obj")) and happened and amount == int(amount) and amount > 1


def _age(reading: Reading, subject: Token, found: Governor) -> Reading | None:
    amount = reading.value.amounts[0]
    said = found.role == "is" or (found.role == "affected" and found.token.lemma == "turn")
    human = is_person_noun(subject.lemma) or subject.lemma in ("he", "she", "i", "who") or subject.pos == "PROPN"
    said = said and subject.end <= reading.core.start
    if not said or not human or amount != int(amount) or not 1 <= amount <= _OLDEST:
        return None
    value = Value(
        "age", Interval.point(amount), Interval.point(amount), "year", "year of age", reading.value.amounts,
        reading.value.modality, reading.value.words,
    )  # fmt: skip
    return replace(reading, kind="age", value=value, comparable=True)


def _magnitude(reading: Reading, subject: Token, verb: Token) -> Reading | None:
    amount = reading.value.amounts[0]
    quake = any(is_a(name, "quakes") or is_a(name, "aftershocks") for name in noun_classes(subject.lemma))
    if not quake or not Decimal(1) <= amount < 10 or not (verb.lemma in _MEASURES or verb.i == subject.i):
        return None
    half = Decimal(1).scaleb(int(amount.as_tuple().exponent)) / 2
    value = Value(
        "magnitude", Interval.point(amount), Interval(amount - half, amount + half, high_open=True), "magnitude",
        "magnitude", reading.value.amounts, reading.value.modality, reading.value.words,
    )  # fmt: skip
    return replace(reading, kind="magnitude", value=value, comparable=True)


def _counted(reading: Reading, tree: Tree, subject: Token, verb: Token) -> Reading | None:
    """What the subject counts: "the number of dead stood at 12", "the death toll is 17".

    The toll "of the crash" counts those who died in it, and no crashes.
    """
    if subject.lemma not in _COUNTS or not (verb.lemma in _ATTAINING or verb.i == subject.i):
        return None
    things = [token for token in tree.children(subject.i, "nmod") if case_of(tree, token.i) == "of"]
    if subject.lemma == "toll":
        things = [token for token in things if _is_of_people(token.lemma)]
    noun = things[0] if things else subject
    before = [token for token in tree.children(noun.i, "compound", "amod") if token.end <= noun.start]
    start = before[0].start if before else noun.start
    words = " ".join(token.text for token in (*before, noun))
    phrase = Phrase(words, noun.lemma, Span(start, noun.end), tuple(token.lemma for token in before))
    return replace(reading, noun=phrase, comparable=True)


def _is_of_people(noun: str) -> bool:
    return any(is_a(name, "people") or is_a(name, "affected") for name in noun_classes(noun))
