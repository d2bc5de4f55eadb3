"""A verdict in one plain sentence, built from the values as read."""

from __future__ import annotations

from claims.model import Clock, Days, Modality
from claims.region import iso
from factcheck.judge.case import Case
from factcheck.judge.related import Support
from factcheck.model import Mention, Verdict

_HEDGE = {
    Modality.ABOUT: "about ",
    Modality.ALMOST: "nearly ",
    Modality.MORE_THAN: "more than ",
    Modality.AT_LEAST: "at least ",
    Modality.LESS_THAN: "less than ",
    Modality.AT_MOST: "at most ",
}


def told(mention: Mention) -> str:
    """A mention with its value as read, where it has one: “convicted in October” (XXXX-10)."""
    value = read(mention)
    return f"“{' '.join(mention.quote.split())}”{f' ({value})' if value else ''}"


def read(mention: Mention) -> str:
    """The value as read, in the unit as written."""
    value = mention.claim.value
    match value.stated:
        case Days():
            return _days(value.stated)
        case Clock():
            day = _days(value.stated.days)
            return f"{_clock(value.stated)}, {day}" if not value.stated.days.is_free else _clock(value.stated)
    unit = value.written_unit or (mention.claim.noun.lemma if mention.claim.noun else "")
    figures = " to ".join(_figure(str(amount)) for amount in value.amounts)
    return f"{_HEDGE.get(value.modality, '')}{figures} {unit}".strip()


def _figure(number: str) -> str:
    """With commas, and without the noughts that "4.50 million" leaves behind its point."""
    whole, dot, rest = number.partition(".")
    if not whole.lstrip("-").isdigit():
        return number
    written = f"{int(whole):,}"
    return f"{written}{dot}{rest}" if rest.strip("0") or "," not in written else written


def _days(days: Days) -> str:
    if days.is_free:
        return "a day that is not told"
    low, high = iso(days)
    return str(low) if low == high else f"{low or '...'} to {high or '...'}"


def _clock(clock: Clock) -> str:
    ends = [f"{minute // 60 % 24:02}:{minute % 60:02}" for minute in (clock.low, clock.high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}-{ends[1]}"


def reason(case: Case, says: str, verdict: Verdict, odd: str, support: Support | None) -> str:
    """One sentence: who says what, and why that is the verdict."""
    a, b = case.a, case.b
    if a.article.source == b.article.source:
        words = f"{a.article.source} gives {told(a)} and {told(b)}: {says}"
    else:
        words = f"{a.article.source} gives {told(a)}, {b.article.source} {told(b)}: {says}"
    if odd and verdict is Verdict.CONFLICT:
        words += f"; {odd} differs from the others"
    if support is not None and support.says:
        words += f"; {support.says}"
    return words + "."
