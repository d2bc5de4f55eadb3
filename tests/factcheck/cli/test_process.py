"""The command as a process: start-up, terminals, pipes, signals."""

from __future__ import annotations

import os
import pty
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = ("spacy", "thinc", "numpy", "dateparser", "rich", "rapidfuzz", "yaml", "charset_normalizer",
         "claims.words", "claims.kinds", "factcheck.judge", "urllib.request")  # fmt: skip
CONCISE = len((ROOT / "tests/golden/concise.txt").read_text("utf-8").splitlines())
FAKE = """
import sys, types
from tests.golden.sample import report
fake = types.ModuleType("factcheck.pipeline")
fake.compare = lambda intake, options, tell: report()
sys.modules["factcheck.pipeline"] = fake
from factcheck.__main__ import main
sys.argv[0] = "factcheck"
main()
"""


def run(*args: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *args],
        cwd=ROOT,
        env={**os.environ, **more},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        *([name, "--help"] for name in "compare check claims report review init clean".split()),
    ],
)
def test_help_and_version_load_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys\n"
        "from factcheck.__main__ import main\n"
        f"sys.argv = ['factcheck', *{args!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stderr.strip() == "[]"
    assert done.stdout


def test_importing_the_packages_loads_nothing_heavy() -> None:
    code = f"import sys, claims, factcheck; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_who_left_ends_it_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", FAKE, "compare", "corpus"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert b"roken" not in errors


@pytest.mark.parametrize(
    ("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"FLAG": "1"}, False)]
)
def test_colour_is_for_terminals_that_want_it(more: dict[str, str], coloured: bool) -> None:
    env = {name: words for name, words in os.environ.items() if name != "NO_COLOR"}
    args = ["--no-color"] if "FLAG" in more else []
    text = b"".join(
        _on_a_terminal([sys.executable, "-c", FAKE, "compare", "corpus", *args], {**env, "TERM": "xterm", **more})
    )
    assert (b"\x1b[1;31mCONFLICT" in text) is coloured
    assert b"CONFLICT" in text
    assert b"read [" not in text


def _on_a_terminal(command: list[str], env: dict[str, str]) -> Iterator[bytes]:
    """What `command` writes to a terminal of its own."""
    control, terminal = pty.openpty()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=terminal, stdout=terminal, stderr=terminal)
    os.close(terminal)
    try:
        while True:
            try:
                part = os.read(control, 65536)
            except OSError:  # how Linux tells that the other end is closed
                return
            if not part:
                return
            yield part
    finally:
        os.close(control)
        process.wait()


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = run("rules", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "rules"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"standard output cannot be written" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("redirected", "outputs", "kept"),
    [
        ("-o /dev/stdout >> log.txt", 1, True),
        ("-o /dev/stderr 2>> log.txt", 1, True),
        ("-o /dev/fd/5 5>> log.txt", 1, True),
        ("-o log.txt >> log.txt", 1, True),
        ("--report concise:/dev/stdout --output-format concise >> log.txt", 2, True),
        ("-o /dev/stdout | cat >> log.txt", 1, True),
        ("-o >(cat >> log.txt); wait $!", 1, True),
        ("-o log.txt", 1, False),
    ],
)
def test_an_output_that_is_a_stream_is_added_to_what_lies_behind_it(
    tmp_path: Path, redirected: str, outputs: int, kept: bool
) -> None:
    log = tmp_path / "log.txt"
    log.write_text("precious\n")
    (tmp_path / "in.txt").write_text("The ferry sank with 12 people aboard.\n")
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(FAKE)} compare in.txt --output-format concise --quiet"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["bash", "-c", f"{command} {redirected}"], cwd=tmp_path, env=env, capture_output=True, check=False)
    lines = log.read_text("utf-8").splitlines()
    assert (lines[0] == "precious") is kept
    assert len(lines) == outputs * CONCISE + kept


@pytest.mark.parametrize(
    ("closed", "args", "status", "says"),
    [
        ("<&-", "compare -", 2, b"-: it is empty"),
        (">&-", "rules", 2, b"standard output is closed; write to a file with -o FILE."),
        ("2>&-", "rules", 0, b""),
        (">&- 2>&-", "explain nonsense", 2, b""),
        ("2>&-", "explain nonsense", 2, b""),
        ("2>&-", "compare no-such-file.txt", 2, b""),
    ],
)
def test_closed_streams_are_no_riddle(closed: str, args: str, status: int, says: bytes) -> None:
    command = f"exec {shlex.quote(sys.executable)} -m factcheck {args} {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == status
    assert says in done.stderr
    assert bool(done.stdout) is (status == 0)
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_ended_leaves_no_unfinished_file(number: int, tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, types\n"
        "import factcheck.console as console\n"
        f"console.os.fsync = lambda _: os.kill(os.getpid(), {int(number)})\n"
        f"signal.signal({int(number)}, signal.SIG_DFL)\n"
        f"{FAKE}"
    )
    (tmp_path / "in.txt").write_text("The ferry sank with 12 people aboard.\n")
    command = [sys.executable, "-c", code, "compare", "in.txt", "-o", "out.txt"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp" or each.name == "out.txt"] == []
