"""Findings of the checks: what single articles say that cannot all be true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.model import Claim
from factcheck.judge.checks import CHECKS, Check
from factcheck.judge.checks.check import Contradiction
from factcheck.judge.origins import origins
from factcheck.judge.reason import told
from factcheck.model import SEVERITY, Article, Finding, Mention, Step

_Told = tuple[Article, Contradiction]


def inside(story: str, articles: Mapping[str, Article], claims: Iterable[Claim]) -> Iterator[Finding]:
    """The findings of every check on each article; copies that say the same in the same words share one."""
    own: dict[str, list[Claim]] = {article: [] for article in articles}
    for claim in claims:
        if claim.article in own:
            own[claim.article].append(claim)
    for check in CHECKS:
        alike: dict[tuple[str, ...], list[_Told]] = {}
        for at, some in sorted(own.items()):
            ordered = sorted(some, key=lambda claim: (claim.span, claim.kind))
            for found in check.test(articles[at], ordered):
                words = tuple(" ".join(claim.span.of(articles[at].text).split()) for claim in found.claims)
                alike.setdefault(words, []).append((articles[at], found))
        for each in alike.values():
            yield _finding(story, check, each)


def _finding(story: str, check: Check, alike: Sequence[_Told]) -> Finding:
    """One finding on what one article says, or several in the same words."""
    article, first = alike[0]
    mentions = tuple(Mention(claim, article) for article, found in alike for claim in found.claims)
    others = sorted({article.source for article, _ in alike[1:]} - {article.source})
    also = f"; the same stands in {', '.join(others)}" if others else ""
    words = [told(mention) for mention in mentions[: len(first.claims)]]
    given = ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else words[0]
    return Finding(
        id=_identifier(check.id, mentions),
        story=story,
        rule=check.id,
        kind=first.claims[0].kind,
        verdict=check.verdict,
        severity=SEVERITY[check.verdict],
        confidence=first.sure,
        what=first.what,
        reason=f"{article.source} gives {given}: {first.says}{also}.",
        mentions=mentions,
        origins=len(set(origins(mentions).values())),
        chain=(*(Step("read", f"{one.article.source}: {told(one)}") for one in mentions), _held(check, first)),
    )


def _held(check: Check, found: Contradiction) -> Step:
    return Step(check.id, f"holds: {found.says}")


def _identifier(rule: str, mentions: Sequence[Mention]) -> str:
    places = "|".join(f"{mention.article.id}:{mention.claim.span.start}" for mention in mentions)
    return hashlib.sha256(f"{rule}|{places}".encode()).hexdigest()[:10]
