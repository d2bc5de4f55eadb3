"""Where the words of a mention stand."""

from __future__ import annotations

from factcheck.model import Mention
from factcheck.place import address, place


def where(mention: Mention) -> str:
    """The address at which the words of a mention begin (`factcheck.place.address`)."""
    return address(mention.article, place(mention.article.text, mention.claim.span.start))
