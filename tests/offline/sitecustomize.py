"""Python runs this at its start where the folder is on its path: see `tests.offline`."""

import os
import sys

_LOG = os.environ.get("FACTCHECK_TESTS_NETWORK", "")
_NAMED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_ADDRESSED = ("socket.connect", "socket.sendto", "socket.sendmsg")
_HERE = ("localhost", "127.0.0.1", "::1", b"localhost", None, "")


def _hook(event: str, given: tuple[object, ...]) -> None:
    if event in _NAMED:
        host = given[0]
    elif event in _ADDRESSED and isinstance(given[1], tuple):  # a name in the file system is a string
        host = given[1][0]
    else:
        return
    if host not in _HERE:
        with open(_LOG, "a", encoding="utf-8") as log:
            log.write(f"{event} {host!r} by {sys.argv}\n")
        raise ConnectionRefusedError(f"{event} {host!r}: no test and no command uses the network")


if _LOG:
    sys.addaudithook(_hook)
