"""What is read of one article: the one place that asks `claims`, or remembers what it answered."""

from __future__ import annotations

from claims.extract import extract
from claims.model import Extraction
from factcheck.dates import usable
from factcheck.model import Article, Options


def extraction(article: Article, options: Options) -> Extraction:
    """Readings and claims of `article`, as read now or, where `options.remember` knows them, before."""

    def read() -> Extraction:
        return extract(
            article.text,
            published=usable(article.published),
            blocks=article.blocks,
            day_first=article.day_first,
            model=options.model or None,
        )

    return options.remember(article, options.model, read)
