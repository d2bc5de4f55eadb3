"""Comments in articles set findings of their paragraph aside; those in vain are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.aside import heeded
from factcheck.model import Aside, Options, Report, StoryMode
from factcheck.pipeline import compare
from factcheck.read import read

FIRST = (
    "A jury convicted Milo Trent of 12 counts of negligence in Orsel. Trent, 31, drove the crane that fell on a tram."
)
SECOND = FIRST.replace("12", "19")
PAGE = "<html><head><title>Ferry</title></head><body><article><h1>Ferry sinks</h1>{}</article></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.md").write_text(SECOND)
    return tmp_path


def _report() -> Report:
    return heeded(compare(read(["."], published="2031-05-14"), Options(StoryMode.ALL)))


def _asides(found: Report) -> list[Aside | None]:
    return [finding.aside for finding in found.findings if finding.kind == "count" and finding.severity != "note"]


def test_there_is_something_to_set_aside(folder: Path) -> None:
    (folder / "new.md").write_text(FIRST)
    assert _asides(_report()) == [None]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"<!-- factcheck: ignore FC201 counts the crew -->\n{FIRST}", "counts the crew"),
        (f"<!-- factcheck:ignore FC2, FC101: counts\nthe crew -->\n\n{FIRST}", "counts the crew"),
        (f"<!-- FACTCHECK: ignore -->\n{FIRST}", ""),
        (f"{FIRST} <!-- factcheck: ignore fc201 -->", ""),
        (f"<!-- factcheck: ignore: FC201 counts the crew -->\n{FIRST}", "counts the crew"),
        (f"<!-- factcheck: ignore FC it is satire -->\n{FIRST}", "it is satire"),
        (f"<!-- factcheck: ignore the 12 are crew -->\n{FIRST}", "the 12 are crew"),
        (FIRST.replace("12", "<!-- factcheck: ignore FC201 x --> 12"), "x"),
    ],
)
def test_a_comment_speaks_of_its_paragraph_or_the_next(folder: Path, text: str, note: str) -> None:
    (folder / "new.md").write_text(f"The harbour was calm that day.\n\n{text}\n")
    found = _report()
    assert _asides(found) == [Aside("comment", note=note)]
    assert found.skipped == ()


def test_a_comment_on_a_page_is_found_too(folder: Path) -> None:
    more = "<p>The court in Orsel was full that day, and many had come from far away to hear the jury, clerks said.</p>"
    comment = "<!-- factcheck: ignore FC201 counts &amp; crew -->"
    body = f"{more}{comment}<p class='x'>{FIRST}</p>{more.replace('full', 'loud')}"
    (folder / "new.html").write_text(PAGE.format(body))
    found = _report()
    assert _asides(found) == [Aside("comment", note="counts &amp; crew")]
    assert found.skipped == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"<!-- factcheck: ignore FC101 -->\n{FIRST}", "line 1: it ignores FC101 in vain, as nothing is found"),
        (f"{FIRST}\n\n<!-- factcheck: ignore -->", "line 3: it ignores all rules in vain, as no paragraph follows"),
        (f"<!-- factcheck: ingore FC101 -->\n{FIRST}", "new.md: the comment for factcheck in line 1 is not understood"),
        (f"<!-- factcheck: ignored -->\n{FIRST}", "is not understood"),
        (f"<!-- factcheck: ignore FC2O1 it is fine -->\n{FIRST}", "FC2O1, which is no rule; did you mean FC201?"),
        (f"<!-- factcheck: ignore FC2011 -->\n{FIRST}", "FC2011, which is no rule; did you mean FC201?"),
        (f"<!-- factcheck: ignore FCxyz -->\n{FIRST}", "FCXYZ, which is no rule; `factcheck rules` lists them"),
        (f"<!-- factcheck: ignore F201 it is fine -->\n{FIRST}", "is not understood"),
        (f"<!-- factcheck: ignore FC 201 it is fine -->\n{FIRST}", "is not understood"),
        (f"<!-- factcheck: ignore rule FC201 -->\n{FIRST}", "is not understood"),
    ],
)  # fmt: skip
def test_a_comment_in_vain_is_told(folder: Path, text: str, says: str) -> None:
    (folder / "new.md").write_text(text)
    found = _report()
    assert _asides(found) == [None]
    (told,) = found.skipped
    assert says in f"{told.what}: {told.reason}"


def test_a_rule_that_is_none_is_told_beside_one_that_is_heeded(folder: Path) -> None:
    (folder / "new.md").write_text(f"<!-- factcheck: ignore FC201, FC1O1 counts the crew -->\n{FIRST}")
    found = _report()
    assert _asides(found) == [Aside("comment", note="counts the crew")]
    assert [each.reason for each in found.skipped] == ["it ignores FC1O1, which is no rule; did you mean FC101?"]


def test_a_manifest_speaks_of_the_whole_article(folder: Path) -> None:
    (folder / "new.txt").write_text(FIRST)
    manifest = '[[article]]\nfile = "new.txt"\nignore = ["FC201 counts the crew"]\n'
    (folder / "corpus.toml").write_text(manifest)
    assert _asides(_report()) == [Aside("comment", note="counts the crew")]
    (folder / "corpus.toml").write_text(manifest.replace("FC201", "FC101"))
    found = _report()
    assert _asides(found) == [None]
    assert [each.what for each in found.skipped] == ["new.txt, the manifest"]
    (folder / "corpus.toml").write_text(manifest.replace("FC201", "FC2O1"))
    found = _report()
    assert _asides(found) == [None]
    assert [each.reason for each in found.skipped] == ["it ignores FC2O1, which is no rule; did you mean FC201?"]
