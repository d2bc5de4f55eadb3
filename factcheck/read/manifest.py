"""The manifest of a folder: what is known of its articles and does not stand in them.

It is `corpus.json` (a list of objects), `corpus.toml` (tables `[[article]]`) or `corpus.csv` (a header and rows), with
the same fields in each: `file`, `source`, `title`, `published`, `url`, `author` and `ignore` (rules whose findings are
set aside in the article, each with a reason: "FC101 asked the court"). All but `file` are optional. `file`
is a path inside the manifest's folder; what lies outside is refused. A field of another name ends the run: a misspelt
`published` that is passed over would shift every relative date of its article. So does an `ignore` without a rule,
which would silence a whole article.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from factcheck.bounded import read_bounded
from factcheck.errors import ManifestError, UnreadableError
from factcheck.model import Skipped
from factcheck.read.decode import decode
from factcheck.read.document import Facts
from factcheck.read.front import facts_of
from factcheck.read.ignores import said_in
from factcheck.toml import loads

FIELDS = ("file", "source", "title", "published", "url", "author", "ignore")
"""What a manifest can say of an article."""
_OTHER_WORDS = {
    "date": "published", "publication": "published", "link": "url", "path": "file", "filename": "file",
    "publisher": "source", "outlet": "source", "headline": "title", "byline": "author", "authors": "author",
}  # fmt: skip
_LONGEST = 20_000_000
_DELIMITERS = ",;\t"

Entry = tuple[str, Mapping[object, object]]
"""Where an entry stands ("entry 2", "line 3") and what it says."""


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

    Raises `ManifestError` where it cannot be understood, and where there are two.
    """
    there = [path for name in NAMES if os.path.isfile(path := os.path.join(folder, name))]
    if not there:
        return Manifest()
    if len(there) > 1:
        raise ManifestError(f"{there[0]} and {there[1]} are manifests of one folder; keep one of them.")
    path = there[0]
    try:
        data = read_bounded(path, _LONGEST)
    except OSError as error:
        raise ManifestError(f"{path} cannot be read: {error.strerror or error}.") from error
    return understood(path, data, lambda name: _on_disk(folder, name))


def understood(path: str, data: bytes, find: Callable[[str], str]) -> Manifest:
    """What the manifest at `path` says, whose bytes are `data`.

    `find` gives the path of a file that it names, and raises `UnreadableError` where that is not to be read. Raises
    `ManifestError` where the manifest cannot be understood.
    """
    if len(data) > _LONGEST:
        raise ManifestError(f"{path} cannot be read: it is longer than {_LONGEST:,} bytes.")
    files: dict[str, Facts] = {}
    skipped: list[Skipped] = []
    for place, entry in _entries(path, data):
        where = f"{path}, {place}"
        try:
            file = find(_named(entry, where))
        except UnreadableError as error:
            skipped.append(Skipped(where, str(error)))
            continue
        facts, remarks = facts_of(dict(entry), "manifest")
        facts = replace(facts, ignore=_ignored(entry.get("ignore", ""), where))
        skipped.extend(Skipped(where, remark) for remark in remarks)
        learn(files, file, facts, where)
    return Manifest(tuple(files), tuple(files.values()), tuple(skipped))


def learn(known: dict[str, Facts], file: str, facts: Facts, where: str) -> None:
    """Add to what is `known` of files what an entry says of one. Raises `ManifestError` where another entry differs."""
    known[file] = agreed(facts, known.get(file, Facts()), where)


def agreed(facts: Facts, others: Facts, where: str) -> Facts:
    """What two entries say of one file. Raises `ManifestError` where they differ."""
    for name in ("source", "title", "published", "url", "author"):
        said, other = getattr(facts, name), getattr(others, name)
        if said and other and said != other:
            raise ManifestError(f"{where}: two entries for one file differ in “{name}”; take one of the two out.")
    return facts.over(others)


def _entries(path: str, data: bytes) -> Iterator[Entry]:
    """The entries of a manifest with their fields' names in lower case, every one checked."""
    name = os.path.basename(path)
    form = os.path.splitext(name)[1][1:].upper()
    try:
        entries = tuple(_READERS[name](decode(data)[0], path))
    except ManifestError:
        raise
    except (UnreadableError, ValueError, RecursionError, csv.Error) as error:
        raise ManifestError(f"{path} is no {form} ({_short(error)}); mend it or take it out of the folder.") from error
    for place, said in entries:
        yield place, _checked(said, f"{path}, {place}")


def _json(text: str, path: str) -> Iterator[Entry]:
    said = json.loads(text, object_pairs_hook=_object)
    yield from _listed(said, f'{path} must be a list of objects such as {{"file": "wire.txt"}}.')


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON; a second field of one name gets a blank after it, so that `_checked` sees them both."""
    said: dict[str, object] = {}
    for name, value in pairs:
        said[f"{name} " if name in said else name] = value
    return said


def _toml(text: str, path: str) -> Iterator[Entry]:
    said = loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    hint = f'{path} must hold tables such as [[article]] with file = "wire.txt", and nothing else.'
    if set(said) - {"article"}:
        raise ManifestError(hint)
    yield from _listed(said.get("article", []), hint)


def _listed(said: object, hint: str) -> Iterator[Entry]:
    if not isinstance(said, list) or not all(isinstance(entry, dict) for entry in said):
        raise ManifestError(hint)
    yield from ((f"entry {number}", entry) for number, entry in enumerate(said, 1))


def _csv(text: str, path: str) -> Iterator[Entry]:
    """Rows under a header, between commas, semicolons or tabs: whichever the header has most of."""
    delimiter = max(_DELIMITERS, key=(text.strip().partition("\n")[0]).count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next((named for row in rows if (named := _without_end(row))), None)
    if header is None:
        raise ManifestError(f"{path} is empty; its first row must name the fields: {','.join(FIELDS)}.")
    _checked(dict.fromkeys(header, ""), f"{path}, line {rows.line_num}")
    if len(set(header)) < len(header):
        raise ManifestError(f"{path}, line {rows.line_num}: two columns have one name; take one of them out.")
    for cells in rows:
        filled = _without_end(cells)
        if not filled:
            continue
        if len(filled) > len(header):
            raise ManifestError(
                f"{path}, line {rows.line_num}, has {len(filled)} cells under {len(header)} names; "
                "put double quotes around a cell that holds the delimiter."
            )
        yield f"line {rows.line_num}", {name: cell for name, cell in zip(header, filled, strict=False) if cell}


def _without_end(cells: Sequence[str]) -> list[str]:
    """The cells of a row without the empty ones at its end, which spreadsheets like to add."""
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return kept


_READERS: dict[str, Callable[[str, str], Iterator[Entry]]] = {
    "corpus.json": _json,
    "corpus.toml": _toml,
    "corpus.csv": _csv,
}
NAMES = tuple(_READERS)
"""What a manifest is called; a folder holds one of them at most."""


def _field(name: str, where: str) -> str:
    """The name of a field as `FIELDS` has it."""
    plain = name.strip().casefold()
    if plain in FIELDS:
        return plain
    near = _OTHER_WORDS.get(plain) or next(iter(get_close_matches(plain, FIELDS, n=1)), "")
    hint = f"did you mean {near}?" if near else f"the fields are {', '.join(FIELDS)}."
    raise ManifestError(f"{where}: there is no field “{name.strip()[:40]}”; {hint}")


def _checked(said: Mapping[object, object], where: str) -> dict[object, object]:
    """What an entry says, by the names of `FIELDS`."""
    found: dict[object, object] = {}
    for given, value in said.items():
        name = _field(str(given), where)
        if name in found:
            raise ManifestError(f"{where}: it gives “{name}” twice; take one of the two out.")
        found[name] = _plain(value, name, where)
    return found


def _plain(value: object, name: str, where: str) -> object:
    """A value as facts are made of: text, a number, a list of names; a date of TOML as the text it is written as."""
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (bool, dict)):
        raise ManifestError(f"{where}: “{name}” must be text, such as a name or 2021-12-31.")
    return value


def _ignored(said: object, where: str) -> tuple[str, ...]:
    given = [str(each).strip() for each in (said if isinstance(said, list) else [said]) if each not in (None, "")]
    for words in given:
        found = said_in(f"ignore {words}")
        if found is None or not found[0]:
            raise ManifestError(
                f"{where}: “ignore” begins with no rule: “{words[:40]}”; write “FC101 reason”, or “FC reason” for all."
            )
    return tuple(given)


def _short(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _named(entry: Mapping[object, object], where: str) -> str:
    name = entry.get("file")
    if not isinstance(name, str) or not name.strip("\0"):
        raise ManifestError(f'{where}, names no file; each entry needs "file".')
    try:
        os.fsencode(name)
    except UnicodeEncodeError as error:  # half a pair of surrogates, which JSON can write and no file be called
        raise absent(name) from error
    return name


def _on_disk(folder: str, name: str) -> str:
    target = os.path.join(folder, name)
    if "\0" in name or not inside(target, folder):
        raise outside(name)
    if not os.path.isfile(target):
        raise absent(name)
    return target


def outside(name: str) -> UnreadableError:
    """Why a file is not read that a manifest names and that lies elsewhere."""
    return UnreadableError(f"“{name[:80]}” lies outside the folder of the manifest; it is not read")


def absent(name: str) -> UnreadableError:
    """Why a file is not read that a manifest names and that is not there."""
    return UnreadableError(f"the file “{name[:80]}” is not there; correct its name or take the entry out")


def inside(path: str, folder: str) -> bool:
    """Whether `path` lies in `folder` once every link is followed."""
    top = os.path.realpath(folder)
    real = os.path.realpath(path)
    return real.startswith(top if top.endswith(os.sep) else top + os.sep)
