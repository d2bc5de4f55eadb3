"""Long trials: `python -m tests.torture` runs all of them, `... faults [FAULT ...] [--times N]` or `... fuzz` one.

Each trial is a module with `arguments(parser)` and `run(given)`, which gives the number of faults found.
"""

from __future__ import annotations

import argparse
from typing import Protocol

from tests.torture import faults, fuzz, mutants, patterns


class Trial(Protocol):
    """A kind of trial: a module of this package."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare its options; all have defaults."""

    def run(self, given: argparse.Namespace) -> int:
        """Try, print figures, and give the number of faults."""


TRIALS: tuple[tuple[str, Trial], ...] = (
    ("patterns", patterns),
    ("faults", faults),
    ("mutants", mutants),
    ("fuzz", fuzz),
)
"""Every trial by the name of its sub-command, in the order in which all are run."""


def main() -> int:
    """Run the trial that is named, or all; 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    commands = parser.add_subparsers(dest="trial")
    made = {}
    for name, trial in TRIALS:
        made[name] = commands.add_parser(name, description=trial.__doc__)
        trial.arguments(made[name])
    given = parser.parse_args()
    if given.trial:
        return min(1, dict(TRIALS)[given.trial].run(given))
    return min(1, sum(trial.run(made[name].parse_args([])) for name, trial in TRIALS))


if __name__ == "__main__":
    raise SystemExit(main())
