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
_RULE = r"FC(?:\w+|(?!\W?\d))(?!\w)"
_SAYS = re.compile(
    rf"ignore(?![\w-])\s*:?\s*(?P<rules>{_RULE}(?:\s*,\s*{_RULE})*)?\s*:?\s*(?P<note>.*)", re.DOTALL | re.IGNORECASE
)
_ALMOST = re.compile(r"\W*[^\W\d_]{1,4}\d|.*\bFC\W?\d", re.DOTALL | re.IGNORECASE)
"""A note that may hold a rule written otherwise ("F101", "FC 101", "rule FC101"): taken for a note it would silence all
rules. What this gets wrong is a reason that begins with a name such as "A380": it has to be put otherwise.
"""
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_KEY = 40
"""Characters by which the words after a comment are found again, white space not counted."""
HINT = "write <!-- factcheck: ignore FC101 reason -->"
"""The form of a comment, for who got it wrong."""
Said = tuple[tuple[str, ...], str]
"""Rules, and the reason to set their findings aside."""


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
    said = (said_in(f"ignore {each}") for each in words)
    return tuple(Ignore(*found, whole, "the manifest") for found in said if found)


def said_in(words: str) -> Said | None:
    """What "ignore FC101 reason" says; None where it cannot be understood. No rules are all rules.

    Whether there are such rules is not known here: who heeds them tells of others.
    """
    found = _SAYS.fullmatch(words)
    if found is None or (not found["rules"] and _ALMOST.match(found["note"])):
        return None
    rules = tuple(rule.strip().upper() for rule in (found["rules"] or "").split(",") if rule.strip())
    return rules, " ".join(found["note"].split())


def _read(text: str, where: Callable[[re.Match[str]], Span | None]) -> tuple[tuple[Ignore, ...], tuple[str, ...]]:
    ignores, remarks = [], []
    starts = [line.start for line in lines(text)] if "factcheck" in text else []
    for found in _COMMENT.finditer(text):
        number = bisect_right(starts, found.start())
        said = said_in(found["says"])
        if said is None:
            remarks.append(f"the comment for factcheck in line {number} is not understood; {HINT}")
        else:
            ignores.append(Ignore(*said, where(found), f"line {number}"))
    return tuple(ignores), tuple(remarks)


def _here(at: int, spans: Iterable[Span]) -> Span | None:
    """The paragraph in which something stands, or else the next one."""
    return next((span for span in sorted(spans) if span.end > at), None)
