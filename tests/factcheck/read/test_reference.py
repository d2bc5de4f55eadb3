"""A fact sheet becomes an article whose offsets lead into its file."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.view import view_of
from factcheck.errors import FactSheetError
from factcheck.model import Article
from factcheck.read import reference

SHEET = r"""# Facts of the Nerim ferry. "A quote in a remark" = nothing
source = "desk"
date = 2031-03-04

[[fact]]
fact = "The ferry sank on 3 March 2031 with 12 people aboard."  # checked

[[ fact ]]
date = "March 9, 2031"
fact = 'The captain, "Old" Ben Harrow, was 61.'
source = "court record"

[[fact]]
fact = "The height of the Nerim tower"
value = 85.5

[[fact]]
value.x = 1
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def sheet(text: str) -> tuple[Article, ...]:
    Path("facts.toml").write_bytes(text.encode())
    return reference("facts.toml")


def words(article: Article) -> list[str]:
    return [view_of(article.text, block.span, block.markup).text for block in article.blocks]


def test_facts_are_grouped_by_source_and_date() -> None:
    text = SHEET.rpartition("[[fact]]")[0]
    first, second = sheet(text)
    assert words(first) == [
        "The ferry sank on 3 March 2031 with 12 people aboard.",
        "The height of the Nerim tower is 85.5",
    ]
    assert words(second) == ['The captain, "Old" Ben Harrow, was 61.']
    assert [article.id for article in (first, second)] == ["facts.toml", "facts.toml#2"]
    assert [article.source for article in (first, second)] == ["The fact sheet (desk)", "The fact sheet (court record)"]
    dates = [(str(one.published.first), one.published.origin) for one in (first, second) if one.published]
    assert dates == [("2031-03-04", "fact sheet"), ("2031-03-09", "fact sheet")]
    for article in (first, second):
        assert (article.text, article.reference, article.path) == (text, True, "facts.toml")
        assert all(block.span.of(text) == block.span.of(text).strip() for block in article.blocks)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('fact = "It sank in \\"Mar\\u0063h\\" 2031."', 'It sank in "March" 2031.'),
        ("fact = '''\nIt sank\nin 'March' 2031.'''", "It sank in 'March' 2031."),
        ('fact = """\nIt sank \\\n    in "March" 2031.\n"""', 'It sank in "March" 2031.'),
        ('fact = """It sank in "March\\" 2031"."""', 'It sank in "March" 2031".'),
        ('fact = """[[fact]]\nfact = "no" """', '[[fact]] fact = "no"'),
        ('"fact" = "x"', ""),
        ('fact = "The toll"\n# value = "four"\nvalue = "three"', "The toll is three"),
        ('fact = " The toll "\nsource = "desk"\nvalue = """\nthree \\u0061t least"""', "The toll is three at least"),
        ('fact = "The day of the crossing"\nvalue = 2031-03-05', "The day of the crossing is 2031-03-05"),
        ('fact = "The toll"\nvalue = 1_200', "The toll is 1200"),
        ('fact = "The toll"\nvalue = 0x4b0', "The toll is 1200"),
        ('fact = "The toll"\nvalue = +1_200.50', "The toll is +1200.50"),
        ('fact = "The warmth"\nvalue = -3', "The warmth is -3"),
        ('fact = "The warmth"\nvalue = "-3 °C"', "The warmth is -3 °C"),
        ('fact = "The toll"\nvalue = 0', "The toll is 0"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_words_are_those_of_the_file(written: str, read: str, end: str) -> None:
    text = f"[[fact]]\n{written}\n".replace("\n", end)
    if not read:
        with pytest.raises(FactSheetError, match="its words are not found; write fact"):
            sheet(text)
        return
    (article,) = sheet(text)
    assert words(article) == [read]
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no facts; write each as [[fact]]"),
        ("[[fact", "is no TOML"),
        ("x = " + "[" * 50_000, "is no TOML"),
        ("\0", "is no TOML: it is binary"),
        (f'[[fact]]\nfact = "x"\nvalue = 0x{"f" * 4000}', "is no TOML: it holds a whole number of more than 64 bits"),
        ('fact = "It sank."', "holds no facts"),
        ("[[fact]]", "fact 1, says nothing"),
        ('[[fact]]\nfact = " "', "fact 1, says nothing"),
        ("[[fact]]\nfact = 5", "“fact” must be text"),
        ('[[fact]]\nfact = "x"\nsorce = "y"', "fact 1: there is no field “sorce”; did you mean source?"),
        ('[[fact]]\nfact = "x"\nmood = "y"', "no field “mood”; the fields are fact, value, source, date."),
        ('title = "x"\n[[fact]]\nfact = "y"', "no field “title”; the fields are source, date."),
        ('[[fact]]\nfact = "x"\ndate = "soon"', "“soon” is no date that is understood"),
        ('[[fact]]\nfact = "x"\ndate = 1969-13-01', "is no TOML"),
        ('[[fact]]\nvalue = "3"\nfact = "x"', "write “value” after “fact”"),
        ('[[fact]]\nfact = "x"\nvalue = ["3"]', "“value” must be text, a number or a date"),
        ('[[fact]]\nfact = "x"\nvalue = true', "“value” must be text, a number or a date"),
        ('[[fact]]\nfact = "x"\nvalue = inf', "“value” must be text, a number or a date"),
        ('[[fact]]\nfact = "x"\nvalue = 09:30:00', "put anything else between quotes"),
        ('[[fact]]\nfact = "x"\nvalue = 2031-03-05 09:30:00', "put anything else between quotes"),
        ('fact = [{fact = "x"}]', "its words are not found"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(FactSheetError) as raised:
        sheet(text)
    assert str(raised.value).startswith("the fact sheet facts.toml")
    assert says in str(raised.value)


def test_a_sheet_that_cannot_be_read() -> None:
    for path, says in (("gone.toml", "No such file"), (".", "Is a directory"), ("a\0b", "null")):
        with pytest.raises(FactSheetError, match=says):
            reference(path)


@given(st.text(alphabet="fact=[\"]\\\r\nu0 value#'", max_size=60))
def test_any_text_is_a_sheet_or_refused(text: str) -> None:
    with contextlib.suppress(FactSheetError):
        for article in sheet(f"[[fact]]\nfact = {text}"):
            assert all(words(article))
