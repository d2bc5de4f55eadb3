"""What stage of a story a figure is of: counted so far, of now, still to come, first given out, a margin.

A figure of one stage says nothing of another: 26 precincts that report and 19 that were carried, 22 matches to go and
23 played, a 14-point lead and 37 points. The words are looked for right beside the figure; "partial returns" tell of
the whole sentence.
"""

from __future__ import annotations

import re

from claims.model import Reading
from claims.words.numeral import NUMERAL

PARTIAL, TO_GO, MARGIN, PRELIMINARY = "partial", "to go", "margin", "first given"
NOW, RISEN = "now", "risen"
"""Words for what holds at the time of the report, and for what is told to have changed: "two more than before"."""
TOTAL, WHOLE, WIDE = "total", "undivided", "wide"
"""Words for what is counted in all, for a figure of which another one is a part (the 30 of "12 of the 30"), and for one
of a whole state, country or company."""
_UNCOUNTED = re.compile(
    r"\b(?:partial|early|incomplete|unofficial|provisional) (?:returns|results|count|counts|tally|tallies)\b"
    r"|\b(?:precincts|polling stations|constituencies|wards) (?:\w+ )?(?:reporting|reported|counted|declared)\b"
    r"|(?<!all )(?<!all the )\b(?:votes|ballots) (?:counted|tallied)\b",
    re.IGNORECASE,
)
_ELECTION = re.compile(
    r"\b(?:votes?|voters?|ballots?|elections?|polls?|seats?|part(?:y|ies)|precincts|referendum|measure|bond|race|returns"
    r"|stations|constituencies|wards)\b",
    re.IGNORECASE,
)
"""Words without which early results are those of a trial of drugs."""
_BEHIND = {
    TO_GO: re.compile(r" (?:to go|to play|to come|remaining|still to \w+)\b"),
    MARGIN: re.compile(r"[ -](?:lead|deficit|margin|advantage|cushion|victory|win|defeat|loss|swing)\b"),
    RISEN: re.compile(r"[^.;,]{0,40}, [\w-]+ (?:more|fewer) than (?:before|it had|they had|until now)\b"),
    NOW: re.compile(r" (?:are|is) (?:now|currently)\b"),
    TOTAL: re.compile(r" (?:in total|in all|overall|altogether|across all|and crew)\b"),
}
_AHEAD = re.compile(r" (?:ahead|behind|clear|adrift|down|up)\b(?! to)")
_LED_BY = frozenset({"point", "goal", "vote", "seat", "stroke", "shot", "lap", "length", "run", "wicket"})
"""Nouns by which somebody leads."""
_NOW_BEFORE = re.compile(r"\b(?:is|are) (?:now|currently) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_PART_BEFORE = re.compile(
    rf"\b{NUMERAL} of (?:(?:the|its|their|his|her|these|those|all) )*$",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:nation|state|county|city|company|country|world|region)wide\b|\b(?:nationally|globally)\b"
    r"|\b(?:across|throughout|in) the (?:whole |entire )?(?:country|nation|world)\b",
    re.IGNORECASE,
)
_WIDE_REACH = 30
"""Characters beside a figure within which it is told to be of a whole country."""
_FIRST_GIVEN = re.compile(r"\b(?:preliminary|initial|provisional)(?: \w+){0,2}(?: of| at)? $", re.IGNORECASE)
_NEAR = 40
"""Characters before a figure in which its stage is told."""


def stages(reading: Reading, text: str) -> tuple[str, ...]:
    """The stages that the words beside a figure tell; spans of `reading` count in `text`, its sentence."""
    if reading.kind not in ("count", "percent", "duration", "magnitude", "money"):
        return ()
    found: list[str] = []
    start = max(0, reading.span.start - _NEAR)
    if reading.kind in ("count", "percent") and _UNCOUNTED.search(text) and _ELECTION.search(text):
        found.append(PARTIAL)
    if reading.kind in ("count", "duration"):
        found.extend(stage for stage, words in _BEHIND.items() if words.match(text, reading.span.end))
    led = reading.kind == "count" and reading.noun is not None and reading.noun.lemma in _LED_BY
    if led and MARGIN not in found and _AHEAD.match(text, reading.span.end):
        found.append(MARGIN)
    if reading.kind == "count" and NOW not in found and _NOW_BEFORE.search(text, start, reading.span.start):
        found.append(NOW)
    if reading.kind == "count" and _PART_BEFORE.search(text, start, reading.core.start):
        found.append(WHOLE)
    if reading.kind in ("count", "percent", "money") and _is_wide(reading, text):
        found.append(WIDE)
    if reading.kind == "magnitude" and _FIRST_GIVEN.search(text, start, reading.span.start):
        found.append(PRELIMINARY)
    return tuple(found)


def _is_wide(reading: Reading, text: str) -> bool:
    """Whether words for a whole state or country stand beside a figure, nothing but its own clause between."""
    start, end = max(0, reading.span.start - _WIDE_REACH), reading.span.end + _WIDE_REACH
    for found in _WIDE.finditer(text, start, end):
        low, high = min(found.end(), reading.span.end), max(found.start(), reading.span.start)
        if not _STOP.search(text, low, high):
            return True
    return False


_STOP = re.compile(r"[;:.](?!\d)| (?:and|but|while) ")
