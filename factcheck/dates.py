"""When an article was published, where nobody says: what its own lines and the rest of its story leave possible.

What follows is one set of days for each article, shared by all its relative dates and marked as inferred. The evidence,
in the order of its weight (counts of development texts in `docs/dates.md`):

    "Posted March 5, 2031", a dateline         the article states its day, which is no inference
    "Updated March 5, 2031"                    that day
    "PORT NERIM, March 5 —"                    a March 5
    "on Tuesday", told of an event that        every day on which the words can have meant it
      another article puts on March 4, 2031
    "in May 2030", told as past                that day or later
    "Thursday 20 November"                     the days after such a Thursday, from the first one that is possible on
    "will open on May 3, 2031"                 that day or earlier, if nothing speaks against it

Evidence that contradicts itself is left out. Neither the clock nor the file's time is ever asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from claims.dateline import Dated, Line, dated
from claims.dayset import both, first_day, last_day, satisfiable
from claims.model import Claim, Days, Published, Status
from claims.when import Anchor, DayExpr
from claims.words.day_rehang import rehung
from claims.words.day_resolve import place
from factcheck.model import Article, Group, Lines, Own

INFERRED = "inferred"
"""Origin of a date that no one states."""
_MOST = 31
"""Days of a bracket within which relative dates are still worth reckoning."""
_YEARS_ON = 12
"""Years after the earliest possible one in which a weekday is looked for on a day of the month."""
_RECENT = 183
"""Days within which news names a day without its year."""


def by_own_lines(articles: Iterable[Article], known: Lines) -> tuple[Article, ...]:
    """The articles, those without a date of publication dated by their own lines, if these tell a whole day.

    `known` knows what lines tell, if that is known from before.
    """
    return tuple(article if article.published else _dated(article, known) for article in articles)


def usable(published: Published | None) -> Published | None:
    """The date that relative dates can be hung on: none where an inferred one leaves more than a month open."""
    if published is None or (published.is_inferred and (published.last - published.first).days > _MOST):
        return None
    return published


# ------------------------------------------------------------------------------------------ the article itself


def _dated(article: Article, known: Lines) -> Article:
    published, modified = known(article, partial(_of_itself, article))
    return replace(article, published=published, modified=modified) if published else article


def _of_itself(article: Article) -> Own:
    """The day that an article's own lines state, else that of its last update as an inferred one, and that update."""
    lines = dated(article.text, article.blocks)
    posted, updated, head = (_whole(lines, line) for line in Line)
    stated = posted or head
    modified = _published(updated.days, "dateline", updated) if updated else None
    if stated:
        return _published(stated.days, "dateline", stated), modified
    return (_published(updated.days, INFERRED, updated), modified) if updated else (None, None)


def _whole(lines: Sequence[Dated], line: Line) -> Dated | None:
    """The first such line that names a whole day; of updates the last."""
    days = [one for one in lines if one.line is line and one.days.is_day]
    return (days[-1] if line is Line.UPDATED else days[0]) if days else None


def _published(days: Days, origin: str, line: Dated | None = None) -> Published | None:
    """Days as a date of publication; None where nothing bounds them."""
    first = first_day(days) if days.first else None
    last = last_day(days) if days.last else None
    if first is None and last is None:
        return None
    time, offset = (line.time, line.offset) if line and first == last else (None, None)
    return Published(first or dt.date.min, last or dt.date.max, origin, time, offset)


# --------------------------------------------------------------------------------------------------- the story


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a story says of the day on which one of its articles was published."""

    lines: tuple[Days, ...]
    """What the article's own lines leave, where they name no whole day."""
    events: tuple[tuple[int, Days], ...]
    """Days on which its words for an event can mean the day that others give it, with the number of the group."""
    claims: tuple[Claim, ...]
    """The article's claims, whose explicit dates set bounds."""

    def published(self, without: int = -1) -> Published | None:
        """The date that follows, the evidence of one group left out; None where nothing does."""
        events = [days for group, days in self.events if group != without]
        days = _all([*self.lines, *events]) or _all(self.lines) or Days()
        return _published(_bounded(days, self.claims), INFERRED)


def evidence(articles: Mapping[str, Article], claims: Sequence[Claim], groups: Sequence[Group]) -> dict[str, Evidence]:
    """For each article of one story that nothing else dates, what the story says of its date of publication."""
    return {
        article.id: Evidence(
            lines=tuple(one.days for one in dated(article.text, article.blocks) if one.line is Line.DATELINE)[:1],
            events=tuple((at, days) for at, one in enumerate(groups) for days in _by_event(article, articles, one)),
            claims=tuple(claim for claim in claims if claim.article == article.id),
        )
        for article in articles.values()
        if article.published is None and not article.reference
    }


def inferred(articles: Mapping[str, Article], found: Mapping[str, Evidence]) -> dict[str, Article]:
    """The articles of one story with the dates of publication that follow from the story."""
    return {
        at: replace(article, published=found[at].published()) if at in found else article
        for at, article in articles.items()
    }


def rehang(groups: Sequence[Group], found: Mapping[str, Evidence]) -> tuple[Group, ...]:
    """The groups with the relative dates of undated articles hung on the days that follow for these.

    For each group without what follows from the group itself: two dates do not agree because they were taken to.
    """
    return tuple(
        replace(group, claims=tuple(_rehung(claim, found.get(claim.article), at) for claim in group.claims))
        for at, group in enumerate(groups)
    )


def _rehung(claim: Claim, found: Evidence | None, group: int) -> Claim:
    if found is None or claim.reading.when is None:
        return claim
    published = usable(found.published(without=group))
    return replace(claim, reading=rehung(claim.reading, published)) if published else claim


def _all(days: Sequence[Days]) -> Days | None:
    """What all the sets have in common, or None where that is nothing."""
    common: Days | None = Days()
    for one in days:
        common = common and both(common, one)
    return common if common and satisfiable(common) else None


def _by_event(article: Article, articles: Mapping[str, Article], group: Group) -> Iterator[Days]:
    """The days on which the article's relative date of an event can mean the day that other articles give it."""
    known = {
        claim.value.stated
        for claim in group.claims
        if claim.article != article.id and is_sure(claim, articles[claim.article].published)
    }
    day = next(iter(known)) if len(known) == 1 else None
    if not isinstance(day, Days) or day.first is None:
        return
    for claim in group.claims:
        when = claim.reading.when
        if claim.article == article.id and isinstance(when, DayExpr) and _hangs_on_publication(when):
            fitting = [on for on in _around(day.first) if _means(when, on, day.first)]
            if fitting:
                yield Days(fitting[0], fitting[-1])


def is_sure(claim: Claim, published: Published | None) -> bool:
    """Whether a claim gives a whole day, in full or by a known date of publication."""
    days = claim.value.stated
    if claim.kind != "date" or not isinstance(days, Days) or not days.is_day:
        return False
    return _is_explicit(claim) or (published is not None and published.is_day and not published.is_inferred)


def _is_explicit(claim: Claim) -> bool:
    """Whether a claim writes out its year."""
    when = claim.reading.when
    return isinstance(when, DayExpr) and when.anchor is Anchor.NONE and when.year is not None


def _hangs_on_publication(when: DayExpr) -> bool:
    while when.base is not None:
        when = when.base
    return when.anchor is Anchor.PUBLISHED


def _around(day: dt.date) -> Iterator[dt.date]:
    """Days on which an event of `day` can be news: from a week before it to a year after."""
    low, high = max(1, day.toordinal() - 7), min(dt.date.max.toordinal(), day.toordinal() + 366)
    return (dt.date.fromordinal(on) for on in range(low, high + 1))


def _means(when: DayExpr, published: dt.date, day: dt.date) -> bool:
    found = place(when, published)
    return found is not None and found == (day, day)


def _bounded(days: Days, claims: Sequence[Claim]) -> Days:
    """The days within the bounds that the article's explicit dates set, as far as they agree with them.

    Something told as past is over on the day of publication. An announced day lies ahead of it, unless the plan is an
    old one: that bound yields where it contradicts the rest.
    """
    low = max((past.first for past in _past(claims) if past.first), default=None)
    low = max(filter(None, (low, days.first)), default=None)
    if low is not None:
        low = max(low, *(_after(claim, low) for claim in claims))
    high = min((ahead.last for ahead in _ahead(claims) if ahead.last), default=None)
    if low and high and low > high:
        high = None
    for bounds in (Days(low, high), Days(low)):
        common = both(days, bounds)
        if common is not None and satisfiable(common):
            return common
    return days


def _past(claims: Iterable[Claim]) -> Iterator[Days]:
    """Explicit dates of what is told as past and true."""
    for claim in claims:
        over = claim.event is not None and claim.event.tense == "past"
        if over and claim.status in (Status.ASSERTED, Status.ATTRIBUTED) and _is_explicit(claim):
            yield from _days(claim)


def _ahead(claims: Iterable[Claim]) -> Iterator[Days]:
    """Explicit dates of what is announced."""
    for claim in claims:
        coming = claim.status is Status.PLANNED or (claim.event is not None and claim.event.tense == "future")
        if coming and _is_explicit(claim):
            yield from _days(claim)


def _days(claim: Claim) -> Iterator[Days]:
    if claim.kind == "date" and isinstance(claim.value.stated, Days):
        yield claim.value.stated


def _after(claim: Claim, low: dt.date) -> dt.date:
    """The first possible day of publication from `low` on for an article that names a recent weekday with its date."""
    when = claim.reading.when
    if not (isinstance(when, DayExpr) and when.year is None and when.month and when.day and when.weekday is not None):
        return low
    for year in range(low.year - 1, low.year + _YEARS_ON):
        try:
            day = dt.date(year, when.month, when.day)
        except ValueError:
            continue
        if day.weekday() == when.weekday and day + dt.timedelta(_RECENT) >= low:
            return max(low, day)
    return low
