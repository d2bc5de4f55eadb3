"""Number words and what each stands for; short scale, as English-language news writes ("billion" = 10**9)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Part(Enum):
    """What a number word does in a numeral."""

    SMALL = "small"
    """zero ... nineteen."""
    TENS = "tens"
    """twenty ... ninety."""
    SCALE = "scale"
    """hundred, thousand ... and dozen, which multiply what stands before them."""
    MANY = "many"
    """Plural scales that stand alone: "dozens", "tens" (of thousands)."""
    ORDINAL = "ordinal"
    """first, second ... hundredth."""
    SHARE = "share"
    """half and quarter, which are parts only in the right company."""
    SHARES = "shares"
    """Plural denominators: "thirds", "quarters"."""
    VAGUE = "vague"
    """several, few, couple, handful: no figure, a stretch."""
    DIGITS = "digits"
    """Anything written in digits."""


class Word(NamedTuple):
    """One number word."""

    part: Part
    value: Decimal


_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
]  # fmt: skip
SCALES = {
    "dozen": Decimal(12), "hundred": Decimal(100), "thousand": Decimal(1000), "lakh": Decimal(10**5),
    "million": Decimal(10**6), "crore": Decimal(10**7), "billion": Decimal(10**9), "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}  # fmt: skip
"""Words that multiply; "lakh" and "crore" are Indian English."""


def _table() -> dict[str, Word]:
    words = {word: Word(Part.SMALL, Decimal(i)) for i, word in enumerate(_SMALL)}
    words |= {"nought": words["zero"], "naught": words["zero"]}
    words |= {word: Word(Part.TENS, Decimal(10 * i)) for i, word in enumerate(_TENS, start=2)}
    words |= {"fourty": words["forty"]}
    words |= {word: Word(Part.SCALE, value) for word, value in SCALES.items()}
    words |= {word + "s": Word(Part.MANY, value) for word, value in SCALES.items()}
    words |= {"tens": Word(Part.MANY, Decimal(10)), "scores": Word(Part.MANY, Decimal(20))}
    ordinals = {word: Decimal(i) for i, word in enumerate(_ORDINALS)}
    ordinals |= {word[:-1] + "ieth": Decimal(10 * i) for i, word in enumerate(_TENS, start=2)}
    ordinals |= {word + "th": value for word, value in SCALES.items() if word not in {"dozen", "lakh", "crore"}}
    words |= {word: Word(Part.ORDINAL, value) for word, value in ordinals.items()}
    words |= {word + "s": Word(Part.SHARES, value) for word, value in ordinals.items() if value > 2}
    words |= {"quarters": Word(Part.SHARES, Decimal(4)), "quarter": Word(Part.SHARE, Decimal(4))}
    words |= {"half": Word(Part.SHARE, Decimal(2))}
    vague = {"several": 3, "few": 3, "couple": 2, "handful": 5}
    return words | {word: Word(Part.VAGUE, Decimal(value)) for word, value in vague.items()}


WORDS = _table()
"""Every number word, lower case."""

MAGNITUDES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "bil": 10**9, "t": 10**12, "tn": 10**12, "trn": 10**12, "tln": 10**12, "cr": 10**7,
}  # fmt: skip
"""Abbreviated scales ("$2.3m", "1.2bn"), lower case; which of them hold without money is the reader's to judge."""

NUMERAL = rf"(?:\d+(?:,\d{{3}})*|{'|'.join(sorted(WORDS))})"
"""A regular expression for a whole number, in figures or in one word."""


def is_whole(number: Decimal) -> bool:
    """Whether a figure has no fraction; `number % 1` fails where it has more digits than the context's precision."""
    return number == number.to_integral_value()
