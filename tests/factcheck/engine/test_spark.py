"""A Spark cluster tells what one process does, though workers of it and even the run itself are killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.engine import local
from factcheck.engine.rows import TABLES
from factcheck.engine.tables import tabulate
from factcheck.model import Options
from factcheck.pipeline import apart, compare
from factcheck.read import read
from factcheck.settings import Settings
from tests.factcheck.engine.archives import CLUSTERS, ROOT, poured, shown
from tests.speed.archive import records

REPORT = """
import sys
from functools import partial
from factcheck.engine.spark import tell
from factcheck.model import Options
from factcheck.pipeline import compare
from factcheck.read import read
from tests.factcheck.engine.archives import shown
report = compare(read([sys.argv[1]]), Options(jobs=2), partial(tell, size=8000))
open(sys.argv[2], "w", encoding="utf-8").write(shown(report))
"""
RECORDS = """
import sys
from factcheck.engine import archive
from factcheck.engine.spark import tabulate
from factcheck.model import Options
from factcheck.settings import Settings
archive.ROUND = 5
progress = lambda _stage, done, _total: print(done, flush=True)
tabulate([sys.argv[1]], None, Options(progress=progress), Settings(), sys.argv[2])
"""
CLUSTER = "--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example stories and those of the development set in one folder."""
    for name in ("pyspark", "pandas", "pyarrow"):
        pytest.importorskip(name, reason="needs the extra spark")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("needs Java 17")
    if not CLUSTERS.is_dir():
        pytest.skip(f"needs the evaluation data in {CLUSTERS}, which FACTCHECK_EVALUATION names")
    return poured(tmp_path_factory.mktemp("poured"))


@pytest.fixture(scope="module")
def alone(archive: Path) -> str:
    return shown(compare(read([str(archive)])))


@pytest.mark.cluster
def test_two_processes_give_the_same_bytes_as_one(archive: Path, alone: str) -> None:
    assert shown(compare(read([str(archive)]), Options(jobs=2), local)) == alone


@pytest.mark.cluster
def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(archive: Path, alone: str, tmp_path: Path) -> None:
    process = _started(REPORT, str(archive), str(tmp_path / "told.json"))
    assert _killed_worker(process)
    process.communicate()
    assert process.returncode == 0
    assert (tmp_path / "told.json").read_text("utf-8") == alone


@pytest.mark.cluster
def test_a_killed_run_goes_on_and_writes_the_tables_of_one_process(archive: Path, tmp_path: Path) -> None:
    """The run is killed after the first round; the next one takes what is kept, and loses a worker."""
    out, parts = tmp_path / "out", tmp_path / "out" / "parts"
    first = _started(RECORDS, str(archive), out.as_uri())
    assert _until(lambda: (parts / "told" / "_SUCCESS").exists() or first.poll() is not None)
    first.kill()
    done = (first.communicate()[0] or "").split()
    assert not (out / "findings.parquet").exists()
    kept = {path: path.stat().st_mtime_ns for path in parts.glob("*-*/*.parquet")}
    assert {path.parent.name.partition("-")[0] for path in kept} == {"parcels", "read"}
    second = _started(RECORDS, str(archive), out.as_uri())
    assert _killed_worker(second)
    assert kept == {path: path.stat().st_mtime_ns for path in parts.glob("*-*/*.parquet")}
    steps = (second.communicate()[0] or "").split()
    assert second.returncode == 0
    assert int(steps[0]) > int((done or ["0"])[0])
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    _same(out, _here(archive, tmp_path / "here"))


@pytest.mark.cluster
def test_archives_are_read_from_addresses_in_many_formats(archive: Path, tmp_path: Path) -> None:
    from pyarrow import Table, parquet

    given = list(records(30))
    assert archive
    folder = tmp_path / "an archive"
    folder.mkdir()
    (folder / "first half.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in given[:15]), "utf-8")
    parquet.write_table(Table.from_pylist(given[15:]), folder / "second.parquet")
    (folder / "notes.xyz").write_text("no article", "utf-8")
    command = [sys.executable, "-m", "factcheck", "compare", f"file://{folder}", "--isolated", "--engine", "spark"]
    done = subprocess.run(
        [*command, "--tables", str(tmp_path / "out")],
        check=False,
        cwd=ROOT,
        env=_environment(),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout.partition(" in ")[0]) == (1, "30 articles"), done.stderr[-2000:]
    assert {row["path"] for row in _rows(tmp_path / "out", "articles")} == {
        f"file://{folder}/first half.jsonl", f"file://{folder}/second.parquet",
    }  # fmt: skip
    here = _here(folder, tmp_path / "here")
    said = ("rule", "verdict", "reason")
    assert _values(tmp_path / "out", "findings", said) == _values(here, "findings", said)
    assert _values(tmp_path / "out", "skipped", ("reason",)) == _values(here, "skipped", ("reason",))


def _here(archive: Path, out: Path) -> Path:
    """The tables of one process."""
    intake = read([str(archive)])
    stories, homeless = apart(intake.articles, Options())
    tabulate(stories, (*intake.skipped, *homeless), Options(), Settings(), out)
    return out


def _same(one: Path, other: Path) -> None:
    for name, columns in TABLES.items():
        assert _values(one, name, tuple(columns)) == _values(other, name, tuple(columns)), name
    assert _values(one, "findings", ("id",))


def _values(folder: Path, table: str, columns: tuple[str, ...]) -> list[str]:
    return sorted(repr([row[name] for name in columns]) for row in _rows(folder, table))


def _rows(folder: Path, table: str) -> list[dict[str, Any]]:
    from pyarrow import parquet

    found: list[dict[str, Any]] = parquet.read_table(folder / f"{table}.parquet").to_pylist()
    return found


def _environment() -> dict[str, str]:
    own = {"PYSPARK_SUBMIT_ARGS": CLUSTER, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    return {**os.environ, **own}


def _started(script: str, *given: str) -> subprocess.Popen[str]:
    """A driver with a cluster of its own, two workers of one core each."""
    command = [sys.executable, "-c", script, *given]
    return subprocess.Popen(command, cwd=ROOT, env=_environment(), text=True, stdout=subprocess.PIPE)


def _killed_worker(process: subprocess.Popen[str]) -> bool:
    """Whether a worker of a run was killed before its end."""
    killed = None
    while process.poll() is None and killed is None:
        killed = next(iter(_executors(process.pid)), None)
        if killed is not None:
            os.kill(killed, signal.SIGKILL)
    return killed is not None


def _until(holds: Callable[[], bool], seconds: float = 900) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


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
