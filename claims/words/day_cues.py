"""Whether a sentence looks forward at the place of a date: tense and words that announce (see `day_cues.toml`).

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


def looks_forward(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether the words around a date at `start`..`end` of `text`, in its sentence, speak of what is to come."""
    if text.startswith(("'s", " 's", " was ", " were "), end):
        return False
    cut = max(sentence[0], start - _BACK)
    for found in _CLAUSE.finditer(text, cut, start):
        cut = found.end()
    forward, backward = _cues()
    ahead = _last(forward, text, cut, start)
    back = _last(backward, text, cut, start, forward)
    if ahead < 0 and back < 0 and start - cut < 12:
        after = _first(forward, text, end, min(sentence[1], end + _REACH))
        return 0 <= after < (_first(backward, text, end, min(sentence[1], end + _REACH), forward) % (len(text) + 1))
    return ahead > back


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
