"""Measures what an archive costs on a Spark cluster: `python -m tests.speed.cluster [N] [--master MASTER]`.

Writes tables of N made-up articles (tests/speed/archive.py) with one process and with a cluster, each a run of its own,
and tells the processor time of all their processes, of Python and of Java apart: wall time tells nothing on a machine
that others use. From Spark's event log come, stage by stage, the bytes that crossed between workers and that were kept.
The clusters named `local-cluster[...]` run on this machine; needs Linux, Java 17 and the extra `spark`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.speed.archive import records

_FILE = 500
"""Articles of a file."""
_TICK = os.sysconf("SC_CLK_TCK")
_PAUSE = 0.5
_PATIENCE = 60


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed.cluster", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=2000, metavar="N")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, log = Path(folder) / "archive", Path(folder) / "log"
        archive.mkdir()
        log.mkdir()
        words = _write(given.number, archive)
        print(f"{given.number:,} articles, {words:,} words")
        base = [
            sys.executable,
            "-m",
            "factcheck",
            "compare",
            str(archive),
            "--isolated",
            "--no-cache",
            "-q",
            "--tables",
        ]
        _show("one process", words, _run([*base, f"{folder}/one"], {}))
        submit = f"--master {given.master} --conf spark.ui.enabled=false --conf spark.eventLog.enabled=true"
        submit += " --conf spark.eventLog.compress=false --conf spark.eventLog.rolling.enabled=false"
        submit += f" --conf spark.eventLog.dir=file://{log} pyspark-shell"
        settings = {"PYSPARK_SUBMIT_ARGS": submit, "PYTHONPATH": os.getcwd()}
        _show(given.master, words, _run([*base, f"{folder}/two", "--engine", "spark"], settings))
        for name, moved, kept, seconds in _stages(log):
            each = f"{moved / given.number:8,.0f} bytes shuffled an article, {kept / given.number:8,.0f} kept"
            print(f"  {name:10} {each}, {seconds:6.1f} s of tasks")


def _write(number: int, folder: Path) -> int:
    """Write the archive as files of JSON Lines; gives its words."""
    words = 0
    for at, each in enumerate(records(number)):
        with (folder / f"{at // _FILE:05}.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(f"{json.dumps(each)}\n")
        words += len(each["text"].split())
    return words


def _show(name: str, words: int, cost: Counter[str]) -> None:
    wall = cost.pop("wall") / _TICK
    spent = ", ".join(f"{kind} {ticks / _TICK:.1f} s" for kind, ticks in sorted(cost.items()))
    million = cost["python"] / _TICK / words * 1e6
    print(f"{name}: wall {wall:.1f} s, processor {spent}; Python {million:.0f} s a million words")


def _run(command: list[str], settings: dict[str, str]) -> Counter[str]:
    """Ticks of processor time of a command and all it starts, by `python` and `java`, as last seen of each process."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=sys.stderr)
    seen: dict[int, tuple[str, int]] = {}
    while process.poll() is None:
        seen.update(_processes(process.pid))
        time.sleep(_PAUSE)
    if process.returncode > 1:
        sys.exit(f"the run failed with status {process.returncode}")
    spent: Counter[str] = Counter(wall=round((time.monotonic() - begun) * _TICK))
    for kind, ticks in seen.values():
        spent[kind] += ticks
    return spent


def _processes(top: int) -> Iterator[tuple[int, tuple[str, int]]]:
    """The process `top` and those below it, each with what it is and its own ticks."""
    found: dict[int, tuple[int, str, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = path.read_text("utf-8", "replace").partition("(")[2].rpartition(")")
        except OSError:
            continue
        fields = rest.split()
        found[int(path.parent.name)] = (int(fields[1]), name, int(fields[11]) + int(fields[12]))
    for pid, (_, name, ticks) in found.items():
        at = pid
        while at in found and at != top:
            at = found[at][0]
        if at == top:
            yield pid, ("java" if "java" in name else "python", ticks)


def _stages(log: Path) -> Iterator[tuple[str, int, int, float]]:
    """For each stage of the archive's way the bytes shuffled and kept, and the seconds of its tasks.

    Java writes the end of the log after Python has gone.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and any(log.glob("*.inprogress")):
        time.sleep(_PAUSE)
    names: dict[int, str] = {}
    moved: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for line in (line for path in sorted(log.rglob("*")) if path.is_file() for line in path.open(encoding="utf-8")):
        said = json.loads(line)
        if said["Event"] == "SparkListenerStageSubmitted":
            names[said["Stage Info"]["Stage ID"]] = said["Properties"].get("spark.job.description", "else")
        if said["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in said:
            name, metrics = names[said["Stage ID"]], said["Task Metrics"]
            moved[name] += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            kept[name] += metrics["Output Metrics"]["Bytes Written"]
            spent[name] += metrics["Executor Run Time"]
    return ((name, moved[name], kept[name], spent[name] / 1000) for name in spent)


if __name__ == "__main__":
    main()
