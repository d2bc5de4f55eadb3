"""What stories told is kept with what was read: the same report, and only stories that changed are told anew."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from claims.model import Extraction
from factcheck.api import article
from factcheck.cache import opened
from factcheck.cache.store import FILE
from factcheck.engine.kept import recalling
from factcheck.engine.local import tell
from factcheck.errors import UnreadableError
from factcheck.model import Intake, Limits, Options, Rate, Report, StoryMode
from factcheck.pipeline import compare
from factcheck.read import read
from factcheck.report import REPORTERS
from factcheck.report.reporter import ReportOptions
from factcheck.telling import Story, Told
from tests.factcheck.gold import CORPUS

FERRY = "The ferry sank off Marsk on 3 May 2031 and 12 people died, the coastguard said."
FERRY_TOO = "Off Marsk a ferry went down on 3 May 2031; 14 people died, said the coastguard."
MINE = "At the Brandt colliery 11 miners were freed on 5 June 2031, the union of Dorrin said."


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))


class Watch:
    """The engine of this machine, which remembers which stories it was asked for."""

    def __init__(self) -> None:
        self._asked: list[str] = []

    def __call__(self, work: Sequence[Story], options: Options) -> Iterator[Told]:
        self._asked += [story.name for story in work]
        return tell(work, options)

    def asked(self) -> list[str]:
        """The stories asked for since one asked last."""
        found = sorted(self._asked)
        self._asked.clear()
        return found


@pytest.fixture
def engine() -> Watch:
    return Watch()


def told(given: Intake, engine: Watch, **chosen: object) -> list[str]:
    """The report of a run with a store, every process of which is new, in all formats."""
    options = replace(Options(), **chosen)  # type: ignore[arg-type]
    with opened() as store:
        seen = replace(options, remember=store, about=store.about, lines=store.lines)
        return shown(compare(given, seen, recalling(engine)))


def plain(given: Intake, **chosen: object) -> list[str]:
    """The report of a run without a store, in all formats."""
    return shown(compare(given, replace(Options(), **chosen)))  # type: ignore[arg-type]


def shown(report: Report) -> list[str]:
    return [each.render(report, ReportOptions(all=True, explain=True, texts=True)) for each in REPORTERS]


def intake(*texts: str) -> Intake:
    return Intake(tuple(article(text, name=f"{at}.txt", published="2031-06-06") for at, text in enumerate(texts)))


def test_a_report_from_what_was_kept_is_the_same(engine: Watch) -> None:
    given = read([str(CORPUS)])
    fresh = plain(given)
    assert fresh == told(given, engine)
    assert engine.asked()
    assert fresh == told(given, engine)
    assert engine.asked() == []


def test_what_the_lines_of_an_article_tell_of_its_date_is_kept(engine: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Intake((article(f"Posted May 4, 2031\n\n{FERRY}"), article(f"Updated 5 May 2031\n\n{FERRY_TOO}", name="b")))
    fresh = told(given, engine)
    monkeypatch.setattr("factcheck.dates.dated", late)
    assert told(given, engine) == fresh == told(given, engine)


def test_only_a_story_with_a_new_article_is_told_anew(engine: Watch) -> None:
    told(intake(FERRY, FERRY_TOO, MINE), engine)
    assert engine.asked() == ["0.txt", "2.txt"]
    given = intake(FERRY, FERRY_TOO, MINE, MINE.replace("11", "13"))
    assert told(given, engine) == plain(given)
    assert engine.asked() == ["2.txt"]


@pytest.mark.parametrize(
    "chosen",
    [
        {"strict": True},
        {"min_confidence": 0.5},
        {"story": StoryMode.ALL},
        {"limits": Limits(claims=1)},
        {"rates": (Rate(dt.date(2031, 5, 3), "EUR", "USD", Decimal(2)),)},
    ],
    ids=lambda chosen: next(iter(chosen)),
)
def test_other_options_tell_anew(chosen: dict[str, object], engine: Watch) -> None:
    given = intake(FERRY, FERRY_TOO)
    told(given, engine)
    engine.asked()
    assert told(given, engine, **chosen) == plain(given, **chosen)
    assert engine.asked()


def test_how_many_processes_work_is_no_other_option(engine: Watch) -> None:
    given = intake(FERRY, FERRY_TOO)
    told(given, engine)
    engine.asked()
    told(given, engine, jobs=2)
    assert engine.asked() == []


def test_another_date_of_publication_tells_anew(engine: Watch) -> None:
    given = intake(FERRY, FERRY_TOO)
    told(given, engine)
    engine.asked()
    other = article(FERRY, name="0.txt", published="2031-06-05")
    told(Intake((other, *given.articles[1:])), engine)
    assert engine.asked() == ["0.txt"]


@pytest.mark.parametrize("what", ["code", "stamp"])
def test_other_sources_tell_anew(what: str, engine: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    given = intake(FERRY, FERRY_TOO)
    told(given, engine)
    engine.asked()
    monkeypatch.setattr(f"factcheck.engine.kept.{what}", lambda *_: "another version")
    told(given, engine)
    assert engine.asked() == ["0.txt"]


def test_a_story_with_an_article_that_took_too_long_is_told_anew(
    engine: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = intake(FERRY, FERRY_TOO)
    with monkeypatch.context() as slow:
        slow.setattr("factcheck.extraction.extract", late)
        assert told(given, engine) != plain(intake(FERRY, FERRY_TOO, MINE))
    engine.asked()
    assert told(given, engine) == plain(given)
    assert engine.asked() == ["0.txt"]


def late(*_given: object, **_more: object) -> Extraction:
    raise UnreadableError("it takes longer than 60 seconds to read")


def test_what_was_kept_and_cannot_be_used_is_told_anew(engine: Watch, tmp_path: Path) -> None:
    given = intake(FERRY, FERRY_TOO)
    fresh = told(given, engine)
    engine.asked()
    with closing(sqlite3.connect(tmp_path / FILE)) as store, store:
        store.execute("UPDATE readings SET said = ?", (zlib.compress(b"[1, 2]"),))
    assert told(given, engine) == fresh
    assert engine.asked() == ["0.txt"]


def test_no_title_no_address_and_no_other_word_of_an_article_is_kept(engine: Watch, tmp_path: Path) -> None:
    one = article(f"{FERRY}\n\nZanzibarian quietude prevailed.", name="0.txt", published="2031-06-06")
    one = replace(one, title="Marskian gloom", url="https://news.example/quillwort")
    told(Intake((one, article(FERRY_TOO, name="1.txt"))), engine)
    with closing(sqlite3.connect(tmp_path / FILE)) as store:
        kept_ = " ".join(zlib.decompress(said).decode() for (said,) in store.execute("SELECT said FROM readings"))
    assert "12 people" in kept_
    assert not re.search("zanzibarian|quietude|prevailed|marskian|gloom|quillwort", kept_, re.IGNORECASE)
