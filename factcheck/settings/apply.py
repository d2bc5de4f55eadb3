"""Settings at work: on the files to read, on the articles read, on the findings to tell."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.model import Published
from factcheck.model import WORST_FIRST, Article, Finding, Intake, Report, Severity
from factcheck.settings.model import Settings, SourceSettings

if TYPE_CHECKING:
    from factcheck.read import Terms


def wanted(settings: Settings) -> Callable[[str], bool]:
    """Whether a file of a folder is an article, by `include` and `exclude`."""

    def keeps(path: str) -> bool:
        seen = _seen(path, settings)
        included = not settings.include or any(_fits(seen, glob) for glob in settings.include)
        return included and not any(_fits(seen, glob) for glob in settings.exclude)

    return keeps


def terms(settings: Settings) -> Terms:
    """On what terms files are read, by `limits` and `fields`."""
    from factcheck.read import Terms
    from factcheck.report.own import is_ours

    return Terms(settings.limits, dict(settings.fields), is_ours)


def known_as(intake: Intake, settings: Settings) -> Intake:
    """The articles as the settings know them: names of sources, zones, the order of numeric dates."""
    if not (settings.sources or settings.timezone is not None or settings.day_first is not None):
        return intake
    return replace(intake, articles=tuple(_known_as(article, settings) for article in intake.articles))


def applied(report: Report, settings: Settings) -> Report:
    """The report without what is not to be told, severities and order as set."""
    if settings == Settings():
        return report
    findings = [_judged(finding, settings) for finding in report.findings if _told(finding, settings)]
    weights = {source.name: source.weight for source in settings.sources if source.name and source.weight != 1}
    if weights:
        findings.sort(key=lambda finding: _rank(finding, weights))
    kinds = settings.kinds
    return replace(
        report,
        findings=tuple(findings),
        single_source=tuple(one for one in report.single_source if not kinds or one.mention.claim.kind in kinds),
        settings=tuple(sorted((*report.settings, *_named(settings)))),
    )


def _told(finding: Finding, settings: Settings) -> bool:
    limits = dict(settings.thresholds)
    least = max(limits.get(str(finding.verdict), 0.0), limits.get(finding.kind, 0.0))
    return (
        (not settings.select or finding.rule.startswith(settings.select))
        and not (settings.ignore and finding.rule.startswith(settings.ignore))
        and (not settings.kinds or finding.kind in settings.kinds)
        and finding.confidence >= least
    )


def _judged(finding: Finding, settings: Settings) -> Finding:
    fitting = [(len(rule), severity) for rule, severity in settings.severity if finding.rule.startswith(rule)]
    return replace(finding, severity=Severity(max(fitting)[1])) if fitting else finding


def _rank(finding: Finding, weights: dict[str, float]) -> tuple[str, int, float]:
    heaviest = max((weights.get(mention.article.source, 1.0) for mention in finding.mentions), default=1.0)
    return finding.story, WORST_FIRST.index(finding.verdict), -heaviest


def _named(settings: Settings) -> list[tuple[str, str]]:
    """What of the settings shaped the outcome."""
    said = {"select": settings.select, "ignore": settings.ignore, "kinds": settings.kinds}
    tables = {"severity": settings.severity, "thresholds": settings.thresholds}
    return [
        *((name, " ".join(each)) for name, each in said.items() if each),
        *((name, " ".join(f"{key}={level}" for key, level in each)) for name, each in tables.items() if each),
        *([("rates", str(len(settings.rates)))] if settings.rates else []),
        *([("config", PurePath(settings.file).as_posix())] if settings.file else []),
    ]


def _known_as(article: Article, settings: Settings) -> Article:
    source = next((each for each in settings.sources if _fits(_seen(article.path, settings), each.match)), None)
    found = source or SourceSettings("")
    zone = settings.timezone if found.timezone is None else found.timezone
    return replace(
        article,
        source=found.name or article.source,
        published=_zoned(article.published, zone),
        modified=_zoned(article.modified, zone),
        day_first=settings.day_first if found.day_first is None else found.day_first,
    )


def _zoned(published: Published | None, zone: int | None) -> Published | None:
    if published is None or zone is None or published.time is None or published.offset is not None:
        return published
    return replace(published, offset=zone)


def _seen(path: str, settings: Settings) -> str:
    """A path as globs see it: from the folder of the settings file, with `/` between folders."""
    folder = os.path.dirname(os.path.abspath(settings.file)) if settings.file else os.getcwd()
    return PurePath(os.path.relpath(os.path.abspath(path), folder)).as_posix()


def _fits(path: str, glob: str) -> bool:
    """Whether a path is what a glob names; one without `/` names files and folders of that name anywhere."""
    return bool(_pattern(glob).fullmatch(path))


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    """`**` crosses folders, `*` and `?` stay inside one; a folder stands for all below it (as in .gitignore)."""
    words = glob.removeprefix("./").rstrip("/")
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    tokens = re.split(r"(\*\*/|\*\*|\*|\?)", words)
    body = "".join(parts.get(token) or re.escape(token) for token in tokens)
    return re.compile(f"{'' if '/' in words else '(?:.*/)?'}{body}(?:/.*)?", re.DOTALL)
