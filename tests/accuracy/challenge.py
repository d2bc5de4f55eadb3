"""The challenge pairs, judged by their keepers' own runner on reports made in this process.

Their runner starts the command anew for every pair, which costs two minutes; here the same functions that the command
calls make the same report.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck import article, compare
from factcheck.model import Options, StoryMode
from factcheck.report import as_json
from factcheck.report.reporter import ReportOptions


def totals(folder: Path) -> dict[str, int]:
    """The runner's tally over all pairs of `folder`."""
    runner = module(folder / "run.py")
    lines = (folder / "pairs.dev.jsonl").read_text("utf-8").splitlines()
    results = [judged(runner, json.loads(line)) for line in lines if line.strip()]
    tally: dict[str, int] = runner.tally(results)["TOTAL"]
    return tally


def judged(runner: ModuleType, pair: dict[str, Any]) -> dict[str, Any]:
    report = _report(pair)
    results = runner.judge(pair, report)
    return {
        "id": pair["id"], "category": pair["category"], "crash": False, "stray": runner.stray(pair, report),
        "right": all(result["ok"] for result in results), "results": results,
    }  # fmt: skip


def _report(pair: dict[str, Any]) -> Any:
    both = [
        article(
            pair[side]["text"], name=f"{side}.txt", source=f"Paper {side.upper()}", published=pair[side]["published"]
        )
        for side in "ab"
    ]
    return json.loads(as_json.render(compare(both, Options(story=StoryMode.ALL)), ReportOptions()))


def module(script: Path) -> ModuleType:
    """A script of the evaluation data, imported by its path."""
    spec = importlib.util.spec_from_file_location(script.stem, script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} is no Python module; does FACTCHECK_EVALUATION name the evaluation data?")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
