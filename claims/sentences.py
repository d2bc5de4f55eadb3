"""Where one sentence ends and the next begins, inside a one-line view.

Every run of full stops, question and exclamation marks is a candidate; the word before it and the word after it decide.
The method is that of Grefenstette & Tapanainen (1994), "What is a word, what is a sentence?": most full stops end a
sentence, and lists of abbreviations (`sentences.toml`) with the shape of the next word sort out the rest.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_TABLE = tomllib.loads(files("claims").joinpath("sentences.toml").read_text("utf-8"))
_TITLE, _NUMBERED, _DOUBTFUL, _EITHER, _PLACE, _UNIT, _SHOUTING = (
    frozenset(_TABLE["abbreviations"][name])
    for name in ("title", "numbered", "doubtful", "either", "place", "unit", "shouting")
)
_CLOCK, _STARTER, _SAID = (frozenset(_TABLE["next"][name]) for name in ("clock", "starter", "said"))

_CLOSER = r"(?:''|[\"')\]}»”’])"
_NOTES = r"(?: ?\[\d{1,3}\])*"
_CANDIDATE = re.compile(
    r"(?<![.!?…])(?<![.!?…] )(?P<marks>[.!?…]++(?: [.!?…]++)*+)"
    rf"(?P<close>{_CLOSER}*+(?: ''(?=\s|$))?{_NOTES})(?P<gap>\s+|$)"
    rf"|(?<=[a-z0-9][a-z0-9)])[.!?]{_CLOSER}?(?P<glued>)(?=[A-Z][a-z'])"
    r"|\s+(?P<bullet>(?=[•‣▪◦] ))"
)
_OPENERS = "\"'([{«“‘¡¿*#$€£¥ "
_WORD = re.compile(r"[^\W_]")
_LAST = re.compile(r"[^\s\"'(\[{“‘«/*—–]+$")
_NEXT = re.compile(r"[^\W\d_][\w'’-]*|\d[\d,.]*")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_SPEAKER = re.compile(r"(?:[A-Z][\w'’.-]*,? ){1,4}(\w+)")
_REACH = 24
_LONGEST = 3_000
"""Characters after which a sentence is cut at a space: one so long is a table or a list, and what is asked of the words
of a sentence costs the square of its length. A figure of two words may be torn there ("5 million")."""


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of `text`, a paragraph on one line; white space around them is left out.

    A line without end mark (a headline, a caption) is one sentence. Known misses: an abbreviation that ends a sentence
    before a name ("... joined Halden Inc. Marlow left"), and a sentence that begins in lower case.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end, following in _boundaries(text):
        _keep(found, text, start, end)
        start = following
    _keep(found, text, start, len(text))
    return tuple(found)


def _keep(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST and (cut := text.rfind(" ", start + 1, start + _LONGEST)) > 0:
        _trimmed(found, text, start, cut)
        start = cut
    _trimmed(found, text, start, end)


def _trimmed(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    words = text[start:end]
    inner = words.strip()
    if inner:
        start += len(words) - len(words.lstrip())
        found.append((start, start + len(inner)))


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """The end of each sentence but the last, and the start of the next."""
    start = counted = quotes = 0
    word = _WORD.search(text)
    for match in _CANDIDATE.finditer(text):
        at, end = match.span()
        quotes += text.count('"', counted, at)
        counted = at
        if match.group("bullet") is not None:
            yield at, end
            start = end
            continue
        if match.group("glued") is not None:
            if _glued(text, match):
                cut = at + 1 if match.group().endswith('"') and quotes % 2 == 0 else end
                yield cut, cut
                start = cut
            continue
        if quotes % 2 and text[end : end + 2] == '" ':
            end += 2  # a closing quotation mark set off by a space
        if word is not None and word.end() <= start:
            word = _WORD.search(text, start)
        spoken = word is not None and word.start() < at
        if spoken and end < len(text) and _ends(text, start, match, end):
            yield end, end
            start = end


def _glued(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop without space after it ends a sentence ("... the fire.The mayor"); "Booking.Com" does not."""
    following = _NEXT.match(text, match.end())
    word = _LAST.search(text, max(0, match.start() - _REACH), match.start())
    quoted = match.end() - match.start() > 1
    known = word is not None and (word.group() in _TITLE or "." in word.group() or "@" in word.group())
    return following is not None and not known and (quoted or following.group() in _STARTER)


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether the candidate `match` ends the sentence that began at `start`; the next would begin at `end`."""
    at = end
    while at < len(text) and text[at] in _OPENERS:
        at += 1
    if at == len(text):
        return False
    marks, first = match.group("marks"), text[at]
    if first.islower():
        # "iPhone", "eBay" and the like
        return at + 1 < len(text) and text[at + 1].isupper() and not set(marks) & set("!?")
    if not first.isalnum():
        return first not in "-–—,;:&/.%)"
    next_word = _NEXT.match(text, at)
    following = next_word.group() if next_word else ""
    before = _LAST.search(text, max(start, match.start() - _REACH), match.start())
    word = before.group() if before else ""
    if "!" in marks or "?" in marks:
        return _shout_ends(text, match, word, following, at)
    if len(marks) > 1 or marks == "…":
        return following != "I"
    if '"' in match.group("close") or "'" in match.group("close"):
        return True
    number_before = before is not None and _counted(text, before.start(), word)
    listed = before is not None and before.start() == start and len(word) <= 3 and (word.isdigit() or len(word) == 1)
    if listed:
        return False
    if next_word is not None and text[next_word.end() : next_word.end() + 1] == "." and len(following) == 1:
        following = f"{following}."
    comma_before = before is not None and text[max(0, before.start() - 2) : before.start()] == ", "
    return _stop_ends(word, following, text[end], number_before=number_before, comma_before=comma_before)


def _shout_ends(text: str, match: re.Match[str], word: str, following: str, at: int) -> bool:
    """The same for question and exclamation marks: inside quotation marks the speaker may follow."""
    if not match.group("close"):
        return word not in _SHOUTING or match.group("marks") != "!" or following in _STARTER
    speaker = _SPEAKER.match(text, at)
    return not (speaker and speaker.group(1) in _SAID)


def _stop_ends(word: str, following: str, opener: str, *, number_before: bool, comma_before: bool) -> bool:
    """The same for one full stop after `word`, with `following` the next word and `opener` the next character."""
    if len(word) > 1 and word.isupper() and following == following.upper():
        word, following = word.capitalize(), following.capitalize()
    digit = following[:1].isdigit()
    starts = following in _STARTER or opener in "\"'“‘"
    if word.lower() in ("a.m", "p.m"):
        return not digit and opener != "(" and following not in _CLOCK
    if word in _DOUBTFUL:
        return not digit
    if word in _UNIT and number_before:
        return not digit
    if word in _PLACE and comma_before:
        return not digit and opener != "("
    if word in _EITHER or word in _PLACE or word in _NUMBERED or _ACRONYM.fullmatch(word):
        return starts and opener != "("
    return word not in _TITLE


def _counted(text: str, start: int, word: str) -> bool:
    """Whether a number stands before `word` ("6 ft")."""
    return word[:1].isdigit() or text[max(0, start - 2) : start - 1].isdigit()


def is_abbreviation(word: str, *, before_number: bool = False) -> bool:
    """Whether a full stop after `word` belongs to it ("Oct", "U.S"; "No" before a number), whatever else it does."""
    return (
        word.lower() in ("a.m", "p.m")
        or word in _TITLE | _NUMBERED | _EITHER | _PLACE
        or (before_number and word in _DOUBTFUL)
        or _ACRONYM.fullmatch(word) is not None
    )
