"""A reading of a date or time hung on another publication date, or on the day of an event, than it was read with."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Clock, Days, Published, Reading
from claims.when import ClockExpr, DayExpr
from claims.words.clock_resolve import resolve_clock
from claims.words.day_resolve import resolve
from claims.words.day_timex import timex


def rehung(reading: Reading, published: Published | None, event: Days | None = None) -> Reading:
    """The same reading with its days, and its TIMEX3 value, as they come out under `published` and `event`.

    Readings that hang on neither (lengths, sets, quantities) come back as they are.
    """
    stated: Days | Clock
    tolerated: Days | Clock
    match reading.when:
        case DayExpr() as when:
            stated, tolerated = resolve(when, published, event)
        case ClockExpr() as when:
            stated, tolerated = resolve_clock(when, published, event)
        case _:
            return reading
    mark = reading.timex
    if mark is not None and mark.type != "DURATION":
        mark = timex(when, published)
    return replace(reading, value=replace(reading.value, stated=stated, tolerated=tolerated), timex=mark)
