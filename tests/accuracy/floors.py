"""Floors that accuracy must hold: raised as results rise, never lowered without a decision page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.figures import Figure

TABLE = Path(__file__).with_name("floors.toml")
_SLACK = 1e-9
"""A figure that equals its bound holds it, whatever the last bit of a division says."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure must not fall below, or not rise above."""

    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        """Whether `value` is on the right side."""
        return (self.least is None or value >= self.least - _SLACK) and (
            self.most is None or value <= self.most + _SLACK
        )

    def __str__(self) -> str:
        return f"at least {self.least:g}" if self.least is not None else f"at most {self.most:g}"


Floors = Mapping[tuple[str, str], Bound]
"""The bound of a figure, by the names of its set and of itself."""


def load(table: Path = TABLE) -> Floors:
    """The bounds that a table states.

    Raises ValueError where an entry is neither a number nor `{ most = number }`.
    """
    entries = tomllib.loads(table.read_text("utf-8"))
    return {(at, name): _bound(table, at, name, told) for at, row in entries.items() for name, told in row.items()}


def _bound(table: Path, at: str, name: str, told: object) -> Bound:
    match told:
        case int() | float():
            return Bound(least=told)
        case {"most": int() | float() as most, **rest} if not rest:
            return Bound(most=most)
    raise ValueError(f"{table}: [{at}] {name} is {told!r}; write a number, or {{ most = number }}.")


def failures(figures: Iterable[Figure], floors: Floors) -> Iterator[str]:
    """A sentence for each figure on the wrong side of its bound, and for each bound whose figure was not measured."""
    measured = {(figure.set, figure.name): figure.value for figure in figures}
    for (at, name), bound in floors.items():
        value = measured.get((at, name))
        if value is None:
            yield f"{at}: {name} was not measured, and must be {bound}"
        elif not bound.holds(value):
            yield f"{at}: {name} is {value:.2f}, and must be {bound}"
