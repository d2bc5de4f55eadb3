"""Claims of short texts, to be aligned."""

from __future__ import annotations

from functools import cache

from claims.extract import extract
from claims.model import Claim
from factcheck import article
from factcheck.align.level import Level, Words
from factcheck.align.parts import PARTS


@cache
def claims(text: str, name: str = "a", published: str | None = None) -> tuple[Claim, ...]:
    """Every claim of a text, as those of the article `name`."""
    read = article(text, name=name, published=published)
    found = extract(text, published=read.published, blocks=read.blocks).claims
    return tuple(claim.with_article(name) for claim in found)


def claim(text: str, kind: str, name: str = "a", published: str | None = None) -> Claim:
    """The one claim of a kind in a text."""
    (found,) = [one for one in claims(text, name, published) if one.kind == kind]
    return found


def level(part: str, a: Claim, b: Claim) -> Level:
    """What one part says of a pair of claims that are alone in their story."""
    (compare,) = [one for one in PARTS if one.__name__ == part]
    return compare(a, b, Words.of([a, b]))
