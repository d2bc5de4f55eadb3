"""Files and folders become articles. Nothing is fetched, nothing raised for one file that cannot be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from claims.model import Published
from factcheck.errors import UnreadableError, UsageError
from factcheck.model import Article, Intake, Limits, Progress, Skipped, silent
from factcheck.read.chrome import without_chrome
from factcheck.read.copies import are_copies, marked, told, words
from factcheck.read.dated import best, of_address
from factcheck.read.document import Document, Facts, Refused
from factcheck.read.formats import HEAD, chosen
from factcheck.read.head import head_of, with_roles
from factcheck.read.ignores import of_words
from factcheck.read.language import foreign
from factcheck.read.limits import watch
from factcheck.read.places import STDIN, Place, places
from factcheck.read.published import published as date_of
from factcheck.read.terms import DEFAULT, Terms


def read(
    paths: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    without: Collection[str] = (),
    over: bool = True,
    wanted: Callable[[str], bool] = bool,
    terms: Terms = DEFAULT,
    progress: Progress = silent,
) -> Intake:
    """The articles in `paths` (files, folders, "-" for `stdin`), and what could not be read.

    `published` dates the files that `paths` name themselves, whatever these state (unless `over` is false), and all
    others that state no date; `without` names files that are no articles, such as a report that lies among them, and
    `wanted` says which paths of a folder are articles; `terms` hold what the user set for reading. `progress` is told
    of each file.
    Identifiers are paths as named and do not depend on the order of `paths`. An article that repeats the words of
    another is marked with `duplicate_of`.

    Raises `UsageError` for a date that is none and `ManifestError` for a manifest that cannot be understood.
    """
    given = day_given(published)
    where = places(paths, without, wanted)
    skipped = list(where.skipped)
    articles: list[Article] = []
    for number, place in enumerate(where.found):
        progress("read", number, len(where.found))
        for found in articles_in(place, terms, given, stdin=stdin, over=over):
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                articles.append(found)
    return Intake(marked(numbered(articles)), tuple(skipped))


def articles_in(
    place: Place,
    terms: Terms,
    given: Published | None = None,
    *,
    data: bytes | None = None,
    stdin: BinaryIO | None = None,
    over: bool = True,
) -> Iterator[Article | Skipped]:
    """The articles of one file, and what is passed over in it.

    `given` dates them as `published` of `read` does; `data` are the bytes of a file that is not to be opened here.
    """
    for found in _read(place, data, stdin, terms):
        if isinstance(found, Skipped):
            yield found
            continue
        yield from (_told(_name(place, found), remark) for remark in found.remarks)
        if reason := _unfit(found, terms.limits):
            yield Skipped(_name(place, found), reason)
        else:
            yield _article(place, found, given, over=over and place.named)


def apart(against: Intake, new: Intake) -> Intake:
    """`against` as seen beside `new`: without what `new` holds or skips, copies of its articles marked as such."""
    known = {_real(article) for article in new.articles}
    kept = marked(article for article in against.articles if _real(article) not in known)
    fresh = {key(article): article for article in new.articles if not article.duplicate_of for key in (told, words)}
    seen = []
    for article in kept:
        twin = fresh.get(words(article)) or fresh.get(told(article))
        seen.append(replace(article, duplicate_of=twin.id) if twin and are_copies(twin, article) else article)
    passed = {_passed_over(each) for each in new.skipped}
    return Intake(tuple(seen), tuple(each for each in against.skipped if _passed_over(each) not in passed))


def day_given(words: str | None) -> Published | None:
    """The date that `--published` gives; raises `UsageError` where it is none."""
    if words is None:
        return None
    try:
        return date_of(words, "option")
    except ValueError as error:
        raise UsageError(f"--published: {error}.") from error


def _read(place: Place, data: bytes | None, stdin: BinaryIO | None, terms: Terms) -> Iterator[Document | Skipped]:
    """The articles of one file, and what could not be read of it, each with a sentence."""
    number = 0
    limits = terms.limits
    check = watch(limits.seconds)
    try:
        with _opened(place, data, stdin, max(limits.file_size, limits.article_length)) as file:
            head = file.read(HEAD)
            file.seek(0)
            if not head:
                raise UnreadableError("it is empty; nothing to compare in it")
            if terms.is_report(head.decode("utf-8", "replace")):
                raise UnreadableError("it is a report of this program and no article")
            for number, found in enumerate(chosen(place.path, head).read(file, terms), 1):
                if number > limits.articles:
                    raise UnreadableError(f"only its first {limits.articles:,} articles are read; split it")
                yield _told(_name(place, found), found.reason) if isinstance(found, Refused) else found
                check()
            if not number:
                raise UnreadableError("no article is in it; nothing to compare")
    except UnreadableError as error:
        yield _told(place.path, str(error))
    except OSError as error:
        yield _told(place.path, f"it cannot be read: {error.strerror or error}")
    except (MemoryError, RecursionError):
        yield Skipped(place.path, "it is nested too deep or too large to be read; save its text instead")
    except Exception as error:  # a slip in a parser, ours or another's, must not end the run for all other files
        why = f"{type(error).__name__}: {str(error)[:100]}"
        yield _told(place.path, f"it cannot be read ({why}); save its text instead")


@contextmanager
def _opened(place: Place, data: bytes | None, stdin: BinaryIO | None, longest: int) -> Iterator[BinaryIO]:
    """The file, open at its beginning; a stream that cannot be read twice is held in memory, up to `longest` bytes."""
    if data is not None:
        yield BytesIO(data)
        return
    if place.path == STDIN:
        yield _held(stdin or sys.stdin.buffer, longest)
        return
    with open(place.path, "rb") as file:
        yield file if file.seekable() else _held(file, longest)


def _held(stream: BinaryIO, longest: int) -> BytesIO:
    data = stream.read(longest + 1)
    if len(data) > longest:
        raise UnreadableError(f"it is longer than {longest:,} bytes, the most that is held of a stream; name a file")
    return BytesIO(data)


def _told(what: str, reason: str) -> Skipped:
    """A file as passed over; what a library says of it may have several lines, a sentence has one."""
    return Skipped(what, " ".join(reason.split()))


def _name(place: Place, found: Document | Refused) -> str:
    return f"{place.path}#{found.item}" if found.item else place.path


def _unfit(document: Document, limits: Limits) -> str:
    """Why an article is not compared, or ""."""
    if not document.blocks:
        return "no prose is in it, only front matter, tables or code; nothing to compare in it"
    if len(document.text) > limits.article_length:
        return f"its text is longer than {limits.article_length:,} characters; split it or raise the limit"
    return foreign(document.text, document.blocks)


def _article(place: Place, document: Document, given: Published | None, *, over: bool) -> Article:
    found = head_of(document)
    document = with_roles(document, found)
    facts = place.facts.over(document.facts).over(found.facts).over(Facts(source=_stem(place)))
    own = (place.facts.published, document.facts.published, found.facts.published, of_address(facts.url))
    return Article(
        id=f"{place.id}#{document.item}" if document.item else place.id,
        path=place.path,
        text=document.text,
        blocks=without_chrome(document.text, document.blocks) or document.blocks,
        source=facts.source,
        title=facts.title,
        author=facts.author,
        url=facts.url,
        item=document.item,
        published=best((given if over else None, *own)) or given,
        modified=facts.modified,
        origins=facts.origins,
        locators=document.locators,
        ignores=(*document.ignores, *of_words(facts.ignore, document.text)),
    )


def _stem(place: Place) -> str:
    return "standard input" if place.path == STDIN else PurePath(place.path).stem


def numbered(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles, those of one identifier told apart by a number: two entries of a file may give the same."""
    last: dict[str, int] = {}
    for article in articles:
        found, number = article.id, 1
        while found in last:
            number = last[article.id] = last[article.id] + 1
            found = f"{article.id} ({number})"
        last[found] = 1
        yield article if number == 1 else replace(article, id=found, item=f"{article.item} ({number})".strip())


def _real(article: Article) -> tuple[str, str]:
    path = article.path
    return (path if path == STDIN else os.path.realpath(path), article.item)


def _passed_over(skipped: Skipped) -> tuple[str, str]:
    what = skipped.what
    return (what if "\0" in what else os.path.realpath(what), skipped.reason)
