"""Numbers in a view, in digits, in words and in both: where they stand, what they come to, how precisely.

`numbers` reads single numbers and knows no units and no ranges: "5-7" is two numbers, "4.5 million" one. Words that
look like numbers ("one" the pronoun, "second" the unit, "5G") are read as well where their form allows: what a number
measures is for the kinds to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from claims.words.digits import literals, refused_digits, sign_start
from claims.words.figure import BIGGEST, Atom, Figure, Run
from claims.words.numeral import SCALES, WORDS, Part
from claims.words.vague import ARTICLE, share, vague

_WORD = re.compile(r"[^\W\d_]+")


class Form(StrEnum):
    """What sort of number the words are."""

    CARDINAL = "cardinal"
    """How many or how much: "27", "twenty-seven", "4.5 million", "half a million"."""
    ORDINAL = "ordinal"
    """Which in a row: "third", "27th"."""
    FRACTION = "fraction"
    """A part of a whole: "two-thirds", "1/2", "half"."""
    VAGUE = "vague"
    """No figure: "dozens", "tens of thousands", "several", "a handful". `low` and `high` hold the stretch."""
    DECADE = "decade"
    """Ten numbers from a round one: "in his 20s", "the nineties". `low` and `high` hold the stretch."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a view."""

    start: int
    """Offset of its first character in the view (the sign's, where it has one)."""
    end: int
    """Offset after its last character."""
    value: Decimal
    """Its value, magnitude words included; for vague words the figure they are counted as ("dozens": 24)."""
    form: Form = Form.CARDINAL
    """What sort of number it is."""
    step: Decimal = Decimal(1)
    """Value of its last written place: 0.1 for "4.5", 100000 for "4.5 million", 1 for "20,000"."""
    scale: Decimal = Decimal(1)
    """Value of the magnitude word or suffix that closes it: a million for "4.5 million", else 1."""
    digits: bool = True
    """Whether digits are part of it."""
    low: Decimal | None = None
    """Lower end of what a vague word or decade can mean, else None."""
    high: Decimal | None = None
    """Upper end of what a vague word or decade can mean, else None."""

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """The figures that the words name: one, none ("several") or, for a plural scale word, its span of tens.

        "Thousands" is 1,000 to 10,000, "tens of thousands" 10,000 to 100,000; "dozens" names twelve alone.
        """
        if self.form is not Form.VAGUE:
            return (self.value,)
        if self.value != self.scale:
            return (self.value,) if self.value == 2 * self.scale else ()
        return (self.value, 10 * self.value) if self.value.normalize().as_tuple().digits == (1,) else (self.value,)

    @property
    def roundness(self) -> Decimal:
        """Value of the last place that is not zero: 10000 for "20,000", 10 for "1,250", 100000 for "4.5 million"."""
        digits = self.value.normalize().as_tuple()
        return max(self.step, Decimal(1).scaleb(int(digits.exponent))) if self.value else self.step


@lru_cache(maxsize=8)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number of `text`, in text order, none overlapping another.

    Cached for the last few texts, because every kind asks for the numbers of the block it reads. Numbers of absurd
    length are left out (see `refused`).
    """
    run = Run(text, _atoms(text))
    return tuple(number for number in _read(run) if abs(number.value) < BIGGEST)


def refused(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each stretch of digits that is too long to be a number of the news, and is left unread."""
    return refused_digits(text)


def _atoms(text: str) -> list[Atom]:
    """Number words and numbers in digits of `text`, in text order."""
    found = [
        Atom(Part.DIGITS, literal.value, literal.start, literal.end, literal.sort, literal.step, literal.scale)
        for literal in literals(text)
    ]
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in WORDS and not _is_inside(text, match.start(), match.end()):
            found.append(Atom(WORDS[word].part, WORDS[word].value, match.start(), match.end(), word))
    found.sort(key=lambda atom: atom.start)
    return found


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether the word is part of something longer ("one_2", "x2five")."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return "_" in before + after or after.isdigit() or (before.isdigit() and text[start:end].lower() not in SCALES)


def _read(run: Run) -> Iterator[Number]:
    i = 0
    while i < len(run.atoms):
        atom = run.atoms[i]
        lone = None
        if atom.part in {Part.SMALL, Part.TENS, Part.SCALE} or atom.word == "cardinal":
            figure = run.figure(i)
            if _is_year_in_words(run, figure):
                i = run.figure(figure.after).after
                continue
            yield _counted(run, i, figure)
            i = figure.after
            continue
        if atom.part in {Part.VAGUE, Part.MANY}:
            lone = vague(run, i)
        elif atom.part is Part.SHARE or (atom.part is Part.ORDINAL and atom.value > 2):
            lone = share(run, i)
        if lone:
            form = Form(lone.form)
            yield Number(lone.start, lone.end, lone.value, form, lone.step, lone.scale, False, lone.low, lone.high)
        elif atom.part in {Part.DIGITS, Part.ORDINAL}:
            yield _alone(atom)
        i = lone.after if lone else i + 1


def _alone(atom: Atom) -> Number:
    """An ordinal, a decade or a fraction in digits."""
    form = Form.ORDINAL if atom.part is Part.ORDINAL else Form(atom.word)
    low = high = None
    if form is Form.DECADE:
        low, high = atom.value, atom.value + (99 if atom.value % 100 == 0 else 9)
    return Number(atom.start, atom.end, atom.value, form, atom.step, Decimal(1), atom.part is Part.DIGITS, low, high)


def _is_year_in_words(run: Run, figure: Figure) -> bool:
    """Whether two groups stand side by side as in "nineteen eighty-four", which is a year and no number."""
    after = figure.after
    return (
        not figure.digits
        and 11 <= figure.value <= 20
        and run.is_part(after, Part.SMALL, Part.TENS)
        and run.atoms[after].value >= 10
        and run.gap(after) in {" ", "-"}
    )


def _counted(run: Run, i: int, figure: Figure) -> Number:
    atom, last = run.atoms[i], run.atoms[figure.after - 1]
    start, value = atom.start, figure.value
    if atom.part is Part.SCALE and (article := ARTICLE.search(run.text, max(0, start - 4), start)):
        start = article.start()
    if atom.part is not Part.DIGITS and (sign := sign_start(run.text, start)) is not None and run.text[sign] != "-":
        start, value = sign, -value
    return Number(start, last.end, value, Form(figure.form), figure.step, figure.scale, figure.digits)
