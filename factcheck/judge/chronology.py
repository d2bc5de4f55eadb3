"""The order of events: dates that put one after another although it must have come before.

A story's dated events make a simple temporal network (Dechter, Meiri and Pearl 1991): each event lies between its first
and its last possible day, and the order of the news (`claims.words.classes.precedes`: an arrest before a charge, a
conviction before a sentence) adds "not after". Such a network has no solution if it has a negative cycle; with days and
orders alone the shortest one always runs through two dated events, so that pairs are all that has to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claims.model import Claim, Clock, Days, Status
from claims.when import Anchor, ClockExpr, DayExpr
from claims.words.classes import precedes
from claims.words.day_bound import bound_of
from factcheck.model import Article

BIRTH = "give-birth"
_LIFE = frozenset(
    {
        BIRTH,
        "arrest",
        "charge",
        "arraign",
        "convict",
        "acquit",
        "sentence",
        "appeal",
        "parole",
        "pardon",
        "bury",
        "kill",
    }
)
"""Classes whose orders are looked at: what happens to one person in the course of a life or of one case.

Other orders of the table need not hold for one and the same thing: a firm opens and closes many shops."""
_ONE_CASE = 366
"""Days within which two steps are taken for those of one case; further apart they may be those of two."""
_HELD = frozenset({Status.ASSERTED, Status.ATTRIBUTED})


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of one person with the days on which it can have been."""

    claim: Claim
    """The claim that dates it."""
    days: Days
    """Its days, bounded on both sides."""
    person: str
    """Key of the person's name."""
    classes: frozenset[str]
    """Its event classes, of those that are looked at."""


def dated(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Iterator[Dated]:
    """The dated events of the persons that `claims` name.

    Dates that hang on a day of publication which nobody states are left out, and so are plans and what the sentence
    itself puts long before the report.
    """
    for claim in claims:
        stated = claim.value.stated
        days = stated.days if isinstance(stated, Clock) else stated
        subject, event = claim.subject, claim.event
        if claim.article not in articles or not isinstance(days, Days) or days.first is None or days.last is None:
            continue
        if event is None or subject is None or not subject.named or subject.type not in ("person", ""):
            continue
        classes = event.classes & _LIFE
        if classes and _is_firm(claim, articles[claim.article]):
            yield Dated(claim, days, subject.key, classes)


def _is_firm(claim: Claim, article: Article) -> bool:
    """Whether a claim tells as a fact of the reported case what day something was."""
    when = claim.reading.when
    day = when.day if isinstance(when, ClockExpr) else when
    held = claim.status in _HELD and not claim.background and not claim.scope and not bound_of(claim)
    if not held or not isinstance(day, DayExpr) or (claim.event and claim.event.tense == "future"):
        return False
    if day.anchor is Anchor.NONE and day.year is not None:
        return True
    told = article.published
    return told is not None and told.is_day and not told.is_inferred


def reversed_order(a: Dated, b: Dated) -> bool:
    """Whether `a` must come before `b`, of one person and case, and its days lie after those of `b`."""
    if not same_person(a.person, b.person) or a.days.first is None or b.days.last is None:
        return False
    if b.days.last >= a.days.first:
        return False
    apart = (a.days.first - b.days.last).days
    if BIRTH not in a.classes and apart > _ONE_CASE:
        return False
    before = any(precedes(x, y) for x in a.classes for y in b.classes)
    return before and not any(precedes(y, x) for x in a.classes for y in b.classes)


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: the same, or one ends in the other ("nora pell", "pell")."""
    return a == b or a.endswith(f" {b}") or b.endswith(f" {a}")
