"""Fuzzing: atheris (libFuzzer) changes inputs that are understood and keeps those that reach new code.

`python -m tests.torture fuzz [TARGET ...] [--minutes N]` gives each target N minutes of processor time (30 by default;
FACTCHECK_TORTURE_MINUTES sets it as well), one process a target. It prints executions, inputs kept, edges of the code
of both packages that were reached, and faults; what it keeps lies in build/torture, and a later run begins with that.
`--resume` counts the executions and the time of the run before as well, which may have been broken off, and goes on
until N minutes are over. An input that shows a fault lies in build/torture/TARGET/faults and belongs into
tests/torture/inputs/TARGET, where `make test` tries it ever after.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

BUILD = Path("build/torture")
_STATUS = re.compile(r"cov: (\d+)")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The targets, and how long each is fuzzed."""
    minutes = float(os.environ.get("FACTCHECK_TORTURE_MINUTES", "30"))
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all where none is named")
    parser.add_argument("--minutes", type=float, default=minutes, metavar="N", help="of processor time, for each")
    parser.add_argument("--resume", action="store_true", help="go on with the run before, and count its time as well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")


def run(given: argparse.Namespace) -> int:
    """Fuzz the targets one after the other; print a row each, and give the number of faults."""
    from tests.torture.targets import TARGETS

    try:
        import atheris  # noqa: F401
    except ImportError:
        print("fuzz: atheris is not installed; pip install -e '.[torture]' where it is built for this Python.")
        return 0
    known = [target.name for target in TARGETS]
    if unknown := sorted(set(given.targets) - set(known)):
        raise SystemExit(f"fuzz: there is no target {unknown[0]}; the targets are {', '.join(known)}.")
    print(f"{'target':<14} {'executions':>11} {'CPU s':>7} {'kept':>6} {'edges':>6} {'faults':>6}", flush=True)
    rows = []
    for name in given.targets or known:
        rows.append(_fuzzed(name, given.minutes, resume=given.resume))
        print("{target:<14} {executions:>11,} {seconds:>7.0f} {kept:>6,} {edges:>6,} {faults:>6}".format(**rows[-1]))
        sys.stdout.flush()
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    return sum(row["faults"] for row in rows)


def _fuzzed(name: str, minutes: float, *, resume: bool) -> dict[str, Any]:
    """The figures of one target; a process that dies is one more fault, whose input libFuzzer leaves in its folder."""
    folder = BUILD / name
    for inner in ("corpus", "faults"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.torture.fuzzing", name, str(folder), str(minutes * 60)]
    if resume:
        command.append("--resume")
    told = folder / "figures.json"
    if not resume:
        told.unlink(missing_ok=True)
    with open(folder / "log", "wb") as log:
        done = subprocess.run(command, stdout=log, stderr=log, check=False)
    figures = json.loads(told.read_text("utf-8")) if told.exists() else {"executions": 0, "seconds": 0.0}
    edges = _STATUS.findall((folder / "log").read_text("utf-8", "replace"))
    found = list((folder / "faults").iterdir())
    return {
        "target": name,
        **figures,
        "kept": len(list((folder / "corpus").iterdir())),
        "edges": max(map(int, edges), default=0),
        "faults": len([path for path in found if path.suffix != ".txt"]) + (done.returncode != 0 and not found),
    }
