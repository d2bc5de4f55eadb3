"""JSON, tables and Parquet: an article a record, and what is told of the others."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from claims.model import BlockRole
from claims.view import view_of
from factcheck.model import Limits
from factcheck.read import Terms, read
from tests.factcheck.read.story import (
    FIRST,
    RECORD,
    SECOND,
    TEXT,
    TITLE,
    body,
    only,
    put,
    rss,
    stamp,
)

MARKED = [
    ("Repairs cost <b>$6.6 million</b>.", ["Repairs cost $6.6 million."]),
    ("Repairs cost $6.6&nbsp;million &#8211; at most.", ["Repairs cost $6.6 million – at most."]),
    ('<a href="/a?b=1&amp;c=2">Repairs</a> cost <i>$6.6</i>.\n\n<img src="a.jpg"> They <EM>began</EM>.', ["Repairs cost $6.6.", "They began."]),
    ("<ul><li>It cost $6.6 million.</ul>", ["It cost $6.6 million."]),
    ("<table><tr><td>It cost $6.6 million.</td></tr></table>", ["It cost $6.6 million."]),
    ("It rose (p < 0.05) at AT&T, and R&D; more, in a <b> and 5 <10.", ["It rose (p < 0.05) at AT&T, and R&D; more, in a <b> and 5 <10."]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "read_as"), MARKED)
def test_fields_hold_html_or_plain_text(said: str, read_as: list[str]) -> None:
    assert body(only(put("a.json", json.dumps({"title": TITLE, "text": said})))) == read_as
    escaped = said.replace("&", "&amp;").replace("<", "&lt;")
    assert body(only(put("a.rss", rss(f"<title>{TITLE}</title><description>{escaped}</description>")))) == read_as


@pytest.mark.parametrize(
    "said",
    [
        RECORD,
        [RECORD],
        {"articles": [RECORD]},
        {
            "id": 7,
            "title": TITLE,
            "content_html": f"<p>{FIRST}</p><p>{SECOND}</p>",
            "date": 1930512600,
            "source": "Notes",
        },
    ],
)
def test_json(said: object) -> None:
    article = only(put("a.json", json.dumps(said)))
    assert (article.id, article.title, article.source) == ("a.json#7", TITLE, "Notes")
    assert stamp(article) == "2031-03-05T21:30+0 fields"
    assert body(article) == [FIRST, SECOND]
    assert dict(article.origins)["source"] == "fields"


@pytest.mark.parametrize(
    "said",
    [
        {"body_text": TEXT, "headline": TITLE, "versioncreated": "2031-03-05T21:30:00Z", "type": "text"},
        {"body_html": f"<p>{FIRST}</p><p>{SECOND}</p>", "headline": TITLE, "firstcreated": "2031-03-05T21:30:00Z", "versioncreated": "2031-03-06T08:00:00Z"},
        {
            "type": "text", "versionCreated": "2031-03-05T21:30:00Z", "headlines": [{"role": "main", "value": TITLE}],
            "bodies": [{"contentType": "text/html", "value": "<p>x</p>"}, {"contentType": "text/plain", "value": TEXT}],
            "infosources": [{"name": "Meridian"}],
        },
    ],
)  # fmt: skip
def test_ninjs(said: dict[str, object]) -> None:
    article = only(put("a.json", json.dumps({"uri": "urn:x:1", **said})))
    assert (article.title, stamp(article)) == (TITLE, "2031-03-05T21:30+0 fields")
    assert body(article) == [FIRST, SECOND]


def test_a_long_list_is_read_piece_by_piece() -> None:
    records = [{**RECORD, "id": number, "body": TEXT.replace("9", str(number))} for number in range(300)]
    intake = put("a.json", json.dumps(records, indent=1))
    assert len(intake.articles) == 300
    broken = put("b.json", json.dumps(records)[:-200])
    assert len(broken.articles) == 299
    assert "breaks off" in broken.skipped[0].reason


def test_json_lines_go_on_after_a_broken_one() -> None:
    lines = [json.dumps(RECORD), "{broken", "", json.dumps({**RECORD, "body": SECOND}), json.dumps({"id": "x"}), "5"]
    intake = put("a.jsonl", "\n".join(lines))
    assert [article.id for article in intake.articles] == ["a.jsonl#7", "a.jsonl#7 (2)"]
    assert [skipped.what for skipped in intake.skipped] == ["a.jsonl#line 2", "a.jsonl#x", "a.jsonl#6"]


def test_an_endless_line_of_json_lines_costs_that_line() -> None:
    lines = [json.dumps(RECORD), json.dumps({"body": "x" * 9000}), json.dumps({**RECORD, "id": 8, "body": SECOND})]
    Path("a.jsonl").write_text("\n".join(lines))
    intake = read(["a.jsonl"], terms=Terms(Limits(article_length=300)))
    assert [article.id for article in intake.articles] == ["a.jsonl#7", "a.jsonl#8"]
    (skipped,) = intake.skipped
    assert (skipped.what, skipped.reason) == ("a.jsonl#line 2", "it is longer than 1,500 bytes; split it")


def test_a_title_that_stands_above_the_text_too_is_read_once() -> None:
    article = only(put("a.json", json.dumps({**RECORD, "body": f"{TITLE}\n\n{TEXT}"})))
    assert [block.role for block in article.blocks] == [BlockRole.HEADLINE, BlockRole.BODY, BlockRole.BODY]
    assert article.text.count(TITLE) == 1


def test_no_two_articles_have_one_identifier() -> None:
    names = ["7", "7", "7 (2)", "7 (2)", "7", "8"]
    intake = put("a.json", json.dumps([{**RECORD, "id": name, "body": f"{n} {TEXT}"} for n, name in enumerate(names)]))
    assert [article.item for article in intake.articles] == ["7", "7 (2)", "7 (2) (2)", "7 (2) (3)", "7 (3)", "8"]


@pytest.mark.parametrize("name", ["a.json", "a.html", "a.md"])
def test_raised_digits_join_no_figure(name: str) -> None:
    text = "Some 5 x 10<sup>6</sup> fish and 1,250<sup>3</sup> birds died on the 10<sup>th</sup> of May."
    page = f"<html><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{text}</p></article></body></html>"
    article = only(put(name, {"a.json": json.dumps({**RECORD, "body": text}), "a.html": page}.get(name, text)))
    views = [view_of(article.text, block.span, block.markup).text for block in article.blocks]
    assert views[-1] == "Some 5 x 10^6 fish and 1,250^3 birds died on the 10th of May."


def test_every_list_of_articles_is_read() -> None:
    other = {**RECORD, "id": 8, "body": SECOND}
    intake = put("a.json", json.dumps({"articles": [RECORD], "news": [other], "items": [{"id": 1}]}))
    assert [article.item for article in intake.articles] == ["7", "8"]


def test_a_record_of_a_page_nested_too_deep_costs_no_other() -> None:
    deep = {"type": "text", "body_html": "<div>" * 5000 + FIRST, "versioncreated": "2031-03-05T21:30:00Z"}
    intake = put("a.json", json.dumps([{"uri": "urn:x:1", **deep}, RECORD]))
    assert [article.item for article in intake.articles] == ["7"]
    assert "nested too deep" in intake.skipped[0].reason


def test_authors_are_named_in_a_row() -> None:
    article = only(put("a.json", json.dumps({**RECORD, "author": [{"name": "Cy Dent"}, "Bo  Reyes", {"x": 1}]})))
    assert article.author == "Cy Dent, Bo Reyes"


def test_what_stands_behind_a_list_is_told() -> None:
    intake = put("a.json", json.dumps([RECORD]) + "\n" + json.dumps([{**RECORD, "id": 8}]))
    assert [article.id for article in intake.articles] == ["a.json#7"]
    assert "behind the end of its list" in intake.skipped[0].reason


@pytest.mark.parametrize(
    ("beside", "remarks"),
    [
        ([{"title": "Other", "description": SECOND}], 0),
        ([{"title": "Other", "text": SECOND}], 1),
        ([{"kind": "picture"}, 5], 0),
        ([], 0),
    ],
)
def test_an_article_beside_a_list_is_read_itself(beside: list[object], remarks: int) -> None:
    intake = put("a.json", json.dumps({**RECORD, "stories": beside}))
    assert [body(article) for article in intake.articles] == [[FIRST, SECOND]]
    assert ["its field “stories” lists further texts" in each.reason for each in intake.skipped] == [True] * remarks


def test_what_a_feed_says_of_itself_is_no_article() -> None:
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notes",
        "description": "All the news of Aldermoor.",
    }
    assert only(put("a.json", json.dumps({**said, "items": [RECORD]}))).title == TITLE


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_odd_record_costs_no_other(name: str) -> None:
    deep = json.dumps({**RECORD, "author": "x"}).replace('"x"', "[" * 400 + "]" * 400)
    long = json.dumps({**RECORD, "id": 8, "body": SECOND, "author": "x"}).replace('"x"', "9" * 5000)
    records = [json.dumps({**RECORD, "id": 6, "body": FIRST}), deep, long]
    intake = put(name, f"[{','.join(records)}]" if name == "a.json" else "\n".join(records))
    assert [article.item for article in intake.articles] == ["6", "8"]
    (skipped,) = intake.skipped
    assert (skipped.what, skipped.reason[:38]) == (f"{name}#2", "one of its fields is nested too deep; ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_list_in_any_unicode(encoding: str) -> None:
    intake = put("a.json", json.dumps([RECORD, {**RECORD, "id": 8, "body": SECOND}]).encode(encoding))
    assert [article.id for article in intake.articles] == ["a.json#7", "a.json#8"]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_broken_characters_of_records_are_told(name: str) -> None:
    said = FIRST.replace("a truck", "a £9 truck").encode("cp1252")
    row = b"id,text\n7," + b'"' + b"x" * 70_000 + b'"\n8,"' + said + b'"\n'
    intake = put(name, row if name == "a.csv" else b'{"id": 8, "text": "' + said + b'"}')
    assert intake.articles[-1].text.count("\ufffd") == 1
    (skipped,) = intake.skipped
    assert (skipped.what, skipped.reason) == (
        f"{name}#8",
        "1 broken characters are read as \ufffd; save the file again as UTF-8",
    )


def test_of_two_texts_of_one_name_the_first_is_read_and_the_other_told() -> None:
    intake = put("a.json", json.dumps({"text": "", "Text": FIRST, "TEXT": SECOND}))
    assert body(intake.articles[0]) == [FIRST]
    (skipped,) = intake.skipped
    assert skipped.reason == "its field “text” is there more than once, of which the first is read; rename one"


@pytest.mark.parametrize(
    ("dates", "read_as", "told"),
    [
        ({"firstcreated": "2031-03-05", "versioncreated": "soon"}, "2031-03-05 fields", False),
        ({"firstcreated": "soon", "versioncreated": "2031-03-05"}, "", True),
    ],
)
def test_a_date_of_a_news_item_that_is_none_is_told(dates: dict[str, str], read_as: str, told: bool) -> None:
    intake = put("a.json", json.dumps({"uri": "urn:x:1", "type": "text", "body_text": TEXT, **dates}))
    assert stamp(intake.articles[0]) == read_as
    assert ["its date of publication is left out" in skipped.reason for skipped in intake.skipped] == [True] * told


@pytest.mark.parametrize("more", [{}, {"uri": "urn:x:1", "type": "text", "body_text": TEXT}])
def test_broken_characters_of_a_title_are_told(more: dict[str, str]) -> None:
    said = json.dumps([{"headline": "Repairs cost £9", "text": TEXT, **more}], ensure_ascii=False)
    (skipped,) = put("a.json", said.encode("cp1252")).skipped
    assert skipped.reason == "1 broken characters are read as \ufffd; save the file again as UTF-8"


@pytest.mark.parametrize(
    ("rows", "read_as", "told"),
    [
        (['7,"A truck\nstruck it."', '8,"It shut.', "9,It opened."], ["7"], {"2": "from line 4 to line 5 a quotation"}),
        (['7,It is 5" wide.', "8,It shut."], ["7", "8"], {}),
        (['7,It shut.', '8,"It is ""5"" wide.\nIt shut."'], ["7", "8"], {}),
        (['7,It shut.', '8,"It shut.', ""], ["7", "8"], {}),
        (['7,It shut.', '8,"It shut, killing'], ["7"], {"2": "in line 3 a quotation mark is never closed"}),
        (['7,"It shut.', '8,"It opened."', '9,"It rained."'], ["9"], {"1": "from line 2 to line 3 a quotation"}),
        ([r'7,"He said \"it shut\".', 'Bye."', "8,It shut."], ["8"], {"1": "in line 2 a quotation", "Bye": "no text"}),
        ([r'7,"He said \"it shut, maybe\"."', "8,It shut."], ["8"], {"1": "more cells than the first row has names"}),
        (['7,"The "Gull" sank."', "8,It shut."], ["7", "8"], {}),
        (["7,It shut, killing 2.", "8,It shut."], ["8"], {"1": "more cells than the first row has names"}),
        (["7,It shut.,, ", "8,It opened."], ["7", "8"], {}),
    ],
)  # fmt: skip
def test_a_row_whose_cells_cannot_be_told_apart_is_told(
    rows: list[str], read_as: list[str], told: dict[str, str]
) -> None:
    intake = put("a.csv", "\n".join(["id,text", *rows]))
    assert [article.item for article in intake.articles] == read_as
    assert len(intake.skipped) == len(told)
    for skipped, (item, says) in zip(intake.skipped, told.items(), strict=True):
        assert skipped.what.startswith(f"a.csv#{item}")
        assert says in skipped.reason


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_line_of_a_table_tells_what_parts_its_cells(end: str) -> None:
    table = end.join(["id;text", "7;It shut, cracked, and bent.", "8;It shut, then, later, opened.", ""])
    assert [article.item for article in put("a.csv", table).articles] == ["7", "8"]


def test_two_columns_of_one_field_are_refused() -> None:
    (skipped,) = put("a.csv", "id,text,Text \n7,It shut.,It opened.\n").skipped
    assert skipped.reason == "two columns of it are named “text”; rename one of them"
    assert put("b.csv", "id,text,tag,tag,,\n7,It shut.,a,b,,\n").skipped == ()


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"), [("a.csv", ",", "utf-8-sig"), ("a.csv", ";", "cp1252"), ("a.tsv", "\t", "utf-8")]
)
def test_tables(name: str, delimiter: str, encoding: str) -> None:
    row = ["7", TITLE, f'"{FIRST}\n\nCafé “Orla”. {SECOND}"', "5 March 2031", "Notes"]
    table = "\r\n".join(delimiter.join(cells) for cells in (["id", "Title", "Text", "Date", "Source"], row))
    article = only(put(name, table.replace("“", "'").replace("”", "'").encode(encoding)))
    assert (article.id, article.title, article.source, stamp(article)) == (
        f"{name}#7",
        TITLE,
        "Notes",
        "2031-03-05 fields",
    )
    assert body(article) == [FIRST, f"Café 'Orla'. {SECOND}"]


def test_a_table_without_text_says_so() -> None:
    assert "no column" in put("a.csv", "name,age\nAna,3\n").skipped[0].reason


def test_parquet() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist([RECORD, {**RECORD, "id": 8, "body": SECOND}]), "a.parquet")
    first, second = read(["a.parquet"]).articles
    assert (first.id, second.id, stamp(first)) == ("a.parquet#7", "a.parquet#8", "2031-03-05T21:30+0 fields")


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        (dt.date(2031, 3, 5), "2031-03-05 fields"),
        (dt.datetime(2031, 3, 5, 21, 30, tzinfo=dt.UTC), "2031-03-05T21:30+0 fields"),
    ],
)
def test_parquet_holds_dates_as_such(said: dt.date, read_as: str) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist([{**RECORD, "published_at": said}]), "a.parquet")
    assert stamp(only(read(["a.parquet"]))) == read_as


def test_a_row_of_parquet_that_cannot_be_read_costs_that_row() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow import parquet

    days = pyarrow.array([1_930_512_600, 10**14], pyarrow.timestamp("s"))
    saved = pyarrow.array([10**14, 10**14], pyarrow.timestamp("s"))
    parquet.write_table(pyarrow.table({"text": [FIRST, SECOND], "date": days, "saved": saved}), "a.parquet")
    intake = read(["a.parquet"])
    assert [stamp(article) for article in intake.articles] == ["2031-03-05T21:30 fields"]
    (skipped,) = intake.skipped
    assert skipped.what == "a.parquet#2"
    assert skipped.reason.startswith("its field “date” cannot be read (")
    named = pyarrow.table({"text": [FIRST], "date": pyarrow.array([1], pyarrow.timestamp("s", "No/Where"))})
    parquet.write_table(named, "b.parquet")
    (skipped,) = read(["b.parquet"]).skipped
    assert skipped.reason == "its field “date” cannot be read ('No/Where'); mend it or leave it out"


def test_two_columns_of_one_field_are_refused_in_parquet() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": [FIRST], "Text": [SECOND]}), "a.parquet")
    assert [each.reason for each in read(["a.parquet"]).skipped] == [
        "two columns of it are named “text”; rename one of them"
    ]


def test_parquet_names_the_extra_where_its_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert "factcheck-compare[parquet]" in put("a.parquet", b"PAR1").skipped[0].reason
