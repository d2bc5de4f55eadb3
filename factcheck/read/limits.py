"""What no file may exceed, so that a hostile or broken one costs a line and not the run."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import BinaryIO

from factcheck.errors import UnreadableError
from factcheck.model import Limits

LONGEST = Limits().article_length
"""Bytes of an article's text, at most, where nothing is set."""
LONGEST_PAGE = Limits().file_size
"""Bytes, at most, of a file that holds more than its text, where nothing is set."""
LONGEST_UNPACKED = 50_000_000
"""Bytes, at most, that one member of a packed file may unpack to: a bomb unpacks a thousandfold."""
MOST_PAGES = 500
"""Pages, at most, that are read of a PDF."""


def whole(file: BinaryIO, longest: int = LONGEST) -> bytes:
    """All bytes of `file`; raises `UnreadableError` where they are none or more than `longest`."""
    data = file.read(longest + 1)
    if len(data) > longest:
        raise UnreadableError(f"it is longer than {longest:,} bytes; split it or raise the limit")
    if not data.strip():
        raise UnreadableError("it is empty; nothing to compare in it")
    return data


def watch(seconds: float) -> Callable[[], None]:
    """A check that raises `UnreadableError` once `seconds` have gone by since this call."""
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() > end:
            raise UnreadableError(f"it takes longer than {seconds:g} seconds to read; split it or save its text")

    return check
