"""What region a number covers: literally, and as far as rounding, hedge or vague word let it.

Without a hedge a number stands for itself, give or take half a unit of its last written place (the rule of statcheck;
Nuijten et al. 2016), half-open so that 7.7 and 7.6 do not touch. Which place counts follows how news writes:

- decimals and measures: the last place written ("7.7", "193 km/h");
- scaled numerals: the last place before the scale word ("4.5 million" is 0.05 million either way), a tenth at most;
- whole numbers ending in two zeros or more: the second significant digit ("20,000" is 500 either way), for a round
  numeral is read as round (Krifka 2007);
- other counts ("27", "1,917"): nothing, they are exact.

The bias: a round count that is exact ("500 seats" of a hall) is given five seats either way.
"""

from __future__ import annotations

from decimal import Decimal

from claims.model import Interval, Modality
from claims.words.hedge import Hedge
from claims.words.number import Form, Number

_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")


def rounding(number: Number, discrete: bool) -> Decimal:
    """Half the width of what an unhedged number stands for; 0 where it is exact. `discrete`: it counts whole things."""
    size = abs(number.value)
    if number.form is Form.FRACTION:
        return size * _TENTH
    if not size:
        return Decimal(0) if discrete else number.step * _HALF
    if number.scale == 12:
        return number.scale / 8
    if number.scale > 1:
        return min(number.step * _HALF, size * _TENTH)
    if number.step < 1:
        return number.step * _HALF
    if number.roundness >= 100:
        return min(number.roundness, Decimal(1).scaleb(size.adjusted() - 1)) * _HALF
    return Decimal(0) if discrete else number.step * _HALF


def regions(number: Number, hedge: Hedge | None, discrete: bool) -> tuple[Interval, Interval]:
    """What `number` with `hedge` states and what it tolerates, in the written unit.

    One-sided words state an unbounded stretch and tolerate only as far as news lets them reach.
    """
    if number.low is not None and number.high is not None:
        stretch = Interval(number.low, number.high)
        return stretch, stretch
    value, half = number.value, rounding(number, discrete)
    modality = hedge.modality if hedge else Modality.EXACT
    if hedge is None or modality is Modality.EXACT:
        return Interval.point(value), _around(value, half, half)
    if modality is Modality.ABOUT:
        reach = _about(number, hedge)
        return Interval.point(value), Interval(value - max(half, reach), value + max(half, reach))
    if modality is Modality.ALMOST:
        reach = max(half, _about(number, hedge))
        return Interval(value - reach, value, high_open=True), _around(value, reach, half)
    reach = _reach(number, hedge, discrete)
    is_open = modality in {Modality.MORE_THAN, Modality.LESS_THAN}
    if modality in {Modality.MORE_THAN, Modality.AT_LEAST}:
        return Interval(value, None, low_open=is_open), Interval(value - half, value + reach)
    return Interval(None, value, high_open=is_open), Interval(_above_zero(value, value - reach), value + half)


def spread(low: Number, high: Number, hedge: Hedge | None, discrete: bool) -> tuple[Interval, Interval]:
    """What a range states and tolerates, in the written unit; `low` must not exceed `high`."""
    widen = Decimal(0) if hedge is None else hedge.reach
    below = max(rounding(low, discrete), abs(low.value) * widen)
    above = max(rounding(high, discrete), abs(high.value) * widen)
    stated = Interval(low.value, high.value)
    return stated, Interval(low.value - below, high.value + above, high_open=bool(above))


def _around(value: Decimal, below: Decimal, above: Decimal) -> Interval:
    return Interval(value - below, value + above, high_open=above > 0)


def _about(number: Number, hedge: Hedge) -> Decimal:
    """How far "about" reaches either way: a tenth, but no further than the numeral is round.

    "About 150" is 15 either way (150 is a multiple of fifty), "about 219" is 1.
    """
    size = abs(number.value)
    grain = max(number.roundness, number.step)
    if number.step >= 1 and number.scale == 1 and grain and size % (5 * grain) == 0:
        grain *= 5
    return min(grain, max(size * hedge.reach, number.step if number.scale == 1 else Decimal(0)))


def _reach(number: Number, hedge: Hedge, discrete: bool) -> Decimal:
    """How far a bound reaches: its share of the figure, or one unit of a scale word ("over a million": to 1.5)."""
    size = abs(number.value)
    reach = size * hedge.reach
    if number.scale > 1:
        reach = max(reach, min(number.step, size * _HALF))
    return max(reach, 2 * number.step) if discrete and number.scale == 1 else reach


def _above_zero(value: Decimal, low: Decimal) -> Decimal:
    """A lower end that does not cross zero, unless the figure itself is negative."""
    return max(low, Decimal(0)) if value >= 0 else low
