"""What a story told, in a form that can be kept and sent: what reports show of it, claims once, articles by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.model import Claim, Published, Reading, Span, Status, Timex, Value
from factcheck.model import Article, Finding, Mention, Single, Skipped
from factcheck.telling import Told


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """Of a claim what reports show; what it is about was needed to align and judge it."""

    kind: str
    article: int
    """Place of its article among those given."""
    start: int
    end: int
    sentence: tuple[int, int]
    """Start and end."""
    value: Value
    timex: Timex | None = None
    as_of: str = ""
    attributed_to: str = ""
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding, its mentions apart: the places of their claims."""

    finding: Finding
    mentions: tuple[int, ...]
    related: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeptSingle:
    """A claim that stands alone, by its place."""

    what: str
    mention: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What a story told, without anything that its articles say themselves: no text, no title, no address."""

    articles: tuple[tuple[int, Published | None], ...]
    """For each of its articles the place among those given, and the date of publication as known in the end."""
    claims: tuple[KeptClaim, ...]
    """Every claim that is mentioned."""
    findings: tuple[KeptFinding, ...]
    singles: tuple[KeptSingle, ...]
    withdrawn: tuple[KeptSingle, ...]
    skipped: tuple[Skipped, ...]


def packed(told: Told, articles: Sequence[Article]) -> Kept:
    """`told`, which is of `articles`, as it is kept. Its claims and groups are not, as no report needs them."""
    places = {article.id: at for at, article in enumerate(articles)}
    claims: list[KeptClaim] = []
    known: dict[int, int] = {}

    def place(mention: Mention) -> int:
        at = known.setdefault(id(mention.claim), len(claims))
        if at == len(claims):
            claims.append(_shown(mention.claim, places[mention.article.id]))
        return at

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
    dates = tuple((places[article.id], article.published) for article in told.articles)
    return Kept(dates, tuple(claims), findings, singles, withdrawn, told.skipped)


def restored(kept: Kept, articles: Sequence[Article]) -> Told:
    """What was told of `articles`. Raises KeyError or IndexError for others."""
    whole = tuple(replace(articles[at], published=published) for at, published in kept.articles)
    known = {article.id: article for article in whole}
    mentions = [_mention(claim, known[articles[claim.article].id]) for claim in kept.claims]

    def alone(singles: Sequence[KeptSingle]) -> tuple[Single, ...]:
        return tuple(Single(single.what, mentions[single.mention]) for single in singles)

    findings = tuple(
        replace(
            each.finding,
            mentions=tuple(mentions[at] for at in each.mentions),
            related=tuple(mentions[at] for at in each.related),
        )
        for each in kept.findings
    )
    return Told(whole, findings, alone(kept.singles), alone(kept.withdrawn), kept.skipped)


def _shown(claim: Claim, article: int) -> KeptClaim:
    start, end = claim.span.start, claim.span.end
    sentence = (claim.sentence.start, claim.sentence.end)
    value, timex = claim.reading.value, claim.reading.timex
    said = claim.as_of, claim.attributed_to, claim.status
    return KeptClaim(claim.kind, article, start, end, sentence, value, timex, *said)


def _mention(kept: KeptClaim, article: Article) -> Mention:
    span = Span(kept.start, kept.end)
    reading = Reading(kept.kind, span, span, kept.value, kept.timex)
    claim = Claim(kept.kind, reading, span, Span(*kept.sentence), article.id)
    if kept.as_of or kept.attributed_to or kept.status is not Status.ASSERTED:
        claim = replace(claim, as_of=kept.as_of, attributed_to=kept.attributed_to, status=kept.status)
    return Mention(claim, article)
