"""Numbers without a numeral: vague words ("dozens", "several hundred") and parts ("half", "a third of").

Each needs the right company: "the couple", "she scores", "the first half" and "the third man" are none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from claims.words.figure import Run
from claims.words.hedge import vague_words
from claims.words.numeral import Part

ARTICLE = re.compile(r"\b(?:an?)[ -]$", re.IGNORECASE)
"""An article at the end of what stands before a number word ("a" hundred)."""
_SCORES = re.compile(
    r"(?:^|[.,;:\"(] ?|\b(?:and|with|for|of|as|in|by|killed|injured|left|wounded|saw|arrested|to|from|that) )$"
)
_OF_SCALE = {" ", " a ", " of a ", "-", "-a-"}
_NO_HALF = re.compile(
    r"\b(?:first|second|other|latter|last|final|top|bottom|back|front|better|each|either|opening|that|this|in"
    r"|my|your|his"
    r"|her)[ -]$",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"[ -](?:of|an?|the|its|their|his|her|our|that|those|as|hours?|days?|years?|miles?|inch(?:es)?|points?"
    r"|lit(?:er|re)s?|centur(?:y|ies)|decade|pounds?|tonnes?|tons?|percentage|percent|per|people)\b"
)
_PART_HEDGE = re.compile(
    r"\b(?:than|nearly|between|about|almost|over|around|roughly|just|only|by|up|down|under|some|least"
    r"|approximately|to) $",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r" (?:of(?! (?:the )?(?:year|20\d\d|19\d\d))|more|less|fewer|higher|lower|larger|smaller|bigger|longer|as)\b"
)
_PART_END = re.compile(r"$|[.,;:)!?]| (?:in|on|to|from|since|this|last|over|during|after|compared|at|as|and|year)\b")


class Lone(NamedTuple):
    """A vague word or part as it stands."""

    start: int
    end: int
    value: Decimal
    form: str
    """`vague`, `fraction` or, for parts of a scale word ("half a million"), `cardinal`."""
    step: Decimal
    scale: Decimal
    after: int
    """Index of the first atom that is not part of it."""
    low: Decimal | None = None
    high: Decimal | None = None


def vague(run: Run, i: int) -> Lone | None:
    """ "Dozens", "tens of thousands", "several hundred", "a couple of thousand"; what follows is read with it."""
    atom = run.atoms[i]
    row = vague_words().get(atom.word)
    start = _vague_start(run, i)
    if row is None or start is None:
        return None
    times, last = row.unit, atom
    i += 1
    wanted = {Part.MANY} if atom.part is Part.MANY else {Part.SCALE}
    while run.is_part(i, *wanted) and run.gap(i) in {" ", " of "} and (atom.part is Part.VAGUE or run.gap(i) == " of "):
        times, last = times * run.atoms[i].value, run.atoms[i]
        i += 1
    size = [part * times for part in (row.counts, row.low, row.high)]
    return Lone(start, last.end, size[0], "vague", times, times, i, size[1], size[2])


def _vague_start(run: Run, i: int) -> int | None:
    """Where the vague expression begins; None where the word is no quantity ("the couple", "she scores", "few")."""
    atom, text = run.atoms[i], run.text
    article = ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    match atom.word:
        case "several":
            return atom.start
        case "few" | "handful":
            return article.start() if article else None
        case "couple":
            counts = text.startswith((" of ", " more "), atom.end) or run.is_part(i + 1, Part.SCALE)
            return (article.start() if article else atom.start) if counts else None
        case "tens":
            return atom.start if run.gap(i + 1) == " of " and run.is_part(i + 1, Part.MANY) else None
        case "scores":
            return atom.start if text.startswith(" of ", atom.end) and _SCORES.search(text, 0, atom.start) else None
        case _:
            return atom.start


def _quarter_gaps(before: str) -> set[str]:
    """What may stand between a bare "quarter" and its scale: a space ("quarter million"), but no "third quarter"."""
    return set() if _NTH.search(before) else {" "}


_NTH = re.compile(r"\b(?:first|second|third|fourth|last|this|next)[ -]$", re.IGNORECASE)


def share(run: Run, i: int) -> Lone | None:
    """ "Half", "a third of", "half a million"; None where the word is no part ("second half")."""
    atom, text = run.atoms[i], run.text
    article = ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    start = article.start() if article else atom.start
    half = atom.word == "half"
    gaps = _OF_SCALE if half or article else _quarter_gaps(text[max(0, start - 8) : start])
    if (
        run.is_part(i + 1, Part.SCALE)
        and run.gap(i + 1) in gaps
        and (atom.part is Part.SHARE or "of" in run.gap(i + 1))
    ):
        scale = run.figure(i + 1)
        value = scale.value / atom.value
        end = run.atoms[scale.after - 1].end
        return Lone(start, end, value, "cardinal", scale.scale / 10, scale.scale, scale.after)
    before, after = text[max(0, start - 14) : start], text[atom.end : atom.end + 24]
    if after.startswith("-") and not _HALF_OF.match(after):
        return None
    hedged = _PART_HEDGE.search(before) is not None
    if half and (_NO_HALF.search(before) or not (hedged or not before or _HALF_OF.match(after))):
        return None
    closed = (hedged or atom.value >= 100) and _PART_END.match(after)
    if not half and not (article and (_PART_OF.match(after) or closed)):
        return None
    value = 1 / atom.value
    return Lone(start, atom.end, value, "fraction", value / 5, Decimal(1), i + 1)
