"""`factcheck compare`, `check` and `demo`: what articles say together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck import console
from factcheck.aside import heeded
from factcheck.commands.looking import decisions, looked_at
from factcheck.commands.outputs import Outputs, readable, taken, watched
from factcheck.errors import NothingToReadError
from factcheck.flags import Engine, FailLevel
from factcheck.model import Article, Intake, Options, Report, Severity, Skipped
from factcheck.report import REPORTERS
from factcheck.settings import Settings, applied

COUNTING = {
    FailLevel.ERROR: frozenset({Severity.ERROR}),
    FailLevel.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
    FailLevel.NEVER: frozenset[Severity](),
}
"""The severities that fail a run."""


def compare(
    paths: Sequence[str],
    sheets: Sequence[str],
    published: str | None,
    options: Options,
    outputs: Outputs,
    settings: Settings,
    engine: Engine = Engine.LOCAL,
) -> int:
    """Compare the articles in `paths` with each other and with the fact sheets `sheets`."""
    files = outputs.files()
    intake = gathered(paths, sheets, published, outputs, settings, files)

    def work(seen: Options) -> Report:
        from factcheck.engine import ENGINES
        from factcheck.pipeline import compare as run

        return run(intake, seen, ENGINES[engine])

    known = decisions(outputs)
    whole = watched(work, on_terms(options, settings), outputs.quiet)
    found = looked_at(_for_editors(whole, settings), known, outputs, whole)
    return told(found, outputs, files, intake.skipped)


def gathered(
    paths: Sequence[str],
    sheets: Sequence[str],
    published: str | None,
    outputs: Outputs,
    settings: Settings,
    files: Sequence[tuple[str, str]],
) -> Intake:
    """The articles in `paths` and the fact sheets `sheets`; `files` are written and not read."""
    outputs.spare(files, [*paths, *sheets], settings)
    given = _sheets(sheets)
    barred = [*(path for path, _ in files), *sheets, *outputs.looked_at()]
    intake = taken(paths, published, settings, barred, quiet=outputs.quiet)
    readable(intake, outputs.quiet)
    return replace(intake, articles=(*intake.articles, *given))


def check(
    new: Sequence[str],
    against: Sequence[str],
    sheets: Sequence[str],
    published: str | None,
    options: Options,
    outputs: Outputs,
    settings: Settings,
) -> int:
    """Check the articles in `new` against those in `against` and the fact sheets; one that lies in both is new."""
    from factcheck.read import apart

    files = outputs.files()
    outputs.spare(files, [*new, *against, *sheets], settings)
    given = _sheets(sheets)
    barred = [*(path for path, _ in files), *sheets, *outputs.looked_at()]
    fresh = taken(new, published, settings, barred, quiet=outputs.quiet)
    others = [path for path in against if path != "-" or path not in new]  # standard input is read but once
    against_them = taken(others, published, settings, barred, over=False, quiet=outputs.quiet)
    readable(fresh, outputs.quiet)
    known = apart(against_them, fresh)
    if others:
        readable(replace(against_them, skipped=known.skipped), outputs.quiet, " of those to check against")
    if lost := [path for path in new if not _holds(fresh, path)]:
        raise NothingToReadError(f"{lost[0]} could not be read, so it was not checked.")

    def work(seen: Options) -> Report:
        from factcheck.engine import local
        from factcheck.pipeline import check as run

        return run(fresh, replace(known, articles=(*known.articles, *given)), seen, local)

    decided = decisions(outputs)
    report = watched(work, on_terms(options, settings), outputs.quiet)
    found = looked_at(_for_editors(report, settings), decided, outputs, None)
    status = told(found, outputs, files, (*fresh.skipped, *known.skipped))
    asked = {article.path for article in fresh.articles}
    if unheard := next((each for each in found.skipped if each.whole and each.what in asked), None):
        raise NothingToReadError(f"{unheard.what} was not checked: {unheard.reason}.")
    return status


def demo(outputs: Outputs) -> int:
    """Compare the example articles that come with the package."""
    package = Path(__file__).parents[1]
    folders = (package / "examples", package.parent / "corpus")
    found = next((folder for folder in folders if folder.is_dir()), None)
    if found is None:
        raise NothingToReadError("the example articles are not installed; install the package again.")
    shown = os.path.relpath(found)
    return compare([str(found) if shown.startswith("..") else shown], (), None, Options(), outputs, Settings())


def _for_editors(report: Report, settings: Settings) -> Report:
    """The report as the settings and the comments in articles leave it."""
    return heeded(applied(report, settings))


def on_terms(options: Options, settings: Settings) -> Options:
    """The options with what settings alone can say of a comparison."""
    return replace(options, rates=settings.rates, limits=settings.limits)


def _sheets(paths: Sequence[str]) -> tuple[Article, ...]:
    """The facts of each fact sheet once, as articles."""
    from factcheck.read import reference

    once = {os.path.realpath(path): path for path in reversed(paths)}
    return tuple(article for path in reversed(once.values()) for article in reference(path))


def told(report: Report, outputs: Outputs, files: Sequence[tuple[str, str]], known: Sequence[Skipped] = ()) -> int:
    """Write the report wherever it goes; the status says whether a finding fails the run.

    What was passed over is told beside it, as not every format has a place for that, unless it is `known` already.
    A run that annotates a pull request on GitHub adds its whole report to the summary of its step.
    """
    reporters = {each.name: each.render for each in REPORTERS}
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and "github" in (outputs.format, *(name for _, name in files)):
        console.append(summary, reporters["markdown"](report, outputs.plain()))
    for path, name in files:
        console.save(path, reporters[name](report, outputs.plain()))
    if outputs.file is None:
        console.emit(reporters[outputs.format](report, outputs.looks()))
    if not outputs.quiet:
        before = frozenset(known)
        console.tell_skipped(each for each in report.skipped if each not in before)
    counting = COUNTING[outputs.fail]
    return int(any(finding.severity in counting and not finding.aside for finding in report.findings))


def _holds(intake: Intake, path: str) -> bool:
    """Whether an article of `intake` was read from `path`, a file, a folder or a manifest."""
    from factcheck.read.manifest import NAMES

    if path == "-":
        return any(article.path == path for article in intake.articles)
    place = Path(os.path.realpath(path))
    top = place.parent if place.name in NAMES else place
    return any(Path(os.path.realpath(article.path)).is_relative_to(top) for article in intake.articles)
