"""Where a fault is played: a folder with two articles, a store of readings and an output file, and what is expected."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from factcheck.cache import opened
from factcheck.cache.store import FILE
from factcheck.model import Options
from factcheck.pipeline import compare
from factcheck.read import read
from factcheck.report import REPORTERS, ReportOptions

ROOT = Path(__file__).parents[3]
OLD = b"what was here before\n"
FOUND = 1
"""Status of a run that is left alone: the two articles contradict each other."""
_TRACER = "COVERAGE_PROCESS_"
_ARTICLES = {
    "a.txt": "A jury in Varn convicted Milo Trent, 31, of 12 counts of fraud on Monday.\nTrent was fined $3,500.\n",
    "b.txt": "A jury in Varn convicted Milo Trent, 31, of 21 counts of fraud on Monday.\nTrent was fined $3,500.\n",
}


class NotHereError(Exception):
    """A fault that cannot be played on this machine; the message says why."""


@dataclass(frozen=True)
class Stage:
    """The folder and what a run in it gives when nothing is in the way."""

    place: Path
    """Holds `in/`, the folder `store/` and `out.json`; commands run in it."""
    report: str
    """The report as JSON."""
    lasts: float
    """Seconds that a run took, with nothing in the store."""
    articles: int = len(_ARTICLES)
    """How many readings a store holds after a run."""

    @property
    def out(self) -> Path:
        """The output file."""
        return self.place / "out.json"

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.place / "store"

    @property
    def database(self) -> Path:
        """The file of the store."""
        return self.store / FILE

    def laid(self, *, warm: bool = False) -> None:
        """As at the beginning: an old output file, and a store with every reading or none."""
        shutil.rmtree(self.store, ignore_errors=True)
        for left in self.debris():
            left.unlink()
        self.out.write_bytes(OLD)
        if warm:
            self.again()

    def debris(self) -> list[Path]:
        """Half-written files that a run left behind."""
        return sorted(self.place.glob(".*.tmp"))

    def started(
        self,
        *args: str,
        before: Sequence[str] = (),
        code: str = "",
        prepare: Callable[[], None] | None = None,
        stdout: int | None = subprocess.DEVNULL,
    ) -> subprocess.Popen[bytes]:
        """The command with `args` in this folder, in a process group of its own; `code` runs in its stead.

        With a `prepare`, a measurement of coverage leaves it alone: its own files would meet the limits that are set.
        """
        inherited = {name: told for name, told in os.environ.items() if prepare is None or not name.startswith(_TRACER)}
        programme = ["-c", code] if code else ["-m", "factcheck"]
        return subprocess.Popen(
            [*before, sys.executable, *programme, *args],
            cwd=self.place,
            env={**inherited, "FACTCHECK_CACHE_DIR": str(self.store), "PYTHONPATH": _path()},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509 - the trial has one thread
        )

    def again(self) -> int:
        """How many readings the store had for a run in this process. Raises ValueError for another report."""
        with self._here(), opened() as store:
            made = _rendered(Options(remember=store))
        if made != self.report:
            raise ValueError("the next run gave another report")
        return store.found

    def recovered(self) -> str:
        """What is wrong with the store now, or "": the next run is right, and the one after it finds all readings."""
        try:
            self.again()
            found = self.again()
        except ValueError as error:
            return str(error)
        return "" if found == self.articles else f"the store holds {found} of {self.articles} readings"

    def whole(self) -> str:
        """What is wrong with the output file, or "": it is the old one or the new one."""
        left = self.out.read_bytes() if self.out.exists() else b""
        return "" if left in (OLD, self.report.encode()) else f"the output file holds {len(left)} other bytes"

    @contextlib.contextmanager
    def _here(self) -> Iterator[None]:
        before = os.environ.get("FACTCHECK_CACHE_DIR")
        os.environ["FACTCHECK_CACHE_DIR"] = str(self.store)
        try:
            with contextlib.chdir(self.place):
                yield
        finally:
            os.environ.pop("FACTCHECK_CACHE_DIR")
            if before is not None:
                os.environ["FACTCHECK_CACHE_DIR"] = before


def staged(place: Path, articles: Mapping[str, str] = _ARTICLES) -> Stage:
    """A stage in `place`, a folder without `in`. Raises ValueError where the command fails there of itself."""
    for name, text in articles.items():
        (place / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "in" / name).write_text(text, "utf-8")
    first = Stage(place, "", 0.0)
    began = time.monotonic()
    process = first.started(*COMPARE)
    _, complaint = process.communicate()
    lasted = time.monotonic() - began
    if process.returncode != FOUND or not first.out.exists():
        raise ValueError(f"an undisturbed run ended with {process.returncode}: {complaint.decode()}")
    return Stage(place, first.out.read_text("utf-8"), lasted, len(articles))


COMPARE = ("compare", "in", "--isolated", "-o", "out.json", "--output-format", "json")
"""Arguments of the run that is disturbed."""
Attempts = Iterator[str]
"""What went wrong at each attempt, "" where nothing did."""
Play = Callable[[Stage, Random, int], Attempts]
"""Plays a fault some times; raises NotHereError where this machine does not let it."""


def _path() -> str:
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))


def _rendered(options: Options) -> str:
    render = {each.name: each.render for each in REPORTERS}["json"]
    return render(compare(read(["in"]), options), ReportOptions())
