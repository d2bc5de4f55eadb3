"""One target under atheris, in a process of its own: `python -m tests.torture.fuzzing TARGET FOLDER SECONDS`.

The figures are written down every minute, so that a run that is broken off loses no more; with `--resume` behind the
seconds they go on from there.

A fault does not end the run: each is written down once, by the exception and the place that raised it, and fuzzing goes
on. An input that takes longer than `_PATIENCE` seconds is a fault as well.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
import warnings
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claims", "factcheck", "tomllib"]):
    from tests.torture.targets import TARGETS, Target

_PATIENCE = 10.0
"""Seconds of processor time that an input of 4,096 bytes may take, with the code that counts edges in it."""
_KEPT = 60.0
"""Seconds of processor time after which the figures are written down again."""
_LONGEST = 4096
_OURS = ("/claims/", "/factcheck/", "/tests/torture/")


class _Trial:
    """Tries inputs until the time is over, and keeps the figures."""

    def __init__(self, target: Target, folder: Path, seconds: float, *, resume: bool) -> None:
        self._target, self._folder, self._seconds = target, folder, seconds
        told = folder / "figures.json"
        before = json.loads(told.read_text("utf-8")) if resume and told.exists() else {"executions": 0, "seconds": 0.0}
        self._executions, self._begun = before["executions"], time.process_time() - before["seconds"]
        self._kept = time.process_time()
        self._known: set[str] = set()

    def one(self, data: bytes) -> None:
        """Try one input."""
        begun = time.process_time()
        try:
            self._target.run(data)
        except (Exception, RecursionError) as error:
            self._fault(data, _place(error), "".join(traceback.format_exception(error)))
        spent = time.process_time() - begun
        if spent > _PATIENCE:
            self._fault(data, f"slow-{len(data) // 1000}", f"it took {spent:.1f} s of processor time")
        self._executions += 1
        now = time.process_time()
        if now - self._begun > self._seconds:
            self._keep(now)
            sys.stderr.flush()
            os._exit(0)  # libFuzzer has no other way out of a callback
        if now - self._kept > _KEPT:
            self._keep(now)

    def _keep(self, now: float) -> None:
        figures = {"executions": self._executions, "seconds": round(now - self._begun, 1)}
        (self._folder / "figures.json").write_text(json.dumps(figures), "utf-8")
        self._kept = now

    def _fault(self, data: bytes, place: str, told: str) -> None:
        name = sha256(place.encode()).hexdigest()[:12]
        if name not in self._known:
            self._known.add(name)
            (self._folder / "faults" / name).write_bytes(data)
            (self._folder / "faults" / f"{name}.txt").write_text(told, "utf-8", "backslashreplace")


def _place(error: BaseException) -> str:
    """What kind of exception, and the innermost line of our own code that it came through."""
    lines = [frame for frame in traceback.extract_tb(error.__traceback__) if any(at in frame.filename for at in _OURS)]
    return f"{type(error).__name__} {lines[-1].filename}:{lines[-1].lineno}" if lines else type(error).__name__


def main() -> None:
    """Fuzz; does not return."""
    name, place, seconds, *resumed = sys.argv[1:]
    folder = Path(place)
    target = next(each for each in TARGETS if each.name == name)
    warnings.simplefilter("ignore")
    for number, seed in enumerate(target.seeds):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)
    longest = max(_LONGEST, *map(len, target.seeds))
    options = [f"-artifact_prefix={folder}/faults/", f"-max_len={longest}", "-rss_limit_mb=4096", "-timeout=300"]
    if target.words:
        (folder / "words").write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), "ascii")
        options.append(f"-dict={folder}/words")
    trial = _Trial(target, folder, float(seconds), resume=bool(resumed))
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], trial.one)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main()
