"""Where the words of a mention stand."""

from __future__ import annotations

from factcheck.model import Mention
from factcheck.place import Place, address, place

__all__ = ["Place", "address", "place", "place_of"]


def place_of(mention: Mention) -> Place:
    """Where the words of a mention begin."""
    return place(mention.article.text, mention.claim.span.start)
