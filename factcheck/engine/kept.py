"""Stories that an earlier run told, all their articles and options unchanged, are not told anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.cache import Store
from factcheck.cache.codec import encoded
from factcheck.cache.stamp import code, stamp
from factcheck.cache.store import digest as reading_of
from factcheck.cache.store import digest_of
from factcheck.engine.outcome import Kept, packed, restored
from factcheck.model import Options
from factcheck.telling import Story, Tell, Told, heard


def recalling(tell: Tell) -> Tell:
    """The engine `tell`, which is asked only for stories that the store of `options.remember` does not hold.

    What comes out holds of claims what reports show, and no groups.
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
            found = _recalled(store, key, story) if held else None
            if found is None:
                made = packed(next(iter(tell([story], options)) if held else fresh), story.articles)
                if _is_whole(story, options, store):
                    store.keep(key, made)
                found = restored(made, story.articles)
            yield found

    return telling


def digest(story: Story, options: Options) -> str:
    """Everything that what a story tells depends on, in 64 hexadecimal digits; how many processes work is not."""
    chosen = repr(replace(options, jobs=1, cache=True))
    articles = [encoded(article) for article in story.articles]
    return digest_of([stamp(options.model), code(), chosen, story.name, articles])


def _is_whole(story: Story, options: Options, store: Store) -> bool:
    """Whether every article could be read: one that took too long for the clock is read again by the next run."""
    articles, _ = heard(story, options.limits.story_articles)
    return all(store.holds(reading_of(article, options.model)) for article in articles)


def _recalled(store: Store, key: str, story: Story) -> Told | None:
    known = store.known(key, Kept)
    try:
        return None if known is None else restored(known, story.articles)
    except (KeyError, IndexError):
        return None
