"""Magnitudes of earthquakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.kind import Example, Passage, modality_of
from claims.model import Reading, Span, Value
from claims.words.quantity import Quantity
from claims.words.tolerance import regions

_NAMED = re.compile(r"\bmagnitudes?(?: of| at|:| was| is|,)?[ -]$", re.IGNORECASE)
_OF_QUAKE = re.compile(r"\b(?:quakes?|aftershocks?|tremors?|temblors?)(?: of| with| measuring| at) $", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:measur(?:e|es|ed|ing)|register(?:s|ed|ing)|record(?:ed|ing)|logg(?:ed|ing))(?: at)? "
    r"(?:\d\.\d(?:,| and| or) ?)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: (?:and|or|to) \d\.\d)?[ -](?:(?:preliminary )?magnitude|strength)\b"
    r"| on the (?:open-ended )?(?:Richter|moment)\b"
    r"| (?:earth)?quake\b| tremor\b| temblor\b| aftershock\b",
    re.IGNORECASE,
)


class _Magnitude:
    name = "magnitude"
    summary = "How strong an earthquake was, on a magnitude scale."
    examples = (
        Example("A magnitude 6.4 quake shook Port Ansel.", ("6.4 = 6.4 magnitude",)),
        Example("The 5.9-magnitude tremor was felt inland.", ("5.9 = 5.9 magnitude",)),
        Example("It measured 7.1 on the Richter scale.", ("7.1 = 7.1 magnitude",)),
        Example("The quake had a magnitude of about 6.", ("about 6 = ~ 6 magnitude",)),
        Example("The agency put the magnitude at 6.1.", ("6.1 = 6.1 magnitude",)),
        Example("Two quakes, measuring 7.6 and 7.4, shook the bay.", ("7.6 = 7.6 magnitude", "7.4 = 7.4 magnitude")),
    )
    silent = (
        "The order of magnitude is 1,000.",
        "The quake was felt 60 km away.",
        "It recorded 5.2 million visitors.",
        "The quake tilted the tower. Its lean measured 5.2 at the top.",
        "The quake opened cracks measuring 5.2 metres.",
        "The magnitude of the 12 claims is unclear.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The magnitudes in `passage`."""
        text = passage.text
        if not _SIGN.search(text):
            return
        for quantity in passage.raw_quantities:
            number = quantity.numbers[0]
            if quantity.unit or quantity.is_range or not Decimal(1) <= number.value < 10 or number.scale > 1:
                continue
            if not (_is_magnitude(text, quantity) or _is_measured(passage, quantity)):
                continue
            stated, tolerated = regions(number, quantity.hedge, False)
            value = Value(
                "magnitude", stated, tolerated, "magnitude", "magnitude", quantity.amounts, modality_of(quantity),
                text[quantity.start : quantity.core_end],
            )  # fmt: skip
            core = Span(quantity.core_start, quantity.core_end)
            yield Reading(self.name, Span(quantity.start, quantity.core_end), core, value)


def _is_magnitude(text: str, quantity: Quantity) -> bool:
    """Whether words of quakes stand right before or after; without decimals it must be the word magnitude itself."""
    near = max(0, quantity.start - 36)
    if _NAMED.search(text, near, quantity.start):
        return True
    after = _AFTER.match(text, quantity.core_end)
    if quantity.numbers[0].step < 1:
        return after is not None or _OF_QUAKE.search(text, near, quantity.start) is not None
    return after is not None and after.group().lower().endswith(("magnitude", "richter"))


def _is_measured(passage: Passage, quantity: Quantity) -> bool:
    """Whether a decimal is what something "measured" in a sentence that names a quake before it.

    "The quake shifted a plate measuring 5.2 across" is misread.
    """
    start = quantity.start
    if quantity.numbers[0].step >= 1 or not _MEASURED.search(passage.text, max(0, start - 36), start):
        return False
    first = max((at for at, _ in passage.sentences if at <= start), default=0)
    return _QUAKE.search(passage.text, first, start) is not None


_QUAKE = re.compile(r"(?:quake|tremor|temblor|aftershock)s?\b", re.IGNORECASE)
_SIGN = re.compile(r"magnitude|richter|quake|tremor|temblor|aftershock", re.IGNORECASE)
MAGNITUDE = _Magnitude()
