"""Amounts that belong together: sums of two units, lists that share a unit, ranges, and changes between two levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, zip_longest

from claims.model import Modality
from claims.words.amount import Quantity
from claims.words.hedge import Hedge
from claims.words.noun import counted
from claims.words.number import Form
from claims.words.trend import is_moving, trend_before
from claims.words.unit import Unit, unit_named


def joined(text: str, singles: Sequence[Quantity]) -> list[Quantity]:
    """The amounts of `text` with sums and ranges joined, units shared in lists, and movements led by the whole."""
    shared = _shared(text, _compounds(text, _in_millions(text, singles)))
    return list(_with_movements(text, _ranges(text, _ranges(text, shared, _DASH), _TO)))


# ---------------------------------------------------------------------------------------- sums of two units, lists


_PARTS = {
    ("foot", "inch"): 12, ("yard", "foot"): 3, ("pound mass", "ounce"): 16, ("stone", "pound mass"): 14,
    ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000,
}  # fmt: skip
_PART_GAP = re.compile(r"(?:,? |, and | and |-)?$")


def _compounds(text: str, singles: Sequence[Quantity]) -> list[Quantity]:
    """Two units of one measure in a row are one quantity, in the smaller: "5 ft 11 in", "six feet four inches"."""
    joined: list[Quantity] = []
    for quantity in singles:
        last = joined[-1] if joined else None
        whole = _compound(text, last, quantity) if last and last.unit else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _compound(text: str, last: Quantity, quantity: Quantity) -> Quantity | None:
    gap = text[last.core_end : quantity.core_start]
    if last.unit is None or last.per or not _PART_GAP.match(gap) or last.numbers[0].step < 1:
        return None
    unit = quantity.unit
    if unit is None and last.unit.name == "foot" and not gap.strip(" -") and quantity.numbers[0].value < 12:
        unit = unit_named("inch") if text[last.core_end - 1] in "'′" or gap == " " else None
    if unit is None and _CHANGE.match(text, quantity.core_end) and last.unit.dimension.startswith("money:"):
        cents = quantity.numbers[0]
        minor = cents.step == 1 and 10 <= cents.value < 100 and text[last.core_end - 1].islower()
        unit = replace(last.unit, factor=Fraction(1, 100)) if minor and gap in {" ", " and "} else None
    if unit is None or quantity.numbers[0].value < 0:
        return None
    return _sum(last, quantity, unit)


_CHANGE = re.compile(r"$|[.,;!?](?!\d)")


def _sum(last: Quantity, quantity: Quantity, unit: Unit) -> Quantity | None:
    """The two amounts as one, in the smaller unit; money in the larger."""
    first, second = last.numbers[0], quantity.numbers[0]
    assert last.unit is not None
    if last.unit.dimension == unit.dimension and unit.dimension.startswith("money:"):
        if last.unit.factor != 1 or unit.factor == 1 or second.value >= 100:
            return None
        number = replace(second, start=first.start, value=first.value + second.value / 100, step=Decimal("0.01"))
        return replace(last, end=quantity.end, core_end=quantity.core_end, numbers=(number,))
    times = _PARTS.get((last.unit.name, unit.name))
    if times is None or second.value >= times:
        return None
    number = replace(second, start=first.start, value=first.value * times + second.value)
    return replace(last, end=quantity.end, core_end=quantity.core_end, numbers=(number,), unit=unit)


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """Gives numbers of a list the unit that closes it: "5 and 6 kg", "eight or nine euros", "3, 4 and 5 percent".

    A comma opens no list, alone or before the last of two: "pupils aged 18, 5 percent more", "the mean age was 66, and
    43 percent were women". "A rise of 2, 3 percent" loses its 2.
    """
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        quantity, after = shared[i], shared[i + 1]
        gap = text[quantity.core_end : after.core_start]
        if (
            quantity.unit is None
            and after.unit
            and _LIST.fullmatch(gap)
            and quantity.numbers[0].form is not Form.ORDINAL
        ):
            if gap == ", " and after is found[i + 1]:
                continue
            if gap.startswith(", and ") and not _is_listed(text, found, i):
                continue
            if text[after.core_start : after.numbers[0].start] or _says_again(gap, quantity, after):
                continue
            shared[i] = _scaled_as(replace(quantity, unit=after.unit), after)
    return shared


def _is_listed(text: str, found: Sequence[Quantity], i: int) -> bool:
    """Whether a comma and nothing else stands between a number and the one before it, which has no unit either."""
    return i > 0 and found[i - 1].unit is None and text[found[i - 1].core_end : found[i].core_start] == ", "


def _says_again(gap: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second tells the first in another way: "of 400 homes 96, or 24 percent", not "2, or 3 percent"."""
    return gap.startswith(", or ") and one.numbers[0].value >= 2 * other.numbers[0].value


_LIST = re.compile(
    r",? (?:and|or|to|and from|and about) |, |-| - |[–—~/]| [–—] | to (?:about|around|as much as) |- (?:and|or|to) "
)


def _scaled_as(quantity: Quantity, model: Quantity) -> Quantity:
    """Spreads the scale word of a list's or range's last member: "$10 to $15 billion", "four to five thousand".

    Only to a number that is smaller than the last one's own figure: "500 to 1 million" keeps its 500.
    """
    number, last = quantity.numbers[0], model.numbers[-1]
    if number.scale > 1 or last.scale < 1000 or number.value > last.value / last.scale or number.value <= 0:
        return quantity
    bigger = replace(number, value=number.value * last.scale, step=number.step * last.scale, scale=last.scale)
    return replace(quantity, numbers=(bigger,))


# --------------------------------------------------------------------------------------------------------- ranges


_M_GAP = re.compile(r" ?[-–—] ?| (?:to|and|or) ")


def _in_millions(text: str, singles: Sequence[Quantity]) -> list[Quantity]:
    """Reads the "m" of one end of a range as the other end lets it mean: "5m to 10m euros", "between £500,000 and 1m".

    Alone it would be metres. "He gave £500 to 100m runner Bell" is no range, for the runner follows.
    """
    found = list(singles)
    for i, (low, high) in enumerate(pairwise(singles)):
        if not _M_GAP.fullmatch(text, low.core_end, high.core_start):
            continue
        closed = text[low.core_end] != " " or not _WORD_AFTER.match(text, high.core_end)
        if _is_metres(text, low) and high.numbers[0].scale == 10**6 and text[high.number_end - 1] in "mM":
            found[i] = _of_millions(low, high.unit)
        elif _is_metres(text, high) and _is_marked(low) and closed:
            found[i + 1] = _of_millions(high, low.unit)
    return found


_WORD_AFTER = re.compile(
    r"-| (?!(?:in|for|on|of|to|at|by|from|and|or|over|a|an|per|each|this|last|next|is|was|will)\b)[a-z]"
)


def _is_metres(text: str, quantity: Quantity) -> bool:
    """Whether its unit is metres, written as an "m" that touches the number."""
    metres = quantity.unit is not None and quantity.unit.name == "metre"
    return (
        metres
        and text[quantity.number_end] in "mM"
        and not text[quantity.number_end + 1 : quantity.number_end + 2].isalpha()
    )


def _is_marked(quantity: Quantity) -> bool:
    """Whether the mark or code of a currency stands before its number and nothing of it behind."""
    money = quantity.unit is not None and quantity.unit.dimension.startswith("money:")
    return money and quantity.core_start < quantity.numbers[0].start and quantity.core_end == quantity.number_end


def _of_millions(quantity: Quantity, unit: Unit | None) -> Quantity:
    number, size, end = quantity.numbers[0], Decimal(10**6), quantity.number_end + 1
    number = replace(number, value=number.value * size, step=number.step * size, scale=size, end=end)
    return replace(quantity, end=end, core_end=end, numbers=(number,), unit=unit, number_end=end)


_DASH = re.compile(r" ?(?:-|[–—]|~) ?(?:about |~)?|/")
_TO = re.compile(
    r" (?:to|and|or|up to|through|to about|to around|to as much as|to as many as|and about) |-(?:to|and|or)-"
    r"|- (?:to|and|or) "
)
FROM = re.compile(r"\bfrom (?:about |around |roughly |just |only )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:in )?between (?:about |around |roughly )?$", re.IGNORECASE)


def _ranges(text: str, found: Sequence[Quantity], gap: re.Pattern[str]) -> list[Quantity]:
    """Joins pairs with such a gap between them; dashes bind closer than words ("24 to 33-35" holds one range)."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged else None
        whole = None
        if last and not (last.is_range or quantity.is_range) and gap.fullmatch(text, last.end, quantity.core_start):
            whole = _range(text, last, quantity)
        if whole:
            merged[-1] = whole
        else:
            merged.append(quantity)
    return merged


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """The range that two quantities are the ends of, or None where they are two."""
    gap = text[low.end : high.core_start]
    high = _marked_as(text, low, high)
    if (low.unit and high.unit is None) or (low.unit or high.unit) != high.unit:
        return None
    between = _BETWEEN.search(text, max(0, low.core_start - 24), low.core_start)
    if not _joins(text, low, high, gap.strip(), between is not None):
        return None
    first = _scaled_as(low, high).numbers[0]
    last = high.numbers[-1]
    opens = between or FROM.search(text, max(0, low.core_start - 14), low.core_start)
    if first.form not in _CARDINAL or last.form not in _CARDINAL or first.value == last.value:
        return None
    if first.value > last.value:
        if not (opens or first.value < 0):
            return None
        first, last = last, first
    start = opens.start() if opens else low.core_start
    return replace(
        high, start=start, core_start=low.core_start, numbers=(first, last), hedge=INSIDE if between else None
    )


def _marked_as(text: str, low: Quantity, high: Quantity) -> Quantity:
    """The upper end with the currency that a mark before the lower one gives to both: "£2-3bn", "$5,000 to 10,000".

    Not where the second figure counts something of its own ("gave $5,000 to 20 schools"). "The fine is $500 - 20 more
    than in May" is misread.
    """
    if high.unit or low.per or not _is_marked(low) or high.numbers[0].value < 0:
        return high
    apart = text[low.core_end] == " " and counted(text, high.core_end, single=False)
    return high if apart or _WORD_PART.match(text, high.core_end) else replace(high, unit=low.unit)


_WORD_PART = re.compile(r"-?[^\W\d_]")
"""What runs on behind a figure that is a part of a word ("gave $10 to 12-year-old Mia")."""
_CARDINAL = {Form.CARDINAL, Form.FRACTION}
INSIDE = Hedge(Modality.BETWEEN, Decimal(0))


def _joins(text: str, low: Quantity, high: Quantity, word: str, between: bool) -> bool:
    """Whether the word between two numbers makes them one range."""
    if word in {"and", "-and-", "- and", "and about"}:
        return between
    if word in {"or", "-or-", "- or"}:
        first, last = _scaled_as(low, high).numbers[0], high.numbers[0]
        return low.unit is high.unit and last.value - first.value == (last.scale if first.scale == last.scale else 1)
    if word == "/":
        return low.core_start < low.numbers[0].start and high.core_start < high.numbers[0].start
    if between:
        return False
    return word not in {"to", "up to"} or not _is_change(text, low, high)


def _is_change(text: str, low: Quantity, high: Quantity) -> bool:
    """Whether "X to Y" tells a change from one level to another, which are two quantities.

    "Rose from 5 to 7", "rose 5 % to 7 %", "rose by $5 to $7"; "rose by 5 to 7 percent" is a range.
    """
    if FROM.search(text, max(0, low.core_start - 14), low.core_start):
        clause = _CLAUSE_END.split(text[max(0, low.core_start - 70) : low.core_start])[-1]
        return any(trend_before(clause, word.end()) for word in _WORD_AND_SPACE.finditer(clause))
    own_unit = low.core_end > low.numbers[0].end or low.core_start < low.numbers[0].start
    change = trend_before(text, low.core_start) if own_unit else None
    return change is not None and not (_is_marked(low) and _is_moved(text, change[1], low, high))


def _is_moved(text: str, at: int, low: Quantity, high: Quantity) -> bool:
    """Whether the word of change at `at` moves a sum of money: "lost $500,000 to $1 million" is a range.

    "The share lost $2 to $38" tells a fall and a level, which mostly lies many times higher. "The share lost $5 to $20"
    is misread, as the range that holds both.
    """
    word = text[at : at + 5].lower()
    first, last = _scaled_as(low, high).numbers[0].value, high.numbers[0].value
    return is_moving(text, at) and not word.startswith(("up ", "down ")) and last < 10 * first


_CLAUSE_END = re.compile(r"[.;:,()]")
_WORD_AND_SPACE = re.compile(r"\S+ ")


def _with_movements(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, each pair of levels "from X to Y" led by the movement that joins them."""
    for low, high in zip_longest(found, found[1:]):
        if high is not None and _is_movement(text, low, high):
            yield replace(
                high, start=low.core_start, core_start=low.core_start, numbers=(low.numbers[0], high.numbers[0]),
                is_movement=True,
            )  # fmt: skip
        yield low


def _is_movement(text: str, low: Quantity, high: Quantity) -> bool:
    return (
        low.unit == high.unit
        and not (low.is_range or high.is_range)
        and text[low.end : high.core_start] == " to "
        and FROM.search(text, max(0, low.core_start - 14), low.core_start) is not None
        and {low.numbers[0].form, high.numbers[0].form} <= _CARDINAL
    )
