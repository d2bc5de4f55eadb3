"""Processes that do tasks: order, errors, and processes that are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.engine.pool import Pool
from factcheck.errors import WorkerError


def _begin() -> None:
    """Nothing to lay out."""


def _double(given: int) -> int:
    return given * 2


def _fail(given: int) -> int:
    raise ValueError(f"no {given}")


def _killed_once(mark: str) -> str:
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark


def _killed(given: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return given


def _gone_after(given: int) -> int:
    if given == 1:
        threading.Timer(0.2, os._exit, [1]).start()
    return given


def _long(mark: str) -> None:
    Path(mark).write_text(str(os.getpid()))
    time.sleep(60)


def _abandon(mark: str) -> None:
    """Give a process a long task, and be gone."""
    with Pool(1, _begin, ()) as made:
        found = made.each(_long, [mark])
        threading.Thread(target=_kill_once_begun, args=(mark,), daemon=True).start()
        list(found)


def _kill_once_begun(mark: str) -> None:
    while not (Path(mark).exists() and Path(mark).read_text()):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(2, _begin, ()) as made:
        yield made
    assert not multiprocessing.active_children()


def test_outcomes_come_in_the_order_of_the_tasks(pool: Pool) -> None:
    assert list(pool.each(_double, range(40))) == list(range(0, 80, 2))


def test_a_task_may_be_made_from_the_outcomes_of_others(pool: Pool) -> None:
    nested = (sum(pool.each(_double, range(each))) for each in range(5))
    assert list(pool.each(_double, nested)) == [0, 0, 4, 12, 24]


def test_tasks_are_taken_as_there_is_room(pool: Pool) -> None:
    tasks = iter(range(1000))
    next(iter(pool.each(_double, tasks)))
    assert next(tasks) < 100


def test_an_error_in_a_task_is_raised_here(pool: Pool) -> None:
    with pytest.raises(ValueError, match="no 3"):
        list(pool.each(_fail, [3]))


def test_the_tasks_of_a_killed_process_are_done_again(pool: Pool, tmp_path: Path) -> None:
    marks = ["", "", str(tmp_path / "first"), "", str(tmp_path / "second"), ""]
    assert list(pool.each(_killed_once, marks)) == marks


def test_a_process_that_goes_between_two_tasks_is_replaced() -> None:
    with Pool(1, _begin, ()) as made:
        found = made.each(_gone_after, [1, 2])
        first = next(found)
        for process in multiprocessing.active_children():
            process.join(5)
        assert [first, *found] == [1, 2]


def test_processes_that_are_always_killed_end_the_run() -> None:
    with pytest.raises(WorkerError, match="fewer --jobs"), Pool(1, _begin, ()) as made:
        list(made.each(_killed, range(3)))
    assert not multiprocessing.active_children()


def test_an_error_ends_every_process_at_once() -> None:
    def interrupted() -> None:
        with Pool(2, _begin, ()) as made:
            next(made.each(_double, range(9)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not multiprocessing.active_children()


def test_a_process_ends_in_the_middle_of_its_task_where_its_parent_is_gone(tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    parent = multiprocessing.get_context("spawn").Process(target=_abandon, args=(str(mark),))
    parent.start()
    parent.join()
    worker = int(mark.read_text())
    ends = time.monotonic() + 30
    while time.monotonic() < ends and _is_there(worker):
        time.sleep(0.05)
    assert not _is_there(worker)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/status")
        return not state.exists() or "State:\tZ" not in state.read_text("utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False
