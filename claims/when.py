"""What a time expression says before it is hung on a date: symbolic forms, so that it can be hung on another one.

"Last Tuesday" means another day in every edition of the paper. Readers therefore keep the expression itself beside the
days that it came to; `claims.words.day_resolve` turns it into days for any publication date, known, bracketed or
missing. The forms follow what TIMEX3 distinguishes (TimeML 1.2.1 annotation guidelines): complete, underspecified and
relative expressions, durations and sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Grain(StrEnum):
    """The stretch of calendar that an expression names."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    VAGUE = "vague"


class Anchor(StrEnum):
    """What an expression hangs on."""

    NONE = ""
    """Nothing: it is complete, or as complete as its own words ("April 25, 2019", "the 1990s")."""
    PUBLISHED = "published"
    """The day of publication ("yesterday", "Tuesday", "in October")."""
    BASE = "base"
    """Another time expression, held in `base` ("the following year", "the third quarter of 2012")."""
    EVENT = "event"
    """An event of the text whose day these words do not tell ("two days after the crash")."""


class Pick(StrEnum):
    """Which of the candidates is meant, seen from the anchor, where the words leave several."""

    ONLY = ""
    """There is but one."""
    LATEST = "latest"
    """The latest that has begun on or before the anchor."""
    BEFORE = "before"
    """The latest that has ended before the anchor."""
    NEXT = "next"
    """The earliest that ends on or after the anchor."""
    AFTER = "after"
    """The earliest that begins after the anchor."""
    NEAREST = "nearest"
    """The one nearest to the anchor."""
    NEAR = "near"
    """The nearest where it lies within four months, else the latest."""
    NEAR_AHEAD = "near ahead"
    """The nearest where it lies within four months, else the next."""
    SAME = "same"
    """The one in the anchor's own year (for weekdays: week)."""
    INSIDE = "inside"
    """The one inside the stretch that `base` names."""


@dataclass(frozen=True, slots=True)
class DayExpr:
    """Days, complete or partial, relative or not."""

    grain: Grain
    """The stretch named: "October" names a month, "1999" a year, "last week" a week, "now" something vague."""
    anchor: Anchor = Anchor.NONE
    """What it hangs on."""
    base: DayExpr | None = None
    """The other expression, for `Anchor.BASE`; for `Anchor.EVENT` None until someone knows the event's day."""
    pick: Pick = Pick.ONLY
    """Which candidate is meant, for partial dates."""
    steps: int | None = None
    """How many grains away from the anchor: -1 for "yesterday" and "last year", 0 for "this week"."""
    counted: bool = False
    """Whether the distance is counted ("a year ago": twelve months or so) and not the calendar's ("last year")."""
    sure: bool = True
    """False where `pick` was made without any sign in the text that would have made it."""
    year: int | None = None
    """Year written; for decades and centuries the first of their years (1980, 1900)."""
    month: int | None = None
    """Month written, 1-12."""
    day: int | None = None
    """Day of the month written, 1-31."""
    weekday: int | None = None
    """Weekday written, 0 = Monday."""
    part: int | None = None
    """Which quarter (1-4), half (1-2), season (1 = spring ... 4 = winter) or weekday of its month (-1 = last)."""
    feast: str = ""
    """Name of a day that moves or is known by name ("easter", "thanksgiving"; see `claims.words.calendar`)."""
    fiscal: bool = False
    """Whether an accounting year is meant, which may begin in any month."""
    either_order: bool = False
    """Whether `month` and `day` may be the other way round ("3/4/2021" where nothing tells the order)."""
    vague: str = ""
    """TIMEX3 value of a vague reference (`PRESENT_REF`, `PAST_REF`, `FUTURE_REF`)."""
    mod: str = ""
    """TIMEX3 modifier ("early" `START`, "late" `END`, "about" `APPROX`)."""
    until: DayExpr | None = None
    """Last stretch of a range that begins with this expression ("March 3-5")."""
    within: DayExpr | None = None
    """The range of which it is one end ("between June 3 and June 5"): it tolerates the whole of it."""
    spill: tuple[int, int] = (0, 0)
    """Days before and after that what stands beside it allows ("at 3:00 GMT on Saturday", "over Christmas")."""
    zone: str = ""
    """The zone of a time of day beside it, where one is told ("0", "us:-300"), or ""."""


@dataclass(frozen=True, slots=True)
class ClockExpr:
    """A stretch of the day on some day."""

    day: DayExpr | None
    """The day, or None where nothing tells it."""
    low: int
    """First minute after local midnight."""
    high: int
    """Last minute, inclusive; beyond 1,440 for a stretch over midnight."""
    offset: int | None = None
    """Minutes east of UTC, or None where the zone is not told or its day tells the offset."""
    zone: str = ""
    """Rule of summer time and standard offset of a zone named without it ("us:-300" for "Eastern time"), or ""."""
    part: str = ""
    """TIMEX3 part of day (`MO`, `MI`, `AF`, `EV`, `NI`, `DT`), or "" for a clock time."""
    either_half: bool = False
    """Whether the words leave open which half of the day is meant ("half past seven", "at 2:11")."""
    slack: tuple[int, int] = (0, 0)
    """Minutes by which a word beside it lets the time lie earlier and later ("shortly after 9": none and fifteen)."""
    day_sure: bool = True
    """False where no day stands in its sentence and `day` is a guess."""
    seconds: int | None = None
    """Seconds, where written."""
    eve: bool = False
    """Whether its day may be the one that it ends in ("midnight on Friday", "overnight Sunday")."""
    ends: tuple[ClockExpr, ClockExpr] | None = None
    """The two ends of the stretch of which it is one ("between noon and 2 p.m.")."""
    mod: str = ""
    """TIMEX3 modifier."""


@dataclass(frozen=True, slots=True)
class LengthExpr:
    """How long something lasts."""

    unit: Grain
    """The unit written."""
    low: Decimal | None
    """How many units, or the lower end of a range; None where nothing bounds it from below."""
    high: Decimal | None = None
    """Upper end of a range, else equal to `low`; None where nothing bounds it from above ("years")."""
    vague: bool = False
    """Whether no figure is told ("years", "several weeks"); `low` and `high` then say what the word can mean."""
    mod: str = ""
    """TIMEX3 modifier (`MORE_THAN`, `APPROX` ...)."""
    reach: str = ""
    """"past" or "next" where it is counted from the anchor ("the past three months"), else ""."""


@dataclass(frozen=True, slots=True)
class SetExpr:
    """When something happens again and again."""

    every: LengthExpr | DayExpr | ClockExpr
    """The period ("daily": one day) or the moment in it ("every Monday")."""
    quant: str = ""
    """The word that makes it a set ("every", "each"), or ""."""


When: TypeAlias = DayExpr | ClockExpr | LengthExpr | SetExpr
