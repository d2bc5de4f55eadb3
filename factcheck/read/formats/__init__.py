"""The formats articles come in, one file each, in the explicit register `FORMATS`."""

from __future__ import annotations

from pathlib import PurePath

from factcheck.read.document import Format
from factcheck.read.formats import markdown, text

FORMATS: tuple[Format, ...] = (markdown.FORMAT, text.FORMAT)
"""Every format that is read."""


def format_of(path: str) -> Format | None:
    """The format that the end of a file's name tells, or None."""
    suffix = PurePath(path).suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), None)
