"""Numbers that measure nothing: parts of names and addresses, phone and list numbers, years, idioms.

Reading one of these as a quantity makes a false claim, so a number that looks like a name's part stays silent unless a
unit says otherwise. The bias is named at each rule; dates and times proper are read before and never come here.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.words.number import Form, Number
from claims.words.unit import currency_of_code, unit_after

_ANYWHERE = re.compile(
    r"""
      (?:https?://|www\.)\S+ | \S+@\S+\.\w+ | \#\d+ | @\w+
    | \+\d[\d ()-]{6,}\d | \(\d{3}\)\ ?\d{3}-\d{4} | \b(?:\d-)?\d{3}-\d{3}-\d{4}\b | \b\d{3}\.\d{3}\.\d{4}\b
    | \b0\d{2,4}\ \d{3,4}\ \d{3,4}\b                                        # telephones
    | \b\d{4}-\d{2}(?:-\d{2})?\b | \b\d{1,2}/\d{1,2}/\d{2,4}\b               # dates in digits
    | \b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b                                 # clock times and running times
    | \b\d{1,2}(?:[:.]\d{2})?\ ?(?:a\.m\.|p\.m\.|am|pm|AM|PM|a\.m|p\.m)(?!\w)
    | \b[A-Z]{1,2}\d[A-Z\d]?\ \d[A-Z]{2}\b | \b[A-Z]{2}\ \d{5}(?:-\d{4})?\b(?!,\d) | \b\d{5}\ ZIP\b   # postcodes
    | \b\d{1,5}\ (?:[NSEW]\.?\ )?(?:[A-Z][\w'.-]+\ ){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Lane|Ln|Drive|Dr
        |Way|Court|Ct|Place|Pl|Highway|Hwy|Parkway|Terrace|Square|Crescent|Close)\b                   # addresses
    | \b\d{1,5}\ [NSEW]\.?\ \d+(?:st|nd|rd|th)\b
    | \b(?:19|20)\d\d[-/–](?:\d\d|(?:19|20)\d\d)\b                            # 2012-13
    | \b(?i:covid)\ ?-?\ ?19\b
    | \b(?:9-?1-?1|9/11|24/7)\b(?![,.]\d)                                     # emergency calls, idioms
    | \b(?:four-by-four|4-by-4|4x4|50-50|fifty-fifty)\b
    | \b\d+(?:\.\d+){2,}\b | \bv\d+(?:\.\d+)?\b                               # versions
    """,
    re.VERBOSE,
)
_ATTACHED = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+)-$")
_MONTH = re.compile(r"\b(?i:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.? $")
_GLUED_LETTERS = re.compile(r"[^\W\d_]|-[A-Z]|-\d{3}(?!\d)|_")
_CODE = re.compile(r"\b(?P<letters>[A-Z]{2,})[ -]?\d+-$")
_CAPITAL_BEFORE = re.compile(r"(?:^|(?P<inside>[^\s.!?:\"(] ))(?P<word>[A-Z](?:[\w&'.+-]*[\w&'+-])?) $")
_QUOTED_BEFORE = re.compile(r"[\"'][A-Z]\w+ $")
_QUOTE_AFTER = re.compile(r"[.,]?[\"']")
_COUNTED_AFTER = re.compile(r"[ -](?:more |other |new |extra )?[a-z][a-z-]{2,}")
_IDIOM = re.compile(
    r"(?:\b(?:no|any|every|some|square|day|number|each|this|that|which|the) )?\bone"
    r"(?:-(?:on|off|time|sided|way|man|woman|stop|day|size)\b"
    r"| (?:another|day|thing|hand|side|way|such|end|time|point|by one|and only|word|wonders|might|must|may"
    r"|of a kind)\b)",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"(?:^|[;:.] |\()\(?$")
_PLURAL_AFTER = re.compile(r" (?:[A-Z]?[\w-]+ )?[A-Z]?[a-z-]+(?:s|en|ple|dead|hurt|injured|killed)\b")
_NO_YEAR_AFTER = re.compile(
    r"[ -](?:(?!the |a |an |of |in |on |at |to |for |and |as |when |with |from |by |that |was |has |his |her "
    r"|its )[a-z-]+ ){0,3}"
    r"(?:[a-z]+s|people|men|women|children)\b"
)


class _Lists(NamedTuple):
    designator: re.Pattern[str]
    named: re.Pattern[str]
    attached: frozenset[str]
    year: re.Pattern[str]


@cache
def _lists() -> _Lists:
    table = tomllib.loads(files("claims.words").joinpath("noise.toml").read_text(encoding="utf-8"))
    names, lower, years = ("|".join(table[name].split()) for name in ("designators", "lower", "years"))
    return _Lists(
        re.compile(rf"\b(?:(?:{names})s?\.?|(?i:{lower})\.?)[ -]$"),
        re.compile(rf"\b(?:{'|'.join(table['indexes'])})[ -]$"),
        frozenset(table["attached"].split()),
        re.compile(rf"(?:\b(?:{years}|\d{{1,2}},)|\bA\.D)\.?[ -]$", re.IGNORECASE),
    )


@lru_cache(maxsize=8)
def _spans(text: str) -> tuple[list[int], list[int]]:
    found = [match.span() for match in _ANYWHERE.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def is_noise(text: str, number: Number) -> bool:
    """Whether a number measures nothing, by what stands around it."""
    starts, ends = _spans(text)
    at = bisect_right(starts, number.start)
    if at and ends[at - 1] > number.start:
        return True
    before = text[max(0, number.start - 24) : number.start]
    if before.endswith("^") or (before.endswith(".") and not before.endswith(("Rs.", "Rp.", "Fr.", "No."))):
        return True
    if before.endswith(" per ") or (number.digits and number.value <= 31 and _MONTH.search(before)):
        return True
    if not number.digits:
        named = before.lower().endswith(("number ", "numbers ")) or _is_end_of_table(text, number, before)
        return named or _is_idiom(text, number, before) or _is_capital_word(text, number)
    if number.form is Form.ORDINAL:
        return False
    return (
        _is_attached(text, number, before)
        or (number.step == 1 and number.value > 0 and _is_named(before))
        or _is_list_number(text, number)
    )


def is_year(text: str, number: Number) -> bool:
    """Whether bare four digits name a year: 1000-2100, no comma, no plural noun behind them.

    "2,019 homes" is a count; "2019 homes" is read as a year after "in", "the" and the like, else as a count for round
    hundreds only. "1200 people" is a count.
    """
    words = text[number.start : number.end]
    if len(words) != 4 or not words.isdigit() or not 1000 <= number.value <= 2199:
        return False
    counted = _NO_YEAR_AFTER.match(text, number.end)
    before = text[max(0, number.start - 12) : number.start]
    led = _lists().year.search(before) is not None
    if counted:
        return (led and number.value >= 1900) or (1950 <= number.value <= 2035 and bool(number.value % 100))
    return led or 1900 <= number.value <= 2100


def is_name_part(text: str, number: Number) -> bool:
    """Whether a bare number belongs to the capitalised word before it ("Galaxy 20", "Planet 9", "Chukka 5").

    At the start of a sentence nearly every word is capitalised, so there it is no sign. A number that counts a noun
    ("in Ohio 20 people") is none; "Boeing 737 jets" is misread as a count of jets.
    """
    if not number.digits or number.value != int(number.value) or "," in text[number.start : number.end]:
        return False
    before = text[max(0, number.start - 30) : number.start]
    if _QUOTED_BEFORE.search(before) and _QUOTE_AFTER.match(text, number.end):
        return True
    found = _CAPITAL_BEFORE.search(before)
    if found is None or number.start - len(found["word"]) - 1 <= 0 or not found["inside"]:
        return False
    return _COUNTED_AFTER.match(text, number.end) is None


def _is_named(before: str) -> bool:
    """Whether a word that numbers its kind, or a name that ends in a number, stands right before."""
    return _lists().designator.search(before) is not None or _lists().named.search(before) is not None


def _is_attached(text: str, number: Number, before: str) -> bool:
    """ "Covid-19", "F-150", "5G", "737MAX": letters that touch the number and are no unit."""
    found = _ATTACHED.search(before)
    if found and found["word"].lower() not in _lists().attached:
        return True
    code = _CODE.search(before)
    if code and currency_of_code(code["letters"]) is None:
        return True
    return _GLUED_LETTERS.match(text, number.end) is not None and unit_after(text, number.end) is None


def _is_list_number(text: str, number: Number) -> bool:
    """ "1." or "2)" at the head of a block or after a full stop."""
    after = text[number.end : number.end + 2]
    if number.value > 99 or number.value != int(number.value) or after not in {". ", ") "}:
        return False
    return _LIST_NUMBER.search(text[max(0, number.start - 3) : number.start]) is not None


def _is_capital_word(text: str, number: Number) -> bool:
    """ "Final Four", "Kick Six": a number word with a capital after another one is part of a name.

    A plural behind it ("Police Arrest Two Men") tells a headline's count.
    """
    start = number.start
    if not text[start].isupper() or text[start - 1 : start] != " " or text[start : number.end].isupper():
        return False
    found = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return found is not None and start > 30 and _PLURAL_AFTER.match(text, number.end) is None


def _is_end_of_table(text: str, number: Number, before: str) -> bool:
    """ "The bottom three", "a top ten finish" name a part of a table; "the top three seeds" counts."""
    if not before.lower().endswith((" top ", " bottom ")) or number.form is not Form.CARDINAL:
        return False
    return _PLURAL_AFTER.match(text, number.end) is None


def _is_idiom(text: str, number: Number, before: str) -> bool:
    if text[number.start : number.end].lower() != "one":
        return False
    near = max(0, number.start - 7)
    found = _IDIOM.search(text, near, min(len(text), number.end + 14))
    if found and found.start() <= number.start < found.end():
        return True
    return before.lower().endswith(("no ", "any ", "every ", "some ", "no-", "square ", "number ", "each ", "which "))
