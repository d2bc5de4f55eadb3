"""One number with the unit, currency and per-unit that stand at it, and the value type that carries them on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.words.hedge import Hedge
from claims.words.number import Form, Number
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


def amount(text: str, number: Number) -> Quantity:
    """The quantity that a number is with its unit and what it holds per ("$3,500 a month"); no hedge yet."""
    return _with_per(text, _single(text, number))


def is_late_scale(text: str, number: Number) -> bool:
    """Whether a bare scale word stands behind a number's currency ("75 USD million"), which takes it."""
    before = text[max(0, number.start - 4) : number.start]
    return before[:3].isupper() and before[3:] == " " and _LATE_SCALE.match(text, number.start - 1) is not None


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
    after = unit_after(text, _unit_start(text, number)) if number.form is not Form.ORDINAL else None
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


_OF = re.compile(r" (?:of (?:an? )?|an? )")
_OF_ONE = re.compile(r" of (?:1|one)(?=[ -]?(?:%|per ?cent\b|percentage point\b))", re.IGNORECASE)


def _unit_start(text: str, number: Number) -> int:
    """Where the unit of a number may begin: behind "of a" in "half of a mile", behind "of 1" in "half of 1 percent"."""
    if _is_part(number) and (one := _OF_ONE.match(text, number.end)):
        return one.end()
    of = _OF.match(text, number.end) if number.form in {Form.VAGUE, Form.FRACTION} else None
    return of.end() - 1 if of else number.end


def _is_part(number: Number) -> bool:
    return number.form is Form.FRACTION or (number.form is Form.CARDINAL and 0 < number.value < 1)


def is_one_of_part(text: str, number: Number, before: Number | None) -> bool:
    """Whether a number is the one percent of which the number before it tells a part: "half of 1 percent"."""
    if before is None or not _is_part(before):
        return False
    of = _OF_ONE.match(text, before.end)
    return of is not None and before.end < number.start < of.end()


def _signed(text: str, number: Number, start: int) -> tuple[Number, int]:
    """A minus before the currency mark ("-$5m") belongs to the number."""
    if text[start - 1 : start] in ("-", "\u2012", "\u2013") and not text[max(0, start - 2) : start - 1].strip():
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
