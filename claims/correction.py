"""Corrections: values that an article takes back, and those that it names only while it does.

A notice is a sentence in which an article speaks of itself ("an earlier version of this story said ...", "this story
has been corrected to show ..."), or a paragraph under a label ("Correction: ..."). Inside it, what stood there before
is told from what holds by the verb that quotes it and by "not", "rather than" or "from ... to" before a value. The
words are in `claims/words/correction.toml`; the wordings follow the notices of news agencies and papers.

The bias: of a false sentence that is quoted whole only the values that the notice replaces are withdrawn, the others
are left aside, right or wrong. A notice that names neither itself nor the article ("the number was in fact 12") is the
case that is missed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from claims.model import Interval, Reading
from claims.region import equal

Bounds = Sequence[tuple[int, int]]
_LONGEST = 4
"""Sentences that a notice without a label has at most."""


class Standing(Enum):
    """How a notice stands to a value that it names."""

    HOLDS = "holds"
    """It is what the article says now."""
    WITHDRAWN = "withdrawn"
    """It stood in the article and is taken back."""
    ASIDE = "aside"
    """It tells of the notice itself, is not corrected, or is denied beside the true value: nobody's claim."""


class _Mode(Enum):
    """What a clause of a notice tells."""

    NEW = "new"
    OLD = "old"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What the table of words makes up, as expressions over a view."""

    label: re.Pattern[str]
    heading: re.Pattern[str]
    trigger: re.Pattern[str]
    quoted: re.Pattern[str]
    missaid: re.Pattern[str]
    mended: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    raw = tomllib.loads(files("claims.words").joinpath("correction.toml").read_text("utf-8"))
    word = {name: "(?:" + "|".join(row.replace("_", " ") for row in rows.split()) + ")" for name, rows in raw.items()}
    day = r"(?:[a-z]{3,9}\.? \d{1,2} )?"
    own = rf"(?:(?:this|the|our|an?|today's|yesterday's) {day}{word['pieces']}|(?:this|our) {day}{word['bulletins']})"
    edition = rf"{word['earlier']} {word['versions']}"
    former = rf"{edition} (?:of|on|for|in|to) {own}"
    wrongly = rf"(?:{word['wrongly']} {word['telling']}|{word['telling']} {word['wrongly']}|{word['missaid']})"
    speaker = rf"(?:{own}|an? {edition}|an? {word['earlier']} {word['pieces']}|we)"
    has_been = r"(?:,? which)? (?:has been|have been|had been|was|is|were)(?: since)?"
    mends = rf"^\W*(?:this (?:version|update)\b[^.;]{{0,40}} )?{word['mends']}\b"
    mended = rf"\b{own}{has_been} {word['mended']}\b|(?P<mends>{mends})"
    quoting = rf"(?:{word['wrongly']} )?{word['telling']}(?: {word['wrongly']})?"
    heard = rf"(?:{word['versions']}|{word['pieces']}|{word['bulletins']}|we|it)"
    return _Patterns(
        label=re.compile(rf"^\W*{word['sure']}\b[^.:;—–]{{0,40}}(?::| [—–-]{{1,2}} )", re.IGNORECASE),
        heading=re.compile(rf"^\W*{word['sure']}\W*$", re.IGNORECASE),
        trigger=re.compile(rf"\b{former}\b|{mended}|\b{speaker}\b[^.;]{{0,60}}? {wrongly}\b", re.IGNORECASE),
        quoted=re.compile(rf"\b{heard}\b[^.;]{{0,60}}? {quoting}\b", re.IGNORECASE),
        missaid=re.compile(rf"\b{word['missaid']}\b|\b{word['telling']} (?:the|an?) {word['wrong']}\b", re.IGNORECASE),
        mended=re.compile(mended, re.IGNORECASE),
    )


_SHOWING = re.compile(
    r"\bto (?:correct|show|say|reflect|state|read|make clear|indicate|note|clarify|fix|give|include|add|remove)\b"
    r"|\bbecause\b|\bafter\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|at|to be|of|by saying|saying|that)\b", re.IGNORECASE)
_BREAK = re.compile(
    r"; ?|: | [—–-]{1,2} |\b(?:in fact|actually)\b|\bshould (?:have|be|read)\b"
    r"|\b(?:the )?(?:correct|actual|right|true|accurate) [a-z]+(?: [a-z]+){0,3} (?:is|are|was|were)\b"
    r"|, (?:when|but|while|whereas|and|who|which)\b(?= (?:it|he|she|they|there|the|is|are|was|were))"
    r"|, (?:it|he|she|they|there|this|that) (?:is|are|was|were|had|has)\b",
    re.IGNORECASE,
)
_SMALL = r"(?:(?:on|in|at|by|of|to|about|for|the|an?|as|that|it was|they were|there were) ){0,2}"
_NOT = re.compile(rf"\b(?:not|rather than|instead of|as opposed to|replacing) {_SMALL}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |the |an? )?$", re.IGNORECASE)
_TO = re.compile(r"\bto (?:about |the |an? )?$", re.IGNORECASE)
_CONTRAST = 30
"""Characters between two values of which a sentence says "12, not 21"."""

# ------------------------------------------------------------------------------------------------ where


def standings(texts: Sequence[str], bounds: Sequence[Bounds], readings: Sequence[Sequence[Reading]]) -> list[
    tuple[tuple[Reading, Standing], ...]
]:  # fmt: skip
    """For each block (its view, its sentences, its readings) the readings, and how the article stands to each.

    A withdrawn number without a unit takes that of the value that replaces it ("3,100 acres, not 31,000").
    """
    found: list[tuple[tuple[Reading, Standing], ...]] = []
    headed = False
    for text, sentences, inside in zip(texts, bounds, readings, strict=True):
        start = 0 if headed else _notice(text, sentences)
        headed = bool(_patterns().heading.match(text))
        found.append(tuple(_block(text, sentences, inside, start)))
    return found


def _notice(text: str, sentences: Bounds) -> int | None:
    """Where in a block a notice begins, or None where it holds none."""
    if _patterns().label.match(text):
        return 0
    return next((start for start, end in sentences if _patterns().trigger.search(text[start:end])), None)


def _block(
    text: str, sentences: Bounds, readings: Sequence[Reading], start: int | None
) -> Iterator[tuple[Reading, Standing]]:
    after = [at for at in sentences if start is not None and at[1] > start]
    inside = after if start == 0 and _patterns().label.match(text) else after[:_LONGEST]
    reach = (inside[0][0], inside[-1][1]) if inside else (0, 0)
    noticed = [reading for reading in readings if reach[0] <= reading.core.start < reach[1]]
    told = _judged(noticed, [mode for at in inside for mode in _modes(text, at, noticed)])
    for reading in readings:
        if reading.core.start in told:
            yield told[reading.core.start]
        else:
            yield _denied(text, sentences, reading, readings)


# -------------------------------------------------------------------------------------------- inside one


@dataclass(frozen=True, slots=True)
class _Named:
    """A value inside a notice."""

    reading: Reading
    mode: _Mode
    sure: bool = False
    """Whether a word right before the value says that it is the old one."""


def _modes(text: str, at: tuple[int, int], readings: Sequence[Reading]) -> Iterator[_Named]:
    """Each value of one sentence with what its clause tells."""
    inside = [reading for reading in readings if at[0] <= reading.core.start < at[1]]
    mended = _patterns().mended.search(text[at[0] : at[1]]) is not None
    swapped = mended and any(_TO.search(text, at[0], reading.span.start) for reading in inside)
    for start, end, mode in _clauses(text, *at):
        for reading in inside:
            if not start <= reading.core.start < end:
                continue
            before = text[start : reading.span.start]
            own = text[reading.span.start : reading.core.start]
            if _NOT.search(before) or re.match(r"not ", own, re.IGNORECASE):
                yield _Named(reading, _Mode.NEW) if mode is _Mode.OLD else _Named(reading, _Mode.OLD, sure=True)
            elif swapped and _FROM.search(before):
                yield _Named(reading, _Mode.OLD, sure=True)
            else:
                yield _Named(reading, mode)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, _Mode]]:
    """The clauses of a sentence of a notice: start, end and what they tell."""
    breaks = [start, *(found.start() for found in _BREAK.finditer(text, start, end) if found.start() > start), end]
    for first, last in pairwise(breaks):
        turn, mode = _turn(text, first, last)
        if turn > first:
            yield first, turn, _Mode.ABOUT
        if turn < last:
            yield turn, last, mode


def _turn(text: str, start: int, end: int) -> tuple[int, _Mode]:
    """Where a clause stops to speak of the article, and what it tells from there on."""
    pattern = _patterns()
    mended = pattern.mended.search(text[start:end])
    if mended:
        showing = _SHOWING.search(text, start + mended.end(), end)
        behind = start + mended.end() if mended["mends"] else end
        return (showing.end() if showing else behind), _Mode.NEW
    missaid = pattern.missaid.search(text, start, end)
    if missaid:
        quoted = _AS.search(text, missaid.end(), end)
        return (quoted.end() if quoted else end), _Mode.OLD
    quoted = pattern.quoted.search(text, start, end)
    if quoted:
        return quoted.end(), _Mode.OLD
    return start, _Mode.NEW


def _judged(readings: Sequence[Reading], named: Sequence[_Named]) -> dict[int, tuple[Reading, Standing]]:
    """For the offset of each value of a notice the value as understood, and how the article stands to it."""
    new = [each.reading for each in named if each.mode is _Mode.NEW]
    old = [each for each in named if each.mode is _Mode.OLD]
    replaced = [each for each in old if any(_alike(each.reading, one) for one in new)]
    told = {reading.core.start: (reading, Standing.HOLDS) for reading in readings}
    for each in named:
        reading = each.reading
        if each.mode is _Mode.ABOUT:
            told[reading.core.start] = (reading, Standing.ASIDE)
        elif each.mode is _Mode.OLD:
            partner = next((one for one in new if _alike(reading, one)), None)
            repeated = partner is not None and all(_same(reading, one) for one in new if _alike(reading, one))
            taken = each.sure or not replaced or (partner is not None and not repeated)
            measured = _measured(reading, partner) if partner is not None else reading
            told[reading.core.start] = (measured, Standing.WITHDRAWN if taken else Standing.ASIDE)
    return told


def _is_plain(reading: Reading) -> bool:
    """Whether a reading is a number that names neither a unit nor anything counted."""
    return reading.kind == "count" and reading.noun is None and not reading.value.written_unit


def _alike(a: Reading, b: Reading) -> bool:
    """Whether one value can stand in the other's place: the same dimension, or a bare number beside a figure."""
    if a.value.dimension == b.value.dimension:
        return True
    figures = bool(a.value.amounts) and bool(b.value.amounts)
    return figures and (_is_plain(a) or _is_plain(b))


def _same(a: Reading, b: Reading) -> bool:
    return a.value.dimension == b.value.dimension and equal(a.value.stated, b.value.stated)


def _measured(reading: Reading, partner: Reading) -> Reading:
    """A bare number in the unit of the value that replaces it; units with a zero of their own are left bare."""
    own, other = reading.value, partner.value
    lone = len(own.amounts) == 1 and len(other.amounts) == 1 and other.amounts[0] != 0
    if not (_is_plain(reading) and lone and isinstance(other.stated, Interval) and isinstance(own.stated, Interval)):
        return reading
    low = other.stated.low
    if low is None or other.dimension.startswith("temperature"):
        return replace(reading, noun=partner.noun)
    stated = Interval.point(low / other.amounts[0] * own.amounts[0])
    value = replace(
        own,
        dimension=other.dimension,
        stated=stated,
        tolerated=stated,
        unit=other.unit,
        written_unit=other.written_unit,
    )
    return replace(reading, kind=partner.kind, value=value, noun=partner.noun)


# ------------------------------------------------------------------------------------------- outside one


def _denied(text: str, sentences: Bounds, reading: Reading, readings: Sequence[Reading]) -> tuple[Reading, Standing]:
    """ "3,100 acres, not 31,000" and "not on Monday but on Sunday" outside a notice: the denied one says nothing."""
    start, end = next((at for at in sentences if at[0] <= reading.core.start < at[1]), (0, len(text)))
    found = _NOT.search(text[start : reading.span.start])
    if found is None:
        return reading, Standing.HOLDS
    at = start + found.start()
    for other in readings:
        if other is reading or not start <= other.core.start < end or not _alike(reading, other):
            continue
        before = 0 <= at - other.span.end <= _CONTRAST and text[other.span.end : at].strip(" ").startswith((",", "and"))
        between = text[reading.span.end : other.span.start] if other.span.start > reading.span.end else ""
        if before or (len(between) <= _CONTRAST and re.match(r",? but\b", between)):
            return reading, Standing.ASIDE
    return reading, Standing.HOLDS
