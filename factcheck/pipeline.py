"""The order of the stages: read -> extract -> story -> align -> judge -> report. No console, no files."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.model import Claim, Days, Status
from factcheck.align import align
from factcheck.align.label import label
from factcheck.dates import by_own_lines, evidence, inferred, is_sure, rehang
from factcheck.extraction import extraction
from factcheck.judge import inside, judge
from factcheck.judge.case import Facts
from factcheck.judge.currency import originals
from factcheck.judge.sums import sums
from factcheck.model import (
    SEVERITY,
    WORST_FIRST,
    Article,
    Finding,
    Group,
    Intake,
    Mention,
    Options,
    Report,
    Severity,
    Single,
    Skipped,
    StoryMode,
)
from factcheck.place import passed_over
from factcheck.rates import Exchange
from factcheck.stories import placed, stories
from factcheck.swaps import swaps
from factcheck.versions import is_live, versions, withdrawn


def compare(intake: Intake, options: Options | None = None) -> Report:
    """What the articles of `intake` say together, story by story; fact sheets take part where their facts belong."""
    return _compare(intake, options or Options(), {article.path for article in intake.articles})


def _compare(intake: Intake, chosen: Options, asked: Collection[str]) -> Report:
    """What the stories say in which a file of `asked` has part; the articles of others are told but not read."""
    articles, homeless = _in_stories(intake.articles, chosen.story)
    by_story: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_story[article.story].append(article)
    wanted = {story for story, own in by_story.items() if any(article.path in asked for article in own)}
    claims, unread = _claims([article for article in articles if article.story in wanted], chosen)
    told = []
    for done, story in enumerate(sorted(wanted)):
        told.append(_story(story, by_story[story], claims, chosen))
        chosen.progress("judge", done + 1, len(wanted))
    others = [article for article in articles if article.story not in wanted]
    return Report(
        articles=_ordered([*(article for one in told for article in one.articles), *others]),
        findings=tuple(sorted((finding for one in told for finding in one.findings), key=_rank)),
        single_source=tuple(single for one in told for single in one.singles),
        withdrawn=tuple(single for one in told for single in one.withdrawn),
        skipped=(*intake.skipped, *homeless, *unread),
        settings=_settings(chosen),
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """What came out of one story."""

    articles: tuple[Article, ...]
    """Its articles, with the dates that follow from each other."""
    findings: tuple[Finding, ...]
    singles: tuple[Single, ...]
    withdrawn: tuple[Single, ...]


def check(new: Intake, against: Intake, options: Options | None = None) -> Report:
    """What the articles of `new` say against those of `against`: findings that a new article has part in."""
    fresh = {article.path for article in new.articles}
    known = tuple(article for article in against.articles if article.path not in fresh)
    both = Intake(_ordered([*new.articles, *known]), (*new.skipped, *against.skipped))
    report = _compare(both, options or Options(), fresh)
    ids = {article.id for article in both.articles if article.path in fresh}
    return replace(
        report,
        findings=tuple(f for f in report.findings if any(mention.article.id in ids for mention in f.mentions)),
        single_source=tuple(single for single in report.single_source if single.mention.article.id in ids),
        withdrawn=tuple(single for single in report.withdrawn if single.mention.article.id in ids),
    )


def _in_stories(articles: Iterable[Article], mode: StoryMode) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Articles and fact sheets with their stories, and the facts that fit none."""
    given = by_own_lines(articles)
    told = versions(stories([article for article in given if not article.reference], mode))
    sheets, homeless = placed([article for article in given if article.reference], told)
    return _ordered([*told, *sheets]), homeless


def _ordered(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.id))


def _claims(articles: Sequence[Article], options: Options) -> tuple[dict[str, tuple[Claim, ...]], tuple[Skipped, ...]]:
    """The claims of each article by its identifier, and the places that were found but not read."""
    found: dict[str, tuple[Claim, ...]] = {}
    unread: list[Skipped] = []
    for done, article in enumerate(articles):
        read = extraction(article, options)
        found[article.id] = tuple(claim.with_article(article.id) for claim in read.claims)
        unread += passed_over(article, read.unread)
        options.progress("read", done + 1, len(articles))
    return found, tuple(unread)


def _story(
    story: str, articles: Sequence[Article], claims: Mapping[str, tuple[Claim, ...]], options: Options
) -> _Story:
    told = [claim for own in withdrawn(articles, claims).values() for claim in own]
    known = {article.id: article for article in articles}
    live = [claim for claim in told if is_live(claim, known[claim.article])]
    exchange = Exchange(options.rates, _days(articles))
    groups = align(story, live, exchange=exchange)
    days = evidence(known, live, groups)
    known = inferred(known, days)
    speaking = {at: article for at, article in known.items() if not article.duplicate_of and not article.version_of}
    found = _findings(rehang(groups, days), live, speaking, options, exchange)
    found += [each for each in inside(story, speaking, live, found) if each.confidence >= options.min_confidence]
    shown = {(mention.article.id, mention.claim.span) for finding in found for mention in finding.mentions}
    return _Story(
        articles=tuple(known.values()),
        findings=(*found, *_changed(story, told, known, options)),
        singles=tuple(
            Single(label([claim]), Mention(claim, known[claim.article]))
            for claim in live
            if (claim.article, claim.span) not in shown
        ),
        withdrawn=_taken(told, known),
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
        _dated(groups, articles), sums(speaking, articles), originals(speaking, articles), exchange, swaps(speaking)
    )
    return [
        finding
        for group in groups
        if _worth(group, articles)
        and (finding := judge(group, articles, claims, facts, options)) is not None
        and finding.confidence >= options.min_confidence
    ]


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


def _dated(groups: Iterable[Group], articles: Mapping[str, Article]) -> dict[str, Days]:
    """For each event class the day that the story's fullest date gives it; days that were inferred are no facts."""
    found: dict[str, Days] = {}
    for group in groups:
        for claim in group.claims:
            days = claim.value.stated
            sure = is_sure(claim, articles[claim.article].published)
            if claim.event is not None and isinstance(days, Days) and sure:
                for name in claim.event.classes:
                    found.setdefault(name, days)
    return found


def _rank(finding: Finding) -> tuple[str, int, float, str]:
    return (finding.story, WORST_FIRST.index(finding.verdict), -finding.confidence, finding.id)


def _settings(options: Options) -> tuple[tuple[str, str], ...]:
    shown = {
        "story": str(StoryMode(options.story)),
        "strict": str(options.strict).lower(),
        "min_confidence": str(options.min_confidence),
        "model": options.model or "bundled",
    }
    return tuple(sorted(shown.items()))
