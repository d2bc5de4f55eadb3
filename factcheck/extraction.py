"""What is read of one article: the one place that asks `claims`, or remembers what it answered."""

from __future__ import annotations

from dataclasses import replace

from claims.extract import extract
from claims.model import Extraction, Unread
from factcheck.dates import usable
from factcheck.errors import UnreadableError
from factcheck.model import Article, Options
from factcheck.read.limits import watch


def extraction(article: Article, options: Options) -> Extraction:
    """Readings and claims of `article`, as read now or, where `options.remember` knows them, before."""

    def read() -> Extraction:
        return extract(
            article.text,
            published=usable(article.published),
            blocks=article.blocks,
            day_first=article.day_first,
            model=options.model or None,
            check=watch(options.limits.seconds),
        )

    most = options.limits.claims
    try:
        found = options.remember(article, options.model, read)
    except UnreadableError as error:
        lost = Unread(article.blocks[0].span, f"the article is not compared: {error}", whole=True)
        return Extraction((), (), (lost,))
    if len(found.claims) <= most:
        return found
    rest = Unread(
        found.claims[most].span,
        f"only the first {most:,} claims of this article are compared, not those from here on; split it or raise"
        " the limit",
    )
    return replace(found, claims=found.claims[:most], unread=(*found.unread, rest))
