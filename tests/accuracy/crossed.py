"""Stories and twins compared with weights of aligning that never saw them: what to expect of next week's news.

`python -m tests.accuracy crossed` prints the figures of the scorers, six folds over stories; a story and its altered
copy are never parted. Rules and tables were still written with the stories in view, which no fold can undo.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from factcheck import compare
from factcheck.model import Options, StoryMode
from tests.accuracy import challenge, figures
from tests.accuracy.adapters import mention
from tests.accuracy.figures import Figure
from tests.accuracy.fit import held_out, stories
from tests.accuracy.sets import BENCH
from tests.accuracy.verdicts import Marked, marked

_TWINS = "twins"


def measure() -> Iterator[Figure]:
    """The figures of both sets of stories and of the twins."""
    scorer = challenge.module(BENCH / "clusters" / "score.py")
    runner = challenge.module(BENCH / "challenge" / "run.py")
    pairs = [json.loads(line) for line in (BENCH / "challenge" / "pairs.dev.jsonl").read_text("utf-8").splitlines()]
    told = list(marked())
    totals: dict[str, Counter[str]] = {"real": Counter(), "altered": Counter()}
    size = Counter(story.source for story in told)
    twins = []
    for out, table in held_out(list(stories())):
        with patch("factcheck.align.weights", lambda table=table: table):
            for story in told:
                if story.name in out and story.source != _TWINS:
                    counts, _ = scorer.score_cluster(story.gold, _findings(story), story.texts)
                    totals[story.source].update(counts)
            twins += [challenge.judged(runner, pair) for pair in pairs if pair["id"].rstrip("abc") in out]
    for source, total in totals.items():
        yield from figures.clusters(f"crossed {source}", scorer.summary(total, size[source]))
    yield from figures.challenge(f"crossed {_TWINS}", runner.tally(twins)["TOTAL"])


def _findings(story: Marked) -> dict[str, Any]:
    found = compare(story.articles, Options(story=StoryMode.ALL)).findings
    return {
        "findings": [{"kind": f.kind, "verdict": f.verdict, "mentions": list(map(mention, f.mentions))} for f in found]
    }
