"""Processes that do tasks in order, of which one may be killed.

They are started afresh (`spawn`), not forked, as threads of numerical libraries do not outlive a fork. An interrupt
is the business of the process that started them: they do not hear it, are ended by it, and end themselves where it is
gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar

from factcheck.errors import WorkerError

_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 8
"""Tasks a process that are handed out before the oldest is done."""
_MOST_BROKEN = 3
"""How often processes may be lost before the run is given up."""


@dataclass(slots=True)
class _Task(Generic[_T, _R]):
    """A task that was handed out, and to which set of processes."""

    given: _T
    future: Future[_R]
    generation: int


class Pool:
    """`jobs` processes, each of which calls `begin(*given)` first; to be used in a `with`."""

    def __init__(self, jobs: int, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
        self._jobs = jobs
        self._begin = begin
        self._given = given
        self._generation = 0
        self._strangers = set(multiprocessing.active_children())
        self._executor = self._started()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._executor.shutdown()
        else:
            self._end()

    def each(self, call: Callable[[_T], _R], tasks: Iterable[_T]) -> Iterator[_R]:
        """What `call` gives for each task, in their order; a task whose process is lost is done again.

        Tasks are taken one by one as there is room for them, and may themselves ask this pool. Raises `WorkerError`
        where processes are lost time and again, and whatever `call` raises.
        """
        waiting: deque[_Task[_T, _R]] = deque()
        for given in tasks:
            waiting.append(self._handed(call, given))
            if len(waiting) >= _AHEAD * self._jobs:
                yield self._outcome(call, waiting)
        while waiting:
            yield self._outcome(call, waiting)

    def _outcome(self, call: Callable[[_T], _R], waiting: deque[_Task[_T, _R]]) -> _R:
        while True:
            try:
                found = waiting[0].future.result()
            except BrokenProcessPool:
                self._mend(waiting[0].generation)
                for at, task in enumerate(waiting):
                    if task.generation != self._generation and (not task.future.done() or task.future.exception()):
                        waiting[at] = self._handed(call, task.given)
            else:
                waiting.popleft()
                return found

    def _handed(self, call: Callable[[_T], _R], given: _T) -> _Task[_T, _R]:
        while True:
            generation = self._generation
            try:
                with _deaf():  # what is started here inherits it
                    return _Task(given, self._executor.submit(call, given), generation)
            except BrokenProcessPool:
                self._mend(generation)

    def _mend(self, generation: int) -> None:
        """New processes in the place of those of a generation that is broken, unless there are newer ones."""
        if generation != self._generation:
            return
        self._end()
        self._generation += 1
        if self._generation >= _MOST_BROKEN:
            raise WorkerError(
                f"processes were ended from outside {_MOST_BROKEN} times, perhaps for want of memory;"
                " run again with fewer --jobs."
            )
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), _begun, (self._begin, self._given))

    def _end(self) -> None:
        """End every process at once, and wait until it is gone."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        ours = set(multiprocessing.active_children()) - self._strangers
        for process in ours:
            process.terminate()
        for process in ours:
            process.join()


def _begun(begin: Callable[..., None], given: tuple[Any, ...]) -> None:
    """The first that a process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, daemon=True).start()
    begin(*given)


def _watch() -> None:
    """End this process where the one that started it is gone."""
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
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
