"""Scores on the evaluation sets: `python -m tests.accuracy`, `... predict SET IN OUT [--strict]`, `... floors`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.accuracy import floors, sets


def main() -> int:
    """Parse the command line; 1 where a floor is not held."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("action", nargs="?", choices=["scores", "predict", "floors"], default="scores")
    parser.add_argument("set", nargs="?", choices=sets.SETS)
    parser.add_argument("source", nargs="?", type=Path, metavar="IN")
    parser.add_argument("target", nargs="?", type=Path, metavar="OUT")
    parser.add_argument("--strict", action="store_true")
    given = parser.parse_args()
    if given.action == "predict":
        sets.predict(given.set, given.source, given.target, strict=given.strict)
        return 0
    if not sets.BENCH.exists():
        print(f"The evaluation data folder {sets.BENCH} is absent; set FACTCHECK_EVALUATION to it.")
        return 0
    if given.action == "floors":
        return floors.check()
    for line in sets.scores(given.set):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
