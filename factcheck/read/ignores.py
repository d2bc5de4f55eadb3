"""Comments in articles by which an editor sets findings aside: `<!-- factcheck: ignore FC101 asked the court -->`.

After vale's comments in prose and ruff's `noqa` with a reason. A comment speaks of the paragraph it stands in, or of
the next one where it stands between two. On a web page that is the paragraph in which the words after it are found
again; what this gets wrong is a comment above words that the article repeats further up.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from claims.blocks import lines
from claims.model import Block, Span
from factcheck.model import Ignore

_COMMENT = re.compile(r"<!--\s*+factcheck\s*+:\s*+(?P<says>.{0,2000}?)-->", re.DOTALL | re.IGNORECASE)
_SAYS = re.compile(
    r"ignore(?![\w-])\s*(?P<rules>FC\d{1,3}(?:\s*,\s*FC\d{1,3})*(?!\w))?\s*:?\s*(?P<note>.*)", re.DOTALL | re.IGNORECASE
)
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_KEY = 40
"""Characters by which the words after a comment are found again, white space not counted."""
HINT = "write <!-- factcheck: ignore FC101 reason -->"
"""The form of a comment, for who got it wrong."""


def of_text(text: str, blocks: Iterable[Block]) -> tuple[tuple[Ignore, ...], tuple[str, ...]]:
    """The comments of a text that is the file's own, and remarks on those that are not understood."""
    spans = [block.span for block in blocks]
    return _read(text, lambda found: _here(found.start(), spans))


def of_page(source: str, text: str, blocks: Iterable[Block]) -> tuple[tuple[Ignore, ...], tuple[str, ...]]:
    """The comments in the source of a web page, with the paragraphs of the extracted `text` that they speak of."""
    spans = [block.span for block in blocks]
    if not _COMMENT.search(source):
        return (), ()
    offsets = [at for at, char in enumerate(text) if not char.isspace()]
    packed = "".join(text[at] for at in offsets)

    def where(found: re.Match[str]) -> Span | None:
        after = html.unescape(_TAGS.sub(" ", source[found.end() : found.end() + 50 * _KEY]))
        key = "".join(after.split())[:_KEY]
        at = packed.find(key) if key else -1
        return _here(offsets[at], spans) if at >= 0 else None

    return _read(source, where)


def of_words(words: Iterable[str], text: str) -> tuple[Ignore, ...]:
    """What a manifest says of a whole article: "FC101 reason"."""
    whole = Span(0, len(text))
    said = [_SAYS.fullmatch(f"ignore {each.strip()}") for each in words]
    return tuple(Ignore(_rules(found), found["note"], whole, "the manifest") for found in said if found)


def _read(text: str, where: Callable[[re.Match[str]], Span | None]) -> tuple[tuple[Ignore, ...], tuple[str, ...]]:
    ignores, remarks = [], []
    starts = [line.start for line in lines(text)] if "factcheck" in text else []
    for found in _COMMENT.finditer(text):
        number = bisect_right(starts, found.start())
        said = _SAYS.fullmatch(found["says"])
        if said is None:
            remarks.append(f"the comment for factcheck in line {number} is not understood; {HINT}")
        else:
            note = " ".join(said["note"].split())
            ignores.append(Ignore(_rules(said), note, where(found), f"line {number}"))
    return tuple(ignores), tuple(remarks)


def _rules(said: re.Match[str]) -> tuple[str, ...]:
    return tuple(rule.strip().upper() for rule in (said["rules"] or "").split(",") if rule.strip())


def _here(at: int, spans: Iterable[Span]) -> Span | None:
    """The paragraph in which something stands, or else the next one."""
    return next((span for span in sorted(spans) if span.end > at), None)
