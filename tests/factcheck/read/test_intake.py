"""From paths to articles: what is read, what is passed over, and what is said of it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import threading
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ManifestError, UnreadableError, UsageError
from factcheck.model import Intake, Limits
from factcheck.read import FORMATS, LONGEST, Terms, apart, read
from factcheck.read import formats as formats_folder
from factcheck.read.document import Document, Format
from factcheck.read.formats import formats_of

STORY = "The ferry sank on Monday with 12 people aboard.\n\nThree of them drowned, the coast guard said.\n"
OTHER = "A ferry with 12 people on board sank off Port Nerim on Monday.\n"


def put(path: str, text: str = STORY) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())
    return path


def ids(intake: Intake) -> list[str]:
    return [article.id for article in intake.articles]


def told(intake: Intake) -> dict[str, str]:
    return {skipped.what: skipped.reason for skipped in intake.skipped}


def test_the_register_holds_every_format() -> None:
    shared = {"__init__", "inline"}
    files = {path.stem for path in Path(formats_folder.__file__).parent.glob("*.py")} - shared
    assert {known.read.__module__.rpartition(".")[2] for known in FORMATS} == files
    for suffix in {suffix for known in FORMATS for suffix in known.suffixes}:
        *first, _last = formats_of(f"a{suffix}")
        assert not any(known.fits(b"") for known in first), "formats that share an end of a name look at the content"


@pytest.mark.usefixtures("folder")
def test_folders_are_walked_and_identifiers_are_paths() -> None:
    put("in/b/wire.md")
    put("in/a.txt", OTHER)
    put("in/b/deep/down/c.TXT", "Nine boats searched for survivors.")
    assert ids(read(["in"])) == ["in/a.txt", "in/b/deep/down/c.TXT", "in/b/wire.md"]
    assert read(["./in/"]).articles[0].path == "in/a.txt"
    assert ids(read(["./in/"])) == ids(read(["in"]))
    assert ids(read(["."])) == ids(read(["in"]))


@pytest.mark.usefixtures("folder")
def test_order_and_repetition_of_paths_do_not_matter() -> None:
    paths = [put("a.txt"), put("in/b.txt", OTHER), put("in/c.md", "Nine boats searched."), "in", "./a.txt"]
    expected = ["a.txt", "in/b.txt", "in/c.md"]
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert ids(read(paths)) == expected


@pytest.mark.usefixtures("folder")
def test_what_is_no_article_is_passed_over_in_a_folder() -> None:
    for name in (
        "README.md", "README", "readme.txt", "LICENSE", "LICENSE.txt", ".hidden.txt", ".git/notes.md",
        "expected.toml", "meta.json", "factcheck.toml", "pyproject.toml",
    ):  # fmt: skip
        put(f"in/{name}")
    put("in/license-row.txt", OTHER)
    intake = read(["in"])
    assert ids(intake) == ["in/license-row.txt"]
    assert intake.skipped == ()
    assert ids(read(["in/README.md"])) == ["in/README.md"]


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    put("in/good.txt")
    put("in/empty.txt", "")
    put("in/blank.md", " \n\n")
    put("in/only-front.md", "---\ntitle: x\n---\n")
    put("in/table.xlsx", "x")
    Path("in/binary.txt").write_bytes(b"\x00\x01\x02")
    put("in/long.txt", "word " * (LONGEST // 5 + 1))
    os.mkfifo("in/pipe.txt")
    os.symlink("nowhere", "in/broken.txt")
    put("out.txt")
    os.symlink("../out.txt", "in/out.txt")
    os.symlink("..", "in/loop")
    reasons = told(read(["in", "missing.txt", "bad\0name"]))
    for what, says in {
        "in/empty.txt": "empty",
        "in/blank.md": "empty",
        "in/only-front.md": "no prose",
        "in/table.xlsx": "no format is known for .xlsx",
        "in/binary.txt": "binary",
        "in/long.txt": "longer than",
        "in/pipe.txt": "no regular file",
        "in/broken.txt": "cannot be opened",
        "in/out.txt": "leads out of the folder",
        "in/loop": "not followed",
        "missing.txt": "no such file",
        "bad\0name": "no such file",
    }.items():
        assert says in reasons.pop(what)
    assert reasons == {}
    assert ids(read(["in"])) == ["in/good.txt"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_articles_says_so() -> None:
    Path("in").mkdir()
    assert "no article lies in this folder" in told(read(["in"]))["in"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.usefixtures("folder")
def test_missing_permission() -> None:
    os.chmod(put("a.txt"), 0)
    assert "Permission denied" in told(read(["a.txt"]))["a.txt"]


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
@settings(deadline=None, max_examples=40)
@given(data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f"---\n{text}\n---\n{text}".encode()))
def test_any_bytes_are_read_or_refused(known: Format, data: bytes) -> None:
    documents: list[Document] = []
    with contextlib.suppress(UnreadableError):
        documents.extend(found for found in known.read(io.BytesIO(data), Terms()) if isinstance(found, Document))
    for document in documents:
        assert all(block.span.of(document.text).strip() for block in document.blocks)


@pytest.mark.usefixtures("folder")
def test_standard_input() -> None:
    intake = read(["-", "-", put("a.txt")], stdin=io.BytesIO(OTHER.encode()))
    assert ids(intake) == ["-", "a.txt"]
    assert intake.articles[0].source == "standard input"
    assert "empty" in told(read(["-"], stdin=io.BytesIO(b"")))["-"]
    (article,) = read(["-"], stdin=io.BytesIO(b"---\nsource: Mail\n---\n# Head\n\nText of **5** words.\n")).articles
    assert (article.source, article.title) == ("Mail", "Head")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", "".join(f'{{"text": "{n} boats searched for survivors."}}\n' for n in range(20))),
        ("a.csv", "text\n" + "".join(f"{n} boats searched for survivors.\n" for n in range(20))),
        ("a.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 100\r\n\r\n" + " " * 300),
        ("a.txt", STORY * 5),
    ],
)
@pytest.mark.parametrize(("file_size", "article_length"), [(200, 100), (200, 300), (100, 200)])
def test_a_stream_beyond_the_limits_is_refused_and_never_cut(
    name: str, data: str, file_size: int, article_length: int
) -> None:
    os.mkfifo(name)
    writer = threading.Thread(target=partial(_poured, name, data))
    writer.start()
    terms = Terms(Limits(file_size=file_size, article_length=article_length))
    piped = read([name], terms=terms)
    writer.join()
    longest = max(file_size, article_length)
    says = f"it is longer than {longest} bytes, the most that is held of a stream; name a file"
    assert (piped.articles, told(piped)) == ((), {name: says})
    given = read(["-"], terms=terms, stdin=io.BytesIO(data.encode()))
    assert (given.articles, told(given)) == ((), {"-": says})


def _poured(path: str, data: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        Path(path).write_text(data)


@pytest.mark.usefixtures("folder")
def test_text_on_standard_input_may_be_as_long_as_an_article() -> None:
    terms = Terms(Limits(file_size=20))
    assert read(["-"], terms=terms, stdin=io.BytesIO(STORY.encode())).articles[0].text == STORY


@pytest.mark.usefixtures("folder")
def test_source_title_and_date() -> None:
    put("in/a.md", "---\nsource: Mail\npublished: 2031-03-05\n---\n# Ferry sinks\n\n" + STORY)
    put("in/b.txt", "Ferry sinks off Nerim\n\n" + OTHER)
    first, second = read(["in"]).articles
    assert (first.source, first.title) == ("Mail", "Ferry sinks")
    assert (second.source, second.title) == ("b", "Ferry sinks off Nerim")
    assert first.published
    assert (str(first.published.first), first.published.origin) == ("2031-03-05", "front matter")
    assert second.published is None
    filled = [article.published for article in read(["in"], published="2031-03-07").articles]
    assert [(str(each.first), each.origin) for each in filled if each] == [
        ("2031-03-05", "front matter"),
        ("2031-03-07", "option"),
    ]
    for over, expected in ((True, "2031-03-07"), (False, "2031-03-05")):
        (named,) = read(["in/a.md"], published="2031-03-07", over=over).articles
        assert named.published
        assert str(named.published.first) == expected
    with pytest.raises(UsageError, match="--published"):
        read(["in"], published="yesterday")


@pytest.mark.usefixtures("folder")
def test_manifest() -> None:
    put("in/a.txt")
    put("in/b.md", "---\nsource: Front\ntitle: From front matter\n---\n" + OTHER)
    put("in/sub/c.txt", "Nine boats searched.")
    put("in/README.txt", "Ten boats searched.")
    entries = [
        {"file": "a.txt", "source": "Mail", "title": "T", "published": "2031-03-05", "url": "https://m.example"},
        {"file": "b.md", "source": "Manifest"},
        {"file": "sub/c.txt", "published": "soon"},
        {"file": "README.txt"},
        {"file": "gone.txt"},
        {"file": "../out.txt"},
        {"file": "/etc/hostname"},
    ]
    put("out.txt")
    put("in/corpus.json", json.dumps(entries))
    put("in/unnamed.txt", "Eleven boats searched.")
    intake = read(["in"])
    by_id = {article.id: article for article in intake.articles}
    assert list(by_id) == ["in/README.txt", "in/a.txt", "in/b.md", "in/sub/c.txt", "in/unnamed.txt"]
    first = by_id["in/a.txt"]
    assert first.published
    assert (first.source, first.title, first.url, first.published.origin) == (
        "Mail",
        "T",
        "https://m.example",
        "manifest",
    )
    assert (by_id["in/b.md"].source, by_id["in/b.md"].title) == ("Manifest", "From front matter")
    assert [skipped.what for skipped in intake.skipped] == [
        f"in/corpus.json, entry {number}" for number in (3, 5, 6, 7)
    ]
    assert [told(intake)[f"in/corpus.json, entry {number}"][:30] for number in (5, 6)] == [
        "the file “gone.txt” is not the",
        "“../out.txt” lies outside the ",
    ]
    assert read(["in/a.txt"]).articles[0].source == "Mail"
    assert ids(read(["in/corpus.json"])) == ["in/README.txt", "in/a.txt", "in/b.md", "in/sub/c.txt"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is no JSON"),
        ("[", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"file": "a.txt"}', "must be a list"),
        ('["a.txt"]', "must be a list"),
        ('[{"source": "Mail"}]', "entry 1, names no file"),
        ('[{"file": 5}]', "entry 1, names no file"),
        ("\x00\x01", "is no JSON"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_manifest_that_cannot_be_understood_ends_the_run(text: str, says: str) -> None:
    put("in/a.txt")
    put("in/corpus.json", text)
    with pytest.raises(ManifestError, match=says):
        read(["in"])


@pytest.mark.usefixtures("folder")
def test_copies_are_marked_and_near_copies_are_not() -> None:
    put("in/a.txt", STORY)
    put("in/b.md", "---\npublished: 2031-03-05\n---\n" + STORY.replace("\n", "\r\n").replace("12", "**12**"))
    put("in/c.txt", STORY.replace("12", "21"))
    put("in/d.txt", "  " + STORY.replace("with ", "with\n"))
    copies = {article.id: article.duplicate_of for article in read(["in"]).articles}
    assert copies == {"in/a.txt": "in/b.md", "in/b.md": "", "in/c.txt": "", "in/d.txt": "in/b.md"}


@pytest.mark.usefixtures("folder")
def test_new_articles_beside_old_ones() -> None:
    put("old/a.txt", STORY)
    put("old/copy.txt", STORY)
    put("old/b.txt", OTHER)
    new = read([str(Path("old/a.txt").resolve())])
    against = apart(read(["old"]), new)
    assert ids(against) == ["old/b.txt", "old/copy.txt"]
    assert against.articles[1].duplicate_of == new.articles[0].id
    fresh = read([put("new.txt", STORY)])
    assert {article.duplicate_of for article in apart(read(["old"]), fresh).articles} == {"new.txt", ""}


@pytest.mark.usefixtures("folder")
def test_a_report_among_the_articles_can_be_left_out() -> None:
    put("in/a.txt")
    put("in/report.md", OTHER)
    assert ids(read(["in"], without=["in/report.md"])) == ["in/a.txt"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.usefixtures("folder")
def test_line_ends_are_kept(end: str) -> None:
    text = STORY.replace("\n", end) + "a\u2028b\x0bc\x85d"
    (article,) = read([put("a.txt", text)]).articles
    assert article.text == text
    assert len(article.blocks) == 3
