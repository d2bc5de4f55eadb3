"""Versions of one page, and figures that a source has taken back.

Several files with one address are one page at several times. Of these the newest speaks for its source; the older ones
are shown, and what changed between them is told, but nobody is held to them. A value that a source withdraws in a
correction is withdrawn in its earlier articles of the story as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from claims.model import Claim, Published, Status
from claims.region import equal
from factcheck.model import Article

_TRACKING = re.compile(
    r"(?:utm_|mc_|at_(?:campaign|medium|link|bbc|format|ptr)).*|fbclid|gclid|cmp(?:id)?|ref(?:_src|_url|errer)?|smid|ito"
)
"""The names of query parameters that tell where a reader came from."""
_DAY = 24 * 60

Claims = Mapping[str, tuple[Claim, ...]]
"""For each article (by identifier) its claims."""


def page(url: str) -> str:
    """What the addresses of one page have in common: scheme, "www.", tracking and a last slash are left out.

    "" where the address names no page of its site: a home page stands in many articles, and is no article itself.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0].lower())))
    host = parts.netloc.lower().removeprefix("www.").partition("@")[0]
    return f"{host}{path}{'?' + query if query else ''}" if host and (path or query) else ""


def versions(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in their order, older versions of a page marked with the newest and moved into its story.

    The newest is the one published or changed last; an article without a date counts as older than one with, and where
    nothing tells the order the greatest identifier is taken. A copy of an older version that another page carries is an
    article of its own.
    """
    ordered = tuple(articles)
    pages: dict[str, list[Article]] = defaultdict(list)
    for article in ordered:
        if key := page(article.url):
            pages[key].append(article)
    for group in pages.values():
        known = {article.id for article in group}
        group[:] = [article for article in group if article.duplicate_of not in known]
    newest: dict[str, Article] = {}
    for group in pages.values():
        last = max(group, key=lambda article: (_moment(article), article.id))
        newest.update({article.id: last for article in group if article.id != last.id})
    marked = [_older(article, newest[article.id]) if article.id in newest else article for article in ordered]
    return tuple(_released(marked, frozenset(newest)))


def _older(article: Article, newest: Article) -> Article:
    return replace(article, version_of=newest.id, story=newest.story)


def _released(articles: Sequence[Article], older: frozenset[str]) -> Iterable[Article]:
    """Copies of an older version on other pages: the first of them stands for all."""
    first: dict[str, str] = {}
    for article in articles:
        if article.duplicate_of in older and not article.version_of:
            stands = first.setdefault(article.duplicate_of, article.id)
            yield replace(article, duplicate_of="" if stands == article.id else stands)
        else:
            yield article


def _moment(article: Article) -> tuple[int, int]:
    """When an article was published or last changed, the later of the two; nought where neither is known."""
    return max(_minute(stamp) for stamp in (article.published, article.modified))


def _minute(published: Published | None) -> tuple[int, int]:
    """The latest day and, where it is told, the minute of it in UTC; an unknown zone counts as UTC."""
    if published is None or published.is_open:
        return 0, 0
    time = published.time or dt.time()
    minutes = time.hour * 60 + time.minute - (published.offset or 0)
    days, minute = divmod(minutes, _DAY)
    return published.last.toordinal() + days, minute


def same_page(a: Article, b: Article) -> bool:
    """Whether the two are versions of one page."""
    return a.id != b.id and (a.version_of or a.id) == (b.version_of or b.id)


def in_time_order(a: Article, b: Article) -> bool:
    """Whether `a` is the older of two versions."""
    return (_moment(a), b.version_of == "", a.id) < (_moment(b), a.version_of == "", b.id)


def withdrawn(articles: Sequence[Article], claims: Claims) -> dict[str, tuple[Claim, ...]]:
    """The claims of one story's articles, those marked as withdrawn that their source takes back in a later article."""
    found = {article.id: claims[article.id] for article in articles}
    for correcting in articles:
        taken = [claim for claim in claims[correcting.id] if claim.status is Status.WITHDRAWN]
        for article in articles if taken else ():
            if _speaks_earlier(article, correcting):
                found[article.id] = tuple(_marked(claim, taken) for claim in found[article.id])
    return found


def _speaks_earlier(article: Article, correcting: Article) -> bool:
    """Whether an article is an earlier word of the source that corrects itself."""
    if article.id == correcting.id:
        return False
    if same_page(article, correcting):
        return in_time_order(article, correcting)
    known = article.published is not None and correcting.published is not None
    return known and article.source == correcting.source and _moment(article) < _moment(correcting)


def _marked(claim: Claim, taken: Iterable[Claim]) -> Claim:
    return replace(claim, status=Status.WITHDRAWN) if any(_same(claim, one) for one in taken) else claim


def _same(claim: Claim, taken: Claim) -> bool:
    """Whether a claim gives the value that was taken back, of the same things where both name what they count."""
    if claim.value.dimension != taken.value.dimension or not equal(claim.value.stated, taken.value.stated):
        return False
    return claim.noun is None or taken.noun is None or claim.noun.lemma == taken.noun.lemma


def is_live(claim: Claim, article: Article) -> bool:
    """Whether its source holds a claim against others: no copy, no older version, not taken back."""
    return not (article.duplicate_of or article.version_of or claim.status is Status.WITHDRAWN)
