"""Fit the weights of the alignment score on the development stories, checked by cross-validation over stories.

`python -m tests.accuracy.fit [--write FILE]` prints how well pairs of claims are told apart on stories left out, and
with `--write` writes the fitted weights into a table. The model is a logistic regression over the named levels
(Fellegi and Sunter 1969 in its modern form, Linacre et al. 2022), with a Gaussian prior around the weights set by hand
in `prior.toml`, so that a level the stories hardly show keeps its hand-set weight. A story and its altered copy always
stay on one side of the split.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from claims.extract import extract
from claims.model import Claim, Published, Span
from factcheck.align import block_key
from factcheck.align.level import NEVER, Level, Words, family
from factcheck.align.parts import levels
from factcheck.align.rivals import rivals
from factcheck.align.score import BASE, Table, weighed
from factcheck.read import read
from tests.accuracy.adapters import day
from tests.accuracy.sets import BENCH
from tests.factcheck import gold

Texts: TypeAlias = Mapping[str, tuple[str, Published | None]]
"""The articles of a story by name, each with its text and day."""
Vector: TypeAlias = np.ndarray[Any, Any]
_ROUNDS = 2
"""Rivals depend on the weights and the weights on the rivals: so often both are reckoned in turn."""
_LENIENCY = 1.0
"""Added to the weight of every kind: pairs that repeat a fact count less in the fit, which makes it too strict."""
_PRIOR = 0.35
"""Standard deviation of the prior around each weight, in log-odds."""


@dataclass(frozen=True)
class Story:
    """The claims of one story with what the gold says of them."""

    name: str
    """Its name, the same for a story and its altered copy."""
    source: str
    """The set it is of: what share of pairs is one fact differs from set to set."""
    claims: Sequence[Claim]
    """Its claims, in the order of article and offset."""
    groups: Sequence[frozenset[int]]
    """For each claim the gold groups that hold it."""
    judged: Sequence[bool]
    """For each claim whether the gold speaks of it at all."""

    @cached_property
    def compared(self) -> Sequence[tuple[Sequence[int], Mapping[tuple[int, int], list[Level]]]]:
        """Its blocks, each with the levels of its pairs that the parts do not rule out; no weight changes them."""
        words = Words.of(self.claims)
        blocks: dict[str, list[int]] = {}
        for at, claim in enumerate(self.claims):
            blocks.setdefault(block_key(claim), []).append(at)
        return [(block, _levels([self.claims[at] for at in block], words)) for block in blocks.values()]


@dataclass(frozen=True)
class Example:
    """A pair of claims with its levels, whether it is one fact, and its weight."""

    story: str
    source: str
    features: tuple[tuple[str, str, str], ...]
    same: bool
    weight: float


def stories() -> Iterator[Story]:
    """All development stories: the real ones, their altered copies, the pairs of twins and the example stories."""
    for path in sorted((BENCH / "clusters" / "gold").rglob("*.json")):
        yield _cluster(json.loads(path.read_text("utf-8")), path.parent.name, path.stem)
    for row in (BENCH / "challenge" / "pairs.dev.jsonl").read_text("utf-8").splitlines():
        yield _twin(json.loads(row))
    for name in gold.STORIES:
        yield _example(name)


def _cluster(marked: dict[str, Any], part: str, event: str) -> Story:
    folder = BENCH / "clusters" / "data" / part / event
    texts = {
        source["source"]: ((folder / source["file"]).read_bytes().decode(), day(source["published"]))
        for source in json.loads((folder / "meta.json").read_text("utf-8"))["sources"]
    }
    decoys = [{"mentions": [decoy[side]]} for decoy in marked.get("decoys", ()) for side in "ab"]
    name = event.partition("--")[2] or event
    return _story(name, "altered" if part == "perturbed" else "real", texts, marked["groups"], decoys)


def _example(name: str) -> Story:
    """An example story, each article read without the others."""
    articles = read([str(gold.CORPUS / name)]).articles
    texts = {Path(article.path).name: (article.text, article.published) for article in articles}
    facts = gold.facts(name)
    groups = [{"mentions": [_told(place, texts) for place in fact.places]} for fact in facts if not fact.several]
    apart = [place for decoy in gold.decoys(name) for place in (decoy.a, decoy.b)]
    apart += [place for fact in facts if fact.several for place in fact.places]
    others = [{"mentions": [_told(place, texts)]} for place in apart]
    return _story(name, "example", texts, groups, others)


def _told(place: gold.Place, texts: Texts) -> dict[str, Any]:
    span = place.span
    return {"source": place.article, "quote": texts[place.article][0][span.start : span.end], "start": span.start}


def _twin(row: dict[str, Any]) -> Story:
    texts = {side: (row[side]["text"], day(row[side]["published"])) for side in "ab"}
    groups: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for told in row["expect"]:
        second = "a" if told.get("inside") == "a" else "b"
        places = [
            {"source": side, "quote": told[own], "start": texts[side][0].find(told[own])}
            for side, own in (("a", "a"), (second, "b"))
        ]
        if told["verdict"] == "none":
            others.extend({"mentions": [place]} for place in places)
        else:
            groups.append({"mentions": places})
    return _story(row["id"].rstrip("abc"), "twins", texts, groups, others)


def _story(name: str, source: str, texts: Texts, groups: Sequence[Any], others: Sequence[Any]) -> Story:
    claims = [
        claim.with_article(article)
        for article, (text, published) in sorted(texts.items())
        for claim in extract(text, published=published).claims
    ]
    inside = [_inside(claim, groups) for claim in claims]
    judged = [bool(found) or bool(_inside(claim, others)) for claim, found in zip(claims, inside, strict=True)]
    return Story(name, source, claims, inside, judged)


def _inside(claim: Claim, groups: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Numbers of the gold groups that hold the claim: spans that share at least half of the shorter one."""
    found = set()
    for number, group in enumerate(groups):
        for mention in group["mentions"]:
            start = mention.get("start")
            if mention["source"] != claim.article or start is None or start < 0:
                continue
            span = Span(start, start + len(mention["quote"]))
            shared = min(span.end, claim.span.end) - max(span.start, claim.span.start)
            if shared > 0 and 2 * shared >= min(len(span), len(claim.span)):
                found.add(number)
    return frozenset(found)


_BY_HAND = frozenset({"brief"})
"""Parts whose weights stay as set by hand: no story is as short as two statements, and twins are short by design."""


def _levels(claims: Sequence[Claim], words: Words) -> dict[tuple[int, int], list[Level]]:
    found = {}
    for x, y in combinations(range(len(claims)), 2):
        if claims[x].article == claims[y].article and claims[x].sentence == claims[y].sentence:
            continue
        told = [level for level in levels(claims[x], claims[y], words) if level.part not in _BY_HAND]
        if all(level.level != NEVER for level in told):
            found[x, y] = told
    return found


def examples(known: Sequence[Story], table: Table) -> list[Example]:
    """The pairs of all stories that the parts do not rule out, rivals reckoned with the weights of `table`."""
    return [
        example for story in known for block, found in story.compared for example in _pairs(story, block, found, table)
    ]


def _pairs(
    story: Story, block: Sequence[int], found: Mapping[tuple[int, int], list[Level]], table: Table
) -> Iterator[Example]:
    claims = [story.claims[at] for at in block]
    scores = {
        (x, y): sum(weighed(level, family(claims[x]), table).score for level in told) for (x, y), told in found.items()
    }
    for (x, y), more in rivals(claims, scores).items():
        group = family(claims[x])
        features = tuple((group, level.part, level.level) for level in (*found[x, y], *more))
        a, b = block[x], block[y]
        same = bool(story.groups[a] & story.groups[b])
        yield Example(story.name, story.source, features, same, _weight(story, a, b, same, found[x, y]))


def _weight(story: Story, a: int, b: int, same: bool, told: Sequence[Level]) -> float:
    """How much a pair counts: less where the gold speaks of one or neither claim, as it need not list every fact."""
    share = 0.5 if story.source == "altered" else 1.0
    if same or (story.judged[a] and story.judged[b]):
        return share / _repeats(story, a, b)
    near = any(level.part == "value" and level.level in ("equal", "equal-telling", "near") for level in told)
    return share * (0.05 if near else 0.3 if story.judged[a] or story.judged[b] else 0.15)


def _repeats(story: Story, a: int, b: int) -> float:
    """Root of the number of pairs that join or part the same two facts, so that no story outvotes the others."""
    size = Counter(story.groups)
    one, other = size[story.groups[a]], size[story.groups[b]]
    return float((one * other) ** 0.5) if story.groups[a] and story.groups[b] else 1.0


@lru_cache(maxsize=1)
def prior() -> Table:
    """The weights set by hand."""
    table: Table = tomllib.loads(Path(__file__).with_name("prior.toml").read_text("utf-8"))
    return table


class Model:
    """Weights by (family, part, level), each the sum of one for all kinds and one for the family."""

    def __init__(self, rows: Sequence[Example]) -> None:
        keys = sorted({key for row in rows for key in self._keys(row)})
        self.index = {key: at for at, key in enumerate(keys)}
        self.prior = np.array([self._prior(key) for key in keys])
        self.spread = np.array([_PRIOR if key[0] == "all" else _PRIOR / 2 for key in keys])
        self.weights = self.prior.copy()

    @staticmethod
    def _keys(row: Example) -> list[tuple[str, str, str]]:
        return [
            pair for group, part, level in row.features for pair in (("all", part, level), (group, part, level))
        ] + [(row.features[0][0], BASE, ""), (row.source, "set", "")]

    @staticmethod
    def _prior(key: tuple[str, str, str]) -> float:
        group, part, level = key
        if part == "set":
            return 0.0
        if part == BASE:
            return prior()[BASE][group]
        return prior().get(part, {}).get(level if group == "all" else f"{group}/{level}", 0.0)

    def _blocks(self, rows: Sequence[Example]) -> Iterator[tuple[list[int], list[int], Vector]]:
        """For each family the places of its rows, its columns, and the matrix of both: no other column is ever set."""
        families: dict[str, list[int]] = {}
        for at, row in enumerate(rows):
            families.setdefault(row.features[0][0], []).append(at)
        for places in families.values():
            told = [[self.index[key] for key in self._keys(rows[at]) if key in self.index] for at in places]
            columns = sorted({column for filled in told for column in filled})
            own = {column: at for at, column in enumerate(columns)}
            matrix = np.zeros((len(places), len(columns)), dtype=np.float32)
            for at, filled in enumerate(told):
                matrix[at, [own[column] for column in filled]] = 1.0
            yield places, columns, matrix

    def fit(self, rows: Sequence[Example], rounds: int = 60) -> None:
        """Newton's method with step halving on the penalised log-likelihood."""
        y = np.array([row.same for row in rows], dtype=float)
        sure = np.array([row.weight for row in rows])
        penalty = 1 / self.spread**2
        blocks = list(self._blocks(rows))

        def odds(at: Vector) -> Vector:
            z = np.zeros(len(rows))
            for places, columns, x in blocks:
                z[places] = x @ at[columns]
            return z

        def loss(at: Vector) -> float:
            z = odds(at)
            return float((sure * (np.logaddexp(0, z) - y * z)).sum() + (penalty * (at - self.prior) ** 2).sum() / 2)

        for _ in range(rounds):
            p = _chance(odds(self.weights))
            gradient, curve = penalty * (self.weights - self.prior), np.diag(penalty)
            for places, columns, x in blocks:
                gradient[columns] += x.T @ (sure * (p - y))[places]
                bend = (sure * p * (1 - p))[places].astype(np.float32)
                curve[np.ix_(columns, columns)] += (x * bend[:, None]).T @ x
            step = np.linalg.solve(curve, gradient)
            now, size = loss(self.weights), 1.0
            while size > 1e-4 and loss(self.weights - size * step) > now:
                size /= 2
            self.weights = self.weights - size * step
            if np.abs(step).max() < 1e-4:
                break

    def scores(self, rows: Sequence[Example]) -> Vector:
        """Log-odds that each pair is one fact."""
        z = np.zeros(len(rows))
        for places, columns, x in self._blocks(rows):
            z[places] = x @ self.weights[columns]
        return z

    def table(self) -> dict[str, dict[str, float]]:
        """The fitted weights as they are shipped: part -> level (or family/level) -> log-odds.

        A level that no story shows has the weight set by hand.
        """
        found = {part: dict(levels) for part, levels in prior().items()}
        for (group, part, level), at in self.index.items():
            if part == "set":
                continue
            name = group if part == BASE else level if group == "all" else f"{group}/{level}"
            more = _LENIENCY if part == BASE else 0.0
            found.setdefault(part, {})[name] = round(float(self.weights[at]) + more, 2)
        return found


def held_out(known: Sequence[Story], folds: int = 6) -> Iterator[tuple[frozenset[str], Table]]:
    """For each fold the names of the stories left out, and the weights fitted on all the others."""
    rows = examples(known, prior())
    names = sorted({story.name for story in known})
    for fold in range(folds):
        out = frozenset(names[fold::folds])
        kept = [story for story in known if story.name not in out]
        fitted = [row for row in rows if row.story not in out]
        for last in (False, True):
            model = Model(fitted)
            model.fit(fitted)
            if not last:
                fitted = examples(kept, model.table())
        yield out, model.table()


def _chance(odds: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -40, 40))))


def cross_validate(rows: Sequence[Example], folds: int = 6) -> tuple[float, float, float]:
    """Precision, recall and log-loss of the pairs on stories left out."""
    stories = sorted({row.story for row in rows})
    scores = np.zeros(len(rows))
    for fold in range(folds):
        out = set(stories[fold::folds])
        model = Model(rows)
        model.fit([row for row in rows if row.story not in out])
        held = [at for at, row in enumerate(rows) if row.story in out]
        scores[held] = model.scores([rows[at] for at in held])
    same = np.array([row.same for row in rows])
    sure = np.array([row.weight for row in rows])
    found = scores > 0
    true = (sure * (same & found)).sum()
    p = np.clip(_chance(scores), 1e-9, 1 - 1e-9)
    loss = -(sure * np.where(same, np.log(p), np.log(1 - p))).sum() / sure.sum()
    return float(true / (sure * found).sum()), float(true / (sure * same).sum()), float(loss)


def write(table: dict[str, dict[str, float]], target: Path) -> None:
    """Replace the numbers of the table, its header kept."""
    header = target.read_text("utf-8").partition("\n[")[0]
    lines = [header.rstrip(), ""]
    for part in sorted(table, key=lambda name: (name != BASE, name)):
        lines.append(f"[{part}]")
        lines.extend(f'"{level}" = {weight}' for level, weight in sorted(table[part].items()) if weight)
        lines.append("")
    target.write_text("\n".join(lines), "utf-8")


def main() -> None:
    """Fit, cross-validate, print, and write where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.fit", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="table to write the fitted weights to")
    given = parser.parse_args()
    known = list(stories())
    rows = examples(known, prior())
    precision, recall, loss = cross_validate(rows)
    print(f"{len(rows)} pairs, {sum(row.same for row in rows)} of one fact")
    print(f"left-out stories: precision {precision:.3f}, recall {recall:.3f}, log-loss {loss:.4f}")
    if given.write:
        for _ in range(_ROUNDS):
            model = Model(rows)
            model.fit(rows)
            rows = examples(known, model.table())
        write(model.table(), given.write)


if __name__ == "__main__":
    main()
