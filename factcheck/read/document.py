"""What a format is, and what it makes of a file: the interface of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from claims.model import Block, Published


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file, a manifest or an option says about an article; "" and None where it says nothing."""

    title: str = ""
    """Headline."""
    source: str = ""
    """Who speaks: the publisher."""
    url: str = ""
    """Canonical address."""
    author: str = ""
    """Byline."""
    published: Published | None = None
    """Date of publication."""

    def over(self, other: Facts) -> Facts:
        """These facts, with those of `other` where nothing is said here."""
        return Facts(
            self.title or other.title,
            self.source or other.source,
            self.url or other.url,
            self.author or other.author,
            self.published or other.published,
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One article as a format found it."""

    text: str
    """Decoded or extracted text; every offset counts its code points."""
    blocks: tuple[Block, ...]
    """The prose in it, in order."""
    facts: Facts = field(default_factory=Facts)
    """What the file says about the article."""
    item: str = ""
    """Which article of the file, for formats that hold several."""
    remarks: tuple[str, ...] = ()
    """What was found but not understood, one sentence each."""


Reader: TypeAlias = Callable[[bytes], Iterable[Document]]
"""The articles in a file's bytes; raises `factcheck.errors.UnreadableError` with cause and remedy."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in."""

    name: str
    """Its name for the reader ("Markdown")."""
    suffixes: tuple[str, ...]
    """Ends of file names, in lower case with their dot."""
    read: Reader
    """From bytes to articles."""
