"""The guard sees what it should, and commands do without a network."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import refused
from tests.pages.terminal import ROOT

ASKING = "import socket; socket.getaddrinfo('news.example', 443)"


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a process of its own notes what it was refused; this one has its own log."""
    monkeypatch.setenv("FACTCHECK_TESTS_NETWORK", str(tmp_path / "log"))
    return tmp_path / "log"


@pytest.mark.parametrize(
    "code",
    [
        ASKING,
        "import urllib.request; urllib.request.urlopen('http://news.example/')",
        "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
    ],
)
def test_another_process_is_refused_and_noted(code: str, noted: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"uses the network" in done.stderr
    assert noted.read_text("utf-8")


def test_loopback_and_files_are_no_network(noted: Path, tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()\n"
        "here = socket.socket(socket.AF_UNIX)\n"
        "here.bind(sys.argv[1])\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "here")], check=True)
    assert not noted.exists()


COMMANDS = (
    ("compare", "corpus/ferry-trial", "--no-cache"),
    ("claims", "corpus/ferry-trial/wire.md"),
    ("explain", "FC101"),
    ("demo",),
)


@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: args[0])
def test_a_command_is_the_same_without_any_network(args: tuple[str, ...]) -> None:
    """Even C code finds none there. `demo` reads what the package holds."""
    command = [sys.executable, "-m", "factcheck", *args]
    if not (alone := refused(command)):
        pytest.skip("a name space without a network needs Linux and a kernel that lets users make one")
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ['PYTHONPATH']}"}
    done = subprocess.run(alone, cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode in (0, 1)
    assert done.stdout
    assert done.stderr == b""


def test_this_process_is_refused_too() -> None:
    log = Path(os.environ["FACTCHECK_TESTS_NETWORK"])
    try:
        with pytest.raises(ConnectionRefusedError, match="network"):
            socket.getaddrinfo("news.example", 443)
        assert "news.example" in log.read_text("utf-8")
    finally:
        log.write_text("")
