"""Which language an article is in: whether its small words are those of English.

Function words make up two words in five of English prose and hardly any of another language's, so that a count of
them tells languages apart within a few dozen words (Ingle 1976, "A language identification table"). Nothing is said of
short texts. The case this gets wrong: a page half in English passes.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from claims.model import Block

ENGLISH = "English"
_SAMPLE = 40
"""Blocks by which the language of an article is told."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 600
"""Words by which a language is told."""
_LEAST = 25
"""Words below which no language is told."""
_LITTLE = 0.08
"""Share of English small words below which a text is held not to be English."""
_SOME = 0.08
"""Share of another language's small words from which on it is named."""
_NOT_LATIN = 0.4
"""Share of letters of other scripts from which on a text is held not to be English."""


def foreign(text: str, blocks: Sequence[Block]) -> str:
    """Why an article is not for us, being in another language than English, or ""."""
    spoken = language(" ".join(block.span.of(text) for block in blocks[:_SAMPLE]))
    return "" if spoken in ("", ENGLISH) else f"it is in {spoken}; only English is read"


def language(text: str) -> str:
    """The language of `text` by name, "another language" where none of the table fits, "" where nothing can be told."""
    words = [found.group().lower() for _, found in zip(range(_MOST), _WORD.finditer(text), strict=False)]
    letters = "".join(words)
    if not letters.isascii() and sum(not _is_latin(letter) for letter in letters) > _NOT_LATIN * len(letters):
        return "another language"
    if len(words) < _LEAST:
        return ""
    counts = Counter(words)
    seen = counts.keys()
    shares = {name: sum(counts[word] for word in seen & small) / len(words) for name, small in _table().items()}
    others = {name: share for name, share in shares.items() if name != ENGLISH}
    likeliest = max(others, key=others.__getitem__)
    if shares[ENGLISH] >= max(_LITTLE, others[likeliest] / 2):
        return ENGLISH
    return likeliest if others[likeliest] >= _SOME else "" if shares[ENGLISH] else "another language"


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or "\ufb00" <= letter < "\ufb07"


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("factcheck.read").joinpath("language.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}
