"""Two time expressions of one sentence taken together: the ends of a stretch, a day and the time of day beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.when import Anchor, ClockExpr, DayExpr, Grain, Pick, When
from claims.words.clock_resolve import loosely
from claims.words.day_grammar import Draft
from claims.words.day_tokens import PARTS, Tokens, TokenValue

_DAY, _FARTHEST = 24 * 60, 14 * 60
"""Minutes of a day, and minutes by which local time may differ from GMT."""
_TO_END = frozenset([PARTS["to"], PARTS["bound"]])
_ENDS = frozenset({"until", "till", "through"})
_TO_DAY = frozenset(["", PARTS["on"], PARTS["comma"]])
_MOVED = re.compile(
    r"\b(?:moved?|moving|postpon|delay|reschedul|shift|push|changed?|changing|switch|adjourn|defer|brought forward)"
    r"[^.;:]*\bfrom (?:\w+ )?$"
)
_BACK = 60
"""Characters before a date in which a verb that moves something from it is sought."""
_SIDES = frozenset([PARTS["before"], PARTS["after"]])
_AND_BEFORE = PARTS["and"] + PARTS["before"]
_PASSED = frozenset(PARTS[part] for part in ("approx", "nearly", "the", "on", "at"))


def beside_clock(when: When, clock: ClockExpr) -> When:
    """A date that names the day of `clock`, with what that leaves open of it.

    Near midnight the neighbour may be meant, and a time in GMT may be of the day before or after where it happened:
    where it happened in Britain, a neighbour that is wrong passes.
    """
    if not isinstance(when, DayExpr):
        return when
    early, late = (0, 0) if clock.part else loosely(clock)
    low, high, gmt = clock.low - early, clock.high + late, clock.offset == 0
    before = clock.eve or low < 0 or (gmt and low < _FARTHEST)
    after = high >= _DAY or (gmt and high >= _DAY - _FARTHEST)
    zone = clock.zone or ("" if clock.offset is None else str(clock.offset))
    return replace(when, spill=(int(before), int(after)), zone=zone)


def joined(read: Tokens, found: Sequence[Draft], done: Sequence[When]) -> list[When]:
    """The expressions of `done`, which the drafts `found` came to, those that are ends of one stretch knowing it.

    "Between June 3 and June 5", "from 2010 to 2015", "between 10 p.m. on Friday and 2 a.m. on Saturday". What is moved
    from one day to another, by a verb that `_MOVED` does not know, is the case this takes more loosely than it need be.
    """
    told = list(done)
    for at in range(len(found) - 1):
        tail = _day_of(read, found, done, at)
        other = (at if tail is None else tail) + 1
        if other >= len(found) or not _is_stretch(read, found[at], found[other - 1], found[other]):
            continue
        end = _day_of(read, found, done, other)
        if tail is not None and end is not None:
            _join(told, tail, end)
            told[at] = _on_day(told[at], told[tail])
        _join(told, at, other)
    return told


def _on_day(clock: When, day: When) -> When:
    """A time of day whose day hangs on the end of its stretch."""
    if not isinstance(clock, ClockExpr) or not isinstance(day, DayExpr) or clock.day is None or day.base is None:
        return clock
    return replace(clock, day=replace(clock.day, anchor=day.anchor, base=day.base, pick=day.pick))


def _day_of(read: Tokens, found: Sequence[Draft], done: Sequence[When], at: int) -> int | None:
    """The draft behind a time of day that names its day ("at 10 p.m. on Friday")."""
    if at + 1 >= len(found) or not isinstance(done[at], ClockExpr) or not isinstance(done[at + 1], DayExpr):
        return None
    return at + 1 if read.parts[found[at].stop : found[at + 1].first] in _TO_DAY else None


def _is_stretch(read: Tokens, start: Draft, last: Draft, end: Draft) -> bool:
    """Whether the words around two drafts make them ends of one stretch; `last` stands right before the second.

    What comes after a date and before another one is bounded by each of them alone (see `day_bound`).
    """
    gap = read.parts[last.stop : end.first].strip(PARTS["comma"]).rstrip("".join(_PASSED))
    at = last.stop + (read.parts[last.stop : last.stop + 1] == PARTS["comma"])
    part, lead = _led_by(read, start.first)
    begins = read.starts[start.first]
    if _MOVED.search(read.text, max(0, begins - _BACK), begins):
        return False
    if part in _SIDES:
        return part == PARTS["after"] and gap == _AND_BEFORE and isinstance(start.when, ClockExpr)
    if gap == PARTS["and"]:
        return lead == "between"
    if gap in _TO_END:
        return gap == PARTS["to"] or read.values[at] in _ENDS
    return False


def _led_by(read: Tokens, first: int) -> tuple[str, TokenValue]:
    """The part and value of what leads a draft, articles and hedges left out."""
    at = first - 1
    while at >= 0 and read.parts[at] in _PASSED:
        at -= 1
    return (read.parts[at], read.values[at]) if at >= 0 else ("", "")


def _join(told: list[When], at: int, other: int) -> None:
    match told[at], told[other]:
        case ClockExpr() as start, ClockExpr() as end:
            ends = (replace(start, ends=None), replace(end, ends=None))
            told[at], told[other] = replace(start, ends=ends), replace(end, ends=ends)
        case DayExpr(until=None, counted=False) as start, DayExpr(until=None) as end:
            if Grain.VAGUE not in (start.grain, end.grain):
                if _is_weekday(start, Pick.LATEST) and _is_weekday(end, Pick.NEXT):
                    start = replace(start, anchor=Anchor.BASE, base=replace(end, within=None), pick=Pick.BEFORE)
                whole = replace(start, within=None, until=replace(end, within=None))
                told[at], told[other] = replace(start, within=whole), replace(end, within=whole)


def _is_weekday(expr: DayExpr, pick: Pick) -> bool:
    """Whether it is a bare weekday, so picked: "from Saturday until Tuesday" starts on the last one before its end."""
    bare = expr.weekday is not None and expr.month is None and expr.steps is None
    return bare and expr.pick is pick and not expr.sure
