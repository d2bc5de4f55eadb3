"""Files and folders become articles. Nothing is fetched, nothing raised for one file that cannot be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from claims.model import Published
from claims.view import view_of
from factcheck.errors import UnreadableError, UsageError
from factcheck.model import Article, Intake, Skipped
from factcheck.read.document import Document, Facts
from factcheck.read.formats import format_of, markdown, text
from factcheck.read.places import STDIN, Place, places
from factcheck.read.published import published as date_of

LONGEST = 2_000_000
"""Bytes of a file, at most: three hundred times a long article."""


def read(
    paths: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    without: Collection[str] = (),
) -> Intake:
    """The articles in `paths` (files, folders, "-" for `stdin`), and what could not be read.

    `published` dates the articles that state no date of publication; `without` names files that are no articles, such
    as a report that lies among them. Identifiers are paths as named and do not depend on the order of `paths`. An
    article that repeats the words of another is marked with `duplicate_of`.

    Raises `UsageError` for a date that is none and `ManifestError` for a manifest that cannot be understood.
    """
    default = _default(published)
    where = places(paths, without)
    skipped = list(where.skipped)
    articles: list[Article] = []
    for place in where.found:
        try:
            for document in _documents(place, stdin):
                articles.append(_article(place, document, default))
                skipped.extend(Skipped(place.path, remark) for remark in document.remarks)
        except UnreadableError as error:
            skipped.append(Skipped(place.path, str(error)))
    return Intake(_marked(articles), tuple(skipped))


def apart(against: Intake, new: Intake) -> Intake:
    """`against` as seen beside `new`: without the files that `new` holds, copies of its articles marked as such."""
    known = {_real(article) for article in new.articles}
    same = {_words(article): article.id for article in new.articles if not article.duplicate_of}
    kept = _marked(article for article in against.articles if _real(article) not in known)
    seen = tuple(replace(each, duplicate_of=same.get(_words(each), each.duplicate_of)) for each in kept)
    return Intake(seen, against.skipped)


def _default(words: str | None) -> Published | None:
    if words is None:
        return None
    try:
        return date_of(words, "option")
    except ValueError as error:
        raise UsageError(f"--published: {error}.") from error


def _documents(place: Place, stdin: BinaryIO | None) -> Iterator[Document]:
    """The articles of one file; raises UnreadableError where it holds none."""
    data = _bytes(place, stdin)
    if not data.strip():
        raise UnreadableError("it is empty; nothing to compare in it")
    chosen = format_of(place.path) or (markdown.FORMAT if data.startswith(b"---") else text.FORMAT)
    for document in chosen.read(data):
        if not document.blocks:
            raise UnreadableError("no prose is in it, only front matter, tables or code; nothing to compare in it")
        yield document


def _bytes(place: Place, stdin: BinaryIO | None) -> bytes:
    try:
        if place.path == STDIN:
            data = (stdin or sys.stdin.buffer).read(LONGEST + 1)
        else:
            with open(place.path, "rb") as opened:
                data = opened.read(LONGEST + 1)
    except OSError as error:
        raise UnreadableError(f"it cannot be read: {error.strerror or error}") from error
    if len(data) > LONGEST:
        raise UnreadableError(f"it is longer than {LONGEST:,} bytes, which no article is; split it into articles")
    return data


def _article(place: Place, document: Document, default: Published | None) -> Article:
    facts = place.facts.over(document.facts).over(Facts(source=_stem(place), published=default))
    return Article(
        id=f"{place.id}#{document.item}" if document.item else place.id,
        path=place.path,
        text=document.text,
        blocks=document.blocks,
        source=facts.source,
        title=facts.title,
        author=facts.author,
        url=facts.url,
        item=document.item,
        published=facts.published,
    )


def _stem(place: Place) -> str:
    return "standard input" if place.path == STDIN else PurePath(place.path).stem


def _real(article: Article) -> tuple[str, str]:
    path = article.path
    return (path if path == STDIN else os.path.realpath(path), article.item)


def _words(article: Article) -> str:
    """The words of an article: what two copies share whatever their line ends, margins and front matter."""
    return " ".join(view_of(article.text, block.span, block.markup).text for block in article.blocks)


def _marked(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles in the order of their identifiers, repeats marked.

    Of several copies a dated one is the original, then the one with the smallest identifier. A copy with another date
    of publication is a copy all the same: a paper that prints a wire story a day later does not contradict it.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    original: dict[str, str] = {}
    for article in sorted(ordered, key=lambda article: (article.published is None, article.id)):
        original.setdefault(_words(article), article.id)
    firsts = ((article, original[_words(article)]) for article in ordered)
    return tuple(replace(article, duplicate_of="" if first == article.id else first) for article, first in firsts)
