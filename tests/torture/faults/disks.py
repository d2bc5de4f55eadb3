"""Places that cannot be written or read: full, limited, forbidden."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.torture.faults.stage import COMPARE, FOUND, OLD, Attempts, NotHereError, Stage

_FAILED = 2
_SHOWN = tuple(each for each in COMPARE if each not in ("-o", "out.json"))
_BOUND = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from root what lets it pass over permissions."""


def limited(stage: Stage, _chance: Random, times: int) -> Attempts:
    """No file may grow beyond a kilobyte or so, as on a disk that is full from there on."""
    for number in range(times):
        most = 512 * (1 + number % 8)

        def prepare(most: int = most) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        stage.laid()
        yield _refused(stage, prepare=prepare) or _shown(stage, prepare=prepare) or stage.recovered()


def full(stage: Stage, _chance: Random, times: int) -> Attempts:
    """A disk of a few kilobytes, full or nearly: first of the output file, then of the store."""
    for number in range(times):
        stage.laid()
        disk = stage.place / "disk"
        with _mounted(disk, spare=number % 4 * 1024):
            (disk / "out.json").write_bytes(OLD[:9])
            args = [str(disk / "out.json") if each == "out.json" else each for each in COMPARE]
            said = _run(stage, args)
            left = (disk / "out.json").read_bytes(), [path.name for path in disk.glob(".*.tmp")]
            wrong = "" if _is_refusal(said) and left == (OLD[:9], []) else f"{said}, left {left}"
        shutil.rmtree(stage.store)
        with _mounted(disk, spare=number % 4 * 1024):
            stage.store.symlink_to(disk / "store")
            wrong = wrong or _shown(stage)
            stage.store.unlink()
        yield wrong


@contextmanager
def _mounted(disk: Path, spare: int) -> Iterator[None]:
    """A file system of 32 kB in `disk` in which `spare` bytes or a little more are free."""
    disk.mkdir(exist_ok=True)
    if not shutil.which("mount"):
        raise NotHereError("there is no `mount`")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        raise NotHereError("a file system cannot be mounted without being root")
    try:
        (disk / "store").mkdir()
        (disk / "filling").write_bytes(b"x" * (32 * 1024 - 8192 - spare))
        yield
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def forbidden(stage: Stage, _chance: Random, times: int) -> Attempts:
    """Folders that may not be written, files that may not be read."""
    before: Sequence[str] = ()
    if os.geteuid() == 0:
        before = _BOUND
        if not shutil.which("setpriv"):
            raise NotHereError("permissions do not bind root, and there is no `setpriv`")
    cases: tuple[tuple[str, int, Callable[[Stage, Sequence[str]], str]], ...] = (
        (".", 0o555, lambda stage, before: _refused(stage, before=before)),
        ("store", 0o555, lambda stage, before: _shown(stage, before=before)),
        ("store", 0o000, lambda stage, before: _shown(stage, before=before)),
        ("store/claims.sqlite3", 0o000, lambda stage, before: _shown(stage, before=before)),
        ("store/claims.sqlite3", 0o444, lambda stage, before: _shown(stage, before=before)),
        ("in", 0o000, lambda stage, before: _unread(stage, before, "in")),
        ("in/a.txt", 0o000, _passed_over),
    )
    for number in range(times):
        name, mode, wrong = cases[number % len(cases)]
        stage.laid(warm=name.startswith("store"))
        path = stage.place / name
        usual = path.stat().st_mode
        path.chmod(mode)
        try:
            said = wrong(stage, before)
        finally:
            path.chmod(usual)
        yield said and f"{name} with mode {mode:o}: {said}"


def _run(stage: Stage, args: Sequence[str], **how: object) -> tuple[int, bytes, str]:
    """Status, standard output and standard error."""
    process = stage.started(*args, stdout=subprocess.PIPE, **how)  # type: ignore[arg-type]
    out, complaint = process.communicate()
    return process.returncode, out, complaint.decode(errors="replace")


def _is_refusal(said: tuple[int, bytes, str]) -> bool:
    """Whether it is one line that says that the output file cannot be written."""
    status, out, complaint = said
    return (status, out, complaint.count("\n")) == (_FAILED, b"", 1) and "out.json cannot be written: " in complaint


def _refused(stage: Stage, **how: object) -> str:
    """What is wrong with a run that cannot write its output: it must say so and leave the old file."""
    said = _run(stage, COMPARE, **how)
    fine = _is_refusal(said) and stage.out.read_bytes() == OLD and not stage.debris()
    return "" if fine else f"{said}, left {stage.debris()}"


def _shown(stage: Stage, **how: object) -> str:
    """What is wrong with a run that cannot use its store: it must do without, silently."""
    said = _run(stage, _SHOWN, **how)
    return "" if said == (FOUND, stage.report.encode(), "") else f"{said[0]}, {len(said[1])} bytes, {said[2]}"


def _unread(stage: Stage, before: Sequence[str], name: str) -> str:
    said = _run(stage, _SHOWN, before=before)
    return "" if said[0] == _FAILED and name in said[2] and "Traceback" not in said[2] else str(said)


def _passed_over(stage: Stage, before: Sequence[str]) -> str:
    said = _run(stage, _SHOWN, before=before)
    return "" if said[0] == 0 and "in/a.txt: " in said[2] and said[2].count("\n") == 1 else str(said)
