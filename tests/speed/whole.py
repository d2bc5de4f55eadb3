"""Whole commands in fresh processes: three articles against loading the pipeline, and a second run of many."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claims.nlp import BUNDLED
from tests.speed.events import Made, archive
from tests.speed.ratio import Ratio, spent_by

_ROUNDS = 5


def ratios(many: int) -> Iterator[Ratio]:
    """The start, and a second run with one article added to `many`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        env = {**os.environ, "FACTCHECK_CACHE_DIR": str(place / "cache"), "PYTHONPYCACHEPREFIX": str(place / "made")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        yield from _start(place, env)
        yield from _again(place, many, env)


def _start(place: Path, env: dict[str, str]) -> Iterator[Ratio]:
    """Three articles of one event; every call is made once before it is measured, so that files are warm."""
    three = place / "three"
    _write(three, [one for one in archive(40) if one.event == _fullest(40)][:3])
    load = ["-c", f"import spacy; spacy.load({str(BUNDLED)!r})"]
    compare = ["-m", "factcheck", "compare", str(three), "-o", str(place / "out.txt")]
    calls = {"load": load, "new": [*compare, "--no-cache"], "cached": compare}
    best = {name: spent_by(args, env) for name, args in calls.items()}
    best = dict.fromkeys(best, float("inf"))
    for _ in range(_ROUNDS):
        for name, args in calls.items():
            best[name] = min(best[name], spent_by(args, env))
    told = f"spacy.load {best['load']:.2f} s"
    yield Ratio("three articles, nothing cached: times spacy.load", best["new"] / best["load"], 1.5, True, told)
    yield Ratio("three articles, cached: times spacy.load", best["cached"] / best["load"], 1.5, True)


def _again(place: Path, many: int, env: dict[str, str]) -> Iterator[Ratio]:
    made = list(archive(many + 1))
    _write(place / "many", made[:-1])
    compare = ["-m", "factcheck", "compare", str(place / "many"), "-o", str(place / "out.txt")]
    first = spent_by(compare, env)
    (place / "many" / "one-more.md").write_text(_file(made[-1]), "utf-8")
    again = spent_by(compare, env)
    told = f"{first:.1f} s, then {again:.1f} s"
    yield Ratio(f"second run, one added to {many:,}: times the first", again / first, 0.05, True, told)


def _fullest(size: int) -> int:
    events = [one.event for one in archive(size)]
    return max(events, key=events.count)


def _write(folder: Path, articles: list[Made]) -> None:
    folder.mkdir()
    for number, one in enumerate(articles):
        (folder / f"{number:05d}.md").write_text(_file(one), "utf-8")


def _file(one: Made) -> str:
    return f"---\npublished: {one.published.isoformat()}\n---\n\n{one.text}\n"
