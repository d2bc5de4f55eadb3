"""The kinds of claim, one file each, in the explicit register `KINDS`."""

from __future__ import annotations

from decimal import Decimal

from claims.kind import Kind
from claims.kinds.age import AGE
from claims.kinds.area import AREA
from claims.kinds.count import COUNT
from claims.kinds.date import DATE
from claims.kinds.distance import DISTANCE
from claims.kinds.duration import DURATION
from claims.kinds.magnitude import MAGNITUDE
from claims.kinds.money import MONEY
from claims.kinds.ordinal import ORDINAL
from claims.kinds.percent import PERCENT
from claims.kinds.ratio import RATIO
from claims.kinds.score import SCORE
from claims.kinds.speed import SPEED
from claims.kinds.temperature import TEMPERATURE
from claims.kinds.time import TIME
from claims.kinds.volume import VOLUME
from claims.kinds.weight import WEIGHT
from claims.model import Interval, Modality, Pair, Reading

KINDS: tuple[Kind, ...] = (
    DATE, TIME, DURATION, AGE, MAGNITUDE, SCORE, RATIO, ORDINAL,
    SPEED, AREA, VOLUME, DISTANCE, WEIGHT, TEMPERATURE, PERCENT, MONEY, COUNT,
)  # fmt: skip
"""Every kind, in the order in which they read: a kind does not touch words that an earlier one has read."""


def show(reading: Reading, text: str) -> str:
    """A reading in one line, `words = value unit`: the form of examples, tests and explanations.

    `text` is what the reading's spans point into. Ranges show as "5..7", bounds with a sign ("> 5"), vague words by
    their stretch, changes with "up" or "down", dates by their TIMEX3 value.
    """
    words = reading.span.of(text)
    if reading.timex:
        return f"{words} = {reading.timex.value}"
    value = reading.value
    unit = value.written_unit or (" ".join((*reading.noun.modifiers, reading.noun.lemma)) if reading.noun else "")
    shown = _sign(value.modality) + _figure(reading)
    per = f" per {reading.per}" if reading.per else ""
    return " ".join(part for part in (words, "=", shown, unit + per, value.trend, reading.as_of) if part.strip())


_SIGNS = {
    Modality.ABOUT: "~ ", Modality.ALMOST: "~< ", Modality.MORE_THAN: "> ", Modality.AT_LEAST: ">= ",
    Modality.LESS_THAN: "< ", Modality.AT_MOST: "<= ",
}  # fmt: skip


def _sign(modality: Modality) -> str:
    return _SIGNS.get(modality, "")


def _figure(reading: Reading) -> str:
    stated, amounts = reading.value.stated, reading.value.amounts
    if isinstance(stated, Pair):
        return f"{_plain(stated.first)}:{_plain(stated.second)}"
    if amounts and reading.value.modality is not Modality.VAGUE:
        return "..".join(_digits(amount) for amount in amounts)
    return _plain(stated) if isinstance(stated, Interval) else ""


def _plain(region: Interval) -> str:
    ends = [_digits(end) if end is not None else "" for end in (region.low, region.high)]
    return ends[0] if region.is_point else "..".join(ends)


def _digits(number: Decimal) -> str:
    short = number if len(number.as_tuple().digits) < 16 else round(number, 4)
    return f"{short.normalize():f}"
