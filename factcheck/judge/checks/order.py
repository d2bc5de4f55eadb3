"""Events of one person in an order that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.model import Claim, Days
from claims.region import iso
from factcheck.judge.checks.check import Contradiction, StoryCheck
from factcheck.judge.chronology import BIRTH, Dated, dated, reversed_order, same_person
from factcheck.model import Article, Verdict

_SURE, _ONE_CASE = 0.9, 0.7
"""Probability that an editor would agree: of a life, and of the steps of a case, of which there may be another."""


def _order(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two events of one person are dated in an order that cannot be.

    Nobody is sentenced before the conviction or arrested before the birth. Told only where every date that the story
    gives for the one event lies after every date that it gives for the other, and where no conflict on one of the dates
    says so already. What it gets wrong: somebody who stands trial twice within a year.

    Example: "was convicted on March 13, 2031" and "was sentenced on March 3, 2031".
    """
    events = list(dated(claims, articles))
    told: set[tuple[frozenset[str], frozenset[str], str]] = set()
    for first in events:
        for second in events:
            key = (first.classes, second.classes, first.person)
            if key in told or not reversed_order(first, second):
                continue
            before, after = _dates(first, events), _dates(second, events)
            if not all(reversed_order(a, b) for a in before for b in after):
                continue
            told.add(key)
            shown = sorted({event.claim for event in (*before, *after)}, key=lambda claim: claim.at)
            sure = _SURE if BIRTH in first.classes else _ONE_CASE
            yield Contradiction(f"order: {first.person.title()}", _says(first, second), tuple(shown), sure)


def _dates(told: Dated, events: Sequence[Dated]) -> list[Dated]:
    """All that date the event of `told`: a second case gives it two dates, and then no order is sure."""
    return [event for event in events if same_person(event.person, told.person) and event.classes & told.classes]


def _says(first: Dated, second: Dated) -> str:
    names = [event.claim.event.words if event.claim.event else "" for event in (first, second)]
    return f"“{names[0]}” ({_day(first.days)}) must come before “{names[1]}” ({_day(second.days)})"


def _day(days: Days) -> str:
    low, high = iso(days)
    return str(low) if low == high else f"{low} to {high}"


ORDER = StoryCheck(
    "FC407", "order", "Events in an order that cannot be", Verdict.CONFLICT,
    "Dechter, Meiri and Pearl 1991, temporal constraint networks; U.S. Courts, Criminal Cases", _order,
)  # fmt: skip
