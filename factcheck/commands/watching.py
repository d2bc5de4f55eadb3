"""`--watch`: run again whenever an article changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from factcheck import console
from factcheck.errors import UsageError


def again(work: Callable[[], int], paths: Sequence[str], outputs: Sequence[str]) -> int:
    """Do `work` now and after every change of a file in `paths` that is none of `outputs`, until interrupted.

    Raises `UsageError` where the library that watches is not installed, or a path cannot be watched.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise UsageError("--watch needs watchfiles; install it with pip install 'factcheck-compare[watch]'.") from error
    if lost := [path for path in paths if not os.path.exists(path)]:
        raise UsageError(f"--watch: {lost[0]} is no file or folder that could be watched.")
    written = {os.path.realpath(path) for path in outputs}
    changes = watch(*paths, watch_filter=lambda _change, path: _counts(path, written), raise_interrupt=True)
    status = console.guarded(work)
    while status != console.INTERRUPTED and next(changes, None) is not None:
        status = console.guarded(work)
    return status


def _counts(path: str, written: set[str]) -> bool:
    return os.path.realpath(path) not in written and not os.path.basename(path).startswith(".")
