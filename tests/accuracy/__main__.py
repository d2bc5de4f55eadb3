"""Scores on the evaluation sets: `python -m tests.accuracy` (all), `... predict SET IN OUT [--strict]` (predictions only)."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.accuracy import adapters

BENCH = Path(os.environ.get("FACTCHECK_EVALUATION", "../shared/bench"))
ROWS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "quantity": adapters.quantity,
    "temporal": adapters.temporal,
}


def predict(name: str, source: Path, target: Path, _strict: bool) -> None:
    """Write the predictions for one set."""
    with source.open(encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out:
        for row in rows:
            if row.strip():
                out.write(json.dumps(ROWS[name](json.loads(row)), ensure_ascii=False) + "\n")


def _scores() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name in ROWS:
            for gold in sorted((BENCH / name).glob("*.jsonl")):
                made = Path(folder) / gold.name
                predict(name, gold, made, False)
                score = [sys.executable, str(BENCH / name / "score.py"), str(gold), str(made)]
                yield f"== {gold.name}\n{subprocess.run(score, capture_output=True, text=True, check=True).stdout}"


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("predict", nargs="?", choices=["predict"])
    parser.add_argument("set", nargs="?", choices=list(ROWS))
    parser.add_argument("source", nargs="?", type=Path, metavar="IN")
    parser.add_argument("target", nargs="?", type=Path, metavar="OUT")
    parser.add_argument("--strict", action="store_true")
    given = parser.parse_args()
    if given.predict:
        predict(given.set, given.source, given.target, given.strict)
        return
    if not BENCH.exists():
        print(f"The evaluation data folder {BENCH} is absent; set FACTCHECK_EVALUATION to it.")
        return
    for line in _scores():
        print(line)


if __name__ == "__main__":
    main()
