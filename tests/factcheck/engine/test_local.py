"""Several processes tell what one does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.engine.local import tell
from factcheck.model import Intake, Options, StoryMode
from factcheck.pipeline import compare
from factcheck.read import read
from tests.factcheck.engine.archives import CORPUS, ROOT, shown
from tests.processes import workers
from tests.speed.archive import write


@pytest.fixture(scope="module")
def corpus() -> Intake:
    return read([str(CORPUS)])


@pytest.fixture(scope="module")
def alone(corpus: Intake) -> str:
    return shown(compare(corpus, Options()))


def test_two_processes_give_the_same_bytes_as_one(corpus: Intake, alone: str) -> None:
    """Every process has its own order of sets, so that this also holds what is told to be independent of it."""
    assert shown(compare(corpus, Options(jobs=2), tell)) == alone
    assert not multiprocessing.active_children()


def test_the_articles_of_one_large_story_are_read_by_all(corpus: Intake) -> None:
    one = Intake(corpus.articles[:8])
    options = Options(StoryMode.ALL)
    there = compare(one, replace(options, jobs=2), lambda work, chosen: tell(work, chosen, size=4000))
    assert shown(there) == shown(compare(one, options))


def test_a_killed_process_changes_nothing(corpus: Intake, alone: str) -> None:
    killed: list[int | None] = []

    def kill(_stage: str, _done: int, _total: int) -> None:
        if not killed and (running := multiprocessing.active_children()):
            killed.append(running[0].pid)
            os.kill(killed[0] or 0, signal.SIGKILL)

    assert shown(compare(corpus, Options(jobs=2, progress=kill), tell)) == alone
    assert killed


def test_an_interrupt_leaves_no_process_behind(tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    write(400, archive)
    command = [sys.executable, "-m", "factcheck", "compare", str(archive), "--jobs", "2", "--no-cache", "--isolated"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_hearing,  # noqa: PLW1509
    )
    assert _until(lambda: len(workers(process.pid)) >= 2)
    started = workers(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (130, b"", b"")
    assert _until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))


def _hearing() -> None:
    """Hear interrupts, which a suite that runs in the background may not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until(holds: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
