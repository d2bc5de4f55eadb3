"""What must hold for any articles: how they are named, ordered and spaced changes nothing, and a copy adds nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Days, Interval, Region
from factcheck import Options, compare_texts
from factcheck.judge.case import Case
from factcheck.judge.ladder import decide
from factcheck.model import Article, Mention, StoryMode, Verdict
from factcheck.pipeline import compare
from factcheck.read import read
from tests.factcheck.gold import CORPUS, STORIES, facts, report, text
from tests.factcheck.judge.test_rules import FAILS, HOLDS
from tests.factcheck.judge.twins import Twins
from tests.factcheck.signature import Signature, signature

ALL = Options(story=StoryMode.ALL)
PLAIN = "ferry-trial"
"""The story that stands for all where each would take too long."""


def _file(article: Article) -> str:
    return Path(article.path).name


def _files(story: str) -> dict[str, bytes]:
    """The article files of a story by name; their manifest, if they have one, as well."""
    return {path.name: path.read_bytes() for path in (CORPUS / story).iterdir() if path.name != "expected.toml"}


def _told(folder: Path, files: dict[str, bytes], name: Callable[[Article], str] = _file) -> Signature:
    """What is said of files that are written into a folder."""
    for file, content in files.items():
        (folder / file).write_bytes(content)
    return signature(compare(read([str(folder)]), ALL), name)


@pytest.mark.parametrize("story", [story for story in STORIES if "corpus.json" not in _files(story)])
def test_the_names_and_the_order_of_files_change_nothing(story: str, tmp_path: Path) -> None:
    names = sorted(_files(story))
    turned = {name: f"{9 - at}-{Path(name).suffix[1:]}{Path(name).suffix}" for at, name in enumerate(names)}
    back = {new: old for old, new in turned.items()}
    files = {turned[name]: content for name, content in _files(story).items()}
    assert _told(tmp_path, files, lambda one: back[_file(one)]) == signature(report(story), _file)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda content: content.replace(b"\n\n", b"  \n\t\n \n"), id="spaces between paragraphs"),
        pytest.param(lambda content: content + b"\n \n\n", id="spaces at the end"),
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="byte order mark"),
    ],
)
def test_line_ends_and_outer_white_space_change_nothing(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    files = {name: change(content) for name, content in _files(PLAIN).items()}
    assert _told(tmp_path, files) == signature(report(PLAIN), _file)


@pytest.mark.parametrize("story", ["mayor-election", "ridge-fire"])
def test_a_copy_of_an_article_changes_nothing(story: str, tmp_path: Path) -> None:
    files = _files(story)
    copied = sorted(files)[0]
    assert _told(tmp_path, {**files, f"zz-{copied}": files[copied]}) == signature(report(story), _file)


def test_a_copy_beside_the_only_article_changes_nothing(tmp_path: Path) -> None:
    content = (
        b"Nora Pell was sentenced to 12 years in prison. All were silent. Pell was sentenced to 21 years in prison."
    )
    alone = _told(tmp_path, {"a.txt": content})
    assert any(Verdict.CONFLICT in one for one in alone)
    assert _told(tmp_path, {"b.txt": content}) == alone


@pytest.mark.parametrize("story", STORIES)
def test_a_text_never_contradicts_its_like(story: str) -> None:
    """Not marked as copies: two papers that print the same words, which do not contradict themselves."""
    torn = {fact.odd_one_out for fact in facts(story) if fact.internal}
    files = (path.name for path in sorted((CORPUS / story).iterdir()) if path.suffix in (".txt", ".md"))
    file = next(file for file in files if file not in torn)
    same = text(story, file)
    days = report(story).articles[0].published
    published = days.first if days else None
    found = compare_texts(same, same, published=published).findings
    assert {finding.verdict for finding in found} <= {Verdict.AGREE, Verdict.COMPATIBLE}


TWINS = [twins for _, twins in (*HOLDS, *FAILS)]


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: f"{twins.a} {twins.b}")
def test_swapping_two_texts_changes_nothing(twins: Twins) -> None:
    first, last = twins.published
    there = compare_texts(twins.a, twins.b, published=(first, last), strict=twins.strict)
    back = compare_texts(twins.b, twins.a, published=(last, first), strict=twins.strict)
    swapped = {"a": "b", "b": "a"}
    assert signature(there, lambda one: one.id) == signature(back, lambda one: swapped[one.id])


@pytest.mark.parametrize("seed", [1, 2])
def test_two_runs_give_the_same_bytes(seed: int) -> None:
    """Sets of words have another order in every process; nothing that is told may depend on it."""
    if "first" not in _RUNS:
        _RUNS["first"] = _run(0)
    assert _run(seed) == _RUNS["first"]


_RUNS: dict[str, bytes] = {}


def _run(seed: int) -> bytes:
    command = [sys.executable, "-m", "factcheck", "compare", "corpus", "--all", "--output-format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(
        [*command, "--no-cache"], cwd=CORPUS.parent, env=environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


# Widening a region: what leaves more room never makes a contradiction of what was none.


def _mention(mention: Mention, stated: Region, tolerated: Region) -> Mention:
    claim = mention.claim
    value = replace(claim.value, stated=stated, tolerated=tolerated)
    return replace(mention, claim=replace(claim, reading=replace(claim.reading, value=value)))


def _wider(region: Region, by: int) -> Region:
    match region:
        case Interval(low=low, high=high):
            return replace(
                region,
                low=None if low is None else low - Decimal(by),
                high=None if high is None else high + Decimal(by),
            )
        case Days(first=first, last=last) if first and last:
            return replace(region, first=first.replace(year=first.year - by), last=last.replace(year=last.year + by))
    return region


_MILD = [twins for twins in TWINS if decide(twins.case()).rule.verdict is not Verdict.CONFLICT]


@pytest.mark.parametrize("twins", _MILD, ids=lambda twins: f"{twins.a} {twins.b}")
def test_widening_never_makes_a_conflict(twins: Twins) -> None:
    case = twins.case()
    for by in (1, 3, 40):
        a, b = case.a, case.b
        wide = _mention(a, a.claim.value.stated, _wider(a.claim.value.tolerated, by))
        wider = _mention(a, _wider(a.claim.value.stated, by), _wider(a.claim.value.tolerated, by))
        for one in (wide, wider):
            for two in (Case(one, b, case.facts, case.strict), Case(b, one, case.facts, case.strict)):
                assert decide(two).rule.verdict is not Verdict.CONFLICT, (by, decide(two).says)


@given(st.integers(0, 60), st.integers(0, 9), st.integers(0, 60), st.integers(0, 9), st.integers(0, 9))
@settings(max_examples=150)
def test_widening_a_figure_never_makes_a_conflict(x: int, dx: int, y: int, dy: int, more: int) -> None:
    """Two figures with what they tolerate; then the first tolerates more."""
    case = _FIGURES
    there = _mention(case.a, *(_interval(x, 0), _interval(x, dx)))
    other = _mention(case.b, *(_interval(y, 0), _interval(y, dy)))
    wider = _mention(case.a, *(_interval(x, 0), _interval(x, dx + more)))
    if decide(Case(there, other)).rule.verdict is not Verdict.CONFLICT:
        assert decide(Case(wider, other)).rule.verdict is not Verdict.CONFLICT


def _interval(middle: int, by: int) -> Interval:
    return Interval(Decimal(middle - by), Decimal(middle + by))


_FIGURES = Twins("speed", "The truck went 85 mph.", "The truck went 86 mph.").case()


# Stories beside each other.


@pytest.fixture(scope="module")
def poured() -> dict[str, Signature]:
    """For each story what is said of its articles when all stories lie in one folder and are told apart by content."""
    everything = compare(read([str(CORPUS)]), Options(story=StoryMode.AUTO))
    names = [_within(one) for one in everything.articles]
    return {
        story: signature(everything, _within, [name for name in names if name.startswith(f"{story}/")])
        for story in STORIES
    }


def _within(article: Article) -> str:
    return f"{Path(article.path).parent.name}/{Path(article.path).name}"


@pytest.mark.parametrize("story", STORIES)
def test_other_stories_beside_it_change_nothing(story: str, poured: dict[str, Signature]) -> None:
    assert poured[story] == signature(report(story), _within)
