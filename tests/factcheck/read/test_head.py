"""The lines above an article are understood, and sentences are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Published
from factcheck.read import read
from factcheck.read.dated import ORDER, best, of_address
from factcheck.read.head import byline, head

SENTENCE = "The bridge was closed on Monday after a truck struck it, the city of Aldermoor said in a long statement."


def stamp(when: Published | None) -> str:
    if when is None:
        return ""
    clock = f"T{when.time:%H:%M}" if when.time else ""
    zone = f"{when.offset:+d}" if when.offset is not None else ""
    return f"{when.first}{clock}{zone}"


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("March 5, 2031", "2031-03-05", ""),
        ("Published: 5 March 2031", "2031-03-05", ""),
        ("Posted on Wednesday, March 5th, 2031 at 9:30 p.m. EST", "2031-03-05T21:30-300", ""),
        ("9:30 PM EDT, Wed March 5, 2031", "2031-03-05T21:30-240", ""),
        ("Mar. 5, 2031 | 21:30 GMT", "2031-03-05T21:30+0", ""),
        ("First published on 5 Sept 2031 07.15 BST", "2031-09-05T07:15", ""),
        ("Published 2031-03-05", "2031-03-05", ""),
        ("Updated 5 March 2031, 18:20 GMT", "", "2031-03-05T18:20+0"),
        ("Last modified on Thu 6 Mar 2031 09.00 ET", "", "2031-03-06T09:00"),
        ("Published March 5, 2031 9:30 a.m. | Updated March 6, 2031 8 a.m.", "2031-03-05T09:30", "2031-03-06T08:00"),
        ("By Ana Whitfield | March 5, 2031", "2031-03-05", ""),
        ("PORT NERIM, March 5, 2031 (Wire) — A ferry ran aground on Tuesday.", "2031-03-05", ""),
        ("VELM, Norland, 5 March 2031 – A storm killed three people.", "2031-03-05", ""),
        ("Velm, March 5, 2031", "2031-03-05", ""),
        ("Bo Reyes · 9 May 2031, 6:41am", "2031-05-09T06:41", ""),
        ("September 12th, 2031 by Lucy", "2031-09-12", ""),
        ("In pictures: the flood — March 5, 2011", "", ""),
        ("Velm, Nov. 18 — A storm killed three people.", "", ""),
        ("On Tuesday, March 5, 2031 - the third day of the storm - two men died.", "", ""),
        ("The trial, March 5, 2031: what we know", "", ""),
        ("Storm Ivo, which struck on March 5, 2031, killed three.", "", ""),
        ("The fair opens March 5, 2031", "", ""),
        ("3/5/2031", "", ""),
        ("Deaths on March 5, 2031", "", ""),
    ],
)
def test_lines_of_dates(line: str, published: str, modified: str) -> None:
    facts = head(["Bridge closed", line, SENTENCE]).facts
    assert (stamp(facts.published), stamp(facts.modified)) == (published, modified)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Whitfield", "Ana Whitfield"),
        ("BY ANA WHITFIELD", "ANA WHITFIELD"),
        ("By Ana Whitfield, Mail Staff Writer", "Ana Whitfield"),
        ("By Ana Whitfield and Bo Reyes", "Ana Whitfield and Bo Reyes"),
        ("By Ana Whitfield, Bo Reyes and Cy Dent", "Ana Whitfield, Bo Reyes and Cy Dent"),
        ("By Ludo van der Meer | Meridian", "Ludo van der Meer"),
        ("Reported by Lena Marović (Meridian)", "Lena Marović"),
        ("By accident, two trains met.", ""),
        ("By the numbers: storm Ivo", ""),
        ("By Monday, three were dead.", ""),
        ("By far the worst storm in years", ""),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert byline(line) == names


def test_a_chronology_further_down_dates_nothing() -> None:
    lines = ["How it came", SENTENCE, "March 5, 2019", SENTENCE, "June 8, 2020", SENTENCE, "July 9, 2021"]
    assert head(lines).facts.published is None
    assert stamp(head([*lines, "Published July 12, 2021"]).facts.published) == "2021-07-12"


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://x.example/2031/03/05/bridge.html", ("2031-03-04", "2031-03-06")),
        ("https://x.example/news/2031-03-05/bridge", ("2031-03-04", "2031-03-06")),
        ("https://x.example/2031/mar/05/bridge", ("2031-03-04", "2031-03-06")),
        ("https://x.example/bridge-20310305", ("2031-03-04", "2031-03-06")),
        ("https://x.example/2031/03/bridge", None),
        ("https://x.example/2031/13/45/bridge", None),
        ("https://x.example/bridge-61203105", None),
        ("https://2031-03-05.example/bridge", None),
        ("", None),
    ],
)
def test_days_in_addresses(url: str, days: tuple[str, str] | None) -> None:
    found = of_address(url)
    assert (found and (str(found.first), str(found.last))) == days


def test_the_most_direct_origin_is_believed() -> None:
    candidates = [found for origin in reversed(ORDER) if (found := of_day(origin))]
    assert [found.origin for found in _peeled(candidates)] == list(ORDER)
    assert best([None, None]) is None


def of_day(origin: str) -> Published:
    found = of_address("/2031/03/05/")
    assert found
    return Published(found.first, found.first, origin)


def _peeled(candidates: list[Published]) -> list[Published]:
    """The best of the candidates, then the best of the rest, and so on."""
    peeled = []
    while candidates:
        first = best(candidates)
        assert first
        peeled.append(first)
        candidates = [each for each in candidates if each is not first]
    return peeled


def test_text_files_tell_who_and_when(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Bridge closed\nBy Ana Whitfield\nPublished March 5, 2031, 9:30 a.m. PST\n\n{SENTENCE}\n")
    (article,) = read([str(path)]).articles
    assert (article.title, article.author, stamp(article.published)) == (
        "Bridge closed",
        "Ana Whitfield",
        "2031-03-05T09:30-480",
    )
    assert article.published
    assert article.published.origin == "dateline"
