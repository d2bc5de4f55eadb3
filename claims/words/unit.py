"""Units: which unit stands after a number or which currency before it, and how big it is.

The tables `unit.toml` and `currency.toml` hold the units with their sources; this module finds them in a text and turns
amounts into the canonical unit of their dimension, exactly.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from claims.words.alternation import any_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement."""

    name: str
    """Singular, British spelling: "kilometre per hour"."""
    dimension: str
    """What it measures: `length`, `speed`, `money:USD` ..."""
    canonical: str
    """Name of the dimension's canonical unit."""
    factor: Fraction
    """Its size in the canonical unit."""
    offset: Fraction = Fraction(0)
    """What is added to an amount before the factor is applied (temperatures)."""

    def canonical_amount(self, amount: Decimal) -> Decimal:
        """`amount` of this unit in the canonical unit, to 28 significant digits."""
        if self.factor == 1 and not self.offset:
            return amount
        exact = (Fraction(amount) + self.offset) * self.factor
        return Decimal(exact.numerator) / Decimal(exact.denominator)

    def difference(self) -> Unit:
        """The unit as one of differences: "5 °C warmer" has no zero point and is a dimension of its own."""
        return replace(self, dimension=f"{self.dimension}-difference", offset=Fraction(0))


@dataclass(frozen=True, slots=True)
class _Forms:
    words: dict[str, Unit]
    """Units by written form, lower case."""
    symbols: dict[str, Unit]
    """Units by symbol that may stand apart from the number."""
    glued: dict[str, Unit]
    """Units by symbol that must touch the number."""
    before: dict[str, Unit]
    """Currencies by what stands before the number."""
    after_words: re.Pattern[str]
    after_symbols: re.Pattern[str]
    before_number: re.Pattern[str]


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that a number ending at `at` is followed by, and where the unit ends; None where there is none.

    The longest form wins: "5 m" is metres, "5 metres per second" a speed; a mark of money before a digit belongs to the
    amount that it begins ("$10-$20"). Currencies named after the number are units
    too ("5 million euros"); "pounds" are always weight here (see `sterling`).
    """
    forms = _forms()
    best: tuple[Unit, int] | None = None
    found = forms.after_words.match(text, at)
    if found and found["word"] not in _NAMES:
        best = forms.words[_plain(found["word"])], found.end()
    found = forms.after_symbols.match(text, at)
    if found and (best is None or found.end() > best[1]):
        mark = found["apart"] or found["glued"]
        unit = forms.symbols[mark] if found["apart"] else forms.glued[mark]
        after = text[found.end() : found.end() + 1]
        next_amount = after.isdigit() and unit.dimension.startswith("money:")
        if not (next_amount or _is_quote(text, at, mark) or (mark in _PRIMES and after.isalpha())):
            best = unit, found.end() - _ends_sentence(text, found.end(), mark)
    if best is None and (found := _INCH.match(text, at)):
        best = unit_named("inch"), found.end("word")
    return best


def _ends_sentence(text: str, end: int, mark: str) -> bool:
    """Whether the full stop of a symbol ends its sentence ("35 km.") and the symbol does without it."""
    return mark.endswith(".") and mark[:-1] in _forms().symbols and _SENTENCE_ENDS.match(text, end) is not None


_SENTENCE_ENDS = re.compile(r"[\"')]*(?:$|\s+[\"'(]?[A-Z])")


def money_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency whose mark or code stands before a number at `at`, and where the mark begins.

    A sign set off by spaces after another number, a year aside, belongs to that one ("10 $ 30 cents").
    """
    found = _forms().before_number.search(text, max(0, at - 8), at)
    sign = found is not None and len(found["mark"].rstrip()) == 1 and text[at - 1] == " "
    if found and sign and _NUMBER_BEFORE.search(text, max(0, found.start() - 5), found.start()):
        return None
    return (_forms().before[found["mark"].rstrip()], found.start("mark")) if found else None


def unit_named(name: str) -> Unit:
    """The unit of that name ("mile per hour", "canadian dollar"). Raises KeyError for an unknown one."""
    return _by_name()[name]


def currency_of_code(code: str) -> Unit | None:
    """The currency of an ISO 4217 code in capitals, or None."""
    return _by_code().get(code)


def unit_of_word(word: str) -> Unit | None:
    """The unit that a word names ("hours": hour), or None."""
    return _forms().words.get(_plain(word)) or _forms().symbols.get(word)


def sterling(unit: Unit, text: str, start: int, end: int, scale: Decimal) -> Unit:
    """Pounds of weight or of money, told by their company.

    Money where the amount runs into millions, where the text writes "£" or where a word of paying stands within forty
    characters. "Paid for 200 pounds of bread" is misread.
    """
    if unit.name != "pound mass" or not text[max(0, end - 6) : end].lower().endswith(("pound", "pounds")):
        return unit
    near = text[max(0, start - 40) : end + 24]
    if scale >= 10**6 or "£" in text or _PAYING.search(near):
        return unit_named("pound sterling")
    return unit


_NUMBER_BEFORE = re.compile(r"(?<!\d{3})\d $")
_PRIMES = frozenset("'′″")
_NAMES = frozenset(
    {"Stone", "Cent", "Mark", "Rand", "Won", "Bar", "Real", "Franc", "Foot", "Carat", "Bit", "Mil", "Sen"}
)
"""Unit words that with a capital are rather names ("2016 Stone spoke")."""
_INCH = re.compile(r"[ -](?P<word>in)(?= (?:thick|long|wide|deep|tall|high|diameter|across|in diameter)\b)")
_PAYING = re.compile(
    r"\b(?:pa(?:y|id|ys|ying)|costs?|fined?|worth|sold|prices?|priced|salary|spen[dt]|spending|rais(?:e|ed|ing)|bail|debts?|"
    r"wages?|bills?|deal|funds?|funding|budget|sterling|earn(?:ed|s)?|loans?|lottery|profits?|compensation|damages|"
    r"stak(?:e|es|ed|ing)|bets?|wager(?:s|ed)?|bribes?|bribed|stole|stolen|steal|ransom|prize|owe[sd]?)\b",
    re.IGNORECASE,
)


def _is_quote(text: str, at: int, mark: str) -> bool:
    """Whether a mark after a number closes a quotation instead of meaning feet or inches.

    It does where one is open. Text that leaves a quotation open and then gives a height in marks is misread.
    """
    if mark not in {"'", '"'}:
        return False
    if mark == '"':
        return text.count('"', 0, at) % 2 == 1
    return not text[at + 1 : at + 2].isdigit() and bool(_OPEN_QUOTE.search(text, max(0, at - 80), at))


_OPEN_QUOTE = re.compile(r"(?:^|[\s(])'[^']*$")


def _plain(words: str) -> str:
    return words.lower().replace("-", " ")


# -------------------------------------------------------------------------------------------------- tables


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("claims.words").joinpath(name).read_text(encoding="utf-8"))


def _unit_rows() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Each unit with its words and symbols."""
    for dimension, table in _toml("unit.toml").items():
        for row in table["units"]:
            offset = Fraction(row.get("offset", 0))
            unit = Unit(row["name"], dimension, table["canonical"], Fraction(row["factor"]), offset)
            yield unit, row["words"], row["symbols"]


def _currency_rows() -> Iterator[tuple[Unit, list[str], list[str], list[str]]]:
    """Each currency and minor unit with its words, glued symbols and what stands before a number."""
    for row in _toml("currency.toml")["currency"]:
        dimension = f"money:{row['code']}"
        major = Unit(row["name"], dimension, row["name"], Fraction(1))
        yield major, [*row["after"], f"{row['code']}|{row['code']}"], [], [*row["before"], row["code"]]
        for minor in row["minor"]:
            unit = Unit(minor["name"], dimension, row["name"], Fraction(minor["factor"]))
            yield unit, minor["words"], [f"glued:{symbol}" for symbol in minor["symbols"]], []


@cache
def _by_name() -> dict[str, Unit]:
    units = [row[0] for row in _unit_rows()]
    return {unit.name: unit for unit in [*units, *(row[0] for row in _currency_rows())]}


@cache
def _by_code() -> dict[str, Unit]:
    units = {unit.dimension.removeprefix("money:"): unit for unit in _by_name().values() if unit.factor == 1}
    return {code: unit for code, unit in units.items() if unit.dimension.startswith("money:")}


def _written(words: Iterable[str]) -> Iterator[str]:
    for entry in words:
        forms = entry.split("|") if "|" in entry else [entry, entry + "s"]
        yield from (_plain(form) for form in forms)


@cache
def _forms() -> _Forms:
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    glued: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    none: list[str] = []
    rows = [(*row, none) for row in _unit_rows()]
    for unit, names, marks, ahead in [*rows, *_currency_rows()]:
        words |= {form: unit for form in _written(names) if form not in words}
        glued |= {mark.removeprefix("glued:"): unit for mark in marks if mark.startswith("glued:")}
        symbols |= {mark: unit for mark in marks if not mark.startswith("glued:")}
        before |= {mark.rstrip(): unit for mark in ahead}
        symbols |= {mark: unit for mark in ahead if len(mark) == 1}
    return _Forms(
        words, symbols, glued, before,
        re.compile(rf"[ -]?(?P<word>{any_of(words).replace(' ', '[ -]')})(?![\w])", re.IGNORECASE),
        re.compile(rf"(?:[ -]?(?P<apart>{any_of(symbols)})|(?P<glued>{any_of(glued)}))(?:(?<!\w)|(?!\w))"),
        re.compile(rf"(?<![\w$])(?P<mark>(?:{any_of(before)}) ?)$"),
    )  # fmt: skip
