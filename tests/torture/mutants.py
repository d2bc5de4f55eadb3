"""Mutation testing of what reads values (`claims/words`) and what judges (`factcheck/judge`): is each change noticed?

mutmut writes every mutant of every function beside the original and notes which tests call which function. Here a
sample is tried: first in a fork of a process that has collected the tests, then, where no test failed, in a process of
its own with the tests of its area, as what a module computes when it is imported, and keeps, is beyond a fork. Tables,
decorators and fields of classes are not mutated. A mutant that takes too long is killed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from contextlib import chdir, suppress
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[2]
AREAS = {"claims/words": "tests/claims", "factcheck/judge": "tests/factcheck"}
"""What is mutated, and where the tests lie that try the mutants once more."""
_COPIED = ("claims", "factcheck", "tests", "corpus", "docs", "pyproject.toml", "README.md")
_FIRST = "claims.words.trend*"
"""Few mutants, for which mutmut prepares all others."""
_PATIENCE = 60
"""Seconds for one mutant in a fork."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many, and which."""
    parser.add_argument("--sample", type=int, default=200, help="mutants of each area (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="TEXT", help="those whose name holds it, without a sample")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutants", help="where the copy lies")


def run(given: argparse.Namespace) -> int:
    """Print the share of the mutants that were killed in each area, and those that were not; 0, as none is a fault."""
    top = _prepared(given.folder)
    for area in AREAS:
        names = _names(top, area)
        asked = [name for name in names if given.only in name]
        if given.sample and not given.only:
            asked = sorted(Random(given.seed).sample(names, min(given.sample, len(names))))
        if not asked:
            continue
        survivors = _tried(top, asked, AREAS[area])
        killed = len(asked) - len(survivors)
        print(
            f"{area}: {killed} of {len(asked)} killed ({killed / len(asked):.1%}), {len(names)} mutants in all",
            flush=True,
        )
        for name in survivors:
            print(f"  {name}", flush=True)
    return 0


def _prepared(folder: Path) -> Path:
    """The copy of the project with its mutants; made where there is none, taken away by `make clean`."""
    top = folder / "mutants"
    if not (top / "mutmut-stats.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in _COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, folder / name)
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", _FIRST]
        # its own trial of the tests may fail, on the names of some of them: by then all that is needed is written
        done = subprocess.run(command, cwd=folder, env=_environment(folder), capture_output=True, check=False)
        if not (top / "mutmut-stats.json").exists():
            raise SystemExit(f"mutmut made no mutants: {done.stderr.decode()[-500:]}")
    return top


def _environment(top: Path, mutant: str = "") -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    return {**env, "PYTHONPATH": str(top), "MUTANT_UNDER_TEST": mutant}


def _names(top: Path, area: str) -> list[str]:
    files = sorted((top / area).rglob("*.meta"))
    return [name for path in files for name in json.loads(path.read_text("utf-8"))["exit_code_by_key"]]


def _tried(top: Path, names: list[str], tests: str) -> list[str]:
    """The mutants that no test notices."""
    listed, left = top / "asked.json", top / "left.json"
    listed.write_text(json.dumps(names), "utf-8")
    code = "from tests.torture.mutants import fork; fork()"
    subprocess.run([sys.executable, "-c", code], cwd=top, env=_environment(top), check=True, stdout=subprocess.DEVNULL)
    return [name for name in json.loads(left.read_text("utf-8")) if _survives(top, name, tests)]


def _survives(top: Path, name: str, tests: str) -> bool:
    """Whether the tests below `tests` pass in a process that was a mutant from its start."""
    command = [sys.executable, "-m", "pytest", "-x", *_selected(tests)]
    with suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            command, cwd=top, env=_environment(top, name), capture_output=True, check=False, timeout=10 * _PATIENCE
        )
        return done.returncode == 0
    return False


def _selected(below: str = "") -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    tests = [path for path in settings["pytest_add_cli_args_test_selection"] if path.startswith(below)]
    return [*settings["pytest_add_cli_args"], *tests]


class _Forks:
    """A pytest plugin that runs no test itself: a fork for each mutant runs those that call the mutated function."""

    def __init__(self, names: list[str], calls: dict[str, list[str]]) -> None:
        self._names = names
        self._calls = calls
        self.left: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Takes the place of pytest's own loop."""
        from claims.nlp import parser

        parser().trees(["It rained."])  # loaded once, before the forks
        for name in self._names:
            callers = set(self._calls.get(name.rpartition("__mutmut_")[0], ()))
            if self._passes(name, [item for item in session.items if item.nodeid in callers]):
                self.left.append(name)
        return True

    def _passes(self, name: str, items: list[pytest.Item]) -> bool:
        child = os.fork()
        if not child:
            with suppress(BaseException):
                os._exit(_status(name, items))
            os._exit(1)
        _, status = os.waitpid(child, 0)
        return status == 0


def _status(name: str, items: list[pytest.Item]) -> int:
    """0 where the tests pass with this mutant; the alarm ends a fork that takes too long."""
    os.environ["MUTANT_UNDER_TEST"] = name
    signal.alarm(_PATIENCE)
    for item in items:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if item.session.testsfailed:
            return 1
    return 0


def fork() -> None:
    """Try the mutants of `asked.json`, in a copy of the project, and write those that are left to `left.json`."""
    here = Path.cwd()
    calls = json.loads((here / "mutmut-stats.json").read_text("utf-8"))["tests_by_mangled_function_name"]
    forks = _Forks(json.loads((here / "asked.json").read_text("utf-8")), calls)
    with chdir(here):
        pytest.main(_selected(), plugins=[forks])
    (here / "left.json").write_text(json.dumps(forks.left), "utf-8")
