"""What a reporter is: a pure function from a report to text. The interface of this room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claims.model import Extraction
from factcheck.model import Article, Report, Skipped


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reader may choose about how a report looks."""

    all: bool = False
    """Whether findings of every verdict are shown; else those that ask for attention. JSON always holds all."""
    width: int | None = None
    """Columns of the terminal; None: no terminal, so nothing is wrapped."""
    colour: bool = False
    """Whether terminal colours may be used."""
    explain: bool = False
    """Whether each finding tells how it came about. JSON always holds that."""
    texts: bool = False
    """Whether pages and JSON hold the whole texts of the articles, not only the sentences that matter."""


Render: TypeAlias = Callable[[Report, ReportOptions], str]
"""Makes the text of a report, with a line end at its end. Writes nothing, reads nothing."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format that a report is written in."""

    name: str
    """What `--output-format` calls it."""
    summary: str
    """Who it is for, in a few words."""
    render: Render
    """The function that writes it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read from some articles, before anything is compared."""

    pages: tuple[tuple[Article, Extraction], ...]
    """Each article with its readings and claims."""
    skipped: tuple[Skipped, ...] = ()
    """What could not be read."""


@dataclass(frozen=True, slots=True)
class ListingReporter:
    """A format that a listing of claims is written in."""

    name: str
    """What `--output-format` calls it."""
    summary: str
    """Who it is for, in a few words."""
    render: Callable[[Listing, ReportOptions], str]
    """The function that writes it."""


def names(register: Sequence[Reporter] | Sequence[ListingReporter]) -> tuple[str, ...]:
    """The names in a register, in its order."""
    return tuple(reporter.name for reporter in register)
