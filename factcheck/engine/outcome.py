"""What a story told, in a form that can be kept: claims once, articles by their place, and no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.model import Claim
from factcheck.model import Article, Finding, Mention, Single, Skipped
from factcheck.telling import Told


@dataclass(frozen=True, slots=True)
class Place:
    """A mention: which claim, of which article."""

    claim: int
    article: int


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding, its mentions apart."""

    finding: Finding
    mentions: tuple[Place, ...]
    related: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class KeptSingle:
    """A claim that stands alone."""

    what: str
    mention: Place


@dataclass(frozen=True, slots=True)
class Kept:
    """What a story told."""

    articles: tuple[Article, ...]
    """Its articles without their texts and blocks."""
    claims: tuple[Claim, ...]
    """Every claim that is mentioned."""
    findings: tuple[KeptFinding, ...]
    singles: tuple[KeptSingle, ...]
    withdrawn: tuple[KeptSingle, ...]
    skipped: tuple[Skipped, ...]


def packed(told: Told) -> Kept:
    """`told` as it is kept."""
    articles = {article.id: at for at, article in enumerate(told.articles)}
    claims: list[Claim] = []
    known: dict[int, int] = {}

    def place(mention: Mention) -> Place:
        at = known.setdefault(id(mention.claim), len(claims))
        if at == len(claims):
            claims.append(mention.claim)
        return Place(at, articles[mention.article.id])

    def alone(singles: Sequence[Single]) -> tuple[KeptSingle, ...]:
        return tuple(KeptSingle(single.what, place(single.mention)) for single in singles)

    findings = tuple(
        KeptFinding(
            replace(finding, mentions=(), related=()),
            tuple(map(place, finding.mentions)),
            tuple(map(place, finding.related)),
        )
        for finding in told.findings
    )
    singles, withdrawn = alone(told.singles), alone(told.withdrawn)
    bare = tuple(replace(article, text="", blocks=()) for article in told.articles)
    return Kept(bare, tuple(claims), findings, singles, withdrawn, told.skipped)


def restored(given: Kept, articles: Sequence[Article]) -> Told:
    """What was kept, with the texts of `articles`, which it was told of. Raises KeyError or IndexError for others."""
    texts = {article.id: article for article in articles}
    whole = [replace(each, text=texts[each.id].text, blocks=texts[each.id].blocks) for each in given.articles]

    def mention(place: Place) -> Mention:
        return Mention(given.claims[place.claim], whole[place.article])

    def alone(singles: Sequence[KeptSingle]) -> tuple[Single, ...]:
        return tuple(Single(single.what, mention(single.mention)) for single in singles)

    findings = tuple(
        replace(each.finding, mentions=tuple(map(mention, each.mentions)), related=tuple(map(mention, each.related)))
        for each in given.findings
    )
    return Told(tuple(whole), findings, alone(given.singles), alone(given.withdrawn), given.skipped)
