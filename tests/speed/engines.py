"""Measures what a second process brings: `python -m tests.speed.engines [N] [--jobs J]`.

Compares N made-up articles (tests/speed/archive.py) with one process and with J, nothing cached, in one run. On a
machine that others use wall time tells nothing of a second core. So processor time is told, too: of the process that
hands out (which is not shared out), and of those that do the work (which is). From them follows what J free cores give,
if the processes do not wait for each other.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from factcheck.engine import local
from factcheck.model import Intake, Options
from factcheck.pipeline import compare
from factcheck.read import read
from factcheck.report.as_jsonl import REPORTER
from factcheck.report.reporter import ReportOptions
from tests.speed.archive import write


@dataclass(frozen=True, slots=True)
class Cost:
    """What a comparison cost."""

    wall: float
    """Seconds on the clock."""
    own: float
    """Seconds of processor time of this process."""
    others: float
    """Seconds of processor time of the processes it started."""
    told: str
    """The report."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed.engines", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=1000, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="J")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.jsonl"
        write(given.number, file)
        intake = read([str(file)])
    compare(Intake(intake.articles[:5]))  # loads what is loaded late
    one, several = (_cost(intake, jobs) for jobs in (1, given.jobs))
    total = sum(len(article.text.split()) for article in intake.articles)
    print(f"{len(intake.articles):,} articles, {total:,} words; outcome identical: {one.told == several.told}")
    for jobs, cost in ((1, one), (given.jobs, several)):
        print(f"{jobs} jobs: wall {cost.wall:6.1f} s, processor {cost.own:6.1f} s here, {cost.others:6.1f} s in others")
    free = several.own + several.others / given.jobs
    print(f"wall: {one.wall / several.wall:.2f} times; on free cores: {one.own / free:.2f} times")
    print(f"one process: {total / one.own:,.0f} words a second of processor time")


def _cost(intake: Intake, jobs: int) -> Cost:
    wall, own, others = time.perf_counter(), time.process_time(), _others()
    report = compare(intake, Options(jobs=jobs), local)
    spent = time.perf_counter() - wall, time.process_time() - own, _others() - others
    return Cost(*spent, REPORTER.render(report, ReportOptions()))


def _others() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
