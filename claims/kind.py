"""The contract of a kind of claim: how it is named, found and compared, with examples that prove it.

A kind is one file in `claims/kinds/`, registered by name in the explicit tuple `claims.kinds.KINDS`. Tests,
`factcheck explain` and the documentation grow from its examples.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Protocol

from claims.model import Interval, Modality, Phrase, Published, Reading, Span, Value
from claims.words.day_find import Found, time_expressions
from claims.words.dotted import is_unsure
from claims.words.noise import is_noise
from claims.words.number import Number, numbers
from claims.words.quantity import Quantity, quantities
from claims.words.tolerance import regions, spread
from claims.words.unit import Unit


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the readings that a kind must find in it."""

    text: str
    """One sentence of our own writing."""
    finds: tuple[str, ...]
    """For each reading, in order, `words = value unit`, e.g. "85 mph = 85 mile per hour" (see `claims.kinds.show`)."""
    published: str = ""
    """Publication date to read it by (ISO 8601), for kinds that need one."""


class Stretches:
    """Stretches of a text, to ask in logarithmic time whether any of them meets another."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, start: int, end: int) -> bool:
        """Whether one of the stretches shares a character with `start`..`end`."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._ends[last] > start


@dataclass(frozen=True)
class Passage:
    """What a kind reads: the view of one block, with what is known of the article. Readings are in view offsets."""

    text: str
    """Plain text of the block (see `claims.view`)."""
    sentences: tuple[tuple[int, int], ...]
    """Start and end of each sentence in `text`."""
    published: Published | None = None
    """The article's publication date, as far as it is known."""
    day_first: bool | None = None
    """Whether numeric dates put the day before the month; None where the article does not tell."""
    taken: tuple[Reading, ...] = field(default=())
    """Readings that earlier kinds have made: their words are spoken for."""
    earlier: tuple[Reading, ...] = field(default=())
    """Readings of the block before: what "that day" at the head of this one refers to."""

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number in the text, in digits or words, in text order."""
        return numbers(self.text)

    @cached_property
    def time_expressions(self) -> tuple[Found, ...]:
        """Every expression of time in the text, in text order, as its grammar reads it."""
        spoken_of = tuple(reading.when for reading in self.earlier if reading.when)
        return time_expressions(self.text, self.sentences, self.published, self.day_first, spoken_of)

    @cached_property
    def free_numbers(self) -> tuple[Number, ...]:
        """The numbers that no earlier kind has read."""
        return tuple(number for number in self.numbers if self.is_free(number.start, number.end))

    @cached_property
    def raw_quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the free numbers, parts of names included: what kinds with a grammar of their own try."""
        return _quantities(self.text, tuple(number.start for number in self.free_numbers))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities whose numbers no kind with a grammar of its own (dates, ages ...) has read.

        A number of another reading never becomes the end of a range or takes a unit.
        """
        apart = Stretches(taken.core for taken in self.taken if taken.kind in APART)
        left = tuple(
            number.start
            for number in self.numbers
            if not apart.meet(number.start, number.end) and not is_noise(self.text, number)
        )
        return _quantities(self.text, left)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no earlier kind has read anything between `start` and `end`."""
        return not self._busy.meet(start, end)

    @cached_property
    def _busy(self) -> Stretches:
        return Stretches(reading.core for reading in self.taken)


APART = frozenset({"date", "time", "duration", "age", "ratio", "score", "magnitude", "ordinal"})
"""Kinds with a grammar of their own: they read first, and the kinds that take quantities leave their words be."""


@lru_cache(maxsize=16)
def _quantities(text: str, starts: tuple[int, ...]) -> tuple[Quantity, ...]:
    """The quantities that the numbers beginning at `starts` make; kinds after one another mostly ask for the same."""
    wanted = frozenset(starts)
    return quantities(text, [number for number in numbers(text) if number.start in wanted])


class Kind(Protocol):
    """A kind of claim."""

    @property
    def name(self) -> str:
        """The name in the report, one of the contract's kinds."""

    @property
    def summary(self) -> str:
        """What it reads, in one sentence."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Texts that must be read, and how."""

    @property
    def silent(self) -> tuple[str, ...]:
        """Texts in which the kind must find nothing."""

    def find(self, passage: Passage) -> Iterable[Reading]:
        """The readings of this kind in `passage`, spans in offsets of `passage.text`."""


@dataclass(frozen=True)
class Measure:
    """A kind that takes every quantity whose unit measures one of its dimensions."""

    name: str
    """The name in the report."""
    summary: str
    """What it reads, in one sentence."""
    dimensions: tuple[str, ...]
    """Dimensions of `unit.toml` and `currency.toml` that are its own; "money:" stands for every currency."""
    examples: tuple[Example, ...]
    """Texts that must be read, and how."""
    silent: tuple[str, ...]
    """Texts in which the kind must find nothing."""

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The readings of this kind in `passage`."""
        for quantity in passage.quantities:
            unit = quantity.unit
            if unit and unit.dimension.startswith(self.dimensions) and passage.is_free(*_core(quantity)):
                yield measured(self.name, passage.text, quantity, unit)


def _core(quantity: Quantity) -> tuple[int, int]:
    return quantity.core_start, quantity.core_end


def measured(kind: str, text: str, quantity: Quantity, unit: Unit, noun: Phrase | None = None) -> Reading:
    """The reading of `kind` that a quantity with a unit makes, regions in the unit's canonical unit."""
    low, high = _regions(quantity, discrete=False)
    dimension = f"{unit.dimension} per {quantity.per}" if quantity.per else unit.dimension
    return Reading(
        kind,
        Span(quantity.start, quantity.end),
        Span(quantity.core_start, quantity.core_end),
        Value(
            dimension, _converted(low, unit), _converted(high, unit), unit.canonical, unit.name, quantity.amounts,
            modality_of(quantity), text[quantity.start : quantity.end], quantity.trend,
        ),
        noun=noun,
        per=quantity.per,
        comparable=not (quantity.is_movement or is_unsure(quantity)),
    )  # fmt: skip


def tallied(kind: str, text: str, quantity: Quantity, noun: Phrase | None, *, comparable: bool = True) -> Reading:
    """The reading of `kind` that a quantity without unit makes: a count of `noun`."""
    stated, tolerated = _regions(quantity, discrete=True)
    end = max(quantity.end, noun.span.end) if noun and noun.span.start >= quantity.core_end else quantity.end
    dimension = f"count per {quantity.per}" if quantity.per else "count"
    return Reading(
        kind,
        Span(quantity.start, end),
        Span(quantity.core_start, quantity.core_end),
        Value(
            dimension, stated, tolerated, noun.lemma if noun else "", "", quantity.amounts,
            modality_of(quantity), text[quantity.start : quantity.end], quantity.trend,
        ),
        noun=noun,
        per=quantity.per,
        comparable=comparable and not (quantity.is_movement or is_unsure(quantity)),
    )  # fmt: skip


def modality_of(quantity: Quantity) -> Modality:
    """What the quantity's hedge, range or vague word says."""
    if quantity.numbers[0].low is not None and not quantity.is_range:
        return Modality.VAGUE
    if quantity.hedge:
        return quantity.hedge.modality
    return Modality.BETWEEN if quantity.is_range else Modality.EXACT


def _regions(quantity: Quantity, *, discrete: bool) -> tuple[Interval, Interval]:
    if quantity.is_range:
        low, high = sorted(quantity.numbers, key=lambda number: number.value)
        return spread(low, high, quantity.hedge, discrete)
    return regions(quantity.numbers[0], quantity.hedge, discrete)


def _converted(region: Interval, unit: Unit) -> Interval:
    low = None if region.low is None else unit.canonical_amount(region.low)
    high = None if region.high is None else unit.canonical_amount(region.high)
    return Interval(low, high, region.low_open, region.high_open)
