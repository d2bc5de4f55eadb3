"""Which files are articles: the paths a user gives, folders walked, what is no article left out."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from factcheck.model import Skipped
from factcheck.read.document import Facts
from factcheck.read.formats import FORMATS, formats_of
from factcheck.read.manifest import NAMES, Manifest, agreed, inside, learn, manifest

STDIN = "-"
_NO_ARTICLES = frozenset(
    {
        "corpus.toml", "corpus.json", "corpus.csv", "expected.toml", "meta.json", "factcheck.toml", ".factcheck.toml",
        "pyproject.toml",
    }
)  # fmt: skip
_NONE_LEFT = "include and exclude in the settings leave none of its files; change them or name the files"
_SUFFIXES = ", ".join(sorted({suffix for known in FORMATS for suffix in known.suffixes}))


@dataclass(frozen=True, slots=True)
class Place:
    """A file that is to be read."""

    id: str
    """Identifier: the path as named, without needless parts, with forward slashes."""
    path: str
    """The file, as the user named it."""
    facts: Facts = field(default_factory=Facts)
    """What a manifest says of it."""
    named: bool = False
    """Whether the user named the file itself, not a folder in which it lies."""


@dataclass(frozen=True, slots=True)
class Places:
    """What the given paths come to."""

    found: tuple[Place, ...]
    """Files to read, in the order of their identifiers; each file once, however often it was named."""
    skipped: tuple[Skipped, ...]
    """What is not read, and why."""


def places(paths: Sequence[str], without: Collection[str] = (), wanted: Callable[[str], bool] = bool) -> Places:
    """The files that `paths` name, folders with all below them that is `wanted`, those of `without` left out.

    Raises `ManifestError` where a folder's manifest cannot be understood, or two entries for one file differ.
    """
    skipped: list[Skipped] = []
    once: dict[str, Place] = {}
    barred = {os.path.realpath(path) for path in without}
    for path in paths:
        seen: set[bool] = set()
        for place in _named(path, skipped):
            real = place.path if place.path == STDIN else os.path.realpath(place.path)
            if real in barred:
                continue
            keeps = place.named or wanted(place.path)
            seen.add(keeps)
            if keeps:
                once[real] = _merged(once.get(real), place)
        if seen == {False}:
            skipped.append(Skipped(path, _NONE_LEFT))
    told = (each for each in dict.fromkeys(skipped) if "\0" in each.what or os.path.realpath(each.what) not in barred)
    return Places(tuple(sorted(once.values(), key=lambda place: place.id)), tuple(told))


def _merged(known: Place | None, place: Place) -> Place:
    """One file named twice keeps the smaller identifier, whichever came first."""
    if known is None:
        return place
    first, second = sorted((known, place), key=lambda each: each.id)
    return replace(first, facts=agreed(first.facts, second.facts, first.path), named=first.named or second.named)


def _named(path: str, skipped: list[Skipped]) -> Iterator[Place]:
    if path == STDIN:
        yield Place(STDIN, STDIN, named=True)
    elif "\0" in path or not os.path.exists(path):
        skipped.append(missing(path))
    elif os.path.isdir(path):
        yield from _folder(path, skipped)
    elif os.path.basename(path) in NAMES:
        yield from _listed(os.path.dirname(path), skipped)
    elif PurePath(path).suffix and not formats_of(path):
        skipped.append(unknown(path))
    else:
        yield replace(_place(path, _learned({}, manifest(os.path.dirname(path)))), named=True)


def _folder(top: str, skipped: list[Skipped]) -> Iterator[Place]:
    """Every article below `top`; links out of it and links to folders are not followed."""
    facts: dict[str, Facts] = {}
    number = len(skipped)
    some = False

    def refuse(error: OSError) -> None:
        skipped.append(Skipped(str(error.filename), f"the folder cannot be opened: {error.strerror}"))

    for folder, folders, files in os.walk(top, onerror=refuse):
        folders[:] = sorted(_followed(folder, folders, skipped))
        said = manifest(folder)
        skipped.extend(said.skipped)
        _learned(facts, said)
        for name in sorted(files):
            path = os.path.join(folder, name).removeprefix(f".{os.sep}")
            if is_no_article(name) and os.path.realpath(path) not in facts:
                continue
            if reason := _refused(path, top):
                skipped.append(Skipped(path, reason))
                continue
            some = True
            yield _place(path, facts)
    if not some and len(skipped) == number:
        skipped.append(Skipped(top, f"no article lies in this folder; files that end in {_SUFFIXES} are read"))


def _listed(folder: str, skipped: list[Skipped]) -> Iterator[Place]:
    """The files that a manifest names, where the manifest itself was given."""
    said = manifest(folder)
    skipped.extend(said.skipped)
    facts = _learned({}, said)
    for path in said.files:
        yield _place(path, facts)


def _learned(facts: dict[str, Facts], said: Manifest) -> dict[str, Facts]:
    """`facts` by real paths, to which it adds what a manifest says."""
    for path, more in zip(said.files, said.facts, strict=True):
        learn(facts, os.path.realpath(path), more, path)
    return facts


def _place(path: str, facts: dict[str, Facts]) -> Place:
    known = facts.get(os.path.realpath(path)) if facts else None
    return Place(PurePath(os.path.normpath(path)).as_posix(), path, known or Facts())


def _followed(folder: str, names: list[str], skipped: list[Skipped]) -> Iterator[str]:
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.islink(path):
            skipped.append(Skipped(path, "it is a link to a folder, which is not followed; name the folder itself"))
        else:
            yield name


def is_no_article(name: str) -> bool:
    """Whether a file of a folder is none of its articles: notes on the folder, settings, hidden files.

    A lower-case "license-row.txt" is an article; a lower-case "readme.txt" is none.
    """
    return (
        name.startswith((".", "README", "LICENSE"))
        or name in _NO_ARTICLES
        or PurePath(name).stem in ("readme", "license", "licence", "Readme", "License")
    )


def _refused(path: str, top: str) -> str:
    """Why a file of a folder is not read, or ""."""
    if os.path.islink(path) and not inside(path, top):
        return "it is a link that leads out of the folder; it is not read"
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return "it is no regular file; it is not read"
    except OSError as error:
        return f"it cannot be opened: {error.strerror}"
    return "" if formats_of(path) else unknown(path).reason


def missing(path: str) -> Skipped:
    """That nothing is where `path` points, or nothing that may be looked at."""
    if not path:
        return Skipped("“”", "nothing is named; name a file, a folder, or - for standard input")
    if re.match(r"https?://", path):
        return Skipped(path, "nothing is fetched from the web; save the page as a file and name that")
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        pass
    except OSError as error:
        return Skipped(path, f"it cannot be opened: {error.strerror}")
    return Skipped(path, "there is no such file or folder; check the spelling")


def unknown(path: str) -> Skipped:
    """That no format is known for the file at `path`."""
    suffix = PurePath(path).suffix or "this name"
    return Skipped(path, f"no format is known for {suffix}; files that end in {_SUFFIXES} are read")
