"""Files in the formats that newsrooms have, made for the tests from a few words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator><dcterms:created>2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)


def zipped(members: dict[str, str]) -> bytes:
    """A zip archive of the given members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


def docx(body: str, title: str = "", author: str = "") -> bytes:
    """A Word file with the given body, in the markup of the format."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, "docProps/core.xml": CORE.format(title=title, author=author)})


def odt(body: str, title: str = "") -> bytes:
    """A Writer file with the given body, in the markup of the format."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    meta = f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>{title}</dc:title></office:meta></office:document-meta>'
    return zipped({"content.xml": content, "meta.xml": meta})


Shown = tuple[float, float, float, str]
"""A line of print: distance from the left and from the bottom in points, size of its type, words."""


def pdf(pages: Sequence[Sequence[Shown]], title: str = "", pictured: Collection[int] = ()) -> bytes:
    """A PDF of lines at given places, in Helvetica, drawn in the order given; pages `pictured` hold a picture too."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for number, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET"
            for x, y, size, words in page
        )
        shown += "\nq 9 0 0 9 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q" if number in pictured else ""
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    made = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in offsets)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return made.encode("latin-1")


def column(left: float, top: float, lines: Sequence[str], size: float = 10) -> list[Shown]:
    """Lines one below the other."""
    return [(left, top - 12 * number, size, words) for number, words in enumerate(lines)]


def warc(pages: dict[str, bytes]) -> bytes:
    """An archive of answers, with a request and a picture beside them."""
    made = [
        record("warcinfo", "", b"software: test\r\n"),
        record("request", "http://x.example/", b"GET / HTTP/1.1\r\n\r\n"),
    ]
    for url, page in pages.items():
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        made.append(record("response", url, answer))
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n"
    return b"".join([*made, record("response", "http://x.example/a.png", picture)])


def record(kind: str, url: str, block: bytes) -> bytes:
    """A record of an archive."""
    uri = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{uri}WARC-Date: 2035-01-01T00:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
