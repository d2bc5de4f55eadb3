"""Bytes become text: which encoding a file is in.

The order is that of certainty: a byte order mark, valid UTF-8, UTF-8 with a few broken bytes, then the guess of
charset-normalizer among the encodings in which English text is found. Left alone it weighs a hundred encodings and
takes cp1252 for cp1250.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from factcheck.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ["cp1252", "latin_1", "mac_roman", "utf_16_le", "utf_16_be"]
_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich text document"), (b"\xd0\xcf\x11\xe0", "an office document"),
)  # fmt: skip
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file and remarks on how it was decoded; the byte order mark is left out.

    Raises `UnreadableError` for what is no text. Line ends are kept as they are.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"it is {what} under the name of a text file; save its text instead")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding), ()
    try:
        return _text(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * 4 <= len(_MULTIBYTE.findall(data)):
        return _text(text), (f"{broken} broken UTF-8 characters are read as \ufffd; save the file again as UTF-8",)
    return _guessed(data), ()


@contextmanager
def text_of(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    """`file` as text, read piece by piece; broken characters are read as \ufffd. The file itself stays open."""
    wrapper = TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield wrapper
    finally:
        wrapper.detach()


def _marked(data: bytes, encoding: str) -> str:
    try:
        return _text(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"it begins as {encoding.upper()} but is not; save it as UTF-8") from error


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is not None:
        return _text(str(best))
    try:
        return _text(data.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise UnreadableError("its encoding is not known; save it as UTF-8") from error


def _text(text: str) -> str:
    """`text`, if it is one: a program or a picture is full of control characters."""
    controls = len(_NO_TEXT.findall(text))
    if "\0" in text or controls > _MOST_CONTROLS * len(text):
        raise UnreadableError("it is binary, no text; leave it out or save its text")
    return text
