"""Baselines at work: what was looked at is set aside, what is found is written down."""

from __future__ import annotations

import os

from factcheck import console
from factcheck.baseline import Baseline, as_text, gone, heeded, load, renewed
from factcheck.commands.outputs import Outputs, same_file
from factcheck.model import Report, Skipped


def looked_at(report: Report, outputs: Outputs, *, whole: bool) -> Report:
    """The report with what the baseline knows set aside; writes a baseline where one is wanted.

    Entries that no longer occur are told, where the `whole` of the articles was compared.
    """
    target = outputs.write_baseline
    known: Baseline = load(outputs.baseline) if outputs.baseline is not None and not _first(outputs) else ()
    if target is None:
        if outputs.baseline is not None and whole and not outputs.quiet:
            console.tell_skipped(_lost(report, known, outputs.baseline))
        return heeded(report, known)
    if os.path.exists(target) and outputs.baseline is None:
        known = load(target)
    kept = renewed(report, known, whole=whole)
    console.save(target, as_text(kept))
    return heeded(report, kept)


def _first(outputs: Outputs) -> bool:
    """Whether the baseline is to be written for the first time, so that there is none to read yet."""
    baseline = outputs.baseline
    return baseline is not None and not os.path.lexists(baseline) and same_file(baseline, outputs.write_baseline)


def _lost(report: Report, known: Baseline, path: str) -> list[Skipped]:
    hint = f"--write-baseline {path} drops it"
    return [
        Skipped(path, f"{each.rule} {each.fact} ({', '.join(sorted(each.sources))}) occurs no more; {hint}")
        for each in gone(report, known)
    ]
