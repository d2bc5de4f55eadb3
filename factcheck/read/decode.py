"""Bytes become text: which encoding a file is in.

The order is that of certainty: a byte order mark, valid UTF-8, UTF-8 with a few broken bytes, then cp1252, Mac Roman or
ISO 8859-15, whichever makes sense of more characters. charset-normalizer, which weighs letters and no signs, took €5
for Ä5; it is asked only where null bytes show UTF-16 without its mark.
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
_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich text document"), (b"\xd0\xcf\x11\xe0", "an office document"),
)  # fmt: skip
MARKS = tuple(mark for mark, _ in _MARKS)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_C1 = re.compile(rb"[\x80-\x9f]")
"""What cp1252 and Mac Roman give characters to, and ISO 8859-15 none."""
_HIGH = re.compile(rb"[\x80-\xff]")
_LOWER, _UPPER = "ß-öø-ÿœšžıﬁﬂ", "À-ÖØ-ÞŒŠŽŸ"
_SENSE = re.compile(
    rf"(?!í(?:d|ll|m|re|s|t|ve)\b)(?:(?<=[A-Za-z])[{_LOWER}](?!\d)|(?<!\d)[{_LOWER}](?=[a-z]))"
    rf"|(?<!\w)[{_UPPER}](?=[a-z]|[A-Z]{{2}})|(?<=[A-Z])[{_UPPER}]"
    r"|[–—…]|(?<!\w)[“‘«‹„‚•·](?=\s?\S)|(?<=\S)[”’»›]|[€£¥](?=\s?\d)|(?<=\d)\s?[€°½¼¾]|(?<!\w)[½¼¾]|(?<=m)[²³]"
    r"|(?<=\w)[™®†‡](?!\w)|(?<=\S)\xa0(?=\S)"
)
"""Characters beyond ASCII where English text has them: letters among letters (but not "didnít"), quotation marks around
words, currencies before numbers."""


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
        return _text(text), told(broken, "UTF-8 ")
    return _guessed(data)


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


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in cp1252, unless it makes more sense in Mac Roman, or in UTF-16 where null bytes are in it.

    The bias: where both make as much sense it is cp1252, so that a file in Mac Roman whose only such characters are the
    accents of "García" and "Peña" reads "Garc’a" and "Pe–a"; and "the letter Ñ" alone is taken for a dash of Mac Roman.
    """
    if b"\0" in data:
        return _wide(data), ()
    windows, mac = data.decode("cp1252", "replace"), data.decode("mac_roman")
    sense = len(_SENSE.findall(windows))
    if len(_SENSE.findall(mac)) > sense:
        return _text(mac), ("it is taken for Mac Roman by its quotation marks, signs and accents; save it as UTF-8",)
    latin = data.decode("iso8859-15")
    if not _C1.search(data) and len(_SENSE.findall(latin)) > sense:
        return _text(latin), ("it is taken for ISO 8859-15 by its signs of currency and letters; save it as UTF-8",)
    broken = windows.count("\ufffd")
    if broken * 4 > len(_HIGH.findall(data)):
        raise UnreadableError("its encoding is not known; save it as UTF-8")
    return _text(windows), told(broken)


def _wide(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["utf_16_le", "utf_16_be"]).best()
    if best is None:
        raise UnreadableError("it is binary, no text; leave it out or save its text")
    return _text(str(best))


def told(broken: int, kind: str = "") -> tuple[str, ...]:
    """A remark on so many broken characters, if there are some."""
    if not broken:
        return ()
    return (f"{broken} broken {kind}characters are read as \ufffd; save the file again as UTF-8",)


def _text(text: str) -> str:
    """`text`, if it is one: a program or a picture is full of control characters."""
    controls = len(_NO_TEXT.findall(text))
    if "\0" in text or controls > _MOST_CONTROLS * len(text):
        raise UnreadableError("it is binary, no text; leave it out or save its text")
    return text
