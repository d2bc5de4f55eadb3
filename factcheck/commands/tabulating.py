"""`factcheck compare --tables`: an archive as tables, without a report that would hold all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from factcheck import console
from factcheck.commands.comparing import COUNTING, gathered, on_terms
from factcheck.commands.outputs import Outputs, watched
from factcheck.commands.sparing import tables_in
from factcheck.errors import UsageError
from factcheck.flags import Engine
from factcheck.model import Intake, Options
from factcheck.report.wording import counted
from factcheck.settings import Settings


def tabulate(
    paths: Sequence[str],
    sheets: Sequence[str],
    published: str | None,
    options: Options,
    outputs: Outputs,
    settings: Settings,
    folder: str,
    engine: Engine = Engine.LOCAL,
    *,
    watch: bool = False,
    unheard: Sequence[str] = (),
) -> int:
    """Compare the articles in `paths` and the fact sheets `sheets`, and write tables into `folder`.

    `unheard` are options of reports that the user gave.
    """
    if unheard:
        raise UsageError(f"--tables stands instead of a report; leave out {' and '.join(unheard)}.")
    if outputs.named():
        raise UsageError("--tables stands instead of a report; leave out -o, --report and --write-baseline.")
    if watch:
        raise UsageError("--tables and --watch: tables are written once; leave one of the two out.")
    files = [(path, "parquet") for path in tables_in(folder)]
    if engine is Engine.SPARK:
        outputs.spare(files, paths, settings)
        work = _by_cluster(paths, sheets, published, settings, folder)
    else:
        work = _here(gathered(paths, sheets, published, outputs, settings, files), settings, folder)
    counts = watched(work, on_terms(options, settings), outputs.quiet)
    console.emit(
        f"{counted(counts['articles'], 'article')} in {counted(counts['stories'], 'story')}:"
        f" {counted(counts['findings'], 'finding')}, {counted(counts.get('error', 0), 'conflict')},"
        f" {counts.get('warning', 0):,} unclear; tables in {folder}\n"
    )
    return int(any(counts.get(str(severity), 0) for severity in COUNTING[outputs.fail]))


def _here(intake: Intake, settings: Settings, folder: str) -> Callable[[Options], Mapping[str, int]]:
    """The work of this machine's processes."""

    def work(seen: Options) -> Mapping[str, int]:
        from factcheck.engine.tables import tabulate as run
        from factcheck.pipeline import apart

        stories, homeless = apart(intake.articles, seen)
        counts = run(stories, (*intake.skipped, *homeless), seen, settings, Path(folder))
        return {**counts, "stories": len(stories)}

    return work


def _by_cluster(
    paths: Sequence[str], sheets: Sequence[str], published: str | None, settings: Settings, folder: str
) -> Callable[[Options], Mapping[str, int]]:
    """The work of a Spark cluster, whose workers read the articles."""
    if sheets:
        raise UsageError("--tables --engine spark compares no fact sheets; leave out --reference or --engine spark.")
    if "-" in paths:
        raise UsageError("--tables --engine spark reads no standard input; name files, folders or addresses.")

    def work(seen: Options) -> Mapping[str, int]:
        from factcheck.engine.spark import tabulate as run

        return run(paths, published, seen, settings, folder)

    return work
