"""The stages of a cluster's run make of an archive the stories that one machine makes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.engine.parcel import packed, said, unpacked
from factcheck.engine.stages import LARGEST, Job, Root, manifests, outermost, parcels, read
from factcheck.errors import ManifestError
from factcheck.model import Limits, Options, StoryMode
from factcheck.periods import parted
from factcheck.pipeline import apart
from factcheck.read import read as read_here
from factcheck.read.manifest import NAMES
from factcheck.settings import Settings, SourceSettings
from factcheck.telling import Story
from tests.factcheck.engine.archives import CORPUS
from tests.speed.archive import write

TEXT = b"A ferry sank on Monday off Port Havelin. 12 people were aboard, officials said.\n"


def _root(folder: Path, shown: str = "") -> Root:
    return Root(f"file:{folder}", shown or str(folder), str(folder))


def _job(*roots: Root, options: Options | None = None, settings: Settings | None = None) -> Job:
    chosen, own = options or Options(), settings or Settings()
    return Job(roots, chosen, own, said(chosen, own))


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _on_disk(address: str) -> bool:
    return os.path.exists(address.removeprefix("file:"))


def _articles(folder: Path, job: Job) -> list[bytes]:
    rows = (row for path in _files(folder) for row in read(f"file:{path}", path.read_bytes(), job))
    return [row["article"] for row in rows if row["article"]]


def _stories(given: list[bytes], job: Job, *, alone: bool = True) -> list[Story]:
    return [story for row in parcels(given, job, alone=alone) for story in unpacked(row["parcel"])]


@pytest.mark.parametrize("mode", StoryMode)
def test_an_archive_comes_to_the_same_stories(mode: StoryMode) -> None:
    options = Options(mode)
    said_of = [(f"file:{path}", path.read_bytes()) for path in _files(CORPUS) if path.name in NAMES]
    job = replace(_job(_root(CORPUS), options=options), facts=manifests(said_of, _on_disk)[0])
    assert job.facts
    here, _ = apart(read_here([str(CORPUS)]).articles, options)
    assert tuple(_stories(_articles(CORPUS, job), job)) == here


def test_stretches_of_days_come_to_the_same_stories(tmp_path: Path) -> None:
    write(120, tmp_path / "archive.jsonl")
    options = Options(limits=Limits(period_articles=40))
    job = _job(_root(tmp_path), options=options)
    articles = read_here([str(tmp_path)]).articles
    here, _ = apart(articles, options)
    by_id = {story.articles[0].id: given for given in _articles(tmp_path, job) for story in _stories([given], job)}
    stretches = parted(articles, options)
    assert len(stretches) > 2
    found = [each for some in stretches for each in _stories([by_id[a.id] for a in some], job, alone=False)]
    assert tuple(sorted(found, key=lambda story: story.name)) == here


def test_a_parcel_holds_its_stories_whole() -> None:
    stories, _ = apart(read_here([str(CORPUS)]).articles, Options())
    assert unpacked(packed(stories)) == stories


@pytest.mark.parametrize(
    ("root", "address", "shown", "named"),
    [
        (Root("file:/w/in", "in", "/w/in"), "file:/w/in/sub/a.txt", "in/sub/a.txt", "in/sub/a.txt"),
        (Root("file:/w/in", "./in/", "/w/in"), "file:/w/in/a.txt", "in/a.txt", "in/a.txt"),
        (Root("file:/w", ".", "/w"), "file:/w/a.txt", "a.txt", "a.txt"),
        (Root("file:/w/in/a.txt", "in//a.txt", "/w/in/a.txt", True), "file:/w/in/a.txt", "in//a.txt", "in/a.txt"),
        (Root("s3a://b/in", "s3a://b/in/", "s3a://b/in"), "s3a://b/in/a.txt", "s3a://b/in/a.txt", "s3a://b/in/a.txt"),
    ],
)  # fmt: skip
def test_articles_are_named_as_the_user_named_them(root: Root, address: str, shown: str, named: str) -> None:
    (row,) = read(address, TEXT, _job(root))
    (story,) = _stories([row["article"]], _job(root))
    assert [(each.path, each.id) for each in story.articles] == [(shown, named)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("README.md", TEXT, None),
        ("corpus.csv", b"file\n", None),
        ("film.mp4", b"", "no format is known for .mp4"),
        ("a.txt", b"", "it is empty"),
        ("a.jsonl", None, f"it is longer than {LARGEST:,} bytes"),
    ],
)
def test_what_is_no_article_is_passed_over_or_told(name: str, data: bytes | None, reason: str | None) -> None:
    rows = list(read(f"file:/w/{name}", data, _job(_root(Path("/w"), "w"))))
    assert [reason in row["skipped"].decode() for row in rows] == ([True] if reason else [])
    assert not any(row["article"] for row in rows)


def test_globs_of_settings_hold_wherever_a_worker_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wire = SourceSettings("wire/**", name="Northern Press Wire")
    job = _job(
        _root(Path("/w"), "."), settings=Settings(file="/w/factcheck.toml", exclude=("drafts/",), sources=(wire,))
    )
    monkeypatch.chdir(tmp_path)
    assert not list(read("file:/w/drafts/a.txt", TEXT, job))
    (row,) = read("file:/w/wire/a.txt", TEXT, job)
    assert _stories([row["article"]], job)[0].articles[0].source == wire.name


def test_a_manifest_dates_what_lies_below_it_and_nothing_else() -> None:
    said_of = b'[{"file": "a.txt", "published": "2031-03-05"}, {"file": "../b.txt"}, {"file": "c.txt"}]'
    facts, skipped = manifests([("s3a://b/in/corpus.json", said_of)], lambda address: address.endswith("/in/a.txt"))
    assert list(facts) == ["s3a://b/in/a.txt"]
    assert ["outside" in each.reason for each in skipped] == [True, False]
    assert "is not there" in skipped[1].reason
    with pytest.raises(ManifestError, match="manifests of one folder"):
        manifests([("file:/w/corpus.csv", b"file\n"), ("file:/w/corpus.json", b"[]")], _on_disk)


def test_manifests_of_a_folder_and_one_above_are_taken_together() -> None:
    above = ("s3a://b/corpus.json", b'[{"file": "./in/a.txt", "source": "Mail"}]')
    facts, _ = manifests([above, ("s3a://b/in/corpus.json", b'[{"file": "a.txt", "title": "T"}]')], lambda _: True)
    assert [(said.source, said.title) for said in facts.values()] == [("Mail", "T")]
    with pytest.raises(ManifestError, match=r"a\.txt: two entries for one file differ in “source”"):
        manifests([above, ("s3a://b/in/corpus.json", b'[{"file": "a.txt", "source": "Post"}]')], lambda _: True)


def test_what_lies_in_another_root_is_read_once() -> None:
    inner, outer, other = (Root(f"file:/w/{name}", name, name) for name in ("in/sub", "in", "in2"))
    assert outermost([inner, other, outer, inner]) == (outer, other)
