"""What a figure is set against: the place a distance is measured from, the figure of a year before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.model import TEMPORAL, Entity, Reading, Span
from claims.reference import Scene

_UNCOMPARED = TEMPORAL | {"age"}

_AWAY = re.compile(r" (?:[\w-]+ ){0,3}?(?:of|from|off|outside) (?:the |a )?(?:\w+ ){0,3}?$")


def measured_from(reading: Reading, scene: Scene, text: str) -> tuple[Entity, ...]:
    """Where a distance is measured from: the name behind "40 miles north of"."""
    if reading.kind != "distance":
        return ()
    start = scene.offset + reading.span.end
    for name in scene.register.inside(scene.block, start, start + 40):
        if _AWAY.fullmatch(text, reading.span.end, name.start - scene.offset):
            return (replace(scene.person(name.key, name.words), role="away from"),)
    return ()


_FORMER = (
    r"(?:(?:an?|the|its|their) (?:(?:earlier|previous|prior|initial|original|old|former|year-earlier|year-ago) )?"
    r"(?:(?:range|level|forecast|estimate|target|guidance|projection|high|peak|low|total|rate|average|price) of )?)?"
)
_FROM = re.compile(
    r"(?:\b(?:up|down|ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|(?:in|de)creas(?:e|es|ed|ing)|dropp?(?:s|ed|ing)?|"
    r"gr[eo]w(?:s|n|ing|th)?|climb(?:s|ed|ing)?|slipp?(?:s|ed|ing)?|jump(?:s|ed|ing)?|cuts?|raised?|lower(?:ed|s)?|"
    r"reduc(?:e|es|ed)|trim(?:s|med)?|slash(?:es|ed)?|revis(?:es|ed)|narrow(?:s|ed)?|tripled|doubled|shr[aiu]nk|plunged|"
    r"tumbled|surged|soared|eased|edged|hiked|lifted|boosted|downgraded|upgraded)\b"
    r"(?:[^.;]|\.\d){0,70}?\bfrom|\bcompared (?:with|to)|\bversus|\bas against) "
    rf"{_FORMER}(?:about |some |just |only |around |nearly |more than )?$"
)
_FORESEEN = r"(?:predicted|forecast|expected|projected|planned|estimated|budgeted|targeted|anticipated)"
_HAD_FORESEEN = re.compile(rf"\bhad (?:\w+ly )?{_FORESEEN}\b[^.;,]{{0,40}}$")
_IT_HAD_FORESEEN = re.compile(rf",? (?:\w+ )?(?:that )?(?:\w+ ){{1,2}}had (?:\w+ly )?{_FORESEEN}\b")

_BASE = re.compile(
    r"(?:\b(?<!later )(?<!earlier )(?<!sooner )(?<!rather )(?<!other )than"
    r"|(?:\bcompared (?:with|to)|\bversus|\bagainst"
    r"|\b(?:up|down)\b[^,.;]{0,20}(?:%|per ?cent|points?)[^,.;]{0,10}? from)(?: [\d.,]+(?:%| [a-z]+){0,2}(?= in ))?)"
    r"(?: (?:in|at|on|for|during|by|it|was|they|did|the|same|this|point|time|period|stage|of))* $"
)
_ON = re.compile(r"(?:%|per ?cent|points?) on $")
_YEAR = re.compile(r"(?:last|the previous) year$|(?:19|20)\d\d$", re.IGNORECASE)


def is_reckoned_from(reading: Reading, text: str) -> bool:
    """Whether a date says with when a figure is compared: "5 percent more than last year", "up 9 percent on 2024"."""
    if reading.kind != "date":
        return False
    start = reading.core.start
    year = _YEAR.match(reading.core.of(text)) and _ON.search(text, max(0, start - 20), start)
    return bool(year) or _BASE.search(text, max(0, start - 60), start) is not None


_EARLIER = re.compile(
    r",? (?:for |in )?(?:(?:a|one|the) (?:year|month|week|quarter|season) (?:earlier|before|ago|previously)\b|"
    r"(?:the same|the previous|last) (?:period|quarter|season)\b)"
)


_FORMER_OFFER = re.compile(
    r"\b(?:first|earlier|previous|initial|original|former|rejected) (?:offer|bid|proposal|approach)\b[^.;]{0,60}$"
)


def compared(reading: Reading, text: str) -> tuple[str, ...]:
    """ "before" for a figure that another is set against: "to 312 million from 198 million a year earlier".

    What somebody had foreseen is such a figure, too ("in January it had predicted $6.80"): what is foreseen now, or by
    others, is another.
    """
    if reading.kind in _UNCOMPARED:
        return ()
    start = max(0, reading.core.start - 120)
    told = any(words.search(text, start, reading.core.start) for words in (_FORMER_OFFER, _FROM, _HAD_FORESEEN))
    behind = _EARLIER.match(text, reading.span.end) or _IT_HAD_FORESEEN.match(text, reading.span.end)
    return ("before",) if told or behind else ()


_BASE_DAY = re.compile(
    r"\b(?:(?:than|against|versus|compared (?:with|to)) (?:in |those of )?|"
    r"(?:than|from|after|against|versus|compared (?:with|to)) (?:(?:about |some |the |an? )?[$€£¥]?\d[\w.,]*%?"
    r"(?: (?:thousand|million|billion|trillion|percent|per cent))?(?: [a-z]+)?(?: (?:in|on|for|at))? ))$"
)


def bases(readings: Sequence[Reading], text: str) -> dict[int, Span]:
    """Where each reading begins that may be that of what a figure is set against, and the words that set it so."""
    found = (
        (each.span.start, _BASE_DAY.search(text, max(0, each.span.start - 60), each.span.start)) for each in readings
    )
    return {start: Span(*words.span()) for start, words in found if words is not None}


def is_base(date: Reading, reading: Reading, against: Mapping[int, Span]) -> bool:
    """Whether a date is, by `bases`, what `reading` is set against: "61 billion, after 74 billion in 2031"."""
    words = against.get(date.span.start)
    return words is not None and not words.start < reading.core.start < words.end
