"""What no file may exceed, so that a hostile or broken one costs a line and not the run."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import BinaryIO

from factcheck.errors import UnreadableError

LONGEST = 2_000_000
"""Bytes of an article's text, at most: three hundred times a long article."""
LONGEST_PAGE = 20_000_000
"""Bytes, at most, of a file that holds more than its text: a saved page, a PDF, an office document, a feed."""
LONGEST_UNPACKED = 50_000_000
"""Bytes, at most, that one member of a packed file may unpack to: a bomb unpacks a thousandfold."""
MOST_ITEMS = 10_000
"""Articles, at most, that are taken from one file."""
MOST_PAGES = 500
"""Pages, at most, that are read of a PDF."""
SECONDS = 60.0
"""Seconds, at most, that one file may take; looked at between articles and between pages."""


def whole(file: BinaryIO, longest: int = LONGEST) -> bytes:
    """All bytes of `file`; raises `UnreadableError` where they are none or more than `longest`."""
    data = file.read(longest + 1)
    if len(data) > longest:
        raise UnreadableError(f"it is longer than {longest:,} bytes, which no article is; split it into articles")
    if not data.strip():
        raise UnreadableError("it is empty; nothing to compare in it")
    return data


def watch(seconds: float = SECONDS) -> Callable[[], None]:
    """A check that raises `UnreadableError` once `seconds` have gone by since this call."""
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() > end:
            raise UnreadableError(f"it takes longer than {seconds:.0f} seconds to read; split it or save its text")

    return check
