"""The library's face: compare articles or two texts, get a report. The command line uses the same functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from claims.blocks import blocks
from claims.model import Published
from factcheck.engine import local
from factcheck.model import Article, Intake, Options, Report, StoryMode
from factcheck.pipeline import compare as compare_intake

Day = str | dt.date | None


def article(
    text: str, *, name: str = "text", source: str = "", title: str = "", url: str = "", published: Day = None
) -> Article:
    """An article from plain text. `published` is an ISO 8601 date ("2021-12-22") or a date; None: what `url` and
    the text itself say.

    Raises ValueError where `published` is no such date.
    """
    from factcheck.read.dated import of_address

    return Article(
        id=name, path=name, text=text, blocks=blocks(text), source=source or name, title=title, url=url,
        published=_published(published) or of_address(url),
    )  # fmt: skip


def compare(articles: Iterable[Article], options: Options | None = None) -> Report:
    """What `articles` say together. They are grouped into stories by content unless `options.story` says otherwise.

    Articles of one name are told apart by a number: "text", "text (2)".
    """
    from factcheck.read.intake import numbered

    named = numbered(sorted(articles, key=lambda one: (one.id, one.text)))
    return compare_intake(Intake(tuple(sorted(named, key=lambda one: one.id))), options, local)


def compare_texts(
    a: str, b: str, *, published: Day | tuple[Day, Day] = None, strict: bool = False, options: Options | None = None
) -> Report:
    """What two texts on one event say together.

    `published` is the date of both or a pair of dates; `strict` takes bounds literally ("more than 3" is then not 3).
    Raises ValueError where a date cannot be read.
    """
    days = published if isinstance(published, tuple) else (published, published)
    both = [article(text, name=name, published=day) for text, name, day in zip((a, b), ("a", "b"), days, strict=True)]
    chosen = options or Options()
    return compare(both, replace(chosen, story=StoryMode.ALL, strict=strict or chosen.strict))


def _published(day: Day) -> Published | None:
    if day is None:
        return None
    known = dt.date.fromisoformat(day[:10] if isinstance(day, str) else day.isoformat()[:10])
    return Published(known, known)
