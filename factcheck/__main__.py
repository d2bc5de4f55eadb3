"""The command `factcheck`, also as `python -m factcheck`."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import FrameType

from factcheck.collecting import seldom


def main() -> None:
    """Run the command line and leave with its exit status."""
    seldom()
    if sys.stdin is None:  # closed by whoever started it, which reads as an empty one
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    if sys.stderr is None:  # or what is said there would go to standard output
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the run
    _leave_in_order()
    try:
        from factcheck.cli import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)


def _leave_in_order() -> None:
    """Let a run that is ended from outside take its processes and unfinished files with it."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, _: FrameType | None) -> None:
    raise SystemExit(_BY_SIGNAL + number)


_BY_SIGNAL = 128
"""What shells add to the number of the signal that ended a process."""


if __name__ == "__main__":
    main()
