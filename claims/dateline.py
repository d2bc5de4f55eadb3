"""The day that an article gives itself: "Posted Oct. 9, 2025", "Updated 5 March 2025", "ORVESH, March 5, 2025 —".

Lines are known by their place (the first ten blocks and the last four), their length and the words before the date; a
dateline by the dash behind it. Only dates that name their month and day are taken, never "2 hours ago". The bias: an
"Updated" line tells when the page was last touched, which may be days after the text was written, and the date line of
a reader's comment among the first blocks is taken for the article's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from claims.extract import read_views
from claims.model import Block, Clock, Days, Reading
from claims.view import View, view_of
from claims.words.day_order import day_first as order_told


class Line(Enum):
    """What kind of line gives an article its day."""

    POSTED = "posted"
    """A line that says when it was published."""
    UPDATED = "updated"
    """A line that says when it was last changed."""
    DATELINE = "dateline"
    """Place and day before the first sentence, or a line that holds a date and nothing else."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that an article gives itself."""

    line: Line
    """Where it stands."""
    days: Days
    """The day; a month and day without a year where none is written."""
    time: dt.time | None = None
    """Local time of day, where it is written."""
    offset: int | None = None
    """Minutes east of UTC, where they are written."""


_TOP, _BOTTOM = 10, 4
"""Blocks at the head and the foot of an article among which such lines stand."""
_SHORT = 90
"""Characters that such a line has at most."""
_BEFORE_DASH = 60
"""Characters before the date of a dateline, at most."""
_POSTED = re.compile(r"^\W*(?:first |originally )?(?:published|posted|released|issued|filed|created)\b(?! by\b)", re.I)
_UPDATED = re.compile(
    r"(?:^\W*|/|[|·•;,] ?)(?:page )?(?:last )?(?:updated|modified|revised|changed|edited)\b(?! by\b)", re.I
)
_PLACE = re.compile(
    r"(?!(?:On|In|By|At|Since|Until|From|Between|Before|After|The) )"
    r"(?:[A-Z][\w.'’-]*(?: (?:of|de|la|upon|on|the))?[ ,]+){0,6}$"
)
_BEHIND = re.compile(r",? ?(?:\([^)]{2,30}\) ?)?(?:[—–]|-{1,2}(?= ))")
_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(r"^(?:by [\w.'’ -]{3,60}?[,|] ?)?(?:on )?$", re.I)
_REST = re.compile(r"^[\s,.|/·•-]*(?:at|edt|est|[a-z]{2,4}t)?[\s,.|/·•-]*$", re.I)


def dated(text: str, blocks: Sequence[Block]) -> tuple[Dated, ...]:
    """The days that an article gives itself, in text order."""
    near = blocks if len(blocks) <= _TOP + _BOTTOM else [*blocks[:_TOP], *blocks[-_BOTTOM:]]
    views = [view_of(text, block.span, block.markup) for block in near]
    stop = 1 + max((number for number, view in enumerate(views) if _may_date(view.text, number < _TOP)), default=-1)
    read = read_views(views[:stop], None, order_told(view.text for view in views)) if stop else []
    return tuple(
        found
        for number, (view, readings) in enumerate(zip(views, read, strict=False))
        for found in _block(view, readings, number < _TOP)
    )


def _may_date(text: str, above: bool) -> bool:
    """Whether a block can be such a line at all, which spares reading those behind the last that can."""
    short = len(text) <= _SHORT or (above and _BEHIND.search(text) is not None)
    return short and _DIGIT.search(text) is not None


def _block(view: View, readings: Sequence[Reading], above: bool) -> Iterator[Dated]:
    dates = [reading for reading in readings if _day(reading) is not None]
    days = [reading for reading in dates if reading.kind == "date"] or dates[:1]
    if not days:
        return
    text, first = view.text, days[0]
    before = text[: first.span.start]
    updated = _UPDATED.search(text)
    if len(text) <= _SHORT and (_POSTED.match(text) or updated):
        for reading in days:
            late = updated is not None and updated.start() <= reading.span.start
            yield _dated(Line.UPDATED if late else Line.POSTED, reading, readings)
    elif above and len(text) <= _SHORT and _is_all(view, readings) and (_day(first) or Days()).is_day:
        yield _dated(Line.DATELINE, first, readings)
    elif above and len(before) <= _BEFORE_DASH and _PLACE.fullmatch(before) and _BEHIND.match(text, first.span.end):
        yield _dated(Line.DATELINE, first, [first])


def _day(reading: Reading) -> Days | None:
    """The day that a reading names by month and day, or None."""
    stated = reading.value.stated
    days = stated.days if isinstance(stated, Clock) else stated
    if not isinstance(days, Days) or not (days.is_day or (days.months and days.days)):
        return None
    return days if days.is_day or (days.days is not None and days.days[0] == days.days[1]) else None


def _is_all(view: View, readings: Sequence[Reading]) -> bool:
    """Whether a line holds a date and no more than a place, a byline and a time around it."""
    text = view.text
    start = min(reading.span.start for reading in readings)
    end = max(reading.span.end for reading in readings)
    return bool((_PLACE.fullmatch(text[:start]) or _BYLINE.match(text[:start])) and _REST.match(text[end:]))


def _dated(line: Line, reading: Reading, readings: Sequence[Reading]) -> Dated:
    clock = next((one for one in (reading, *readings) if _is_clock_of(one, reading)), None)
    days = _day(reading) or Days()
    if clock is None or not isinstance(clock.value.stated, Clock):
        return Dated(line, days)
    stated = clock.value.stated
    return Dated(line, days, dt.time(stated.low // 60 % 24, stated.low % 60), stated.offset)


def _is_clock_of(clock: Reading, reading: Reading) -> bool:
    """Whether a reading is a time of the day that another one names, right behind or before it."""
    stated = clock.value.stated
    near = max(clock.span.start - reading.span.end, reading.span.start - clock.span.end) <= 5
    return isinstance(stated, Clock) and stated.low == stated.high and near
