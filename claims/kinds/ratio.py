"""Ratios, fractions and multiples: parts of a whole ("two-thirds", "one in four") and times as much ("sixfold")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claims.kind import Example, Passage, modality_of
from claims.model import Interval, Modality, Pair, Phrase, Reading, Span, Value
from claims.words.hedge import hedge_before
from claims.words.noise import is_year
from claims.words.noun import counted
from claims.words.number import Form, Number
from claims.words.numeral import WORDS, is_whole
from claims.words.quantity import Quantity
from claims.words.tolerance import regions, spread

_OUT_OF = re.compile(r" (?:out of(?: every)?|in(?: every)?|of every) |-in-|-out-of-", re.IGNORECASE)
_OVER = " over "
_CLAUSE_ENDS = re.compile(r"$|[.,;:)]")
_TO_ONE = re.compile(
    r"(?<![\w.,$£€-])(?P<a>\d{1,3})(?:-to-| to |:)(?P<b>\d{1,3})(?= (?:ratio|margin|odds|favou?rite|majority|chance)\b)"
)
_MULTIPLES = {
    "doubl": Decimal(2), "tripl": Decimal(3), "trebl": Decimal(3), "quadrupl": Decimal(4), "quintupl": Decimal(5),
    "halv": Decimal("0.5"),
}  # fmt: skip
_MULTIPLE = re.compile(r"\b(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?P<end>ed|es|ing)\b", re.IGNORECASE)
_FOLD = re.compile(
    r"\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d+)-?fold\b", re.IGNORECASE
)
_TIMES_AS = re.compile(
    r" times (?:as|more|higher|larger|bigger|greater|faster|the|that|its|less|lower|over|worse|longer|stronger)\b"
)


class _Ratio:
    name = "ratio"
    summary = "Fractions of a whole, odds, and how many times as much one thing is as another."
    examples = (
        Example("Two-thirds of voters stayed away.", ("Two-thirds of voters = 0.6667 voter",)),
        Example("One in four homes is empty.", ("One in four homes = 0.25 home",)),
        Example("About half of the staff left.", ("About half of the staff = ~ 0.5 staff",)),
        Example("Sales rose sixfold.", ("sixfold = 6 time up",)),
        Example("It passed by a 3-to-1 margin.", ("3-to-1 = 3:1",)),
        Example("It is three times as large.", ("three times = 3 time",)),
    )
    silent = (
        "The first half ended early.",
        "The third man fled.",
        "One in the car was hurt.",
        "Half-brothers met in the second quarter.",
        "They met three times.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The ratios in `passage`."""
        yield from _odds(passage)
        yield from _multiples(passage)
        skip = 0
        found = passage.raw_quantities
        for i, quantity in enumerate(found):
            if quantity.core_start < skip:
                continue
            after = found[i + 1] if i + 1 < len(found) else None
            reading = _one_in(passage.text, quantity, after) or _over(passage.text, quantity, after) if after else None
            if reading is None and quantity.unit is None and quantity.numbers[0].form is Form.FRACTION:
                reading = _fraction(passage.text, quantity, quantity.numbers, quantity.core_end)
            if reading is None and quantity.unit and quantity.unit.dimension == "multiple":
                reading = _times(passage.text, quantity)
            if reading:
                skip = reading.core.end
                yield reading


def _odds(passage: Passage) -> Iterator[Reading]:
    """ "A 3-to-1 margin": two figures that belong together."""
    for found in _TO_ONE.finditer(passage.text):
        if passage.is_free(*found.span()):
            first, second = Decimal(found["a"]), Decimal(found["b"])
            pair = Pair(Interval.point(first), Interval.point(second))
            span = Span(*found.span())
            value = Value("ratio", pair, pair, "", "", (first, second), Modality.EXACT, found.group())
            yield Reading("ratio", span, span, value)


def _multiples(passage: Passage) -> Iterator[Reading]:
    """ "Doubled", "sixfold". A verb writes no number, so that its reading has no amounts."""
    for pattern in (_MULTIPLE, _FOLD):
        for found in pattern.finditer(passage.text):
            if not passage.is_free(*found.span()):
                continue
            span = Span(*found.span())
            size = _MULTIPLES[found["verb"].lower()] if pattern is _MULTIPLE else _fold(found["word"])
            amounts = (size,) if pattern is _FOLD else ()
            trend = "down" if size < 1 else "up"
            number = Number(span.start, span.end, size)
            hedge = hedge_before(passage.text, span.start)
            stated, tolerated = regions(number, hedge[0] if hedge else None, False)
            start = hedge[1] if hedge else span.start
            value = Value(
                "multiple", stated, tolerated, "time", "time", amounts, hedge[0].modality if hedge else Modality.EXACT,
                passage.text[start : span.end], trend,
            )  # fmt: skip
            yield Reading("ratio", Span(start, span.end), span, value)


def _fold(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else (WORDS[word.lower()].value)


def _one_in(text: str, first: Quantity, second: Quantity) -> Reading | None:
    """ "One in four", "two out of five", "3 in 10": a share. "Two in 30 cars" is misread as one."""
    a, b = first.numbers[0], second.numbers[0]
    gap = _OUT_OF.fullmatch(text, first.core_end, second.core_start)
    if gap is None or first.unit or second.unit or first.is_range or second.is_range or is_year(text, b):
        return None
    if a.form is not Form.CARDINAL or b.form is not Form.CARDINAL or not 0 < a.value < b.value or not is_whole(a.value):
        return None
    if gap.group() == " in " and (b.value > 10 and b.value % 5):
        return None
    size = a.value / b.value
    number = Number(first.numbers[0].start, second.core_end, size, Form.FRACTION, size / 5)
    return _fraction(text, first, (number,), second.core_end)


def _over(text: str, above: Quantity, below: Quantity) -> Reading | None:
    """ "Two over three", said of a fraction where nothing follows; read, but not compared, for news hardly says so."""
    a, b = above.numbers[0], below.numbers[0]
    if text[above.core_end : below.core_start] != _OVER or not _CLAUSE_ENDS.match(text, below.core_end):
        return None
    if above.unit or below.unit or {a.form, b.form} != {Form.CARDINAL} or not b.value:
        return None
    number = Number(a.start, b.end, a.value / b.value, Form.FRACTION, a.value / b.value / 5)
    return replace(_fraction(text, above, (number,), below.core_end), comparable=False)


def _fraction(text: str, quantity: Quantity, numbers: tuple[Number, ...], end: int) -> Reading:
    """The share of a whole that a fraction states, with what it is a share of."""
    noun = counted(text, end, single=False, part=True)
    if len(numbers) > 1:
        low, high = sorted(numbers, key=lambda number: number.value)
        stated, tolerated = spread(low, high, quantity.hedge, False)
    else:
        stated, tolerated = regions(numbers[0], quantity.hedge, False)
    amounts = tuple(number.value for number in numbers)
    value = Value(
        "share", stated, tolerated, "share", "", amounts, modality_of(quantity), text[quantity.start : end],
        quantity.trend,
    )  # fmt: skip
    return Reading("ratio", Span(quantity.start, _end(noun, end)), Span(quantity.core_start, end), value, noun=noun)


def _end(noun: Phrase | None, end: int) -> int:
    return noun.span.end if noun else end


def _times(text: str, quantity: Quantity) -> Reading | None:
    """ "Three times as large"; plain "three times" counts occasions and is left to counts."""
    if not _TIMES_AS.match(text, quantity.numbers[-1].end):
        return None
    stated, tolerated = regions(quantity.numbers[0], quantity.hedge, False)
    value = Value(
        "multiple", stated, tolerated, "time", "time", quantity.amounts, modality_of(quantity),
        text[quantity.start : quantity.core_end], quantity.trend,
    )  # fmt: skip
    return Reading(
        "ratio", Span(quantity.start, quantity.core_end), Span(quantity.core_start, quantity.core_end), value
    )


RATIO = _Ratio()
