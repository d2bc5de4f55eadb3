"""JSON: one article, a list of them, or an object that holds such a list; news items of the IPTC (ninjs) too.

A list is read article by article and never held whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, TextIO

from factcheck.errors import UnreadableError
from factcheck.read import fields, ninjs
from factcheck.read.decode import text_of
from factcheck.read.document import Document, Format, Refused
from factcheck.read.limits import whole
from factcheck.read.terms import DEFAULT, Terms

_LISTS = ("articles", "items", "results", "data", "docs", "entries", "stories", "documents", "news", "records")
_CHUNK = 1 << 16


def whole_number(digits: str) -> int | str:
    """A number of JSON; one of more digits than Python reads stays as it is written."""
    try:
        return int(digits)
    except ValueError:
        return digits


_DECODER = json.JSONDecoder(parse_int=whole_number)


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles of a JSON file."""
    start = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    if start.startswith(b"["):
        with text_of(file, "utf-8-sig") as text:
            yield from _each(_streamed(text, terms.limits.file_size), terms)
        return
    try:
        said = json.loads(whole(file, terms.limits.file_size), parse_int=whole_number)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it is no JSON ({_short(error)}); export it again") from error
    yield from _in_value(said, terms)


FORMAT = Format(
    "JSON", (".json",), read,
    "an article an object, by the names of its fields (below); IPTC ninjs; lists are read one by one",
    lambda start: start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["),
)  # fmt: skip


def of_record(record: object, number: int, only: bool = False, *, terms: Terms = DEFAULT) -> Document | Refused:
    """The article in one JSON value."""
    if not isinstance(record, Mapping):
        return Refused(str(number), "it is no object with fields; each article is one object")
    try:
        if ninjs.is_ninjs(record) and "text" not in terms.fields:
            return ninjs.document_of(record, number, only)
        return fields.document_of(record, number, terms)
    except RecursionError:
        return Refused(str(number), "one of its fields is nested too deep; leave it out or export it again")
    except UnreadableError as error:
        return Refused(str(number), str(error))


def _each(records: Iterable[object], terms: Terms) -> Iterator[Document | Refused]:
    for number, record in enumerate(records, 1):
        yield of_record(record, number, terms=terms)


def _in_value(said: object, terms: Terms) -> Iterator[Document | Refused]:
    if isinstance(said, list):
        yield from _each(said, terms)
        return
    if not isinstance(said, dict):
        raise UnreadableError("it holds no article, only a single value")
    if str(said.get("schema", "")).startswith("factcheck."):
        raise UnreadableError("it is a report of this program and no article")
    lists = [name for name in _LISTS if any(isinstance(each, dict) for each in _listed(said.get(name)))]
    if lists and not fields.holds_text(said, terms):
        more = [name for name in lists[1:] if any(fields.holds_text(each, terms) for each in said[name])]
        yield from _each((each for name in (lists[0], *more) for each in said[name]), terms)
        return
    found = of_record(said, 1, only=True, terms=terms)
    beside = [name for name in lists if any(fields.holds_text(each, terms) for each in said[name])]
    if beside and isinstance(found, Document):
        remark = f"its field “{beside[0]}” lists further texts, which are not read; put them into a file of their own"
        found = replace(found, remarks=(*found.remarks, remark))
    yield found


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _streamed(reader: TextIO, longest: int) -> Iterator[object]:
    """The values of a JSON list, one at a time; what cannot be parsed ends it with an error."""
    held, done = reader.read(_CHUNK).lstrip()[1:], False
    while True:
        held = held.lstrip(" \t\r\n,")
        if held.startswith("]"):
            if (held[1:] + reader.read(_CHUNK)).strip():
                raise UnreadableError("behind the end of its list something else stands, which is not read; mend it")
            return
        try:
            value, end = _DECODER.raw_decode(held)
            if end == len(held) and not done:  # a number may go on
                raise json.JSONDecodeError("goes on", held, end)
        except RecursionError as error:
            raise UnreadableError("it is nested too deep; export it again") from error
        except ValueError as error:
            more = "" if done else reader.read(max(_CHUNK, len(held)))
            done = not more
            held += more
            if done:
                raise UnreadableError(f"its JSON breaks off or is broken ({_short(error)}); export it again") from error
            if len(held) > longest:
                raise UnreadableError("its JSON is broken or one article in it is too long; export it again") from error
            continue
        held = held[end:]
        yield value


def _short(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)[:80]
