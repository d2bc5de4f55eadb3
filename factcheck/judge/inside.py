"""Findings of the checks: what articles say that cannot all be true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.model import Claim, Span
from factcheck.judge.checks import CHECKS, Check, StoryCheck
from factcheck.judge.checks.check import Contradiction
from factcheck.judge.origins import origins
from factcheck.judge.reason import told
from factcheck.model import SEVERITY, Article, Finding, Mention, Step, Verdict


def inside(
    story: str, articles: Mapping[str, Article], claims: Iterable[Claim], known: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """The findings of every check; copies that say the same in the same words share one.

    `known` holds the findings on pairs: what a conflict among them tells is not told again by a check of the story.
    """
    ordered = sorted(
        (claim for claim in claims if claim.article in articles),
        key=lambda claim: (claim.article, claim.span, claim.kind),
    )
    told_of = {
        (mention.article.id, mention.claim.span)
        for finding in known
        if finding.verdict is Verdict.CONFLICT
        for mention in finding.mentions
    }
    for check in CHECKS:
        alike: dict[tuple[str, ...], list[Contradiction]] = {}
        for found in _found(check, articles, ordered, told_of):
            words = tuple(" ".join(_words(claim, articles).split()) for claim in found.claims)
            alike.setdefault(words, []).append(found)
        for each in alike.values():
            yield _finding(story, check, each, articles)


def _found(
    check: Check | StoryCheck,
    articles: Mapping[str, Article],
    claims: Sequence[Claim],
    told_of: set[tuple[str, Span]],
) -> Iterator[Contradiction]:
    if isinstance(check, StoryCheck):
        for found in check.test(articles, claims):
            if not any(claim.at in told_of for claim in found.claims):
                yield found
    else:
        for at in sorted(articles):
            yield from check.test(articles[at], [claim for claim in claims if claim.article == at])


def _words(claim: Claim, articles: Mapping[str, Article]) -> str:
    return claim.span.of(articles[claim.article].text)


def _finding(
    story: str, check: Check | StoryCheck, alike: Sequence[Contradiction], articles: Mapping[str, Article]
) -> Finding:
    """One finding on what is said, once or several times in the same words."""
    first = alike[0]
    mentions = tuple(Mention(claim, articles[claim.article]) for found in alike for claim in found.claims)
    return Finding(
        id=_identifier(check.id, mentions),
        story=story,
        rule=check.id,
        kind=first.claims[0].kind,
        verdict=check.verdict,
        severity=SEVERITY[check.verdict],
        confidence=first.sure,
        what=first.what,
        reason=f"{_given(mentions[: len(first.claims)])}: {first.says}{_also(mentions, len(first.claims))}.",
        mentions=mentions,
        origins=len(set(origins(mentions).values())),
        chain=(*(Step("read", f"{one.article.source}: {told(one)}") for one in mentions), _held(check, first)),
    )


def _given(mentions: Sequence[Mention]) -> str:
    """Who gives what, each source named once where all is its own."""
    sources = [mention.article.source for mention in mentions]
    words = [told(mention) for mention in mentions]
    if len(set(sources)) > 1:
        return ", ".join(f"{source} gives {said}" for source, said in zip(sources, words, strict=True))
    together = ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else words[0]
    return f"{sources[0]} gives {together}"


def _also(mentions: Sequence[Mention], first: int) -> str:
    """Who says the same beside the first."""
    own = {mention.article.source for mention in mentions[:first]}
    others = sorted({mention.article.source for mention in mentions[first:]} - own)
    return f"; the same stands in {', '.join(others)}" if others else ""


def _held(check: Check | StoryCheck, found: Contradiction) -> Step:
    return Step(check.id, f"holds: {found.says}")


def _identifier(rule: str, mentions: Sequence[Mention]) -> str:
    places = "|".join(f"{mention.article.id}:{mention.claim.span.start}" for mention in mentions)
    return hashlib.sha256(f"{rule}|{places}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
