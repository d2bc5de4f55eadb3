"""WARC (ISO 28500), the archive of web crawlers: an article a page that was answered with HTML.

The archive is read record by record, packed (.warc.gz) or not; the date of a record is that of the visit and is not
used.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from factcheck.errors import UnreadableError
from factcheck.read.document import Document, Format, Refused
from factcheck.read.elements import markup_text
from factcheck.read.formats import html
from factcheck.read.limits import LONGEST_UNPACKED
from factcheck.read.terms import DEFAULT, Terms

_HEADERS = 1 << 16
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles among the pages of an archive; pages without one are told."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream: BinaryIO = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
    try:
        for headers, body in _records(stream, terms.limits.file_size):
            address = headers.get("warc-target-uri", "").strip("<>")
            if headers.get("warc-type") == "response" and body is not None and (found := _page(body)) is not None:
                yield _article(found, address)
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableError(f"the archive breaks off or is broken ({str(error)[:60]})") from error


FORMAT = Format("WARC", (".warc", ".warc.gz"), read, "an article a page, as a web page; read record by record",
                lambda start: start.startswith(b"WARC/"))  # fmt: skip


def _article(data: bytes, address: str) -> Document | Refused:
    try:
        return replace(html.of_page(markup_text(data)[0], address), item=address)
    except UnreadableError as error:
        return Refused(address, str(error))


def _records(stream: BinaryIO, longest: int) -> Iterator[tuple[dict[str, str], bytes | None]]:
    """Headers and block of each record; a block longer than any page is passed over as None."""
    while line := stream.readline(_HEADERS):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise UnreadableError("it is no WARC archive, or a broken one")
        headers = _headers(stream)
        length = int(headers.get("content-length", "0")) if headers.get("content-length", "0").isdigit() else 0
        if length <= longest:
            yield headers, stream.read(length)
        else:
            left = length
            while left > 0 and (some := stream.read(min(left, 1 << 20))):
                left -= len(some)
            yield headers, None


def _headers(stream: BinaryIO) -> dict[str, str]:
    found: dict[str, str] = {}
    while (line := stream.readline(_HEADERS)) and line.strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _page(block: bytes) -> bytes | None:
    """The page in an HTTP answer, None where it is none: pictures, errors, redirections."""
    head, _, body = block.partition(b"\r\n\r\n")
    lower = head.lower()
    if not re.match(rb"http/[\d.]+ 200", lower) or not re.search(
        rb"content-type:\s*(?:text/html|application/xhtml)", lower
    ):
        return None
    if b"transfer-encoding: chunked" in lower:
        body = _joined(body)
    if b"content-encoding: gzip" in lower:
        unpack = zlib.decompressobj(wbits=31)
        try:
            body = unpack.decompress(body, LONGEST_UNPACKED)
        except zlib.error:
            return None
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked answer in one; as it is where it is not chunked after all."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size + 2
        if not size:
            break
    return b"".join(parts) if parts else body
