"""Processes that do tasks, any of which may be killed.

They are started afresh (`spawn`), not forked, as threads of numerical libraries do not outlive a fork. Each has a pipe
of its own and one task at a time: `concurrent.futures` shares a lock between processes, which a killed one takes with
it. An interrupt is not theirs to hear; they are ended by whoever started them, and end themselves where it is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, TypeVar

from factcheck.errors import WorkerError

_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 8
"""Tasks a process that are taken before the outcome of the oldest is asked for."""
_MOST_LOST = 3
"""How many processes a task may cost before the run is given up."""
_GONE = (EOFError, OSError)


@dataclass(slots=True)
class _Task:
    """A task, and how many processes were lost over it."""

    number: int
    call: Callable[[Any], Any]
    given: Any
    lost: int = 0


@dataclass(slots=True)
class _Hand:
    """A process and what it is at."""

    process: SpawnProcess
    pipe: Connection
    task: _Task | None = None


class Pool:
    """`jobs` processes, each of which calls `begin(*given)` first; to be used in a `with`."""

    def __init__(self, jobs: int, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
        self._begin = (begin, given)
        self._hands: list[_Hand] = []
        self._waiting: deque[_Task] = deque()
        self._done: dict[int, tuple[Any, BaseException | None]] = {}
        self._number = 0
        try:
            for _ in range(jobs):
                self._hands.append(self._started())
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def each(self, call: Callable[[_T], _R], tasks: Iterable[_T]) -> Iterator[_R]:
        """What `call` gives for each task, in their order; a task whose process is lost is done again.

        Tasks are taken one by one as there is room for them, and what makes them may itself ask this pool. Raises
        `WorkerError` where a task costs one process after the other, and whatever `call` raises.
        """
        asked: deque[int] = deque()
        for given in tasks:
            self._number += 1
            asked.append(self._number)
            self._waiting.append(_Task(self._number, call, given))
            self._step(0)
            if len(asked) >= _AHEAD * len(self._hands):
                yield self._outcome(asked.popleft())
        while asked:
            yield self._outcome(asked.popleft())

    def _outcome(self, number: int) -> Any:
        while number not in self._done:
            self._step(None)
        found, error = self._done.pop(number)
        if error is not None:
            raise error
        return found

    def _step(self, patience: float | None) -> None:
        """Hand out what waits, and take in what is done; None waits until something is."""
        for hand in self._hands:
            if hand.task is None and self._waiting:
                hand.task = self._waiting.popleft()
                try:
                    hand.pipe.send((hand.task.call, hand.task.given))
                except _GONE:
                    self._replace(hand)
        busy = {hand.pipe: hand for hand in self._hands if hand.task is not None}
        if not busy:  # whoever was to do it was gone, and another is there by now
            return
        for pipe in wait(list(busy), patience):
            self._take(busy[pipe])  # type: ignore[index]

    def _take(self, hand: _Hand) -> None:
        try:
            outcome = hand.pipe.recv()
        except _GONE:
            self._replace(hand)
            return
        if hand.task is not None:
            self._done[hand.task.number] = outcome
            hand.task = None

    def _replace(self, hand: _Hand) -> None:
        """Another process in the place of one that is gone; its task is the next to be done."""
        task, hand.task = hand.task, None
        _ended(hand)
        self._hands[self._hands.index(hand)] = self._started()
        if task is None:
            return
        task.lost += 1
        if task.lost >= _MOST_LOST:
            raise WorkerError(
                f"{_MOST_LOST} processes were ended from outside over one task, perhaps for want of memory;"
                " run again with fewer --jobs."
            )
        self._waiting.appendleft(task)

    def _started(self) -> _Hand:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, *self._begin), daemon=True)
        with _deaf():  # which the process inherits
            process.start()
        theirs.close()
        return _Hand(process, ours)

    def _end(self) -> None:
        """End every process at once, and wait until it is gone."""
        for hand in self._hands:
            hand.process.terminate()
        for hand in self._hands:
            _ended(hand)
        self._hands.clear()


def _ended(hand: _Hand) -> None:
    hand.pipe.close()
    hand.process.join()
    hand.process.close()


def _work(pipe: Connection, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    """What a process does until nobody is at the other end of its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    begin(*given)
    while True:
        try:
            call, task = pipe.recv()
        except _GONE:
            return
        outcome: tuple[Any, BaseException | None]
        try:
            outcome = (call(task), None)
        except Exception as error:
            outcome = (None, error)
        try:
            pipe.send(outcome)
        except _GONE:
            return


def _leave_with_parent() -> None:
    """End in the middle of a task where whoever is to hear of it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let an interrupt wait, where a thread can say so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its own start would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
