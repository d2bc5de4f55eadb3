"""Durations: how long something lasted, is to last, or is told to be away."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kind import Example, Passage
from claims.model import Modality, Reading, Span, Value
from claims.when import LengthExpr
from claims.words.duration import lengths
from claims.words.number import numbers


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
        for found in passage.time_expressions:
            when = found.when
            if not isinstance(when, LengthExpr) or not passage.is_free(found.start, found.end):
                continue
            span = Span(found.start, found.end)
            words = span.of(passage.text)
            stated, tolerated, modality = lengths(when, words)
            told = modality is not Modality.VAGUE and numbers(words)
            ends = tuple(dict.fromkeys(end for end in (when.low, when.high) if end)) if told else ()
            yield Reading(
                "duration",
                span,
                span,
                Value("duration", stated, tolerated, "second", when.unit.value, ends, modality, words),
                timex=found.timex,
                relation=found.relation,
                when=when,
            )


DURATION = _Duration()
