"""`factcheck compare --tables`: an archive as tables, without a report that would hold all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck import console
from factcheck.commands.comparing import COUNTING, gathered, on_terms
from factcheck.commands.outputs import Outputs, watched
from factcheck.errors import UsageError
from factcheck.flags import Engine
from factcheck.model import Options
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
) -> int:
    """Compare the articles in `paths` and the fact sheets `sheets`, and write tables into `folder`."""
    if engine is not Engine.LOCAL:
        raise UsageError("--tables is written by the engine local alone; leave out --engine spark.")
    if outputs.named() or outputs.looked_at():
        raise UsageError("--tables stands instead of a report; leave out -o, --report and the baselines.")
    intake = gathered(paths, sheets, published, outputs, settings, [])

    def work(seen: Options) -> dict[str, int]:
        from factcheck.engine.tables import tabulate as run
        from factcheck.pipeline import apart

        stories, homeless = apart(intake.articles, seen)
        counts = run(stories, (*intake.skipped, *homeless), seen, settings, Path(folder))
        return {**counts, "stories": len(stories)}

    counts = watched(work, on_terms(options, settings), outputs.quiet)
    console.emit(
        f"{counts['articles']:,} articles in {counts['stories']:,} stories: {counts['findings']:,} findings,"
        f" {counts.get('error', 0):,} conflicts, {counts.get('warning', 0):,} unclear; tables in {folder}\n"
    )
    return int(any(counts.get(str(severity), 0) for severity in COUNTING[outputs.fail]))
