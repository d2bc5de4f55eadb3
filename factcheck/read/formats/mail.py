"""Mail (.eml, RFC 5322): newsletters and press releases, in plain text or in HTML."""

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
from factcheck.read.fields import broken, titled
from factcheck.read.limits import whole
from factcheck.read.published import first_of, published
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
_SEVERAL = 2
"""More than this many times the words of the plain part in the HTML part: the plain one is only a hint at it."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a mail; the date in its head is when it was sent."""
    message = email.message_from_bytes(whole(file, terms.limits.file_size), policy=email.policy.default)
    found = [piece for piece in _read(message)[1] if not _TAIL.fullmatch(piece.words)]
    if not found:
        raise UnreadableError("no text is in the mail; save its text instead")
    name, address = parseaddr(_header(message, "From"))
    title = _REPLY.sub("", _header(message, "Subject"))
    facts = Facts(title=title, source=name or address.partition("@")[2]).known_from("mail")
    sent, remarks = first_of(filter(None, [_header(message, "Date")]), _sent)
    remarks += broken(title, *(piece.words for piece in found))
    yield composed(titled(iter(found), title), replace(facts, published=sent), remarks=remarks)


def _fits(start: bytes) -> bool:
    return bool(_HEADER.match(start) and _NAMED.search(start)) and b"multipart/related" not in start[:2000].lower()


FORMAT = Format(
    "mail",
    (".eml",),
    read,
    "plain text, or HTML where that says far more; subject, sender, date; no quoted mail, signature, attachments",
    _fits,
)


def _read(part: Message) -> tuple[int, list[Piece]]:
    """How many words a part holds, quoted ones among them, and its paragraphs.

    Parts are joined in their order: some programs begin a new one behind every picture. Neither attachments nor mails
    that were sent along are read.
    """
    if part.get_content_disposition() == "attachment":
        return 0, []
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        found = [_read(each) for each in part.get_payload() if isinstance(each, Message)]
        if kind == "multipart/alternative":
            return _fullest(found)
        return sum(count for count, _ in found), [piece for _, each in found for piece in each]
    if kind == "text/plain":
        given = _text(part)
        text = _SIGNATURE.sub("", _QUOTED.sub("\n", given))
        return len(given.split()), [Piece(block.span.of(text), block.role) for block in blocks(text)]
    if kind == "text/html":
        text = _text(part)
        shown = list(pieces(page(text), tables=True)) if text.strip() else []
        return sum(len(piece.words.split()) for piece in shown), shown
    return 0, []


def _fullest(found: list[tuple[int, list[Piece]]]) -> tuple[int, list[Piece]]:
    """The first of the alternatives, which is the plainest, unless another holds several times its words.

    What is plain then only hints at the other. A mail of one sentence under a long legal notice, which its HTML alone
    repeats, is read with that notice.
    """
    first = next((each for each in found if each[1]), (0, []))
    fullest = max(found, key=lambda each: each[0], default=first)
    return fullest if fullest[0] > _SEVERAL * first[0] else first


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return markup_text(data)[0]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return ""  # the standard library's parser of headers fails on some broken ones


def _sent(words: str) -> Published:
    return published(re.sub(r"\s*\([^)]*\)\s*$", "", words), "mail")
