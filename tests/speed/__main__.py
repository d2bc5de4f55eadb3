"""Measures readers on the same texts in one process: `python -m tests.speed [FOLDER ...] [--json FILE]`.

The texts are those of the example stories, or every `.txt`, `.md` and the "text" of every `.jsonl` line in the folders
named. Prints characters a second of processor time, the best of some rounds, and how many times as fast the reading
stage is; then what the command costs to start, and ratios that have a goal: whole commands, reading with roles,
grouping and aligning. quantulum3 and DuckDB are measured where they are installed (`pip install -e .[bench]`),
quantulum3 also where FACTCHECK_BENCH_PACKAGES names the folder of packages of an environment that has it.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.speed import aligning, grouping, roles, whole
from tests.speed.ratio import Ratio
from tests.speed.readers import Reader, readers
from tests.speed.starting import GOAL, Start, starts

CORPUS = Path(__file__).parents[2] / "corpus"
_ENOUGH = 2.0
"""Seconds after which no further round is begun."""
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """How fast a reader read the texts."""

    reader: Reader
    """Which one."""
    speed: float
    """Characters a second of processor time, in the best round."""
    found: int
    """Expressions it found."""


def main() -> None:
    """Print the table, and write it where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS], metavar="FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--large", action="store_true", help="archives of 100,000 articles and a million claims")
    given = parser.parse_args()
    texts = [text for folder in given.folders for text in _texts(folder)]
    if not texts:
        parser.error(f"no texts in {', '.join(map(str, given.folders))}; name a folder with .txt, .md or .jsonl files")
    warnings.simplefilter("ignore")
    measured = []
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters")
    print(f"{'reader':<44} {'chars/s':>10} {'found':>7} {'we are':>8}   goal")
    for reader in readers():
        measured.append(_measure(reader, texts))
        print(_row(measured[-1], measured[0]), flush=True)
    begun = starts()
    print(f"\n{'start':<44} {'CPU s':>10} {'times':>7}            goal")
    for each in begun:
        print(f"{each.name:<44} {each.seconds:>10.3f} {each.times:>7.1f}            {GOAL:g}")
    print(f"\n{'ratio':<58} {'is':>8}    goal")
    found = []
    for ratio in _ratios(texts, given.large):
        found.append(ratio)
        print(ratio.row(), flush=True)
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        data = {**_data(measured, begun, texts), "ratios": [ratio.data() for ratio in found]}
        given.json.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def _ratios(texts: Sequence[str], large: bool) -> Iterator[Ratio]:
    yield from whole.ratios(1000 if large else 200)
    yield from roles.ratios(texts)
    yield from grouping.ratios(100_000 if large else 10_000)
    yield from aligning.ratios(1_000_000 if large else 100_000)


def _texts(folder: Path) -> Iterator[str]:
    for place in sorted(folder.rglob("*")):
        if place.suffix in (".txt", ".md") and place.stem.upper() != "README":
            yield place.read_text("utf-8")
        elif place.suffix == ".jsonl":
            rows = map(json.loads, place.read_text("utf-8").splitlines())
            yield from (row["text"] for row in rows if "text" in row)


def _measure(reader: Reader, texts: Sequence[str]) -> Measure:
    """The best of some rounds over all texts, after one over a few that loads what is loaded late."""
    for text in texts[:3]:
        reader.read(text)
    best, spent, found = float("inf"), 0.0, 0
    for _ in range(_ROUNDS):
        begun = time.process_time()
        found = sum(reader.read(text) for text in texts)
        round_ = time.process_time() - begun
        best, spent = min(best, round_), spent + round_
        if spent > _ENOUGH:
            break
    return Measure(reader, sum(map(len, texts)) / best, found)


def _row(one: Measure, ours: Measure) -> str:
    goal = "" if one.reader.goal is None else f"{ours.speed / one.speed:7.1f}x   {one.reader.goal:g}x"
    return f"{one.reader.name:<44} {one.speed:>10,.0f} {one.found:>7,} {goal}".rstrip()


def _data(measured: Sequence[Measure], begun: Sequence[Start], texts: Sequence[str]) -> dict[str, object]:
    ours = measured[0].speed
    return {
        "python": platform.python_version(),
        "texts": len(texts),
        "characters": sum(map(len, texts)),
        "readers": [
            {
                "name": one.reader.name, "characters_per_second": round(one.speed), "found": one.found,
                "times_slower": round(ours / one.speed, 2), "goal": one.reader.goal,
            }
            for one in measured
        ],
        "starts": [
            {"name": each.name, "cpu_seconds": round(each.seconds, 3), "times": round(each.times, 2)} for each in begun
        ],
    }  # fmt: skip


if __name__ == "__main__":
    main()
