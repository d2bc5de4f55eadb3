"""Ordinals: which in a row something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.kind import Example, Passage, Stretches
from claims.model import Interval, Modality, Reading, Span, Value
from claims.words.noun import counted
from claims.words.number import Form
from claims.words.numeral import is_whole

_IDIOM = re.compile(
    r"[ -](?:degree|hand|class|aid|name|lady|place finish|half|quarter|quarters|of all|person|rate|cousin|floor"
    r"|grade|party|world|gear|"
    r"guess|nature|thought|thoughts|opinion|tier|generation|team|minister|lieutenant|sergeant|officer|ever|such"
    r"|step|look|glance"
    r"|responders?|century|street|avenue|st|ave|amendment|to last|judicial|circuit|district|fiddle|world war)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r" (?!seed|need|speed|breed|bed|shed)[A-Za-z]+ed\b")
_SUPERLATIVE = re.compile(r"-[a-z]+(?:est|most|born|last)\b")
_ADVERB = re.compile(
    r"\b(?:at|from the|for the|in the|not|came|come|comes|put|safety|america|head|go) $", re.IGNORECASE
)


class _Ordinal:
    name = "ordinal"
    summary = "Which in a row something is: the third arrest, his 27th goal."
    examples = (
        Example("It was the third arrest in a week.", ("third arrest = 3 arrest",)),
        Example("She scored her 27th goal.", ("27th goal = 27 goal",)),
        Example("He finished twenty-first.", ("twenty-first = 21",)),
        Example("The song stayed at number two, or No. 3 abroad.", ("number two = 2", "No. 3 = 3")),
    )
    silent = (
        "He faces a first-degree charge.",
        "At first no one came.",
        "The Second World War ended.",
        "In the first half he left.",
        "Two were hurt.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The ordinals in `passage`. Their readings carry no amounts: an ordinal says which, not how many."""
        text = passage.text
        yield from _ranks(passage)
        units = Stretches(Span(at.start, at.end) for at in passage.raw_quantities if at.unit or at.per)
        for number in passage.free_numbers:
            if number.form is not Form.ORDINAL or number.value < 1 or _IDIOM.match(text, number.end):
                continue
            if _ADVERB.search(text, max(0, number.start - 10), number.start) and not text.startswith(" ", number.end):
                continue
            if not number.digits and _ADVERB.search(text, max(0, number.start - 10), number.start):
                continue
            if _PARTICIPLE.match(text, number.end) or units.meet(number.start, number.end):
                continue
            noun = None if _SUPERLATIVE.match(text, number.end) else counted(text, number.end, single=True)
            core = Span(number.start, number.end)
            point = Interval.point(number.value)
            value = Value("ordinal", point, point, noun.lemma if noun else "", "", (), Modality.EXACT, core.of(text))
            span = Span(core.start, noun.span.end) if noun else core
            yield Reading(self.name, span, core, value, noun=noun)


def _ranks(passage: Passage) -> Iterator[Reading]:
    """ "No. 1", "number two": a place in a row told by its number."""
    for number in passage.free_numbers:
        found = _RANK.search(passage.text, max(0, number.start - 8), number.start)
        if (
            found is None
            or number.form is not Form.CARDINAL
            or not 0 < number.value < 1000
            or not is_whole(number.value)
        ):
            continue
        span, point = Span(found.start(), number.end), Interval.point(number.value)
        value = Value("ordinal", point, point, "", "", (), Modality.EXACT, span.of(passage.text))
        yield Reading("ordinal", span, span, value)


_RANK = re.compile(r"\b(?:(?:No|no|Nos)\. ?|[Nn]umber )$")
ORDINAL = _Ordinal()
