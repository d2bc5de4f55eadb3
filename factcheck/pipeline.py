"""The order of the stages: read -> story -> extract, align and judge story by story -> report. No console, no files.

What is done for one story stands in `factcheck.telling`; where and by how many processes is an engine's choice (see
`factcheck.engine`), and changes nothing in the outcome.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.dates import by_own_lines
from factcheck.model import WORST_FIRST, Article, Finding, Intake, Options, Report, Skipped, StoryMode
from factcheck.periods import parted
from factcheck.read.copies import marked
from factcheck.stories import placed, stories
from factcheck.telling import Story, Tell, Told, in_turn
from factcheck.versions import versions


def compare(intake: Intake, options: Options | None = None, tell: Tell = in_turn) -> Report:
    """What the articles of `intake` say together, story by story; fact sheets take part where their facts belong.

    `tell` is the engine that tells the stories.
    """
    return _compare(intake, options or Options(), {article.path for article in intake.articles}, tell)


def _compare(intake: Intake, chosen: Options, asked: Collection[str], tell: Tell) -> Report:
    """What the stories say in which a file of `asked` has part; the articles of others are told but not read."""
    work, skipped = apart(intake.articles, chosen)
    wanted = [_asking(story, asked, chosen) for story in work if any(one.path in asked for one in story.articles)]
    names = {story.name for story in wanted}
    others = [article for story in work if story.name not in names for article in story.articles]
    return together(list(tell(wanted, chosen)), others, (*intake.skipped, *skipped), chosen)


def _asking(story: Story, asked: Collection[str], options: Options) -> Story:
    """The story, with those of its articles that are asked for where not all can be compared."""
    if len(story.articles) <= options.limits.story_articles:
        return story
    return replace(story, asked=frozenset(each.id for each in story.articles if each.path in asked))


def together(told: Sequence[Told], others: Iterable[Article], skipped: Iterable[Skipped], options: Options) -> Report:
    """The report on stories, on `others`, articles that nothing is told of, and on what was `skipped` before."""
    return Report(
        articles=_ordered([*(article for one in told for article in one.articles), *others]),
        findings=tuple(sorted((finding for one in told for finding in one.findings), key=_rank)),
        single_source=tuple(single for one in told for single in one.singles),
        withdrawn=tuple(single for one in told for single in one.withdrawn),
        skipped=(*skipped, *(each for one in told for each in one.skipped)),
        settings=_settings(options),
    )


def check(new: Intake, against: Intake, options: Options | None = None, tell: Tell = in_turn) -> Report:
    """What the articles of `new` say against those of `against`: findings that a new article has part in."""
    fresh = {article.path for article in new.articles}
    known = tuple(article for article in against.articles if article.path not in fresh)
    both = Intake(_ordered([*new.articles, *known]), (*new.skipped, *against.skipped))
    report = _compare(both, options or Options(), fresh, tell)
    ids = {article.id for article in both.articles if article.path in fresh}
    return replace(
        report,
        findings=tuple(f for f in report.findings if any(mention.article.id in ids for mention in f.mentions)),
        single_source=tuple(single for single in report.single_source if single.mention.article.id in ids),
        withdrawn=tuple(single for single in report.withdrawn if single.mention.article.id in ids),
    )


def apart(articles: Iterable[Article], options: Options) -> tuple[tuple[Story, ...], tuple[Skipped, ...]]:
    """The stories of articles and fact sheets in the order of their names, and the facts that fit none."""
    given = by_own_lines(articles, options.lines)
    parts = parted([article for article in given if not article.reference], options)
    told = [article for part in parts for article in in_stories(part if len(parts) == 1 else marked(part), options)]
    sheets, homeless = placed([article for article in given if article.reference], told)
    return by_story([*told, *sheets]), homeless


def by_story(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The stories in which the articles say that they are, in the order of their names."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in _ordered(articles):
        found[article.story].append(article)
    return tuple(Story(name, tuple(found[name])) for name in sorted(found))


def in_stories(articles: Sequence[Article], options: Options) -> tuple[Article, ...]:
    """The articles of one period with their stories."""
    done = 0

    def about(article: Article, find: Callable[[], Mapping[str, float]]) -> Mapping[str, float]:
        nonlocal done
        done += 1
        options.progress("group", done, len(articles))
        return options.about(article, find)

    return versions(stories(articles, options.story, about))


def _ordered(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.id))


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
