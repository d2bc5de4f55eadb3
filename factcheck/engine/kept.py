"""Stories that an earlier run told, all their articles and options unchanged, are not told anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.cache import Store
from factcheck.cache.codec import encoded
from factcheck.cache.stamp import code, stamp
from factcheck.cache.store import digest as reading_of
from factcheck.cache.store import digest_of
from factcheck.engine.outcome import Kept, restored
from factcheck.model import Options
from factcheck.telling import Story, Tell, Told, heard


def recalling(tell: Tell) -> Tell:
    """The engine `tell`, which is asked only for stories that the store of `options.remember` does not hold.

    It is to `keep` what it tells. Of what was kept come what reports show of claims, and no groups.
    """

    def telling(work: Sequence[Story], options: Options) -> Iterator[Told]:
        store = options.remember
        if not isinstance(store, Store):
            yield from tell(work, options)
            return
        keys = [digest(story, options) for story in work]
        known = [store.holds(key) for key in keys]
        fresh = iter(tell([story for story, held in zip(work, known, strict=True) if not held], options))
        for story, key, held in zip(work, keys, known, strict=True):
            found = _recalled(store, key, story) if held else next(fresh)
            yield next(iter(tell([story], options))) if found is None else found

    return telling


def keep(story: Story, found: Kept | bytes, options: Options) -> None:
    """Keep what `story` told, where something is kept.

    Not of a story with an article that was not read, such as one that took too long: the next run may read it.
    """
    store = options.remember
    if not isinstance(store, Store):
        return
    articles, _ = heard(story, options.limits.story_articles)
    if all(store.holds(reading_of(article, options.model)) for article in articles):
        store.keep(digest(story, options), found)


def digest(story: Story, options: Options) -> str:
    """Everything that what a story tells depends on, in 64 hexadecimal digits; how many processes work is not."""
    chosen = repr(replace(options, jobs=1, cache=True))
    articles = [encoded(article) for article in story.articles]
    return digest_of([stamp(options.model), code(), chosen, story.name, articles, sorted(story.asked)])


def _recalled(store: Store, key: str, story: Story) -> Told | None:
    known = store.known(key, Kept)
    try:
        return None if known is None else restored(known, story.articles)
    except (KeyError, IndexError):
        return None
