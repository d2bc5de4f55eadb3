"""A text as the grammar of dates sees it: tokens, each with the part it plays and what it stands for.

The parts of all tokens form one string, a character a part, over which the rules of the grammar are plain regular
expressions: they run over some two hundred characters instead of a thousand, and never meet the letters of a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claims.words.calendar import PARTS as WORD_PARTS
from claims.words.calendar import PHRASES, WORDS
from claims.words.number import Form, Number, numbers
from claims.words.numeral import WORDS as NUMBER_WORDS

TokenValue = int | str | Decimal | tuple[int, ...] | tuple[Decimal, Decimal]
"""A number, a code, hours with minutes, or the two ends of what a vague number can mean."""

_FORMS = (
    "day_num", "year_num", "hhmm", "num", "num_word", "vague_num", "ordinal_num", "clock", "dot_clock", "iso",
    "slash", "decade_num", "short_year", "quarter_code", "half_code", "fiscal_code", "odd_date", "feast",
    "half_of", "hms", "other", "name", "plural", "poss", "comma", "hyphen", "dash", "lparen", "rparen", "percent",
    "money", "stroke", "mark",
)  # fmt: skip
PARTS: Final[dict[str, str]] = {part: chr(0x100 + at) for at, part in enumerate((*WORD_PARTS, *_FORMS))}
"""The character that stands for each part."""

_TOKEN = re.compile(
    r"""
    (?P<hms>(?<![\w.])(?:\d\d?\ ?d(?:ays?)?,?\ ?)?\d{1,3}\ ?h(?:r\b\.?)?
        (?:,?\ |\ and\ )?[0-5]?\d\ ?m(?:ins?\b\.?|inutes?)?
        (?:(?:,?\ |\ and\ )?[0-5]?\d\ ?s(?:ecs?\b\.?|econds?)?)?(?!\w))
  | (?P<iso>\d{4}-\d\d?-\d\d?(?![\d-])|\d{4}/\d\d?/\d\d?(?![\d/]))
  | (?P<slash>\d\d?/\d\d?/(?:\d{4}|\d\d)(?![\d/])|\d\d?\.\d\d?\.(?:\d{4}|\d\d)(?!\d|\.\d)|\d\d?-\d\d?-\d{4}(?![\d-]))
  | (?P<clock>\d\d?:[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<decade>\d{3}0'?s(?![^\W\d_])|(?<![\w'])'?[1-9]0s(?![^\W\d_]))
  | (?P<short>(?<!\w)'\d\d(?![\w']))
  | (?P<ordinal>(?:\d*(?<!1)1st|\d+(?:nd|rd|th))(?![^\W\d_]))
  | (?P<number>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<ampm>[ap]\.m\.?(?!\w)|[AP]\.M\.?(?!\w))
  | (?P<code>(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY\s?\d{2,4})(?!\w))
  | (?P<oclock>o'clock(?!\w))
  | (?P<poss>'s?(?!\w))
  | (?P<word>[^\W\d_]+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_SPELLED_YEAR = re.compile(
    r"(?:sixteen|seventeen|eighteen|nineteen|twenty)[ -]"
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|oh[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|hundred)(?![\w-])",
    re.IGNORECASE,
)
_ODD_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?[-./ ]?)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
    r"[-./]?(?:\d{1,2}(?:st|nd|rd|th)?[-./,]{0,2})?(?:\d{4}|\d{2})(?!\w)"
)
_FIGURES = frozenset(["iso", "slash", "clock", "decade", "ordinal", "code"])
_NO_COUNT = re.compile(r"[$£€¥#]$|(?<!\d{4})/$")
"""What stands before digits that are money or the lower half of a fraction ("1998/99" is neither)."""
_GLUED = re.compile(r"[ap]\.?m\b|hrs?\b|mins?\b|GMT\b|UTC\b|Z\b", re.IGNORECASE)
_NEEDS_CAPITAL = frozenset(["month", "month_word", "month_abbr", "weekday_abbr", "feast", "zone_name", "before_christ"])
_ABBREVIATED = frozenset(["month_abbr", "weekday_abbr"])
_DOTTED = frozenset(["min", "mins", "hrs", "yrs", "qtr"])
_MARKS = {",": "comma", "(": "lparen", ")": "rparen", "%": "percent", "–": "hyphen", "-": "hyphen", "—": "dash"}
_MARKS |= dict.fromkeys("$£€¥#", "money") | {"/": "stroke"}
_PERCENT = frozenset(["percent", "pct", "percentage", "per", "cent"])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, in order."""

    text: str
    """The text they stand in."""
    parts: str
    """For each token the character of its part (see `PARTS`)."""
    starts: tuple[int, ...]
    """Offsets of first characters."""
    ends: tuple[int, ...]
    """Offsets after last characters."""
    values: tuple[TokenValue, ...]
    """What each stands for."""

    def words(self, first: int, stop: int) -> str:
        """The text from token `first` up to, not including, token `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]


@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """The tokens of `text`."""
    return _Reader(text).read()


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.numbers = {
            number.start: number for number in numbers(text) if _is_amount(number, text) or _is_spelled_ordinal(number)
        }
        self.rows: list[tuple[int, int, str, TokenValue]] = []

    def read(self) -> Tokens:
        rows, text, at = self.rows, self.text, 0
        for found in _TOKEN.finditer(text):
            start = found.start()
            if start < at:
                continue
            form = found.lastgroup or "mark"
            if form == "word":
                row = self._word(start, found.end())
            elif form == "mark":
                row = self._mark(start)
            elif form == "number":
                row = self._number(start, found.end())
            else:
                row = (start, found.end(), *_FORM[form](found.group()))
                if form in _FIGURES and _is_glued(text, start, row[1]):
                    row = (start, row[1], "other", 0)
            rows.append(row)
            at = row[1]
        starts, ends, parts, values = zip(*rows, strict=True) if rows else ((), (), (), ())
        return Tokens(text, "".join(PARTS[part] for part in parts), starts, ends, values)

    def _word(self, start: int, end: int) -> tuple[int, int, str, TokenValue]:
        text = self.text
        word = text[start:end]
        lower = word.lower()
        if lower.endswith("teen") or lower == "twenty":
            year = _SPELLED_YEAR.match(text, start)
            if year:
                return start, year.end(), "year_num", _spelled_year(year)
        if start in self.numbers:
            return self._amount(self.numbers[start])
        if lower in PHRASES:
            phrase = self._phrase(start, lower)
            if phrase:
                return phrase
        if lower in WORDS:
            part, value = WORDS[lower]
            capital = word[0].isupper()
            if part not in _NEEDS_CAPITAL or capital:
                dotted = (part in _ABBREVIATED or lower in _DOTTED) and text[end : end + 1] == "."
                if part == "month_abbr" and text[end : end + 1].isdigit():
                    return self._odd(start, end, part, value)
                return start, end + dotted, part, value
        if lower in _PERCENT:
            return start, end, "percent", 0
        if word[0].isupper():
            return start, end, "name", 0
        return start, end, "plural" if lower.endswith("s") and len(lower) > 3 else "other", 0

    def _phrase(self, start: int, first: str) -> tuple[int, int, str, TokenValue] | None:
        for words, part, value in PHRASES[first]:
            end = start + len(words)
            if self.text[start:end].lower() == words and not self.text[end : end + 1].isalnum():
                if part in _NEEDS_CAPITAL and not self.text[start].isupper():
                    return None
                return start, end, part, value
        return None

    def _number(self, start: int, end: int) -> tuple[int, int, str, TokenValue]:
        text = self.text
        number = self.numbers.get(start)
        if number and number.end > end:
            return self._amount(number)
        digits = text[start:end]
        if _is_glued(text, start, end) or _NO_COUNT.search(text, max(0, start - 5), start):
            return self._odd(start, end, "other", 0)
        if "," in digits:
            return start, end, "num", Decimal(digits.replace(",", ""))
        if "." in digits:
            hours, _, minutes = digits.partition(".")
            if len(hours) < 3 and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60:
                return start, end, "dot_clock", (int(hours), int(minutes))
            return start, end, "num", Decimal(digits)
        value = int(digits) if end - start < 12 else 0
        if end - start == 4:
            if 1000 <= value <= 2199:
                return start, end, "year_num", value
            return start, end, "hhmm" if value < 2400 and value % 100 < 60 else "num", value
        return start, end, "day_num" if end - start < 3 and 1 <= value <= 31 else "num", value

    def _odd(self, start: int, end: int, part: str, value: TokenValue) -> tuple[int, int, str, TokenValue]:
        """A date run together ("Nov11th-2014", "25Apr2019"), else the token as it is."""
        odd = _ODD_DATE.match(self.text, start)
        if odd and (start == 0 or not self.text[start - 1].isalnum()):
            return start, odd.end(), "odd_date", 0
        return start, end, part, value

    def _mark(self, start: int) -> tuple[int, int, str, TokenValue]:
        text, mark = self.text, self.text[start]
        part = _MARKS.get(mark, "mark")
        if part == "hyphen":
            before, after = text[start - 1 : start], text[start + 1 : start + 2]
            if not (before.isalnum() and after.isalnum()):
                part = "dash"
        return start, start + 1, part, 0

    def _amount(self, number: Number) -> tuple[int, int, str, TokenValue]:
        if number.form is Form.ORDINAL:
            return number.start, number.end, "ordinal_num", int(number.value)
        if number.form is Form.VAGUE:
            return number.start, number.end, "vague_num", (number.low or number.value, number.high or number.value)
        if number.form is Form.FRACTION:
            cut = number.end - len("quarters")
            return number.start, cut - 1, "num_word", number.value * 4
        return number.start, number.end, "num_word", number.value


def _is_amount(number: Number, text: str) -> bool:
    """Whether a number made of words (or of digits and words) is one token: not where a date's own words are in it."""
    if number.form is Form.FRACTION:
        return text.endswith((" quarters", "-quarters"), number.start, number.end) and number.end - number.start > 10
    mixed = number.form is Form.CARDINAL and "/" in text[number.start : number.end]
    return number.form in (Form.CARDINAL, Form.VAGUE) and (mixed or not text[number.end - 1].isdigit())


def _is_spelled_ordinal(number: Number) -> bool:
    """Whether a number is an ordinal of two words ("twenty-first"), which is one token as "21st" is."""
    return number.form is Form.ORDINAL and not number.digits and 20 < number.value < 100 and number.value % 10 != 0


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether a number runs together with letters ("5G", "A320"); "5pm" and "30min" do not count."""
    if start and text[start - 1].isalnum():
        return True
    return text[end : end + 1].isalpha() and not _GLUED.match(text, end)


def _spelled_year(year: re.Match[str]) -> int:
    first, *rest = year.group().lower().replace("-", " ").split()
    return int(NUMBER_WORDS[first].value) * 100 + sum(
        int(NUMBER_WORDS[word].value) for word in rest if word not in ("hundred", "oh")
    )


def _of_ordinal(words: str) -> tuple[str, TokenValue]:
    return "ordinal_num", int(words[:-2]) if len(words) < 8 else 0


def _of_clock(words: str) -> tuple[str, TokenValue]:
    times = tuple(int(part) for part in words.split(":"))
    return ("clock", times) if times[0] <= 24 else ("other", 0)


def _of_hms(words: str) -> tuple[str, TokenValue]:
    """The hours, those of the days included, minutes and, where told, seconds of "1d 4h 20min"."""
    told = {unit: int(digits) for digits, unit in re.findall(r"(\d+) ?([dhms])", words)}
    hours = told.pop("d", 0) * 24 + told.pop("h")
    return "hms", (hours, *told.values())


def _of_decade(words: str) -> tuple[str, TokenValue]:
    digits = int("".join(char for char in words if char.isdigit()))
    if digits > 1000:
        return "decade_num", digits
    return ("decade_num", _full_year(digits)) if words.startswith("'") else ("other", 0)


def _of_code(words: str) -> tuple[str, TokenValue]:
    digits = int("".join(char for char in words if char.isdigit()))
    if words.startswith("FY"):
        return "fiscal_code", digits if digits > 1000 else _full_year(digits % 100)
    return ("quarter_code" if "Q" in words else "half_code"), digits


def _full_year(digits: int) -> int:
    """The year of two digits: from '30 on the twentieth century, the POSIX rule moved to where news stands today."""
    return digits + (1900 if digits >= 30 else 2000)


_FORM: Final[dict[str, Callable[[str], tuple[str, TokenValue]]]] = {
    "iso": lambda _: ("iso", 0),
    "slash": lambda _: ("slash", 0),
    "hms": _of_hms,
    "clock": _of_clock,
    "decade": _of_decade,
    "short": lambda words: ("short_year", _full_year(int(words[1:]))),
    "ordinal": _of_ordinal,
    "ampm": lambda words: ("ampm", 720 if words[0] in "pP" else 0),
    "code": _of_code,
    "oclock": lambda _: ("oclock", 0),
    "poss": lambda _: ("poss", 0),
}
