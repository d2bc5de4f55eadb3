"""Cases that hang on a date of publication which nobody stated."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Days
from claims.words.day_rehang import rehung
from factcheck.judge.case import Case
from factcheck.model import Mention


def hangs_on_inferred(case: Case) -> bool:
    """Whether the date of publication of one of the two articles is inferred."""
    return any(_inferred(mention) for mention in (case.a, case.b))


def plain(case: Case) -> Case:
    """The case as the words alone make it, without the inferred dates.

    Reference times of articles that are dated so are left out as well, even those written out: the rules are then
    milder, which is what the case is for.
    """
    return replace(case, a=_plain(case.a), b=_plain(case.b))


def _inferred(mention: Mention) -> bool:
    published = mention.article.published
    return published is not None and published.is_inferred


def _plain(mention: Mention) -> Mention:
    if not _inferred(mention):
        return mention
    claim = replace(mention.claim, reading=rehung(mention.claim.reading, None), as_of_days=Days())
    return replace(mention, claim=claim, article=replace(mention.article, published=None))
