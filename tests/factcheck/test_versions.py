"""Versions of one page, and values that a source has withdrawn, in what a comparison reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import article, compare
from factcheck.model import Article, Finding, Options, Report, StoryMode, Verdict
from factcheck.read import read
from factcheck.versions import page, versions

URL = "https://wire.example/2031/flood"
TUESDAY = (
    "A flood in Marlow killed 12 people and damaged 340 homes, the mayor said. It covered 31,000 acres of farmland."
)
THURSDAY = (
    "The flood in Marlow killed 19 people and damaged 430 homes, the mayor said. It covered 3,100 acres of farmland."
)
NOTE = (
    "\n\nCorrection: An earlier version of this story misstated the area of farmland. It was 3,100 acres, not 31,000."
)
OTHER = (
    "The flood in Marlow killed 19 people and damaged 430 homes. It covered 3,100 acres of farmland, officials said."
)


def told(*articles: Article) -> Report:
    return compare(articles, Options(story=StoryMode.ALL))


def wire(name: str, text: str, day: str | None, url: str = URL, source: str = "Aster Wire") -> Article:
    return article(text, name=name, source=source, url=url, published=day)


def conflicts(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.verdict is Verdict.CONFLICT]


def quotes(finding: Finding) -> list[str]:
    return [mention.quote for mention in finding.mentions]


def test_what_changed_between_versions_is_a_note_and_no_conflict() -> None:
    report = told(wire("b-tuesday", TUESDAY, "2031-03-04"), wire("a-thursday", THURSDAY, "2031-03-06"))
    assert {finding.rule for finding in report.findings} == {"FC011"}
    assert {finding.origins for finding in report.findings} == {1}
    assert {finding.verdict for finding in report.findings} == {Verdict.EVOLVING}
    assert ["430 homes", "340 homes"] in [quotes(finding) for finding in report.findings]
    homes = next(finding for finding in report.findings if "430 homes" in quotes(finding))
    assert "changed between versions of one page, which now gives “430" in homes.reason


def test_against_other_sources_only_the_newest_version_counts() -> None:
    old, new = wire("tuesday", TUESDAY, "2031-03-04"), wire("thursday", THURSDAY, "2031-03-06")
    other = wire("mail", OTHER, "2031-03-06", url="", source="Marlow Mail")
    report = told(old, new, other)
    assert not conflicts(report)
    assert all(mention.article.id != "tuesday" for f in report.findings if f.rule != "FC011" for mention in f.mentions)
    assert conflicts(told(old, other)), "alone, the older version does stand against the other paper"


def test_a_withdrawn_value_is_listed_apart_and_in_no_finding() -> None:
    report = told(wire("tuesday", TUESDAY, "2031-03-04"), wire("thursday", THURSDAY + NOTE, "2031-03-06"))
    assert sorted((single.mention.article.id, single.mention.quote) for single in report.withdrawn) == [
        ("thursday", "31,000"), ("tuesday", "31,000 acres"),
    ]  # fmt: skip
    assert all("31,000" not in quote for finding in report.findings for quote in quotes(finding))
    assert all("31,000" not in single.mention.quote for single in report.single_source)


def test_an_earlier_article_of_the_same_source_is_corrected_too() -> None:
    old = wire("tuesday", TUESDAY, "2031-03-04", url="https://wire.example/flood-1")
    new = wire("thursday", THURSDAY + NOTE, "2031-03-06", url="https://wire.example/flood-2")
    assert "31,000 acres" in [single.mention.quote for single in told(old, new).withdrawn]
    assert not [f for f in conflicts(told(old, new)) if f.kind == "area"]


def test_another_source_that_still_gives_the_withdrawn_value_contradicts_the_corrected_one() -> None:
    mail = wire("mail", TUESDAY, "2031-03-06", url="", source="Marlow Mail")
    report = told(mail, wire("thursday", THURSDAY + NOTE, "2031-03-06"))
    (area,) = [finding for finding in conflicts(report) if finding.kind == "area"]
    assert {"31,000 acres", "3,100 acres"} == set(quotes(area))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://a.example/x", "http://www.a.example/x/", True),
        ("https://a.example/x?utm_source=mail", "https://a.example/x#top", True),
        ("https://a.example/x?ref=home&at_medium=RSS&fbclid=1", "https://a.example/x?ref_src=a&smid=b", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x?reference=101", "https://a.example/x?reference=102", False),
        ("https://a.example/x?item=1&at_page=1", "https://a.example/x?item=1&at_page=2", False),
        ("https://a.example/x?itok=1", "https://a.example/x?itok=2", False),
        ("https://a.example/x", "https://b.example/x", False),
    ],
)
def test_which_addresses_are_one_page(a: str, b: str, same: bool) -> None:
    assert (page(a) == page(b)) is same


@pytest.mark.parametrize("url", ["", "https://a.example/", "https://a.example", "http://[broken"])
def test_a_home_page_is_no_page_of_an_article(url: str) -> None:
    assert page(url) == ""


@pytest.mark.parametrize(
    ("days", "newest"),
    [
        (("2031-03-04", "2031-03-06"), "b"),
        (("2031-03-06", "2031-03-04"), "a"),
        (("2031-03-04", None), "a"),
        ((None, None), "b"),
    ],
)
def test_the_newest_version(days: tuple[str | None, str | None], newest: str) -> None:
    both = [wire(name, TUESDAY + name, day) for name, day in zip("ab", days, strict=True)]
    assert [one.id for one in versions(both) if not one.version_of] == [newest]


def put(path: Path, text: str, url: str = "") -> str:
    path.write_text(f"---\nurl: {url}\n---\n\n{text}\n" if url else text)
    return str(path)


def test_a_copy_of_an_older_version_on_another_page_speaks_for_itself(tmp_path: Path) -> None:
    paths = [
        put(tmp_path / "a.md", TUESDAY, URL), put(tmp_path / "b.md", THURSDAY, URL),
        put(tmp_path / "c.md", TUESDAY, "https://mail.example/flood"), put(tmp_path / "d.md", TUESDAY),
    ]  # fmt: skip
    found = {Path(one.path).stem: one for one in versions(read(paths).articles)}
    assert {stem: Path(one.version_of).stem for stem, one in found.items() if one.version_of} == {"a": "b"}
    assert {stem: Path(one.duplicate_of).stem for stem, one in found.items() if one.duplicate_of} == {"d": "c"}


def test_two_copies_of_one_version_leave_one_that_counts(tmp_path: Path) -> None:
    found = versions(read([put(tmp_path / "a.md", TUESDAY, URL), put(tmp_path / "b.md", TUESDAY, URL)]).articles)
    assert [bool(one.duplicate_of or one.version_of) for one in found] == [False, True]


@pytest.mark.parametrize(
    "changed", [TUESDAY.replace("340", "341"), TUESDAY.replace("Marlow", "Marlowe"), TUESDAY + " It began on Monday."]
)
def test_near_copies_are_two_articles(changed: str, tmp_path: Path) -> None:
    found = read([put(tmp_path / "a.txt", TUESDAY), put(tmp_path / "b.txt", changed)]).articles
    assert not any(one.duplicate_of for one in found)
