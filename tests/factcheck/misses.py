"""What the tool misses in the example stories today: `python -m tests.factcheck.misses` writes the list anew.

The list is there to shrink. A miss on it is expected to fail, and the suite fails as soon as it no longer does.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.model import Finding
from tests.factcheck.gold import SLIPS, STORIES, Fact, decoys, facts, false_conflicts, report

LIST = Path(__file__).with_name("misses.toml")
_HEADER = """\
# What the tool misses in the example stories today; the tests expect exactly these to fail. Written by `make misses`:
# look at what it changed, the list is there to shrink. What stands here is no reason to change the gold.
#
# A story has up to five lists:
#   groups            gold groups (by id) that no finding of an accepted verdict tells of
#   odd               gold conflicts that are found, without their odd one out being named
#   slips             gold conflicts that are found, without their slip being named
#   decoys            look-alikes (by their why) that a finding holds together
#   false_conflicts   conflicts that the gold knows nothing of, by their mentions
"""

Misses = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Story -> list -> names."""


def listed() -> Misses:
    """The list as it is written."""
    raw = tomllib.loads(LIST.read_text("utf-8")) if LIST.exists() else {}
    return {story: {kind: tuple(names) for kind, names in lists.items()} for story, lists in raw.items()}


def found() -> Misses:
    """What the tool misses now."""
    return {story: {kind: names for kind, names in _of(story) if names} for story in STORIES}


def _of(story: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    findings = report(story).findings
    known = [(fact, fact.met(findings)) for fact in facts(story)]
    yield "groups", tuple(fact.name for fact, finding in known if finding is None)
    met = [(fact, finding) for fact, finding in known if finding and fact.odd_one_out]
    yield "odd", tuple(fact.name for fact, finding in met if not names_odd_one(fact, finding))
    yield "slips", tuple(fact.name for fact, finding in met if not names_slip(fact, finding))
    yield "decoys", tuple(decoy.why for decoy in decoys(story) if decoy.joined(findings))
    yield "false_conflicts", false_conflicts(story)


def names_odd_one(fact: Fact, finding: Finding) -> bool:
    """Whether a finding names the article of a gold conflict that is wrong; one that speaks of no other need not."""
    if fact.betrayed(finding):
        return True
    sources = {mention.article.source: Path(mention.article.path).name for mention in finding.mentions}
    return sources.get(finding.odd_one_out) == fact.odd_one_out


def names_slip(fact: Fact, finding: Finding) -> bool:
    """Whether a finding names the slip behind a gold conflict, if it is one that has a name."""
    return fact.slip not in SLIPS or finding.slip == SLIPS[fact.slip]


def written(misses: Misses) -> str:
    """The list as TOML."""
    return "\n".join([_HEADER, *(line for story in STORIES for line in _table(story, misses.get(story, {})))])


def _table(story: str, lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    if lists:
        yield f"[{story}]"
        for kind, names in lists.items():
            yield f"{kind} = ["
            yield from (f"  {json.dumps(name, ensure_ascii=False)}," for name in names)
            yield "]"
        yield ""


def _flat(misses: Misses) -> set[tuple[str, str, str]]:
    return {(story, kind, name) for story, lists in misses.items() for kind, names in lists.items() for name in names}


def main() -> None:
    """Write the list and tell what has changed."""
    before, after = _flat(listed()), _flat(now := found())
    LIST.write_text(written(now), "utf-8")
    for sign, changed in (("no longer missed", before - after), ("newly missed", after - before)):
        for story, kind, name in sorted(changed):
            print(f"{sign}: {story}, {kind}: {name}")
    print(f"{len(after)} misses, {len(before)} before")


if __name__ == "__main__":
    main()
