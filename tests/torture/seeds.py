"""What fuzzing begins with: one input or more of each sort that is understood, and the words of each language."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from dataclasses import replace
from importlib import resources

from factcheck.baseline import as_text, entry
from factcheck.report import REPORTERS, ReportOptions
from factcheck.settings.keys import KEYS as SETTING_KEYS
from factcheck.settings.keys import LIMITS, RATE_KEYS, SOURCE_KEYS
from tests.factcheck.read import files
from tests.factcheck.read.pages import pages
from tests.golden.sample import report

FIRST = "The Mill Street bridge was closed on Monday after a truck struck it, the city of Aldermoor said."
SECOND = "Repairs will take about 9 weeks and cost $6.2 million, according to its engineer, Sol Abara, 58."
TEXT = f"Bridge closed\n\nALDERMOOR, March 5 (Meridian) - {FIRST}\n\n- {SECOND}\n"
_PAGE = pages()[0].source
_RECORD = {"id": 7, "headline": "Bridge closed", "body": f"<p>{FIRST}</p><p>{SECOND}</p>", "date": "2031-03-05T21:30Z"}
_NINJS = {"uri": "urn:x:1", "body_html": f"<p>{FIRST}</p>", "versioncreated": "2031-03-05T21:30:00Z", "type": "text"}

TEXTS = tuple(
    text.encode()
    for text in (
        TEXT,
        "At 7:40 p.m. on Friday, April 25, 2031, some 1.2 million people in 14 of 27 districts lost power for 3½ h.",
        "Ana Whitfield, 34, was sentenced to 12 years; prosecutors had asked for 15 to 18. She turned 35 on 2 May '31.",
        "The 6.1-magnitude quake struck 12 km (7.5 miles) north-east of Nerim at 02:11 GMT, at a depth of 10 km.",
        "Shares rose 5.4% to €1.2bn in Q3, more than twice the $350m of a year ago; one in four shops closes.",
        "It was -4 °C, 20 degrees colder than last Tuesday. Orla won 3-1, its 2nd win; a third of 40,000 left early.",
        "The motion passed 52 to 48 with at least five abstentions, less than 48 hours before the 1990s-era law ended.",
        "Correction: an earlier version of this article misstated the toll as 31. It is 13, not 31, as of Wednesday.",
        "ＦＩＶＥ ５ ٥ ५ people, 1e999 tonnes, NaN of ∞ and 10−3, 1 000 000, 1.000,00, 12th-century, year 0, 99999.",
    )
)
PAIRS = tuple(
    text.encode()
    for text in (
        f"{FIRST} {SECOND}\0{FIRST.replace('Monday', 'Sunday')} {SECOND.replace('58', '85')}",
        "Five people died when the ferry sank on Monday.\0At least 7 people died when the ferry sank on Sunday.",
        "The quake of magnitude 6.1 struck at 2:11 a.m.\0A magnitude-5.9 quake struck at 02:11 GMT on 4 March.",
        "Nora Pell was sentenced to 12 years in prison. Pell was sentenced to 21 years in prison.",
    )
)


PARTS = {".docx": "word/document.xml", ".odt": "content.xml"}
"""The member of a packed file that holds the text."""


def packed(suffix: str, data: bytes) -> bytes:
    """A packed file around the text in it; what is a packed file already, and every other file, as it is."""
    if suffix not in PARTS or data.startswith(b"PK"):
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(PARTS[suffix], data)
    return made.getvalue()


def _unpacked(suffix: str, archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as given:
        return given.read(PARTS[suffix])


def _parquet() -> bytes:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return b"PAR1"
    made = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist([_RECORD]), made)
    return made.getvalue()


_NITF = (
    '<nitf><head><docdata><date.issue norm="20310305T213000Z"/></docdata></head><body><body.head><hedline><hl1>T</hl1>'
    f"</hedline><byline>By Cy Dent</byline></body.head><body.content><p>{FIRST}</p></body.content></body></nitf>"
)
_FEED = (
    "<rss version='2.0'><channel><title>Mail</title><item><title>Bridge closed</title><link>http://x.example/1</link>"
    f"<pubDate>Wed, 05 Mar 2031 09:30:00 +0100</pubDate><description>&lt;p&gt;{FIRST}</description></item>"
    "</channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mail</title><entry><id>a</id><title>Bridge</title>'
    f"<updated>2031-03-05T09:30:00Z</updated><content type='html'>&lt;p&gt;{FIRST}</content></entry></feed>"
)
_MAIL = (
    "From: desk@x.example\nSubject: =?utf-8?q?Bridge?=\nDate: Wed, 05 Mar 2031 09:30:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
    f"{FIRST}\n--b\nContent-Type: text/html\n\n<p>{FIRST}</p>\n--b--\n"
)
_FRONT = "---\ntitle: Bridge\npublished: 2031-03-05T09:30:00+01:00\n---\n"
_MARKED = (
    f"# Bridge\n\n> {FIRST}\n\n- *{SECOND}* [a](http://b) `c` <!-- factcheck: ignore FC1 why -->\n\n| a | b |\n|-|-|\n"
)
_WORD = f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"
_DOCX = files.docx(_WORD, "Bridge", "Cy Dent")
_ODT = files.odt(f"<text:h>B</text:h><text:p>{FIRST}</text:p>", "Bridge")
FILES: dict[str, tuple[bytes, ...]] = {
    ".txt": (TEXT.encode(), TEXT.encode("utf-16"), TEXT.replace("\n", "\r\n").encode()),
    ".md": (f"{_FRONT}{_MARKED}".encode(), f'+++\ntitle = "B"\n+++\n{_MARKED}```\nx\n```\n'.encode()),
    ".html": (_PAGE.encode(), f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>".encode()),
    ".mhtml": (b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + _PAGE.encode(),),
    ".pdf": (files.pdf([files.column(72, 700, [FIRST[:60], FIRST[60:], SECOND[:60], SECOND[60:]])], "Bridge"),),
    ".docx": (_DOCX, _unpacked(".docx", _DOCX)),
    ".odt": (_ODT, _unpacked(".odt", _ODT)),
    ".eml": (_MAIL.encode(), f"Subject: x\n\n{FIRST}\n> quoted\n-- \nsigned\n".encode()),
    ".json": (json.dumps([_RECORD]).encode(), json.dumps(_NINJS).encode()),
    ".jsonl": (f"{json.dumps(_RECORD)}\n{json.dumps(_RECORD)}\n".encode(),),
    ".csv": (f'id,Title,Text,Date,Source\n7,T,"{FIRST}",5 March 2031,N\n'.encode(), f"text;url\n{FIRST};u\n".encode()),
    ".parquet": (_parquet(),),
    ".xml": (_NITF.encode(), _FEED.encode()),
    ".rss": (_FEED.encode(), _ATOM.encode()),
    ".warc": (files.warc({"http://x.example/": _PAGE[:1500].encode()}),),
}
"""Files of every format, by the first end of a name that its files have."""

SETTINGS = tuple(
    b"\0" + text.encode()
    for text in (
        'select = ["FC1"]\nmin-confidence = 0.5\nstrict = true\ntimezone = "+01:00"\njobs = 2\nagainst = ["a/"]\n',
        '[severity]\nFC3 = "warning"\n[thresholds]\nunclear = 0.6\n[limits]\nclaims = 5\n[fields]\ntext = ["a.b"]\n',
        '[[source]]\nmatch = "w/**"\nweight = 2\n[[rates]]\ndate = 2031-03-05\nfrom = "EUR"\nto = "USD"\nrate = 1.09\n',
    )
)
MANIFESTS = (
    b'\0[{"file": "a.txt", "source": "Mail", "published": "2031-03-05", "url": "u", "ignore": ["FC1 why"]}]',
    b'\1[[article]]\nfile = "a.txt"\npublished = 2031-03-05T09:30:00Z\ntitle = "T"\nauthor = "A"\n',
    b'\2file,source,published\na.txt,"Post, evening",2031-03-06\n',
)
FACTS = (
    b'source = "log"\n[[fact]]\nfact = "The ferry sank on 3 March 2031 with \\u0031\\n2 people."\ndate = 2031-03-04\n',
    b'[[fact]]\n# note\nfact = """The toll\nof the ferry"""\nvalue = "three"\n[[fact]]\nfact = \'a\'\nvalue = 5\n',
)
BASELINES = (as_text([entry(finding) for finding in report().findings[:3]]).encode(),)
_RENDER = {reporter.name: reporter.render for reporter in REPORTERS}
_SMALL = replace(report(), findings=report().findings[:1])
_PACKED = json.dumps(json.loads(_RENDER["json"](_SMALL, ReportOptions())), separators=(",", ":"))
REPORTS = (
    _PACKED.encode(),
    *(
        _RENDER[name](report(), ReportOptions(texts=texts)).encode()
        for name in ("json", "jsonl")
        for texts in (False, True)
    ),
)


def _of_tables() -> tuple[bytes, ...]:
    """The words of the tables by which values are read: units, hedges, months, currencies and the like."""
    found: set[str] = set()
    for table in ("unit", "hedge", "calendar", "currency", "cues", "growth", "trend", "noise", "correction"):
        _strings(tomllib.loads(resources.files("claims.words").joinpath(f"{table}.toml").read_text("utf-8")), found)
    return tuple(sorted({word.encode() for word in found if 0 < len(word) < 20 and not re.search(r"[\\(|]", word)}))


def _strings(said: object, found: set[str]) -> None:
    match said:
        case str():
            found.add(said)
        case dict():
            for name, inner in said.items():
                found.add(name)
                _strings(inner, found)
        case list():
            for inner in said:
                _strings(inner, found)


WORDS = _of_tables()
KEYS = tuple(key.name.encode() for key in (*SETTING_KEYS, *SOURCE_KEYS, *RATE_KEYS)) + tuple(
    name.encode() for name in LIMITS
)
FIELDS = (b"file", b"source", b"title", b"published", b"url", b"author", b"ignore", b"[[article]]")
