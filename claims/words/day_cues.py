"""Whether a sentence looks forward or back at the place of a date: tense and words that announce (see `day_cues.toml`).

Without a parse the nearest verb before the date decides, back to the last clause boundary. A plan that has since been
carried out ("they said they would meet on Friday", published on Saturday) is the case this gets wrong, and so is a
present tense that tells of the past.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_CLAUSE = re.compile(
    r"[;:\u2014]|(?<!\b[A-Za-z])[.?!]['\"]* (?!\d)"
    r"|, (?:but|and|while|which|who|when|where|after|as|although|though|said|says)\b"
)
_BY = re.compile(r"\bby(?: early| late| mid-?)?(?: the)? ?$", re.IGNORECASE)
_BACK = 300
"""Characters before a date in which the verb is sought, so that a text without full stops costs no more."""
_REACH = 100
"""Characters after a date at the head of its clause in which the verb is sought."""


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads(files("claims.words").joinpath("day_cues.toml").read_text(encoding="utf-8"))
    forward = "|".join(table["forward"])
    return re.compile(rf"\b(?:{forward})\b|'ll\b"), re.compile(rf"(?<!\bbe )\b(?:{'|'.join(table['backward'])})\b")


def leaning(text: str, sentence: tuple[int, int], start: int, end: int) -> int:
    """Which way the words around a date at `start`..`end` of `text`, in its sentence, lean.

    1 to what is to come, -1 to what has been, 0 where nothing tells.
    """
    if text.startswith(("'s", " 's"), end):
        return 0
    if text.startswith((" was ", " were "), end):
        return -1
    cut = max(sentence[0], start - _BACK)
    for found in _CLAUSE.finditer(text, cut, start):
        cut = found.end()
    forward, backward = _cues()
    ahead = _last(forward, text, cut, start)
    back = _last(backward, text, cut, start, forward)
    if ahead < 0 and back < 0 and start - cut < 12:
        stop = min(sentence[1], end + _REACH)
        ahead, back = _first(forward, text, end, stop), _first(backward, text, end, stop, forward)
        if ahead >= 0 and back >= 0:
            return 1 if ahead < back else -1
    return (ahead > back) - (back > ahead)


def led_by(text: str, start: int) -> bool:
    """Whether "by" stands before a date at `start` ("by February")."""
    return _BY.search(text, max(0, start - 16), start) is not None


def _last(cue: re.Pattern[str], text: str, start: int, end: int, but: re.Pattern[str] | None = None) -> int:
    at = -1
    for found in cue.finditer(text, start, end):
        if but is None or not but.match(text, found.start()):
            at = found.start()
    return at


def _first(cue: re.Pattern[str], text: str, start: int, end: int, but: re.Pattern[str] | None = None) -> int:
    for found in cue.finditer(text, start, end):
        if but is None or not but.match(text, found.start()):
            return found.start()
    return -1
