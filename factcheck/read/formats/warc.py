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
_IS_PAGE = re.compile(
    rb"http/[\d.]+ 200(?:(?!\r\n\r\n).)*?\r\ncontent-type:\s*(?:text/html|application/xhtml)", re.IGNORECASE | re.DOTALL
).match
"""Whether a block is an answer with a page: no picture, error or redirection."""
_LENGTH = re.compile(r"[0-9]{1,18}")
_PACKED = re.compile(rb"\r\ncontent-encoding:\s*([a-z0-9-]+)")
_CHARSET = re.compile(rb"\r\ncontent-type:[^\r\n]{0,200}?charset\s*=\s*[\"']?([a-z0-9_.:-]{1,40})", re.IGNORECASE)
_CUT = "the page breaks off before its end; save it again"
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles among the pages of an archive; pages without one, and pages that are not whole, are told."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream: BinaryIO = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
    longest = terms.limits.file_size
    try:
        for headers, block, length in _records(stream, longest):
            if headers.get("warc-type") == "response" and _IS_PAGE(block):
                yield _article(block, length, longest, headers.get("warc-target-uri", "").strip("<>"))
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableError(f"the archive breaks off or is broken ({str(error)[:60]})") from error


FORMAT = Format("WARC", (".warc", ".warc.gz"), read, "an article a page, as a web page; read record by record",
                lambda start: start.startswith(b"WARC/"))  # fmt: skip


def _article(block: bytes, length: int, longest: int, address: str) -> Document | Refused:
    """The article in an answer whose block should have `length` bytes, or why it is not read."""
    try:
        if length > longest:
            raise UnreadableError(f"the page is longer than {longest:,} bytes; save the text of the article instead")
        if len(block) < length:
            raise UnreadableError(_CUT)
        head, _, body = block.partition(b"\r\n\r\n")
        charset = _CHARSET.search(head)
        text, remarks = markup_text(_unpacked(head.lower(), body), charset[1].decode() if charset else "")
        return replace(html.of_page(text, address), item=address, remarks=remarks)
    except UnreadableError as error:
        return Refused(address, str(error))


def _records(stream: BinaryIO, longest: int) -> Iterator[tuple[dict[str, str], bytes, int]]:
    """Headers and block of each record, and how long the block is said to be; of one beyond `longest` its beginning."""
    while line := stream.readline(_HEADERS):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise UnreadableError("it is no WARC archive, or a broken one")
        headers = _headers(stream)
        if not _LENGTH.fullmatch(headers.get("content-length", "")):
            raise UnreadableError("a record of the archive does not say how long it is; save the archive again")
        length = int(headers["content-length"])
        block = stream.read(length if length <= longest else _HEADERS)
        left = length - len(block) if length > longest else 0
        while left > 0 and (some := stream.read(min(left, 1 << 20))):
            left -= len(some)
        yield headers, block, length


def _headers(stream: BinaryIO) -> dict[str, str]:
    found: dict[str, str] = {}
    while (line := stream.readline(_HEADERS)) and line.strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _unpacked(head: bytes, body: bytes) -> bytes:
    """The page in the body of an HTTP answer, whose head is in lower case.

    Raises `UnreadableError` where it is packed and cannot be unpacked.
    """
    if b"transfer-encoding: chunked" in head:
        body = _joined(body)
    packed = _PACKED.search(head)
    if packed is None or packed[1] == b"identity":
        return body
    if packed[1] not in (b"gzip", b"x-gzip"):
        raise UnreadableError(f"the page is packed with {packed[1].decode()}, which is not read; save it unpacked")
    unpack = zlib.decompressobj(wbits=31)
    try:
        page = unpack.decompress(body, LONGEST_UNPACKED)
    except zlib.error as error:
        raise UnreadableError("the page is packed and cannot be unpacked; save it again") from error
    if unpack.unconsumed_tail:
        raise UnreadableError(f"the page unpacks to more than {LONGEST_UNPACKED:,} bytes")
    if not unpack.eof:
        raise UnreadableError(_CUT)
    return page


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked answer in one; as it is where it is not chunked after all.

    Raises `UnreadableError` where the last one is cut.
    """
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        parts.append(body[found.end() : found.end() + size])
        if len(parts[-1]) < size:
            raise UnreadableError(_CUT)
        at = found.end() + size + 2
        if not size:
            break
    return b"".join(parts) if parts else body
