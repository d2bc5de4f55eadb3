"""Where the words of a sentence begin and end, as the treebanks cut them.

The rules are those of the Penn Treebank (Marcus et al. 1993) with the changes of the English Web Treebank (Bies et al.
2012): hyphens are words of their own, and so are currency signs and units behind a number. Tables are in `tokens.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from claims.sentences import is_abbreviation
from claims.view import INVISIBLE, plain

_TABLE = tomllib.loads(files("claims.parse").joinpath("tokens.toml").read_text("utf-8"))
_INSIDE: dict[str, list[int]] = _TABLE["inside"]
_PREFIXES = "|".join(_TABLE["parts"]["prefixes"])
_UNITS = "|".join(map(re.escape, _TABLE["parts"]["units"]))
_CURRENCIES = "|".join(map(re.escape, _TABLE["parts"]["currencies"]))

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|#[A-Za-z]\w+", re.IGNORECASE)
_SMILEY = re.compile(r"[:;=8][-^o']?[)(\]\[DPp|/*]+|\^_+\^|<3+")
_BEFORE = re.compile(
    rf"``|''|\.{{2,}}|…|-{{2,}}|<{{2,}}|[—–]+|{_CURRENCIES}|[\"“”‘’(\[{{<«»$€£¥₹¢#*~=+|¿¡•]"
    r"|'(?!\d0?s?\b|\d\ds?\b|(?:em|til|n|cause)\b)|-(?=\D)"
)
_AFTER = re.compile(r"(?:''|\.{2,}|…|-{2,}|>{2,}|[!?]{2,}|[—–]+|[\"“”‘’)\]}>«»,;:!?%°*~=+|•$€£¥'-]|(?<!\.)\.)$")
_CONTRACTION = re.compile(r"(?<=[^\W\d_])(?:n't|'(?:s|re|ve|ll|d|m))$|(?<=[\d.])'s$", re.IGNORECASE)
_INFIX = re.compile(
    r"-{2,}|\.{2,}|…|[—–]|(?<=[^\W\d_]),(?=[^\W\d_])|(?<=\d),(?!\d{3}(?!\d))|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"
    r"|(?<=[\w.])-(?=\w)|(?<=[^\W\d_]):(?=[^\W\d_])|(?<=[^\W\d_]{2})[?!(\[](?=[^\W\d_])|(?<=\w)\"(?=\w)"
)
_WHOLE = re.compile(
    rf"(?:\d-)?(?:\d{{3}}-)?\d{{3}}-\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{5}}-\d{{4}}|(?:{_PREFIXES})-[^\W\d_]+", re.IGNORECASE
)
_LAST = re.compile(r"[-/(\"']")
_UNIT = re.compile(rf"(?<=\d)(?:{_UNITS})$")


def tokens(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each word of `sentence`, in order; white space is in none."""
    found: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(sentence):
        start = chunk.start()
        before_number = sentence[chunk.end() + 1 : chunk.end() + 2].isdigit()
        found.extend((start + a, start + b) for a, b in _cut(chunk.group(), before_number))
    return found


def same_length(text: str) -> str:
    """`text` with plain quotation marks, dashes and digits, each character still at its place."""
    if text.isascii() and "`" not in text:
        return text
    return "".join(made if len(made := plain(char)) == 1 else char for char in text)


def shown(word: str) -> str:
    """`word` as a view has it, which is what the network was taught on, or as it is where a view has nothing."""
    if word.isascii() and "`" not in word:
        return word
    return "".join(plain(char) for char in word if char not in INVISIBLE) or word


@lru_cache(maxsize=1 << 15)
def _cut(chunk: str, before_number: bool) -> tuple[tuple[int, int], ...]:
    """The words of `chunk`, a run without space."""
    if (chunk.isalpha() and chunk.lower() not in _INSIDE) or _SMILEY.fullmatch(chunk):
        return ((0, len(chunk)),)
    start, end = 0, len(chunk)
    before: list[tuple[int, int]] = []
    after: list[tuple[int, int]] = []
    while start < end and not _ADDRESS.match(chunk, start, end):
        mark = _BEFORE.match(chunk, start, end)
        if mark is None or mark.end() == start:
            break
        before.append((start, mark.end()))
        start = mark.end()
    while start < end:
        mark = _AFTER.search(chunk, max(start, end - 8), end)
        if mark is None:
            break
        word = _LAST.split(chunk[start : end - 1])[-1]
        if mark.group() == "." and is_abbreviation(word, before_number=before_number):
            break
        after.append((mark.start(), end))
        end = mark.start()
    middle = _middle(chunk[start:end]) if start < end else ()
    return (*before, *((start + a, start + b) for a, b in middle), *reversed(after))


def _middle(word: str) -> tuple[tuple[int, int], ...]:
    """The words of `word`, which no mark surrounds."""
    cuts = _INSIDE.get(word.lower())
    if cuts:
        places = [0, *cuts, len(word)]
        return tuple(pairwise(places))
    if _ADDRESS.fullmatch(word) or _WHOLE.fullmatch(word):
        return ((0, len(word)),)
    contraction = _CONTRACTION.search(word)
    if contraction and contraction.start():
        at = contraction.start()
        return (*_middle(word[:at]), (at, len(word)))
    places = [0]
    for mark in _INFIX.finditer(word):
        if places[-1] < mark.start():
            places.append(mark.start())
        places.append(mark.end())
    places.append(len(word))
    pieces = [(a, b) for a, b in pairwise(places) if a < b]
    return tuple(piece for a, b in pieces for piece in _without_unit(word, a, b))


def _without_unit(word: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    unit = _UNIT.search(word, start, end)
    return ((start, unit.start()), (unit.start(), end)) if unit and unit.start() > start else ((start, end),)
