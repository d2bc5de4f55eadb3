"""A baseline: findings that editors have looked at, so that a run tells only what is new.

After the baselines of basedpyright and detect-secrets. An entry is a rule, a fact and what each source gives for it,
never a line or a path (see `factcheck.report.fingerprint`); another value is another finding, which is told. An entry
has a status: `accepted` and `later` set the finding aside, `error` leaves it: the article has to be mended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from factcheck.bounded import read_bounded
from factcheck.errors import BaselineError
from factcheck.model import Aside, Finding, Mention, Report
from factcheck.report.fingerprint import fact, fact_called, given, known_as, told, written
from factcheck.toml import loads, string

STATUSES = ("accepted", "later", "error")
"""What an editor can decide of a finding."""
_HEAD = """\
# Findings that were looked at, written by --write-baseline and `factcheck review`. Status and note are yours:
# accepted (no error, or a known one), later (not decided), error (the article has to be mended; it is told on).
"""
_LONGEST = 50_000_000
_INSIDE = "FC4"
"""How rules begin that look inside articles."""
Pair: TypeAlias = tuple[str, str]
"""Source and value."""
Key: TypeAlias = tuple[str, str, str, tuple[Pair, ...]]
"""Rule, kind, fact, and who gives which value."""
_KEY = ("rule", "kind", "fact", "told")
_FIELDS = (*_KEY, "status", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding that was looked at."""

    rule: str
    """The rule that decided."""
    kind: str
    """Kind of the claims."""
    fact: str
    """The fact, in lower case."""
    told: tuple[Pair, ...]
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

    @property
    def is_decided(self) -> bool:
        """Whether an editor has said anything of it."""
        return self.status != "accepted" or bool(self.note)


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
    return _once(
        [_entry(each, f"the baseline {path}, finding {number}") for number, each in enumerate(entries, 1)], path
    )


def open_to_baseline(finding: Finding) -> bool:
    """Whether a baseline may decide about a finding: it asks for attention, and no comment has decided already."""
    return finding.asks and not (finding.aside and finding.aside.by == "comment")


def heeded(report: Report, baseline: Baseline) -> Report:
    """The report with the findings that the baseline knows set aside, as far as their status does so."""
    known = {each.key: each for each in baseline if each.status != "error"}
    return replace(report, findings=tuple(_heeded(finding, known) for finding in report.findings))


def renewed(report: Report, baseline: Baseline, lost: Baseline = ()) -> Baseline:
    """The baseline without what is `lost`, and with everything that the report would tell; decisions stay."""
    left_out = set(lost)
    kept = {each.key: each for each in baseline if each not in left_out}
    for finding in report.findings:
        if open_to_baseline(finding):
            new = entry(finding)
            kept.setdefault(new.key, new)
    return tuple(sorted(kept.values(), key=lambda each: each.key))


def joined(first: Baseline, second: Baseline) -> Baseline:
    """Both baselines as one: where both know a finding, `first` decides unless only in `second` an editor did."""
    found = {each.key: each for each in first}
    for each in second:
        known = found.get(each.key)
        if known is None or (each.is_decided and not known.is_decided):
            found[each.key] = each
    return tuple(found.values())


def gone(report: Report, baseline: Baseline) -> Baseline:
    """Entries whose articles, as far as the report shows, were all read and have been changed since.

    In one story each source still tells of the fact, some values of the entry stand and another is given by its source
    no more. Anything less may be another event, fewer articles or other options, so the entry is not gone. A source
    with several values needs as many articles, as some may not have been read; of a check inside articles one does.
    """
    if not baseline:
        return ()
    found = {entry(finding).key for finding in report.findings}
    telling: dict[tuple[str, str], list[_Story]] = defaultdict(list)
    for story in _stories(report):
        for name in story.facts:
            telling[name].append(story)
    return tuple(
        each
        for each in baseline
        if each.key not in found and any(_is_changed(each, story) for story in telling.get((each.kind, each.fact), ()))
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """What the sources of one story give."""

    facts: dict[tuple[str, str], set[Pair]] = field(default_factory=lambda: defaultdict(set))
    """By kind and fact."""
    kinds: dict[str, set[Pair]] = field(default_factory=lambda: defaultdict(set))
    """By kind, whatever the fact."""
    articles: Counter[str] = field(default_factory=Counter)
    """How many articles of each source were compared."""


def _stories(report: Report) -> list[_Story]:
    stories: dict[str, _Story] = defaultdict(_Story)
    copies: dict[str, list[str]] = defaultdict(list)
    unheard = {each.what for each in report.skipped if each.whole}
    for article in report.articles:
        if not article.version_of and article.path not in unheard:
            stories[article.story].articles[known_as(article)] += 1
            if article.duplicate_of:
                copies[article.duplicate_of].append(known_as(article))
    said = [(each.story, each.kind, each.what, each.mentions) for each in report.findings]
    singles = ((one.what, one.mention) for one in report.single_source)
    said += [(one.article.story, one.claim.kind, what, (one,)) for what, one in singles]
    for story, kind, what, mentions in said:
        pairs = {pair for each in mentions for pair in _given(each, copies[each.article.id])}
        stories[story].facts[kind, fact_called(what)] |= pairs
        stories[story].kinds[kind] |= pairs
    return list(stories.values())


def _given(mention: Mention, copies: Iterable[str]) -> Iterator[Pair]:
    """What a mention gives, also for the sources that carry `copies` of its article."""
    source, value = given(mention)
    return ((each, value) for each in (source, *copies))


def _is_changed(known: Entry, story: _Story) -> bool:
    now = story.facts[known.kind, known.fact]
    values = Counter(source for source, _ in known.told)
    return (
        not now.isdisjoint(known.told)
        and known.sources <= {source for source, _ in now}
        and not story.kinds[known.kind].issuperset(known.told)
        and (known.rule.startswith(_INSIDE) or all(story.articles[each] >= number for each, number in values.items()))
    )


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
    if missing := [name for name in _KEY if not str(said.get(name) or "").strip()]:
        raise BaselineError(f"{where}: it has no {missing[0]}; an entry names {', '.join(_KEY[:-1])} and {_KEY[-1]}.")
    pairs = said["told"]
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise BaselineError(f"{where}: told is to be pairs of source and value.")
    told_by = tuple(sorted({(written(str(source)), written(str(value))) for source, value in pairs}))
    rule, kind, what, note = (str(said.get(name, "")) for name in ("rule", "kind", "fact", "note"))
    return Entry(rule.strip().upper(), kind.strip().lower(), fact_called(what), told_by, status, note)


def _once(entries: Sequence[Entry], path: str) -> Baseline:
    """The entries without what is said twice; raises `BaselineError` where one finding is decided in two ways."""
    first: dict[Key, int] = {}
    for number, each in enumerate(entries, 1):
        before = first.setdefault(each.key, number)
        if each != entries[before - 1]:
            raise BaselineError(
                f"the baseline {path}, finding {number}: finding {before} decides otherwise about the same; keep one."
            )
    return tuple(entries[number - 1] for number in first.values())
