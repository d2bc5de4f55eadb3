"""What a claim is: frozen, typed values that every stage passes on and none changes.

The central idea is that *a value is a region on a dimension*. Aligning and judging then mostly ask how two
regions lie to each other and need not know which kind of claim holds them. Four region types cover the kinds:

    Interval   a stretch of numbers (ages, counts, lengths, money, percentages ...)
    Pair       two intervals that belong together (scores, votes for and against, ratios)
    Days       a set of calendar days given by constraints (dates, complete or partial)
    Clock      a stretch of the day on a set of days (times)

All spans are half-open ranges of code points of the ORIGINAL text, which nothing rewrites.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from claims.when import When


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the original text."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset after the last code point; never below `start`."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is not a range")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def moved(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Modality(StrEnum):
    """How a value is put: what its hedge or bound word says of the number."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    VAGUE = "vague"


class Status(StrEnum):
    """How the article stands to what it says (after FactBank's and TimeML's event modality)."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    WITHDRAWN = "withdrawn"


UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""What is told as something that may come or could be, and not as a fact."""


# ------------------------------------------------------------------------------------------- regions


TEMPORAL = frozenset({"date", "time"})
"""Kinds of claims that tell when something was."""
SHARES = frozenset({"percent", "ratio"})
"""Kinds of claims that tell a share of something, or by how much of itself it changed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of numbers in the canonical unit of a dimension; a missing end is unbounded."""

    low: Decimal | None
    """Lower end, or None where nothing bounds it."""
    high: Decimal | None
    """Upper end, or None where nothing bounds it."""
    low_open: bool = False
    """Whether the lower end itself is excluded."""
    high_open: bool = False
    """Whether the upper end itself is excluded."""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"interval {self.low}..{self.high} is upside down")

    @classmethod
    def point(cls, number: Decimal) -> Interval:
        """The interval that holds one number."""
        return cls(number, number)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies in it."""
        return self.low is not None and self.low == self.high

    def times(self, factor: Decimal) -> Interval:
        """The interval with both ends multiplied by a `factor` above zero."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers that belong together: a score, votes for and against, one in four."""

    first: Interval
    """The number written first."""
    second: Interval
    """The number written second."""


@dataclass(frozen=True, slots=True)
class Days:
    """A set of calendar days: those from `first` to `last` that meet every constraint given.

    A partial date is a constraint and no hull: "October" of an unknown year is `Days(months={10})`, "a Tuesday"
    is `Days(weekdays={1})`, "October 2021" is `Days(first=2021-10-01, last=2021-10-31)`.
    """

    first: dt.date | None = None
    """First day that can be meant, or None where nothing bounds it."""
    last: dt.date | None = None
    """Last day that can be meant, or None where nothing bounds it."""
    months: frozenset[int] = frozenset()
    """Months (1-12) that can be meant; empty: any."""
    days: tuple[int, int] | None = None
    """First and last day of the month (1-31) that can be meant; None: any."""
    weekdays: frozenset[int] = frozenset()
    """Weekdays (0 = Monday) that can be meant; empty: any."""

    @classmethod
    def day(cls, day: dt.date) -> Days:
        """The set that holds one day."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is meant."""
        return self.first is not None and self.first == self.last

    @property
    def is_free(self) -> bool:
        """Whether any day at all can be meant."""
        return self == Days()


@dataclass(frozen=True, slots=True)
class Clock:
    """A stretch of the day, in minutes, on a set of days.

    `low` and `high` count minutes from local midnight and may run past 1,440 for a stretch over midnight
    ("Friday night" ends at 1,800 = 6 a.m.).
    """

    days: Days
    """The days on which it can be."""
    low: int
    """First minute after midnight, local time of `offset`."""
    high: int
    """Last minute after midnight, inclusive."""
    offset: int | None = None
    """Minutes east of UTC, or None where the zone is unknown."""
    either_half: bool = False
    """Whether the same stretch in the other half of the day can be meant as well ("at 2:11")."""


Region: TypeAlias = Interval | Pair | Days | Clock


# -------------------------------------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Value:
    """A value as read: where it lies on its dimension, and the words it came from."""

    dimension: str
    """What is measured; values of different dimensions never meet. Examples: `count`, `age`, `speed`, `length`,
    `money:USD`, `temperature`, `temperature-difference`, `date`, `time`, `duration`, `score`."""
    stated: Region
    """What the words say, literally, in the canonical unit ("about 30" states 30)."""
    tolerated: Region
    """What rounding, hedge or vague word let the words mean, in the canonical unit. Covers `stated`, except for bounds:
    "at least 3" states all from 3 up and is held to mean figures near 3."""
    unit: str
    """Canonical unit of the regions, in singular ("kilometre per hour"); for counts the counted noun's lemma."""
    written_unit: str
    """Unit in which the text gives the value, in singular ("mile per hour"); "" where it gives none."""
    amounts: tuple[Decimal, ...]
    """The number(s) in the written unit: one, or the two ends of a range or parts of a pair; () for dates."""
    modality: Modality
    """What the hedge or bound word says."""
    words: str
    """The value's own words, hedge included, as written."""
    trend: str = ""
    """"up" or "down" where the words say that the value is a change ("rose 5 percent"), else ""."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in the terms of TIMEX3 (TimeML 1.2.1 annotation guidelines)."""

    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    """TIMEX3 value, e.g. "2019-04-25", "2019-W17", "P3D", "XXXX-10", "PAST_REF"."""
    mod: str = ""
    """TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER` ... or ""."""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as far as it is known: the document creation time of TimeML."""

    first: dt.date
    """Earliest day of publication that is possible."""
    last: dt.date
    """Latest day of publication that is possible; equal to `first` where the day is known."""
    origin: str = "given"
    """Where it is known from: `option`, `manifest`, `front matter`, `dateline`, `url`, `inferred` ..."""
    time: dt.time | None = None
    """Local time of publication where given."""
    offset: int | None = None
    """Minutes east of UTC where given."""

    @property
    def is_day(self) -> bool:
        """Whether the day is known exactly."""
        return self.first == self.last

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds the day on one side; that end is then the calendar's own."""
        return self.first == dt.date.min or self.last == dt.date.max

    @property
    def is_inferred(self) -> bool:
        """Whether no one stated it: such a date may make a verdict milder, never create a conflict.

        A date that was only found somewhere in the text of a page is a guess of this sort.
        """
        return self.origin in ("inferred", "page text")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, name or verb as it stands in the text, with its lemma."""

    words: str
    """As written, without article ("passenger automobiles")."""
    lemma: str
    """Lower-case lemma of the head word ("automobile")."""
    span: Span
    """Where it stands."""
    modifiers: tuple[str, ...] = ()
    """Lower-case lemmas of the head's modifiers, in text order ("passenger")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Any number or time expression understood. Benchmarks of extraction measure readings."""

    kind: str
    """Name of the kind that read it; one of the contract's kinds."""
    span: Span
    """The reading's own words: hedge, number, unit and counted noun; for dates the time expression."""
    core: Span
    """The number with its unit, or the bare time expression, without hedge and counted noun."""
    value: Value
    """What was understood."""
    timex: Timex | None = None
    """The same in TIMEX3 terms, for time expressions."""
    noun: Phrase | None = None
    """The counted or measured noun phrase ("27 counts": counts), where one is named."""
    relation: str = ""
    """For dates, the preposition that bounds it: "since", "until", "by", "before", "after", "on", "in" ..."""
    as_of: str = ""
    """Words that fix the value's reference time inside the expression ("at the time of the crash", "then")."""
    per: str = ""
    """Canonical unit per which it holds ("month" in "$3,500 a month"), or ""."""
    comparable: bool = True
    """False for readings that no filter should let become a claim (list numbers, "one" in idioms)."""
    when: When | None = None
    """For time expressions what the words say before a publication date fills them in."""


# -------------------------------------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or thing as the article names it."""

    key: str
    """The fullest name the article uses, lower case ("rogel lazaro aguilera-mederos"), or the head noun's lemma."""
    words: str
    """As written at this place ("he", "the driver", "Aguilera-Mederos")."""
    type: str = ""
    """`person`, `organisation`, `place`, `thing` or "" where unknown."""
    named: bool = True
    """Whether `key` is a proper name."""
    role: str = ""
    """Its relation to the event: `subject`, `object`, `agent`, `possessor`, `at`, `of`, `with` ... or ""."""
    lemma: str = ""
    """Lemma of the head noun at this place ("driver"), "" for a bare name or pronoun."""
    modifiers: tuple[str, ...] = ()
    """Lower-case lemmas that narrow it ("second", "jefferson county")."""
    nouns: frozenset[str] = frozenset()
    """Common nouns that the article calls it by, here or elsewhere ("driver", "trucker")."""


@dataclass(frozen=True, slots=True)
class Event:
    """The verb or event noun that governs a value."""

    lemma: str
    """Lower-case lemma ("convict", "crash")."""
    words: str
    """As written ("was convicted")."""
    span: Span
    """Where its head word stands."""
    classes: frozenset[str] = frozenset()
    """Classes of the event table it belongs to ("convict")."""
    nominal: bool = False
    """Whether it is a noun."""
    tense: str = ""
    """`past`, `present`, `future` or ""."""
    light: bool = False
    """Whether it is a light verb that leaves the event to its noun ("a sentence was handed down")."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading that is comparable, with everything that says which fact it speaks of."""

    kind: str
    """Name of its kind."""
    reading: Reading
    """The reading it rests on."""
    span: Span
    """The claim's own words: hedge, number, unit, counted noun; a date with at most its event word."""
    sentence: Span
    """The sentence it stands in."""
    article: str = ""
    """Identifier of the article."""
    subject: Entity | None = None
    """Who or what the value belongs to."""
    event: Event | None = None
    """The event or attribute it is said of."""
    role: str = ""
    """What the value is in the event: `affected`, `agent`, `is` (the event noun is said to be it), or a preposition."""
    facets: frozenset[str] = frozenset()
    """Event classes that the counted or measured thing takes part in, each with its part ("kill:affected")."""
    attributes: frozenset[str] = frozenset()
    """Attribute classes that the words give a measure ("depth", "limit", "offer-sum")."""
    noun: Phrase | None = None
    """Counted noun."""
    noun_classes: frozenset[str] = frozenset()
    """Classes of the noun table that the counted noun belongs to."""
    participants: tuple[Entity, ...] = ()
    """Further people, places and things of the clause, each with its role."""
    scope: tuple[str, ...] = ()
    """Words that narrow what is counted ("more", "other", "in the district"), as lemmas."""
    as_of: str = ""
    """The reference time in words, where one is stated."""
    as_of_days: Days = field(default_factory=Days)
    """The reference time as a set of days."""
    counted_on: bool = False
    """Whether the article says as of when the figure holds ("as of Monday"), so that it cannot have grown since."""
    setting: tuple[Days, ...] = ()
    """Days that the sentence names beside the value, to tell one occasion from another."""
    hours: tuple[Clock, ...] = ()
    """Times of day that the sentence names beside the value, to the same end."""
    background: bool = False
    """Whether the sentence dates what it tells to long before the article: an earlier quake, a former trial."""
    beside: str = ""
    """Key of the name that stands nearest to the value in its sentence, or ""."""
    status: Status = Status.ASSERTED
    """Whether asserted, attributed, denied, planned, hypothetical or withdrawn."""
    attributed_to: str = ""
    """Who is said to say so, as written, or ""."""
    context: frozenset[str] = frozenset()
    """Lower-case content lemmas of the sentence."""
    wording: frozenset[str] = frozenset()
    """Those of them that stand nearest to the value."""
    names: frozenset[str] = frozenset()
    """Keys of the named people and organisations of the sentence."""
    places: frozenset[str] = frozenset()
    """Keys of the places that the sentence names."""
    doubtful: bool = False
    """Whether the parse was doubtful, so that a rule decided the roles."""

    @property
    def value(self) -> Value:
        """The value as read."""
        return self.reading.value

    @property
    def at(self) -> tuple[str, Span]:
        """Where it stands, by which it is known in a story: its article and its span."""
        return self.article, self.span

    def with_article(self, article: str) -> Claim:
        """The same claim, told to belong to `article`."""
        return replace(self, article=article)


class BlockRole(StrEnum):
    """What part of an article a block is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of a block that is no word of the article: an asterisk, a link's target, a character reference."""

    span: Span
    """Where it stands."""
    reads: str = ""
    """What is read in its place: "" for most, "&" for "&amp;"."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, headline, list item or caption: what never runs together with its neighbours."""

    span: Span
    """Where it stands, without outer white space."""
    role: BlockRole = BlockRole.BODY
    """What it is."""
    markup: tuple[Markup, ...] = ()
    """What is passed over in it, in text order and without overlap."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was found but not read, with the reason: told to the user, never dropped in silence."""

    span: Span
    """Where it stands."""
    reason: str
    """Why, in one plain sentence."""
    whole: bool = False
    """Whether nothing of the text was read."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one text."""

    readings: tuple[Reading, ...]
    """All readings in text order."""
    claims: tuple[Claim, ...]
    """The readings that passed the filter, as claims, in text order."""
    unread: tuple[Unread, ...] = ()
    """What was found but not read."""
