"""Scores on the evaluation sets: `python -m tests.accuracy`, `... predict SET IN OUT [--strict]`, `... floors` ...

`scores` (the default) prints every figure of every set, or of the named one, beside its floor. `floors` prints the same
and fails where a figure does not hold its floor. `poured` compares all stories at once (`tests/accuracy/poured.py`),
`metamorphic` changes them (`tests/accuracy/metamorphic.py`; `--verbose` prints what changed), `crossed` compares each
with weights that never saw it (`tests/accuracy/crossed.py`).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.accuracy import crossed, floors, metamorphic, poured, sets
from tests.accuracy.figures import Figure


def main() -> int:
    """Parse the command line; 1 where a floor is not held."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument(
        "action",
        nargs="?",
        choices=["scores", "predict", "floors", "poured", "metamorphic", "crossed"],
        default="scores",
    )
    parser.add_argument("set", nargs="?", choices=sets.SETS)
    parser.add_argument("source", nargs="?", type=Path, metavar="IN")
    parser.add_argument("target", nargs="?", type=Path, metavar="OUT")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    if given.action == "predict":
        sets.predict(given.set, given.source, given.target, strict=given.strict)
        return 0
    if not sets.BENCH.exists():
        print(f"The evaluation data folder {sets.BENCH} is absent; set FACTCHECK_EVALUATION to it.")
        return 0
    if given.action == "poured":
        for line in poured.rows(poured.measure(poured.read(sets.BENCH / "clusters" / "data"))):
            print(line)
        return 0
    if given.action == "metamorphic":
        for line in metamorphic.rows(metamorphic.measure(sets.BENCH / "clusters" / "data", verbose=given.verbose)):
            print(line, flush=True)
        return 0
    bounds = floors.load()
    if given.action == "crossed":
        for _ in _table(crossed.measure(), bounds):
            pass
        return 0
    if given.action == "floors":
        return _check(bounds)
    for _ in _table(sets.measure(given.set), bounds):
        pass
    return 0


def _check(bounds: floors.Floors) -> int:
    failed = list(floors.failures(list(_table(sets.measure(), bounds)), bounds))
    for sentence in failed:
        print(sentence)
    spent = time.process_time()
    print(f"{len(bounds) - len(failed)} of {len(bounds)} floors hold, after {spent:.0f} s of processor time.")
    return 1 if failed else 0


def _table(measured: Iterable[Figure], bounds: floors.Floors) -> Iterator[Figure]:
    """Print a row a figure while they come, and pass them on."""
    print(f"{'set':<22} {'figure':<30} {'now':>7}   floor")
    last = ""
    for figure in measured:
        bound = bounds.get((figure.set, figure.name))
        mark = "" if bound is None or bound.holds(figure.value) else "   MISSED"
        name = "" if figure.set == last else figure.set
        print(f"{name:<22} {figure.name:<30} {figure.value:7.2f}   {bound or ''}{mark}".rstrip(), flush=True)
        last = figure.set
        yield figure


if __name__ == "__main__":
    raise SystemExit(main())
