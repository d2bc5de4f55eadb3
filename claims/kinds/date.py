"""Dates: the day, month, year, quarter ... that something happened, is to happen, or holds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.kind import Example, Passage
from claims.model import Days, Modality, Reading, Span, Value
from claims.when import DayExpr, Grain, LengthExpr, SetExpr
from claims.words.day_find import Found
from claims.words.day_resolve import resolve
from claims.words.number import numbers
from claims.words.numeral import is_whole


class _Date:
    name = "date"
    summary = "When something happened or is to happen: a day, month, year ..., in full, in part or by distance."
    examples = (
        Example("The jury met on April 25, 2019.", ("April 25, 2019 = 2019-04-25",)),
        Example("It closed on 3/14/2019 and on 2019-05-02.", ("3/14/2019 = 2019-03-14", "2019-05-02 = 2019-05-02")),
        Example("He was sentenced Tuesday.", ("Tuesday = 2021-12-14",), "2021-12-20"),
        Example("He was sentenced Tuesday.", ("Tuesday = XXXX-WXX-2",)),
        Example("The council will vote on Friday.", ("Friday = 2021-12-24",), "2021-12-20"),
        Example("The fair ran March 3-5 in Dellmouth.", ("March 3-5 = 2021-03-03/2021-03-05",), "2021-04-01"),
        Example("The bridge fell in October.", ("October = 2021-10",), "2021-12-20"),
        Example("The bridge fell in October.", ("October = XXXX-10",)),
        Example("Profit rose in the third quarter of 2012.", ("the third quarter of 2012 = 2012-Q3",)),
        Example(
            "It opened last year and shut yesterday.", ("last year = 2020", "yesterday = 2021-12-19"), "2021-12-20"
        ),
        Example("The mill burned in the 1980s and again in 1996.", ("the 1980s = 198", "1996 = 1996"), "2021-12-20"),
        Example("Two years ago the harbour froze.", ("Two years ago = 2019",), "2021-12-20"),
        Example("He resigned two days after the flood.", ("two days after = P2D",)),
        Example("The ferry sails every Monday.", ("every Monday = XXXX-WXX-1",)),
    )
    silent = (
        "Prices may rise in the spring sun, a second witness said.",
        "They march for a fall in rents.",
        "The club signed 2000 members and sold 1,987 shirts for $1990.",
        "A 26-year-old man rode the 5:15.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The dates in `passage`, and what recurs on dates."""
        for found in passage.time_expressions:
            if isinstance(found.when, DayExpr | SetExpr) and passage.is_free(found.start, found.end):
                yield _reading(passage, found)


def _reading(passage: Passage, found: Found) -> Reading:
    when, words = found.when, passage.text[found.start : found.wide]
    modality = Modality.ABOUT if found.timex.mod == "APPROX" else Modality.EXACT
    stated, tolerated, unit = Days(), Days(), "day"
    if isinstance(when, DayExpr):
        stated, tolerated = resolve(when, passage.published)
        unit = when.grain.value
        if when.grain is Grain.VAGUE:
            modality, unit = Modality.VAGUE, ""
    elif isinstance(when, SetExpr) and isinstance(when.every, LengthExpr):
        unit = when.every.unit.value
    return Reading(
        "date",
        Span(found.start, found.wide),
        Span(found.start, found.end),
        Value("date", stated, tolerated, "day", unit, _figures(found, words), modality, words),
        timex=found.timex,
        relation=found.relation,
        comparable=isinstance(when, DayExpr) and when.grain is not Grain.VAGUE,
        when=when,
    )


def _figures(found: Found, words: str) -> tuple[Decimal, ...]:
    """The figures of a distance or a period: nine in "nine days later", "nine days ago" and "every nine days"."""
    told: LengthExpr | None
    match found.when:
        case SetExpr(every=LengthExpr() as told):
            pass
        case DayExpr(counted=True):
            told = found.length
        case _:
            return ()
    whole = told is None or told.low == told.high
    return tuple(number.value for number in numbers(words) if whole and is_whole(number.value))


DATE = _Date()
