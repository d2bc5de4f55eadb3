"""What is no word inside a Markdown block: emphasis marks, link targets, tags, character references.

After the inline rules of CommonMark 0.31 and GitHub's strikethrough, simplified: emphasis marks are told by what stands
beside them and need no partner. The case this gets wrong is an asterisk that clings to a word as itself ("5* hotel").
Struck-out words are left out whole: their author took them back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from claims.model import Markup, Span
from factcheck.read.elements import RAISED

# Bounded repeats and possessive runs keep the search linear in the length of a block.
_TOKEN = re.compile(
    r"""
    (?P<code>(?<!`)(?P<ticks>`{1,9})(?!`).{0,2000}?(?<!`)(?P=ticks)(?!`))
  | (?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=[\r\n])))
  | (?P<gone>https?://[^\s<>()\[\]]{0,2000}[^\s<>()\[\].,;:!?'"*_]
      | <(?:https?|mailto|ftp):[^\s<>]*>
      | <[\w.+-]{1,64}@[\w.-]{1,255}>
      | ~~(?=\S).{0,2000}?(?<=\S)~~
      | \[\^[^\]\s]{1,40}\]
      | !\[[^\]]{0,1000}\]\([^()\s]{0,2000}(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)
      | \{%.{0,500}?%\}
      | \{\{.{0,500}?\}\})
  | (?P<tag></?(?P<name>[A-Za-z][\w-]{0,20})(?:\s[^<>]*)?/?>)
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<target>\](?:\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)
      | \[[^\]\[]{0,500}\]))
  | (?P<open>\[)
  | (?P<close>\])
  | (?P<mark>(?<!\*)\*++(?=\S)|(?<![\s*])\*++|(?<!\w)_++(?=\S)|(?<![\s_])_++(?!\w))
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGN = re.compile(r"[`\\<~\[\]{&*_]|://")
"""What every token has in it, most of them at its beginning: prose without any has no markup."""
_FLOWING = frozenset(
    {
        "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
        "strong", "sub", "sup", "time", "u",
    }
)  # fmt: skip
"""HTML elements that end no word; any other tag stands between two words."""


def markup(text: str, span: Span, hidden: Sequence[Span] = ()) -> tuple[Markup, ...]:
    """What is passed over in `span` of `text`, in text order and without overlap.

    `hidden` are stretches that no reader sees, such as comments; those that touch `span` are passed over too.
    """
    if not hidden and not _SIGN.search(text, span.start, span.end):
        return ()
    inside = [Span(max(span.start, each.start), min(span.end, each.end)) for each in hidden if each.overlaps(span)]
    marks = [Markup(each) for each in inside]
    starts = [span.start, *(each.end for each in inside)]
    ends = [*(each.start for each in inside), span.end]
    brackets: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        for found in _TOKEN.finditer(text, start, end):
            marks.extend(_marks(found, brackets))
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _marks(found: re.Match[str], brackets: list[int]) -> Iterator[Markup]:
    start, end = found.span()
    match found.lastgroup:
        case "open":
            brackets.append(start)
        case "close":
            del brackets[-1:]
        case "target":
            if brackets:
                opened = brackets.pop()
                yield Markup(Span(opened, opened + 1))
                yield Markup(Span(start, end))
        case "code":
            ticks = len(found["ticks"])
            yield Markup(Span(start, start + ticks))
            yield Markup(Span(end - ticks, end))
        case "tag":
            name = found["name"].lower()
            power = name == "sup" and found.string[start - 1 : start].isdigit() and RAISED.match(found.string, end)
            yield Markup(Span(start, end), "^" if power else "" if name in _FLOWING else " ")
        case "entity":
            reads = html.unescape(found.group())
            if reads != found.group():
                yield Markup(Span(start, end), reads)
        case "escape":
            yield Markup(Span(start, start + 1))
        case _:
            yield Markup(Span(start, end))
