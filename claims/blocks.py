"""Where one paragraph ends and the next begins, in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Block, BlockRole, Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDEST = 120
_BULLET = re.compile(r"\s*(?:[-*•‣▪–—]|\(?\d{1,2}[.)])\s+\S")
_BYLINE = re.compile(
    r"\s*(?:by|written by|von|story by)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,4}\s*(?:[,|].*)?$", re.IGNORECASE
)
_DATED = re.compile(
    r"\s*(?:(?:first |last )?(?:published|posted|updated|modified|page last updated)\b.{0,60}|"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? ?(?:\d{1,2},? )?\d{4}.{0,30})$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?:;…]['\"”’)\]]*\s*$")


def lines(text: str) -> Iterator[Span]:
    """The lines of `text` without their ends; a line ends at LF, CR LF or CR and at nothing else."""
    start = 0
    for end in _LINE_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of plain `text`, outer white space left out.

    A blank line always separates. A single line end separates too, unless the text is hard-wrapped there: the next
    word would not have fitted into the widest line (120 characters at most), or the next line begins in lower case.
    The first bias: a poem of long lines reads as one paragraph. The second: a list of lower-case items does.
    """
    found: list[Span] = []
    last: Span | None = None
    widest = _wrap_width(text)
    for line in lines(text):
        trimmed = _trimmed(text, line)
        if trimmed is None:
            last = None
        elif last is not None and _continues(text, last, trimmed, widest):
            found[-1] = found[-1].join(trimmed)
            last = trimmed
        else:
            found.append(trimmed)
            last = trimmed
    return tuple(Block(span, _role(span.of(text), number)) for number, span in enumerate(found))


def _trimmed(text: str, line: Span) -> Span | None:
    words = line.of(text)
    inner = words.strip()
    if not inner:
        return None
    start = line.start + len(words) - len(words.lstrip())
    return Span(start, start + len(inner))


def _wrap_width(text: str) -> int:
    """The width the text is wrapped at, or 0 where its longest line shows that it is not wrapped."""
    widest = max((len(line.of(text).strip()) for line in lines(text)), default=0)
    return widest if widest <= _WIDEST else 0


def _continues(text: str, last: Span, line: Span, widest: int) -> bool:
    before, after = last.of(text), line.of(text)
    if _BULLET.match(after):
        return False
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return True
    if after[:1].islower():
        return not _CLOSED.search(before)
    first = len(after.split(maxsplit=1)[0])
    return bool(widest) and len(before) + 1 + first > widest


def _role(words: str, number: int) -> BlockRole:
    if _BULLET.match(words):
        return BlockRole.LIST
    if len(words) < 90 and _DATED.match(words):
        return BlockRole.DATELINE
    if number < 4 and len(words) < 120 and _BYLINE.match(words):
        return BlockRole.BYLINE
    if not _CLOSED.search(words) and (number == 0 or words.isupper()) and len(words) < 160:
        return BlockRole.HEADLINE
    return BlockRole.BODY
