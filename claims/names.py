"""Where an article names somebody or something: runs of capitalised words, without titles, openers and days.

The bias: a common noun in title case inside a headline is taken for a name; a name that is also a common word and
stands only at the start of a sentence is not found, unless a given name stands before it elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.sentences import sentences
from claims.view import View
from claims.words.cues import cues
from claims.words.place import is_place
from claims.words.title import (
    is_function_word,
    is_given_name,
    is_organisation_word,
    is_person_noun,
    is_title,
    leading_title,
)

_WORD = r"(?:[A-ZÀ-ÖØ-Þ]\.(?:-?[A-Z]\.)*|[A-ZÀ-ÖØ-Þ][\w'&]*(?:-[\w']+)*\.?)"
_LINK = r"(?:of|the|de|da|do|dos|di|del|della|du|van|von|der|den|bin|al|el|la|le|ibn|for|and|&)"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:[ ](?:{_LINK}[ ]){{0,2}}{_WORD})*")
_ROAD = re.compile(
    r"\b(?:Interstate|I|Highway|Hwy\.?|Route|U\.?S\.?(?: Route| Highway)?|State Route|SR)[ -](\d{1,3})\b"
)
_FULL = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][\w-]+))")
_JOINT = re.compile(r" (?:and|&|for) (?:the )?")
_OWNER = re.compile(r"'s? ")
_KEEPS_STOP = re.compile(r"(?:^| )(?:[A-Z]|Jr|Sr|Inc|Corp|Co|Ltd|St)\.$")
_CALENDAR = cues("calendar")
_SHOUTING = 0.6
_FREQUENT = "etaoinshrdlu"
_OPENS_NICK = re.compile(r" [\"'(] ?")
_CLOSES_NICK = re.compile(r" ?[\"')] ")


@dataclass(frozen=True, slots=True)
class Run:
    """One place where something is named."""

    block: int
    """Number of the block."""
    start: int
    """Offset in the block's view."""
    end: int
    """Offset after it in the block's view."""
    words: str
    """As written, title and possessive left out."""
    title: str = ""
    """The title before it, as written ("Gov.", "Mr."), or ""."""


@dataclass(frozen=True, slots=True)
class _Usage:
    """How the article uses its words, to tell names from openers."""

    lower: Counter[str]
    """How often each word stands in lower case."""
    capital: Counter[str]
    """How often each word (lower-cased here) stands with a capital inside a sentence."""
    families: set[str]
    """Words (lower-cased here) that stand with a capital behind a given name."""


def runs(views: Sequence[View]) -> list[Run]:
    """The names of all blocks, in text order."""
    usage = _Usage(Counter(), Counter(), set())
    for view in views:
        usage.lower.update(re.findall(r"(?<![\w.])[a-z][\w'-]+", view.text))
        usage.capital.update(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", view.text))
        usage.families.update(word.lower() for given, word in _FULL.findall(view.text) if is_given_name(given.lower()))
    return [run for number, view in enumerate(views) for run in _block(number, view.text, usage)]


def is_shouting(text: str) -> bool:
    """Whether a block is set in capitals, so that capitals say nothing."""
    if sum(map(text.count, _FREQUENT)) >= (1 - _SHOUTING) * len(text):  # small letters enough, without a look at each
        return False
    letters = [char for char in text if char.isalpha()]
    return sum(char.isupper() for char in letters) > _SHOUTING * max(1, len(letters))


def _block(number: int, text: str, usage: _Usage) -> Iterator[Run]:
    """The runs of a block; those about a nickname are one: Carl "Chuck" Dorn is Carl Chuck Dorn."""
    held: list[Run] = []
    for run in _found(number, text, usage):
        between = text[held[-1].end : run.start] if held else ""
        if len(held) == 1 and _OPENS_NICK.fullmatch(between) and _CLOSES_NICK.match(text, run.end):
            held.append(run)
        elif len(held) == 2 and _CLOSES_NICK.fullmatch(between):
            yield replace(held[0], end=run.end, words=" ".join(part.words for part in (*held, run)))
            held = []
        else:
            yield from held
            held = [run]
    yield from held


def _found(number: int, text: str, usage: _Usage) -> Iterator[Run]:
    if is_shouting(text):
        return
    roads = list(_ROAD.finditer(text))
    for road in roads:
        yield Run(number, road.start(), road.end(), f"Road {road.group(1)}")
    for left, right in _capitalised(text):
        start, title = _after_openers(text, left, right, usage)
        end = _before_closers(text, start, right)
        words = text[start:end]
        named = start < end and (bool(title) or _is_name(words, text, start, usage))
        if named and not any(start < stop and begin < end for begin, stop in map(re.Match.span, roads)):
            yield Run(number, start, end, words, title)


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of capitalised words, which never goes on into the next sentence."""
    for first, last in sentences(text):
        for found in _RUN.finditer(text, first, last):
            yield from _pieces(text, found.start(), found.end())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at "and" between two names and after a possessive ("King's Office" is King and an office)."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        left, right = text[at : joint.start()].split(" "), text[joint.end() : end].split(" ")
        if is_given_name(left[0].lower()) or not is_organisation_word(right[-1].lower().strip(".")):
            yield from _owners(text, at, joint.start())
            at = joint.end()
    yield from _owners(text, at, end)


def _owners(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for owner in _OWNER.finditer(text, start, end):
        if _is_guild(text[start : owner.end()], text[owner.end() : end]):
            continue
        yield start, owner.start()
        start = owner.end()
    yield start, end


def _is_guild(owner: str, owned: str) -> bool:
    """Whether many own an institution, so that both are one name: "Magistrates' Court", "Students' Union"."""
    many = owner.rstrip().endswith("s'")
    return many and is_organisation_word(owned.split(" ")[0].lower().strip(".,"))


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    if before.endswith('"'):
        return before.count('"') % 2 == 1
    return before[-1:] in ("", ".", "!", "?", ":")


def _after_openers(text: str, start: int, end: int, usage: _Usage) -> tuple[int, str]:
    """Where the name begins behind openers ("On", "Meanwhile"), days and titles, and the title passed over."""
    title = ""
    while start < end:
        words = text[start:end].split(" ")
        bare = words[0].lower().strip(".'")
        ranks = leading_title(words) if len(words) > 1 else 0
        if 0 < ranks < len(words):
            title = " ".join(words[:ranks])
            start += len(title) + 1
            continue
        common = _opens(text, start) and len(words) > 1 and usage.lower[bare] > 0 and not is_given_name(bare)
        if not (is_function_word(bare) or bare in _CALENDAR or common):
            break
        start = min(end, start + len(words[0]) + 1)
    return start, title


def _before_closers(text: str, start: int, end: int) -> int:
    """Where the name ends before days, small words, a full stop and the possessive."""
    while start < end:
        words = text[start:end]
        last = words.split(" ")[-1]
        bare = last.lower().strip(".'")
        if is_function_word(bare) or bare in _CALENDAR:
            end -= len(last) + (1 if len(last) < len(words) else 0)
        elif words.endswith(".") and not _KEEPS_STOP.search(words) and not is_place(words):
            end -= 1
        elif words.endswith("'s"):
            end -= 2
        elif words.endswith("'"):
            end -= 1
        else:
            break
    return end


def _is_name(words: str, text: str, start: int, usage: _Usage) -> bool:
    if not re.search(r"[A-Za-zÀ-ÿ]{2}", words):
        return False
    if " " in words:
        return True
    bare = words.lower()
    if is_function_word(bare) or is_title(bare):
        return False
    if _opens(text, start):
        if bare in usage.families and not usage.lower[bare]:
            return True
        known = is_place(words) or is_given_name(bare) or usage.capital[bare] > 0
        return known and not is_person_noun(bare)
    return usage.lower[bare] <= usage.capital[bare]
