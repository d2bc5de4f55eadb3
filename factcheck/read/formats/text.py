"""Plain text: paragraphs, with front matter where someone put it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from claims.blocks import blocks
from claims.model import BlockRole
from claims.view import view_of
from factcheck.read.decode import decode
from factcheck.read.document import Document, Facts, Format
from factcheck.read.front import front
from factcheck.read.limits import whole
from factcheck.read.terms import DEFAULT, Terms


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a text file; its headline is the first block if that reads like one."""
    text, remarks = decode(whole(file, terms.limits.article_length))
    above = front(text)
    prose = tuple(replace(block, span=block.span.moved(above.end)) for block in blocks(text[above.end :]))
    head = prose[0] if prose and prose[0].role is BlockRole.HEADLINE else None
    title = view_of(text, head.span).text if head else ""
    yield Document(text, prose, above.facts.over(Facts(title)), remarks=(*remarks, *above.remarks))


FORMAT = Format(
    "plain text", (".txt", ".text"), read, "paragraphs; a headline, byline, dateline and lines of dates at the top"
)
