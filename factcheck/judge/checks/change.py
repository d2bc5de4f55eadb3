"""A change that its two levels do not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Claim, Interval
from claims.words.number import numbers
from factcheck.judge.checks.check import Check, Contradiction, by_sentence, is_exact
from factcheck.model import Article, Verdict

_LEVELS = frozenset({"money", "count", "weight", "distance", "area", "volume", "speed"})
_FROM = re.compile(r",?\s*(?:from|compared with|compared to|against)?\s*")
_TO = re.compile(r",?\s*to\s*")
_LED = re.compile(r",?\s*(?:to|from)?\s*")
_FOLLOWED = re.compile(
    r"\s*\(|,\s*(?:or|up|down)?\s*"
    r"|,?\s*an? (?:\w+ )?(?:rise|increase|gain|jump|growth|drop|fall|decline|decrease|cut|reduction) of\s*"
)
_OTHER_BASIS = re.compile(
    r"\b(?:adjust|constant|currenc|organic|like-for-like|basis|excluding|underlying|annuali[sz]ed|inflation|per share)",
    re.IGNORECASE,
)
_SLACK = Decimal(1)
"""Percentage points by which rounding on the way (of levels that were rounded for print) may move a share."""


def _change(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A rise or fall in per cent does not fit the two levels that the sentence gives for it.

    Only where the three stand side by side, and no word names another basis (currency, adjustment, inflation). The
    levels may be anything that rounding lets them be, and one percentage point is left on top.

    Example: "rose 12 percent to $480 million from $400 million", which is 20 percent.
    """
    for sentence, row in by_sentence(claims):
        if _OTHER_BASIS.search(sentence.of(article.text)):
            continue
        for change, before, after, shown in _told(article.text, row):
            if says := _misfit(change, before, after):
                yield Contradiction(f"change by {change.value.words}", says, shown)


@dataclass(frozen=True, slots=True)
class _Level:
    """One level, as far as rounding lets it lie."""

    low: Decimal
    high: Decimal


_Told = tuple[Claim, _Level, _Level, tuple[Claim, ...]]
"""The change, the levels before and after it, and the claims that say so, in reading order."""


def _told(text: str, row: Sequence[Claim]) -> Iterator[_Told]:
    """The changes of a sentence that stand beside both of their levels."""
    changes = [claim for claim in row if claim.kind == "percent"]
    levels = [claim for claim in row if claim.kind in _LEVELS]
    if len(changes) != 1 or len({level.value.dimension for level in levels}) != 1 or not _direction(changes[0]):
        return
    change = changes[0]
    found = _two(text, levels)
    if found is None or not is_exact(change):
        return
    before, after = found
    first, last = levels[0], levels[-1]
    led = change.span.end <= first.span.start and _LED.fullmatch(text, change.span.end, first.span.start)
    followed = last.span.end <= change.span.start and _FOLLOWED.fullmatch(text, last.span.end, change.span.start)
    if led or followed:
        shown = tuple(sorted((change, *levels), key=lambda claim: claim.span))
        yield change, before, after, (change, *(claim for claim in shown if claim is not change))


def _two(text: str, levels: Sequence[Claim]) -> tuple[_Level, _Level] | None:
    """The levels before and after, where the text says which is which."""
    if len(levels) == 1:
        (one,) = levels
        words = one.span.of(text)
        ends = one.value.amounts
        if len(ends) != 2 or not words.startswith("from "):
            return None
        told = [number.value for number in numbers(words) if number.value is not None]
        if len(told) == 2 and told[0] > told[1]:  # a range has its smaller end first, however it is told
            ends = (max(ends), min(ends))
        room = Decimal("0.005")
        return _Level(ends[0] * (1 - room), ends[0] * (1 + room)), _Level(ends[1] * (1 - room), ends[1] * (1 + room))
    if len(levels) != 2 or not all(is_exact(level) for level in levels):
        return None
    first, second = levels
    between = first.span.end, second.span.start
    if first.role == "from" and second.role == "to" and _TO.fullmatch(text, *between):
        return _pair(first, second)
    if first.role == "to" and second.role in ("from", "with", "against") and _FROM.fullmatch(text, *between):
        return _pair(second, first)
    return None


def _pair(before: Claim, after: Claim) -> tuple[_Level, _Level] | None:
    a, b = _level(before), _level(after)
    return (a, b) if a and b else None


def _level(claim: Claim) -> _Level | None:
    region = claim.value.tolerated
    if not isinstance(region, Interval) or region.low is None or region.high is None or region.low <= 0:
        return None
    return _Level(region.low, region.high)


def _direction(change: Claim) -> int:
    """1 for a rise, -1 for a fall, 0 where the words do not tell."""
    return {"up": 1, "down": -1}.get(change.value.trend, 0)


def _misfit(change: Claim, before: _Level, after: _Level) -> str:
    """Why the change does not lead from one level to the other, or ""."""
    region = change.value.tolerated
    if not isinstance(region, Interval) or region.low is None or region.high is None or before.low <= 0:
        return ""
    ends = [100 * (after.low / before.high - 1), 100 * (after.high / before.low - 1)]
    way = _direction(change)
    low, high = sorted((way * region.low, way * region.high))
    if low - _SLACK <= ends[1] and ends[0] - _SLACK <= high:
        return ""
    middle = (ends[0] + ends[1]) / 2
    told = f"{'a rise' if middle > 0 else 'a fall'} of {abs(middle):.0f} percent" if abs(middle) >= 1 else "no change"
    return f"the two levels make it {told}"


CHANGE = Check(
    "FC403", "change", "A change and its two levels", Verdict.CONFLICT,
    "AP Stylebook, percentages; statcheck (Nuijten et al. 2016): recompute what is reported", _change,
)  # fmt: skip
