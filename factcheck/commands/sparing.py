"""No output takes the place of what a run reads, or of what its user wrote beside that."""

from __future__ import annotations

import contextlib
import csv
import os
import re
from collections.abc import Collection, Iterable, Sequence

from factcheck.errors import UsageError
from factcheck.report.as_csv import COLUMNS, WRITTEN
from factcheck.report.own import ENOUGH, is_ours
from factcheck.settings import NAMES, Settings, wanted

_HEAD = 2_000
"""Characters in which the header of a sheet ends."""
_PART = re.compile(r"[0-9a-f]{64}(?:\.new)?")


def spared(written: Sequence[str], read: Sequence[str], settings: Settings, walked: Sequence[str] = ()) -> None:
    """Raises `UsageError` where a file of `written` is one of `read`, or would be lost without having been named.

    That is what would be read as an article of the paths `walked`, and a fact-check sheet that somebody has filled in.
    Any other report of an earlier run may lie among articles and is written again. No file may be called like a
    manifest or a settings file, as the next run would read it as one.
    """
    named = [path for path in (*read, settings.file) if path and "\0" not in path and not os.path.isdir(path)]
    inputs = set(map(os.path.realpath, named))
    for path in written:
        if os.path.realpath(path) in inputs:
            raise UsageError(f"{path} is to be read and would be overwritten; name another output.")
        no_namesake(path)
    for path in filter(os.path.isfile, written):
        if not _ours(path):
            _kept(path, settings, walked)
        if _filled_in(path):
            raise UsageError(f"{path} was filled in by hand and would be overwritten; name another output.")


def no_namesake(path: str) -> None:
    """Raises `UsageError` where a file at `path` would be read as a manifest or as settings, whatever it holds."""
    from factcheck.read.manifest import NAMES as MANIFESTS

    if not {os.path.basename(path), os.path.basename(os.path.realpath(path))}.isdisjoint((*NAMES, *MANIFESTS)):
        raise UsageError(f"{path} is what a manifest or a settings file is called; name another output.")


def tables_in(folder: str) -> list[str]:
    """The tables that are written into `folder`; raises `UsageError` where something else there would be lost.

    The folder of their parts is taken away in the end.
    """
    from factcheck.engine.rows import TABLES

    if not folder.strip() or "\0" in folder:
        raise UsageError("--tables names no folder; write --tables tables or the like.")
    parts, tables = os.path.join(folder, "parts"), [os.path.join(folder, f"{name}.parquet") for name in TABLES]
    others = [path for path in tables if os.path.isfile(path) and not _is_table(path)]
    if os.path.isdir(parts):
        others += [os.path.join(parts, name) for name in sorted(os.listdir(parts)) if not _PART.fullmatch(name)]
    if others:
        raise UsageError(f"{others[0]} is no work of an earlier run and would be lost; name another folder.")
    return tables


def _ours(path: str) -> bool:
    """Whether a file is one that an earlier run wrote."""
    try:
        with open(path, "rb") as opened:
            return is_ours(opened.read(ENOUGH).decode("utf-8", "replace")) or _is_table(path)
    except OSError:
        return False


def _filled_in(path: str) -> bool:
    """Whether a file is a fact-check sheet with something in columns that are not ours to write.

    Spreadsheets save one with other signs between its cells. A sheet of which a row cannot be read counts as filled in.
    """
    with contextlib.suppress(OSError), open(path, encoding="utf-8-sig", errors="replace", newline="") as opened:
        first = opened.readline(_HEAD)
        for between in ",;\t":
            head = first.strip().replace('"', "").split(between)
            if set(COLUMNS) <= set(head):
                ours = {at for at, name in enumerate(head) if name in WRITTEN}
                return _says_more(csv.reader(opened, delimiter=between), ours)
    return False


def _says_more(rows: Iterable[Sequence[str]], ours: Collection[int]) -> bool:
    """Whether a cell of `rows` says something that is not under one of our columns."""
    try:
        return any(cell.strip() for row in rows for at, cell in enumerate(row) if at not in ours)
    except csv.Error:
        return True


def _is_table(path: str) -> bool:
    """Whether a file of Parquet has the columns of the table that it is called."""
    from factcheck.engine.rows import TABLES

    name, suffix = os.path.splitext(os.path.basename(path))
    if suffix != ".parquet" or name not in TABLES:
        return False
    try:
        from pyarrow.parquet import read_schema

        return bool(read_schema(path).names == list(TABLES[name]))
    except (ImportError, OSError, ValueError):
        return False


def _kept(path: str, settings: Settings, walked: Iterable[str]) -> None:
    """Raises `UsageError` where a file that is not ours says something to us."""
    from factcheck.read.manifest import NAMES as MANIFESTS
    from factcheck.read.manifest import inside
    from factcheck.read.places import places

    tops = []
    for top in walked:
        folder = os.path.dirname(top) or "." if os.path.basename(top) in MANIFESTS else top
        if os.path.isdir(folder) and inside(path, folder):
            tops.append(top)
    real = os.path.realpath(path)
    if any(os.path.realpath(place.path) == real for place in places(tops, (), wanted(settings)).found):
        raise UsageError(f"{path} is to be read as an article and would be overwritten; name another output.")
