"""Baselines at work: what was looked at is set aside, what is found is written down."""

from __future__ import annotations

import os

from factcheck import console
from factcheck.baseline import Baseline, Entry, as_text, gone, heeded, joined, load, renewed
from factcheck.commands.outputs import Outputs, same_file
from factcheck.model import Report, Skipped


def decisions(outputs: Outputs) -> Baseline:
    """What the baseline that is read decides, and the one that is written where it is there already."""
    baseline, target = outputs.baseline, outputs.write_baseline
    read = baseline is not None and (os.path.lexists(baseline) or not same_file(baseline, target))
    known = load(baseline) if baseline is not None and read else ()
    if target is None or not os.path.isfile(target) or (read and same_file(target, baseline)):
        return known
    return joined(load(target), known)


def looked_at(report: Report, known: Baseline, outputs: Outputs, whole: Report | None) -> Report:
    """The report with what is `known` set aside; writes a baseline where one is wanted.

    Entries that are gone are told, and dropped where one is written, by the `whole` report, from which settings have
    left nothing out; None: not all articles were compared, so that none is. Nor is any where nothing is to be told.
    """
    lost = () if whole is None or outputs.quiet else gone(whole, known)
    target = outputs.write_baseline
    if target is None:
        path = outputs.baseline or ""
        console.tell_skipped(Skipped(path, f"{_told(each)}; --write-baseline {path} drops it") for each in lost)
        return heeded(report, known)
    kept = renewed(report, known, lost)
    console.save(target, as_text(kept))
    console.tell_skipped(Skipped(target, f"{_told(each)} and was dropped{_decision(each)}") for each in lost)
    return heeded(report, kept)


def _told(lost: Entry) -> str:
    return f"{lost.rule} {lost.fact} ({', '.join(sorted(lost.sources))}) occurs no more"


def _decision(lost: Entry) -> str:
    """What an editor has said of an entry, or ""."""
    if not lost.is_decided:
        return ""
    return f"; it was {lost.status}" + (f": {lost.note}" if lost.note else "")
