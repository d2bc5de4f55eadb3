"""An archive as tables in Parquet: nothing is held but the articles, and a run that was cut short goes on where it was.

Each batch of stories becomes a part in the folder `parts`, named by a digest of all that it depends on. A later run
takes the parts that are there, whatever else has changed, and takes them away once the tables are whole.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from factcheck.engine import worker
from factcheck.engine.batches import SIZE, batches
from factcheck.engine.local import tasks
from factcheck.engine.parcel import named, packed, said
from factcheck.engine.part import part
from factcheck.engine.pool import Pool
from factcheck.engine.rows import TABLES, arrow, passed, unpressed
from factcheck.errors import OutputError, UsageError
from factcheck.model import Options, Skipped
from factcheck.report.value import Json
from factcheck.settings import Settings
from factcheck.telling import Story

_PARTS = "parts"
_ROWS = 20_000
"""Rows of a table that are written at once."""


def tabulate(
    work: Sequence[Story], skipped: Sequence[Skipped], options: Options, settings: Settings, to: Path
) -> Counter[str]:
    """Write what the stories tell, and what was `skipped` before, into the folder `to`, a file a table.

    Gives how many rows each table has, and how many findings that are not set aside each severity. Raises `UsageError`
    where the library is missing, and `OutputError`.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "--tables needs a further library; install it with: pip install 'factcheck-compare[parquet]'."
        ) from error
    try:
        parts = to / _PARTS
        parts.mkdir(parents=True, exist_ok=True)
        keys = _told(work, options, settings, parts)
        found = _written(parts, keys, skipped, to)
        shutil.rmtree(parts)
    except OSError as error:
        raise OutputError(f"{error.filename or to} cannot be written: {error.strerror or error}.") from error
    return found


def _told(work: Sequence[Story], options: Options, settings: Settings, parts: Path) -> list[str]:
    """Make the parts that are not there yet; gives the names of all in order."""
    every = list(batches(work))
    terms = said(options, settings)
    keys = [named(packed(stories), terms) for stories in every]
    missing = [at for at, key in enumerate(keys) if not (parts / key).exists()]
    total = sum(len(story.articles) for story in work)
    done = total - sum(len(story.articles) for at in missing for story in every[at])
    options.progress("compare", done, total)
    plain, remembering = worker.plain(options), worker.remembers(options)
    with Pool(options.jobs, worker.begin, (plain, remembering, settings)) as pool:
        todo = tasks((every[at] for at in missing), pool, options, SIZE)
        for at, rows in zip(missing, pool.each(part, todo), strict=True):
            made = parts / f"{keys[at]}.new"
            made.write_bytes(rows)
            os.replace(made, parts / keys[at])
            done += sum(len(story.articles) for story in every[at])
            options.progress("compare", done, total)
    return keys


def _written(parts: Path, keys: Sequence[str], skipped: Sequence[Skipped], to: Path) -> Counter[str]:
    """Put the parts together; each table is the old file or the new one, never a part."""
    from pyarrow.parquet import ParquetWriter

    counts: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
    with ExitStack() as opened:
        for name, columns in TABLES.items():
            form = arrow((), columns).schema
            writer = opened.enter_context(ParquetWriter(to / f"{name}.parquet.new", form, compression="zstd"))
            for own in _chunks(name, parts, keys, skipped):
                writer.write_table(arrow(own, columns))
                counts[name] += len(own)
                counts.update(each["severity"] for each in own if name == "findings" and not each["set_aside"])
    for name in TABLES:
        os.replace(to / f"{name}.parquet.new", to / f"{name}.parquet")
    return counts


def _chunks(table: str, parts: Path, keys: Sequence[str], skipped: Sequence[Skipped]) -> Iterator[list[Json]]:
    """The rows of a table, so many at a time."""
    held = passed(skipped) if table == "skipped" else []
    for key in keys:
        held += unpressed((parts / key).read_bytes())[table]
        if len(held) >= _ROWS:
            yield held
            held = []
    if held:
        yield held
