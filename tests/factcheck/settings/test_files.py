"""Which settings file holds, and what is wrong with it."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SettingsError
from factcheck.model import Limits, Rate
from factcheck.settings import KEYS, NAMES, Settings, SourceSettings, load, nearest, shown
from tests.pages.terminal import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_holds_and_none_is_merged(folder: Path) -> None:
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    assert nearest(inner) == Settings()
    (folder / "pyproject.toml").write_text('[tool.factcheck]\nkinds = ["date"]\nstrict = true\n')
    assert nearest(inner).kinds == ("date",)
    (folder / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert nearest(inner).kinds == ("date",)
    (folder / "a" / "factcheck.toml").write_text('kinds = ["age"]\n')
    found = nearest(inner)
    assert (found.kinds, found.options, found.file) == (("age",), (), "a/factcheck.toml")
    (folder / "a" / "b" / ".factcheck.toml").write_text("")
    assert nearest(inner) == Settings(file="a/b/.factcheck.toml")


def test_every_key_is_read(folder: Path) -> None:
    (folder / "factcheck.toml").write_text(
        'select = ["fc1", "date"]\nignore = ["FC101"]\nkinds = ["date", "age"]\nmin-confidence = 0.5\n'
        'fail-level = "never"\nstory = "all"\nstrict = true\nagainst = ["archive"]\n'
        'baseline = "b.toml"\ninclude = ["*.md"]\nexclude = ["drafts/"]\n'
        'timezone = "-03:30"\nday-first = true\noutput-format = "concise"\njobs = 2\ncache = false\nmodel = "en"\n'
        '[severity]\nFC1 = "note"\n[thresholds]\nconflict = 0.4\ndate = 1\n'
        '[[source]]\nmatch = "wire/**"\nname = "Wire"\nweight = 2\ntimezone = "+01:00"\nday-first = false\n'
        '[limits]\nclaims = 5\nseconds = 7\n[fields]\ntext = "Artikel"\ntitle = ["a.b", "c"]\n'
        '[[rates]]\ndate = 2031-03-05\nfrom = "EUR"\nto = "USD"\nrate = 1.09\n'
    )
    found = nearest()
    assert found == Settings(
        file="factcheck.toml",
        options=(
            ("min_confidence", 0.5), ("fail_level", "never"), ("story", "all"), ("strict", True),
            ("against", ["archive"]), ("baseline", "b.toml"), ("output_format", "concise"),
            ("jobs", 2), ("no_cache", True),
            ("model", "en"),
        ),
        select=("FC1", "FC101"), ignore=("FC101",), kinds=("date", "age"), severity=(("FC1", "note"),),
        thresholds=(("conflict", 0.4), ("date", 1.0)), include=("*.md",), exclude=("drafts/",), timezone=-210,
        day_first=True, sources=(SourceSettings("wire/**", "Wire", 2.0, 60, False),),
        limits=Limits(claims=5, seconds=7), fields=(("text", ("Artikel",)), ("title", ("a.b", "c"))),
        rates=(Rate(dt.date(2031, 3, 5), "EUR", "USD", Decimal("1.09")),),
    )  # fmt: skip
    assert {key.name for key in KEYS} <= set(tomllib.loads((folder / "factcheck.toml").read_text("utf-8")))
    (folder / "again.toml").write_text(shown(found))
    again = load("again.toml")
    assert again == Settings(**{name: getattr(found, name) for name in Settings.__slots__} | {"file": "again.toml"})


def test_defaults_that_are_shown_are_the_defaults(folder: Path) -> None:
    (folder / "factcheck.toml").write_text(shown(Settings()))
    found = nearest()
    assert dict(found.options) == {
        "min_confidence": 0.0, "fail_level": "error", "story": "auto", "strict": False, "against": [],
        "output_format": "full", "jobs": 1, "no_cache": False,
    }  # fmt: skip
    assert found == Settings(file="factcheck.toml", options=found.options)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ingore = []", "no setting is called ingore; did you mean ignore?"),
        ("min_confidence = 1", "did you mean min-confidence?"),
        ("zzz = 1", "no setting is called zzz; known are select, ignore"),
        ('ignore = "FC101"', "ignore is to be a list of words in quotation marks"),
        ('ignore = ["FC999"]', "such as FC1; FC999 is none"),
        ('kinds = ["dates"]', "dates is none"),
        ("min-confidence = 2", "min-confidence is to be a number from 0 to 1"),
        ("min-confidence = true", "a number from 0 to 1"),
        ("jobs = 0", "a whole number from 1 up"),
        ('baseline = "\\u0000"', "baseline is to be words without the character NUL"),
        ('model = "en\\u0000"', "model is to be words without the character NUL"),
        ('against = ["archive\\u0000"]', "against is to be words without the character NUL"),
        ('[[source]]\nmatch = "a\\u0000"', "match is to be words without the character NUL"),
        ('[fields]\ntext = "a\\u0000"', "fields is to be words without the character NUL"),
        ('strict = "yes"', "strict is to be true or false"),
        ('story = "none"', "story is to be one of auto, all, folder"),
        ('timezone = "CET"', 'an offset from UTC such as "+01:00"'),
        ('[severity]\nFC101 = "fatal"', "each error, warning or note"),
        ("severity = 1", "a table of rules"),
        ("[thresholds]\nloud = 1", "a table of verdicts and kinds"),
        ("[thresholds]\ndate = 7", "thresholds is to be a number from 0 to 1"),
        ("[source]\nmatch = 'x'", "source is to be tables, each under [[source]]"),
        ("[[source]]\nname = 'x'", "source 1: it has no match"),
        ("[[source]]\nmatch = 'x'\nwieght = 1", "source 1: no setting is called wieght; did you mean weight?"),
        ("[[source]]\nmatch = 'x'\nweight = -1", "weight is to be a number from 0 up"),
        ("limits = 3", "limits is to be a table of limits (file-size, article-length, articles, claims, seconds,"),
        ("[limits]\nsize = 3", "limits is to be a table of limits (file-size"),
        ("[limits]\nclaims = 0", "whole numbers from 1 to 1,000,000,000; that of claims is none"),
        ("[limits]\nseconds = true", "that of seconds is none"),
        ("[fields]\nbody = 'x'", "fields is to be a table of text, title, published"),
        ("[fields]\ntext = []", "names in quotation marks, or lists of such; that of text is none"),
        ("[fields]\ntext = ['']", "that of text is none"),
        ("rates = 1.09", "rates is to be tables, each under [[rates]]"),
        ("[[rates]]\nrate = 1.09\n[[rates]]", "rates 1: it has no date; a rate has date, from, to, rate"),
        ("[[rates]]\ndate = '5 March'", "rates 1: date is to be a day such as 2031-03-05"),
        ("[[rates]]\nfrom = 'EURO'", "EURO is none that is known"),
        ("[[rates]]\nrate = 0", "rates 1: rate is to be a number above 0"),
        ("[[rates]]\nrate = nan", "rates 1: rate is to be a number above 0"),
        ("[[rates]]\nform = 'EUR'", "rates 1: no setting is called form; did you mean from?"),
        ("[[rates]]\ndate = 2031-03-05\nfrom = 'EUR'\nto = 'EUR'\nrate = 1", "from and to are both EUR"),
        ("[[source]]\nmatch = 'x'\nweight = inf", "weight is to be a number from 0 up"),
        (f"[[source]]\nmatch = 'x'\nweight = 0x{'f' * 400}", "it holds a whole number of more than 64 bits"),
        (f"jobs = 0x{'f' * 4000}", "it holds a whole number of more than 64 bits"),
        ("a = = b", "is no TOML"),
        ("\x00", "is no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(folder: Path, text: str, says: str) -> None:
    (folder / "factcheck.toml").write_text(text)
    with pytest.raises(SettingsError) as raised:
        nearest()
    assert str(raised.value).startswith("factcheck.toml")
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("put", "says"),
    [
        (Path.mkdir, "it is a folder"),
        (lambda path: path.symlink_to("gone.toml"), "it is a link that leads to no file"),
        (lambda path: path.symlink_to(path.name), "it is a link that leads to no file"),
        (os.mkfifo, "it is no regular file"),
    ],
)
def test_what_has_the_name_of_a_settings_file_is_one(
    folder: Path, name: str, put: Callable[[Path], None], says: str
) -> None:
    (folder / "in").mkdir()
    put(folder / name)
    for place in (folder, folder / "in"):
        with pytest.raises(SettingsError, match=rf"^{name} cannot be read: {says}; mend it or take it away\.$"):
            nearest(place)


@pytest.mark.parametrize("said", ['[tool]\nfactcheck = "x"', "[[tool.factcheck]]", "tool = { factcheck = 5 }"])
def test_the_table_of_a_project_is_one(folder: Path, said: str) -> None:
    (folder / "pyproject.toml").write_text(said)
    with pytest.raises(SettingsError, match=r"^pyproject\.toml: tool\.factcheck is to be a table; write its settings"):
        nearest()


def test_a_file_that_is_named_must_have_settings(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone.toml cannot be read: No such file"):
        load("gone.toml")
    (folder / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(SettingsError, match=r"has no table \[tool.factcheck\]"):
        load("pyproject.toml")


@given(st.dictionaries(st.sampled_from([key.name for key in KEYS]), st.integers() | st.text(max_size=5)))
def test_no_value_breaks_the_reader(table: dict[str, object]) -> None:
    from factcheck.settings.find import _settings

    with contextlib.suppress(SettingsError):
        assert _settings(table, Path("factcheck.toml")).file == "factcheck.toml"


def test_the_example_of_the_page_is_sound(folder: Path) -> None:
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    (folder / "factcheck.toml").write_text(page.split("```toml\n")[1].split("```")[0])
    assert nearest().sources[0].name == "Northern Press Wire"
    assert nearest().rates[0].target == "USD"
