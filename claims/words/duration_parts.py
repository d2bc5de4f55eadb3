"""Rules for lengths of time told in more than one part: ranges, sums, halves and quarters, "1h 20min"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.when import Grain, LengthExpr
from claims.words.day_grammar import Built, Draft, Hit, Rule
from claims.words.duration import (
    EXTREMES,
    FREE,
    HEDGE,
    NOT_AGE,
    count_of,
    grain,
    length,
    mod_of,
    unit_seconds,
    year_sized,
)

_SMALLER = {
    (Grain.YEAR, Grain.MONTH): 12, (Grain.WEEK, Grain.DAY): 7, (Grain.DAY, Grain.HOUR): 24,
    (Grain.HOUR, Grain.MINUTE): 60, (Grain.MINUTE, Grain.SECOND): 60,
}  # fmt: skip


def _sum(hit: Hit) -> Built:
    """ "Two hours and 15 minutes", "a day, three hours and five minutes": one length, in the smallest unit."""
    count, unit = _count_or_one(hit, "amount"), grain(hit.words("unit"))
    for more, smaller in (("more", "lesser"), ("third", "least")):
        if hit.has(more):
            below = grain(hit.words(smaller))
            times = _SMALLER.get((unit, below))
            if times is None or count_of(hit, more) >= times:
                return None
            count, unit = count * times + count_of(hit, more), below
    return LengthExpr(unit, count, count, mod=mod_of(hit))


def _count_or_one(hit: Hit, name: str) -> Decimal:
    return count_of(hit, name) if hit.has(name) else Decimal(1)


_HALF_THING = re.compile(
    r"[ -](?:of|an?|hours?|days?|years?|miles?|marathons?|dozen|million|brothers?|sisters?|pints?|litres?|price)\b"
)
"""What a half may be of that follows a length and is no part of it ("two hours and a half marathon")."""


def _and_a_half(hit: Hit) -> Built:
    """ "Three years and a half"; "two hours and a half of it in the dark" is misread as two hours."""
    tokens = hit.tokens
    if _HALF_THING.match(tokens.text, tokens.ends[hit.found.end("plus") - 1]):
        return None
    count = count_of(hit, "amount") + Decimal("0.5")
    return LengthExpr(grain(hit.words("unit")), count, count, mod=mod_of(hit))


def _quarters(hit: Hit) -> Built:
    """ "Three quarters of an hour"."""
    count = count_of(hit, "amount") / 4
    return LengthExpr(grain(hit.words("unit")), count, count, mod=mod_of(hit)) if 0 < count < 1 else None


def _compact(hit: Hit) -> Built:
    """ "1h 20min", "2 hr. 5 min 10 sec"."""
    value = hit.value("hms")
    if not isinstance(value, tuple):
        return None
    hours, minutes, *seconds = (Decimal(part) for part in value)
    count, unit = hours * 60 + minutes, Grain.MINUTE
    if seconds:
        count, unit = count * 60 + seconds[0], Grain.SECOND
    return LengthExpr(unit, count, count, mod=mod_of(hit))


# ------------------------------------------------------------------------------------------------ ranges


def _two_lengths(hit: Hit) -> Built:
    """ "60 and 90 days": two lengths, the first without its unit; behind "between" the first is the range of both.

    TIMEX3 marks two there as well.
    """
    found = length(hit)
    if found is None:
        return None
    count = count_of(hit, "other")
    high = found.high if hit.code("opens") == "between" and found.high and count < found.high else count
    at = hit.start("other")
    return Draft(at, at + 1, replace(found, low=count, high=high)), Draft(
        hit.start("amount"), hit.found.end("unit"), found
    )


def _suspended(hit: Hit) -> Built:
    """ "A 10- to 12-hour flight": one range; falling figures belong to two things."""
    return year_sized(hit) if count_of(hit, "low") < count_of(hit, "amount") else None


def _range(hit: Hit) -> Built:
    """ "30 minutes to an hour", "between a week and 10 days": one range, in the smaller unit.

    "From one year to three years" may be a change of a level and stays two lengths, in a range, too; "to" without it
    is held to be a range, so that "a term raised ten years to 15 years" is misread as one that holds both.
    """
    opens = hit.code("opens")
    if opens == "from" or (hit.words("link") == "and" and opens != "between"):
        return None
    low, high, unit = _count_or_one(hit, "low"), _count_or_one(hit, "amount"), grain(hit.words("unit"))
    below = grain(hit.words("below")) if hit.has("below") else unit
    if unit_seconds(below) < unit_seconds(unit):
        high, unit = high * _times(unit, below, longest=True), below
    elif below is not unit:
        low *= _times(below, unit, longest=False)
    if low >= high:
        return None
    first = hit.start("hedge") if hit.has("hedge") else hit.start("first")
    return Draft(first, hit.found.end("unit"), LengthExpr(unit, low, high, mod=mod_of(hit)))


def _times(unit: Grain, smaller: Grain, *, longest: bool) -> Decimal:
    """How many of the smaller unit the larger one has: 31 days a month at the longest, 28 at the shortest."""
    times = _SMALLER.get((unit, smaller))
    if times is not None:
        return Decimal(times)
    days = EXTREMES.get(unit)
    size = Decimal(days[longest] * 86400) if days else unit_seconds(unit)
    return size / unit_seconds(smaller)


_NO_DISTANCE = "(?! ago|later|earlier|before|after|(?:bound present) )"
RULES: tuple[Rule, ...] = (
    Rule(
        "10- to 12-hour",
        f"{FREE} {HEDGE} (?P<low>amount) (?: dash? (?:to|or) | hyphen (?:to|or) hyphen | hyphen ) (?P<amount>amount)"
        f" hyphen (?P<unit>anyunit) (?: hyphen filler )? {NOT_AGE}",
        _suspended,
        "anyunit",
    ),
    Rule(
        "30 minutes to an hour",
        f"{FREE} (?P<opens>bound)? {HEDGE} (?P<first> (?P<low>amount) | a ) filler* (?P<below>anyunits|anyunit)"
        f" (?P<link>to|hyphen|and) approx? (?: (?P<amount>amount) | a ) filler* (?P<unit>anyunits|anyunit) {NOT_AGE}"
        f" {_NO_DISTANCE}",
        _range,
        "anyunits anyunit",
    ),
    Rule(
        "60 and 90 days",
        "(?: (?P<opens>bound) approx? )? (?P<other>amount) and approx? (?P<amount>amount)"
        f" (?P<unit>anyunits) {NOT_AGE}",
        _two_lengths,
        "anyunits",
    ),
    Rule(
        "two hours and 15 minutes",
        f"{FREE} {HEDGE} (?: (?P<amount>amount) | a ) (?P<unit>anyunits|anyunit) comma? and? (?P<more>amount)"
        f" (?P<lesser>anyunits|anyunit) (?: comma? and? (?P<third>amount) (?P<least>anyunits|anyunit) )? {NOT_AGE}",
        _sum,
        "anyunits anyunit",
    ),
    Rule("1h 20min", f"{HEDGE} (?P<hms>hms) {_NO_DISTANCE}", _compact, "hms"),
    Rule(
        "three quarters of an hour",
        f"{HEDGE} (?P<amount>num_word|day_num) hyphen? quarters of a (?P<unit>unit|short_unit) {_NO_DISTANCE}",
        _quarters,
        "quarters",
    ),
    Rule(
        "two hours and a half",
        f"{FREE} {HEDGE} (?P<amount>amount) (?P<unit>anyunits|anyunit) (?P<plus>and a half) {NOT_AGE} {_NO_DISTANCE}",
        _and_a_half,
        "half",
    ),
)
"""Rules of this module, in the order in which they win over one another at equal length."""
