"""The engine of many machines: stories told by the Python workers of a Spark cluster, batch by batch.

Spark's own settings say where it runs: `spark-submit --master ...`, or PYSPARK_SUBMIT_ARGS. Where they are silent it
runs here, with `options.jobs` threads. A worker that is lost is replaced, and its batches are told again, by Spark.

For a report the driver reads the archive and holds what is told of it; what crosses are the same values as between the
processes of one machine. For tables the workers read and write (`factcheck.engine.archive`).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.engine import worker
from factcheck.engine.batches import SIZE, batches
from factcheck.errors import UsageError, WorkerError
from factcheck.model import Options
from factcheck.settings import Settings
from factcheck.telling import Story, Told

if TYPE_CHECKING:
    from pyspark import SparkContext

_BATCH = 64
"""Rows that cross to a worker at once: files and parcels are large ones."""


def tell(work: Sequence[Story], options: Options, size: int = SIZE) -> Iterator[Told]:
    """Tell the stories; a `factcheck.telling.Tell`. Raises `UsageError` where pyspark or Java is missing."""
    given = list(batches(work, size))
    if not given:
        return
    context = _context(options.jobs)
    plain = worker.plain(options)

    def told(stories: tuple[Story, ...]) -> tuple[Told, ...]:
        worker.begin(plain, False)
        return worker.tell(worker.Task(stories))

    with _plainly():
        outcomes = context.parallelize(given, len(given)).map(told).collect()
    for found in outcomes:
        yield from found


def tabulate(
    paths: Sequence[str], published: str | None, options: Options, settings: Settings, to: str
) -> Counter[str]:
    """Write what the archive at `paths` tells into the folder `to`, as `factcheck.engine.archive.tabulate` does.

    Paths are addresses that Spark reads ("s3a://...") or lie where its workers see them. Raises `UsageError` where
    pyspark, what it needs or Java is missing, and `WorkerError` where Spark gives the run up.
    """
    context = _context(options.jobs)
    from pyspark.sql import SparkSession

    from factcheck.engine import archive

    with _plainly(f"; what is done is kept in {to.rstrip('/')}/parts, and the same command goes on from there"):
        return archive.tabulate(SparkSession(context), paths, published, options, settings, to)


@contextmanager
def _plainly(hint: str = "") -> Iterator[None]:
    """Say in one sentence why Spark gave up."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        raise WorkerError(f"Spark gave the run up ({_cause(error)}){hint}.") from error


def _cause(error: Exception) -> str:
    """What Spark says of an error in one line: the end of a worker's traceback where there is one."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    ends = [line for line in lines if re.match(r"[\w.]*(?:Error|Exception|Interrupt): ", line)]
    java = getattr(error, "java_exception", None)
    said = (ends or [str(java)] if java else lines or [type(error).__name__])[0]
    return said.rstrip(".")[:200]


def _context(jobs: int) -> SparkContext:
    try:
        import pandas  # noqa: F401 (pyspark asks for it wherever it uses Arrow)
        import pyarrow  # noqa: F401
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise UsageError(
            "--engine spark needs a further library; install it with: pip install 'factcheck-compare[spark]'."
        ) from error
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise UsageError("--engine spark needs Java 17 or newer, which is not here; install it, or set JAVA_HOME.")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf().setAppName("factcheck").setIfMissing("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
    if "--master" not in os.environ.get("PYSPARK_SUBMIT_ARGS", ""):
        conf.setIfMissing("spark.master", f"local[{jobs}]")
    if path := os.environ.get("PYTHONPATH"):
        conf.setExecutorEnv("PYTHONPATH", path)
    return SparkContext.getOrCreate(conf)
