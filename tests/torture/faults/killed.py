"""Runs that end before their time: killed, interrupted, left by their reader, or beside others."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from random import Random

from tests.processes import workers
from tests.speed.archive import records
from tests.torture.faults.stage import COMPARE, FOUND, OLD, Attempts, Stage, staged

_INTERRUPTED = 130
_REAPED = 10.0
"""Seconds until every process must be gone: one of Python's own ends after ours, and waits for the system to notice."""
_AT_STEP = """
import os, signal, sys
at, place = int(sys.argv.pop(1)), os.getcwd()
def hook(event, args, left=[at]):
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in ("os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "sqlite3.connect/handle"):
        if str(args[0]).startswith(place) or event.startswith("sqlite3"):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
from factcheck.__main__ import main
main()
"""


def killed(stage: Stage, chance: Random, times: int) -> Attempts:
    """kill -9 at any moment."""
    for process in islice(_disturbed(stage, chance, signal.SIGKILL), times):
        process.communicate()
        yield stage.whole() or stage.recovered()


def killed_at_steps(stage: Stage, _chance: Random, times: int) -> Attempts:
    """kill -9 at the first, second ... moment when a file is opened for writing, renamed, removed or connected to."""
    for step in range(1, times + 1):
        stage.laid()
        process = stage.started(str(step), *COMPARE, code=_AT_STEP)
        _, complaint = process.communicate()
        if process.returncode != -signal.SIGKILL:
            if process.returncode != FOUND:
                yield f"step {step}: status {process.returncode}, {complaint.decode()}"
            return
        yield stage.whole() or stage.recovered()


def interrupted(stage: Stage, chance: Random, times: int) -> Attempts:
    """Ctrl-C at any moment, to the whole process group as a terminal sends it; a run that is done ends as it would.

    Until `main` of `factcheck.__main__` is called, Python itself answers as it likes: that is tried again, not counted.
    """
    ours = (
        (process, complaint)
        for process in _disturbed(stage, chance, signal.SIGINT)
        if not _is_python(complaint := process.communicate()[1])
    )
    for process, complaint in islice(ours, times):
        yield _ended(process.returncode, complaint) or _left(stage, process.pid)


def _is_python(complaint: bytes) -> bool:
    return b"KeyboardInterrupt" in complaint and b", in main\n" not in complaint


def _disturbed(stage: Stage, chance: Random, sign: signal.Signals) -> Iterator[subprocess.Popen[bytes]]:
    """Runs whose group gets the signal before they end; how long one lasts is learnt from those that were quicker."""
    lasts = stage.lasts
    while True:
        stage.laid(warm=chance.random() < 0.5)
        began = time.monotonic()
        process = stage.started(*COMPARE)
        try:
            process.wait(chance.uniform(0, lasts))
            lasts = time.monotonic() - began
            process.communicate()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, sign)
            yield process


def _ended(status: int, complaint: bytes) -> str:
    if status not in (_INTERRUPTED, -signal.SIGINT, FOUND) or complaint:
        return f"status {status}, {complaint.decode(errors='replace')[-2000:]!r}"
    return ""


def _left(stage: Stage, group: int) -> str:
    """What an interrupted run left behind: other processes, files, a broken store."""
    end = time.monotonic() + _REAPED
    with suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(group, 0)
            time.sleep(0.05)
        return "a process is left"
    if stage.debris():
        return f"left {stage.debris()[0].name}"
    return stage.whole() or stage.recovered()


def worker_killed(stage: Stage, chance: Random, times: int) -> Attempts:
    """kill -9 at any moment to one of two processes that work for a run on a small archive."""
    archive = staged(stage.place / "many", _archive())
    tried = 0
    while tried < times:
        archive.laid(warm=chance.random() < 0.3)
        process = archive.started(*COMPARE, "--jobs", "2")
        while not workers(process.pid) and process.poll() is None:
            time.sleep(0.05)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, archive.lasts))
        if hands := workers(process.pid):
            with suppress(ProcessLookupError):
                os.kill(chance.choice(hands), signal.SIGKILL)
                tried += 1
        _, complaint = process.communicate()
        if hands:
            yield _undisturbed(archive, process.returncode, complaint) or _left(archive, process.pid)


def _undisturbed(stage: Stage, status: int, complaint: bytes) -> str:
    same = stage.out.read_text("utf-8") == stage.report
    return "" if same and (status, complaint) == (FOUND, b"") else f"same report: {same}, {status}, {complaint!r}"


def _archive() -> dict[str, str]:
    """Articles by their names, a folder a story; so many that a run starts processes."""
    return {f"{each['id'].partition('-')[0]}/{each['id']}.txt": each["text"] for each in records(100)}


def together(stage: Stage, _chance: Random, times: int) -> Attempts:
    """Three runs at once, on one store and one output file."""
    for _ in range(times):
        stage.laid()
        running = [stage.started(*COMPARE) for _ in range(3)]
        ended = [(each.communicate()[1], each.returncode) for each in running]
        if ended != [(b"", FOUND)] * 3 or stage.out.read_bytes() == OLD or stage.debris():
            yield f"ended with {ended}; left {stage.debris()}"
        else:
            yield stage.whole() or stage.recovered()


_LONG = (
    ("compare", "in", "--isolated"),
    ("compare", "in", "--isolated", "--output-format", "json"),
    ("claims", "in", "--isolated", "--output-format", "json"),
    ("rules",),
    ("--help",),
)


def left_by_its_reader(stage: Stage, chance: Random, times: int) -> Attempts:
    """Standard output is closed before anything or after a byte, as `| head` does."""
    stage.laid(warm=True)
    for number in range(times):
        args = _LONG[number % len(_LONG)]
        process = stage.started(*args, stdout=subprocess.PIPE)
        if process.stdout and chance.random() < 0.5:
            process.stdout.read(1)
        if process.stdout:
            process.stdout.close()
        process.stdout = None
        _, complaint = process.communicate()
        wanted = {"compare": (FOUND,), "--help": (0, 1)}.get(
            args[0], (0,)
        )  # click itself ends a help nobody reads with 1
        fine = process.returncode in wanted and not complaint
        yield "" if fine else f"{args}: {process.returncode}, {complaint!r}"
