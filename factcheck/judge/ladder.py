"""The ladder: rules in order over pairs, the worst pair of a group, and the finding that tells of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claims.model import Claim, Span
from factcheck.judge.case import Case, Facts
from factcheck.judge.confidence import confidence
from factcheck.judge.currency import comparable
from factcheck.judge.inferred import hangs_on_inferred, plain
from factcheck.judge.origins import Origins, origins
from factcheck.judge.reason import read, reason, told
from factcheck.judge.related import related
from factcheck.judge.rule import Rule
from factcheck.judge.rules.agreement import AGREEMENT
from factcheck.judge.rules.conflict import CONFLICT
from factcheck.judge.rules.doubt import CURRENCIES, DOUBT, VAGUE
from factcheck.judge.sums import widened
from factcheck.model import SEVERITY, Article, Finding, Group, Mention, Options, Step, Verdict

RULES: tuple[Rule, ...] = (*CURRENCIES, *AGREEMENT, *VAGUE, *CONFLICT, *DOUBT)
"""Every rule; the first that holds for a pair gives its verdict."""

_DOUBTFUL = 0.2
"""Log-odds of one fact below which a contradiction is rather a sign that a mention does not belong to the group."""
_WORST = {
    Verdict.CONFLICT: 4, Verdict.UNCLEAR: 3, Verdict.EVOLVING: 2, Verdict.COMPATIBLE: 1, Verdict.AGREE: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the rule that decided it."""

    case: Case
    rule: Rule
    says: str
    tried: tuple[Rule, ...]
    """Rules above it that did not hold."""


def decide(case: Case) -> Judged:
    """The first rule of the ladder that holds for `case`. The last one holds for everything.

    A date of publication that was inferred may make the verdict milder and never worse: the milder one of the verdicts
    with it and without it counts.
    """
    judged = _first(case)
    if not hangs_on_inferred(case) or _WORST[judged.rule.verdict] < _WORST[Verdict.UNCLEAR]:
        return judged
    bare = _first(plain(case))
    return judged if _WORST[judged.rule.verdict] <= _WORST[bare.rule.verdict] else replace(bare, case=case)


def _first(case: Case) -> Judged:
    tried: list[Rule] = []
    for candidate in RULES:
        says = candidate.test(case)
        if says:
            return Judged(case, candidate, f"{says} ({case.by})" if case.by else says, tuple(tried))
        tried.append(candidate)
    raise AssertionError("the last rule holds for every case")


def judge(
    group: Group, articles: dict[str, Article], story: Sequence[Claim], facts: Facts, options: Options
) -> Finding | None:
    """The finding of one group, or None where only one mention is left to compare.

    `story` holds all claims of the story, among which a wrong value is looked for again.
    """
    scores = {(group.claims[link.a], group.claims[link.b]): link.score for link in group.links}
    mentions = [Mention(claim, articles[claim.article]) for claim in group.claims]
    while len({mention.article.id for mention in mentions}) > 1 or (len(articles) == 1 and len(mentions) > 1):
        pairs = [
            decide(comparable(Case(a, b, facts, options.strict, scores.get((a.claim, b.claim), 0.0))))
            for a, b in combinations(mentions, 2)
        ]
        worst = max(pairs, key=lambda pair: (_WORST[pair.rule.verdict], pair.case.score))
        if worst.rule.verdict is not Verdict.CONFLICT or _odds(worst, pairs) >= _DOUBTFUL:
            return _finding(group, mentions, pairs, worst, articles, story)
        mentions.remove(_loosest(pairs))
    return None


def _loosest(pairs: Sequence[Judged]) -> Mention:
    """The mention that contradicts others and is tied to the rest most weakly: a fact that strayed into the group.

    Ties go to the later article and place.
    """
    odds: dict[tuple[str, Span], list[float]] = defaultdict(list)
    known: dict[tuple[str, Span], Mention] = {}
    against: set[tuple[str, Span]] = set()
    for pair in pairs:
        for mention in (pair.case.a, pair.case.b):
            odds[mention.claim.at].append(pair.case.score)
            known[mention.claim.at] = mention
            if pair.rule.verdict is Verdict.CONFLICT:
                against.add(mention.claim.at)
    loosest = min(against, key=lambda place: (sum(odds[place]) / len(odds[place]), -known[place].claim.span.start))
    return known[loosest]


def _finding(
    group: Group,
    mentions: Sequence[Mention],
    pairs: Sequence[Judged],
    worst: Judged,
    articles: dict[str, Article],
    story: Sequence[Claim],
) -> Finding:
    verdict = worst.rule.verdict
    origin = origins(mentions, _against(pairs))
    odd = odd_one_out(mentions, pairs, origin) if verdict in (Verdict.CONFLICT, Verdict.UNCLEAR) else ""
    parts = [_parts(mention, pairs) for mention in mentions]
    support = related(worst.case, group, story, articles) if verdict is Verdict.CONFLICT else None
    kind = worst.case.kind
    return Finding(
        id=_identifier(group, kind),
        story=group.story,
        rule=worst.rule.id,
        kind=kind,
        verdict=verdict,
        severity=SEVERITY[verdict],
        confidence=confidence(verdict, kind, _odds(worst, pairs)),
        what=group.what,
        reason=reason(worst.case, worst.says, verdict, odd, support),
        mentions=tuple(_summed(mention, own) for mention, own in zip(mentions, parts, strict=True)),
        related=support.mentions if support else (),
        odd_one_out=odd,
        slip=support.slip if support else "",
        origins=len(set(origin.values())),
        chain=_chain(group, mentions, parts, worst),
    )


def _summed(mention: Mention, parts: Sequence[Claim]) -> Mention:
    """The mention with the whole sum it is a part of, where the sum was what met another figure."""
    return replace(mention, claim=widened(mention.claim, parts)) if parts else mention


def _parts(mention: Mention, pairs: Sequence[Judged]) -> tuple[Claim, ...]:
    """The other parts of the sum that met another figure."""
    for pair in pairs:
        parts = pair.case.facts.sums.get((mention.article.id, mention.claim.span.start))
        if pair.rule.id == "FC007" and mention in (pair.case.a, pair.case.b) and parts:
            return parts
    return ()


def _read(mention: Mention, parts: Sequence[Claim]) -> Step:
    """How a mention was read; a sum by its parts."""
    if not parts:
        return Step("read", f"{mention.article.source}: {told(mention)}")
    row = sorted((mention.claim, *parts), key=lambda claim: claim.span)
    values = " + ".join(read(replace(mention, claim=claim)) for claim in row)
    words = " ".join(_summed(mention, parts).quote.split())
    return Step("read", f"{mention.article.source}: “{words}” ({values})")


def odd_one_out(mentions: Sequence[Mention], pairs: Sequence[Judged], origin: Origins) -> str:
    """The source that contradicts a majority of the others, where exactly one does; else "".

    Articles of one origin have one voice; of an odd one the first article by identifier is named.
    """
    against: dict[str, set[str]] = defaultdict(set)
    for a, b in _against(pairs):
        against[origin[a]].add(origin[b])
        against[origin[b]].add(origin[a])
    voices = set(origin.values())
    odd = [voice for voice in voices if len(voices) > 2 and len(against[voice]) > (len(voices) - 1) / 2]
    sources = {mention.article.id: mention.article.source for mention in mentions}
    return sources[odd[0]] if len(odd) == 1 else ""


def _against(pairs: Sequence[Judged]) -> list[tuple[str, str]]:
    """The articles that contradict each other, by pairs."""
    return [
        (pair.case.a.article.id, pair.case.b.article.id)
        for pair in pairs
        if pair.rule.verdict is Verdict.CONFLICT and not pair.case.same_article
    ]


def _odds(worst: Judged, pairs: Sequence[Judged]) -> float:
    """Log-odds that the mentions speak of one fact, by the scores of the pairs with the deciding verdict.

    Half the best pair, half their mean, as in grouping.
    """
    alike = [pair for pair in pairs if pair.rule.verdict is worst.rule.verdict]
    scores = [pair.case.score for pair in alike if not pair.case.same_article] or [pair.case.score for pair in alike]
    return (max(scores) + sum(scores) / len(scores)) / 2


def _identifier(group: Group, kind: str) -> str:
    places = "|".join(f"{claim.article}:{claim.span.start}" for claim in group.claims)
    return hashlib.sha256(f"{kind}|{places}".encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _chain(
    group: Group, mentions: Sequence[Mention], parts: Sequence[Sequence[Claim]], worst: Judged
) -> tuple[Step, ...]:
    steps = [_read(mention, own) for mention, own in zip(mentions, parts, strict=True)]
    for link in group.links:
        pair = (group.claims[link.a], group.claims[link.b])
        if [claim.at for claim in pair] == [worst.case.a.claim.at, worst.case.b.claim.at]:
            says = "; ".join(f"{part.name} {part.score:+.2f} ({part.says})" for part in link.parts)
            steps.append(Step("aligned", f"{link.score:+.2f} = {says}"))
    steps.extend(Step(tried.id, f"no: {tried.title.lower()}") for tried in worst.tried)
    steps.append(Step(worst.rule.id, f"holds: {worst.says}"))
    return tuple(steps)
