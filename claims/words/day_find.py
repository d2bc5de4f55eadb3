"""Every time expression of a text: found by the rules, completed by what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.model import Published, Timex
from claims.when import LengthExpr, When
from claims.words import clock, day_relative, day_rules, day_stretches, duration, duration_parts
from claims.words.day_context import Context
from claims.words.day_grammar import Draft, Rule, drafts
from claims.words.day_timex import timex
from claims.words.day_tokens import PARTS, Tokens, tokens

RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *day_relative.RULES,
    *day_rules.RULES,
    *day_stretches.RULES,
    *duration_parts.RULES,
    *duration.RULES,
)
"""Every rule; at equal place and length the earlier one wins."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression with everything its text tells of it."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character: the extent that TIMEX3 marks."""
    wide: int
    """Offset after the words that still belong to the reading ("later" in "two days later")."""
    when: When
    """What it says, hung on what the text told before."""
    length: LengthExpr | None
    """For a date told as a distance, the distance."""
    timex: Timex
    """The same in TIMEX3 terms."""
    relation: str
    """The preposition before it: "since", "until", "by", "in" ... or ""."""


@lru_cache(maxsize=8)
def time_expressions(
    text: str,
    sentences: tuple[tuple[int, int], ...],
    published: Published | None,
    day_first: bool | None,
    earlier: tuple[When, ...] = (),
) -> tuple[Found, ...]:
    """The time expressions of `text` in text order, none overlapping another.

    `sentences` are start and end of each sentence, `published` the document creation time, `day_first` the order of
    numeric dates where the article tells it, `earlier` what the text before spoke of. Cached for the last texts,
    because three kinds read the same ones.
    """
    read = tokens(text)
    context = Context(read, sentences, day_first, earlier)
    found = []
    for draft, when in context.complete(drafts(read, RULES)):
        start, end = read.starts[draft.first], read.ends[draft.stop - 1]
        wide = read.ends[draft.stop + draft.wide - 1]
        mark = timex(draft.length or when, published)
        found.append(Found(start, end, wide, when, draft.length, mark, _relation(read, draft)))
    return tuple(found)


_PLAIN = {PARTS[part]: part for part in ("in", "on", "at", "before", "after", "to")}


def _relation(read: Tokens, draft: Draft) -> str:
    """The preposition of a date; none of one that modifies a noun ("after the 1986 strike", "Monday's vote")."""
    at = draft.first - 1
    while at >= 0 and read.parts[at] in _SKIPPED:
        at -= 1
    modifies = PARTS["the"] in read.parts[at + 1 : draft.first] or read.text.startswith(
        "'s ", read.ends[draft.stop - 1]
    )
    if at < 0 or modifies:
        return ""
    if read.parts[at] == PARTS["of"] and at and read.words(at - 1, at).lower() == "as":
        return "as of"
    if read.parts[at] == PARTS["to"] and at and read.words(at - 1, at).lower() == "prior":
        return "before"
    if read.parts[at] == PARTS["than"] and read.text[: read.ends[at]].lower().endswith(
        ("no later than", "not later than")
    ):
        return "by"
    if read.parts[at] == PARTS["bound"]:
        value = read.values[at]
        return "" if not isinstance(value, str) or value == "as" else value
    return _PLAIN.get(read.parts[at], "")


_SKIPPED = frozenset(PARTS[part] for part in ("approx", "nearly", "the"))
