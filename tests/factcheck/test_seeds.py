"""The founding articles: one conflict, the day of the conviction, and nothing else wrong, however they are handed in.

The articles belong to their publishers and are no part of the project. They are read from the folder that
FACTCHECK_SEEDS names, by default `seeds` beside the evaluation data; facts are named here by their values alone.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from claims.model import Claim
from factcheck.model import Finding, Mention, Options, Report, Verdict
from factcheck.pipeline import compare
from factcheck.read import read
from tests.factcheck.gold import CORPUS, STORIES

_DATA = Path(os.environ.get("FACTCHECK_EVALUATION", "../shared/bench"))
SEEDS = Path(os.environ.get("FACTCHECK_SEEDS", _DATA.parent / "seeds"))
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the founding articles are not in {SEEDS}")

SAME = frozenset({Verdict.AGREE})
FITS = frozenset({Verdict.AGREE, Verdict.COMPATIBLE})
GROWS = frozenset({Verdict.EVOLVING})
CRASH_DAY = "2019-04-25"


@dataclass(frozen=True)
class Told:
    """A mention by its article (number of the file in order), its value and, where that is not enough, its event."""

    article: int
    value: str
    event: str = ""

    def is_in(self, finding: Finding, names: Mapping[str, int]) -> bool:
        """Whether a finding holds it; `names` gives the number of each article."""
        return any(
            names.get(mention.article.id) == self.article
            and value(mention.claim) == self.value
            and (not self.event or self.event in classes(mention.claim))
            for mention in finding.mentions
        )


@dataclass(frozen=True)
class Fact:
    """Mentions that must share a finding."""

    what: str
    kind: str
    verdicts: frozenset[Verdict]
    told: tuple[Told, ...]


FACTS = (
    Fact("ages", "age", FITS, (Told(0, "26"), Told(2, "26"), Told(2, "23"))),
    Fact("signatures", "count", GROWS, (Told(0, "4500000"), Told(1, "4600000"), Told(2, "4700000"))),
    Fact("counts of the conviction", "count", FITS, (Told(0, "27"), Told(1, "27"), Told(2, "27"))),
    Fact("dozens of charges", "count", FITS, (Told(0, "dozens", "convict"), Told(1, "27"))),
    Fact("killed", "count", SAME, (Told(0, "4", "kill"), Told(1, "4", "kill"), Told(2, "4", "kill"))),
    Fact("injured", "count", FITS, (Told(0, "several", "injure"), Told(1, "6", "injure"))),
    Fact("length of the sentence", "duration", SAME, (Told(0, "110"), Told(1, "110"), Told(2, "110"))),
    Fact("speed", "speed", FITS, (Told(0, "85"), Told(2, "85"))),
    Fact("day of the sentence", "date", FITS, (Told(1, "2021-12-13"), Told(2, "last week"))),
    Fact("day of the crash", "date", FITS, (Told(0, "2019", "crash"), Told(1, CRASH_DAY, "crash"), Told(2, "2019"))),
    Fact("the motion", "date", SAME, (Told(0, "Friday", "file"), Told(1, "Friday", "file"))),
    Fact("the second motion", "date", SAME, (Told(0, "Tuesday", "ask"), Told(1, "Tuesday", "file"))),
    Fact("the rally", "date", SAME, (Told(0, "Wednesday", "protest"), Told(2, "Wednesday", "protest"))),
    Fact("vehicles", "count", FITS, (Told(1, "24"), Told(2, "dozens"))),
)


def value(claim: Claim) -> str:
    """A value by its number, its date, or the word it is given in."""
    words = claim.value.words.lower().split()
    for known in ("several", "dozens", "friday", "tuesday", "wednesday"):
        if known in words:
            return known.capitalize() if known.endswith("day") else known
    if claim.reading.timex and claim.kind == "date":
        return "last week" if words == ["last", "week"] else claim.reading.timex.value
    return " ".join(str(int(amount)) for amount in claim.value.amounts)


def classes(claim: Claim) -> frozenset[str]:
    """The classes of the event that a claim is said of."""
    return claim.event.classes if claim.event else frozenset()


# The ways in which the texts are handed in: each takes them in order and writes them into a folder under other names.


def _as_they_are(texts: list[str], folder: Path) -> list[Path]:
    return [_put(folder / f"{number}.txt", text) for number, text in enumerate(texts)]


def _renamed(texts: list[str], folder: Path) -> list[Path]:
    names = ("zeta.md", "midway/alpha.txt", "Beta 2019.txt")
    return [_put(folder / name, text) for name, text in zip(names, texts, strict=True)]


def _reordered(texts: list[str], folder: Path) -> list[Path]:
    return [_put(folder / f"{9 - number}.txt", text) for number, text in enumerate(texts)]


def _crlf(texts: list[str], folder: Path) -> list[Path]:
    return _as_they_are([text.replace("\n", "\r\n") for text in texts], folder)


def _outer_space(texts: list[str], folder: Path) -> list[Path]:
    return _as_they_are([f"\n\n \t{text.strip()}   \n \n\n" for text in texts], folder)


def _spaced_lines(texts: list[str], folder: Path) -> list[Path]:
    return _as_they_are([text.replace("\n", " \t\n  ") for text in texts], folder)


def _among_the_examples(texts: list[str], folder: Path) -> list[Path]:
    for story in STORIES:
        for file in (CORPUS / story).iterdir():
            if file.suffix in (".md", ".txt"):
                shutil.copy(file, folder / f"{story}-{file.name}")
    return [_put(folder / f"{'cow'[number]}.txt", text) for number, text in enumerate(texts)]


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


WAYS: dict[str, Callable[[list[str], Path], list[Path]]] = {
    "as they are": _as_they_are, "renamed": _renamed, "re-ordered": _reordered, "CRLF": _crlf,
    "outer white space": _outer_space, "spaced lines": _spaced_lines, "among the examples": _among_the_examples,
}  # fmt: skip


@cache
def outcome(way: str) -> tuple[Report, Mapping[str, int]]:
    """The report, stories told apart by content as by default, and the number of each article by its identifier."""
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    with TemporaryDirectory() as folder:
        placed = WAYS[way](texts, Path(folder))
        report = compare(read([folder]), Options())
    numbers = {path.as_posix(): number for number, path in enumerate(placed)}
    return report, {article.id: numbers[article.path] for article in report.articles if article.path in numbers}


def findings(way: str) -> list[Finding]:
    """The findings that the founding articles have part in."""
    report, names = outcome(way)
    return [finding for finding in report.findings if any(one.article.id in names for one in finding.mentions)]


@pytest.mark.parametrize("way", WAYS)
def test_the_three_make_one_story_of_their_own(way: str) -> None:
    report, names = outcome(way)
    assert sorted(names.values()) == [0, 1, 2]
    own = {article.story for article in report.articles if article.id in names}
    assert len(own) == 1
    assert not own & {article.story for article in report.articles if article.id not in names}


@pytest.mark.parametrize("way", WAYS)
def test_there_is_exactly_one_conflict_the_day_of_the_conviction(way: str) -> None:
    _, names = outcome(way)
    (conflict,) = [finding for finding in findings(way) if finding.verdict is Verdict.CONFLICT]
    told = {(names[mention.article.id], value(mention.claim)) for mention in conflict.mentions}
    assert conflict.kind == "date"
    assert told == {(0, "XXXX-10"), (1, CRASH_DAY)}
    assert all("convict" in classes(mention.claim) for mention in conflict.mentions)


@pytest.mark.parametrize("way", WAYS)
def test_the_conflict_says_that_this_is_the_day_of_the_crash(way: str) -> None:
    _, names = outcome(way)
    (conflict,) = [finding for finding in findings(way) if finding.verdict is Verdict.CONFLICT]
    (shown,) = conflict.related
    assert conflict.slip == "another fact's value"
    assert (names[shown.article.id], value(shown.claim)) == (1, CRASH_DAY)
    assert "crash" in classes(shown.claim)
    assert f"“{shown.quote}” is also given for" in conflict.reason


@pytest.mark.parametrize("way", WAYS)
def test_nothing_else_is_in_doubt(way: str) -> None:
    assert [one.reason for one in findings(way) if one.verdict is Verdict.UNCLEAR] == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.what)
@pytest.mark.parametrize("way", WAYS)
def test_a_fact_is_told_of(way: str, fact: Fact) -> None:
    _, names = outcome(way)
    verdicts = [
        finding.verdict
        for finding in findings(way)
        if finding.kind == fact.kind and all(told.is_in(finding, names) for told in fact.told)
    ]
    assert verdicts
    assert set(verdicts) <= fact.verdicts


@pytest.mark.parametrize("way", WAYS)
def test_a_speed_is_never_held_against_the_limit(way: str) -> None:
    def mph(mention: Mention) -> str:
        return value(mention.claim) if mention.claim.kind == "speed" else ""

    assert not [one for one in findings(way) if {"45", "85"} <= {mph(mention) for mention in one.mentions}]
