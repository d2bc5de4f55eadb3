"""The contract of a kind of claim: how it is named, found and compared, with examples that prove it.

A kind is one file in `claims/kinds/`, registered by name in the explicit tuple `claims.kinds.KINDS`. Tests,
`factcheck explain` and the documentation grow from its examples.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from claims.model import Published, Reading
from claims.words.number import Number, numbers


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the readings that a kind must find in it."""

    text: str
    """One sentence of our own writing."""
    finds: tuple[str, ...]
    """For each reading, in order, `words = value unit`, e.g. "85 mph = 85 mile per hour" (see `claims.kinds.show`)."""
    published: str = ""
    """Publication date to read it by (ISO 8601), for kinds that need one."""


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

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number in the text, in digits or words, in text order."""
        return numbers(self.text)


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
