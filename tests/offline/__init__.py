"""No command uses the network: whoever tries to is refused and noted, in the tests and in every Python they start.

An audit hook (PEP 578) sees each name that is looked up and each address that is connected or sent to. It does not see
what C code does without Python's `socket`; a name space without a network (`refused`) leaves that nothing either.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = str(Path(__file__).parent)


@contextmanager
def offline(log: Path) -> Iterator[None]:
    """Refuse the network from now on. Raises AssertionError at the end where someone wanted it."""
    log.touch()
    os.environ["FACTCHECK_TESTS_NETWORK"] = str(log)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_HERE, os.environ.get("PYTHONPATH", ""))))
    importlib.import_module("tests.offline.sitecustomize")
    yield
    tried = log.read_text("utf-8")
    assert not tried, f"the network was asked for:\n{tried}"


def refused(args: list[str]) -> list[str]:
    """`args` in a name space without any network, also for C code; [] where none can be made."""
    unshare = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    if sys.platform != "linux" or os.system(f"{' '.join(unshare)} true 2>/dev/null"):
        return []
    return [*unshare, *args]
