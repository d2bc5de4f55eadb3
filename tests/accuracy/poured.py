"""All stories of the evaluation data poured together: are they told apart by content, and what does that cost?

`python -m tests.accuracy poured` compares every story by itself and then all articles at once, and tells how
many findings mix articles of two stories and how many of the findings of the single runs are lost.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import Article, article, compare
from factcheck.model import Finding, Options, StoryMode, Verdict

Places = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Poured:
    """What pouring the stories together came to."""

    articles: int
    stories: int
    """As the data hold them."""
    found: int
    """As told apart by content."""
    mixed_stories: int
    """Stories found that hold articles of two of the data."""
    findings: int
    """Of all stories compared one by one."""
    mixed: int
    """Findings with mentions from two stories of the data, when poured together."""
    lost: int
    """Findings of the single runs of which no two mentions are found together with the same verdict."""
    conflicts: int
    """Conflicts of the single runs."""
    lost_conflicts: int
    """Conflicts among the lost findings."""


def read(folder: Path) -> dict[str, list[Article]]:
    """The articles of each story below `folder` that is no altered copy: texts beside a `meta.json`."""
    found: dict[str, list[Article]] = defaultdict(list)
    for meta in sorted(folder.rglob("meta.json")):
        story = meta.parent.relative_to(folder).as_posix()
        if story.startswith("perturbed/"):
            continue
        for source in json.loads(meta.read_text("utf-8"))["sources"]:
            text = (meta.parent / source["file"]).read_bytes().decode()
            name = f"{story}/{source['source']}"
            found[story].append(article(text, name=name, source=source["source"], published=source["published"]))
    return found


def measure(stories: dict[str, list[Article]]) -> Poured:
    """Compare the stories one by one and all at once."""
    apart = [finding for own in stories.values() for finding in _compared(own, StoryMode.ALL)]
    given = [one for own in stories.values() for one in own]
    report = compare(given, Options(story=StoryMode.AUTO))
    where = {one.id: story for story, own in stories.items() for one in own}
    groups: dict[str, set[str]] = defaultdict(set)
    for one in report.articles:
        groups[one.story].add(where[one.id])
    mixed = [one for one in report.findings if len({where[each.article.id] for each in one.mentions}) > 1]
    lost = list(_lost(apart, report.findings))
    return Poured(
        articles=len(given), stories=len(stories), found=len(groups),
        mixed_stories=sum(len(held) > 1 for held in groups.values()),
        findings=len(apart), mixed=len(mixed), lost=len(lost), conflicts=_conflicts(apart),
        lost_conflicts=_conflicts(lost),
    )  # fmt: skip


def _compared(articles: Sequence[Article], mode: StoryMode) -> Sequence[Finding]:
    return compare([replace(one, story="") for one in articles], Options(story=mode)).findings


def _lost(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Finding]:
    held: dict[Verdict, list[Places]] = defaultdict(list)
    for finding in after:
        held[finding.verdict].append(_places(finding))
    for finding in before:
        if not any(len(_places(finding) & other) > 1 for other in held[finding.verdict]):
            yield finding


def _places(finding: Finding) -> Places:
    return frozenset((mention.article.id, mention.claim.span.start) for mention in finding.mentions)


def _conflicts(findings: Sequence[Finding]) -> int:
    return sum(finding.verdict is Verdict.CONFLICT for finding in findings)


def rows(result: Poured) -> Iterator[str]:
    """The result in a few lines."""
    yield f"{result.articles} articles of {result.stories} stories, poured together: {result.found} stories found"
    yield f"stories found that mix two: {result.mixed_stories}"
    yield f"findings that mix two stories: {result.mixed}"
    yield f"findings lost: {result.lost} of {result.findings}, conflicts {result.lost_conflicts} of {result.conflicts}"
