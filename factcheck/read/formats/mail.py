"""Mail (.eml, RFC 5322): newsletters and press releases, in their plain part or their HTML part."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import BinaryIO

from claims.blocks import blocks
from claims.model import Published
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece, composed
from factcheck.read.document import Document, Facts, Format
from factcheck.read.elements import markup_text, page, pieces
from factcheck.read.fields import titled
from factcheck.read.limits import whole
from factcheck.read.published import published
from factcheck.read.terms import DEFAULT, Terms

_HEADER = re.compile(rb"(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2}", re.ASCII)
_NAMED = re.compile(rb"^(?:from|subject|date|message-id|received|return-path):", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>.*(?:\r?\n|\Z)", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- \r?\n.*", re.MULTILINE | re.DOTALL)
_REPLY = re.compile(r"\b(?:re|fwd?|aw|wg):\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"you (?:are receiving|received|get) this .*|(?:to )?unsubscribe\b.*"
    r"|manage (?:your )?(?:preferences|subscriptions?).*"
    r"|.*\bview (?:this|it) (?:e-?mail )?in (?:your|a) browser.*",
    re.IGNORECASE | re.DOTALL,
)
_LEAST = 80
"""Characters from which the plain part holds the mail and no hint at the HTML part."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a mail; the date in its head is when it was sent."""
    message = email.message_from_bytes(whole(file, terms.limits.file_size), policy=email.policy.default)
    found = [piece for piece in _pieces(message) if not _TAIL.fullmatch(piece.words)]
    if not found:
        raise UnreadableError("no text is in the mail; save its text instead")
    name, address = parseaddr(_header(message, "From"))
    title = _REPLY.sub("", _header(message, "Subject"))
    facts = Facts(title=title, source=name or address.partition("@")[2]).known_from("mail")
    yield composed(titled(iter(found), title), replace(facts, published=_sent(message)))


def _fits(start: bytes) -> bool:
    return bool(_HEADER.match(start) and _NAMED.search(start)) and b"multipart/related" not in start[:2000].lower()


FORMAT = Format(
    "mail",
    (".eml",),
    read,
    "the plain parts, else the HTML parts; subject, sender, date; no quoted mail, signature, attachments",
    _fits,
)


def _pieces(message: EmailMessage) -> Iterator[Piece]:
    plain, rich = list(_parts(message, "plain")), list(_parts(message, "html"))
    if sum(len(part.strip()) for part in plain) >= _LEAST or not rich:
        for part in plain:
            text = _SIGNATURE.sub("", _QUOTED.sub("\n", part))
            yield from (Piece(block.span.of(text), block.role) for block in blocks(text))
    else:
        for part in rich:
            yield from pieces(page(part), tables=True)


def _parts(message: Message, kind: str) -> Iterator[str]:
    """The texts of that kind, in their order: some programs begin a new one behind every picture.

    Neither attachments nor mails that were sent along.
    """
    if message.get_content_disposition() == "attachment":
        return
    if message.get_content_maintype() == "multipart":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, kind)
    elif message.get_content_type() == f"text/{kind}":
        payload = message.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        try:
            yield data.decode(message.get_content_charset() or "utf-8")
        except (LookupError, UnicodeDecodeError):
            yield markup_text(data)[0]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return ""  # the standard library's parser of headers fails on some broken ones


def _sent(message: EmailMessage) -> Published | None:
    try:
        return published(re.sub(r"\s*\([^)]*\)\s*$", "", _header(message, "Date")), "mail")
    except ValueError:
        return None
