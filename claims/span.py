"""The stretch over which a change is reckoned, and how far back a record reaches: "on the month", "in five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from claims.model import SHARES, Reading
from claims.reference import Scene
from claims.when import DayExpr, Grain, LengthExpr

SPANNING = "spanning "
"""What the scope word of a stretch begins with; the number of months follows."""
_Place: TypeAlias = tuple[int, int]
"""Where words stand in a sentence."""
_QUOTED = frozenset({"percent", "money", "count"})
_NEAR = 60
"""Characters within which a stretch stands beside its figure."""
_LEAD = 8
"""Words before a length of time among which a superlative is looked for."""
_MONTHS = {
    Grain.WEEK: Decimal("0.25"), Grain.MONTH: Decimal(1), Grain.QUARTER: Decimal(3), Grain.YEAR: Decimal(12),
    Grain.DECADE: Decimal(120),
}  # fmt: skip
_YEAR = 12
_LONG = frozenset({Grain.MONTH, Grain.QUARTER, Grain.YEAR})
"""What nothing can happen on, unless it is named by mistake ("on April 2018")."""
_BY = r"(?:from|than|with|against|on|over|versus|compared to)"
_SAME = r"(?:the )?same (?:month|quarter|period|time)"
_BASES = {
    "b12": (
        r"year[- ](?:on|over)[- ]year|on the year|(?<!an )annual(?= (?:rate|growth|rise|increase|inflation|pace|gain))|"
        rf"{_BY} (?:{_SAME} )?(?:a|one|the) year (?:ago|earlier|before)|"
        rf"{_BY} (?:{_SAME} )?(?:of )?(?:last|the previous|the prior) year"
    ),
    "annualized": r"annuali[sz]ed|an annual (?:rate|pace)",
    "b3": (
        r"quarter[- ](?:on|over)[- ]quarter|on the quarter|"
        rf"{_BY} the (?:previous|preceding|prior) (?:quarter|three months)"
    ),
    "b1": (
        r"month[- ](?:on|over)[- ]month|on the month|monthly(?= (?:rate|rise|increase|gain|fall|decline|drop))|"
        rf"{_BY} (?:the (?:previous|preceding|prior) month|(?:a|one) month (?:ago|earlier|before)|the month before)"
    ),
}
"""Words that say what a change is reckoned from, by the months since then."""
_BASE = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in _BASES.items()), re.IGNORECASE)
_ENDED = re.compile(r" (?:to|through|ended|ending)(?: on)? $")
_MOMENT = re.compile(
    r"\b(?:in (?:early|morning|midday|afternoon|pre-?market|after-hours|extended|late|thin) (?:trading|trade|dealings?)"
    r"|at one (?:point|stage)|at the open(?:ing)?|earlier in the (?:day|session)|briefly)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover $", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:over|in|within) $", re.IGNORECASE)
_BREAK = re.compile(r"[.;:](?!\d)")


def spans(reading: Reading, scene: Scene, text: str) -> tuple[str, ...]:
    """What tells a figure from others of its kind by the time it is reckoned over or taken at.

    `spanning 12` for a change within twelve months; `moment` for a price that is not the day's last; `since` for what
    came together since some day; `record` for how far back the lowest or first of something lies.
    """
    found: list[str] = []
    if reading.kind in SHARES:
        found.extend(SPANNING + months for months in _reckoned(reading, scene, text))
    if reading.kind in _QUOTED:
        if _beside(reading, scene, text, [told.span() for told in _MOMENT.finditer(text, *_around(reading))]):
            found.append("moment")
        since = [each for each in scene.readings if each.relation == "since" and not _is_record(each, scene)]
        if _beside(reading, scene, text, [(day.span.start, day.core.end) for day in since]):
            found.append("since")
    if _is_record(reading, scene):
        found.append("record")
    return tuple(found)


def is_stretch(reading: Reading, readings: Sequence[Reading], text: str) -> bool:
    """Whether a time only says over which stretch something was counted: "the three months to June", "on the year"."""
    if isinstance(reading.when, DayExpr):
        based = any(start < reading.core.start < end for (start, end), _ in _bases(text, *_around(reading)))
        unnamed = reading.when.year is None and reading.when.month is None
        return based or (reading.relation == "on" and unnamed and reading.when.grain in _LONG)
    if reading.kind != "duration":
        return False
    return any(
        other.kind == "date" and _ENDED.fullmatch(text, reading.core.end, max(reading.core.end, other.span.start))
        for other in readings
    )


def _reckoned(reading: Reading, scene: Scene, text: str) -> tuple[str, ...]:
    """The months over which a change is reckoned; what companies tell of a part of a year may be against the last one.

    None where nothing beside the change says so.
    """
    bases, lengths = dict(_bases(text, *_around(reading))), dict(_lengths(reading, scene, text))
    place = _beside(reading, scene, text, [*bases, *lengths])
    if place is None:
        return ()
    if place in bases:
        return (bases[place],)
    return (lengths[place],) if Decimal(lengths[place]) >= _YEAR else (lengths[place], str(_YEAR))


def _around(reading: Reading) -> _Place:
    return max(0, reading.core.start - 2 * _NEAR), reading.core.end + 2 * _NEAR


def _bases(text: str, start: int, end: int) -> Iterator[tuple[_Place, str]]:
    for found in _BASE.finditer(text, start, end):
        yield found.span(), (found.lastgroup or "").removeprefix("b")


def _lengths(change: Reading, scene: Scene, text: str) -> Iterator[tuple[_Place, str]]:
    """The lengths of time that are stretches of counting: "the past decade", "over five years", "the year to March".

    "In five years" is one beside a rise or a fall.
    """
    leads = _WITHIN if change.value.trend else _OVER
    for reading in scene.readings:
        length = reading.when
        if not isinstance(length, LengthExpr) or length.vague or length.low is None or length.unit not in _MONTHS:
            continue
        inside = reading.core.of(text).lower().startswith("over ")
        over = inside or leads.search(text, max(0, reading.core.start - 8), reading.core.start)
        if over or length.reach == "past" or is_stretch(reading, scene.readings, text):
            yield (reading.core.start, reading.core.end), f"{(length.low * _MONTHS[length.unit]).normalize():f}"


def _beside(reading: Reading, scene: Scene, text: str, places: Sequence[_Place]) -> _Place | None:
    """The place that belongs to a figure: the next one behind it, else the last before it, no like figure between.

    One before it that another figure stands nearer to is the other's: "8 percent at one point and 6 at the close".
    """
    behind = sorted(place for place in places if reading.core.end <= place[0] <= reading.core.end + _NEAR)
    before = sorted(place for place in places if reading.core.start - _NEAR <= place[1] <= reading.core.start)
    if not behind and not before:
        return None
    like = [other.core for other in scene.readings if other.kind == reading.kind and other is not reading]
    for place in (*behind[:1], *before[-1:]):
        start, end = min(reading.core.end, place[1]), max(reading.core.start, place[0])
        if place[1] <= reading.core.start and any(0 <= place[0] - core.end < end - start for core in like):
            continue
        if not _BREAK.search(text, start, end) and not any(start <= core.start < end for core in like):
            return place
    return None


def _is_record(reading: Reading, scene: Scene) -> bool:
    """Whether a time says how far back a superlative reaches: "the lowest in 14 months", "the most since 2028"."""
    since = reading.kind == "date" and reading.relation == "since"
    if reading.kind != "duration" and not since:
        return False
    before = [token for token in scene.tree.tokens if token.end <= reading.span.start][-_LEAD:]
    ranked = any(token.tag in ("JJS", "RBS") or token.lemma in ("first", "record") for token in before)
    return ranked and (since or before[-1].lemma in ("in", "for"))
