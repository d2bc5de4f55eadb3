"""One thread for matrix products, as long as ours are computed.

They are too small to gain from several: on a busy machine the threads wait for each other, and the same work takes many
times as long. numpy itself has no such switch; the OpenBLAS library in its wheels has, and is asked directly, as the
package threadpoolctl does. Where it is not found (another library, another layout) nothing is done.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import numpy as np

_NAMES = (
    "scipy_openblas_{}_num_threads64_",
    "scipy_openblas_{}_num_threads",
    "openblas_{}_num_threads64_",
    "openblas_{}_num_threads",
)


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy compute in one thread inside of the `with`, and as before after it."""
    switch = _switch()
    if switch is None:
        yield
        return
    get, put = switch
    before = get()
    put(1)
    try:
        yield
    finally:
        put(before)


@lru_cache(maxsize=1)
def _switch() -> tuple[Callable[[], int], Callable[[int], None]] | None:
    """What tells and what sets the number of threads, or None where there is no such thing."""
    package = Path(np.__file__).parent
    for folder in (package.parent / "numpy.libs", package / ".dylibs"):
        for path in sorted(folder.glob("*openblas*")):
            try:
                library = ctypes.CDLL(str(path))
            except OSError:
                continue
            for name in _NAMES:
                if hasattr(library, name.format("set")):
                    return getattr(library, name.format("get")), getattr(library, name.format("set"))
    return None
