"""Numbers written in digits: grouping, decimals, fractions, exponents, ordinal endings and glued magnitudes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from claims.words.numeral import MAGNITUDES
from claims.words.unit import currency_of_code

LONGEST = 24
"""Digits a number may have: more is a serial number or an attack, never a figure of the news."""

_VULGAR = "\u00bc-\u00be\u2150-\u215e"
_DIGITS = re.compile(
    rf"""
    (?: (?<![\w/:])(?<!\d[.,]) | (?<=\bRM) | (?<=\bRs) | (?<=\bRp) | (?<=\$[AC]) | (?<=\$(?:US|AU|NZ|HK))
      | (?<=\bPS)(?=\d[\d.]*(?:m|bn|,\d{{3}}|(?<=\.\d\d))\b)
      | (?<=\b[A-Z]{{3}}) )
    (?:
      (?P<whole>\d{{1,6}})[ -](?P<over>\d{{1,3}})/(?P<under>\d{{1,3}})       # 10 1/2
    | (?P<above>\d{{1,6}})/(?P<below>\d{{1,6}})                              # 3/4
    | (?P<units>\d{{0,6}})\ ?(?P<vulgar>[{_VULGAR}])                         # 2½
    | (?P<spaced>[1-9]\d{{0,2}}(?:\ \d{{3}}){{1,6}}(?:\.\d{{1,9}})?)         # 1 250 000
    | (?P<grouped>\d{{1,3}}(?:,\d{{3}}){{1,8}}(?:\.\d{{1,12}})?|\d{{1,3}}(?:,\ 000){{1,3}}
        | [1-9]\d{{0,2}}(?:'\d{{3}}){{1,8}}(?:\.\d{{1,9}})?                   # 1'250
        | \d{{1,2}}(?:,\d{{2}}){{1,6}},\d{{3}}(?:\.\d{{1,9}})?)              # 1,250.5 and 12,50,000
    | (?P<dotted>\d{{1,3}}(?:\.\d{{3}}){{2,8}}(?:,\d{{1,9}})?
        | \d{{1,3}}(?:\.\d{{3}}){{1,8}},\d{{1,2}}|\d{{1,3}},\d{{2}})         # 1.250.000 and 5,00
    | (?P<plain>\d+(?:\.\d+)?|\.\d+)
        (?: [eE](?P<power>[+-]?\d{{1,2}})(?![\w.]) | \ ?[x×]\ ?10\^?(?P<ten>-?\d{{1,2}})(?!\w) )?
    )
    (?!\d|[.,:/]\d)
    (?: (?P<ordinal>st|nd|rd|th)\b | (?P<decade>'?s)\b | (?P<glued>[a-zA-Z]{{1,3}})\b
      | \ (?P<apart>bn|bln|mln|mn|tn|trn|tln|Cr)\b )?
    """,
    re.VERBOSE,
)
_TOO_LONG = re.compile(rf"\d{{{LONGEST + 1},}}|\d{{1,3}}(?:[ ,.]\d{{3}}){{{LONGEST // 3},}}")
_SIGN = re.compile(r"(?:\b(?:minus|negative)[ -]|(?<![\w)%.,\]])(?<!\d )-)$", re.IGNORECASE)
_DASHED = re.compile(r"(?:^|(?<!\d) |\()[\u2012\u2013]$")
_DASHED_UNIT = re.compile(r" ?[%°]| degrees?\b|(?: ?[CF])\b| (?:and|to) [-\u2012\u2013]\d")
"""What follows a number before which a short dash is a minus ("–3 °C"); else it may open an aside ("–12 of them–")."""
_SIGNED_UNIT = re.compile(r" ?[%°]")
_INDEX_FALLS = re.compile(r"[A-Z]\w* \d+ -$")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₽₩₦₱₪฿]|\b(?:[A-Z]{3}|RM|PS|Rs\.?)) ?$")
_ENDS_IN_FIRST = re.compile(r"(?:^|[^1])1st$")
"""What can be an ordinal in "st": the fifteen of "15st" are stone."""
_RACE = re.compile(r" (?:race|runs?|walk|marathon|event|course|swim)\b")
_MANY_THINGS = re.compile(
    r"(?: (?!(?:of|in|at|for|from|to|by|that|which|with|on|as|was|is|has|were|are|hurdles|sprints|metres|meters"
    r"|long|high|"
    r"tall|wide|deep|away|race)\b)[a-z-]+){0,4} (?:[a-z-]{3,}s|people|men|women|children)\b"
)


class Literal(NamedTuple):
    """A number written in digits."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: Decimal
    sort: str
    """`cardinal`, `ordinal`, `fraction` or `decade`."""


def literals(text: str) -> Iterator[Literal]:
    """Every number in digits, in text order; absurdly long ones are left out."""
    for found in _DIGITS.finditer(text):
        if found.end() - found.start() <= 2 * LONGEST:
            literal = _literal(found, text)
            if literal is not None:
                yield literal


def refused_digits(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each stretch of digits that `literals` leaves out for its length."""
    return tuple(found.span() for found in _TOO_LONG.finditer(text))


def sign_start(text: str, start: int) -> int | None:
    """Where the minus sign or word before a number at `start` stands, or None where there is none."""
    found = _SIGN.search(text, max(0, start - 9), start) if start else None
    return found.start() if found else None


def _literal(found: re.Match[str], text: str) -> Literal | None:
    before = text[max(0, found.start() - 3) : found.start()]
    if len(before) == 3 and before.isalpha() and currency_of_code(before) is None and before != "RMB":
        return None
    value, step, sort = _value(found)
    end, scale = found.end(), Decimal(1)
    if value is None:
        return None
    if found["ordinal"] == "st" and not _ENDS_IN_FIRST.search(found.group()):
        end -= len("st")
    elif found["ordinal"]:
        sort = "ordinal"
    elif found["decade"]:
        if value % 10 or not value or sort != "cardinal":
            return None
        sort = "decade"
    elif letters := found["glued"] or found["apart"]:
        scale = _magnitude(letters, found, text) if sort == "cardinal" else scale
        end = end if scale > 1 else end - len(letters) - bool(found["apart"])
    start = sign_start(text, found.start())
    if start is None and (
        (_SIGNED_UNIT.match(text, end) and _INDEX_FALLS.search(text, max(0, found.start() - 24), found.start()))
        or (_DASHED_UNIT.match(text, end) and _DASHED.search(text, max(0, found.start() - 3), found.start()))
    ):
        start = found.start() - 1
    if start is None or sort == "decade":
        return Literal(found.start(), end, value * scale, step * scale, scale, sort)
    return Literal(start, end, -value * scale, step * scale, scale, sort)


def _value(found: re.Match[str]) -> tuple[Decimal | None, Decimal, str]:
    """Value, last place and sort; no value for what only looks like a number ("24/7", a division by nothing)."""
    for whole, above, below in (("whole", "over", "under"), (None, "above", "below")):
        if found[above]:
            under = Decimal(found[below])
            if not under or found.group() in {"24/7", "9/11"}:
                return None, under, ""
            part = Decimal(found[above]) / under
            return (Decimal(found[whole]) + part if whole else part), part, "cardinal" if whole else "fraction"
    if found["vulgar"]:
        part = _vulgar(found["vulgar"])
        return Decimal(found["units"] or 0) + part, part, "cardinal" if found["units"] else "fraction"
    if found["dotted"]:
        words = found["dotted"].replace(".", "").replace(",", ".")
    else:
        words = (
            (found["spaced"] or found["grouped"] or found["plain"]).replace(",", "").replace(" ", "").replace("'", "")
        )
    if len(words) > LONGEST:
        return None, Decimal(1), ""
    value = Decimal(words)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    power = int(found["power"] or found["ten"] or 0)
    return value.scaleb(power), step.scaleb(power), "cardinal"


def _vulgar(char: str) -> Decimal:
    above, _, below = unicodedata.normalize("NFKC", char).partition("\u2044")
    return Decimal(above or 1) / Decimal(below or 1)


def _magnitude(letters: str, found: re.Match[str], text: str) -> Decimal:
    """What the letters glued to a number multiply it by; 1 where they are no magnitude but a unit or part of a name.

    "m" and "M" are millions after money and before a plural ("1.5m people"), else metres; "4.5m waves" is misread.
    "k" is a thousand but for races ("a 10k run").
    """
    plain = letters.lower()
    if plain not in MAGNITUDES:
        return Decimal(1)
    size = Decimal(MAGNITUDES[plain])
    if _MONEY_BEFORE.search(text, max(0, found.start() - 4), found.start()):
        return size
    if plain in {"bn", "mn", "bln", "mln", "tn", "trn", "tln", "b", "cr"}:
        return size
    if plain == "k":
        return Decimal(1) if _RACE.match(text, found.end()) else size
    if letters in {"m", "M"} and _MANY_THINGS.match(text, found.end()):
        return size
    return size if letters == "M" else Decimal(1)
