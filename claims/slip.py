"""Known slips: ways in which a right figure commonly becomes a wrong one.

After the error types that proofreaders and copy editors list (The Associated Press Stylebook on numerals; Reason 1990
on slips) and the transcription errors of accountancy (transposition, slide).
"""

from __future__ import annotations

from decimal import Decimal

from claims.model import Clock, Days, Interval, Region, Value

_FACTORS = {
    Decimal(10): "a decimal point or a nought out",
    Decimal(100): "two noughts out",
    Decimal(1000): "a thousandfold",
}
_UNITS = frozenset(
    frozenset(pair)
    for pair in (
        ("foot", "metre"),
        ("mile", "kilometre"),
        ("pound", "kilogram"),
        ("mile per hour", "kilometre per hour"),
        ("acre", "hectare"),
        ("degree Fahrenheit", "degree Celsius"),
        ("fahrenheit", "celsius"),
    )
)
"""Units that are often taken for each other."""


def slip(a: Value, b: Value) -> str:
    """The known slip that would make one value of the other, or ""."""
    match a.stated, b.stated:
        case Days(), Days():
            return _date_slip(a.stated, b.stated)
        case Clock(), Clock():
            return _clock_slip(a.stated, b.stated)
        case Interval(), Interval():
            return _number_slip(a, b)
    return ""


def _date_slip(a: Days, b: Days) -> str:
    if a.first is None or b.first is None:
        return ""
    if _is_year(a) and _is_year(b):
        return "transposed digits" if _transposed(Decimal(a.first.year), Decimal(b.first.year)) else ""
    if not (a.is_day and b.is_day):
        return ""
    if a.first == b.first:
        return ""
    if (a.first.month, a.first.day) == (b.first.month, b.first.day) and abs(a.first.year - b.first.year) == 1:
        return "year off by one"
    if a.first.year == b.first.year and (a.first.month, a.first.day) == (b.first.day, b.first.month):
        return "day and month swapped"
    if a.first.year == b.first.year and a.first.day == b.first.day and a.first.month != b.first.month:
        return "month mistaken"
    return ""


def _is_year(days: Days) -> bool:
    """Whether a whole year is meant."""
    first, last = days.first, days.last
    return bool(first and last and first.year == last.year and (last - first).days >= 364)


def _clock_slip(a: Clock, b: Clock) -> str:
    if a.low == a.high and b.low == b.high and abs(a.low - b.low) == 12 * 60:
        return "a.m. for p.m."
    return ""


def _number_slip(a: Value, b: Value) -> str:
    if len(a.amounts) != 1 or len(b.amounts) != 1:
        return ""
    x, y = a.amounts[0], b.amounts[0]
    if a.written_unit == b.written_unit and x > 0 and y > 0:
        ratio = max(x, y) / min(x, y)
        if ratio in _FACTORS:
            return _FACTORS[ratio]
        if _transposed(x, y):
            return "transposed digits"
        if _reversed(x, y):
            return "digits the other way round"
    if _same_digits_other_unit(a, b):
        return "wrong unit"
    return _FACTORS.get(_ratio(a.stated, b.stated), "")


def _ratio(a: Region, b: Region) -> Decimal:
    """How many times one figure is the other in the unit of their dimension ("4 metres", "40 centimetres"), or 1."""
    figures = [each.low for each in (a, b) if isinstance(each, Interval) and each.is_point and each.low is not None]
    if len(figures) < 2 or min(figures) <= 0:
        return Decimal(1)
    return max(figures) / min(figures)


def _transposed(x: Decimal, y: Decimal) -> bool:
    """Whether two neighbouring digits changed places ("26" / "62")."""
    first, second = _digits(x), _digits(y)
    if len(first) != len(second) or x == y:
        return False
    differ = [at for at in range(len(first)) if first[at] != second[at]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and first[differ[0]] == second[differ[1]]
        and first[differ[1]] == second[differ[0]]
    )


def _reversed(x: Decimal, y: Decimal) -> bool:
    """Whether one is the other read backwards ("312" / "213"); two digits alone are transposed."""
    first, second = _digits(x), _digits(y)
    return len(first) > 2 and first == second[::-1] and first != second


def _digits(number: Decimal) -> str:
    digits = format(abs(number).normalize(), "f")
    return digits.rstrip("0") if "." not in digits and len(digits) > 4 else digits


def _same_digits_other_unit(a: Value, b: Value) -> bool:
    """Whether the same figure stands with two units that are often taken for each other."""
    if a.written_unit == b.written_unit or not a.written_unit or not b.written_unit:
        return False
    return frozenset({a.written_unit, b.written_unit}) in _UNITS and a.amounts[0] == b.amounts[0]
