"""The store of readings: same outcome with it and without, safe beside others, never in the way."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import factcheck.cache.store
from claims.model import Block, BlockRole, Extraction, Published, Span
from factcheck.api import article
from factcheck.cache import Store, emptied, folder, opened
from factcheck.cache.stamp import stamp
from factcheck.cache.store import FILE, digest
from factcheck.extraction import extraction
from factcheck.model import Article, Options, StoryMode
from factcheck.pipeline import check, compare
from factcheck.read import read
from tests.pages.terminal import ROOT

TEXT = "A jury convicted Milo Trent, 31, of 12 counts on Monday."
DAY = Published(dt.date(2031, 5, 14), dt.date(2031, 5, 14))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many texts were read anew."""
    done: list[str] = []

    def reading(text: str, **more: object) -> Extraction:
        from claims.extract import extract

        done.append(text)
        return extract(text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("factcheck.extraction.extract", reading)
    return lambda: len(done)


def _read(given: Article, model: str = "") -> Extraction:
    with opened() as store:
        return extraction(given, Options(remember=store, model=model))


def test_the_outcome_is_the_same(parses: Callable[[], int]) -> None:
    given = read([str(ROOT / "corpus" / "ferry-trial")])
    plain = compare(given, Options())
    number = parses()
    for found in (0, len(given.articles)):
        with opened() as store:
            assert compare(given, Options(remember=store)) == plain
            assert store.found == found
    assert parses() == 2 * number


def test_what_a_reading_depends_on_is_in_its_key(parses: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    base = replace(article(TEXT), published=DAY)
    _read(base)
    same = replace(base, id="x", path="y", source="z", title="t", url="u", story="s", modified=DAY)
    assert _read(same) == _read(base)
    assert parses() == 1
    others = [
        replace(base, text=f"{TEXT} "),
        replace(base, published=None),
        replace(base, published=replace(DAY, first=dt.date(2031, 5, 13), last=dt.date(2031, 5, 13))),
        replace(base, blocks=(Block(Span(0, 9)),)),
        replace(base, blocks=(Block(Span(0, len(TEXT)), BlockRole.CAPTION),)),
        replace(base, day_first=True),
    ]
    assert len({digest(each, "") for each in (base, *others)}) == 1 + len(others)
    for number, each in enumerate(others, 2):
        _read(each)
        assert parses() == number
    assert digest(base, "") != digest(base, "other")
    before = digest(base, "")
    monkeypatch.setattr(factcheck.cache.store, "stamp", lambda _model: "another version")
    assert digest(base, "") != before


def test_the_stamp_tells_sources_and_models_apart(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "meta.json").write_text("{}")
    first = stamp(str(model))
    (model / "meta.json").write_text('{"version": 2}')
    stamp.cache_clear()
    assert stamp(str(model)) != first != stamp("")


def test_a_model_with_a_link_that_leads_nowhere_is_stamped_too(tmp_path: Path) -> None:
    whole = stamp(str(tmp_path))
    (tmp_path / "weights").symlink_to("nowhere")
    stamp.cache_clear()
    assert stamp(str(tmp_path)) != whole


def test_no_text_of_an_article_is_kept(place: Path) -> None:
    _read(replace(article(f"{TEXT}\n\nZanzibarian quietude prevailed."), published=DAY))
    with sqlite3.connect(place / FILE) as connection:
        (said,) = connection.execute("SELECT said FROM readings").fetchone()
    import zlib

    kept = zlib.decompress(said).decode()
    assert TEXT not in kept
    assert "Zanzibarian" not in kept


def test_none_is_opened_where_none_is_wanted(place: Path) -> None:
    with opened(False) as store:
        extraction(article(TEXT), Options(remember=store))
    assert not place.exists()


@pytest.mark.parametrize("harm", ["garbage", "row", "form", "columns", "header", "name", "folder", "gone"])
def test_a_store_that_is_broken_is_no_error(place: Path, harm: str) -> None:
    given = replace(article(TEXT), published=DAY)
    wanted = _read(given)
    match harm:
        case "garbage":
            (place / FILE).write_bytes(b"no database" * 1000)
        case "row":
            with sqlite3.connect(place / FILE) as connection:
                connection.execute("UPDATE readings SET said = ?", (b"x",))
        case "form":
            with sqlite3.connect(place / FILE) as connection:
                connection.execute("DROP TABLE readings")
                connection.execute("CREATE TABLE readings (other)")
                connection.execute("PRAGMA user_version = 99")
        case "columns":
            with sqlite3.connect(place / FILE) as connection:
                connection.execute("ALTER TABLE readings RENAME COLUMN said TO sa1d")
        case "header":
            _overwrite(place, at=18, by=b"\x12")  # the version of the form in which it may be written
        case "name":
            content = (place / FILE).read_bytes()
            _overwrite(place, content.index(b"readings"), b"\xe9")
        case "folder":
            emptied(place)
            place.write_text("a file where the folder should be")
        case "gone":
            emptied(place)
    assert _read(given) == wanted
    assert _read(given) == wanted


def test_a_store_that_breaks_while_it_is_open_is_made_anew(place: Path, parses: Callable[[], int]) -> None:
    given = [replace(article(f"{TEXT} {at} people came."), published=DAY) for at in range(2, 60)]
    for each in given:
        _read(each)
    size = (place / FILE).stat().st_size
    for at in range(4096, size, 512):  # every page but the first, which says what tables there are
        _overwrite(place, at, b"\xff" * 16)
    number = parses()
    with opened() as store:
        found = [extraction(each, Options(remember=store)) for each in given]
    assert parses() == number + len(given)
    assert [_read(each) for each in given] == found
    assert parses() == number + len(given)


def test_a_store_whose_disk_is_full_keeps_what_it_has(
    parses: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = replace(article(TEXT), published=DAY)
    _read(given)
    lay_out = factcheck.cache.store._lay_out

    def small(connection: sqlite3.Connection) -> None:
        lay_out(connection)
        connection.execute("PRAGMA max_page_count = 1")

    monkeypatch.setattr("factcheck.cache.store._lay_out", small)
    other = [replace(article(f"{TEXT} {at} people came."), published=DAY) for at in range(2, 60)]
    with opened() as store:
        for each in other:
            extraction(each, Options(remember=store))
    number = parses()
    _read(given)
    assert parses() == number


def _overwrite(place: Path, at: int, by: bytes) -> None:
    with open(place / FILE, "r+b") as file:
        file.seek(at)
        file.write(by)


def test_processes_may_share_it(place: Path) -> None:
    code = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from factcheck.api import article\n"
        "from factcheck.cache import opened\n"
        "from factcheck.extraction import extraction\n"
        "from factcheck.model import Options\n"
        "with opened() as store:\n"
        "    for at in range(60):\n"
        "        extraction(article(f'It had {at} boats.'), Options(remember=store))\n"
        "    assert store._connection is not None\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) for _ in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    with sqlite3.connect(place / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (60,)


def test_what_nobody_asks_for_goes(place: Path) -> None:
    _read(article(TEXT))
    with sqlite3.connect(place / FILE) as connection:
        connection.execute("UPDATE readings SET used = 0")
    _read(article(f"{TEXT} And more."))
    with sqlite3.connect(place / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchone() == (1,)


def test_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    assert folder() == place
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.chdir(tmp_path)
    assert folder() == tmp_path / "user" / "factcheck"
    (tmp_path / ".factcheck_cache").mkdir()
    assert folder() == Path(".factcheck_cache")


def test_emptying_takes_the_store_and_nothing_else(place: Path) -> None:
    assert emptied(place) is None
    _read(article(TEXT))
    (place / "other.txt").touch()
    assert emptied(place)
    assert [path.name for path in place.iterdir()] == ["other.txt"]


@pytest.mark.parametrize("mine", ["mine\n", "*\n# mine\n", "", "*"])
def test_emptying_leaves_what_the_user_wrote(place: Path, mine: str) -> None:
    place.mkdir()
    (place / ".gitignore").write_text(mine)
    assert emptied(place) is None
    _read(article(TEXT))
    assert emptied(place)
    assert [(path.name, path.read_text()) for path in place.iterdir()] == [(".gitignore", mine)]


def test_a_check_reads_the_stories_of_new_articles_only(parses: Callable[[], int]) -> None:
    def told(name: str, text: str) -> Article:
        return replace(article(text, name=name), published=DAY)

    words = "The ferry Alma sank off Orsel with {} aboard. Coast guards found the Alma."
    ferry = [told(f"ferry{at}", words.format(at)) for at in (5, 6)]
    trial = [told(f"trial{at}", f"A jury in Varn convicted Milo Trent of {at} counts of negligence.") for at in (7, 8)]
    new, others = read([]), read([])
    new = replace(new, articles=(ferry[0],))
    others = replace(others, articles=(ferry[1], *trial))
    found = check(new, others, Options())
    assert parses() == 2
    assert len(found.articles) == 4
    everything = check(new, others, Options(StoryMode.ALL))
    assert parses() == 6
    assert everything.articles


def test_a_store_without_a_connection_remembers_nothing() -> None:
    store = Store(None)
    store.flush()
    store.close()
    assert store.found == 0


def test_a_second_run_loads_neither_spacy_nor_the_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code = (
        "import sys\n"
        "from factcheck.__main__ import main\n"
        f"sys.argv = ['factcheck', 'compare', {str(tmp_path / 'a.txt')!r}, '-o', {str(tmp_path / 'out')!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print([name for name in ('spacy', 'thinc', 'claims.parse.analyser', 'dateparser') if name in sys.modules])\n"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert "analyser" in loaded[0]
    assert "spacy" not in loaded[0]
    assert loaded[1] == "[]"
