"""Where the output of a command goes and how it looks; what commands share around their work."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck import console
from factcheck.commands.sparing import spared
from factcheck.errors import NothingToReadError, UsageError
from factcheck.flags import FORMATS, FailLevel
from factcheck.model import Intake, Options, silent
from factcheck.report import ReportOptions
from factcheck.settings import Settings, known_as, terms, wanted

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a report goes, how it looks, and what of it fails the run."""

    format: str
    """Name of the reporter for standard output, or for `file`."""
    file: str | None = None
    """File that is written instead of standard output."""
    reports: tuple[str, ...] = ()
    """Further files, as `FORMAT:PATH`."""
    show_all: bool = False
    """Whether findings of every verdict are shown."""
    explain: bool = False
    """Whether each finding tells how it came about."""
    fail: FailLevel = FailLevel.NEVER
    """Severity from which a finding fails the run."""
    quiet: bool = False
    """Whether standard error is kept for errors."""
    no_color: bool = False
    """Whether colours are unwanted."""
    texts: bool = False
    """Whether the articles' texts go into the formats that can hold them."""
    baseline: str | None = None
    """File of findings that were looked at."""
    write_baseline: str | None = None
    """Where to write the findings of this run as looked at."""

    def files(self, formats: Sequence[str] = FORMATS) -> list[tuple[str, str]]:
        """Path and format of every file to write. Raises `UsageError` where one cannot be meant or written."""
        known(self.format, formats, "--output-format")
        if self.write_baseline is not None:
            writable(self.write_baseline)
        if self.write_baseline == "-":
            raise UsageError("--write-baseline -: a baseline goes to a file; name one.")
        found = [(self.file, self.format)] if self.file is not None else []
        if self.file == "-":
            raise UsageError("-o -: standard output is where the report goes anyway; leave -o out.")
        for given in self.reports:
            name, _, path = given.partition(":")
            if not path:
                raise UsageError(f"--report {given}: write FORMAT:PATH, such as markdown:report.md.")
            if path == "-":
                raise UsageError(f"--report {given}: {name} on standard output is --output-format {name}.")
            known(name, formats, "--report")
            found.append((path, name))
        once = {} if self.write_baseline is None else {os.path.realpath(self.write_baseline): "baseline"}
        for path, name in found:
            writable(path)
            if once.setdefault(os.path.realpath(path), name) != name:
                raise UsageError(
                    f"{path} is to hold two formats, {once[os.path.realpath(path)]} and {name}; name two files."
                )
        return found

    def named(self) -> list[tuple[str, str]]:
        """Path and format of every file that is named as an output, unchecked."""
        pairs = [each.partition(":")[::2] for each in self.reports]
        return [
            *((path, name) for name, path in pairs if path),
            *((path, "") for path in (self.file, self.write_baseline) if path),
        ]

    def looked_at(self) -> list[str]:
        """The baselines that are read or written."""
        return [path for path in (self.baseline, self.write_baseline) if path is not None]

    def spare(self, files: Sequence[tuple[str, str]], read: Sequence[str], settings: Settings) -> None:
        """Raises `UsageError` where `files` or a baseline would be written over what is not theirs to replace.

        A baseline that is read may be renewed in its place.
        """
        renewed = self.write_baseline
        known = [path for path in (self.baseline,) if path and not same_file(path, renewed)]
        written = [*(path for path, _ in files), *([renewed] if renewed is not None else [])]
        spared(written, [*read, *known], settings, read)

    def looks(self) -> ReportOptions:
        """How standard output or `file` is to look."""
        return console.looks(self.plain(), no_color=self.no_color, to_file=self.file is not None)

    def plain(self) -> ReportOptions:
        """How a file is to look."""
        return ReportOptions(all=self.show_all, explain=self.explain, texts=self.texts)


def known(name: str, names: Sequence[str], option: str) -> None:
    """Raises `UsageError` where `name` is none of `names`."""
    if name not in names:
        raise UsageError(f"{option} {name}: no such format; choose from {', '.join(names)}.")


def taken(
    paths: Sequence[str],
    published: str | None,
    settings: Settings,
    barred: Sequence[str],
    *,
    over: bool = True,
    quiet: bool = False,
) -> Intake:
    """The articles in `paths` on the terms of the settings, without the files `barred`.

    `published` goes before what a named file says where `over`, and stands in where it says nothing in any case. Shows
    how far reading is unless it is to be `quiet`.
    """
    from factcheck.read import read

    wants, on = wanted(settings), terms(settings)
    bar = console.bar(quiet=quiet)
    watch = bar or silent
    try:
        found = read(paths, published=published, over=over, without=barred, wanted=wants, terms=on, progress=watch)
    finally:
        if bar:
            bar.clear()
    return known_as(found, settings)


def readable(intake: Intake, quiet: bool, among: str = "") -> None:
    """Tell what was passed over; raises NothingToReadError where nothing is left, which may say `among` what."""
    if not quiet or not intake.articles:
        console.tell_skipped(intake.skipped)
    if not intake.articles:
        raise NothingToReadError(f"no article could be read{among}.")


def watched(work: Callable[[Options], _T], options: Options, quiet: bool) -> _T:
    """Do `work` with a progress bar where someone watches, and with what earlier runs have read.

    A model that cannot be used is a usage error.
    """
    from claims.nlp import ModelError
    from factcheck.cache import opened

    bar = console.bar(quiet=quiet)
    try:
        with opened(options.cache) as store:
            seen = replace(options, remember=store, about=store.about, lines=store.lines)
            return work(replace(seen, progress=bar) if bar else seen)
    except ModelError as error:
        raise UsageError(str(error)) from error
    finally:
        if bar:
            bar.clear()


def same_file(path: str, other: str | None) -> bool:
    """Whether both paths lead to one place, whether or not a file is there."""
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def writable(path: str) -> None:
    """Raises `UsageError` where no file can be written at `path`."""
    if not path or "\0" in path:
        raise UsageError("an output file needs a name; write -o report.txt or the like.")
    if os.path.isdir(path) or not os.path.isdir(os.path.dirname(path) or "."):
        raise UsageError(f"{path} cannot be written: it is a folder, or its folder is not there.")
