"""The formats articles come in, one file each, in the explicit register `FORMATS`."""

from __future__ import annotations

from factcheck.read.document import Format
from factcheck.read.formats import (
    docx,
    feed,
    html,
    json_articles,
    json_lines,
    mail,
    markdown,
    mhtml,
    newsml,
    odt,
    parquet,
    pdf,
    table,
    text,
    warc,
)

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    mhtml.FORMAT,
    pdf.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    mail.FORMAT,
    json_articles.FORMAT,
    json_lines.FORMAT,
    table.FORMAT,
    parquet.FORMAT,
    newsml.FORMAT,
    feed.FORMAT,
    warc.FORMAT,
)
"""Every format that is read; of those that share an end of a name the first that fits is taken."""
_TOLD_BY_HEAD = (html.FORMAT, mhtml.FORMAT, pdf.FORMAT, mail.FORMAT, newsml.FORMAT, feed.FORMAT, warc.FORMAT,
                 json_articles.FORMAT)  # fmt: skip
"""Formats that a file without a telling name can be known by."""
HEAD = 2_000
"""Bytes of a file that a format may look at."""


def formats_of(path: str) -> tuple[Format, ...]:
    """The formats that the end of a file's name can mean."""
    name = path.lower()
    return tuple(known for known in FORMATS if name.endswith(known.suffixes))


def chosen(path: str, head: bytes) -> Format:
    """The format of a file that begins with `head`: by its name where that tells, else by what it begins with."""
    named = formats_of(path)
    if named:
        return next((known for known in named if known.fits(head)), named[-1])
    if head.startswith((b"---", b"+++")):
        return markdown.FORMAT
    return next((known for known in _TOLD_BY_HEAD if known.fits(head)), text.FORMAT)
