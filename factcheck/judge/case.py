"""Two claims of one fact before the ladder, with what the story knows that bears on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claims.model import Claim, Days, Pair, Published, Region
from claims.words.day_bound import opened
from factcheck.model import Mention
from factcheck.rates import Exchange
from factcheck.swaps import Swaps

_YEAR = 366


@dataclass(frozen=True)
class Facts:
    """What a story knows beyond the two claims."""

    events: Mapping[str, Days] = field(default_factory=dict)
    """For each event class that the story dates, the days it can have been on."""
    latest: Mapping[str, dt.date] = field(default_factory=dict)
    """For each event class the last day that any claim gives it, be it of one article only."""
    sums: Mapping[tuple[str, int], tuple[Claim, ...]] = field(default_factory=dict)
    """For a claim (article, offset) the claims that its sentence adds to it ("24 cars and four trucks")."""
    originals: Mapping[tuple[str, int], Claim] = field(default_factory=dict)
    """For a sum in brackets (article, offset) the sum in another currency that it converts ("€2m ($2.2m)")."""
    exchange: Exchange = field(default_factory=Exchange)
    """Rates by which sums in two currencies are compared."""
    swaps: Swaps = field(default_factory=dict)
    """The pairs that a swap of two figures concerns."""


@dataclass(frozen=True)
class Case:
    """Two mentions to be judged, and what is known around them. Symmetric: every rule gives the same for `b`, `a`."""

    a: Mention
    """One mention."""
    b: Mention
    """The other mention."""
    facts: Facts = field(default_factory=Facts)
    """What the story knows."""
    strict: bool = False
    """Whether bounds and hedges are literal."""
    score: float = 0.0
    """Log-odds that the two speak of one fact."""
    by: str = ""
    """What made two sums of money comparable, in words: the rate of exchange, or the sums they were converted from."""

    @property
    def kind(self) -> str:
        """The kind of the first claim; a date and a time of day make a date."""
        kinds = {self.a.claim.kind, self.b.claim.kind}
        return self.a.claim.kind if len(kinds) == 1 else min(kinds)

    @cached_property
    def stated(self) -> tuple[Region, Region]:
        """What the two say literally; of dates of which one bounds the event ("before May") the days left open."""
        a, b = self.a.claim, self.b.claim
        return opened(a, b, a.value.stated, b.value.stated)

    @cached_property
    def tolerated(self) -> tuple[Region, Region]:
        """What rounding and hedges let the two mean; in strict mode what they say."""
        if self.strict:
            return self.stated
        a, b = self.a.claim, self.b.claim
        return opened(a, b, a.value.tolerated, b.value.tolerated)

    @property
    def is_turned_round(self) -> bool:
        """Whether the two are one pair of figures in either order, as two sides of a game tell its score."""
        x, y = self.stated
        pairs = isinstance(x, Pair) and isinstance(y, Pair) and x == Pair(y.second, y.first)
        return self.kind == "score" and pairs and x != y

    @property
    def same_article(self) -> bool:
        """Whether one article says both."""
        return self.a.article.id == self.b.article.id

    @property
    def same_page(self) -> bool:
        """Whether two versions of one page say them."""
        a, b = self.a.article, self.b.article
        return a.id != b.id and (a.version_of or a.id) == (b.version_of or b.id)

    @property
    def swapped(self) -> bool:
        """Whether the two figures changed places with others of their sentences."""
        return self.facts.swaps.get(frozenset((self.a.claim.at, self.b.claim.at)), False)

    def told(self, mention: Mention) -> Days:
        """The day for which a mention gives its figure: the one it states, else the day of publication."""
        if not mention.claim.as_of_days.is_free:
            return mention.claim.as_of_days
        return day_of(mention.article.published)


def day_of(published: Published | None) -> Days:
    """The days on which an article can have been published; any where they are known to no better than a year."""
    if published is None or (published.last - published.first).days > _YEAR:
        return Days()
    return Days(published.first, published.last)


def first_day(days: Days) -> dt.date | None:
    """The first day of a set that is bounded on both sides within a month, else None."""
    if days.first is None or days.last is None or (days.last - days.first).days > 31:
        return None
    return days.first
