"""Durations: how long something lasted, is to last, or is told to be away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from claims.kind import Example, Passage
from claims.model import Modality, Reading, Span, Value
from claims.when import LengthExpr
from claims.words.day_find import Found
from claims.words.duration import lengths
from claims.words.number import numbers
from claims.words.trend import compared


class _Duration:
    name = "duration"
    summary = "How long something lasts: hours, days, years ..., exact, hedged or vague."
    examples = (
        Example("The strike lasted 48 hours.", ("48 hours = PT48H",)),
        Example(
            "A 110-year sentence was cut to two and a half years.", ("110-year = P110Y", "two and a half years = P2.5Y")
        ),
        Example("Talks went on for nearly two months.", ("nearly two months = P2M",)),
        Example("It took two to three weeks.", ("two to three weeks = P2W",)),
        Example("The past three months were dry.", ("The past three months = P3M",)),
        Example("The strait was closed for decades.", ("decades = PXDE",)),
        Example("Trains stood for half an hour.", ("half an hour = PT30M",)),
        Example("The film runs two hours and 15 minutes.", ("two hours and 15 minutes = PT135M",)),
    )
    silent = (
        "Ana Whitfield, 26, and a 4-month-old girl were hurt.",
        "A 30 year old man, ten years of age then, was held.",
        "The second witness left a minute book.",
        "He won three quarters of the vote.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The durations in `passage`."""
        upper = -1
        for found, after in zip_longest(passage.time_expressions, passage.time_expressions[1:]):
            when = found.when
            if not isinstance(when, LengthExpr) or not passage.is_free(found.start, found.end):
                continue
            core = span = Span(found.start, found.end)
            is_upper, upper = found.start == upper, -1
            opens = _between(passage.text, found, after) if after else None
            if after and opens is not None:
                span, upper = Span(opens, after.end), after.start
            words = span.of(passage.text)
            stated, tolerated, modality = lengths(when, words)
            trend = compared(passage.text, found.end)
            told = modality is not Modality.VAGUE and numbers(words)
            ends = tuple(dict.fromkeys(end for end in (when.low, when.high) if end)) if told else ()
            yield Reading(
                "duration",
                span,
                core,
                Value("duration", stated, tolerated, "second", when.unit.value, ends, modality, words, trend),
                timex=found.timex,
                relation=found.relation,
                when=when,
                comparable=not is_upper,
            )


_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly )?$", re.IGNORECASE)
_AND = re.compile(r" and (?:about |around |roughly )?")


def _between(text: str, low: Found, high: Found) -> int | None:
    """Where the range begins that `low` holds and both tell ("between 20 and 30 minutes"), or None where it is none."""
    if not (isinstance(low.when, LengthExpr) and isinstance(high.when, LengthExpr)) or low.when.low == low.when.high:
        return None
    opens = _BETWEEN.search(text, max(0, low.start - 24), low.start)
    joins = low.when.high == high.when.low and _AND.fullmatch(text, low.end, high.start)
    return opens.start() if opens and joins else None


DURATION = _Duration()
