"""Broken and hostile files cost a line, never the run; nothing is fetched, whatever a file refers to."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import time
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest

from factcheck.model import Limits
from factcheck.read import Terms, limits, read
from tests.factcheck.read import files
from tests.factcheck.read.pages import pages
from tests.factcheck.read.story import put

STORY = "The ferry sank on Monday with 12 people aboard.\n\nThree of them drowned, the coast guard said.\n"
PAGE = pages()[0].source


def bomb(name: str = "word/document.xml") -> bytes:
    """An archive whose member unpacks to far more than it weighs."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(limits.LONGEST_UNPACKED // 1_000_000 + 2):
            member.write(b" " * 1_000_000)
    return made.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XML_BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss><channel><item><title>&l9;</title></item></channel></rss>'
LEAK = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>T</title>'
    "<description>The host is &x; today and three people know it.</description></item></channel></rss>"
)
PDF = files.pdf([files.column(72, 700, STORY.split("\n"))])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.html", b"", "empty"),
        ("empty.pdf", b" ", "empty"),
        ("empty.docx", b"", "empty"),
        ("bare.html", b"<html><body></body></html>", "no article is found"),
        ("menu.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no article is found"),
        ("text.pdf", STORY.encode(), "no PDF"),
        ("cut.pdf", PDF[:60], "broken"),
        ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken"),
        ("text.docx", STORY.encode(), "no office document"),
        ("cut.docx", files.docx("<w:p/>")[:90], "no office document"),
        ("other.docx", files.zipped({"a.txt": "x"}), "no text document"),
        ("bomb.docx", bomb(), "unpacks to more"),
        ("bomb.odt", bomb("content.xml"), "unpacks to more"),
        ("bad.docx", files.zipped({"word/document.xml": "<w:p>"}), "XML is broken"),
        ("bomb.xml", XML_BOMB.encode(), ""),
        ("deep.xml", b"<rss>" * 100_000, "XML is broken"),
        ("other.xml", b"<a>5</a>", "no feed"),
        ("deep.json", b"[" * 100_000, "nested too deep"),
        ("deep2.json", b'{"a":' * 100_000, "no JSON"),
        ("value.json", b"5", "no article"),
        ("report.json", b'{"schema": "factcheck.report/1", "articles": [{"id": "a"}]}', "a report of this program"),
        ("noise.jsonl", b"\x00\xff\xfe\n", "no JSON"),
        ("noise.csv", b"\x00\x01\x02", "binary"),
        ("noise.eml", b"\x00\x01", ""),
        ("noise.mhtml", STORY.encode(), "no page"),
        ("noise.warc", STORY.encode(), "no WARC"),
        ("noise.warc.gz", STORY.encode(), "no WARC"),
        ("cut.warc.gz", gzip.compress(b"WARC/1.0\r\n" * 99)[:24], "breaks off"),
        ("noise.parquet", b"PAR1 no", "Parquet"),
        ("page.txt", PDF, "a PDF"),
        ("german.txt", ("Die Fähre ist am Montag mit zwölf Menschen an Bord gesunken, und drei von ihnen sind ertrunken, "
                        "wie die Küstenwache mitteilte. Das Schiff war auf dem Weg nach Port Nerim.").encode(), "German"),
        ("russian.txt", "Паром затонул в понедельник, на борту находились двенадцать человек.".encode(), "another language"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(name: str, data: bytes, says: str) -> None:
    Path("good.txt").write_text(STORY)
    Path(name).write_bytes(data)
    intake = read([".", name])
    assert "good.txt" in [article.id for article in intake.articles]
    told = [skipped for skipped in intake.skipped if skipped.what.startswith(name)]
    if says:
        assert len(told) == 1
        assert says in told[0].reason
        assert "\n" not in told[0].reason
        assert "Error" not in told[0].reason


def test_entities_are_not_resolved_from_files() -> None:
    (article,) = put("a.xml", LEAK).articles
    assert Path("/etc/hostname").read_text().strip() not in article.text.split()


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + STORY,
        "<p>" + "<b>" * 30_000 + STORY,
        "<table>" * 5_000 + STORY,
        "<!--" * 50_000,
        "<!---->" * 50_000,
        " " * 1_000_000 + PAGE,
        "<a href='" * 20_000,
        "&" * 200_000,
        '<script type="application/ld+json">' + '{"@graph":[' * 5_000 + "</script>" + PAGE,
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"name":[5,null]},"datePublished":7,"author":{}}</script>'
        + PAGE,
        PAGE.replace("2031-03-04T09:12:00+01:00", "2031-99-99T99:99:99+99:99"),
    ],
    ids=[
        "divs",
        "bolds",
        "tables",
        "comments",
        "closed comments",
        "white space",
        "open quotes",
        "ampersands",
        "deep data",
        "odd data",
        "odd dates",
    ],
)
def test_hostile_pages_end(page: str) -> None:
    intake = put("a.html", page)
    assert len(intake.articles) + len(intake.skipped) >= 1


@pytest.mark.parametrize(
    "start", [b"<!---->" * 300, b" " * 2_000, b"a: b\n" * 400, b"<?xml" * 400, b"{" * 2_000, b"<!doctype" * 200]
)
def test_the_beginning_of_a_nameless_file_is_looked_at_once(start: bytes) -> None:
    intake = put("nameless", start + b"\nThree boats sank on Monday.\n")
    assert len(intake.articles) + len(intake.skipped) >= 1


@pytest.mark.parametrize("odd", ["\x01", "\x1b", "&#1;", "\ufffe", "&#xffff;"])
def test_characters_that_no_xml_can_hold_cost_no_article(odd: str) -> None:
    related = f'<div class="related" title="{odd}" a{odd}b="{odd}"><ul><li>Read more</li></ul></div>{odd}'
    page = PAGE.replace("<footer", f"{related}<footer", 1)
    (plain,), (found,) = put("plain.html", PAGE).articles, put("odd.html", page).articles
    assert page != PAGE
    assert found.text == plain.text


@pytest.mark.parametrize("tag", ["div", "font", "blockquote", "ul><li"])
def test_what_stands_deep_in_a_page_is_read_and_so_is_what_follows(tag: str) -> None:
    (plain,) = put("plain.html", PAGE).articles
    deep = f"</p>{f'<{tag}>' * 400}<p>Deep in the page 99 boats were counted by the harbour master.</p>"
    (found,) = put("deep.html", PAGE.replace("</p>", deep, 1)).articles
    assert "99 boats" in found.text
    assert plain.blocks[-1].span.of(plain.text) in found.text


def test_a_page_that_is_nested_too_deep_to_be_read_whole_says_so() -> None:
    (skipped,) = put("a.html", PAGE.replace("</p>", "</p>" + "<font>" * 3_000, 1)).skipped
    assert skipped.reason == "its elements are nested too deep to be read to their end; save its text instead"


def test_a_record_that_is_nested_too_deep_costs_no_other() -> None:
    records = [{"id": 1, "text": "<div>" * 3_000 + STORY}, {"id": 2, "text": STORY}]
    intake = put("a.json", json.dumps(records))
    entries = "".join(
        f"<item><guid>{each['id']}</guid><description><![CDATA[{each['text']}]]></description></item>"
        for each in records
    )
    feed = put("a.rss", f"<rss><channel>{entries}</channel></rss>")
    for found in (intake, feed):
        assert [article.item for article in found.articles] == ["2"]
        assert ["nested too deep" in skipped.reason for skipped in found.skipped] == [True]


def test_the_time_for_a_page_grows_with_its_paragraphs_alone() -> None:
    page = PAGE.replace("</p>", "</p>" + "".join(f"<p>Boat {n} sank in the bay.</p>" for n in range(20_000)), 1)
    start = time.process_time()
    (found,) = put("a.html", page).articles
    assert found.locators[-1].selector
    assert time.process_time() - start < 10


def test_a_page_of_too_many_elements() -> None:
    (skipped,) = put("a.html", "<html><body>" + "<i></i>" * 120_000 + PAGE).skipped
    assert "elements" in skipped.reason


def test_a_file_may_not_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 20))
    monkeypatch.setattr("factcheck.read.limits.time.monotonic", lambda: next(clock))
    lines = "\n".join(json.dumps({"id": number, "text": STORY + str(number)}) for number in range(50))
    intake = put("a.jsonl", lines)
    assert 0 < len(intake.articles) < 50
    assert "takes longer than 60 seconds" in intake.skipped[-1].reason


def test_only_so_many_articles_are_taken_from_one_file() -> None:
    Path("a.jsonl").write_text("\n".join(json.dumps({"text": f"{STORY} {number}"}) for number in range(5)))
    intake = read(["a.jsonl"], terms=Terms(Limits(articles=3)))
    assert len(intake.articles) == 3
    assert "only its first 3 articles" in intake.skipped[0].reason


def test_a_slip_in_a_parser_costs_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def slip(*_: object, **__: object) -> NoReturn:
        raise KeyError("a bug in a library")

    monkeypatch.setattr("trafilatura.bare_extraction", slip)
    Path("good.txt").write_text(STORY)
    Path("a.html").write_text(PAGE)
    intake = read(["a.html", "good.txt"])
    assert [article.id for article in intake.articles] == ["good.txt"]
    assert "KeyError" in intake.skipped[0].reason


def test_ten_thousand_files_and_what_is_in_their_way() -> None:
    Path("in").mkdir()
    for number in range(10_000):
        Path(f"in/{number:05}.jpg").touch()
    for number in range(200):
        Path(f"in/{number:05}.txt").write_text(f"{STORY} Boat {number}.")
    os.symlink(".", "in/loop")
    intake = read(["in"])
    assert len(intake.articles) == 200
    assert len(intake.skipped) == 10_001


SEEDS = {
    ".html": PAGE.encode(), ".pdf": PDF, ".docx": files.docx("<w:p><w:r><w:t>Five boats sank.</w:t></w:r></w:p>"),
    ".odt": files.odt("<text:p>Five boats sank.</text:p>"), ".eml": b"From: a@b.example\nSubject: x\n\nFive boats sank.\n",
    ".json": json.dumps([{"text": STORY, "date": "2031-03-05"}]).encode(), ".csv": b"text,date\nFive boats sank,2031-03-05\n",
    ".xml": b"<rss><channel><item><title>T</title><description>Five boats sank</description></item></channel></rss>",
    ".warc": files.warc({"http://x.example/": PAGE.encode()}), ".mhtml": b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE.encode(),
}  # fmt: skip


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("something asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    remote = PAGE.replace(
        "<head>", '<head><base href="http://net.example/"><link rel="import" href="http://net.example/a.html">'
    )
    dtd = '<!DOCTYPE rss SYSTEM "http://net.example/rss.dtd" [<!ENTITY % p SYSTEM "http://net.example/p.dtd"> %p;]>'
    feed = (
        SEEDS[".xml"]
        .decode()
        .replace(
            "<channel>", '<channel xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="http://net.example/x"/>'
        )
    )
    style = '<?xml-stylesheet href="http://net.example/a.xsl"?>'
    for suffix, seed in {
        **SEEDS,
        ".html": remote.encode(),
        ".xml": (style + dtd + feed).encode(),
        ".atom": feed.encode(),
    }.items():
        put(f"a{suffix}", seed)
    intake = read(["."])
    assert {Path(article.path).suffix for article in intake.articles} >= {
        ".html",
        ".pdf",
        ".docx",
        ".odt",
        ".eml",
        ".json",
        ".csv",
    }
    assert not [skipped for skipped in intake.skipped if "network" in skipped.reason]
