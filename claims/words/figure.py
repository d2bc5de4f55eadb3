"""What number words and digits, strung together, come to: the grammar of English numerals.

    figure  = segment {[and] segment}             "twenty-eight thousand" "six hundred and forty-two"
    segment = chunk {scale}                       "two hundred and two" "thousand"
    chunk   = group [hundred [[and] group]]       "six" "hundred" "and" "forty-two"
    group   = tens [small] | small | digits       "forty-two", "seven", "4.5"

with halves and quarters ("two and a half million"), decimals in words ("two point five"), ordinals and parts on top.
The grammar is read left to right with one group of look-ahead and never backtracks, so it is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from claims.words.numeral import Part

BIGGEST = Decimal(10) ** 27
"""Values beyond this are refused: nothing in the news is counted in more."""


class Atom(NamedTuple):
    """One number word, or one number in digits."""

    part: Part
    value: Decimal
    start: int
    end: int
    word: str
    """Lower case; "" for digits."""
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a run of atoms comes to."""

    value: Decimal
    step: Decimal
    scale: Decimal
    """Value of the scale word that closes it, 1 where none does."""
    after: int
    """Index of the first atom that is not part of it."""
    digits: bool
    form: str = "cardinal"
    """`cardinal`, `ordinal` or `fraction`."""


class Run:
    """Atoms of one text with the words between them. Reads figures at a position; holds no state between calls."""

    __slots__ = ("atoms", "text")

    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text = text
        self.atoms = atoms

    def gap(self, i: int) -> str:
        """The words between atom `i` - 1 and atom `i`, lower case; "none" where they are long or there is no atom."""
        if not 0 < i < len(self.atoms):
            return "none"
        start, end = self.atoms[i - 1].end, self.atoms[i].start
        return self.text[start:end].lower() if end - start <= 8 else "none"

    def _before(self, i: int) -> str:
        """The eight characters before atom `i`, lower case."""
        start = self.atoms[i].start
        return self.text[max(0, start - 8) : start].lower()

    def is_part(self, i: int, *parts: Part) -> bool:
        """Whether atom `i` exists and is one of `parts`."""
        return i < len(self.atoms) and self.atoms[i].part in parts

    def figure(self, i: int) -> Figure:
        """The longest figure that begins at atom `i`, which is in digits, small, tens or a scale."""
        figure = self._segment(i)
        between = self._before(i) == "between "
        while figure.form == "cardinal" and figure.scale >= 100 and self._may_join(figure, between):
            more = self._segment(figure.after)
            if more.value >= figure.scale or (more.digits and more.after == figure.after + 1 and figure.scale > 100):
                break
            between = False
            figure = replace(more, value=figure.value + more.value, digits=figure.digits or more.digits)
        return self._ordinal(figure) or self._part(figure, i) or figure

    def _may_join(self, figure: Figure, between: bool) -> bool:
        """Whether what follows may be the next lower segment.

        Digits and words never join ("$3 million five years ago"), digits never over "and" ("$5 million and 20
        percent"). All in words, "raised a hundred thousand five years ago" is misread.
        """
        i = figure.after
        gap = self.gap(i)
        if not self.is_part(i, Part.SMALL, Part.TENS, Part.DIGITS) or gap not in _JOINS or figure.value % figure.scale:
            return False
        if figure.digits != self.is_part(i, Part.DIGITS) or ("and" in gap and figure.digits and figure.scale > 100):
            return False
        return not (between and "and" in gap and " and " not in self.text[self.atoms[i].end : self.atoms[i].end + 40])

    def _segment(self, i: int) -> Figure:
        figure = self._halves(self._chunk(i))
        while figure.form == "cardinal" and self._scales(figure, i):
            atom = self.atoms[figure.after]
            figure = replace(
                figure, value=figure.value * atom.value, step=figure.step * atom.value, scale=atom.value,
                after=figure.after + 1,
            )  # fmt: skip
            figure = self._halves(figure)
        return figure

    def _scales(self, figure: Figure, i: int) -> bool:
        """Whether a scale word follows that multiplies the figure read so far (begun at atom `i`)."""
        at = figure.after
        if at > i and self.gap(at) not in _HYPHENS and self.gap(at):
            return False
        return self.is_part(at, Part.SCALE) or (
            at > i and self.is_part(at, Part.MANY) and self.atoms[at].word != "tens"
        )

    def _chunk(self, i: int) -> Figure:
        figure = self._halves(self._point(self._group(i)))
        at = figure.after
        hundred = self.is_part(at, Part.SCALE) and self.atoms[at].word == "hundred"
        if figure.form != "cardinal" or not hundred or (at > i and self.gap(at) not in _HYPHENS):
            return figure
        figure = replace(figure, value=figure.value * 100, step=figure.step * 100, scale=Decimal(100), after=at + 1)
        at += 1
        if self.gap(at) not in _JOINS or not self.is_part(at, Part.SMALL, Part.TENS, Part.DIGITS):
            return self._point(figure)
        if figure.digits != self.is_part(at, Part.DIGITS):
            return figure
        more = self._group(at)
        closed = not (self.gap(more.after) in _HYPHENS and self.is_part(more.after, Part.SCALE, Part.MANY))
        thousands = not closed and self.atoms[more.after].value >= 1000
        if not 0 < more.value < 100 or more.step < 1 or not (closed or thousands):
            return figure
        if "and" in self.gap(at) and closed and self._before(i) == "between ":
            return figure
        return self._point(replace(more, value=figure.value + more.value, digits=figure.digits or more.digits))

    def _group(self, i: int) -> Figure:
        atom = self.atoms[i]
        if atom.part is Part.SCALE:
            return Figure(Decimal(1), Decimal(1), Decimal(1), i, False)
        if atom.part is Part.TENS and self.gap(i + 1) in _HYPHENS:
            unit = self.atoms[i + 1]
            if 0 < unit.value < 10 and unit.part is Part.SMALL:
                return Figure(atom.value + unit.value, Decimal(1), Decimal(1), i + 2, False)
            if 0 < unit.value < 10 and unit.part is Part.ORDINAL and self._is_ordinal_at(i + 1):
                return Figure(atom.value + unit.value, Decimal(1), Decimal(1), i + 2, False, "ordinal")
        return Figure(atom.value, atom.step, atom.scale, i + 1, atom.part is Part.DIGITS)

    def _is_ordinal_at(self, i: int) -> bool:
        """Whether the ordinal at atom `i` continues a numeral; "twenty second delays" are no twenty-second."""
        return self.atoms[i].word != "second" or self.gap(i) == "-"

    # ------------------------------------------------------------------------- decimals, parts, ordinals

    def _point(self, figure: Figure) -> Figure:
        """Decimals in words ("two point five"). "At one point five people ..." is none."""
        i = figure.after
        if figure.digits or self.gap(i) != " point " or not self.is_part(i, Part.SMALL, Part.TENS):
            return figure
        if self._before(i - 1).endswith("at "):
            return figure
        written = ""
        while self.is_part(i, Part.SMALL, Part.TENS) and (not written or self.gap(i) == " ") and len(written) < 9:
            group = self._group(i)
            written += str(group.value)
            i = group.after
        step = Decimal(1).scaleb(-len(written))
        return replace(figure, value=figure.value + Decimal(int(written)) * step, step=step, after=i)

    def _halves(self, figure: Figure) -> Figure:
        """The figure with the part that follows it: "two and a half", "a million and a quarter", "one and two thirds".

        A third or fifth with "a" is a part only at the end of its clause: "two died and a third was hurt".
        """
        i = figure.after
        gap = self.gap(i)
        if figure.form != "cardinal" or "and" not in gap or not i < len(self.atoms):
            return figure
        atom = self.atoms[i]
        part: Decimal | None = None
        if gap in _AND_A and atom.part is Part.SHARE:
            part = 1 / atom.value
        elif gap in _AND_A - _AND and atom.part is Part.ORDINAL and atom.value > 2:
            part = 1 / atom.value if _CLAUSE_END.match(self.text, atom.end) else None
        elif gap in _AND and atom.part is Part.SMALL and self.gap(i + 1) in _HYPHENS:
            under = self.atoms[i + 1]
            single = atom.value == 1 and under.part in {Part.ORDINAL, Part.SHARE}
            if under.value > 2 and under.value > atom.value and (single or under.part is Part.SHARES):
                part = atom.value / under.value
                i += 1
        if part is None:
            return figure
        return replace(figure, value=figure.value + part * figure.scale, step=figure.scale / 10, after=i + 1)

    def _ordinal(self, figure: Figure) -> Figure | None:
        """ "two hundred and tenth", "two hundredth": an ordinal that closes a figure in words."""
        i = figure.after
        if figure.digits or figure.form != "cardinal" or not self.is_part(i, Part.ORDINAL):
            return None
        atom = self.atoms[i]
        if atom.value >= 100 and self.gap(i) in _HYPHENS and figure.value > 1:
            return replace(figure, value=figure.value * atom.value, after=i + 1, form="ordinal")
        if figure.scale >= 100 and atom.value < figure.scale and self.gap(i) in _JOINS and self._is_ordinal_at(i):
            return replace(figure, value=figure.value + atom.value, after=i + 1, form="ordinal")
        return None

    def _part(self, figure: Figure, start: int) -> Figure | None:
        """ "two-thirds", "three quarters", "one fifth"; "two quarters of growth" and "one third-party" are none."""
        i = figure.after
        if figure.step < 1 or figure.value < 1 or self.gap(i) not in _HYPHENS or i == start:
            return None
        atom = self.atoms[i]
        single = figure.value == 1 and not figure.digits and atom.part in {Part.SHARE, Part.ORDINAL} and atom.value != 2
        single = single or (figure.value == 1 and atom.word == "half")
        plural = atom.part is Part.SHARES and (atom.word != "quarters" or (figure.value == 3 and not figure.digits))
        if not (single or plural) or (single and self.gap(i) == " " and self.text[atom.end : atom.end + 1] == "-"):
            return None
        value = figure.value / atom.value
        if self.gap(i + 1) == " of a " and self.is_part(i + 1, Part.SCALE):
            scale = self.atoms[i + 1].value
            return replace(figure, value=value * scale, step=scale / 10, scale=scale, after=i + 2)
        return replace(figure, value=value, step=value / 5, scale=Decimal(1), after=i + 1, form="fraction")


_HYPHENS = frozenset({" ", "-", " - "})
_AND = frozenset({" and ", "-and-"})
_JOINS = _HYPHENS | _AND
_AND_A = frozenset({" and a ", " and an ", " and ", "-and-a-", "-and-", " and one ", " & a "})
_CLAUSE_END = re.compile(r"$|[.,;:)!?]| times\b")
