"""A block of text as the readers see it, and the way back to the original.

Readers and parser work on a *view*: one line, single spaces, plain quotes and digits, no invisible characters.
The original is never rewritten; every character of a view knows the offset it came from, so line ends, soft hyphens,
thin spaces and ligatures change nothing in what is read and nothing in where it is said to stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Markup, Span

_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\ufe63": "-", "\uff0d": "-",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u2044": "/", "\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\uff04": "$", "\uffe1": "£", "\uffe5": "¥",
    "\u066b": ".", "\u066c": ",",
}  # fmt: skip
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufeff"
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
).union(*(map(chr, range(first, last + 1)) for first, last in ((0xFE00, 0xFE0F), (0xE0000, 0xE01EF))))
"""Characters that no view holds: soft hyphens, spaces without width, marks of direction, variants' selectors, tags."""
_POINT = re.compile(r"(?<![\d·.,])(\d{1,3})·(?=\d{1,2}(?![\d·])(?! min\b))")
"""A decimal point in the middle of the line, as The Lancet and old British print have it.

"March 3·5 min read" is passed over; "March 3·5 comments" is misread as 3.5.
"""
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""A command to a terminal (ECMA-48, control and operating system sequences), whose digits are no figures."""
_ASCII_RUN = re.compile(r"[!-_a-~]+")
_EVEN = re.compile(
    r"(?:[!-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201f\u2026\u2030\u2032\u2033\u20a0-\u20bf]++ ?+)++(?<! )"
)
"""Words with single spaces between them, every character of which stands for one."""
_ONE_FOR_ONE = str.maketrans({char: plain for char, plain in _PLAIN.items() if len(plain) == 1})
_BROKEN_NUMBER = re.compile(
    r"(?:\d|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|one|two|three|four|five|six|seven|eight|nine|ten)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class View:
    """One block of an article, made plain, with a map back."""

    text: str
    """The plain text: single spaces, no line ends, ASCII quotes and digits."""
    starts: Sequence[int]
    """For each character of `text` the offset in the original it came from; ascending."""

    def original(self, start: int, end: int) -> Span:
        """The span of the original that characters `start`..`end` of the view came from."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else 0
            return Span(at, at)
        return Span(self.starts[start], self.starts[end - 1] + 1)

    def inside(self, span: Span) -> tuple[int, int]:
        """The stretch of the view that an original span became (empty where it lies outside)."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def view_of(text: str, block: Span | None = None, markup: tuple[Markup, ...] = ()) -> View:
    """The plain view of `block` of `text` (the whole text by default), its `markup` passed over."""
    span = block if block is not None else Span(0, len(text))
    if not markup and _EVEN.fullmatch(text, span.start, span.end):
        return View(_pointed(span.of(text).translate(_ONE_FOR_ONE)), range(span.start, span.end))
    passed = {mark.span.start: mark for mark in markup}
    stops = [*passed, span.end]
    made = _Plain()
    at = span.start
    while at < span.end:
        char = text[at]
        if at in passed:
            made.add(passed[at].reads, at)
            at = passed[at].span.end
        elif char in "\x1b\x9b" and (command := _ESCAPE.match(text, at, span.end)):
            at = command.end()
        elif char.isspace():
            stop, broken = _gap(text, at, span.end)
            if broken and _is_hyphenated(made.chars, text[stop : stop + 1]):
                if not _BROKEN_NUMBER.search("".join(made.chars[-9:-1])):
                    made.drop()
            elif stop < span.end:
                made.add(" ", at)
            at = stop
        elif run := _ASCII_RUN.match(text, at, stops[bisect_left(stops, at)]):
            made.chars.extend(run.group())
            made.starts.extend(range(at, run.end()))
            at = run.end()
        else:
            made.add(char, at)
            at += 1
    while made.chars[-1:] == [" "]:
        made.drop()
    return View(_pointed("".join(made.chars)), tuple(made.starts))


def _pointed(text: str) -> str:
    """`text` with decimal points where they stand in the middle of the line; its length stays."""
    return _POINT.sub(r"\1.", text) if "·" in text else text


class _Plain:
    """The characters of a view in the making, each with the offset it came from."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.starts: list[int] = []

    def add(self, words: str, at: int) -> None:
        for char in words:
            if char.isspace():
                if self.chars and self.chars[-1] != " ":
                    self.chars.append(" ")
                    self.starts.append(at)
            elif char not in INVISIBLE and not self._is_drawn_on_a_digit(char):
                made = plain(char)
                self.chars.extend(made)
                self.starts.extend([at] * len(made))

    def _is_drawn_on_a_digit(self, char: str) -> bool:
        """Whether `char` is a stroke, ring or frame around the digit before it."""
        return bool(self.chars) and self.chars[-1].isdigit() and unicodedata.category(char) in ("Mn", "Me")

    def drop(self) -> None:
        del self.chars[-1], self.starts[-1]


def _gap(text: str, at: int, end: int) -> tuple[int, bool]:
    """Where the white space at `at` ends, and whether a line ends in it."""
    stop = at
    while stop < end and (text[stop].isspace() or text[stop] in INVISIBLE):
        stop += 1
    return stop, any(char in "\r\n" for char in text[at:stop])


def _is_hyphenated(before: list[str], after: str) -> bool:
    """Whether a hyphen at the line end broke a word in two.

    The hyphen itself stays only in numbers ("twenty-" / "four"); "long-" / "est" becomes "longest". A compound broken
    at its own hyphen ("truck-" / "driving") loses it: the case this gets wrong.
    """
    return len(before) > 1 and before[-1] == "-" and before[-2].isalnum() and after.isalnum() and not after.isupper()


def plain(char: str) -> str:
    """The characters that a view has for `char`; white space and invisible characters are not asked for."""
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if "\ud800" <= char <= "\udfff":  # half a character, as "\ud800" in JSON gives it: nothing can encode it
        return "\N{REPLACEMENT CHARACTER}"
    return char
