"""A baseline: findings that editors have looked at, so that a run tells only what is new.

After the baselines of basedpyright and detect-secrets. An entry is a rule, a fact and what each source gives for it,
never a line or a path (see `factcheck.report.fingerprint`); another value is another finding, which is told. An entry
has a status: `accepted` and `later` set the finding aside, `error` leaves it: the article has to be mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from factcheck.bounded import read_bounded
from factcheck.errors import BaselineError
from factcheck.model import Aside, Finding, Report
from factcheck.report.fingerprint import fact, known_as, told
from factcheck.toml import loads, string

STATUSES = ("accepted", "later", "error")
"""What an editor can decide of a finding."""
_HEAD = """\
# Findings that were looked at, written by --write-baseline and `factcheck review`. Status and note are yours:
# accepted (no error, or a known one), later (not decided), error (the article has to be mended; it is told on).
"""
_LONGEST = 50_000_000
Key: TypeAlias = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""Rule, kind, fact, and who gives which value."""
_FIELDS = ("rule", "kind", "fact", "told", "status", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding that was looked at."""

    rule: str
    """The rule that decided."""
    kind: str
    """Kind of the claims."""
    fact: str
    """The fact, in lower case."""
    told: tuple[tuple[str, str], ...]
    """Who gives which value, in order."""
    status: str = "accepted"
    """One of `STATUSES`."""
    note: str = ""
    """Why, in the editor's words."""

    @property
    def key(self) -> Key:
        """By what a finding is known again."""
        return self.rule, self.kind, self.fact, self.told

    @property
    def sources(self) -> frozenset[str]:
        """Who gives a value."""
        return frozenset(source for source, _ in self.told)


Baseline = tuple[Entry, ...]
"""The entries of a file in its order."""


def entry(finding: Finding, status: str = "accepted", note: str = "") -> Entry:
    """The entry of a finding."""
    return Entry(finding.rule, finding.kind, fact(finding), told(finding), status, note)


def load(path: str) -> Baseline:
    """The baseline in `path`. Raises `BaselineError` where it cannot be read or understood."""
    try:
        said = loads(read_bounded(path, _LONGEST).decode("utf-8-sig"))
    except OSError as error:
        hint = f"write one with --write-baseline {path}"
        raise BaselineError(f"the baseline {path} cannot be read: {error.strerror or error}; {hint}.") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"the baseline {path} is no TOML: {str(error)[:200]}.") from error
    entries = said.get("finding", [])
    if set(said) - {"finding"} or not isinstance(entries, list):
        raise BaselineError(f"the baseline {path} must hold tables [[finding]] and nothing else.")
    return tuple(_entry(each, f"the baseline {path}, finding {number}") for number, each in enumerate(entries, 1))


def open_to_baseline(finding: Finding) -> bool:
    """Whether a baseline may decide about a finding: it asks for attention, and no comment has decided already."""
    return finding.asks and not (finding.aside and finding.aside.by == "comment")


def heeded(report: Report, baseline: Baseline) -> Report:
    """The report with the findings that the baseline knows set aside, as far as their status does so."""
    known = {each.key: each for each in baseline if each.status != "error"}
    return replace(report, findings=tuple(_heeded(finding, known) for finding in report.findings))


def renewed(report: Report, baseline: Baseline, *, whole: bool) -> Baseline:
    """The baseline with everything in it that the report would tell; what is known keeps its status and note.

    Where `whole`, entries that are gone are left out; a check of new articles knows nothing of the others' entries.
    """
    lost = set(gone(report, baseline)) if whole else set()
    kept = {each.key: each for each in baseline if each not in lost}
    for finding in report.findings:
        if open_to_baseline(finding):
            new = entry(finding)
            kept.setdefault(new.key, new)
    return tuple(sorted(kept.values(), key=lambda each: each.key))


def gone(report: Report, baseline: Baseline) -> Baseline:
    """Entries that no longer occur though every source they name was read."""
    found = {entry(finding).key for finding in report.findings}
    read = {known_as(article) for article in report.articles}
    return tuple(each for each in baseline if each.key not in found and each.sources <= read)


def as_text(baseline: Iterable[Entry]) -> str:
    """The file."""
    return "\n".join([_HEAD, *(line for each in baseline for line in _lines(each))])


def _heeded(finding: Finding, known: Mapping[Key, Entry]) -> Finding:
    found = known.get(entry(finding).key) if finding.asks and not finding.aside else None
    return replace(finding, aside=Aside("baseline", found.status, found.note)) if found else finding


def _lines(given: Entry) -> Iterator[str]:
    yield "[[finding]]"
    for name, said in (("rule", given.rule), ("kind", given.kind), ("fact", given.fact)):
        yield f"{name} = {string(said)}"
    yield "told = ["
    yield from (f"  [{string(source)}, {string(value)}]," for source, value in given.told)
    yield "]"
    yield f"status = {string(given.status)}"
    yield f"note = {string(given.note)}\n"


def _entry(said: Any, where: str) -> Entry:
    if not isinstance(said, dict) or set(said) - set(_FIELDS):
        raise BaselineError(f"{where}: its fields are {', '.join(_FIELDS)}.")
    status = said.get("status", "accepted")
    if status not in STATUSES:
        raise BaselineError(f"{where}: its status is to be {', '.join(STATUSES[:-1])} or {STATUSES[-1]}, not {status}.")
    pairs = said.get("told", [])
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise BaselineError(f"{where}: told is to be pairs of source and value.")
    told_by = tuple((str(source), str(value)) for source, value in pairs)
    rule, kind, what, note = (str(said.get(name, "")) for name in ("rule", "kind", "fact", "note"))
    return Entry(rule, kind, what, told_by, status, note)
