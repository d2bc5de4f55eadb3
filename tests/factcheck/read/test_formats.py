"""Each format gives its articles, what is known of them, and where in the file they stand."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import time
from pathlib import Path

import pytest

from claims.model import BlockRole
from claims.view import view_of
from factcheck.model import Article, Intake, Limits
from factcheck.read import FORMATS, Terms, read
from tests.factcheck.read import files
from tests.factcheck.read.pages import pages

FIRST = "The Mill Street bridge was closed on Monday after a truck struck it, the city of Aldermoor said."
SECOND = "Repairs will take about 9 weeks and cost $6.2 million, according to its engineer, Sol Abara, 58."
TEXT = f"{FIRST}\n\n{SECOND}\n"
CLOSED = "The bridge was closed on Monday after a truck struck its northern side,"
TITLE = "Bridge closed after truck strikes it"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, data: str | bytes) -> Intake:
    Path(path).write_bytes(data.encode() if isinstance(data, str) else data)
    return read([path])


def only(intake: Intake) -> Article:
    assert intake.skipped == ()
    (article,) = intake.articles
    return article


def body(article: Article) -> list[str]:
    told = (BlockRole.BODY, BlockRole.LIST)
    return [view_of(article.text, b.span, b.markup).text for b in article.blocks if b.role in told]


def stamp(article: Article) -> str:
    when = article.published
    if when is None:
        return ""
    clock = f"T{when.time:%H:%M}" if when.time else ""
    zone = f"{when.offset:+d}" if when.offset is not None else ""
    return f"{when.first}{clock}{zone} {when.origin}"


# ------------------------------------------------------------------------------------------ office files


def test_word() -> None:
    parts = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>By Ana Whitfield</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Published March 5, 2031, 9:30 a.m. EST</w:t></w:r></w:p>"
        "<w:p><w:r><w:t xml:space='preserve'>It was closed on </w:t></w:r><w:del><w:r><w:delText>Sunday</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Monday</w:t></w:r></w:ins><w:r><w:t>, the city said.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Table 77</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two lanes are shut.</w:t></w:r></w:p>"
    )
    article = only(put("a.docx", files.docx(parts, "Bridge shut", "Desk")))
    assert (article.title, article.author, stamp(article)) == ("Bridge shut", "Desk", "2031-03-05T09:30-300 dateline")
    assert body(article) == ["It was closed on Monday, the city said.", "Two lanes are shut."]
    assert [each.paragraph for each in article.locators] == [1, 2, 3, 4, 5]
    assert [article.blocks[number].role for number in (0, 1, 2)] == [
        BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.DATELINE,
    ]  # fmt: skip


def test_a_paragraph_within_another_in_word() -> None:
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>Two lanes are shut.</w:t></w:r></w:p></w:txbxContent></w:r>"
    parts = f"<w:p><w:r><w:t>It was closed on Monday, </w:t></w:r>{box}<w:r><w:t>the city said.</w:t></w:r></w:p>"
    article = only(put("a.docx", files.docx(parts)))
    assert body(article) == ["Two lanes are shut.", "It was closed on Monday, the city said."]


@pytest.mark.parametrize(
    ("mark", "shown"), [("<w:vanish/>", False), ('<w:vanish w:val="1"/>', False), ('<w:vanish w:val="0"/>', True)]
)
def test_hidden_words_in_word(mark: str, shown: bool) -> None:
    hidden = f"<w:r><w:rPr>{mark}</w:rPr><w:t>Check: nine? </w:t></w:r>"
    parts = f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{hidden}<w:r><w:t>Seven boats sank.</w:t></w:r></w:p>"
    assert only(put("a.docx", files.docx(parts))).text == ("Check: nine? " * shown) + "Seven boats sank.\n"


def test_writer() -> None:
    parts = (
        '<text:h text:outline-level="1">Bridge closed</text:h><text:p>It was <text:span>closed</text:span> on<text:s/>Monday'
        "<text:note><text:note-body><text:p>Note 9.</text:p></text:note-body></text:note>, the city said.</text:p>"
        "<text:list><text:list-item><text:p>Two lanes are shut.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>77</text:p></table:table-cell></table:table-row></table:table>"
    )
    article = only(put("a.odt", files.odt(parts, "Bridge shut")))
    assert (article.title, stamp(article)) == ("Bridge shut", "")
    assert body(article) == ["It was closed on Monday, the city said.", "Two lanes are shut."]


# --------------------------------------------------------------------------------------------------- PDF


def test_pdf_paragraphs_pages_and_furniture() -> None:
    def page(number: int, lines: list[str]) -> list[files.Shown]:
        edge: list[files.Shown] = [(72, 770, 8, "City of Aldermoor - statement"), (300, 20, 8, f"Page {number} of 3")]
        return [*edge, *files.column(72, 700, lines)]

    first = [
        "The bridge was closed on Monday after a truck struck its north-",
        "ern side, the city of Aldermoor said in a state-",
    ]
    article = only(
        put(
            "a.pdf",
            files.pdf(
                [
                    [(72, 735, 20, TITLE), *page(1, first)],
                    page(
                        2,
                        [
                            "ment that was read out at noon.",
                            "Repairs will take nine weeks.",
                            "",
                            "They cost $6.2 million.",
                        ],
                    ),
                    page(3, ["The bridge was built in 1962."]),
                ],
                "Microsoft Word - final2.docx",
            ),
        )
    )
    assert article.title == TITLE
    assert body(article) == [
        f"{CLOSED} the city of Aldermoor said in a statement that was read out at noon.",
        "Repairs will take nine weeks.",
        "They cost $6.2 million.",
        "The bridge was built in 1962.",
    ]
    assert [(each.page, each.paragraph) for each in article.locators] == [
        (1, 1), (1, 2), (2, 2), (2, 3), (2, 4), (3, 5),
    ]  # fmt: skip
    assert article.locators[2].span.of(article.text).startswith("ment that was")


@pytest.mark.parametrize("woven", [False, True])
def test_pdf_columns_are_read_one_after_the_other(woven: bool) -> None:
    left = [f"left line {number} of words that fill the column" for number in "abcdefgh"]
    right = [f"right line {number} of words that fill the column" for number in "abcdefgh"]
    one, two = files.column(60, 650, left), files.column(330, 650, right)
    shown = [line for pair in zip(one, two, strict=True) for line in pair] if woven else [*one, *two]
    article = only(
        put("a.pdf", files.pdf([[(60, 700, 18, "A headline that spans both of the columns below"), *shown]]))
    )
    words = " ".join(article.text.split())
    assert words.endswith(" ".join([*left, *right]))


@pytest.mark.parametrize("pictured", [1, 2])
def test_pages_that_are_pictures_are_told(pictured: int) -> None:
    pages: list[list[files.Shown]] = [files.column(72, 700, [FIRST]), files.column(72, 700, [SECOND]), []]
    pages[pictured] = []
    intake = put("a.pdf", files.pdf(pages, pictured={pictured}))
    assert len(intake.articles) == 1
    assert [skipped.reason for skipped in intake.skipped] == [
        f"page {pictured + 1} is a picture without text; run text recognition over it first"
    ]


def test_the_end_of_an_endless_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.formats.pdf._MOST_CHARACTERS", 50)
    intake = put("a.pdf", files.pdf([files.column(72, 700, [FIRST])]))
    assert body(intake.articles[0]) == [FIRST[:50].strip()]
    assert [skipped.reason for skipped in intake.skipped] == ["page 1 is read up to its character 50"]


def test_a_scanned_pdf_says_so() -> None:
    (skipped,) = put("a.pdf", files.pdf([[]])).skipped
    assert "only pictures of pages" in skipped.reason


# -------------------------------------------------------------------------------------------------- mail

MAIL = """\
Received: from mx.example; Thu, 6 Mar 2031 08:00:00 +0000
From: =?utf-8?q?Alderm=C3=B6r_Notes?= <news@notes.example>
Subject: {subject}
Date: Wed, 05 Mar 2031 21:30:00 -0500 (EST)
MIME-Version: 1.0
"""


def test_mail_in_plain_text() -> None:
    text = f"{TEXT}\n> We wrote on 1 May.\n\n-- \nAldermoor Notes, 77 Main Street\n"
    article = only(put("a.eml", MAIL.format(subject="Fwd: " + TITLE) + "Content-Type: text/plain\n\n" + text))
    assert (article.title, article.source) == (TITLE, "Aldermör Notes")
    assert stamp(article) == "2031-03-05T21:30-300 mail"
    assert body(article) == [FIRST, SECOND]


def test_a_mail_in_several_parts_is_read_to_its_end() -> None:
    parts = [
        f"Content-Type: text/plain\n\n{FIRST}\n-- \nAldermoor Notes",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA",
        f"Content-Type: text/plain\n\n{SECOND}\n",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThe bridge was built in 1962.\n",
        f"Content-Type: message/rfc822\n\nSubject: x\nContent-Type: text/plain\n\n{TEXT}\n",
    ]
    mixed = 'Content-Type: multipart/mixed; boundary="x"\n' + "".join(f"\n--x\n{part}" for part in parts) + "\n--x--\n"
    assert body(only(put("a.eml", MAIL.format(subject=TITLE) + mixed))) == [FIRST, SECOND]


def test_mail_in_html() -> None:
    rich = (
        f"<table><tr><td><p>{FIRST}</p><p style='display:none'>Preview 8</p></td></tr><tr><td>{SECOND}</td></tr>"
        "<tr><td>Unsubscribe from 3 lists</td></tr></table>"
    )
    parts = (
        'Content-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/plain\n\nSee the HTML part.\n'
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{rich}\n--x--\n"
    )
    article = only(put("a.eml", MAIL.format(subject=TITLE) + parts))
    assert body(article) == [FIRST, SECOND]
    assert article.text.startswith(TITLE)


STUB = "Your program for mail cannot show pages. Please open https://notes.example/bridge in your browser to read on."
RICH = f"Content-Type: text/html\n\n<p>{FIRST}</p><p>{SECOND}</p>\n"


def _parts(kind: str, *parts: str) -> str:
    return f'Content-Type: multipart/{kind}; boundary="{kind}"\n' + "".join(
        f"\n--{kind}\n{part}" for part in (*parts, "")
    ).removesuffix("\n") + "--\n"  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "paragraphs"),
    [
        (_parts("mixed", RICH, "Content-Type: text/plain\n\nNotes, a list by mail.\n"), [FIRST, SECOND, "Notes, a list by mail."]),
        (_parts("alternative", f"Content-Type: text/plain\n\n{STUB}\n", RICH), [FIRST, SECOND]),
        (_parts("alternative", f"Content-Type: text/plain\n\n{FIRST}\n> {SECOND}\n", RICH), [FIRST]),
        (_parts("alternative", f"Content-Type: text/plain\n\n{TEXT}", _parts("related", RICH)), [FIRST, SECOND]),
        (_parts("alternative", f"Content-Type: text/plain\n\n{TEXT}", "Content-Type: text/html\n\n\n"), [FIRST, SECOND]),
        (_parts("mixed", _parts("alternative", f"Content-Type: text/plain\n\n{STUB}\n", RICH), "Content-Type: text/plain\n\nIt shut.\n"), [FIRST, SECOND, "It shut."]),
    ],
    ids=["a footer behind a page", "a hint at a page", "a reply", "a page with pictures", "an empty page", "a letter behind two forms"],
)  # fmt: skip
def test_the_parts_of_a_mail(parts: str, paragraphs: list[str]) -> None:
    assert body(only(put("a.eml", MAIL.format(subject=TITLE) + parts))) == paragraphs


@pytest.mark.parametrize("charset", ["undefined", "punycode", "no-such", '"a\0b"'])
def test_an_encoding_that_is_none_costs_no_mail(charset: str) -> None:
    head = MAIL.format(subject=TITLE) + f"Content-Type: text/plain; charset={charset}\n\n"
    assert body(only(put("a.eml", head + TEXT))) == [FIRST, SECOND]


# ------------------------------------------------------------------------------------------------- feeds


def test_rss() -> None:
    feed = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Aldermoor Notes</title><item><title>{TITLE}</title>
    <link>https://notes.example/2031/03/05/bridge</link><guid>n-1</guid><dc:creator>Cy Dent</dc:creator>
    <pubDate>Wed, 05 Mar 2031 21:30:00 GMT</pubDate><description>Short.</description>
    <content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
    <item><title>Library opens</title><guid>n-2</guid><description>It opens on Sunday, the 12th time this year.</description></item>
    <item><title>Empty</title><guid>n-3</guid></item></channel></rss>"""
    intake = put("a.xml", feed)
    first, second = intake.articles
    assert (first.id, first.item, first.source, first.author) == ("a.xml#n-1", "n-1", "Aldermoor Notes", "Cy Dent")
    assert body(first) == [FIRST, SECOND]
    assert second.title == "Library opens"
    assert (intake.skipped[0].what, intake.skipped[0].reason[:21]) == ("a.xml#n-3", "the entry holds no te")
    assert stamp(first).endswith(" url"), "an address is believed before the stamp of a feed"


def test_atom() -> None:
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><id>tag:x,1</id><title type="html">A &amp;amp; B</title>
    <link href="https://notes.example/b"/><published>2031-03-05T21:30:00-05:00</published><updated>2031-03-06T09:00:00-05:00</updated>
    <author><name>Cy Dent</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div>
    </content></entry></feed>"""
    article = only(put("a.atom", feed))
    assert (article.title, stamp(article)) == ("A & B", "2031-03-05T21:30-300 feed")
    assert article.modified
    assert str(article.modified.first) == "2031-03-06"
    assert body(article) == [FIRST, SECOND]


def rss(entry: str, above: str = "") -> str:
    return f"""<?xml version="1.0"?>{above}<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    ><channel><itunes:title>Listen</itunes:title><title>Aldermoor Notes</title><item>{entry}</item></channel></rss>"""


@pytest.mark.parametrize(
    "entry",
    [
        f"<media:title>A photo</media:title><title>{TITLE}</title><description>{FIRST}</description>",
        f"<title>{TITLE}</title><media:content><media:credit>A. B.</media:credit></media:content><description>{FIRST}</description>",
        f"<media:description>The bridge in 2019</media:description><title>{TITLE}</title><description>{FIRST}</description>",
        f"<itunes:title>Nine minutes</itunes:title><title>{TITLE}</title><description>{FIRST}</description>",
        f"<title>{TITLE}</title><content:encoded><![CDATA[<p><img src='a.jpg'></p>]]></content:encoded><description>{FIRST}</description>",
        f"<title>{TITLE}</title><content:encoded><![CDATA[<img src='a.jpg'>]]></content:encoded><description>{FIRST}</description>",
    ],
    ids=["title of a picture", "picture", "caption", "podcast", "picture in a paragraph", "picture alone"],
)  # fmt: skip
def test_what_a_feed_says_of_pictures_is_not_the_article(entry: str) -> None:
    article = only(put("a.rss", rss(entry)))
    assert (article.title, article.source, body(article)) == (TITLE, "Aldermoor Notes", [FIRST])


EXTERNAL = '<!DOCTYPE {} SYSTEM "http://x.example/a.dtd">'


@pytest.mark.parametrize(
    "above",
    [
        EXTERNAL.format("rss"),
        '<!DOCTYPE rss [<!ENTITY ndash "&#8211;"><!ENTITY frac12 "&#189;"><!ENTITY pound "&#163;"><!ENTITY nbsp "&#160;">]>',
    ],
    ids=["external", "internal"],
)
@pytest.mark.parametrize("form", ["{}", "<![CDATA[<b>{}</b>]]>"])
def test_characters_that_are_named_are_read(above: str, form: str) -> None:
    said = form.format("It takes 12&ndash;15 weeks and costs &pound;2&frac12;&nbsp;million.")
    article = only(put("a.rss", rss(f"<title>{TITLE}</title><description>{said}</description>", above)))
    assert body(article) == ["It takes 12–15 weeks and costs £2½ million."]


@pytest.mark.parametrize("name", ["aldermoor", "ndash", "secret"])
def test_names_that_are_not_known_are_told(name: str) -> None:
    kind = '[<!ENTITY ndash "to"><!ENTITY secret SYSTEM "file:///etc/hostname">]'
    text = f"<p>From <b>12</b>&{name};15 weeks&hellip;</p>"
    nitf = f"{EXTERNAL.format('nitf').removesuffix('>')} {kind}><nitf><body><body.content>{text}</body.content></body></nitf>"
    for path, data in (
        ("a.nitf", nitf),
        ("b.rss", rss(f"<description>{text}</description>", EXTERNAL.format("rss")[:-1] + kind + ">")),
    ):
        intake = put(path, data)
        assert intake.articles[0].text.strip() == "From 12\ufffd15 weeks…"
        assert [skipped.reason for skipped in intake.skipped] == [
            "1 unknown characters are read as \ufffd; write them as themselves"
        ]


# ----------------------------------------------------------------------------------------------- records

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


RECORD = {
    "id": 7,
    "headline": TITLE,
    "body": TEXT,
    "published_at": "2031-03-05T21:30:00Z",
    "publisher": {"name": "Notes"},
}


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
        (['7,It shut.', '8,"It shut.'], ["7", "8"], {}),
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


# ----------------------------------------------------------------------------------------- news agencies

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:{n}"><itemMeta><provider><name>Meridian</name></provider>
<versionCreated>2031-03-06T08:00:00Z</versionCreated><firstCreated>2031-03-05T21:30:00Z</firstCreated></itemMeta>
<contentMeta><headline>{title}</headline><by>By Cy Dent</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{first}</p><p>{second}</p></body></html></inlineXML></contentSet></newsItem>"""


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


# ---------------------------------------------------------------------------------------------- archives

PAGE = next(page for page in pages() if page.style == "release")


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


# ------------------------------------------------------------------------------------------- all of them


@pytest.mark.parametrize(
    ("start", "title"),
    [(PAGE.source, PAGE.title), (json.dumps(RECORD), TITLE), (MAIL.format(subject=TITLE) + "\n" + TEXT, TITLE),
     (ITEM.format(n=1, title=TITLE, first=FIRST, second=SECOND), TITLE)],
    ids=["page", "json", "mail", "newsml"],
)  # fmt: skip
def test_a_file_without_a_telling_name_is_known_by_its_beginning(start: str, title: str) -> None:
    assert only(put("saved", start)).title == title


def test_every_extracted_quote_stands_where_it_is_said_to() -> None:
    article = only(put("a.html", PAGE.source))
    assert article.locators
    for locator, block in zip(article.locators, article.blocks, strict=False):
        assert locator.span == block.span


def test_the_files_own_dates_are_never_used() -> None:
    Path("a.txt").write_text(TEXT)
    assert only(read(["a.txt"])).published is None
    assert stamp(only(put("a.docx", files.docx(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>")))) == ""
    assert time.localtime().tm_year  # the clock is there and is not asked


def test_the_table_of_formats_names_them_all() -> None:
    table = (Path(__file__).parents[3] / "docs" / "articles.md").read_text("utf-8")
    for known in FORMATS:
        assert f"| {known.name} | {', '.join(f'`{each}`' for each in known.suffixes)} | {known.keeps} |" in table
