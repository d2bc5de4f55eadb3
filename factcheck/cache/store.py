"""The store: a table in SQLite from a digest of everything that a reading depends on to the reading.

What an article is about and what a story told are kept in the same way. It holds what was read (values, words of
claims, names and lemmas of their sentences), what was found (facts and reasons in the report's words) and digests of an
article's words with their counts, and never a text. Many processes may use it at once. A store that cannot be used is
no error: everything is then read anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from claims.model import Extraction, Published
from factcheck.cache.codec import encoded, sealed, unsealed
from factcheck.cache.stamp import code, stamp
from factcheck.dates import usable
from factcheck.errors import OutputError
from factcheck.model import Article, Own

_T = TypeVar("_T")
FILE = "claims.sqlite3"
"""Name of the store in its folder."""
_FORM = 1
"""Number of the tables' form; a store of another one is emptied."""
_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""
_BATCH = 50
_OLD = 60 * 24 * 3600
"""Seconds after which a reading that nobody asked for goes."""
_DAY = 24 * 3600
_RUINED = frozenset(
    (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    )
)
"""What SQLite says of a file that is no store, or one with other columns; the rest is of locks, disks and memory."""
_REFUSED = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; it quotes a broken name as it stands in the file, which need not be UTF-8."""
_BROKEN = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, IndexError, ArithmeticError, zlib.error)


def folder() -> Path:
    """Where the store lies: FACTCHECK_CACHE_DIR, else `.factcheck_cache` where it is, else the user's cache folder."""
    if named := os.environ.get("FACTCHECK_CACHE_DIR"):
        return Path(named)
    here = Path(".factcheck_cache")
    if here.is_dir():
        return here
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "factcheck" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck"


_MARKS = (
    ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of factcheck; it may be deleted.\n"),
    (".gitignore", "*\n"),
)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What an article is about: digests of its terms, as the terms in a row would tell the text, and their counts."""

    marks: tuple[str, ...]
    counts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the lines of an article tell of its dates."""

    published: Published | None
    modified: Published | None


class Store:
    """An open store; a `factcheck.model.Remember`. Without a place that can be used it remembers nothing."""

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._connection = _connected(place) if place else None
        self._new: dict[str, tuple[str, int, bytes]] = {}
        self._used: list[str] = []
        self.found = 0
        """Readings that were there."""

    def __call__(self, article: Article, model: str, read: Callable[[], Extraction]) -> Extraction:
        """What was read of `article` before, else what `read` gives, which is kept."""
        if self._connection is None:
            return read()
        key = digest(article, model)
        known = self.known(key, Extraction)
        if known is not None:
            self.found += 1
            return known
        fresh = read()
        self.keep(key, fresh)
        return fresh

    def about(self, article: Article, find: Callable[[], Mapping[str, float]]) -> Mapping[str, float]:
        """Marks of the terms of `article` with their counts, found before or by `find`; a `factcheck.model.About`."""
        if self._connection is None:
            return find()
        key = _own_digest("terms", article)
        known = self.known(key, _Terms)
        if known is None:
            fresh = find()
            known = _Terms(tuple(map(_mark, fresh)), tuple(fresh.values()))
            self.keep(key, known)
        return dict(zip(known.marks, known.counts, strict=True))

    def lines(self, article: Article, find: Callable[[], Own]) -> Own:
        """What the lines of `article` tell of its dates, as found before or by `find`; a `factcheck.model.Lines`."""
        if self._connection is None:
            return find()
        key = _own_digest("lines", article)
        known = self.known(key, _Lines)
        if known is None:
            known = _Lines(*find())
            self.keep(key, known)
        return known.published, known.modified

    def keep(self, key: str, found: object) -> None:
        """Keep `found`, a dataclass or one that is sealed, under a digest of all that it depends on."""
        if self._connection is None:
            return
        with contextlib.suppress(*_BROKEN):
            self._new[key] = (key, int(time.time()), found if isinstance(found, bytes) else sealed(found))
        if len(self._new) >= _BATCH:
            self.flush()

    def holds(self, key: str) -> bool:
        """Whether something was kept under `key`."""
        if self._connection is None:
            return False
        if key in self._new:
            return True
        try:
            return self._connection.execute("SELECT 1 FROM readings WHERE key = ?", (key,)).fetchone() is not None
        except _REFUSED as error:
            self._is_renewed(error)
            return False

    def flush(self) -> None:
        """Write what is new, in one short transaction; once more where the store had to be made anew."""
        now = int(time.time())
        self._write(lambda to: _flushed(to, now, self._new.values(), self._used))
        self._new.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what is new, drop what nobody asked for in sixty days, and close."""
        self.flush()
        old = int(time.time()) - _OLD
        self._write(lambda to: to.execute("DELETE FROM readings WHERE used < ?", (old,)))
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        for _ in range(2):
            if self._connection is None:
                return
            try:
                with self._connection:
                    change(self._connection)
            except _REFUSED as error:
                if self._is_renewed(error):
                    continue
            return

    def _is_renewed(self, error: Exception) -> bool:
        """After an error: whether another store had to take the place of this one."""
        if self._connection is None or self._place is None or not _is_ruined(error, self._place / FILE):
            return False
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        with contextlib.suppress(OSError):
            (self._place / FILE).unlink()
        self._connection = _connected(self._place)
        return True

    def known(self, key: str, kind: type[_T]) -> _T | None:
        """What was kept under `key`, a `kind`; None where nothing was or it cannot be used."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT said FROM readings WHERE key = ?", (key,)).fetchone()
        except _REFUSED as error:
            self._is_renewed(error)
            return None
        if row is None:
            return None
        try:
            known = unsealed(kind, row[0])
        except _BROKEN:
            return None
        self._used.append(key)
        return known


@contextlib.contextmanager
def opened(wanted: bool = True) -> Iterator[Store]:
    """The store of this user, open; one that remembers nothing where none is `wanted` or none can be used."""
    store = Store(folder() if wanted else None)
    try:
        yield store
    finally:
        store.close()


def emptied(place: Path) -> int | None:
    """Take the store and its marks out of its folder, and the folder where nothing else is in it: how many bytes.

    None where there was no store. Raises `OutputError` where it cannot be taken away.
    """
    try:
        there = [place / name for name in (FILE, f"{FILE}-wal", f"{FILE}-shm") if (place / name).exists()]
        size = sum(path.stat().st_size for path in there)
        for path in there:
            path.unlink()
        for name, says in _MARKS:
            if _says(place / name, says):
                (place / name).unlink()
        with contextlib.suppress(OSError):
            place.rmdir()
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be taken away: {error.strerror or error}.") from error
    return size if there else None


def _says(path: Path, says: str) -> bool:
    """Whether a file holds exactly what a mark of ours does; in a folder of the user's it may be the user's own."""
    try:
        with open(path, "rb") as opened:
            return opened.read(len(says) + 1) == says.encode()
    except OSError:
        return False


def digest(article: Article, model: str) -> str:
    """Everything that the reading of an article depends on, in 64 hexadecimal digits."""
    published = usable(article.published)
    said: list[Any] = [
        stamp(model),
        article.text,
        [encoded(block) for block in article.blocks],
        encoded(published) if published else None,
        article.day_first,
    ]
    return digest_of(said)


def _own_digest(what: str, article: Article) -> str:
    """Everything that what is found in an article without its date depends on."""
    blocks = [encoded(block) for block in article.blocks]
    return digest_of([what, stamp(""), code(), article.title, article.text, blocks])


def digest_of(said: Sequence[Any]) -> str:
    """The digest of some JSON data, in 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _mark(term: str) -> str:
    """A digest of a term, 16 hexadecimal digits."""
    return hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _connected(place: Path) -> sqlite3.Connection | None:
    """A connection to the store in `place`; one that is broken is made anew, one that cannot be made is None."""
    file = place / FILE
    with contextlib.suppress(*_BROKEN):
        _founded(place)
        for _ in range(2):
            connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level="DEFERRED")
            try:
                _lay_out(connection)
            except _REFUSED as error:
                connection.close()
                if not _is_ruined(error, file):  # another process holds it, or the disk is full: this run goes without
                    return None
                file.unlink()
            else:
                return connection
    return None


def _is_ruined(error: Exception, file: Path) -> bool:
    """Whether an error says that the file is no store, and not that it is busy or that its disk is full.

    A file that may be written and is said to be for reading only has a broken header.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF in _RUINED or (code == sqlite3.SQLITE_READONLY and os.access(file, os.W_OK))


def _founded(place: Path) -> None:
    """The folder, marked as a cache for back-up programs and for git."""
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, says in _MARKS:
        if not (place / name).exists():
            (place / name).write_text(says, encoding="utf-8")


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the table where there is none, or one of another form. Raises what SQLite raises."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    with connection:
        if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
            connection.execute("DROP TABLE IF EXISTS readings")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, used INTEGER NOT NULL, said BLOB NOT NULL)"
        )
        connection.execute("SELECT key, used, said FROM readings LIMIT 0")
        connection.execute(f"PRAGMA user_version = {_FORM}")


def _flushed(to: sqlite3.Connection, now: int, new: Iterable[tuple[str, int, bytes]], used: Iterable[str]) -> None:
    to.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", new)
    to.executemany("UPDATE readings SET used = ? WHERE key = ? AND used < ?", [(now, key, now - _DAY) for key in used])
