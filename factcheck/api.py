"""The library's face: compare articles or two texts, get a report. The command line uses the same functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from claims.blocks import blocks
from claims.model import Published
from factcheck.engine import local
from factcheck.model import Article, Intake, Options, Report, Skipped, StoryMode
from factcheck.pipeline import compare as compare_intake

Day = str | dt.date | None


def article(
    text: str, *, name: str = "text", source: str = "", title: str = "", url: str = "", published: Day = None
) -> Article:
    """An article from plain text. `published` is an ISO 8601 date ("2021-12-22") or a date; None: what `url` and
    the text itself say.

    Raises ValueError where `published` is no such date, and TypeError where something is no text at all.
    """
    from factcheck.read.dated import of_address

    for what, said in (("text", text), ("name", name), ("source", source), ("title", title), ("url", url)):
        if not isinstance(said, str):
            raise TypeError(f"the {what} of an article is to be a str, not {_kind(said)}")
    return Article(
        id=name, path=name, text=text, blocks=blocks(text), source=source or name, title=title, url=url,
        published=_published(published) or of_address(url),
    )  # fmt: skip


def compare(articles: Iterable[Article], options: Options | None = None) -> Report:
    """What `articles` say together. They are grouped into stories by content unless `options.story` says otherwise.

    Articles of one name are told apart by a number: "text", "text (2)". One that is not in English is compared as far
    as it is understood, and told among what was skipped.

    Raises TypeError where something is no article or no options, and ValueError where an option cannot be.
    """
    from factcheck.read.intake import numbered
    from factcheck.read.language import foreign

    chosen = _checked(options)
    given = sorted(_articles(articles), key=lambda one: (one.id, one.text))
    named = sorted(numbered(given), key=lambda one: one.id)
    odd = (Skipped(one.id, why) for one in named if (why := foreign(one.text, one.blocks)))
    return compare_intake(Intake(tuple(named), tuple(odd)), chosen, local)


def compare_texts(
    a: str, b: str, *, published: Day | tuple[Day, Day] = None, strict: bool = False, options: Options | None = None
) -> Report:
    """What two texts on one event say together.

    `published` is the date of both or a pair of dates; `strict` takes bounds literally ("more than 3" is then not 3).
    Raises ValueError where a date or an option cannot be, and TypeError where something is of another kind.
    """
    days = published if isinstance(published, tuple) else (published, published)
    if len(days) != 2:
        raise ValueError(f"published is to be one date or a pair of dates, not {len(days)}")
    both = [article(text, name=name, published=day) for text, name, day in zip((a, b), ("a", "b"), days, strict=True)]
    chosen = _checked(options)
    return compare(both, replace(chosen, story=StoryMode.ALL, strict=strict or chosen.strict))


def _published(day: Day) -> Published | None:
    if day is None:
        return None
    if not isinstance(day, str | dt.date):
        raise TypeError(f"published is to be a date or a date of ISO 8601 in a str, not {_kind(day)}")
    known = dt.date.fromisoformat((dt.datetime.fromisoformat(day) if isinstance(day, str) else day).isoformat()[:10])
    return Published(known, known)


def _articles(given: Iterable[Article]) -> list[Article]:
    if isinstance(given, str | bytes | Article):
        raise TypeError(f"what is compared is to be several articles, not {_kind(given)}")
    found = list(given)
    if odd := [one for one in found if not isinstance(one, Article)]:
        raise TypeError(f"what is compared is to be articles, made by article(), not {_kind(odd[0])}")
    return found


def _checked(options: Options | None) -> Options:
    """The options, or those of someone who has none. Raises TypeError or ValueError where they cannot be."""
    if options is None:
        return Options()
    if not isinstance(options, Options):
        raise TypeError(f"options are to be Options, not {_kind(options)}")
    if not options.min_confidence <= 1:  # one below 0 leaves nothing out; NaN is never at most 1
        raise ValueError(f"min_confidence is to be a number from 0 to 1, not {options.min_confidence}")
    if options.jobs < 1:
        raise ValueError(f"jobs is to be at least 1, not {options.jobs}")
    return replace(options, story=StoryMode(options.story))


def _kind(given: object) -> str:
    return type(given).__name__
