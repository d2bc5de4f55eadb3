"""Pages that a browser saved in one file (MHTML, RFC 2557): the page, without the pictures beside it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from factcheck.errors import UnreadableError
from factcheck.read.document import Document, Format
from factcheck.read.elements import markup_text
from factcheck.read.formats import html
from factcheck.read.limits import whole
from factcheck.read.terms import DEFAULT, Terms


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The article of the saved page. The date in the file's own head is that of saving and is not used."""
    message = email.message_from_bytes(whole(file, terms.limits.file_size), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            text, remarks = markup_text(data, part.get_content_charset() or "")
            address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
            yield replace(html.of_page(text, address if address.startswith("http") else ""), remarks=remarks)
            return
    raise UnreadableError("no page is in it; save the page again")


def _fits(start: bytes) -> bool:
    return b"multipart/related" in start.lower() and b"mime-version" in start.lower()


FORMAT = Format("web archive", (".mhtml", ".mht"), read, "as a web page; the address it was saved from", _fits)
