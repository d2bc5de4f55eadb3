"""A Spark cluster tells what one process does, though a worker of it is killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import Options
from factcheck.pipeline import compare
from tests.factcheck.engine.archives import ROOT, poured, shown

RUN = """
import sys
from functools import partial
from factcheck.engine.spark import tell
from factcheck.model import Options
from factcheck.pipeline import compare
from tests.factcheck.engine.archives import poured, shown
report = compare(poured(), Options(jobs=2), partial(tell, size=8000))
open(sys.argv[1], "w", encoding="utf-8").write(shown(report))
"""
CLUSTER = "--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell"


@pytest.mark.cluster
def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="needs the extra spark")
    if not shutil.which("java"):
        pytest.skip("needs Java 17")
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(tmp_path / "told.json")],
        cwd=ROOT,
        env={**os.environ, "PYSPARK_SUBMIT_ARGS": CLUSTER, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    killed = None
    while process.poll() is None and killed is None:
        killed = next(iter(_executors(process.pid)), None)
        if killed is not None:
            os.kill(killed, signal.SIGKILL)
    assert process.wait() == 0
    assert killed is not None
    assert (tmp_path / "told.json").read_text("utf-8") == shown(compare(poured(), Options()))


def _executors(top: int) -> list[int]:
    """The executors among the descendants of a process that have begun to run Python."""
    lines = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in lines.splitlines()]
    parents = {int(pid): int(parent) for pid, parent, _ in rows}
    daemons = [int(pid) for pid, _, args in rows if "pyspark.daemon" in args or "pyspark/daemon" in args]
    return [parents[pid] for pid in daemons if top in _above(pid, parents)]


def _above(pid: int, parents: dict[int, int]) -> set[int]:
    found = set()
    while pid in parents and pid not in found:
        found.add(pid)
        pid = parents[pid]
    return found


def test_a_missing_library_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.engine.spark import tell
    from factcheck.errors import UsageError
    from factcheck.telling import Story

    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(UsageError, match=r"pip install 'factcheck-compare\[spark\]'"):
        list(tell([Story("one", ())], Options()))
