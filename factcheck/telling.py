"""What one story tells: the claims of its articles, which of them speak of one fact, and how they lie to each other.

A pure function from a story to what is told of it. Nothing of one story enters another, so stories can be told in any
order, by any number of processes and machines.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from claims.model import UNREAL, Claim, Days, Extraction, Status
from factcheck.align import align
from factcheck.align.label import label
from factcheck.dates import evidence, inferred, is_sure, rehang
from factcheck.extraction import extraction
from factcheck.judge import inside, judge
from factcheck.judge.case import Facts
from factcheck.judge.currency import originals
from factcheck.judge.sums import sums
from factcheck.model import (
    SEVERITY,
    Article,
    Finding,
    Group,
    Mention,
    Options,
    Severity,
    Single,
    Skipped,
    StoryMode,
)
from factcheck.place import passed_over
from factcheck.rates import Exchange
from factcheck.stories import stories
from factcheck.swaps import swaps
from factcheck.versions import is_live, withdrawn

Known: TypeAlias = Mapping[str, Extraction]
"""For articles (by identifier) what was read of them already."""
_NOTHING: Known = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that are compared with each other."""

    name: str
    """Its identifier."""
    articles: tuple[Article, ...]
    """Its articles in the order of their identifiers."""
    asked: frozenset[str] = frozenset()
    """The identifiers of those that are compared before any other, where they are too many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came out of one story."""

    articles: tuple[Article, ...]
    """Its articles, with the dates that follow from each other."""
    findings: tuple[Finding, ...]
    """What its claims say together."""
    singles: tuple[Single, ...]
    """Claims that stand alone."""
    withdrawn: tuple[Single, ...]
    """Values that were taken back."""
    skipped: tuple[Skipped, ...] = ()
    """Articles that were not compared and places that were not read."""
    claims: tuple[Claim, ...] = ()
    """Every claim, in the order of article and offset."""
    groups: tuple[Group, ...] = ()
    """The claims that speak of one fact."""


Tell: TypeAlias = Callable[[Sequence[Story], Options], Iterable[Told]]
"""An engine: tells the stories, each by `told`, and gives the outcomes in their order. Has a `told` to each story."""


def in_turn(work: Sequence[Story], options: Options) -> Iterator[Told]:
    """Tell one story after the other, here; a `Tell`."""
    total = sum(len(story.articles) for story in work)
    before = 0
    for story in work:

        def step(done: int, before: int = before) -> None:
            options.progress("compare", before + done, total)

        yield told(story, options, step=step)
        before += len(story.articles)


def told(
    story: Story, options: Options, known: Known = _NOTHING, step: Callable[[int], None] = lambda _done: None
) -> Told:
    """What `story` tells; articles that are not `known` are read now, and `step` is told how many are.

    Of a story with more than `options.limits.story_articles` the first so many are compared.
    """
    kept, rest = heard(story, options.limits.story_articles)
    claims: dict[str, tuple[Claim, ...]] = {}
    skipped = [Skipped(article.path, _unheard(options.limits.story_articles), whole=True) for article in rest]
    for done, article in enumerate(kept, 1):
        read = known[article.id] if article.id in known else extraction(article, options)
        claims[article.id] = tuple(claim.with_article(article.id) for claim in read.claims)
        skipped += passed_over(article, read.unread)
        step(done)
    found = _told(story.name, kept, claims, options)
    return replace(found, articles=(*found.articles, *rest), skipped=tuple(skipped))


def heard(story: Story, most: int) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """The articles of a story that are compared, and those that are too many.

    Copies and older versions of pages go first, as they hold nobody to anything, then those last by identifier; at last
    those that were asked for.
    """
    if len(story.articles) <= most:
        return story.articles, ()
    ranked = sorted(
        story.articles,
        key=lambda each: (
            not each.reference,
            each.id not in story.asked,
            bool(each.duplicate_of or each.version_of),
            each.id,
        ),
    )
    kept = {article.id for article in ranked[:most]}
    return tuple(each for each in story.articles if each.id in kept), tuple(ranked[most:])


def _unheard(most: int) -> str:
    return f"it is not compared, as its story has more than {most:,} articles; part the story or raise the limit"


def _told(story: str, articles: Sequence[Article], claims: Mapping[str, tuple[Claim, ...]], options: Options) -> Told:
    said = [claim for own in withdrawn(articles, claims).values() for claim in own]
    known = {article.id: article for article in articles}
    live = [claim for claim in said if is_live(claim, known[claim.article])]
    exchange = Exchange(options.rates, _days(articles))
    groups = align(story, live, exchange=exchange, things=_things(articles, options))
    days = evidence(known, live, groups)
    known = inferred(known, days)
    speaking = {at: article for at, article in known.items() if not article.duplicate_of and not article.version_of}
    groups = rehang(groups, days)
    found = _findings(groups, live, speaking, options, exchange)
    found += [each for each in inside(story, speaking, live, found) if each.confidence >= options.min_confidence]
    shown = {(mention.article.id, mention.claim.span) for finding in found for mention in finding.mentions}
    return Told(
        articles=tuple(known.values()),
        findings=(*found, *_changed(story, said, known, options)),
        singles=tuple(
            Single(label([claim]), Mention(claim, known[claim.article])) for claim in live if claim.at not in shown
        ),
        withdrawn=_taken(said, known),
        claims=tuple(said),
        groups=groups,
    )


def _findings(
    groups: Sequence[Group],
    claims: Sequence[Claim],
    articles: dict[str, Article],
    options: Options,
    exchange: Exchange,
) -> list[Finding]:
    speaking = [claim for claim in claims if claim.article in articles]
    facts = Facts(
        _dated(groups, articles),
        _latest(speaking, articles),
        sums(speaking, articles),
        originals(speaking, articles),
        exchange,
        swaps(speaking),
    )
    return [
        finding
        for group in groups
        if _worth(group, articles)
        and (finding := judge(group, articles, claims, facts, options)) is not None
        and finding.confidence >= options.min_confidence
    ]


def _things(articles: Sequence[Article], options: Options) -> Mapping[str, str]:
    """What each article is about; nothing where stories are told apart by that."""
    if options.story is StoryMode.AUTO:
        return {}
    return {article.id: article.story for article in stories(articles, StoryMode.AUTO, options.about)}


def _days(articles: Iterable[Article]) -> dict[str, dt.date]:
    """The days of publication that are stated and known to the day."""
    known = ((article.id, article.published) for article in articles)
    return {at: day.first for at, day in known if day is not None and day.is_day and not day.is_inferred}


def _changed(story: str, claims: Sequence[Claim], articles: Mapping[str, Article], options: Options) -> list[Finding]:
    """What the versions of each page say together, changes included: notes of one origin, never conflicts."""
    pages = {article.version_of for article in articles.values() if article.version_of and not article.duplicate_of}
    found = []
    for newest in sorted(pages):
        page = {at: article for at, article in articles.items() if newest in (at, article.version_of)}
        own = [claim for claim in claims if claim.article in page and claim.status is not Status.WITHDRAWN]
        for group in align(story, own):
            finding = judge(group, page, own, Facts(), options)
            if finding is None or SEVERITY[finding.verdict] is not Severity.NOTE:
                continue
            if finding.confidence >= options.min_confidence:
                found.append(replace(finding, origins=1))
    return found


def _taken(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[Single, ...]:
    """The values that were taken back, each of a page once."""
    return tuple(
        Single(label([claim]), Mention(claim, articles[claim.article]))
        for claim in claims
        if claim.status is Status.WITHDRAWN and not articles[claim.article].duplicate_of
    )


def _worth(group: Group, articles: Mapping[str, Article]) -> bool:
    """Groups of one article count only as inside checks, and those only where the article contradicts itself."""
    return len({claim.article for claim in group.claims}) > 1 or len(articles) == 1


def _told_days(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Iterator[tuple[str, Days]]:
    """Each event class of a claim that gives it a day, with its days; those that were inferred are no facts."""
    for claim in claims:
        days = claim.value.stated
        if claim.event is not None and isinstance(days, Days) and is_sure(claim, articles[claim.article].published):
            for name in claim.event.classes:
                yield name, days


def _latest(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, dt.date]:
    """For each event class the last day that a claim says it was on."""
    found: dict[str, dt.date] = {}
    for name, days in _told_days((claim for claim in claims if claim.status not in UNREAL), articles):
        if days.last is not None:
            found[name] = max(days.last, found.get(name, days.last))
    return found


def _dated(groups: Iterable[Group], articles: Mapping[str, Article]) -> dict[str, Days]:
    """For each event class the days that the story gives it: from the first of those told to the last.

    Days that were inferred are no facts. Where articles differ about the day, what hangs on it is held to none of them.
    """
    found: dict[str, list[dt.date]] = defaultdict(list)
    for name, days in _told_days((claim for group in groups for claim in group.claims), articles):
        if days.first is not None:
            found[name].append(days.first)
    return {name: Days(min(days), max(days)) for name, days in found.items()}
