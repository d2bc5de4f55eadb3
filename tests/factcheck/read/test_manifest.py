"""Manifests say the same in three formats, and what is wrong with one is said in one sentence."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ManifestError
from factcheck.model import Article, Intake
from factcheck.read import read
from factcheck.read.manifest import FIELDS, NAMES, _entries

STORY = "The ferry sank on Monday with 12 people aboard.\n"
SAME = {
    "corpus.json": """[
        {"file": "a.txt", "source": "Mail", "title": "Ferry, sinking", "published": "2031-03-05T09:30:00+01:00",
         "url": "https://m.example", "author": "Ana Whitfield"},
        {"file": "sub/b.txt", "published": "2031-03"}]""",
    "corpus.toml": """
        [[article]]
        file = "a.txt"
        source = "Mail"
        title = "Ferry, sinking"
        published = 2031-03-05T09:30:00+01:00
        url = "https://m.example"
        author = "Ana Whitfield"

        [[article]]
        file = "sub/b.txt"
        published = "2031-03"
        """,
    "corpus.csv": (
        "file,source,title,published,url,author\r\n"
        'a.txt,Mail,"Ferry, sinking",2031-03-05T09:30:00+01:00,https://m.example,Ana Whitfield\r\n'
        "sub/b.txt,,,2031-03,,\r\n"
    ),
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in/sub").mkdir(parents=True)
    Path("in/a.txt").write_text(STORY)
    Path("in/sub/b.txt").write_text("Nine boats searched.")


def told(intake: Intake) -> list[tuple[object, ...]]:
    return [(one.id, one.source, one.title, one.published, one.url, one.author) for one in intake.articles]


def first(name: str, text: str) -> Article:
    Path("in", name).write_bytes(text.encode())
    return read(["in"]).articles[0]


def test_the_three_formats_say_the_same() -> None:
    said = []
    for name, text in SAME.items():
        Path("in", name).write_text(text)
        said += [told(read(["in"])), told(read([f"in/{name}"])), told(read(["in/a.txt", "in/sub/b.txt"]))]
        Path("in", name).unlink()
    article = said[0][0]
    assert [str(part) for part in article[1:3]] == ["Mail", "Ferry, sinking"]
    assert article[5] == "Ana Whitfield"
    assert said[0] == said[1] == said[3] == said[4] == said[6] == said[7]
    assert set(NAMES) == set(SAME)


@pytest.mark.parametrize(
    "text",
    [
        "file;source\na.txt;Mail\n",
        "file\tsource\na.txt\tMail\n",
        "\ufeff File , Source \n a.txt , Mail ,,\n\n,,\n",
        "source,file\rMail,a.txt\r",
        "\n\nfile,source,,\na.txt,Mail\n",
        'file,source\n"a.txt","Mail"',
    ],
)
def test_csv_as_spreadsheets_write_it(text: str) -> None:
    assert first("corpus.csv", text).source == "Mail"


def test_a_date_of_toml_and_a_date_in_words() -> None:
    for date in ("2031-03-05", '"March 5, 2031"', "2031-03-05T00:00:00"):
        article = first("corpus.toml", f'[[article]]\nfile = "a.txt"\npublished = {date}\n')
        assert article.published
        assert (str(article.published.first), article.published.origin) == ("2031-03-05", "manifest")


def test_two_manifests_are_named_both() -> None:
    for name in ("corpus.json", "corpus.csv"):
        Path("in", name).write_text(SAME[name])
    with pytest.raises(ManifestError, match=r"^in/corpus\.json and in/corpus\.csv are manifests of one folder; keep"):
        read(["in"])


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("corpus.json", '[{"file": "a.txt", "pubished": "2031"}]', "no field “pubished”; did you mean published?"),
        ("corpus.json", '[{"file": "a.txt", "date": "2031"}]', "there is no field “date”; did you mean published?"),
        ("corpus.json", '[{"file": "a.txt", "mood": 1}]', "no field “mood”; the fields are file, source, title,"),
        ("corpus.json", '[{"file": "a.txt", "File": "b.txt"}]', "it gives “file” twice"),
        ("corpus.json", '[{"file": "a.txt"}, {"file": "a.txt", "file": "b.txt"}]', "entry 2: it gives “file” twice"),
        ("corpus.json", '[{"file": "a.txt", "title": {"en": "x"}}]', "“title” must be text"),
        ("corpus.toml", f'[[article]]\nfile = "a.txt"\nsource = 0x{"f" * 4000}', "whole number of more than 64 bits"),
        ("corpus.json", '[{"file": "a.txt", "ignore": "no"}]', "“ignore” begins with no rule: “no”; write “FC101 re"),
        ("corpus.json", '[{"file": "a.txt", "ignore": ["FC101 x", "F101 y"]}]', "begins with no rule: “F101 y”"),
        ("corpus.json", '[{"file": "a.txt", "ignore": [101]}]', "begins with no rule: “101”"),
        ("corpus.csv", "file,ignore\na.txt,FC 101\n", "line 2: “ignore” begins with no rule: “FC 101”"),
        ("corpus.toml", "[[article", "is no TOML"),
        ("corpus.toml", "a = " + "[" * 50_000, "is no TOML"),
        ("corpus.toml", '[[articles]]\nfile = "a.txt"', "must hold tables such as"),
        ("corpus.toml", 'article = "a.txt"', "must hold tables such as"),
        ("corpus.toml", '[[article]]\nsource = "Mail"', "entry 1, names no file"),
        ("corpus.toml", '[[article]]\nfile = "a.txt"\nsorce = "Mail"', "did you mean source?"),
        ("corpus.csv", "", "is empty; its first row must name the fields"),
        ("corpus.csv", "file,pubdate\na.txt,2031\n", "line 1: there is no field “pubdate”"),
        ("corpus.csv", "a.txt,Mail\n", "line 1: there is no field “a.txt”"),
        ("corpus.csv", "file,file\na.txt,b.txt\n", "two columns have one name"),
        ("corpus.csv", "file,source\na.txt,Mail, the\n", "line 2, has 3 cells under 2 names; put double quotes"),
        ("corpus.csv", "source,file\nMail\n", "line 2, names no file"),
        ("corpus.csv", 'file,source\n"a.txt,Mail\n', "is no CSV"),
        ("corpus.csv", f"file,title\na.txt,{'x' * 200_000}\n", "is no CSV"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(name: str, text: str, says: str) -> None:
    with pytest.raises(ManifestError) as raised:
        first(name, text)
    assert f"in/{name}" in str(raised.value)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("spelt", ["a.txt", "./a.txt", "sub/../a.txt", "{folder}/a.txt", "link.txt"])
def test_entries_for_one_file_are_taken_together(spelt: str) -> None:
    Path("in/link.txt").symlink_to("a.txt")
    source = {"file": "a.txt", "source": "Mail", "published": "2031-03-05", "ignore": "FC101 asked"}
    title = {"file": spelt.format(folder=Path("in").resolve()), "title": "Ferry", "source": "Mail", "ignore": "FC2 too"}
    Path("in/corpus.json").write_text(json.dumps([source, title]))
    for paths in (["in"], ["in/a.txt"], ["in/corpus.json"], ["./in/../in"]):
        article = read(paths).articles[0]
        assert (article.source, article.title) == ("Mail", "Ferry")
        assert article.published
        assert article.published.origin == "manifest"
        assert sorted(rule for ignore in article.ignores for rule in ignore.rules) == ["FC101", "FC2"]


def test_manifests_of_a_folder_and_one_above_are_taken_together() -> None:
    Path("in/corpus.json").write_text('[{"file": "sub/b.txt", "source": "Mail", "published": "2031-03-05"}]')
    Path("in/sub/corpus.json").write_text('[{"file": "b.txt", "title": "Boats"}]')
    for paths in (["in"], ["in/corpus.json", "in/sub/corpus.json"], ["in/sub/corpus.json", "in/corpus.json"]):
        article = next(each for each in read(paths).articles if each.id == "in/sub/b.txt")
        assert (article.source, article.title, bool(article.published)) == ("Mail", "Boats", True)


@pytest.mark.parametrize(("name", "said"), [("source", "Post"), ("published", "2031-04-05"), ("title", "Boats")])
def test_entries_that_differ_end_the_run(name: str, said: str) -> None:
    first = {"file": "sub/b.txt", "source": "Mail", "published": "2031-03-05", "title": "Ferry"}
    Path("in/corpus.json").write_text(json.dumps([first, {"file": "sub/b.txt", name: said}]))
    says = f": two entries for one file differ in “{name}”; take one of the two out."
    with pytest.raises(ManifestError, match=f"^in/corpus.json, entry 2{says}$"):
        read(["in"])
    Path("in/corpus.json").write_text(json.dumps([first, {"file": "./sub/b.txt", name: said}]))
    with pytest.raises(ManifestError, match=f"^in/./sub/b.txt{says}$"):
        read(["in/corpus.json"])
    Path("in/corpus.json").write_text(json.dumps([first]))
    Path("in/sub/corpus.json").write_text(json.dumps([{"file": "b.txt", name: said}]))
    for paths in (["in"], ["in/corpus.json", "in/sub/corpus.json"]):
        with pytest.raises(ManifestError, match=f"^in/sub/b.txt{says}$"):
            read(paths)


def test_a_name_that_no_file_can_have_is_of_none() -> None:
    Path("in/corpus.json").write_text('[{"file": "\\ud800.md"}, {"file": "a.txt", "source": "Mail"}]')
    intake = read(["in"])
    assert [article.source for article in intake.articles] == ["Mail", "b"]
    (told,) = intake.skipped
    assert (told.what, "is not there" in told.reason) == ("in/corpus.json, entry 1", True)


@given(st.text(max_size=120) | st.text(alphabet='file,;"\r\n\t[]={}#', max_size=120), st.sampled_from(NAMES))
def test_any_text_is_a_manifest_or_refused(text: str, name: str) -> None:
    Path("in", name).write_bytes(text.encode("utf-8", "replace"))
    with contextlib.suppress(ManifestError):
        assert all(
            set(said) <= set(FIELDS) for _, said in _entries(str(Path("in", name)), Path("in", name).read_bytes())
        )
    Path("in", name).unlink()
