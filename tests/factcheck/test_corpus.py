"""The example stories against their gold: what a careful reader finds is found, and nothing else contradicts.

Every story is compared once. What fails today is listed in `misses.toml`; `make misses` writes that list anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

from factcheck.judge import RULES
from tests.factcheck import misses
from tests.factcheck.gold import (
    ACCEPTED,
    CORPUS,
    SLIPS,
    STORIES,
    Decoy,
    Fact,
    decoys,
    expected,
    facts,
    false_conflicts,
    report,
    words,
)

KINDS = frozenset(
    """age count date time duration speed distance area volume weight temperature money percent ratio magnitude score
    ordinal quote name""".split()
)
SILENT: dict[str, str] = {}
"""Rules that hold of no finding on the stories today, although there are cases; none is silent by its nature."""
LISTED = misses.listed()
FACTS = [fact for story in STORIES for fact in facts(story)]
DECOYS = [decoy for story in STORIES for decoy in decoys(story)]


def missed(kind: str, case: Fact | Decoy) -> bool:
    """Whether the list `kind` of its story names the case."""
    return case.name in LISTED.get(case.story, {}).get(kind, ())


def cases(kind: str, found: Iterable[Fact | Decoy]) -> list[Any]:
    """A parameter a case; those that are known to be missed are expected to fail."""
    known = pytest.mark.xfail(strict=True, reason="misses.toml")
    return [
        pytest.param(case, id=f"{case.story}/{case.name}", marks=[known] if missed(kind, case) else [])
        for case in found
    ]


CONFLICTS = [fact for fact in FACTS if fact.verdict == "conflict" and not missed("groups", fact)]


@pytest.mark.parametrize("fact", cases("groups", FACTS))
def test_a_fact_is_found(fact: Fact) -> None:
    near = [finding.verdict for finding in report(fact.story).findings if fact.told(finding)]
    assert fact.met(report(fact.story).findings), f"no finding says {fact.verdict}; told of it: {near}"


@pytest.mark.parametrize("fact", cases("odd", CONFLICTS))
def test_the_odd_one_out_is_named(fact: Fact) -> None:
    finding = fact.met(report(fact.story).findings)
    assert finding is not None
    assert misses.names_odd_one(fact, finding), finding.odd_one_out


@pytest.mark.parametrize("fact", cases("slips", (fact for fact in CONFLICTS if fact.slip in SLIPS)))
def test_the_slip_is_named(fact: Fact) -> None:
    finding = fact.met(report(fact.story).findings)
    assert finding is not None
    assert misses.names_slip(fact, finding), finding.slip


@pytest.mark.parametrize("decoy", cases("decoys", DECOYS))
def test_look_alikes_stay_apart(decoy: Decoy) -> None:
    assert decoy.joined(report(decoy.story).findings) is None, decoy.why


@pytest.mark.parametrize("story", STORIES)
def test_no_other_conflict_is_told(story: str) -> None:
    known = LISTED.get(story, {}).get("false_conflicts", ())
    assert sorted(set(false_conflicts(story)) - set(known)) == []


@pytest.mark.parametrize(
    ("story", "conflict"),
    [(story, conflict) for story in STORIES for conflict in LISTED.get(story, {}).get("false_conflicts", ())],
)
@pytest.mark.xfail(strict=True, reason="misses.toml")
def test_a_false_alarm_is_gone(story: str, conflict: str) -> None:
    assert conflict not in false_conflicts(story)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(
            rule.id,
            marks=[pytest.mark.xfail(strict=True, reason=SILENT[rule.id])] if rule.id in SILENT else [],
        )
        for rule in RULES
    ],
)
def test_every_rule_has_a_case(rule: str) -> None:
    """A false alarm is no case of the rule that raises it."""
    held = {
        finding.rule
        for story in STORIES
        for finding in report(story).findings
        if words(finding) not in false_conflicts(story)
    }
    assert rule in held


def test_the_list_of_misses_names_what_there_is() -> None:
    """A fact that is renamed or dropped leaves the list, too."""
    known = {
        story: {
            "groups": {fact.name for fact in facts(story)},
            "odd": {fact.name for fact in facts(story)},
            "slips": {fact.name for fact in facts(story)},
            "decoys": {decoy.name for decoy in decoys(story)},
            "false_conflicts": set(false_conflicts(story)),
        }
        for story in STORIES
    }
    stale = [
        (story, kind, name)
        for story, lists in LISTED.items()
        for kind, names in lists.items()
        for name in names
        if name not in known.get(story, {}).get(kind, set())
    ]
    assert stale == []


def test_the_list_of_misses_is_read_as_it_is_written() -> None:
    assert misses.LIST.read_text("utf-8") == misses.written(LISTED)


# The gold itself: what its header promises.


@pytest.mark.parametrize("story", STORIES)
def test_gold_groups_are_well_formed(story: str) -> None:
    for fact in facts(story):
        assert fact.kind in KINDS, fact
        assert fact.verdict in ACCEPTED, fact
        assert len(set(fact.places)) == len(fact.places) > 1, fact
        assert bool(fact.slip) == bool(fact.odd_one_out) == (fact.verdict == "conflict"), fact
        assert fact.odd_one_out in ("", *(place.article for place in fact.places)), fact


@pytest.mark.parametrize("story", STORIES)
def test_a_story_holds_what_the_readme_says(story: str) -> None:
    groups = expected(story)["group"]
    assert f"| `{story}` |" in (CORPUS / "README.md").read_text("utf-8")
    assert len({group["id"] for group in groups}) == len(groups)
    assert len({decoy.name for decoy in decoys(story)}) == len(decoys(story)) >= 2
    assert {"conflict", "agree"} <= {group["verdict"] for group in groups}
    assert all(len(mention["quote"].split()) <= 12 for group in groups for mention in group["mentions"])


def test_the_readme_points_at_facts_that_there_are() -> None:
    named = re.findall(r"`([a-z0-9-]+)/([a-z0-9-]+)`", (CORPUS / "README.md").read_text("utf-8"))
    assert named
    assert set(named) <= {(fact.story, fact.name) for fact in FACTS}


def test_every_story_has_its_gold() -> None:
    assert list(STORIES) == sorted(path.name for path in CORPUS.iterdir() if path.is_dir())
