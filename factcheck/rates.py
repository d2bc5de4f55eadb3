"""Rates of exchange that a user supplies: with them two sums in two currencies become comparable, and never otherwise.

Aligning and judging ask for both claims of a pair in one currency. The rate is that of the nearest day not after either
article, since a newsroom converts by the last rate it knows. What a converted sum may be off by grows with the age of
the rate. The bias: in days of a crash two right conversions lie further apart and are told as a conflict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims.model import Claim, Interval, Region, Value
from claims.region import widened
from factcheck.model import Rate

TOLERANCE = Decimal("0.02")
"""Share by which a converted sum may be off: rates are quoted in a few digits, and each bank has its own."""
DRIFT = Decimal("0.001")
"""Share by which it may be off besides for each day that the later article came out after the day of the rate."""
OLDEST = 31
"""Days, at most, that a rate may be older than the earlier article; the drift grows no further, either."""
_MONEY = "money:"


@dataclass(frozen=True)
class Exchange:
    """The rates that hold for the articles of one story."""

    rates: Sequence[Rate] = ()
    """The rates, in any order."""
    days: Mapping[str, dt.date] = field(default_factory=dict)
    """The day of publication of each article, by its identifier, as far as it is stated and known to the day."""

    def common(self, a: Claim, b: Claim) -> tuple[Claim, Claim, str] | None:
        """The two claims with values on one dimension, and the rate in words; None where no rate makes them so.

        Claims that no rate concerns are given back as they are, with "" for the rate. Symmetric but for the order.
        """
        if a.value.dimension == b.value.dimension or not (_code(a) and _code(b)):
            return a, b, ""
        rate = self._rate(a, b)
        if rate is None:
            return None
        says = f"1 {rate.source} is {rate.rate:f} {rate.target} by the rate of {rate.day}"
        share = self._tolerance(rate, a, b)
        if _code(a) == rate.source:
            return _converted(a, rate, b.value, share), b, says
        return a, _converted(b, rate, a.value, share), says

    def _rate(self, a: Claim, b: Claim) -> Rate | None:
        days = [self.days[claim.article] for claim in (a, b) if claim.article in self.days]
        if len(days) < 2 or _basis(a) != _basis(b):
            return None
        both, last = {_code(a), _code(b)}, min(days)
        first = last - dt.timedelta(days=min(OLDEST, last.toordinal() - 1))
        known = [rate for rate in self.rates if {rate.source, rate.target} == both and first <= rate.day <= last]
        return max(known, key=lambda rate: (rate.day, rate.source), default=None)

    def _tolerance(self, rate: Rate, a: Claim, b: Claim) -> Decimal:
        age = (max(self.days[a.article], self.days[b.article]) - rate.day).days
        return TOLERANCE + DRIFT * min(age, OLDEST)


def in_two_currencies(a: Claim, b: Claim) -> bool:
    """Whether two claims are sums on one basis whose currencies differ, so that only a rate could compare them."""
    return bool(_code(a) and _code(b)) and _code(a) != _code(b) and _basis(a) == _basis(b)


def _code(claim: Claim) -> str:
    """The currency of a sum, by ISO 4217; "" for what is no sum of money."""
    dimension = claim.value.dimension
    return dimension.removeprefix(_MONEY)[:3] if dimension.startswith(_MONEY) else ""


def _basis(claim: Claim) -> str:
    """What a sum is told for ("$20 a month"), which no rate changes."""
    return claim.value.dimension.removeprefix(_MONEY)[3:]


def _converted(claim: Claim, rate: Rate, like: Value, share: Decimal) -> Claim:
    """A claim with its sum in the currency of `like`; words and figures stay as written."""
    value = claim.value
    new = replace(
        value,
        dimension=like.dimension,
        unit=like.unit,
        stated=_times(value.stated, rate.rate, share),
        tolerated=_times(value.tolerated, rate.rate, share),
    )
    return replace(claim, reading=replace(claim.reading, value=new))


def _times(region: Region, rate: Decimal, share: Decimal) -> Region:
    if not isinstance(region, Interval):
        return region
    low, high = (None if end is None else end * rate for end in (region.low, region.high))
    return widened(replace(region, low=low, high=high), share=share)
