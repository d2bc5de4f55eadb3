"""The evaluation sets: where they lie, how predictions are made for them and scored."""

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

from tests.accuracy import adapters

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


def scores(only: str | None = None) -> Iterator[str]:
    """The scorers' own words for every set, a text a file."""
    for name, result in results(only):
        yield f"== {name}\n{result}"


def results(only: str | None = None) -> Iterator[tuple[str, str]]:
    """Name and scorer's output of every set, or of one."""
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS if only is None else (only,):
            if name == "clusters":
                yield from _clusters(Path(folder))
            elif name == "challenge":
                exe = Path(sys.executable).parent / "factcheck"
                yield name, _run(BENCH / name / "run.py", str(exe), "--jobs", "1")
            else:
                yield from _files(name, Path(folder))


def _files(name: str, folder: Path) -> Iterator[tuple[str, str]]:
    golds = sorted((BENCH / name).glob("*.jsonl"))
    for gold in golds:
        made = folder / gold.name
        strict = gold.name.startswith(_STRICT)
        predict(name, gold, made, strict=strict)
        if name == "relations":
            yield gold.name, _run(BENCH / name / "score.py", "--gold", str(gold), "--pred", str(made))
            if gold.name.startswith(_TWO_WAY):
                more = ("--gold", str(gold), "--pred", str(made), "--two-way")
                yield f"{gold.name} two-way", _run(BENCH / name / "score.py", *more)
        else:
            yield gold.name, _run(BENCH / name / "score.py", str(gold), str(made))
    if name == "temporal":
        both = [",".join(str(place / gold.name) for gold in golds) for place in (BENCH / name, folder)]
        yield "temporal together", _run(BENCH / name / "score.py", *both, "--by-type")


def _clusters(folder: Path) -> Iterator[tuple[str, str]]:
    base = BENCH / "clusters"
    predict("clusters", base / "data", folder / "clusters")
    for part in ("real", "perturbed"):
        gold, made = folder / f"{part}-gold", folder / f"{part}-made"
        for source, target in ((base / "gold", gold), (folder / "clusters", made)):
            target.mkdir()
            for place in sorted(source.iterdir()):
                if (place.name == "perturbed") == (part == "perturbed"):
                    shutil.copytree(place, target / place.name)
        yield f"clusters {part}", _run(base / "score.py", str(gold), str(made), "--texts", str(base / "data"))


def _run(script: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed: {done.stderr}")
    return done.stdout
