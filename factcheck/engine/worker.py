"""What a process of the local engine does; values cross to it and from it, never what a parser holds.

The pipeline is loaded once a process, by the first text that is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from claims.model import Extraction
from factcheck.cache import Store, opened
from factcheck.cache.codec import sealed
from factcheck.collecting import seldom
from factcheck.engine.kept import keep
from factcheck.engine.outcome import packed
from factcheck.extraction import extraction
from factcheck.model import Article, Options
from factcheck.settings import Settings
from factcheck.telling import Story, Told, told


def _nothing() -> None:
    """Nothing is kept."""


@dataclass(slots=True)
class _Desk:
    """What a process has at hand."""

    options: Options
    flush: Callable[[], None]
    settings: Settings


desk = _Desk(Options(), _nothing, Settings())
"""What the tasks of this process find there; `begin` lays it out."""
_open = ExitStack()


@dataclass(frozen=True, slots=True)
class Task:
    """Stories to tell, and what is known of their articles."""

    stories: tuple[Story, ...]
    known: tuple[tuple[str, Extraction], ...] = ()


def plain(options: Options) -> Options:
    """The options without what cannot cross to another process: who watches, and what is remembered."""
    none = Options()
    return replace(options, progress=none.progress, remember=none.remember, about=none.about, lines=none.lines)


def remembers(options: Options) -> bool:
    """Whether processes are to open the store of earlier readings."""
    return options.cache and isinstance(options.remember, Store)


def begin(options: Options, remembering: bool, settings: Settings | None = None) -> None:
    """Lay out `options` and `settings` for the tasks to come."""
    seldom()
    desk.settings = settings or Settings()
    store = _open.enter_context(opened(remembering))
    desk.options, desk.flush = (replace(options, remember=store), store.flush) if remembering else (options, _nothing)


def tell(task: Task) -> tuple[Told, ...]:
    """What the stories tell, without the claims and groups that no report needs."""
    known = dict(task.known)
    found = tuple(replace(told(story, desk.options, known), claims=(), groups=()) for story in task.stories)
    desk.flush()
    return found


def outcomes(task: Task) -> tuple[bytes, ...]:
    """What each story tells, in the form that is sent and kept (`factcheck.engine.outcome`), sealed."""
    known = dict(task.known)
    found = []
    for story in task.stories:
        found.append(sealed(packed(told(story, desk.options, known), story.articles)))
        keep(story, found[-1], desk.options)
    desk.flush()
    return tuple(found)


def read(articles: Sequence[Article]) -> tuple[tuple[str, Extraction], ...]:
    """What is read of `articles`, by their identifiers."""
    found = tuple((article.id, extraction(article, desk.options)) for article in articles)
    desk.flush()
    return found
