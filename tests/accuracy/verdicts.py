"""Which findings are right: every development story compared with weights of aligning that never saw it, and its gold.

Right is a conflict that the scorer of the stories credits; another verdict that meets a gold group which accepts it, or
the agreeing half of a conflict. Wrong are other conflicts, other verdicts on a gold group, and mentions of two gold
groups or of a decoy. Where the gold says nothing of a finding that is no conflict, or calls it arguable, it is not
known: the gold need not list every fact, only every conflict.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from unittest.mock import patch

from factcheck import article, compare
from factcheck.judge import CHECKS
from factcheck.model import Article, Finding, Options, StoryMode, Verdict
from tests.accuracy.adapters import mention
from tests.accuracy.challenge import module
from tests.accuracy.fit import held_out, stories
from tests.accuracy.sets import BENCH


@dataclass(frozen=True)
class Told:
    """One finding with what the gold says of it."""

    story: str
    source: str
    verdict: str
    kind: str
    odds: float
    right: bool | None
    """Whether the verdict is right; None where the gold does not say."""
    together: bool | None
    """Whether the mentions are one fact; None where the gold does not say."""


@dataclass(frozen=True)
class Marked:
    """A story with its gold in the form of the stories' scorer."""

    name: str
    source: str
    articles: Sequence[Article]
    gold: dict[str, Any]
    texts: dict[str, str]


def marked() -> Iterator[Marked]:
    for path in sorted((BENCH / "clusters" / "gold").rglob("*.json")):
        folder = BENCH / "clusters" / "data" / path.parent.name / path.stem
        meta = json.loads((folder / "meta.json").read_text("utf-8"))["sources"]
        texts = {at["source"]: (folder / at["file"]).read_bytes().decode() for at in meta}
        articles = [article(texts[at["source"]], name=at["source"], published=at["published"]) for at in meta]
        source = "altered" if path.parent.name == "perturbed" else "real"
        gold = json.loads(path.read_text("utf-8"))
        yield Marked(path.stem.partition("--")[2] or path.stem, source, articles, gold, texts)
    for line in (BENCH / "challenge" / "pairs.dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        articles = [article(row[side]["text"], name=side, published=row[side]["published"]) for side in "ab"]
        yield Marked(row["id"].rstrip("abc"), "twins", articles, _as_gold(row), {})


def _as_gold(row: dict[str, Any]) -> dict[str, Any]:
    """The expectations of a pair of twins as gold groups and decoys."""
    gold: dict[str, Any] = {"groups": [], "decoys": []}
    for told in row["expect"]:
        second = "a" if told.get("inside") == "a" else "b"
        a, b = (
            {"source": side, "quote": told[own], "start": row[side]["text"].find(told[own])}
            for side, own in (("a", "a"), (second, "b"))
        )
        if told["verdict"] == "none":
            gold["decoys"].append({"a": a, "b": b})
            continue
        verdict = "conflict" if told["verdict"] == "conflict" else "compatible"
        mentions = [a | {"value": told["a"]}, b | {"value": "-"}]
        gold["groups"].append(
            {
                "what": row["id"],
                "kind": told["kind"],
                "verdict": verdict,
                "internal": second == "a",
                "mentions": mentions,
            }
        )
    return gold


def judged() -> Iterator[Told]:
    """Every finding between claims of the development stories, made with weights that never saw the story."""

    def bare(_verdict: Verdict, _kind: str, odds: float) -> float:
        return odds

    own = {check.id for check in CHECKS}
    scorer = module(BENCH / "clusters" / "score.py")
    options = Options(StoryMode.ALL, min_confidence=-math.inf)
    told = list(marked())
    for out, table in held_out(list(stories())):
        with (
            patch("factcheck.align.weights", lambda table=table: table),
            patch("factcheck.judge.ladder.confidence", bare),
        ):
            for story in told:
                if story.name in out:
                    found = compare(story.articles, options).findings
                    yield from (_told(scorer, story, finding) for finding in found if finding.rule not in own)


def _told(scorer: ModuleType, story: Marked, finding: Finding) -> Told:
    said = {"kind": finding.kind, "verdict": finding.verdict, "mentions": list(map(mention, finding.mentions))}
    right, together = _right(scorer, story, said), _together(scorer, story, said)
    return Told(story.name, story.source, finding.verdict, finding.kind, finding.confidence, right, together)


def _right(scorer: ModuleType, story: Marked, said: dict[str, Any]) -> bool | None:
    if said["verdict"] == Verdict.CONFLICT:
        count, _ = scorer.score_cluster(story.gold, {"findings": [said]}, story.texts)
        return bool(count["conflict_true"]) if count["conflict_findings"] else None
    met = _met(scorer, story, said)
    for group, differ in met:
        if said["verdict"] in scorer.ACCEPT[group["verdict"]] or (group["verdict"] == "conflict" and not differ):
            return True
    if met:
        return None if all(group.get("optional") for group, _ in met) else False
    return False if _mixed(scorer, story, said) else None


def _together(scorer: ModuleType, story: Marked, said: dict[str, Any]) -> bool | None:
    if _met(scorer, story, said):
        return True
    return False if _mixed(scorer, story, said) or said["verdict"] == Verdict.CONFLICT else None


def _met(scorer: ModuleType, story: Marked, said: dict[str, Any]) -> list[tuple[dict[str, Any], bool]]:
    """The gold groups that a finding matches, each with whether the matched values differ."""
    matches = [(group, scorer.match_group(said, group, story.texts)) for group in story.gold["groups"]]
    return [(group, match[1]) for group, match in matches if match is not None]


def _mixed(scorer: ModuleType, story: Marked, said: dict[str, Any]) -> bool:
    """Whether a finding holds both sides of a decoy, or mentions that no gold group holds together."""

    def held(place: dict[str, Any]) -> bool:
        return any(scorer.hit(at, place, story.texts) for at in said["mentions"])

    if any(held(decoy["a"]) and held(decoy["b"]) for decoy in story.gold["decoys"]):
        return True
    groups = list(enumerate(story.gold["groups"]))
    homes = [
        {number for number, group in groups if any(scorer.hit(at, place, story.texts) for place in group["mentions"])}
        for at in said["mentions"]
    ]
    known = [home for home in homes if home]
    return len(known) > 1 and not set.intersection(*known)
