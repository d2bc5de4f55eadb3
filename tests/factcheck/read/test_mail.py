"""Mail and feeds: what was sent, by whom and when."""

from __future__ import annotations

import pytest

from tests.factcheck.read.story import (
    FIRST,
    MAIL,
    SECOND,
    TEXT,
    TITLE,
    body,
    only,
    put,
    rss,
    stamp,
)

# ----------------------------------------------------------------------------------------------------------------- mail


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


def test_what_a_mail_cannot_say_is_told() -> None:
    head = MAIL.format(subject=TITLE).replace("05 Mar", "35 Mar") + "Content-Type: text/plain; charset=utf-8\n\n"
    intake = put("a.eml", head.encode() + "“Soon”, the “engineer” said. ".encode() + b"\xff " + TEXT.encode())
    assert intake.articles[0].published is None
    date, broken = [skipped.reason for skipped in intake.skipped]
    assert date.startswith("its date of publication is left out: “Wed, 35 Mar 2031 21:30:00 -0500”")
    assert broken == "1 broken characters are read as \ufffd; save the file again as UTF-8"


# ---------------------------------------------------------------------------------------------------------------- feeds


@pytest.mark.parametrize(
    ("dates", "day", "remarks"),
    [
        ("<pubDate>Wed, 35 Mar 2031 21:30:00 GMT</pubDate>", "", 1),
        ("<pubDate>soon</pubDate><updated>2031-03-05</updated>", "2031-03-05 feed", 0),
        ("<pubDate> </pubDate>", "", 0),
    ],
)
def test_a_date_of_a_feed_that_is_none_is_told(dates: str, day: str, remarks: int) -> None:
    intake = put("a.rss", rss(f"<title>{TITLE}</title>{dates}<description>{FIRST}</description>"))
    assert stamp(intake.articles[0]) == day
    assert ["its date of publication is left out" in skipped.reason for skipped in intake.skipped] == [True] * remarks


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
