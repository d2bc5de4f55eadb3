"""What each stage of an archive's way over a cluster does, engine-free: from a file, a stretch or a parcel to rows.

    files -> articles, each with its day -> parcels of stories, stretch by stretch of days -> what each tells

Files are named by addresses as Spark writes them ("file:/archive/a.txt", "s3a://bucket/a.txt"), articles by the paths
that the user gave, so that they have the identifiers that one machine gives them.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath

from claims.model import Published
from factcheck.cache.codec import decoded, encoded
from factcheck.dates import by_own_lines
from factcheck.engine import worker
from factcheck.engine.batches import batches
from factcheck.engine.parcel import named, packed, unpacked
from factcheck.engine.part import part
from factcheck.engine.rows import passed, unpressed
from factcheck.errors import ManifestError
from factcheck.model import Article, Intake, Options, Skipped
from factcheck.periods import day_of
from factcheck.pipeline import by_story, in_stories
from factcheck.read.copies import marked
from factcheck.read.document import Facts
from factcheck.read.formats import formats_of
from factcheck.read.intake import articles_in, numbered
from factcheck.read.manifest import NAMES, absent, learn, outside, understood
from factcheck.read.places import Place, is_no_article, unknown
from factcheck.report.value import Json
from factcheck.settings import Settings, known_as, terms, wanted

READ = {"day": "string", "article": "binary", "skipped": "binary"}
"""Columns of what is read: an article with the day it belongs to, or the row of what was passed over."""
PARCELS = {"key": "string", "parcel": "binary", "stories": "int64", "articles": "int64"}
"""Columns of the parcels; `key` names what is told of one."""
TOLD = {"key": "string", "rows": "binary"}
"""Columns of what is told: packed rows of all tables."""
LARGEST = 256_000_000
"""Bytes, at most, of a file, as one worker holds it whole."""


@dataclass(frozen=True, slots=True)
class Root:
    """A file or a folder that the user named."""

    address: str
    """Where it lies, as Spark writes it."""
    shown: str
    """The path or address that the user gave."""
    seen: str
    """What the globs of settings see: the full path on this machine, else the address."""
    is_file: bool = False
    """Whether it is a file."""

    def holds(self, address: str) -> bool:
        """Whether the file at `address` is this one or lies below."""
        return address == self.address or address.startswith(f"{self.address.rstrip('/')}/")


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker is told; small beside an archive."""

    roots: tuple[Root, ...]
    """What is to be read, none inside another."""
    options: Options
    """The options, without who watches."""
    settings: Settings
    """The settings."""
    terms: str
    """What names what is told; see `factcheck.engine.parcel.said`."""
    published: Published | None = None
    """The date that the user gave."""
    facts: Mapping[str, Facts] = field(default_factory=dict)
    """What manifests say of files, by their addresses."""


def read(address: str, data: bytes | None, job: Job) -> Iterator[Json]:
    """The rows `READ` of one file; `data` is None where it is longer than `LARGEST`."""
    root = next(each for each in job.roots if each.holds(address))
    rest = address[len(root.address) :]
    shown = f"{root.shown.rstrip('/')}{rest}".removeprefix("./") if rest else root.shown
    seen = f"{root.seen.rstrip('/')}{rest}"
    name = posixpath.basename(address)
    if not root.is_file and ((is_no_article(name) and address not in job.facts) or not wanted(job.settings)(seen)):
        return
    if name in NAMES:
        yield _skipped(Skipped(shown, "it is a manifest; name its folder"))
    elif PurePath(name).suffix and not formats_of(name):
        yield _skipped(unknown(shown))
    elif data is None:
        yield _skipped(Skipped(shown, f"it is longer than {LARGEST:,} bytes, which one worker would hold; split it"))
    else:
        known = shown if "://" in shown else PurePath(posixpath.normpath(shown)).as_posix()
        place = Place(known, shown, job.facts.get(address, Facts()), root.is_file)
        found = list(articles_in(place, terms(job.settings), job.published, data=data))
        yield from (_skipped(each) for each in found if isinstance(each, Skipped))
        for article in numbered(each for each in found if isinstance(each, Article)):
            yield _read(_known(article, seen, job.settings), job.options)


def _read(article: Article, options: Options) -> Json:
    day = day_of(by_own_lines([article], options.lines)[0])
    return {"day": day and day.isoformat(), "article": json.dumps(encoded(article)).encode(), "skipped": None}


def _skipped(given: Skipped) -> Json:
    return {"day": None, "article": None, "skipped": json.dumps(passed([given])[0]).encode()}


def _known(article: Article, seen: str, settings: Settings) -> Article:
    """The article as the settings know it; their globs look at the path `seen`, which a worker cannot work out."""
    found = known_as(Intake((replace(article, path=seen),)), settings).articles[0]
    return replace(found, path=article.path)


def parcels(articles: Iterable[bytes], job: Job, *, alone: bool) -> Iterator[Json]:
    """The rows `PARCELS` of one stretch of days, of which there are others unless it stands `alone`.

    The same that `factcheck.pipeline.apart` does there, copies being marked among all that are compared.
    """
    whole = marked(decoded(Article, json.loads(article)) for article in articles)
    given = by_own_lines(whole, job.options.lines)
    told = in_stories(given if alone else marked(given), job.options)
    for stories in batches(by_story(told)):
        parcel = packed(stories)
        number = sum(len(story.articles) for story in stories)
        yield {"key": named(parcel, job.terms), "parcel": parcel, "stories": len(stories), "articles": number}


def told(given: Iterable[Json], job: Job) -> Iterator[Json]:
    """The rows `TOLD` of rows `PARCELS`. The language pipeline is loaded once a process, by the first of them."""
    worker.begin(job.options, False, job.settings)
    for row in given:
        yield {"key": row["key"], "rows": part(worker.Task(unpacked(row["parcel"])))}


def rows_of(table: str, given: Iterable[Json]) -> Iterator[Json]:
    """The rows of a table in rows `TOLD`."""
    for row in given:
        yield from unpressed(row["rows"])[table]


def outermost(roots: Iterable[Root]) -> tuple[Root, ...]:
    """The roots in order, without those that lie in another or are another once more."""
    kept: list[Root] = []
    for root in sorted(roots, key=lambda each: (len(each.address), each.address, each.shown)):
        if not any(other.holds(root.address) for other in kept):
            kept.append(root)
    return tuple(kept)


def manifests(
    given: Iterable[tuple[str, bytes]], exists: Callable[[str], bool]
) -> tuple[dict[str, Facts], list[Skipped]]:
    """What the manifests at these addresses say of files, by the files' addresses, and entries that are not used.

    Raises `ManifestError` where one cannot be understood, a folder has two, or two differ.
    """
    facts: dict[str, Facts] = {}
    skipped: list[Skipped] = []
    folders: dict[str, str] = {}
    for address, data in sorted(given):
        folder = posixpath.dirname(address)
        if folders.setdefault(folder, address) != address:
            raise ManifestError(f"{folders[folder]} and {address} are manifests of one folder; keep one of them.")
        said = understood(address, data, partial(_below, folder, exists))
        for file, more in zip(said.files, said.facts, strict=True):
            learn(facts, file, more, file)
        skipped += said.skipped
    return facts, skipped


def _below(folder: str, exists: Callable[[str], bool], name: str) -> str:
    plain = posixpath.normpath(name)
    if plain.startswith(("..", "/")) or "\0" in plain:
        raise outside(name)
    if not exists(f"{folder}/{plain}"):
        raise absent(name)
    return f"{folder}/{plain}"
