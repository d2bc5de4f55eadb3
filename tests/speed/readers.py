"""The readers that are compared: each finds what it can in a text and says how much that is."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

PEERS = "FACTCHECK_BENCH_PACKAGES"
"""The environment variable that may name another environment's folder of packages, to find quantulum3 in."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that reads one text."""

    name: str
    """Its package and how it is called."""
    read: Callable[[str], int]
    """Reads a text and says how many expressions it found."""
    goal: float | None = None
    """How many times as fast the reading stage is meant to be; None for the reading stage itself."""


def readers() -> Iterator[Reader]:
    """The reading stage first, then the peers that are installed here."""
    from claims.extract import read

    yield Reader("reading stage", lambda text: len(read(text)))
    yield Reader("dateparser search_dates", _search_dates({}), 10)
    yield Reader("dateparser search_dates, languages=['en']", _search_dates({"languages": ["en"]}), 10)
    parse = _quantulum3()
    if parse is not None:
        yield Reader("quantulum3", lambda text: len(parse(text)), 30)


def _search_dates(settings: dict[str, Any]) -> Callable[[str], int]:
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, **settings) or ())


def _quantulum3() -> Callable[[str], Any] | None:
    """Its parser, or None where it is not installed. The folder of packages comes last, so that it replaces nothing."""
    folder = os.environ.get(PEERS)
    if folder and folder not in sys.path:
        sys.path.append(folder)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from quantulum3 import parser
    except ImportError:
        return None
    parse: Callable[[str], Any] = parser.parse
    return parse
