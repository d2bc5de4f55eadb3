"""How long the command takes to start: processor seconds of `--help`, `--version` and no more."""

from __future__ import annotations

from dataclasses import dataclass

from tests.speed.ratio import spent_by

GOAL = 0.25
"""Processor seconds within which the command is meant to answer."""
_ROUNDS = 7
_NOTHING = "python -c pass"
_STARTS = {
    _NOTHING: ("-c", "pass"),
    "factcheck --version": ("-m", "factcheck", "--version"),
    "factcheck --help": ("-m", "factcheck", "--help"),
    "factcheck compare --help": ("-m", "factcheck", "compare", "--help"),
}


@dataclass(frozen=True, slots=True)
class Start:
    """What one call cost."""

    name: str
    """The call."""
    seconds: float
    """Processor seconds, user and system, of the best round."""
    times: float
    """How many times those of an interpreter that does nothing."""


def starts() -> list[Start]:
    """Each call's best of some rounds, taken in turn so that a busy machine slows all alike."""
    best = dict.fromkeys(_STARTS, float("inf"))
    for _ in range(_ROUNDS):
        for name, args in _STARTS.items():
            best[name] = min(best[name], spent_by(args))
    return [Start(name, seconds, seconds / best[_NOTHING]) for name, seconds in best.items()]
