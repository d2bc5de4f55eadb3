"""The manifest of a folder, `corpus.json`: what is known of its articles and does not stand in them.

A list of objects with the keys `file`, `source`, `title`, `published` and `url`; all but `file` are optional, further
keys are passed over. `file` is a path inside the manifest's folder; what lies outside is refused.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

from factcheck.errors import ManifestError, UnreadableError
from factcheck.model import Skipped
from factcheck.read.decode import decode
from factcheck.read.document import Facts
from factcheck.read.front import facts_of

NAMES = ("corpus.json", "corpus.toml", "corpus.csv")
NAME = NAMES[0]
_LONGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says."""

    files: tuple[str, ...] = ()
    """The files it names, as paths through the manifest's own folder."""
    facts: tuple[Facts, ...] = ()
    """What it says of each."""
    skipped: tuple[Skipped, ...] = ()
    """Entries that are not used, and why."""


def manifest(folder: str) -> Manifest:
    """The manifest in `folder`; an empty one where there is none.

    Raises `ManifestError` where it is no list of objects that each name a file.
    """
    path = os.path.join(folder, NAME)
    if not os.path.isfile(path):
        return Manifest()
    entries = _entries(path)
    files: dict[str, Facts] = {}
    skipped: list[Skipped] = []
    for number, entry in enumerate(entries, 1):
        where = f"{path}, entry {number}"
        try:
            file = _file(folder, entry, path, number)
        except UnreadableError as error:
            skipped.append(Skipped(where, str(error)))
            continue
        facts, remarks = facts_of(entry, "manifest")
        skipped.extend(Skipped(where, remark) for remark in remarks)
        files[file] = facts.over(files.get(file, Facts()))
    return Manifest(tuple(files), tuple(files.values()), tuple(skipped))


def _entries(path: str) -> list[dict[object, object]]:
    try:
        with open(path, "rb") as opened:
            said = json.loads(decode(opened.read(_LONGEST))[0])
    except OSError as error:
        raise ManifestError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (UnreadableError, ValueError, RecursionError) as error:
        raise ManifestError(f"{path} is no JSON ({_short(error)}); mend it or take it out of the folder.") from error
    if not isinstance(said, list) or not all(isinstance(entry, dict) for entry in said):
        raise ManifestError(
            f'{path} must be a list of objects such as {{"file": "wire.txt", "published": "2021-12-31"}}.'
        )
    return said


def _short(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _file(folder: str, entry: dict[object, object], path: str, number: int) -> str:
    name = entry.get("file")
    if not isinstance(name, str) or not name.strip("\0"):
        raise ManifestError(f'{path}, entry {number}, names no file; each entry needs "file".')
    target = os.path.join(folder, name)
    if "\0" in name or not inside(target, folder):
        raise UnreadableError(f"“{name[:80]}” lies outside the folder of the manifest; it is not read")
    if not os.path.isfile(target):
        raise UnreadableError(f"the file “{name[:80]}” is not there; correct its name or take the entry out")
    return target


def inside(path: str, folder: str) -> bool:
    """Whether `path` lies in `folder` once every link is followed."""
    top = os.path.realpath(folder)
    real = os.path.realpath(path)
    return real.startswith(top if top.endswith(os.sep) else top + os.sep)
