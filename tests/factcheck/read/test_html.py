"""What a page says of itself, in the many ways in which pages say it; and what of it is the article."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from factcheck.model import Article
from factcheck.read import read
from factcheck.read.document import Document
from factcheck.read.formats import html

TITLE = "Bridge closed after truck strikes it"
BODY = [
    "The Mill Street bridge was closed on Monday after a truck struck it, the city of Aldermoor said.",
    "Repairs will take about nine weeks and cost $6.2 million, according to its engineer, Sol Abara, 58.",
    "Buses will be led over the mill road until then, which adds 14 minutes to the way to school.",
]


def page(head: str = "", above: str = "", below: str = "", body: list[str] | None = None, title: str = TITLE) -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in (BODY if body is None else body))
    heading = f"<h1>{title}</h1>" if title else ""
    return (
        f"<!doctype html><html><head><title>{title} | Courier</title>{head}</head><body><main><article>{heading}{above}"
        f"<div class=body>{paragraphs}{below}</div></article></main></body></html>"
    )


def linked(**said: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def document(source: str | bytes) -> Document:
    (found,) = html.read(BytesIO(source if isinstance(source, bytes) else source.encode()))
    return found


def stamp(source: str) -> str:
    when = document(source).facts.published
    if when is None:
        return ""
    day = str(when.first) if when.is_day else f"{when.first}/{when.last}"
    clock = f"T{when.time:%H:%M}" if when.time else ""
    zone = f"{when.offset:+d}" if when.offset is not None else ""
    return f"{day}{clock}{zone} {when.origin}"


META = '<meta property="article:published_time" content="2031-03-05T09:30:00+01:00">'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (page(META, "<p>Published March 7, 2031</p>"), "2031-03-05T09:30+60 meta"),
        (page(linked(datePublished="2031-03-04T08:00:00-05:00") + META), "2031-03-04T08:00-300 json-ld"),
        (page(linked(datePublished="yesterday") + META), "2031-03-05T09:30+60 meta"),
        (page('<meta name="date" content="2031-03">'), "2031-03-01/2031-03-31 meta"),
        (page('<meta name="pubdate" content="20310305T093000Z">'), "2031-03-05T09:30+0 meta"),
        (page("", '<time datetime="2031-03-05T09:30:00Z">5 March</time>'), "2031-03-05T09:30+0 time element"),
        (page("", "<p class=date>Wednesday 5 March 2031 09.30 GMT</p>"), "2031-03-05T09:30+0 dateline"),
        (page("", "<div>By Ana Whitfield</div><div>March 5, 2031 at 9:30 p.m. MST</div>"), "2031-03-05T21:30-420 dateline"),
        (page('<link rel="canonical" href="https://c.example/2031/03/05/bridge">'), "2031-03-04/2031-03-06 url"),
        (page("", "<p>Updated March 6, 2031, 8 a.m. PST</p>"), "2031-03-06 inferred"),
        (page(linked(dateModified="2031-03-06T08:00:00Z")), "2031-03-06 inferred"),
        (page(), ""),
    ],
    ids=["meta", "json-ld first", "bad json-ld", "month", "compact", "time", "line", "byline and line", "address", "updated", "modified", "none"],
)  # fmt: skip
def test_dates(source: str, expected: str) -> None:
    assert stamp(source) == expected


@pytest.mark.parametrize(
    ("utc", "shown", "expected"),
    [
        ("2031-03-06T04:30:00Z", "March 5, 2031, 9:30 p.m. MST", "2031-03-05T21:30-420 dateline"),
        ("2031-03-06T04:30:00Z", "March 6, 2031", "2031-03-06T04:30+0 json-ld"),
        ("2031-03-06T04:30:00Z", "February 2, 2031", "2031-03-06T04:30+0 json-ld"),
        ("2031-03-06T04:30:00+01:00", "March 5, 2031", "2031-03-06T04:30+60 json-ld"),
    ],
)
def test_a_stamp_in_utc_gives_way_to_the_day_that_readers_are_shown(utc: str, shown: str, expected: str) -> None:
    assert stamp(page(linked(datePublished=utc), f"<p>{shown}</p>")) == expected


def test_other_articles_of_the_page_say_nothing_of_this_one() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Another",
        "datePublished": "2029-01-01",
        "url": "https://c.example/other",
    }
    this = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2031-03-05", "url": "https://c.example/bridge"}
    head = f'<link rel="canonical" href="https://c.example/bridge"><script type="application/ld+json">{json.dumps([other, this])}</script>'
    assert stamp(page(head)) == "2031-03-05 json-ld"
    teasers = '<aside><ul><li><time datetime="2029-01-01">1 January</time><a href=/o>Another</a></li></ul></aside>'
    assert stamp(page("", teasers + '<time datetime="2031-03-05">5 March</time>')) == "2031-03-05 time element"
    assert (
        stamp(page("", "", "<p>Published January 3, 2029: another story on the bridge and its long history.</p>")) == ""
    )


@pytest.mark.parametrize(
    ("head", "above", "title", "source", "author"),
    [
        (linked(headline="From data", publisher={"name": "Courier"}, author=[{"name": "A B"}, {"name": "C D"}]), "", "From data", "Courier", "A B, C D"),
        (linked(headline="From &amp; data", author="A B", publisher="Courier"), "", "From & data", "Courier", "A B"),
        ('<meta property="og:title" content="Shown"><meta property="og:site_name" content="Courier">', "", "Shown", "Courier", ""),
        ('<meta name="author" content="https://c.example/ana">', "<p>By Ana Whitfield</p>", TITLE, "", "Ana Whitfield"),
        ('<link rel="canonical" href="https://www.courier.example/bridge">', "", TITLE, "courier.example", ""),
    ],
)  # fmt: skip
def test_title_source_and_author(head: str, above: str, title: str, source: str, author: str) -> None:
    facts = document(page(head, above)).facts
    assert (facts.title, facts.source, facts.author) == (title, source, author)


def test_facts_tell_where_they_are_known_from() -> None:
    head = linked(headline=TITLE) + '<meta property="og:site_name" content="Courier">'
    facts = document(page(head, "<p>By Ana Whitfield</p>")).facts
    assert dict(facts.origins) == {"title": "json-ld", "source": "meta", "author": "byline"}


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0030)https://c.example/2031/bridge -->",
        "<!--\n Page saved with SingleFile \n url: https://c.example/2031/bridge \n saved date: Fri Jan 01 2038\n-->",
    ],
)
def test_the_address_that_a_browser_left(comment: str) -> None:
    assert document(comment + page()).facts.url == "https://c.example/2031/bridge"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "declared", ["", '<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">']
)
def test_encodings(encoding: str, declared: str) -> None:
    text = "The café’s owner, José Peña, 52, paid £45 for a “naïve” painting that was sold again two years later."
    source = page(declared.format(encoding if encoding != "utf-16" else "utf-8"), body=[text, *BODY])
    assert text in document(source.encode(encoding)).text


def test_a_page_that_is_drawn_by_a_script_is_read_from_its_data() -> None:
    source = f"<html><head><title>x</title>{linked(headline=TITLE, articleBody=chr(10).join(BODY), datePublished='2031-03-05')}</head><body><div id=root></div></body></html>"
    found = document(source)
    assert [block.span.of(found.text) for block in found.blocks] == [TITLE, *BODY]


def test_corrections_lists_and_quotations_stay_and_tables_and_captions_go() -> None:
    below = (
        "<ul><li>The bridge was built in 1962 and widened in 1988.</li><li>It carries 9,000 cars a day.</li></ul>"
        "<blockquote><p>It shook like a drum, said Mara Dellin, who lives beside it.</p></blockquote>"
        "<figure><img src=a.jpg><figcaption>The bridge in 2030.</figcaption></figure>"
        "<table><tr><td>Length</td><td>77 m</td></tr></table>"
        "<p><em>Correction: an earlier version of this article gave the cost as $62 million.</em></p>"
    )
    text = document(page(below=below)).text
    assert all(words in text for words in ("widened in 1988", "9,000 cars", "like a drum", "Correction: an earlier"))
    assert "77 m" not in text
    assert "in 2030" not in text


def test_words_around_links_and_line_breaks_stay_apart() -> None:
    body = [
        'The <a href="/b">bridge</a> was <b>closed</b> on&nbsp;Monday<sup><a href=#n>1</a></sup>, the city<wbr>hall said in a long note.',
        "One line<br>another line",
        *BODY,
    ]
    text = document(page(body=body)).text
    assert "The bridge was closed on Monday, the city" in text
    assert "One line\nanother line" in text or "One line another line" in text


def test_pages_and_text_lie_in_one_folder(tmp_path: Any) -> None:
    (tmp_path / "a.html").write_text(page(META))
    (tmp_path / "b.txt").write_text("\n\n".join([TITLE, *BODY]))
    articles: tuple[Article, ...] = read([str(tmp_path)]).articles
    assert [bool(article.duplicate_of) for article in articles] == [False, True]


def test_a_page_that_is_headed_by_the_name_of_its_site() -> None:
    source = page(title="").replace(
        "<article>", f"<h1>Courier</h1><article><h2>{TITLE}</h2><small>March 5th, 2031 by Lucy</small>"
    )
    source = source.replace("<title> |", f"<title>{TITLE} |")
    found = document(source)
    assert found.facts.title == TITLE
    assert found.text.startswith(TITLE)
    assert (stamp(source), found.facts.author) == ("2031-03-05 dateline", "Lucy")
