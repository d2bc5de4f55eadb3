"""`factcheck review`: step through the findings of a saved report and put down what was decided in the baseline."""

from __future__ import annotations

import os
import sys

from factcheck import console
from factcheck.baseline import Baseline, Entry, as_text, entry, load, open_to_baseline
from factcheck.commands.outputs import writable
from factcheck.commands.saved import saved
from factcheck.commands.sparing import no_namesake
from factcheck.errors import UsageError
from factcheck.model import Finding
from factcheck.report import ReportOptions
from factcheck.report.page import page
from factcheck.report.wording import counted, ranked

_ASK = "[e]rror, [a]ccepted, [l]ater, [s]kip, [q]uit? "
_STATUS = {"e": "error", "a": "accepted", "l": "later"}
_SKIP, _QUIT = ("s", ""), "q"


def review(report: str, baseline: str, *, no_color: bool) -> int:
    """Ask about every finding that nobody has decided on; each answer is written at once."""
    if report == "-":
        raise UsageError("review reads your answers from standard input; name the report as a file.")
    if baseline == "-":
        raise UsageError("--baseline -: decisions go to a file; name one.")
    if not baseline:
        raise UsageError("--baseline names no file; name the one that holds what was decided.")
    writable(baseline)
    no_namesake(baseline)
    found = saved(report, report or "the report").report
    known: Baseline = load(baseline) if os.path.exists(baseline) else ()
    decided = {each.key for each in known if each.status != "later"}
    waiting = [
        finding for finding in ranked(found.findings) if open_to_baseline(finding) and entry(finding).key not in decided
    ]
    looks = console.looks(ReportOptions(), no_color=no_color)
    done = 0
    for number, finding in enumerate(waiting, 1):
        console.emit(f"\n{number} of {len(waiting)}\n{page(finding, looks)}\n")
        answer = _asked()
        if answer == _QUIT:
            break
        if answer in _STATUS:
            known = _with(known, _entry(finding, _STATUS[answer]))
            console.save(baseline, as_text(known))
            done += 1
    console.emit(f"{counted(done, 'finding')} decided, {len(waiting) - done} left.\n")
    return 0


def _asked() -> str:
    """A letter; the end of the input quits."""
    while True:
        words = _line(_ASK)
        if words is None:
            return _QUIT
        letter = words.strip().lower()[:1]
        if letter in _STATUS or letter == _QUIT or letter in _SKIP:
            return letter


def _entry(finding: Finding, status: str) -> Entry:
    return entry(finding, status, " ".join((_line("note: ") or "").split()))


def _line(question: str) -> str | None:
    console.emit(question)
    if sys.stdin is None:
        return None
    words = sys.stdin.buffer.readline()
    return words.decode(sys.stdin.encoding or "utf-8", "replace") if words else None


def _with(known: Baseline, new: Entry) -> Baseline:
    return tuple(sorted([*(each for each in known if each.key != new.key), new], key=lambda each: each.key))
