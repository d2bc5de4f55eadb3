"""The one place that writes: standard output, files, standard error, and the exit status."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import BinaryIO, TextIO

from factcheck.errors import FactcheckError, OutputError
from factcheck.model import Skipped
from factcheck.report import ReportOptions
from factcheck.report.safe import harmless, inert, plain

INTERRUPTED = 130
FAILED = 2
_BAR = 24
_OPEN = re.compile(r"(?:/dev|/proc/self)/fd/(\d{1,9})")
"""A path that is a stream which the caller has opened."""
_PATIENCE = 1.0
"""Seconds after which a run shows how far it is."""
_WORTH_TELLING = 5
"""Seconds still to come from which on they are told."""


def guarded(work: Callable[[], int]) -> int:
    """The exit status of `work`; what it raises becomes one line on standard error and a status by the contract.

    With FACTCHECK_DEBUG set an unexpected exception shows its traceback besides.
    """
    try:
        return work()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return failed(error)


def failed(error: Exception) -> int:
    """Tell of an exception that ended a run; the status that it has then."""
    if isinstance(error, FactcheckError):
        complain(str(error))
        return FAILED
    if os.environ.get("FACTCHECK_DEBUG"):
        traceback.print_exception(error)
    said = " ".join(str(error).split())[:200]
    complain(f"unexpected {type(error).__name__}: {said} (FACTCHECK_DEBUG=1 shows where)")
    return FAILED


def looks(options: ReportOptions, *, no_color: bool, to_file: bool = False) -> ReportOptions:
    """How a report is to look where it goes: colours and wrapping are for terminals alone."""
    if to_file or not _watches():
        return options
    dumb = os.environ.get("TERM") == "dumb"
    colour = not (no_color or dumb or os.environ.get("NO_COLOR"))
    return replace(options, width=shutil.get_terminal_size().columns, colour=colour)


def emit(text: str) -> None:
    """Write `text` to standard output, in UTF-8 unless a terminal wants otherwise.

    A reader who has left ends it quietly. Raises `OutputError` for a full disk and the like.
    """
    stream = sys.stdout
    if stream is None:
        raise OutputError("standard output is closed; write to a file with -o FILE.")
    encoding = (stream.isatty() and stream.encoding) or "utf-8"
    _send(stream, text.encode(encoding, "backslashreplace"), "standard output")


def _send(stream: TextIO, data: bytes, name: str) -> None:
    """Write to a stream of this process. Raises `OutputError`; a reader who has left ends it quietly."""
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise OutputError(f"{name} cannot be written: {error.strerror or error}.") from error


def emit_text(text: str) -> None:
    """Write the text of an article as it is; for a terminal what could steer it is replaced, one for one."""
    emit(harmless(text) if _watches() else text)


def _watches() -> bool:
    """Whether standard output is a terminal; none at all where it was closed before the start."""
    return sys.stdout is not None and sys.stdout.isatty()


def save(path: str, text: str) -> None:
    """Write `text` to a file in UTF-8: afterwards it is the old file or the new one, never a part.

    Raises `OutputError`. What is no regular file, such as a pipe, is written as it is, and so is what a stream of this
    process leads to: `/dev/stdout` adds to a file behind it and takes the place of nothing.
    """
    data = text.encode("utf-8", "backslashreplace")
    if (stream := _stream(path)) is not None:
        _send(stream, data, path)
        return
    target = os.path.realpath(path)
    try:
        if (opened := _open(path)) is not None:
            with opened:
                opened.write(data)
        elif os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as opened:
                opened.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error


def _stream(path: str) -> TextIO | None:
    """Standard output or standard error, where `path` is the very file or device behind it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            if stream is not None and os.path.samestat(os.stat(path), os.fstat(stream.fileno())):
                return stream
    return None


def _open(path: str) -> BinaryIO | None:
    """The stream that `path` names by its number, which is left open; None where it names none."""
    number = _OPEN.fullmatch(path)
    return open(int(number[1]), "wb", closefd=False) if number and os.path.exists(path) else None


def append(path: str, text: str) -> None:
    """Write `text` to the end of a file in UTF-8. Raises `OutputError`."""
    try:
        with open(path, "ab") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from error


def _replace(target: str, data: bytes) -> None:
    folder, name = os.path.split(target)
    begins = os.fsdecode(os.fsencode(name)[:100])  # a name may have 255 bytes, whatever its characters
    made = os.path.join(folder, f".{begins}.{secrets.token_hex(4)}.tmp")
    try:
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        if os.path.exists(target):
            shutil.copymode(target, made)
        os.replace(made, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(made)
        raise


def complain(said: str) -> None:
    """One line of error on standard error."""
    _tell(f"factcheck: {plain(said)}")


def tell_skipped(skipped: Iterable[Skipped]) -> None:
    """A line for each input that was passed over."""
    for each in skipped:
        _tell(plain(f"{each.what}: {each.reason}"))


def _tell(said: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        encoding = (sys.stderr and sys.stderr.encoding) or "utf-8"
        print(inert(said).encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)


def _silence(stream: TextIO) -> None:
    """Send what the interpreter still flushes at its end to nowhere."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class Bar:
    """How far a run is, on one line of a terminal, once it takes longer than a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._started = clock()
        self._drawn = False
        self._stage, self._since, self._before = "", 0.0, 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw the step forward; a `factcheck.model.Progress`."""
        now = self._clock()
        if stage != self._stage:  # what was done before, by an earlier run, says nothing of the pace
            self._stage, self._since, self._before = stage, now, done
        if now - self._started < _PATIENCE or total <= 0:
            return
        filled = _BAR * min(done, total) // total
        left = _left(now - self._since, done - self._before, total - self._before)
        self._stream.write(f"\r{stage} [{'#' * filled}{' ' * (_BAR - filled)}] {done}/{total}{left}\x1b[K")
        self._stream.flush()
        self._drawn = True

    def clear(self) -> None:
        """Leave the line as it was."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False


def _left(spent: float, done: int, total: int) -> str:
    """How long the rest will take at the pace so far, where that is more than some seconds."""
    seconds = spent * (total - done) / done if done else 0
    if seconds < _WORTH_TELLING:
        return ""
    minutes = round(seconds / 60)
    about = f"{seconds:.0f} s" if seconds < 90 else f"{minutes} min" if minutes < 120 else f"{minutes / 60:.0f} h"
    return f", about {about} left"


def bar(*, quiet: bool) -> Bar | None:
    """A progress bar where someone can see it."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    return Bar(sys.stderr)
