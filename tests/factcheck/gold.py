"""The example stories with their gold, what the tool says of them, and how the two are matched."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claims.model import Span
from factcheck.model import Finding, Mention, Options, Report, StoryMode, Verdict
from factcheck.pipeline import compare
from factcheck.read import read

CORPUS = Path(__file__).parents[2] / "corpus"
STORIES = tuple(sorted(path.parent.name for path in CORPUS.glob("*/expected.toml")))

ACCEPTED = {
    "agree": {Verdict.AGREE, Verdict.COMPATIBLE},
    "compatible": {Verdict.AGREE, Verdict.COMPATIBLE, Verdict.EVOLVING},
    "evolving": {Verdict.EVOLVING, Verdict.COMPATIBLE},
    "unclear": {Verdict.UNCLEAR},
    "conflict": {Verdict.CONFLICT},
}
"""For a verdict of the gold the verdicts that meet it."""

SLIPS = {
    "another fact's value": "another fact's value",
    "a.m./p.m.": "a.m. for p.m.",
    "factor 1000": "a thousandfold",
    "lost decimal point": "a decimal point or a nought out",
    "transposed digits": "transposed digits",
    "wrong unit": "wrong unit",
    "year off by one": "year off by one",
}
"""For a slip as the gold names it how the tool does; slips that are not here have no name in the tool."""

_FAMILIES = (
    {"date", "time", "duration"},
    {"time", "ordinal"},
    {"count", "ordinal", "score", "ratio"},
    {"percent", "ratio"},
)
"""Kinds that careful readers give to the same words: "two of three judges" is a count, a ratio and a score,
"the 71st minute" a time and a rank."""


@dataclass(frozen=True)
class Place:
    """Words of an article, by the article's file name."""

    article: str
    span: Span

    def holds(self, mention: Mention) -> bool:
        """Whether a mention has at least half of the shorter of the two stretches in common with this place."""
        own = mention.claim.span
        shared = min(own.end, self.span.end) - max(own.start, self.span.start)
        return Path(mention.article.path).name == self.article and 2 * shared >= min(len(own), len(self.span)) > 0


@dataclass(frozen=True)
class Fact:
    """A gold group: one fact and where it is told."""

    story: str
    name: str
    kind: str
    verdict: str
    places: tuple[Place, ...]
    slip: str = ""
    odd_one_out: str = ""
    internal: bool = False
    """Whether one article, the odd one out, shows it alone."""
    several: bool = False
    """Whether its places tell several facts that cannot all be true, and not one."""

    def told(self, finding: Finding) -> tuple[Place, ...]:
        """The places that a finding has, () unless it speaks of this fact.

        It does where its kind fits, at least half of its mentions lie in the group (a heap of everything meets no fact)
        and it covers two articles. A conflict must hold the odd one out, as finding the agreeing half is no credit.
        What an article says against itself it may tell from that article alone, and by any kind: an age and a date of
        birth are of two.
        """
        inside = [mention for mention in finding.mentions if any(place.holds(mention) for place in self.places)]
        found = tuple(place for place in self.places if any(place.holds(mention) for mention in finding.mentions))
        articles = {place.article for place in found}
        alone = self.internal and self.betrayed(finding) and len(found) > 1
        fits = alone or (_alike(finding.kind, self.kind) and len(articles) > 1)
        if not fits or 2 * len(inside) < len(finding.mentions):
            return ()
        return found if self.verdict != "conflict" or self.odd_one_out in articles else ()

    def betrayed(self, finding: Finding) -> bool:
        """Whether the odd article alone shows the conflict: a finding on what it says, with its words for this fact."""
        odd = [place for place in self.places if place.article == self.odd_one_out]
        own = {Path(mention.article.path).name for mention in finding.mentions} == {self.odd_one_out}
        return own and any(place.holds(mention) for place in odd for mention in finding.mentions)

    def met(self, findings: tuple[Finding, ...]) -> Finding | None:
        """The finding that tells of most of this fact with an accepted verdict, or None."""
        good = [one for one in findings if one.verdict in ACCEPTED[self.verdict] and self.told(one)]
        return max(good, key=lambda one: len(self.told(one)), default=None)


@dataclass(frozen=True)
class Decoy:
    """Two places that look alike and belong to two facts."""

    story: str
    why: str
    a: Place
    b: Place

    @property
    def name(self) -> str:
        """What tells it from the other decoys of its story."""
        return self.why

    def joined(self, findings: tuple[Finding, ...]) -> Finding | None:
        """A finding that holds both, or None."""
        for finding in findings:
            at_a, at_b = (
                {at for at, mention in enumerate(finding.mentions) if place.holds(mention)}
                for place in (self.a, self.b)
            )
            if at_a and at_b and len(at_a | at_b) > 1:
                return finding
        return None


@cache
def report(story: str) -> Report:
    """What the tool says of a story."""
    return compare(read([str(CORPUS / story)]), Options(story=StoryMode.ALL))


@cache
def text(story: str, article: str) -> str:
    """An article's text as the tool counts it."""
    return (CORPUS / story / article).read_bytes().decode("utf-8-sig")


@cache
def expected(story: str) -> dict[str, Any]:
    """The gold of a story as written."""
    return tomllib.loads((CORPUS / story / "expected.toml").read_text("utf-8"))


@cache
def facts(story: str) -> tuple[Fact, ...]:
    """Its groups."""
    return tuple(
        Fact(
            story, group["id"], group["kind"], group["verdict"],
            tuple(_place(story, mention) for mention in group["mentions"]),
            group.get("slip", ""), group.get("odd_one_out", ""),
            group.get("internal", False), group.get("several", False),
        )
        for group in expected(story)["group"]
    )  # fmt: skip


@cache
def decoys(story: str) -> tuple[Decoy, ...]:
    """Its look-alikes."""
    return tuple(
        Decoy(story, decoy["why"], _place(story, decoy["a"]), _place(story, decoy["b"]))
        for decoy in expected(story).get("decoy", ())
    )


def false_conflicts(story: str) -> tuple[str, ...]:
    """The conflicts that the gold knows nothing of, each by its mentions."""
    known = [fact for fact in facts(story) if fact.verdict == "conflict"]
    return tuple(
        sorted(
            words(finding)
            for finding in report(story).findings
            if finding.verdict is Verdict.CONFLICT
            and not any(fact.told(finding) or fact.betrayed(finding) for fact in known)
        )
    )


def words(finding: Finding) -> str:
    """A finding by its mentions: "blog.md: 12 boats | wire.md: 21 boats"."""
    told = (f"{Path(one.article.path).name}: {' '.join(one.quote.split())}" for one in finding.mentions)
    return " | ".join(sorted(told))


def _place(story: str, mention: dict[str, Any]) -> Place:
    at, start = text(story, mention["article"]), -1
    for _ in range(mention.get("nth", 1)):
        start = at.index(mention["quote"], start + 1)
    return Place(mention["article"], Span(start, start + len(mention["quote"])))


def _alike(a: str, b: str) -> bool:
    return a == b or any({a, b} <= family for family in _FAMILIES)
