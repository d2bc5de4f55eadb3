"""The table that closes a terminal report of several stories: where the contradictions are, the worst story first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.model import Report, Verdict
from factcheck.report.paint import Line, Style, line
from factcheck.report.reporter import ReportOptions
from factcheck.report.safe import plain
from factcheck.report.wording import counted

_HEADS = ("articles", "conflict", "unclear", "other")
_MOST = 20
"""Stories that are listed; `--all` lists all."""
_NARROWEST = 12


def overview(report: Report, options: ReportOptions) -> Iterator[Line]:
    """A row a story in which something asks for attention, with `all` for every story; nothing for one story alone."""
    articles = Counter(article.story for article in report.articles if article.story)
    if len(articles) < 2:
        return
    found: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for finding in report.findings:
        if not finding.aside:
            found[finding.story][finding.verdict] += 1
    worst = sorted(articles, key=lambda story: (-found[story][Verdict.CONFLICT], -found[story][Verdict.UNCLEAR], story))
    asking = [story for story in worst if found[story][Verdict.CONFLICT] or found[story][Verdict.UNCLEAR]]
    listed = worst if options.all else asking[:_MOST]
    if not listed:
        return
    width = _width([plain(story) for story in listed], options)
    yield line((_row("story", _HEADS, width), Style.FAINT))
    for story in listed:
        conflicts, unclear = found[story][Verdict.CONFLICT], found[story][Verdict.UNCLEAR]
        others = found[story].total() - conflicts - unclear
        yield line(_row(plain(story), (articles[story], conflicts, unclear, others), width))
    if rest := len(worst) - len(listed):
        yield line(
            (f"and {counted(rest, 'story')} more{'' if asking[_MOST:] else ' without contradiction'}", Style.FAINT)
        )
    yield line()


def _width(names: list[str], options: ReportOptions) -> int:
    """Columns of the names: those of the longest, or what the terminal leaves beside the figures."""
    longest = max(map(len, names))
    left = longest if options.width is None else options.width - sum(len(head) + 2 for head in _HEADS)
    return max(_NARROWEST, min(longest, left))


def _row(name: str, cells: tuple[object, ...], width: int) -> str:
    """A name that is too long loses its beginning: ends tell stories apart."""
    shown = name if len(name) <= width else f"…{name[len(name) - width + 1 :]}"
    figures = "".join(f"  {cell!s:>{len(head)}}" for cell, head in zip(cells, _HEADS, strict=True))
    return f"{shown:<{width}}{figures}"
