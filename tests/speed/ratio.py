"""A measured figure beside what it is meant to reach."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """How our cost lies to another's, measured side by side in one run."""

    name: str
    """What was compared."""
    value: float
    """The figure."""
    goal: float
    """What it is meant to reach."""
    is_most: bool
    """Whether the goal must not be passed (else: is to be reached at least)."""
    told: str = ""
    """What went into it."""

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal if self.is_most else self.value >= self.goal

    def row(self) -> str:
        """A line of the table."""
        goal = f"{'<=' if self.is_most else '>='} {self.goal:<5g} {'' if self.is_reached else 'MISSED '}"
        return f"{self.name:<58} {self.value:>8.3g} {goal}{self.told}".rstrip()

    def data(self) -> dict[str, object]:
        """The figure for JSON."""
        return {**asdict(self), "value": round(self.value, 4), "is_reached": self.is_reached}


def spent(work: Callable[[], object], rounds: int = 1) -> float:
    """Processor seconds of this process for `work`, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def spent_by(args: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Processor seconds, user and system, of a fresh interpreter with `args`; its exit status is not looked at."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, check=False, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
