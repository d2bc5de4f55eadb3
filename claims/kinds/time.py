"""Times of day: clock times with their zones, and parts of the day, on the day they fall on."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kind import Example, Passage
from claims.model import Modality, Reading, Span, Value
from claims.when import ClockExpr
from claims.words.clock_resolve import resolve_clock


class _Time:
    name = "time"
    summary = "At what time of day something happened: a clock time, with its zone where told, or a part of the day."
    examples = (
        Example("The alarm rang at 9.30 a.m. on March 5, 2021.", ("9.30 a.m. = 2021-03-05T09:30",)),
        Example("It struck at 0737 GMT.", ("0737 GMT = 2021-12-20T07:37Z",), "2021-12-20"),
        Example("The gates shut at 1100 hours.", ("1100 hours = 2021-12-20T11:00",), "2021-12-20"),
        Example("Two men fled Friday night.", ("Friday night = 2021-12-17TNI",), "2021-12-20"),
        Example("The talks begin at noon Tuesday.", ("noon Tuesday = 2021-12-21T12:00",), "2021-12-20"),
        Example("They met this morning.", ("this morning = XXXX-XX-XXTMO",)),
        Example("The shop opens from 9 a.m. to 5 p.m.", ("9 a.m. to 5 p.m. = 2021-12-20T09:00",), "2021-12-20"),
    )
    silent = (
        "The score was 3:2 and the odds 10:1.",
        "I am 5 and she is Pm of a small island.",
        "He ran it in 2:03.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The times of day in `passage`."""
        for found in passage.time_expressions:
            when = found.when
            if not isinstance(when, ClockExpr) or not passage.is_free(found.start, found.end):
                continue
            stated, tolerated = resolve_clock(when, passage.published)
            about = when.mod == "APPROX" or any(when.slack)
            modality = Modality.ABOUT if about else Modality.EXACT
            span = Span(found.start, found.end)
            words = span.of(passage.text)
            yield Reading(
                "time",
                span,
                span,
                Value("time", stated, tolerated, "minute", "", (), modality, words),
                timex=found.timex,
                relation=found.relation,
                when=when,
            )


TIME = _Time()
