"""Which articles tell of one event.

Articles are compared by the names, the uncommon words and the figures they share, weighted by rarity (TF-IDF, Spärck
Jones 1972) and by place: what stands in the lead counts double, as news tells first what it is about. Publication dates
far apart, other times of the year and different quarters speak against one story. Groups are joined by their average
likeness, so that a round-up which shares a paragraph with two stories cannot join them.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heapify, heappop, heappush
from importlib.resources import files
from itertools import combinations
from pathlib import PurePath

from claims.model import Block, BlockRole
from claims.register import register
from claims.view import view_of
from factcheck.model import Article, Skipped, StoryMode
from factcheck.place import address, place

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]{3,}")
_QUARTER = re.compile(r"\b(?:(first|second|third|fourth)[ -]quarter|Q([1-4])|([1-4])Q)\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w.,:-])(?!(?:19|20)\d\d(?![\d.,:])|[1-9]0+(?![\d.,:]))\d[\d.,:]*\d(?![\w-])")
"""Figures of two digits and more, without years and round ones, which all articles share."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DAY = re.compile(
    rf"\b(?:(?P<before>[123]?\d)(?:st|nd|rd|th)? {_MONTH}|{_MONTH.replace('month', 'of')} (?P<behind>[123]?\d)\b)"
)
_YEAR_BEHIND = re.compile(r",? (?:19|20)\d\d")
_UNTOLD = frozenset({BlockRole.BYLINE, BlockRole.DATELINE})
_LEAD = 2.0
_LEAD_SHARE = 0.25
_LEAD_LEAST = 500
_BACKGROUND = 30
"""Articles on other things that are taken to stand beside the given ones, so that a word all share still counts."""
_JOIN = 0.13
"""Average likeness from which on two groups are one story; unrelated articles stay below 0.1."""
_WINDOW = ((14, 1.0), (45, 0.75))
_FAR = 0.2
"""Factor for publication dates more than 45 days apart."""
_OTHER_QUARTER = 0.5
_SEASON = 45
_OTHER_SEASON = 0.3
"""Factor for articles of which one is undated, where the days of the year they name are more than `_SEASON` apart."""
_AHEAD = 1.5
"""How much liker the story of a fact must be to it than the next."""

Vector = Mapping[str, float]


def stories(articles: Sequence[Article], mode: StoryMode) -> tuple[Article, ...]:
    """The articles with their story set: one for all, one a folder, or by content.

    A story is named after the first of its articles by identifier, so that the order of input changes nothing.
    """
    if mode is StoryMode.ALL:
        return tuple(replace(article, story="all") for article in articles)
    if mode is StoryMode.FOLDER:
        return tuple(replace(article, story=PurePath(article.path).parent.name or ".") for article in articles)
    groups = _groups(sorted(articles, key=lambda article: article.id))
    return tuple(replace(article, story=groups[article.id]) for article in articles)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    raw = tomllib.loads(files("factcheck").joinpath("common.toml").read_text("utf-8"))
    return frozenset(raw["words"].split())


def _terms(article: Article) -> Counter[str]:
    """Parts of names (marked with @), figures (with #) and uncommon words of an article, those of its lead double.

    Who wrote it and when is left out: one reporter covers both of two siblings.
    """
    views = [view_of(article.text, block.span, block.markup) for block in article.blocks if block.role not in _UNTOLD]
    starts = [0]
    for view in views:
        starts.append(starts[-1] + len(view.text))
    lead = max(_LEAD_LEAST, starts[-1] * _LEAD_SHARE)
    found: Counter[str] = Counter()
    for name in register(views).names:
        for part in name.key.split():
            found[f"@{part}"] += _LEAD if starts[name.block] + name.start < lead else 1  # type: ignore[assignment]
    for start, view in zip(starts, views, strict=False):
        for word in _WORD.finditer(view.text):
            found[_bare(word.group())] += _LEAD if start + word.start() < lead else 1  # type: ignore[assignment]
        for figure in _FIGURE.finditer(view.text):
            found[f"#{figure.group()}"] += _LEAD if start + figure.start() < lead else 1  # type: ignore[assignment]
    found.update(_bare(word.group()) for word in _WORD.finditer(article.title))
    return Counter({term: count for term, count in found.items() if term.removeprefix("@") not in _common()})


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _vectors(articles: Sequence[Article]) -> list[Vector]:
    counts = [_terms(article) for article in articles]
    held = Counter(term for terms in counts for term in terms)
    vectors: list[Vector] = []
    for terms in counts:
        raw = {
            term: (1 + math.log(count)) * math.log((len(articles) + _BACKGROUND) / (held[term] + 0.5))
            for term, count in terms.items()
        }
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors.append({term: weight / norm for term, weight in raw.items()})
    return vectors


def _likeness(a: Vector, b: Vector) -> float:
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Articles held to tell of one event, with what is known of when they were published."""

    members: tuple[int, ...]
    first: dt.date | None
    last: dt.date | None
    quarters: frozenset[str]
    season: frozenset[int] = frozenset()
    """Days of the year (1-366) that the articles are dated by or name without a year."""

    def __add__(self, other: _Cluster) -> _Cluster:
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        members = tuple(sorted((*self.members, *other.members)))
        quarters = self.quarters | other.quarters
        season = self.season | other.season
        return _Cluster(members, min(firsts, default=None), max(lasts, default=None), quarters, season)


def _factor(a: _Cluster, b: _Cluster) -> float:
    """Factor for the time between two groups and for the quarters they speak of; 1 where neither is known.

    An undated article takes the dates of its group, so that it cannot bridge last year's trial and this year's appeal;
    where one group has none, the days of the year that they name are compared.
    Within one fortnight quarters tell nothing apart: a report on one quarter also speaks of the one before.
    """
    factor = 1.0
    if a.quarters and b.quarters and not a.quarters & b.quarters:
        factor = _OTHER_QUARTER
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return factor * _by_season(a.season, b.season)
    gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
    if gap <= _WINDOW[0][0]:
        return _WINDOW[0][1]
    return factor * next((weight for most, weight in _WINDOW if gap <= most), _FAR)


def _by_season(a: frozenset[int], b: frozenset[int]) -> float:
    """Factor for two groups by the days of the year that they name; 1 where one of them names none.

    Two stories of one season in two years are the case this cannot tell apart.
    """
    apart = [min(abs(x - y), 366 - abs(x - y)) for x in a for y in b]
    return _OTHER_SEASON if apart and min(apart) > _SEASON else 1.0


def _season(article: Article) -> frozenset[int]:
    """The day of the year of publication, else the first that the lead names without a year."""
    if article.published is not None and not article.published.is_open:
        return frozenset({article.published.first.timetuple().tm_yday})
    lead = " ".join(view_of(article.text, block.span, block.markup).text for block in article.blocks)[: 2 * _LEAD_LEAST]
    for found in _DAY.finditer(lead):
        day, month = found["before"] or found["behind"], found["month"] or found["of"]
        if not _YEAR_BEHIND.match(lead, found.end()) and 1 <= int(day) <= 31:
            return frozenset({int(_MONTHS.index(month[:3].lower()) * 30.5) + int(day)})
    return frozenset()


def _quarter(article: Article) -> frozenset[str]:
    """The quarter of a year that the article speaks of most, if any."""
    told = Counter(
        "first second third fourth".split().index(found[1].lower()) + 1 if found[1] else int(found[2] or found[3])
        for found in _QUARTER.finditer(article.text)
    )
    return frozenset({str(min(told, key=lambda number: (-told[number], number)))} if told else ())


def _groups(articles: Sequence[Article]) -> dict[str, str]:
    """For each article the name of its story."""
    vectors = _vectors(articles)
    near = {(x, y): _likeness(vectors[x], vectors[y]) for x, y in combinations(range(len(articles)), 2)}
    clusters = {at: _alone(at, article) for at, article in enumerate(articles)}
    found = _joined(clusters, near)
    return {articles[at].id: articles[group.members[0]].id for group in found for at in group.members}


def _alone(at: int, article: Article) -> _Cluster:
    day = article.published
    day = None if day is None or day.is_open else day
    first, last = (day.first, day.last) if day else (None, None)
    return _Cluster((at,), first, last, _quarter(article), _season(article))


def _joined(clusters: dict[int, _Cluster], near: dict[tuple[int, int], float]) -> list[_Cluster]:
    """Join the two likest groups, by the average of their pairs, until none are alike enough."""
    links = {pair: mean * _factor(clusters[pair[0]], clusters[pair[1]]) for pair, mean in near.items()}
    queue = [(-link, *pair) for pair, link in links.items() if link >= _JOIN]
    heapify(queue)
    while queue:
        link, x, y = heappop(queue)
        if links.get((x, y)) != -link:  # joined or weighed anew since
            continue
        sizes = len(clusters[x].members), len(clusters[y].members)
        clusters[x] += clusters.pop(y)
        del links[x, y], near[x, y]
        for other in clusters:
            if other != x:
                one, two = _pair(x, other), _pair(y, other)
                mean = (near.pop(one) * sizes[0] + near.pop(two) * sizes[1]) / sum(sizes)
                links.pop(one), links.pop(two)
                near[one], links[one] = mean, mean * _factor(clusters[x], clusters[other])
                if links[one] >= _JOIN:
                    heappush(queue, (-links[one], *one))
    return [clusters[at] for at in sorted(clusters)]


def _pair(x: int, y: int) -> tuple[int, int]:
    return (x, y) if x < y else (y, x)


def _said_of(sheet: Article) -> Counter[str]:
    """The terms of a fact without its figures: these are to be compared, and must not choose with what."""
    return Counter({term: count for term, count in _terms(sheet).items() if not term.startswith("#")})


def placed(sheets: Sequence[Article], articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Fact sheets parted by the stories of `articles` that their facts speak of, and the facts that fit none.

    With one story there is nothing to choose. Among several a fact belongs to the one whose names and uncommon words it
    shares most of. It must share a name, and that story must lead the next by half, because siblings such as two quakes
    of one region share most words. The case this gets wrong: a fact on a person whom two stories tell of is in neither.
    """
    if not sheets:
        return (), ()
    names = sorted({article.story for article in articles})
    told = [[_terms(article) for article in articles if article.story == name] for name in names]
    held = Counter(term for terms in told for term in set().union(*terms))
    parts: list[Article] = []
    skipped: list[Skipped] = []
    for sheet in sheets:
        blocks: dict[str, list[Block]] = {}
        for block in sheet.blocks:
            home = _home(_said_of(replace(sheet, blocks=(block,))), names, told, held)
            blocks.setdefault(home, []).append(block)
        for block in blocks.pop("", []):
            where = address(sheet, place(sheet.text, block.span.start))
            skipped.append(
                Skipped(
                    where,
                    "which story the fact speaks of cannot be told; name people and places in it, or compare one story",
                )
            )
        for home, some in sorted(blocks.items()):
            number = 1 + sum(part.path == sheet.path for part in parts)
            name = sheet.id if number == 1 else f"{sheet.id.partition('#')[0]}#{number}"
            parts.append(replace(sheet, id=name, blocks=tuple(some), story=home))
    return tuple(parts), tuple(skipped)


def _home(
    fact: Counter[str], names: Sequence[str], told: Sequence[Sequence[Counter[str]]], held: Mapping[str, int]
) -> str:
    """The story whose articles, on average, hold most of what the fact is about, rare terms counting more; or ""."""
    if len(names) < 2:
        return names[0] if names else ""
    rarity = {term: math.log(1 + len(names) / held[term]) for term in fact if term in held}
    likeness = {
        name: sum(weight for term, weight in rarity.items() for terms in group if term in terms) / len(group)
        for name, group in zip(names, told, strict=True)
    }
    best, next_best = sorted(names, key=lambda name: -likeness[name])[:2]
    shared = {term for terms in told[names.index(best)] for term in terms if term in fact}
    is_named = any(term.startswith("@") for term in shared)
    return best if is_named and likeness[best] > _AHEAD * likeness[next_best] else ""
