"""What every report for people says in the same words: which findings it shows, in which order, and what it sums up."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from claims.model import Published
from factcheck.model import WORST_FIRST, Article, Finding, Mention, Report, Verdict
from factcheck.report.reporter import ReportOptions

SOURCE_COLUMNS = ("Source", "Title", "File", "Published")
"""What a table of the articles tells of each."""
_MOST_DATES = 8
"""Articles whose dates are listed in one line; `--all` lists all."""
_HELD_BACK = {
    Verdict.AGREE: ("agrees", "agree"),
    Verdict.COMPATIBLE: ("is compatible", "are compatible"),
    Verdict.EVOLVING: ("evolves", "evolve"),
    Verdict.UNCLEAR: ("is unclear", "are unclear"),
    Verdict.CONFLICT: ("conflicts", "conflict"),
}


def chosen(report: Report, options: ReportOptions) -> list[Finding]:
    """The findings to show, worst first; those of one verdict stay in the report's order."""
    return ranked(each for each in report.findings if options.all or (each.asks and not each.aside))


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, worst first, those set aside after the others; equals stay in their order."""
    return sorted(findings, key=lambda each: (each.aside is not None, WORST_FIRST.index(each.verdict)))


def open_and_aside(report: Report, options: ReportOptions) -> list[Finding]:
    """The findings to show and those that would be shown had nobody set them aside."""
    return ranked(each for each in report.findings if options.all or each.asks)


def foremost(finding: Finding) -> list[Mention]:
    """The mentions, first the one that stands alone against the others, if one does."""
    return sorted(finding.mentions, key=lambda mention: mention.article.source != finding.odd_one_out)


def sentence(finding: Finding) -> str:
    """The fact and what is said of it, in one line."""
    return f"{finding.what}: {finding.reason}"


def counted(number: int, what: str) -> str:
    """`1 article`, `2 articles`, `2 stories`."""
    if number == 1:
        return f"1 {what}"
    return f"{number} {what[:-1]}ies" if what.endswith("y") else f"{number} {what}s"


def summary(report: Report) -> str:
    """How much was read and what was found, in one sentence."""
    found = Counter(finding.verdict for finding in report.findings if not finding.aside)
    stories = {article.story for article in report.articles if article.story}
    within = f" in {counted(len(stories), 'story')}" if stories else ""
    if not found[Verdict.CONFLICT] and not found[Verdict.UNCLEAR]:
        says = "no contradiction found"
    else:
        says = f"{counted(found[Verdict.CONFLICT], 'conflict')}, {found[Verdict.UNCLEAR]} unclear"
    articles = [article for article in report.articles if not article.reference]
    sheets = len({article.path for article in report.articles if article.reference})
    beside = f" and {counted(sheets, 'fact sheet')}" if sheets else ""
    return f"{counted(len(articles), 'article')}{beside}{within}: {says}."


def held_back(report: Report, options: ReportOptions) -> str:
    """What the report does not show and how to see it, or ""."""
    if options.all:
        return ""
    quiet = [finding for finding in report.findings if not finding.aside and not finding.asks]
    found = Counter(finding.verdict for finding in quiet)
    parts = [(found[verdict], _HELD_BACK[verdict]) for verdict in reversed(WORST_FIRST) if found[verdict]]
    aside = sum(finding.aside is not None for finding in report.findings)
    put = f"{counted(aside, 'finding')} set aside in baseline or comments; --all shows {_them(aside)}." if aside else ""
    if not parts:
        return put
    says = [f"{number} {one if number == 1 else many}" for number, (one, many) in parts]
    facts = counted(sum(number for number, _ in parts), "fact")
    calm = "" if {Verdict.UNCLEAR, Verdict.CONFLICT} & set(found) else " without contradiction"
    told = f"Not shown: {facts} told more than once{calm} ({', '.join(says)}); --all shows them."
    return f"{told} {put}".rstrip()


def unread(report: Report, options: ReportOptions) -> str:
    """How much was passed over, or ""."""
    if not report.skipped:
        return ""
    return f"{counted(len(report.skipped), 'thing')} passed over{'.' if options.all else '; --all says which and why.'}"


def taken_back(report: Report, options: ReportOptions) -> str:
    """How many values their sources have withdrawn, or ""."""
    if not report.withdrawn:
        return ""
    values = counted(len(report.withdrawn), "value")
    were = "was" if len(report.withdrawn) == 1 else "were"
    end = "." if options.all else f"; --all shows {_them(len(report.withdrawn))}."
    return f"{values} {were} withdrawn in a correction and not compared{end}"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def relations(article: Article) -> Iterator[str]:
    """What an article is to another one."""
    if article.duplicate_of:
        yield f"a copy of {article.duplicate_of}"
    if article.version_of:
        yield f"an older version of {article.version_of}"


def remarks(finding: Finding) -> Iterator[str]:
    """What else is known of a finding, one short sentence each."""
    if finding.aside:
        yield f"Set aside: {finding.aside.said}."
    if finding.slip:
        yield f"Looks like: {finding.slip}."
    if finding.odd_one_out:
        yield f"{finding.odd_one_out} stands alone against the others."
    if any(mention.article.reference for mention in finding.mentions):
        yield "The fact sheet is the reference that was given."
    articles = len({mention.article.id for mention in finding.mentions})
    if 1 < articles != finding.origins:
        yield f"{counted(articles, 'article')}, {counted(finding.origins, 'origin')}."


def dated(published: Published | None) -> str:
    """A date of publication for people: the day or what is known of it, its zone, and where it is known from."""
    if published is None:
        return "no date"
    if published.is_day:
        day = published.first.isoformat()
    elif published.is_open:
        day = f"by {published.last}" if published.first == dt.date.min else f"{published.first} or later"
    else:
        day = f"{published.first} to {published.last}"
    time = f" {published.time:%H:%M}" if published.time else ""
    return f"{day}{time}{zone(published.offset)} ({published.origin})"


def dates(report: Report, options: ReportOptions) -> Iterator[str]:
    """The dates of publication that relative dates hang on, in a sentence, and a warning where one is not stated."""
    told = [article for article in sources(report) if not (article.reference or article.duplicate_of)]
    days = {article.id: article.published for article in told if article.published and not article.published.is_open}
    known = [f"{article.source} {dated(article.published)}" for article in told if article.id in days]
    if known and not options.all:
        yield f"Published: {_few(known)}."
    inferred = [article.source for article in told if article.id in days and days[article.id].is_inferred]
    if inferred:
        yield f"Inferred, as nothing states it: the date of {_few(inferred)}. Give it with --published or a manifest."
    unknown = [article.source for article in told if article.id not in days]
    if unknown:
        yield f"No date of publication is known of {_few(unknown)}; relative dates there hang on none."


def _few(names: list[str]) -> str:
    """The first of `names`, and how many more there are."""
    more = f" and {len(names) - _MOST_DATES} more" if len(names) > _MOST_DATES else ""
    return ", ".join(names[:_MOST_DATES]) + more


def zone(offset: int | None) -> str:
    """`+01:00` for 60 minutes east of UTC, "" where no zone is known."""
    if offset is None:
        return ""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def source_cells(article: Article) -> tuple[str, str, str, str]:
    """What reports tell of an article, a cell each of `SOURCE_COLUMNS`."""
    also = "".join(f" ({remark})" for remark in relations(article))
    return article.source, article.title, f"{article.id}{also}", dated(article.published)


def sources(report: Report) -> Iterable[Article]:
    """The articles in the order in which a report lists them."""
    return sorted(report.articles, key=lambda article: (article.story, article.id))
