"""The evaluation sets: where they lie, how predictions are made for them, and what their scorers say of these."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.accuracy import adapters, challenge, figures
from tests.accuracy.figures import Figure

BENCH = Path(os.environ.get("FACTCHECK_EVALUATION", "../shared/bench"))
SETS = ("quantity", "temporal", "relations", "clusters", "challenge")
_STRICT = "vitaminc_num"
_TWO_WAY = "newsnli"


def predict(name: str, source: Path, target: Path, *, strict: bool = False) -> None:
    """Write the predictions for one set: a line for each row of a file, or a file for each story of a folder."""
    if name == "clusters":
        for meta in sorted(source.rglob("meta.json")):
            out = target / meta.parent.relative_to(source).with_suffix(".json")
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(json.dumps(adapters.cluster(meta.parent), ensure_ascii=False), "utf-8")
        return
    with source.open(encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out_file:
        for row in rows:
            if row.strip():
                out_file.write(json.dumps(_row(name, json.loads(row), strict), ensure_ascii=False) + "\n")


def _row(name: str, row: dict[str, Any], strict: bool) -> dict[str, Any]:
    match name:
        case "quantity":
            return adapters.quantity(row)
        case "temporal":
            return adapters.temporal(row)
        case _:
            return adapters.relations(row, strict)


def measure(only: str | None = None) -> Iterator[Figure]:
    """Every figure of every set, or of one, as the set's own scorer reckons it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS if only is None else (only,):
            yield from _MEASURES[name](BENCH / name, Path(folder))


def _quantity(base: Path, folder: Path) -> Iterator[Figure]:
    recalled: dict[str, figures.Score] = {}
    for gold in sorted(base.glob("*.jsonl")):
        name, made = _predicted("quantity", gold, folder)
        score = _run(base / "score.py", gold, made, "--json")
        if '"partial": true' in gold.read_text("utf-8"):
            recalled[name] = score
            yield from figures.recall(name, [score])
        else:
            yield from figures.quantity(name, score)
    ours = [score for name, score in recalled.items() if name.startswith("ms_")]
    yield from figures.recall("ms_* together", ours)


def _temporal(base: Path, folder: Path) -> Iterator[Figure]:
    pairs = [(gold, *_predicted("temporal", gold, folder)) for gold in sorted(base.glob("*.jsonl"))]
    for gold, name, made in pairs:
        yield from figures.temporal(name, _run(base / "score.py", gold, made, "--json"))
    golds, mades = (",".join(str(pair[at]) for pair in pairs) for at in (0, 2))
    yield from figures.temporal("temporal together", _run(base / "score.py", golds, mades, "--json"))
    dates = _run(base / "score.py", golds, mades, "--json", "--types", "DATE")
    yield from figures.temporal("temporal, DATE only", dates)


def _relations(base: Path, folder: Path) -> Iterator[Figure]:
    for gold in sorted(base.glob("*.jsonl")):
        name, made = _predicted("relations", gold, folder, strict=gold.name.startswith(_STRICT))
        asked = ("--gold", gold, "--pred", made, "--json")
        yield from figures.relations(name, _run(base / "score.py", *asked))
        if name == _TWO_WAY:
            yield from figures.two_way(name, _run(base / "score.py", *asked, "--two-way"))


def _clusters(base: Path, folder: Path) -> Iterator[Figure]:
    predict("clusters", base / "data", folder / "clusters")
    for part in ("real", "perturbed"):
        gold, made = folder / f"{part}-gold", folder / f"{part}-made"
        for source, target in ((base / "gold", gold), (folder / "clusters", made)):
            target.mkdir()
            for place in sorted(source.iterdir()):
                if (place.name == "perturbed") == (part == "perturbed"):
                    shutil.copytree(place, target / place.name)
        score = _run(base / "score.py", gold, made, "--texts", base / "data", "--json")
        yield from figures.clusters(f"clusters {part}", score)


def _challenge(base: Path, _: Path) -> Iterator[Figure]:
    yield from figures.challenge("challenge", challenge.totals(base))


_MEASURES = {
    "quantity": _quantity, "temporal": _temporal, "relations": _relations, "clusters": _clusters,
    "challenge": _challenge,
}  # fmt: skip


def _predicted(kind: str, gold: Path, folder: Path, *, strict: bool = False) -> tuple[str, Path]:
    """The name of a set, and the file of the predictions made for it."""
    made = folder / gold.name
    predict(kind, gold, made, strict=strict)
    return gold.name.split(".")[0], made


def _run(script: Path, *arguments: str | Path) -> figures.Score:
    command = [sys.executable, str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed: {done.stderr}")
    said: figures.Score = json.loads(done.stdout)
    return said
