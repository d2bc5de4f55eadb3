"""An age that a date of birth does not give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from claims.model import Claim, Days, Interval
from claims.words.classes import is_a
from factcheck.judge.checks.check import SAID, Check, Contradiction, is_exact
from factcheck.model import Article, Verdict

_BIRTH, _DEATH = "give-birth", "kill"
_EARLIER = 1
"""Years by which an age may be behind the day of publication, as it may be told of the event that is reported."""


def _born(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Somebody's age does not follow from the date of birth that the same article gives.

    The age is reckoned for the day of publication, if that is stated; one year less is let pass, since the age may be
    that at the event. Whoever is told to have died, or whose age is told of another time, is left alone.

    Example: "Nora Pell, 34" and "born on May 6, 1984", in an article of 2031.
    """
    told = article.published
    if told is None or told.is_inferred or not told.is_day:
        return
    said = [claim for claim in claims if claim.status in SAID]
    born = {key: claim for claim in said if (key := _named(claim)) and claim.kind == "date" and _is_birth(claim)}
    dead = {_named(claim) for claim in said if _has(claim, _DEATH)}
    for claim in said:
        birth = born.get(_named(claim)) if claim.kind == "age" else None
        if birth is None or _named(claim) in dead or not _is_now(claim):
            continue
        if says := _misfit(claim, birth, told.first):
            yield Contradiction(f"age of {_who(claim)}", says, (claim, birth))


def _named(claim: Claim) -> str:
    subject = claim.subject
    return subject.key if subject and subject.named and subject.type in ("person", "") else ""


def _who(claim: Claim) -> str:
    return claim.subject.key.title() if claim.subject else ""


def _has(claim: Claim, name: str) -> bool:
    return claim.event is not None and any(is_a(each, name) for each in claim.event.classes)


def _is_birth(claim: Claim) -> bool:
    """Whether a date is that of its subject's own birth: "was born on", not "gave birth on"."""
    return (
        _has(claim, _BIRTH) and claim.role in ("on", "in") and claim.event is not None and claim.event.lemma == "bear"
    )


def _is_now(claim: Claim) -> bool:
    """Whether nothing says that an age is told of another time than the report's."""
    free = not claim.as_of and claim.as_of_days.is_free and not claim.background and not claim.setting
    return free and is_exact(claim) and claim.value.unit in ("year", "year of age")


def _misfit(age: Claim, birth: Claim, today: dt.date) -> str:
    """Why the age is not that of the date of birth, or ""."""
    days, stated = birth.value.stated, age.value.stated
    if not (isinstance(days, Days) and days.first and days.last and isinstance(stated, Interval) and stated.low):
        return ""
    if days.last >= today:
        return ""
    low, high = _age(days.last, today) - _EARLIER, _age(days.first, today)
    if low <= stated.low <= high:
        return ""
    least = _age(days.last, today)
    years = f"{least} or {high}" if least != high else f"{high}"
    return f"somebody born then is {years} on {today:%B} {today.day}, {today.year}"


def _age(born: dt.date, today: dt.date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


BORN = Check("FC404", "born", "Age and date of birth", Verdict.CONFLICT, "AP Stylebook, ages", _born)
