"""Files that are read whole, up to a bound: one that is longer is refused and never cut in silence."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import BinaryIO


def read_bounded(path: str | Path, longest: int) -> bytes:
    """All bytes of the file at `path`; raises `OSError` where it cannot be read or has more than `longest`."""
    with open(path, "rb") as opened:
        return whole(opened, longest)


def whole(opened: BinaryIO, longest: int) -> bytes:
    """All bytes that are left in an open file; raises `OSError` where they are more than `longest`."""
    data = opened.read(longest + 1)
    if len(data) > longest:
        raise OSError(errno.EFBIG, f"it is longer than {longest:,} bytes")
    return data
