"""Stories as bytes that can wait in a file or cross to another machine, and names for what is told of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from factcheck.cache.codec import decoded, encoded
from factcheck.cache.stamp import code, stamp
from factcheck.cache.store import digest_of
from factcheck.model import Article, Options
from factcheck.settings import Settings
from factcheck.telling import Story


def packed(stories: Iterable[Story]) -> bytes:
    """The stories as JSON."""
    told = [[story.name, [encoded(article) for article in story.articles]] for story in stories]
    return json.dumps(told, separators=(",", ":")).encode()


def unpacked(parcel: bytes) -> tuple[Story, ...]:
    """The stories that `packed` made a parcel of."""
    return tuple(
        Story(name, tuple(decoded(Article, article) for article in articles)) for name, articles in json.loads(parcel)
    )


def said(options: Options, settings: Settings) -> str:
    """A digest of all but the articles that what is told of a story depends on: our sources, options and settings."""
    return digest_of([stamp(options.model), code(), repr(replace(options, jobs=1, cache=True)), repr(settings)])


def named(parcel: bytes, terms: str) -> str:
    """The name of what is told of a parcel on the terms that `said` gives."""
    return hashlib.sha256(terms.encode() + parcel).hexdigest()
