"""A story in the forms in which articles are saved, and what tests ask of what is read from it."""

from __future__ import annotations

from pathlib import Path

from claims.model import BlockRole
from claims.view import view_of
from factcheck.model import Article, Intake
from factcheck.read import read
from tests.factcheck.read.pages import pages

FIRST = "The Mill Street bridge was closed on Monday after a truck struck it, the city of Aldermoor said."
SECOND = "Repairs will take about 9 weeks and cost $6.2 million, according to its engineer, Sol Abara, 58."
TEXT = f"{FIRST}\n\n{SECOND}\n"
CLOSED = "The bridge was closed on Monday after a truck struck its northern side,"
TITLE = "Bridge closed after truck strikes it"
MAIL = """\
Received: from mx.example; Thu, 6 Mar 2031 08:00:00 +0000
From: =?utf-8?q?Alderm=C3=B6r_Notes?= <news@notes.example>
Subject: {subject}
Date: Wed, 05 Mar 2031 21:30:00 -0500 (EST)
MIME-Version: 1.0
"""
RECORD = {
    "id": 7,
    "headline": TITLE,
    "body": TEXT,
    "published_at": "2031-03-05T21:30:00Z",
    "publisher": {"name": "Notes"},
}
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:{n}"><itemMeta><provider><name>Meridian</name></provider>
<versionCreated>2031-03-06T08:00:00Z</versionCreated><firstCreated>2031-03-05T21:30:00Z</firstCreated></itemMeta>
<contentMeta><headline>{title}</headline><by>By Cy Dent</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{first}</p><p>{second}</p></body></html></inlineXML></contentSet></newsItem>"""
PAGE = next(page for page in pages() if page.style == "release")


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


def rss(entry: str, above: str = "") -> str:
    return f"""<?xml version="1.0"?>{above}<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    ><channel><itunes:title>Listen</itunes:title><title>Aldermoor Notes</title><item>{entry}</item></channel></rss>"""
