"""What a format is, and what it makes of a file: the interface of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import BinaryIO, TypeAlias

from claims.model import Block, Published
from factcheck.model import Ignore, Locator
from factcheck.read.terms import Terms

_FIELDS = ("title", "source", "url", "author", "published", "modified", "ignore")


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
    modified: Published | None = None
    """Date of the latest change."""
    origins: tuple[tuple[str, str], ...] = ()
    """Where the title, source, url and author are known from, as field and origin ("title", "json-ld")."""

    ignore: tuple[str, ...] = ()
    """What is to be set aside in it: rules with reasons, as a manifest says it."""

    def over(self, other: Facts) -> Facts:
        """These facts, with those of `other` where nothing is said here, and what both would set aside."""
        here = dict(self.origins)
        there = {name: origin for name, origin in other.origins if not getattr(self, name)}
        said = {name: getattr(self, name) or getattr(other, name) for name in _FIELDS}
        said["ignore"] = tuple(dict.fromkeys((*self.ignore, *other.ignore)))
        return Facts(**said, origins=tuple(sorted({**there, **here}.items())))

    def known_from(self, origin: str) -> Facts:
        """The same facts, each said to be known from `origin`; dates name their own."""
        said = [name for name in _FIELDS[:4] if getattr(self, name)]
        return replace(self, origins=tuple((name, origin) for name in sorted(said)))


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
    locators: tuple[Locator, ...] = ()
    """Where the stretches of an extracted text stand in the file; empty where the text is the file's own."""
    ignores: tuple[Ignore, ...] = ()
    """What comments in the file set aside."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One article of a file that holds several, which cannot be read."""

    item: str
    """Which article of the file."""
    reason: str
    """Cause and remedy."""


Reader: TypeAlias = Callable[[BinaryIO, Terms], Iterable[Document | Refused]]
"""The articles in an open file, read from its beginning on the terms of the user.

`factcheck.read.limits.whole` gives its bytes.

Raises `factcheck.errors.UnreadableError` with cause and remedy.
"""


def _anything(_head: bytes) -> bool:
    """Content is not looked at: the name alone tells."""
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in."""

    name: str
    """Its name for the reader ("Markdown")."""
    suffixes: tuple[str, ...]
    """Ends of file names, in lower case with their dot."""
    read: Reader
    """From an open file to articles."""
    keeps: str
    """What of a file is kept, and what is left out, in a few words for the table of formats."""
    fits: Callable[[bytes], bool] = _anything
    """Whether a file that begins with these bytes (2,000 at most) can be of this format.

    It decides between formats that share an end of a name, and for standard input and files without one.
    """
