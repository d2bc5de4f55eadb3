"""An archive as tables, made by a Spark cluster: the stages of `factcheck.engine.stages` as DataFrames, each kept.

A stage lies in the folder `parts` under a digest of all that it depends on, and a run that failed is begun again with
the same command: it takes the stages that are whole. What is told is kept in rounds of some minutes, each parcel under
its own name, so that an archive that has changed since is told anew only where it has. The driver holds how many
articles each day has, the names of parcels, and no article.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.cache.stamp import code
from factcheck.cache.store import digest_of
from factcheck.engine import stages, worker
from factcheck.engine.hadoop import Files
from factcheck.engine.parcel import said
from factcheck.engine.rows import TABLES, arrow, passed
from factcheck.engine.stages import Job, Root
from factcheck.errors import NothingToReadError
from factcheck.model import Options, Skipped, StoryMode
from factcheck.periods import periods
from factcheck.read.intake import day_given
from factcheck.read.manifest import NAMES
from factcheck.read.places import missing
from factcheck.report.value import Json
from factcheck.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROUND = 500
"""Parcels a core that are told before they are kept: some minutes' work."""
_ROWS = 500
"""Rows that a worker hands over at once."""
_SPARK = {"string": "string", "int64": "bigint", "float64": "double", "binary": "binary"}


@dataclass(frozen=True, slots=True)
class Archive:
    """A run over an archive."""

    session: SparkSession
    files: Files
    to: str
    """Address of the folder of tables."""
    job: Job
    skipped: tuple[Skipped, ...]
    """What was passed over before any article was read."""

    @property
    def parts(self) -> str:
        """Where the stages are kept."""
        return f"{self.to}/parts"


def tabulate(
    session: SparkSession, paths: Sequence[str], published: str | None, options: Options, settings: Settings, to: str
) -> Counter[str]:
    """Write what the archive at `paths` tells into the folder `to`, a folder of Parquet a table.

    Gives how many stories there are, how many rows each table has, and how many findings that are not set aside each
    severity. Raises `NothingToReadError`, `ManifestError` and what Spark raises.
    """
    run = _begun(session, paths, published, options, settings, to)
    listed = _listed(run)
    read_at = digest_of([code(), repr(run.job), listed])
    read = _kept(run, f"read-{read_at}", lambda: _read(run))
    if not read.where("article is not null").head(1):
        raise NothingToReadError(_nothing(run, read))
    parcels = _kept(run, f"parcels-{digest_of([read_at, run.job.terms])}", lambda: _parcels(run, read))
    told = _told(run, parcels, options)
    counts = _written(run, read, told)
    counts["stories"] = _sum(parcels, "stories")
    run.files.delete(run.parts)
    return counts


def _nothing(run: Archive, read: DataFrame) -> str:
    """That no article could be read, with the first reason."""
    first = [json.loads(row["skipped"]) for row in read.head(1)] or passed(run.skipped)
    return "no article could be read" + "".join(f": {each['what']}: {each['reason']}" for each in first[:1]) + "."


def _begun(
    session: SparkSession, paths: Sequence[str], published: str | None, options: Options, settings: Settings, to: str
) -> Archive:
    files = Files(session)
    found = {path: files.roots(path) for path in paths}
    roots = stages.outermost(root for each in found.values() for root in each)
    job = Job(roots, replace(worker.plain(options), jobs=1), settings, said(options, settings), day_given(published))
    skipped = [missing(path) for path, each in found.items() if not each]
    if not roots:
        raise NothingToReadError(f"no article could be read: {skipped[0].what}: {skipped[0].reason}.")
    facts, unused = stages.manifests(_manifests(session, files, roots), files.exists)
    return Archive(session, files, files.address(to), replace(job, facts=facts), (*skipped, *unused))


def _manifests(session: SparkSession, files: Files, roots: Iterable[Root]) -> list[tuple[str, bytes]]:
    folders = [root.address for root in roots if not root.is_file]
    named = [address for root in roots if root.is_file for address in files.manifests(root, NAMES)]
    one_of = "{" + ",".join(NAMES) + "}"
    found = []
    for addresses, those in ((folders, one_of), (named, "*")):
        if addresses:
            frame = _binary(session, addresses, those).select("path", "content")
            found += [(row["path"], bytes(row["content"])) for row in frame.collect()]
    return found


def _binary(session: SparkSession, addresses: list[str], names: str = "*") -> DataFrame:
    """Files as rows: path, length, modificationTime and content, which is not read where it is not asked for."""
    options = {"recursiveFileLookup": "true", "pathGlobFilter": names}
    return session.read.format("binaryFile").options(**options).load(addresses)


def _listed(run: Archive) -> str:
    """What tells one state of the archive from another; a file that changed in length or time is another one."""
    from pyspark.sql import functions as f

    frame = _binary(run.session, [root.address for root in run.job.roots])
    each = f.xxhash64("path", "length", "modificationTime").cast("decimal(38,0)")
    return str(frame.agg(f.count("path"), f.sum(each)).first())


def _kept(run: Archive, name: str, make: Callable[[], DataFrame]) -> DataFrame:
    """A stage, made now unless it lies there whole."""
    place = f"{run.parts}/{name}"
    _named(run, name.partition("-")[0])
    if not run.files.exists(f"{place}/_SUCCESS"):
        make().write.mode("overwrite").parquet(place)
    return run.session.read.parquet(place)


def _read(run: Archive) -> DataFrame:
    job = run.job
    files = _binary(run.session, [root.address for root in job.roots]).select("path", "length", "content")
    small = files.where(f"length <= {stages.LARGEST}").select("path", "content")
    large = files.where(f"length > {stages.LARGEST}").selectExpr("path", "cast(null as binary) as content")

    def call(given: Iterator[Json]) -> Iterator[Json]:
        return (row for each in given for row in stages.read(each["path"], each["content"], job))

    return _mapped(small.union(large), call, stages.READ)


def _parcels(run: Archive, read: DataFrame) -> DataFrame:
    """The parcels of each stretch of days; where the user says what a story is, all is one stretch."""
    from pyspark.sql import functions as f

    job = run.job
    articles = read.where("article is not null")
    counts = {row["day"]: row["count"] for row in articles.groupBy("day").count().collect()}
    days = {day: day and dt.date.fromisoformat(day) for day in counts}
    most = job.options.limits.period_articles if job.options.story is StoryMode.AUTO else sum(counts.values())
    numbers = periods({days[day]: count for day, count in counts.items()}, most)
    of_day = [(day, numbers[date]) for day, date in days.items()]
    stretch = f.broadcast(run.session.createDataFrame(of_day, "on string, stretch int"))
    alone = len(set(numbers.values())) == 1

    def call(table: Any) -> Any:
        return arrow(stages.parcels(table.column("article").to_pylist(), job, alone=alone), stages.PARCELS)

    placed = articles.join(stretch, articles["day"].eqNullSafe(stretch["on"])).select("stretch", "article")
    return placed.groupBy("stretch").applyInArrow(call, _form(stages.PARCELS))


def _told(run: Archive, parcels: DataFrame, options: Options) -> DataFrame:
    """What the parcels tell, those that are not told yet round by round."""
    from pyspark.sql import functions as f

    job, place = run.job, f"{run.parts}/told"
    run.files.make(place)
    reader = run.session.read.schema(_form(stages.TOLD))
    todo = parcels.join(f.broadcast(reader.parquet(place).select("key")), "key", "left_anti")
    cores = run.session.sparkContext.defaultParallelism
    rounds = -(-todo.count() // (ROUND * cores))
    _named(run, "told")
    total, left = _sum(parcels, "articles"), _sum(todo, "articles")
    for number in range(rounds):
        some = todo.where(f.pmod(f.xxhash64("key"), f.lit(rounds)) == number).repartition(4 * cores, "key")
        _mapped(some, lambda given: stages.told(given, job), stages.TOLD).write.mode("append").parquet(place)
        options.progress("compare", total - left + left * (number + 1) // rounds, total)
    return reader.parquet(place).join(f.broadcast(parcels.select("key")), "key", "left_semi")


def _written(run: Archive, read: DataFrame, told: DataFrame) -> Counter[str]:
    """Put the tables together; each is the old one or the new one, never a part."""
    counts: Counter[str] = Counter()
    _named(run, "tables")
    for name, columns in TABLES.items():
        frame = _mapped(told, partial(stages.rows_of, name), columns)
        if name == "skipped":
            frame = frame.union(_passed(run, read))
        frame.coalesce(run.session.sparkContext.defaultParallelism).write.mode("overwrite").option(
            "compression", "zstd"
        ).parquet(f"{run.parts}/{name}")
        made = run.session.read.parquet(f"{run.parts}/{name}")
        counts[name] = made.count()
        if name == "findings":
            rows = made.where("set_aside = ''").groupBy("severity").count().collect()
            counts.update({row["severity"]: row["count"] for row in rows})
    for name in TABLES:
        run.files.move(f"{run.parts}/{name}", f"{run.to}/{name}.parquet")
    return counts


def _passed(run: Archive, read: DataFrame) -> DataFrame:
    columns = TABLES["skipped"]
    rows = [(each["what"], each["reason"]) for each in passed(run.skipped)]
    before = run.session.createDataFrame(rows, _form(columns))
    own = _mapped(
        read.where("skipped is not null").select("skipped"),
        lambda given: (json.loads(row["skipped"]) for row in given),
        columns,
    )
    return before.union(own)


def _named(run: Archive, stage: str) -> None:
    """Name the jobs to come, for whoever watches Spark's pages."""
    run.session.sparkContext.setJobDescription(stage)


def _sum(frame: DataFrame, column: str) -> int:
    return int(frame.groupBy().sum(column).collect()[0][0] or 0)


def _mapped(frame: DataFrame, call: Callable[[Iterator[Json]], Iterator[Json]], columns: dict[str, str]) -> DataFrame:
    """`call`, from rows to rows with these columns, done by the workers."""

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        rows = call(row for batch in batches for row in batch.to_pylist())
        while some := list(islice(rows, _ROWS)):
            yield from arrow(some, columns).to_batches()

    return frame.mapInArrow(run, _form(columns))


def _form(columns: dict[str, str]) -> str:
    """Columns as Spark declares them."""
    return ", ".join(f"`{name}` {_SPARK[kind]}" for name, kind in columns.items())
