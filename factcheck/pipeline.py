"""The order of the stages: read -> extract -> story -> align -> judge -> report. No console, no files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.extract import extract
from claims.model import Claim, Days, Status
from factcheck.align import align
from factcheck.align.label import label
from factcheck.judge import judge
from factcheck.judge.case import Facts
from factcheck.model import (
    SEVERITY,
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
    Verdict,
)
from factcheck.place import passed_over
from factcheck.stories import placed, stories
from factcheck.versions import is_live, versions, withdrawn

_WORST = (Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.EVOLVING, Verdict.COMPATIBLE, Verdict.AGREE)


def compare(intake: Intake, options: Options | None = None) -> Report:
    """What the articles of `intake` say together, story by story; fact sheets take part where their facts belong."""
    chosen = options or Options()
    articles, homeless = _in_stories(intake.articles, chosen.story)
    claims, unread = _claims(articles, chosen)
    findings: list[Finding] = []
    singles: list[Single] = []
    taken: list[Single] = []
    by_story: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_story[article.story].append(article)
    for done, story in enumerate(sorted(by_story)):
        known = {article.id: article for article in by_story[story]}
        told = [claim for own in withdrawn(by_story[story], claims).values() for claim in own]
        speaking = {at: article for at, article in known.items() if not article.duplicate_of and not article.version_of}
        live = [claim for claim in told if is_live(claim, known[claim.article])]
        found, alone = _story(story, live, speaking, chosen)
        findings.extend((*found, *_changed(story, told, known, chosen)))
        singles.extend(alone)
        taken.extend(_taken(told, known))
        chosen.progress("judge", done + 1, len(by_story))
    return Report(
        articles=articles,
        findings=tuple(sorted(findings, key=_rank)),
        single_source=tuple(singles),
        withdrawn=tuple(taken),
        skipped=(*intake.skipped, *homeless, *unread),
        settings=_settings(chosen),
    )


def check(new: Intake, against: Intake, options: Options | None = None) -> Report:
    """What the articles of `new` say against those of `against`: findings that a new article has part in."""
    fresh = {article.path for article in new.articles}
    known = tuple(article for article in against.articles if article.path not in fresh)
    both = Intake(_ordered([*new.articles, *known]), (*new.skipped, *against.skipped))
    report = compare(both, options)
    ids = {article.id for article in both.articles if article.path in fresh}
    return replace(
        report,
        findings=tuple(f for f in report.findings if any(mention.article.id in ids for mention in f.mentions)),
        single_source=tuple(single for single in report.single_source if single.mention.article.id in ids),
        withdrawn=tuple(single for single in report.withdrawn if single.mention.article.id in ids),
    )


def _in_stories(articles: Iterable[Article], mode: StoryMode) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Articles and fact sheets with their stories, and the facts that fit none."""
    given = tuple(articles)
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
        read = extract(article.text, published=article.published, blocks=article.blocks, model=options.model or None)
        found[article.id] = tuple(claim.with_article(article.id) for claim in read.claims)
        unread += passed_over(article, read.unread)
        options.progress("read", done + 1, len(articles))
    return found, tuple(unread)


def _story(
    story: str, claims: Sequence[Claim], articles: dict[str, Article], options: Options
) -> tuple[list[Finding], list[Single]]:
    groups = align(story, claims)
    facts = Facts(events=_dated(groups))
    findings = [
        finding
        for group in groups
        if _worth(group, articles)
        and (finding := judge(group, articles, claims, facts, options)) is not None
        and finding.confidence >= options.min_confidence
    ]
    taken = {(mention.article.id, mention.claim.span) for finding in findings for mention in finding.mentions}
    singles = [
        Single(label([claim]), Mention(claim, articles[claim.article]))
        for claim in claims
        if (claim.article, claim.span) not in taken
    ]
    return findings, singles


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


def _taken(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Single]:
    """The values that were taken back, each of a page once."""
    return [
        Single(label([claim]), Mention(claim, articles[claim.article]))
        for claim in claims
        if claim.status is Status.WITHDRAWN and not articles[claim.article].duplicate_of
    ]


def _worth(group: Group, articles: Mapping[str, Article]) -> bool:
    """Groups of one article count only as inside checks, and those only where the article contradicts itself."""
    return len({claim.article for claim in group.claims}) > 1 or len(articles) == 1


def _dated(groups: Iterable[Group]) -> dict[str, Days]:
    """For each event class the day that the story's fullest date gives it."""
    found: dict[str, Days] = {}
    for group in groups:
        for claim in group.claims:
            days = claim.value.stated
            if claim.event is not None and isinstance(days, Days) and days.is_day:
                for name in claim.event.classes:
                    found.setdefault(name, days)
    return found


def _rank(finding: Finding) -> tuple[str, int, float, str]:
    return (finding.story, _WORST.index(finding.verdict), -finding.confidence, finding.id)


def _settings(options: Options) -> tuple[tuple[str, str], ...]:
    shown = {
        "story": str(StoryMode(options.story)),
        "strict": str(options.strict).lower(),
        "min_confidence": str(options.min_confidence),
        "model": options.model or "bundled",
    }
    return tuple(sorted(shown.items()))
