"""Quantities: numbers with the unit, hedge, range and change that the words around them give.

Kinds take from here what lies on their dimensions; nothing here knows a kind. A quantity is one number or one range
("between 5 and 7 km", "$10 to $15 billion"); "5 and 6 kg" and "rose from 5 % to 7 %" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest

from claims.model import Modality
from claims.words.hedge import Hedge, hedge_after, hedge_before
from claims.words.number import Form, Number
from claims.words.trend import compared, trend_before
from claims.words.unit import Unit, currency_of_code, money_before, sterling, unit_after, unit_named, unit_of_word


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with what the words around it make of it. Offsets are into the view."""

    start: int
    """Where its words begin, hedge included."""
    end: int
    """Where its words end, "or more" and per-unit included."""
    core_start: int
    """Where the number begins, currency mark included."""
    core_end: int
    """Where number and unit end."""
    numbers: tuple[Number, ...]
    """One number, or the two ends of a range, scale words applied to both."""
    unit: Unit | None = None
    """Its unit; None for counts, and for bare numbers."""
    hedge: Hedge | None = None
    """Its hedge or bound word."""
    per: str = ""
    """Unit per which it holds, or ""."""
    trend: str = ""
    """`up`, `down` or ""."""
    compared: bool = False
    """Whether a comparative follows ("5 °C warmer")."""
    number_end: int = 0
    """Where the number itself ends."""
    is_movement: bool = False
    """Whether its two ends are the levels before and after a change, and no range."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return len(self.numbers) > 1

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Its number(s) in the written unit: one, the ends of a range, or none where the words name no figure."""
        return tuple(number.value for number in self.numbers) if self.is_range else self.numbers[0].figures


def quantities(text: str, numbers: Sequence[Number]) -> tuple[Quantity, ...]:
    """The quantities that `numbers` of `text` are, in text order.

    A change from one level to another ("fell from $2,415 to $2,315") gives both levels and the movement as a whole.
    """
    singles = [_with_per(text, _single(text, number)) for number in numbers if not _is_late_scale(text, number)]
    shared = _shared(text, _compounds(text, singles))
    merged = _ranges(text, _ranges(text, shared, _DASH), _TO)
    return tuple(_finished(text, list(_with_movements(text, merged))))


# --------------------------------------------------------------------------------------------- number and unit


_LATE_SCALE = re.compile(r" (?P<scale>million|billion|trillion|bn)\b")
_SCALED_CODE = re.compile(r" ?(?P<scale>[MkKT]|bn)(?P<code>[A-Z]{3})\b")
_SCALE_SIZES = {
    "M": 10**6,
    "million": 10**6,
    "k": 1000,
    "K": 1000,
    "T": 1000,
    "bn": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}


def _is_late_scale(text: str, number: Number) -> bool:
    """Whether a bare scale word stands behind a number's currency ("75 USD million"), which takes it."""
    before = text[max(0, number.start - 4) : number.start]
    return before[:3].isupper() and before[3:] == " " and _LATE_SCALE.match(text, number.start - 1) is not None


def _times(number: Number, size: int) -> Number:
    return replace(number, value=number.value * size, step=number.step * size, scale=Decimal(size))


def _scaled_currency(text: str, number: Number) -> Quantity | None:
    """ "75 USD million", "30 MUSD": a currency code with the scale behind or in front of it."""
    found = _SCALED_CODE.match(text, number.end)
    unit = currency_of_code(found["code"]) if found else None
    if found and unit:
        size, end = _SCALE_SIZES[found["scale"]], found.end()
    else:
        unit = currency_of_code(text[number.end + 1 : number.end + 4])
        late = _LATE_SCALE.match(text, number.end + 4)
        if unit is None or late is None:
            return None
        size, end = _SCALE_SIZES[late["scale"]], late.end()
    return Quantity(number.start, end, number.start, end, (_times(number, size),), unit, number_end=number.end)


def _single(text: str, number: Number) -> Quantity:
    start, end = number.start, number.end
    if number.form is Form.CARDINAL and (quantity := _scaled_currency(text, number)):
        return quantity
    of = _OF.match(text, end) if number.form in {Form.VAGUE, Form.FRACTION} else None
    after = unit_after(text, of.end() - 1 if of else end) if number.form is not Form.ORDINAL else None
    before = money_before(text, start)
    if before:
        unit, start = before
        number, start = _signed(text, number, start)
        unit, end = _currency(text, unit, end, after)
        return Quantity(start, end, start, end, (number,), unit, number_end=number.end)
    if after is None or (number.form is Form.DECADE and after[0].dimension != "temperature"):
        return Quantity(start, end, start, end, (number,), number_end=end)
    unit = sterling(after[0], text, start, after[1], number.scale)
    return Quantity(start, after[1], start, after[1], (number,), unit, number_end=end)


_OF = re.compile(r" of (?:an? )?")


def _signed(text: str, number: Number, start: int) -> tuple[Number, int]:
    """A minus before the currency mark ("-$5m") belongs to the number."""
    if text[start - 1 : start] == "-" and not text[max(0, start - 2) : start - 1].strip():
        return replace(number, value=-number.value), start - 1
    return number, start


def _currency(text: str, unit: Unit, end: int, after: tuple[Unit, int] | None) -> tuple[Unit, int]:
    """Which currency a mark before the number means, given what follows it ("$5 million dollars", "$75 U.S.")."""
    if after and after[0].dimension.startswith("money:") and after[0].factor == 1:
        return (unit if after[0].name == "dollar" else after[0]), after[1]
    country = _COUNTRY.match(text, end) if unit.name == "dollar" else None
    if country is None:
        return unit, end
    return unit_named(_COUNTRIES[country["country"].lower().replace(".", "")]), country.end()


_COUNTRIES = {
    "us": "dollar", "usd": "dollar", "cad": "canadian dollar", "cdn": "canadian dollar", "canadian": "canadian dollar",
    "aud": "australian dollar", "australian": "australian dollar", "nzd": "new zealand dollar",
}  # fmt: skip
_COUNTRY = re.compile(
    r" (?P<country>U\.S\.|US|USD|CAD|CDN|Cdn|Canadian|AUD|Australian|NZD)(?=$|[\s.,;:)])(?! dollars?)"
)


# ------------------------------------------------------------------------------------- sums of two units, lists


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
    """Gives numbers of a list the unit that closes it: "5 and 6 kg", "eight or nine euros", "3, 4 and 5 percent"."""
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
            if text[after.core_start : after.numbers[0].start]:
                continue
            shared[i] = _scaled_as(replace(quantity, unit=after.unit), after)
    return shared


_LIST = re.compile(r",? (?:and|or|to|and from|and about) |, |-| - |[–—~/]| [–—] | to (?:about|around|as much as) ")


def _scaled_as(quantity: Quantity, model: Quantity) -> Quantity:
    """Spreads the scale word of a list's or range's last member: "$10 to $15 billion", "four to five thousand".

    Only to a number that is smaller than the last one's own figure: "500 to 1 million" keeps its 500.
    """
    number, last = quantity.numbers[0], model.numbers[-1]
    if number.scale > 1 or last.scale < 1000 or number.value > last.value / last.scale or number.value <= 0:
        return quantity
    bigger = replace(number, value=number.value * last.scale, step=number.step * last.scale, scale=last.scale)
    return replace(quantity, numbers=(bigger,))


# ------------------------------------------------------------------------------------------------------ ranges


_DASH = re.compile(r" ?(?:-|[–—]|~) ?(?:about |~)?|/")
_TO = re.compile(
    r" (?:to|and|or|up to|through|to about|to around|to as much as|to as many as|and about) |-(?:to|and|or)-"
)
_FROM = re.compile(r"\bfrom (?:about |around |roughly |just |only )?$", re.IGNORECASE)
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
    if (low.unit and high.unit is None) or (low.unit or high.unit) != high.unit:
        return None
    between = _BETWEEN.search(text, max(0, low.core_start - 24), low.core_start)
    if not _joins(text, low, high, gap.strip(), between is not None):
        return None
    first = _scaled_as(low, high).numbers[0]
    last = high.numbers[-1]
    opens = between or _FROM.search(text, max(0, low.core_start - 14), low.core_start)
    if first.form not in _CARDINAL or last.form not in _CARDINAL or first.value == last.value:
        return None
    if first.value > last.value:
        if not opens:
            return None
        first, last = last, first
    start = opens.start() if opens else low.core_start
    return replace(
        high, start=start, core_start=low.core_start, numbers=(first, last), hedge=_INSIDE if between else None
    )


_CARDINAL = {Form.CARDINAL, Form.FRACTION}
_INSIDE = Hedge(Modality.BETWEEN, Decimal(0))


def _joins(text: str, low: Quantity, high: Quantity, word: str, between: bool) -> bool:
    """Whether the word between two numbers makes them one range."""
    if word in {"and", "-and-", "and about"}:
        return between
    if word in {"or", "-or-"}:
        return low.unit is high.unit and high.numbers[0].value - low.numbers[0].value == 1
    if word == "/":
        return low.core_start < low.numbers[0].start and high.core_start < high.numbers[0].start
    if between:
        return False
    return word not in {"to", "up to"} or not _is_change(text, low)


def _is_change(text: str, low: Quantity) -> bool:
    """Whether "X to Y" tells a change from one level to another, which are two quantities.

    "Rose from 5 to 7", "rose 5 % to 7 %", "rose by $5 to $7"; "rose by 5 to 7 percent" is a range.
    """
    if _FROM.search(text, max(0, low.core_start - 14), low.core_start):
        clause = _CLAUSE_END.split(text[max(0, low.core_start - 70) : low.core_start])[-1]
        return any(trend_before(clause, word.end()) for word in _WORD_AND_SPACE.finditer(clause))
    own_unit = low.core_end > low.numbers[0].end or low.core_start < low.numbers[0].start
    return own_unit and trend_before(text, low.core_start) is not None


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
        and _FROM.search(text, max(0, low.core_start - 14), low.core_start) is not None
        and {low.numbers[0].form, high.numbers[0].form} <= _CARDINAL
    )


# --------------------------------------------------------------------------------------- hedge, change and per


def _finished(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    last: Quantity | None = None
    for quantity in found:
        worded = _worded(text, quantity, last)
        whole = _between_bounds(text, last, worded) if last else None
        if last and not whole:
            yield last
        last = whole or worded
    if last:
        yield last


def _between_bounds(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """The range that two opposite bounds leave: "more than 10 but fewer than 20 boats"."""
    if not (low.hedge and high.hedge and _BUT.fullmatch(text, low.end, high.start)) or low.is_range or high.is_range:
        return None
    if {low.hedge.modality in _BELOW, high.hedge.modality in _BELOW} != {True, False}:
        return None
    if not {low.hedge.modality, high.hedge.modality} <= _BELOW | _ABOVE or (low.unit and low.unit != high.unit):
        return None
    floor, ceiling = (high, low) if low.hedge.modality in _BELOW else (low, high)
    if floor.numbers[0].value >= ceiling.numbers[0].value:
        return None
    numbers = (floor.numbers[0], ceiling.numbers[0])
    return replace(high, start=low.start, core_start=low.core_start, numbers=numbers, hedge=_INSIDE)


_BUT = re.compile(r",? (?:and|but|yet) (?:are |is |was |were )?|, ")
_BELOW = frozenset({Modality.LESS_THAN, Modality.AT_MOST})
_ABOVE = frozenset({Modality.MORE_THAN, Modality.AT_LEAST})


def _worded(text: str, quantity: Quantity, last: Quantity | None) -> Quantity:
    """The quantity with its hedge and change; `last` is the one before, which it may repeat in another unit."""
    if quantity.is_movement:
        opens = _FROM.search(text, max(0, quantity.start - 14), quantity.start)
        found = trend_before(text, opens.start()) if opens else None
        return replace(quantity, trend=found[0] if found else "")
    if quantity.hedge is None or quantity.hedge is _INSIDE:
        quantity = _with_hedge(text, quantity)
    found = trend_before(text, quantity.start) or _trend_over_object(text, quantity.start)
    if (
        found
        and text[found[1] : found[1] + 5].lower().startswith(("up ", "down "))
        and not _may_go(text, quantity, found[1])
    ):
        found = None
    trend, comparative = found[0] if found else "", compared(text, quantity.core_end)
    if not found and last and (gap := text[last.end : quantity.start]) in _AGAIN and last.unit != quantity.unit:
        trend = last.trend
        if gap != ", or " and quantity.hedge is None:
            quantity = replace(quantity, hedge=last.hedge)
    elif not found and last and _BY_AGAIN.fullmatch(text, last.end, quantity.start):
        trend = last.trend
    return replace(quantity, trend=trend or comparative, compared=bool(comparative))


def _may_go(text: str, quantity: Quantity, at: int) -> bool:
    """Whether "up" or "down" at offset `at` tells a change and does not belong to a verb ("gun down", "ended up")."""
    if quantity.unit and quantity.unit.dimension.startswith(("percent", "money:")):
        return True
    return _COPULA.search(text, max(0, at - 10), at) is not None or text.startswith(" point", quantity.core_end)


_COPULA = re.compile(r"(?:^|[,;:(] ?|\b(?:is|was|were|are|be|been|being|and|but|or) )$")
_AGAIN = frozenset({", or ", " or ", " (", " / "})
"""What stands between an amount and the same amount in other units: "190 points, or 0.6%", "296 hp (224 kW)"."""
_BY_AGAIN = re.compile(r",? (?:and )?[A-Z][\w&.' -]{1,30} by ")


def _trend_over_object(text: str, at: int) -> tuple[str, int] | None:
    """A word of change with its object between: "grew sales by 35 per cent"."""
    if not text.startswith("by ", at - 3):
        return None
    clause = _CLAUSE_END.split(text[max(0, at - 50) : at - 3])[-1]
    words = list(_WORD_AND_SPACE.finditer(clause))[-5:]
    found = [trend for word in words if (trend := trend_before(clause, word.end()))]
    return found[-1] if found else None


def _with_hedge(text: str, quantity: Quantity) -> Quantity:
    before = hedge_before(text, quantity.start)
    after = hedge_after(text, quantity.number_end) or hedge_after(text, quantity.core_end)
    if after and after[0].modality is Modality.EXACT:
        after = None
    if after and after[1] > quantity.end:
        quantity = replace(quantity, end=after[1])
    if before:
        quantity = replace(quantity, start=before[1])
    hedge = before[0] if before and before[0].modality is not Modality.EXACT else None
    chosen = hedge or (after[0] if after else None) or quantity.hedge
    return replace(quantity, hedge=chosen)


_PER_WORDS = (
    r"second|minute|hour|day|night|week|month|quarter|year|decade|season|game|share|gallon|barrel|ounce|pound"
    r"|ton|tonne|kilo|"
    r"kilogram|litre|liter|metre|meter|mile|foot|acre|hectare|head|person|piece|pop|unit|bottle|pint|ticket"
    r"|household|home|"
    r"square foot|square metre|square meter|sq ft|sq m|bushel|therm|vehicle|car|child|pupil|student|vote|visit"
    r"|trip|shift"
)
_PER = re.compile(
    rf"(?: of [a-z-]+(?: [a-z-]+)?(?= (?:a|an|per|every|each) (?:{_PER_WORDS})\b))?"
    rf"(?:(?: ?/ ?)(?P<slash>[A-Za-zµ²³]+\^?\d?)(?!\w)| per (?P<base>[\d,]*\d{{3}}|million|thousand|hundred)\b"
    rf"| per (?P<per>capita|(?:square |cubic )?[a-z]+)\b(?! cent)"
    rf"|(?: an?| each| every|-an?-) ?(?P<each>{_PER_WORDS})\b(?! (?:ago|earlier|later|before|after|and a half|old)))"
)


_PER_AFTER_BRACKET = re.compile(
    rf" \([^()\d]{{0,6}}[\d.,]+[^()]{{0,12}}\)(?: (?:per|an?|each|every) (?P<word>{_PER_WORDS})\b)"
)


_PER_NAMES = {"capita": "person", "head": "person", "annum": "year"}


def per_after(text: str, at: int) -> tuple[str, int] | None:
    """The unit per which an amount that ends at `at` holds ("a month", "per barrel", "/hour"), and where it ends."""
    found = _PER.match(text, at)
    if found is None:
        return None
    word = found["per"] or found["each"] or found["slash"] or found["base"]
    unit = unit_of_word(word)
    if found["slash"] and unit is None:
        return None
    return _PER_NAMES.get(word) or (unit.name if unit else word), found.end()


def _with_per(text: str, quantity: Quantity) -> Quantity:
    found = per_after(text, quantity.core_end)
    if found and (quantity.unit or text[quantity.core_end] != "/"):
        return replace(quantity, end=found[1], per=found[0])
    behind = _PER_AFTER_BRACKET.match(text, quantity.core_end) if quantity.unit else None
    return replace(quantity, per=behind["word"]) if behind else quantity
