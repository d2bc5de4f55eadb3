"""The engine of many machines: stories told by the Python workers of a Spark cluster, batch by batch.

Spark's own settings say where it runs: `spark-submit --master ...`, or PYSPARK_SUBMIT_ARGS. Where they are silent it
runs here, with `options.jobs` threads. A worker that is lost is replaced, and its batches are told again, by Spark. The
driver reads the archive and holds the report; what crosses are the same values as between the processes of one machine.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.engine import worker
from factcheck.engine.batches import SIZE, batches
from factcheck.errors import UsageError
from factcheck.model import Options
from factcheck.telling import Story, Told

if TYPE_CHECKING:
    from pyspark import SparkContext


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

    for found in context.parallelize(given, len(given)).map(told).collect():
        yield from found


def _context(jobs: int) -> SparkContext:
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise UsageError(
            "--engine spark needs a further library; install it with: pip install 'factcheck-compare[spark]'."
        ) from error
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise UsageError("--engine spark needs Java 17 or newer, which is not here; install it, or set JAVA_HOME.")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf().setAppName("factcheck")
    if "--master" not in os.environ.get("PYSPARK_SUBMIT_ARGS", ""):
        conf.setIfMissing("spark.master", f"local[{jobs}]")
    if path := os.environ.get("PYTHONPATH"):
        conf.setExecutorEnv("PYTHONPATH", path)
    return SparkContext.getOrCreate(conf)
