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
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    """An open store; a `factcheck.model.Remember`. Without a connection it remembers nothing."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
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
        except sqlite3.Error:
            return False

    def flush(self) -> None:
        """Write what is new, in one short transaction."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", self._new.values())
            now = int(time.time())
            self._connection.executemany(
                "UPDATE readings SET used = ? WHERE key = ? AND used < ?",
                [(now, key, now - _DAY) for key in self._used],
            )
        self._new.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what is new, drop what nobody asked for in sixty days, and close."""
        self.flush()
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            with self._connection:
                self._connection.execute("DELETE FROM readings WHERE used < ?", (int(time.time()) - _OLD,))
            self._connection.close()
        self._connection = None

    def known(self, key: str, kind: type[_T]) -> _T | None:
        """What was kept under `key`, a `kind`; None where nothing was or it cannot be used."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT said FROM readings WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            known = unsealed(kind, row[0])
        except _BROKEN:
            return None
        self._used.append(key)
        return known


@contextlib.contextmanager
def opened(wanted: bool = True) -> Iterator[Store]:
    """The store of this user, open; one that remembers nothing where none is `wanted` or none can be used."""
    store = Store(_connected(folder()) if wanted else None)
    try:
        yield store
    finally:
        store.close()


def emptied(place: Path) -> int | None:
    """Take the store out of its folder, and the folder where nothing else is in it: how many bytes that were.

    None where there was none. Raises `OutputError` where it cannot be taken away.
    """
    try:
        there = [place / name for name in (FILE, f"{FILE}-wal", f"{FILE}-shm") if (place / name).exists()]
        size = sum(path.stat().st_size for path in there)
        for path in there:
            path.unlink()
        for name, _ in _MARKS:
            (place / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            place.rmdir()
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be taken away: {error.strerror or error}.") from error
    return size if there else None


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
    with contextlib.suppress(*_BROKEN):
        _founded(place)
        for attempt in range(2):
            with contextlib.suppress(sqlite3.DatabaseError):
                return _tables(sqlite3.connect(place / FILE, timeout=_PATIENCE, isolation_level="DEFERRED"))
            if attempt == 0:
                (place / FILE).unlink()
    return None


def _founded(place: Path) -> None:
    """The folder, marked as a cache for back-up programs and for git."""
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, says in _MARKS:
        if not (place / name).exists():
            (place / name).write_text(says, encoding="utf-8")


def _tables(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        with connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                connection.execute("DROP TABLE IF EXISTS readings")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, used INTEGER NOT NULL, said BLOB NOT NULL)"
            )
            connection.execute(f"PRAGMA user_version = {_FORM}")
    except sqlite3.OperationalError:  # another process holds it: this run goes without
        connection.close()
        raise OSError("the store is busy") from None
    except sqlite3.Error:
        connection.close()
        raise
    return connection
