"""Unlucky circumstances: runs that are killed, disks that are full, stores that are broken.

Every fault is played on a stage of its own with two small articles. It is survived if the output file is the old one or
the new one, whole, if the next run is right, if the store is in use again by then, and if what is said is one sentence.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.torture.faults import disks, killed, stores
from tests.torture.faults.stage import NotHereError, Play, staged


@dataclass(frozen=True, slots=True)
class Fault:
    """One circumstance."""

    name: str
    """As on the command line."""
    play: Play
    """What plays it; its docstring says what happens."""
    times: int
    """How often in a long trial."""
    short: int
    """How often in a test."""


FAULTS = (
    Fault("killed", killed.killed, 100, 1),
    Fault("killed-at-steps", killed.killed_at_steps, 100, 2),
    Fault("interrupted", killed.interrupted, 100, 1),
    Fault("worker-killed", killed.worker_killed, 20, 1),
    Fault("together", killed.together, 20, 1),
    Fault("left-by-its-reader", killed.left_by_its_reader, 50, 2),
    Fault("limited", disks.limited, 24, 1),
    Fault("full", disks.full, 8, 1),
    Fault("forbidden", disks.forbidden, 14, 7),
    Fault("flipped", stores.flipped, 500, 20),
    Fault("cut", stores.cut, 100, 6),
    Fault("older", stores.older, 50, 4),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which faults, and how often."""
    parser.add_argument("faults", nargs="*", metavar="FAULT", help=", ".join(each.name for each in FAULTS))
    parser.add_argument("--times", type=int, default=0, help="how often each, instead of its own number")
    parser.add_argument("--seed", type=int, default=1)


def run(given: argparse.Namespace) -> int:
    """Play them, print a line for each, and give the number of those not survived."""
    wanted = [each for each in FAULTS if not given.faults or each.name in given.faults]
    return sum(_told(each, given.times or each.times, given.seed) for each in wanted)


def _told(fault: Fault, times: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as place:
        try:
            wrong = list(fault.play(staged(Path(place)), Random(seed), times))
        except NotHereError as error:
            print(f"{fault.name:<20} not played: {error}", flush=True)
            return 0
    lost = [each for each in wrong if each]
    print(f"{fault.name:<20} {len(wrong):>5} played, {len(wrong) - len(lost):>5} survived", flush=True)
    for each in lost[:5]:
        print(f"  {each}")
    return len(lost)
