"""Article text is data: what of it may reach a terminal or a page of Markdown."""

from __future__ import annotations

import re
import unicodedata

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]|\r(?!\n)"
)
_NO_MARKUP = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(r"[^!-~]+")
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=#?\w+;)")
_BROKEN = re.compile(r"(?<=@)(?=[\w-])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=(?<!\w):)(?=[\w+-]+:)", re.IGNORECASE)
_AT_START = re.compile(r"^((?:\d{1,9}(?=[.)]))?)([-+=>.)]|:(?=:))")
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)


def plain(text: str) -> str:
    """`text` in one line, without what could steer a terminal.

    Control characters become U+FFFD, so that they are seen; invisible ones (zero width, direction marks, tags) go;
    white space becomes single spaces. Outer white space stays as one space.
    """
    return _ODD.sub(lambda found: _spaced("".join(map(_shown, found.group()))), text)


def harmless(text: str) -> str:
    """`text` with its line ends, and U+FFFD for each character that could steer a terminal: offsets stay true.

    A lone carriage return is such a character, because it would write over its line.
    """
    return _STEERING.sub(_REPLACED, text)


def inert(text: str) -> str:
    """`text` in which no line is a command of GitHub Actions, which hears `::error::` and `##[error]` in any output.

    A blank parts their signs, also in a line that means no command, such as one that begins with the name of a C++
    scope or quotes a log.
    """
    return _COMMAND.sub(r"\1: ", text).replace("##[", "## [")


def markup(text: str) -> str:
    """`text` with U+FFFD for each character that no document of XML 1.0 may hold, nor should one of HTML."""
    return _NO_MARKUP.sub(_REPLACED, text)


def inline(text: str) -> str:
    """`text` for the middle of a line of Markdown, where it renders as itself: no sign of it opens a structure.

    Comments that no one sees keep GitHub from making links, notifications and pictures of `https://`, `@name` and
    `:name:`.
    """
    return _BROKEN.sub("<!-- -->", _SIGNS.sub(r"\\\g<0>", plain(text)))


def block(text: str) -> str:
    """`text` for the beginning of a line of Markdown, where it opens no list, heading or quotation either."""
    return _AT_START.sub(r"\1\\\2", inline(text).lstrip())


def code(text: str) -> str:
    """`text` as a code span of Markdown, for paths; safe outside tables."""
    words = inert(plain(text))
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if words.startswith("`") or words.endswith("`") or not words.strip() else ""
    return f"{ticks}{pad}{words}{pad}{ticks}"


def _shown(char: str) -> str:
    if char.isspace():
        return " "
    match unicodedata.category(char):
        case "Cc" | "Cs":
            return _REPLACED
        case "Cf":
            return ""
        case _:
            return char


def _spaced(run: str) -> str:
    return re.sub(" +", " ", run)
