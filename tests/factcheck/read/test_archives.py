"""News agencies' files and archives of pages: articles item by item."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from tests.factcheck.read import files
from tests.factcheck.read.pages import pages
from tests.factcheck.read.story import (
    CLOSED,
    FIRST,
    ITEM,
    PAGE,
    SECOND,
    TEXT,
    TITLE,
    body,
    only,
    put,
    stamp,
)

# -------------------------------------------------------------------------------------------------------- news agencies


def test_newsml() -> None:
    item = ITEM.format(n=1, title=TITLE, first=FIRST, second=SECOND)
    article = only(put("a.xml", item))
    assert (article.title, article.author, article.source) == (TITLE, "Cy Dent", "Meridian")
    assert stamp(article) == "2031-03-05T21:30+0 fields"
    assert body(article) == [FIRST, SECOND]
    other = ITEM.format(n=2, title="Other", first=SECOND, second="And more.")
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}{other}</itemSet></newsMessage>'
    assert [each.id for each in put("b.xml", message).articles] == ["b.xml#urn:x:1", "b.xml#urn:x:2"]


def test_a_news_item_of_plain_text() -> None:
    item = re.sub(r"<inlineXML.*</inlineXML>", f"<inlineData>{TEXT}</inlineData>", ITEM, flags=re.DOTALL)
    article = only(put("a.xml", item.format(n=1, title=TITLE)))
    assert (article.title, body(article)) == (TITLE, [FIRST, SECOND])


def test_the_renditions_of_a_news_item() -> None:
    """The first with words is read; a rendition in NITF may have its body in parts."""
    empty = "<inlineXML><html><body><p> </p></body></html></inlineXML>"
    bodies = f"<body.content><p>{FIRST}</p></body.content><body.content><p>{SECOND}</p></body.content>"
    nitf = f"<inlineXML><nitf><body>{bodies}</body></nitf></inlineXML>"
    for parts in (
        nitf,
        empty + nitf,
        nitf + f"<inlineXML><p>{CLOSED}</p></inlineXML><inlineData>{CLOSED}</inlineData>",
    ):
        item = re.sub(r"<inlineXML.*</inlineXML>", parts, ITEM, flags=re.DOTALL).format(n=1, title=TITLE)
        assert body(only(put("a.xml", item))) == [FIRST, SECOND]


def test_news_items_without_text_are_told() -> None:
    picture = re.sub(r"<contentSet>.*</contentSet>", "", ITEM, flags=re.DOTALL).format(n=1, title=TITLE)
    (skipped,) = put("a.xml", picture).skipped
    assert skipped.reason == "no text is in this news item; only items of text are read"
    (skipped,) = put(
        "b.xml", '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>'
    ).skipped
    assert "no news item is in it" in skipped.reason


def test_nitf() -> None:
    text = f"""<nitf><head><docdata><date.issue norm="20310305T213000Z"/></docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1>
    </hedline><byline>By Cy Dent</byline></body.head><body.content><p>{FIRST}</p><p>{SECOND}</p></body.content></body></nitf>"""
    article = only(put("a.nitf", text))
    assert (article.title, article.author, stamp(article)) == (TITLE, "Cy Dent", "2031-03-05T21:30+0 fields")
    assert body(article) == [FIRST, SECOND]


# ------------------------------------------------------------------------------------------------------------- archives


def test_mhtml() -> None:
    text = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://county.example/2031/11/18/ivo\nSubject: Storm\n"
        'Date: Fri, 1 Jan 2038 08:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        f"Content-Type: text/html; charset=utf-8\n\n{PAGE.source}\n--x\nContent-Type: image/png\n\nabc\n--x--\n"
    )
    article = only(put("a.mhtml", text.replace("\n", "\r\n")))
    assert (article.title, article.url) == (PAGE.title, "https://county.example/2031/11/18/ivo")
    assert stamp(article) == "2031-11-18 dateline"


@pytest.mark.parametrize("packed", [False, True])
def test_warc(packed: bool) -> None:
    data = files.warc({page.style + ".example": page.source.encode() for page in pages()[:2]})
    intake = put("a.warc.gz" if packed else "a.warc", gzip.compress(data) if packed else data)
    assert [(article.item, article.title) for article in intake.articles] == [
        ("arc.example", pages()[1].title), ("wordpress.example", pages()[0].title),
    ]  # fmt: skip
    broken = put("b.warc.gz", gzip.compress(data)[:-300])
    assert "breaks off" in broken.skipped[-1].reason


PRICED = "It cost €5.2 million – or £4 million – on Friday, the county of Ostry said in its latest statement."


@pytest.mark.parametrize(
    ("header", "meta", "encoding"),
    [
        ("windows-1252", "utf-8", "cp1252"), ("utf-8", "iso-8859-1", "utf-8"), ("macintosh", "", "mac_roman"),
        ("iso-8859-1", "", "cp1252"), ("windows-1252", "", "utf-8-sig"), ("undefined", "windows-1252", "cp1252"),
        ("", "utf-16", "utf-8"), ("", "undefined", "utf-8"), ("", "punycode", "utf-8"), ("", "unicode_escape", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_is_in_the_encoding_that_its_mark_its_server_or_itself_states(
    header: str, meta: str, encoding: str
) -> None:
    page = f'<html><head><meta charset="{meta}"></head><body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{PRICED}</p></article></body></html>'
    kind = f"Content-Type: text/html; charset={header}" if header else "Content-Type: text/html"
    data = page.encode(encoding)
    answer = f"HTTP/1.1 200 OK\r\n{kind}\r\n\r\n".encode() + data
    saved = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n{kind}\n\n".encode() + data
    assert body(only(put("a.warc", files.record("response", "http://x.example/", answer)))) == [FIRST, PRICED]
    assert body(only(put("a.mhtml", saved + b"\n--x--\n"))) == [FIRST, PRICED]


def _answer(kind: str, body: bytes, more: str = "") -> bytes:
    return f"HTTP/1.1 {kind}\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n".encode() + body


def test_warc_answers_as_servers_send_them() -> None:
    """In chunks, packed, both; what is no page is passed over, and what is one and cannot be read is told."""
    source = PAGE.source.encode()
    chunks = b"".join(b"%x;x=1\r\n%b\r\n" % (len(part), part) for part in (source[:700], source[700:])) + b"0\r\n\r\n"
    answers = {
        "chunked": _answer("200 OK", chunks, "Transfer-Encoding: chunked\r\n"),
        "not chunked after all": _answer("200 OK", source, "Transfer-Encoding: chunked\r\n"),
        "packed": _answer("200 OK", gzip.compress(source), "Content-Encoding: gzip\r\n"),
        "packed and cut": _answer("200 OK", gzip.compress(source)[:-200], "Content-Encoding: gzip\r\n"),
        "badly packed": _answer("200 OK", source, "Content-Encoding: gzip\r\n"),
        "packed otherwise": _answer("200 OK", source, "Content-Encoding: br\r\n"),
        "cut": _answer("200 OK", chunks[: len(chunks) // 2], "Transfer-Encoding: chunked\r\n"),
        "error": _answer("404 Not Found", source),
    }
    data = b"".join(files.record("response", f"http://{name}.example/", block) for name, block in answers.items())
    found = put("a.warc", data)
    assert [article.title for article in found.articles if not article.duplicate_of] == [PAGE.title]
    assert {article.item for article in found.articles} == {
        f"http://{name}.example/" for name in ("chunked", "not chunked after all", "packed")
    }
    assert {skipped.what.partition("#")[2]: skipped.reason for skipped in found.skipped} == {
        "http://badly packed.example/": "the page is packed and cannot be unpacked; save it again",
        "http://packed otherwise.example/": "the page is packed with br, which is not read; save it unpacked",
        "http://packed and cut.example/": "the page breaks off before its end; save it again",
        "http://cut.example/": "the page breaks off before its end; save it again",
    }


def test_an_archive_that_breaks_off_says_so() -> None:
    data = files.warc({page.style + ".example": page.source.encode() for page in pages()[:2]})
    at = data.rindex(b"WARC/1.0", 0, data.rindex(b"WARC/1.0"))
    intake = put("a.warc", data[: at + (len(data) - at) // 2])
    assert [article.title for article in intake.articles] == [pages()[0].title]
    assert [skipped.reason for skipped in intake.skipped] == ["the page breaks off before its end; save it again"]


@pytest.mark.parametrize("length", [b"", b"x", b"-1", "²".encode(), b"9" * 5000])
def test_a_record_of_no_length_ends_an_archive(length: bytes) -> None:
    data = files.warc({"x.example": PAGE.source.encode()}).replace(b"Content-Length: 16", b"Content-Length: " + length)
    (skipped,) = put("a.warc", data).skipped
    assert skipped.reason == "a record of the archive does not say how long it is; save the archive again"


def test_a_record_that_no_page_is_as_long_as_is_passed_over() -> None:
    long = files.record("response", "http://long.example/", b"x" * 60_000_000)
    page = files.record("response", "http://page.example/", _answer("200 OK", PAGE.source.encode()))
    endless = files.record("response", "http://endless.example/", _answer("200 OK", b"x" * 20_000_000))
    found = put("a.warc", long + endless + page)
    assert [article.item for article in found.articles] == ["http://page.example/"]
    (skipped,) = found.skipped
    assert skipped.what == "a.warc#http://endless.example/"
    assert "longer than 20,000,000 bytes" in skipped.reason


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2031-11-18", "2031-11-18"), (1_952_812_800, "2031-11-19"), (1_952_812_800_000, "2031-11-19"),
        ("1952812800", "2031-11-19"), ("2031-11-18T23:30:00+01:00", "2031-11-18"),
    ],
)  # fmt: skip
def test_a_field_says_its_date_in_many_ways(said: object, read: str) -> None:
    article = only(put("a.json", json.dumps({"title": TITLE, "text": TEXT, "published": said})))
    assert article.published is not None
    assert article.published.first.isoformat() == read


@pytest.mark.parametrize(
    ("said", "told"), [("soon", 1), ("2031-13-45", 1), (12, 1), ({"$date": "2031-03-05"}, 1), (True, 0), ({}, 0)]
)
def test_a_field_that_says_no_date_gives_none_and_is_told(said: object, told: int) -> None:
    found = put("a.json", json.dumps({"title": TITLE, "text": TEXT, "published": said}))
    assert [article.published for article in found.articles] == [None]
    assert ["date of publication is left out" in each.reason for each in found.skipped] == [True] * told
