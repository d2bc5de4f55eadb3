"""What each command does: read, call, write. Each gives the exit status of the contract."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TypeVar

from factcheck import console
from factcheck.errors import NothingToReadError, UnknownNameError, UsageError
from factcheck.flags import CLAIM_FORMATS, FORMATS, FailLevel
from factcheck.model import Intake, Options, Report, Severity
from factcheck.report import CLAIM_REPORTERS, REPORTERS, Listing, ReportOptions

_COUNTING = {
    FailLevel.ERROR: frozenset({Severity.ERROR}),
    FailLevel.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
    FailLevel.NEVER: frozenset[Severity](),
}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a report goes, how it looks, and what of it fails the run."""

    format: str
    """Name of the reporter for standard output, or for `file`."""
    file: str | None
    """File that is written instead of standard output."""
    reports: tuple[str, ...]
    """Further files, as `FORMAT:PATH`."""
    show_all: bool
    """Whether findings of every verdict are shown."""
    fail: FailLevel
    """Severity from which a finding fails the run."""
    quiet: bool
    """Whether standard error is kept for errors."""
    no_color: bool
    """Whether colours are unwanted."""

    def files(self) -> list[tuple[str, str]]:
        """Path and format of every file to write. Raises `UsageError` where one cannot be meant or written."""
        _known(self.format, FORMATS, "--output-format")
        found = [(self.file, self.format)] if self.file else []
        for given in self.reports:
            name, _, path = given.partition(":")
            if not path:
                raise UsageError(f"--report {given}: write FORMAT:PATH, such as markdown:report.md.")
            _known(name, FORMATS, "--report")
            found.append((path, name))
        for path, _ in found:
            if os.path.isdir(path) or not os.path.isdir(os.path.dirname(path) or "."):
                raise UsageError(f"{path} cannot be written: it is a folder, or its folder is not there.")
        return found


def compare(paths: Sequence[str], published: str | None, options: Options, outputs: Outputs) -> int:
    """Compare the articles in `paths` with each other."""
    from factcheck.read import read

    files = outputs.files()
    intake = read(paths, published=published, without=[path for path, _ in files])
    _readable(intake, outputs.quiet)

    def work(watched: Options) -> Report:
        from factcheck.pipeline import compare as run

        return run(intake, watched)

    return _told(_watched(work, options, outputs.quiet), outputs, files)


def check(new: Sequence[str], against: Sequence[str], published: str | None, options: Options, outputs: Outputs) -> int:
    """Check the articles in `new` against those in `against`; one that lies in both is new."""
    from factcheck.read import apart, read

    files = outputs.files()
    barred = [path for path, _ in files]
    fresh = read(new, published=published, without=barred)
    known = read(against, published=published, without=barred)
    _readable(fresh, outputs.quiet)
    _readable(known, outputs.quiet)
    if lost := [path for path in new if not _holds(fresh, path)]:
        raise NothingToReadError(f"{lost[0]} could not be read, so it was not checked.")

    def work(watched: Options) -> Report:
        from factcheck.pipeline import check as run

        return run(fresh, apart(known, fresh), watched)

    return _told(_watched(work, options, outputs.quiet), outputs, files)


def demo(outputs: Outputs) -> int:
    """Compare the example articles that come with the package."""
    package = Path(__file__).parent
    folders = (package / "examples", package.parent / "corpus")
    found = next((folder for folder in folders if folder.is_dir()), None)
    if found is None:
        raise NothingToReadError("the example articles are not installed; install the package again.")
    shown = os.path.relpath(found)
    return compare([str(found) if shown.startswith("..") else shown], None, Options(), outputs)


def claims(paths: Sequence[str], published: str | None, options: Options, outputs: Outputs) -> int:
    """List what is read from the articles in `paths`."""
    from factcheck.read import read

    _known(outputs.format, CLAIM_FORMATS, "--output-format")
    intake = read(paths, published=published, without=[outputs.file] if outputs.file else [])
    _readable(intake, outputs.quiet)

    def work(watched: Options) -> Listing:
        from claims.extract import extract

        pages = []
        for done, each in enumerate(intake.articles, 1):
            found = extract(each.text, published=each.published, blocks=each.blocks, model=watched.model or None)
            pages.append((each, found))
            watched.progress("read", done, len(intake.articles))
        return Listing(tuple(pages), intake.skipped)

    listing = _watched(work, options, outputs.quiet)
    render = next(each.render for each in CLAIM_REPORTERS if each.name == outputs.format)
    _write(render(listing, _looks(outputs)), outputs.file)
    return 0


def explain(name: str) -> int:
    """Explain a rule, by its id or name, or a kind; a kind wins where both have one name."""
    from claims.kinds import KINDS
    from factcheck.judge import RULES
    from factcheck.report.catalogue import kind_page, rule_page

    by_name: dict[str, Callable[[], str]] = {kind.name: partial(kind_page, kind) for kind in KINDS}
    for rule in RULES:
        for known in (rule.id, rule.name):
            by_name.setdefault(known.casefold(), partial(rule_page, rule))
    if name.casefold() not in by_name:
        near = get_close_matches(name.casefold(), by_name, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; `factcheck rules` and `factcheck kinds` list them."
        raise UnknownNameError(f"no rule or kind is called {name}{hint}")
    console.emit(by_name[name.casefold()]())
    return 0


def rules() -> int:
    """List the rules."""
    from factcheck.judge import RULES
    from factcheck.report.catalogue import rule_list

    console.emit(rule_list(RULES))
    return 0


def kinds() -> int:
    """List the kinds."""
    from claims.kinds import KINDS
    from factcheck.report.catalogue import kind_list

    console.emit(kind_list(KINDS))
    return 0


def _told(report: Report, outputs: Outputs, files: Sequence[tuple[str, str]]) -> int:
    """Write the report wherever it goes; the status says whether a finding fails the run."""
    reporters = {each.name: each.render for each in REPORTERS}
    for path, name in files:
        console.save(path, reporters[name](report, ReportOptions(all=outputs.show_all)))
    if not outputs.file:
        console.emit(reporters[outputs.format](report, _looks(outputs)))
    return int(any(finding.severity in _COUNTING[outputs.fail] for finding in report.findings))


def _write(text: str, file: str | None) -> None:
    if file:
        console.save(file, text)
    else:
        console.emit(text)


def _looks(outputs: Outputs) -> ReportOptions:
    return console.looks(show_all=outputs.show_all, no_color=outputs.no_color, to_file=bool(outputs.file))


def _readable(intake: Intake, quiet: bool) -> None:
    """Tell what was passed over; raises NothingToReadError where nothing is left."""
    if not quiet or not intake.articles:
        console.tell_skipped(intake.skipped)
    if not intake.articles:
        raise NothingToReadError("no article could be read.")


def _holds(intake: Intake, path: str) -> bool:
    """Whether an article of `intake` was read from `path`, a file, a folder or a manifest."""
    if path == "-":
        return any(article.path == path for article in intake.articles)
    place = Path(os.path.realpath(path))
    top = place.parent if place.name == "corpus.json" else place
    return any(Path(os.path.realpath(article.path)).is_relative_to(top) for article in intake.articles)


def _watched(work: Callable[[Options], _T], options: Options, quiet: bool) -> _T:
    """Do `work` with a progress bar where someone watches; a model that cannot be used is a usage error."""
    from claims.nlp import ModelError

    bar = console.bar(quiet=quiet)
    try:
        return work(replace(options, progress=bar) if bar else options)
    except ModelError as error:
        raise UsageError(str(error)) from error
    finally:
        if bar:
            bar.clear()


def _known(name: str, names: Sequence[str], option: str) -> None:
    if name not in names:
        raise UsageError(f"{option} {name}: no such format; choose from {', '.join(names)}.")
