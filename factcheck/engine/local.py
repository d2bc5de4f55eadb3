"""The engine of one machine: stories told by `options.jobs` processes. With one job it is this process."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claims.model import Extraction
from factcheck.cache import Store
from factcheck.cache.codec import unsealed
from factcheck.engine import worker
from factcheck.engine.batches import SIZE, batches, pieces, weight
from factcheck.engine.kept import keep
from factcheck.engine.outcome import Kept, packed, restored
from factcheck.engine.pool import Pool
from factcheck.model import Options
from factcheck.telling import Story, Told, heard, in_turn

_LARGE = 2
"""Batches from which on the articles of one story are read by several processes."""


def tell(work: Sequence[Story], options: Options, size: int = SIZE) -> Iterator[Told]:
    """Tell the stories; a `factcheck.telling.Tell`. Little work is done here, as starting a process takes seconds."""
    total = weight(article for story in work for article in story.articles)
    if options.jobs == 1 or total <= size:
        for story, alone in zip(work, in_turn(work, options), strict=True):
            if isinstance(options.remember, Store):
                keep(story, packed(alone, story.articles), options)
            yield alone
        return
    articles, done = sum(len(story.articles) for story in work), 0
    options.progress("compare", done, articles)
    jobs = min(options.jobs, math.ceil(total / size))
    with Pool(jobs, worker.begin, (worker.plain(options), worker.remembers(options))) as pool:
        left = iter(work)
        for sent in pool.each(worker.outcomes, tasks(batches(work, size), pool, options, size)):
            for story, found in zip(islice(left, len(sent)), sent, strict=True):
                done += len(story.articles)
                options.progress("compare", done, articles)
                yield restored(unsealed(Kept, found), story.articles)


def tasks(work: Iterable[tuple[Story, ...]], pool: Pool, options: Options, size: int = SIZE) -> Iterator[worker.Task]:
    """A task a batch; the articles of a large story are read by all processes before it is told by one."""
    for stories in work:
        known: tuple[tuple[str, Extraction], ...] = ()
        for story in stories:
            kept, _ = heard(story, options.limits.story_articles)
            if weight(kept) >= _LARGE * size:
                known += tuple(each for part in pool.each(worker.read, pieces(kept, size)) for each in part)
        yield worker.Task(stories, known)
