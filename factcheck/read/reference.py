"""An editor's own fact sheet: a TOML file of facts that is compared like one more article and outranks none.

    [[fact]]
    fact = "The ferry sank on 3 March 2031 with 12 people aboard."
    source = "coast guard log"      # optional: where the editor has it from
    date = 2031-03-04               # optional: the day that "yesterday" and the like hang on

    [[fact]]
    fact = "The death toll of the ferry"
    value = "three"                 # optional: read as "The death toll of the ferry is three"

`source` and `date` may also stand above all facts, for those that state none. The text of the article is the file
itself, so that offsets, lines and columns lead into it; only the words of facts and values are read.
"""

from __future__ import annotations

import datetime as dt
import math
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath

from claims.model import Block, Markup, Published, Span
from factcheck.bounded import read_bounded
from factcheck.errors import FactSheetError, UnreadableError
from factcheck.model import Article
from factcheck.read.decode import decode
from factcheck.read.published import published as date_of
from factcheck.toml import loads

NAME = "The fact sheet"
"""What findings call it."""
FIELDS = ("fact", "value", "source", "date")
_LONGEST = 2_000_000
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<head> ^[ \t]*\[\[[ \t]*fact[ \t]*\]\] )
    | (?P<key> ^[ \t]*(?P<name>[\w-]+)[ \t]*=[ \t]* )
    | (?P<long> \"{3}(?P<l>(?:[^"\\]|\\.|"{1,2}(?!"))*"{0,2})\"{3} )
    | (?P<longraw> '{3}(?P<lr>(?:[^']|'{1,2}(?!'))*'{0,2})'{3} )
    | (?P<short> "(?P<s>(?:[^"\\\n]|\\.)*)" )
    | (?P<shortraw> '(?P<sr>[^'\n]*)' )
    | (?P<bare> [+-]?\w[\w.:+-]* )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_CONTENT = {"long": "l", "longraw": "lr", "short": "s", "shortraw": "sr", "bare": "bare"}
_ESCAPE = re.compile(r"\\(?:(?P<sign>[btnfr\"\\])|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|[ \t]*\r?\n\s*)")
_SIGNS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the words of a value stand, and what in them is no word."""

    span: Span
    escapes: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fact:
    """One entry: what is read, and who says so as of when."""

    block: Block
    source: str
    published: Published | None


def reference(path: str) -> tuple[Article, ...]:
    """The facts of the fact sheet `path`: an article for each source and date that its facts name.

    Raises `FactSheetError` where it cannot be read or understood.
    """
    text = _text(path)
    facts = _facts(text, path)
    told: dict[tuple[str, Published | None], list[Block]] = {}
    for fact in facts:
        told.setdefault((fact.source, fact.published), []).append(fact.block)
    name = PurePath(os.path.normpath(path)).as_posix()
    return tuple(
        Article(
            id=name if number == 1 else f"{name}#{number}",
            path=path,
            text=text,
            blocks=tuple(blocks),
            source=f"{NAME} ({source})" if source else NAME,
            published=published,
            reference=True,
        )
        for number, ((source, published), blocks) in enumerate(told.items(), 1)
    )


def _text(path: str) -> str:
    if not path:
        raise FactSheetError("--reference names no file; write --reference facts.toml.")
    try:
        data = read_bounded(path, _LONGEST)
    except OSError as error:
        raise FactSheetError(f"the fact sheet {path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise FactSheetError(f"the fact sheet {path[:80]} cannot be read: {error}.") from error
    try:
        return decode(data)[0]
    except UnreadableError as error:
        raise FactSheetError(f"the fact sheet {path} is no TOML: {error}.") from error


def _facts(text: str, path: str) -> list[_Fact]:
    plain = re.sub(r"\r(?!\n)", "\n", text)  # TOML knows no lone CR as a line end; offsets stay
    try:
        said = loads(plain)
    except (ValueError, RecursionError) as error:
        why = "it is nested too deep" if isinstance(error, RecursionError) else error
        raise FactSheetError(f"the fact sheet {path} is no TOML: {why}.") from error
    entries = said.pop("fact", [])
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise FactSheetError(f'the fact sheet {path} holds no facts; write each as [[fact]] with fact = "...".')
    _known(said, ("source", "date"), f"the fact sheet {path}")
    places = list(_places(plain))
    found = []
    for number, entry in enumerate(entries, 1):
        where = f"the fact sheet {path}, fact {number}"
        _known(entry, FIELDS, where)
        block = _block(plain, entry, places[number - 1] if len(places) == len(entries) else {}, where)
        source = str(entry.get("source", said.get("source", ""))).strip()
        found.append(_Fact(block, source, _date(entry.get("date", said.get("date")), where)))
    return found


def _known(said: Mapping[str, object], fields: Sequence[str], where: str) -> None:
    for name, value in said.items():
        if name not in fields:
            near = get_close_matches(name.casefold(), fields, n=1)
            hint = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(fields)}."
            raise FactSheetError(f"{where}: there is no field “{name[:40]}”; {hint}")
        if name in ("fact", "source") and not isinstance(value, str):
            raise FactSheetError(f"{where}: “{name}” must be text between quotes.")


def _date(value: object, where: str) -> Published | None:
    if value is None:
        return None
    words = value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)
    try:
        return date_of(words, "fact sheet")
    except ValueError as error:
        raise FactSheetError(f"{where}: {error}.") from error


def _places(text: str) -> Iterator[dict[str, _Words]]:
    """For each table `[[fact]]` where the words of its values stand."""
    entry: dict[str, _Words] | None = None
    name = ""
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "comment":
                continue
            case "head":
                if entry is not None:
                    yield entry
                entry, name = {}, ""
            case "key":
                name = token["name"]
            case sort if entry is not None and name and sort is not None:
                entry.setdefault(name, _words(text, Span(*token.span(_CONTENT[sort])), sort))
                name = ""
    if entry is not None:
        yield entry


def _words(text: str, span: Span, sort: str) -> _Words:
    if sort.startswith("long"):
        first = re.compile(r"\r?\n").match(text, span.start, span.end)
        span = Span(first.end() if first else span.start, span.end)
    if sort.endswith("raw") or sort == "bare":
        return _Words(span)
    found = _ESCAPE.finditer(text, span.start, span.end)
    return _Words(span, tuple(Markup(Span(*each.span()), _reads(each)) for each in found))


def _reads(escape: re.Match[str]) -> str:
    if escape["sign"]:
        return _SIGNS[escape["sign"]]
    code = escape["four"] or escape["eight"]
    return chr(int(code, 16)) if code else ""


def _block(text: str, entry: Mapping[str, object], places: Mapping[str, _Words], where: str) -> Block:
    """The words of one fact, its value among them."""
    if not str(entry.get("fact", "")).strip():
        raise FactSheetError(f'{where}, says nothing; each needs fact = "...".')
    fact = places.get("fact")
    if fact is None or _read(text, fact) != str(entry["fact"]).replace("\r\n", "\n"):
        raise FactSheetError(f'{where}: its words are not found; write fact = "..." on a line under its own [[fact]].')
    if "value" not in entry:
        return Block(_trimmed(text, fact.span), markup=fact.escapes)
    value = places.get("value")
    if not _is_said(entry["value"]) or value is None:
        raise FactSheetError(
            f"{where}: “value” must be text, a number or a date; put anything else between quotes, in words."
        )
    value = _plain(text, value, entry["value"])
    if value.span.start < fact.span.end:
        raise FactSheetError(f"{where}: write “value” after “fact”, as it is read in that order.")
    between = Markup(Span(_trimmed(text, fact.span).end, value.span.start), " is ")
    markup = (*(each for each in fact.escapes if each.span.end <= between.span.start), between, *value.escapes)
    return Block(_trimmed(text, Span(fact.span.start, value.span.end)), markup=markup)


def _is_said(value: object) -> bool:
    """Whether a value is one that a text could give: a time of day has no form in TOML that articles share."""
    match value:
        case str():
            return bool(value.strip())
        case int() | float():
            return not isinstance(value, bool) and math.isfinite(value)
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _plain(text: str, words: _Words, value: object) -> _Words:
    """The words of a value; a number of TOML reads as articles write it, 1_200 and 0x4b0 as 1200."""
    if isinstance(value, str):
        return words
    written = words.span.of(text)
    reads = str(value) if written.startswith("0") and isinstance(value, int) else written.replace("_", "")
    return words if reads == written else _Words(words.span, (Markup(words.span, reads),))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _read(text: str, words: _Words) -> str:
    """The value that the words make, as TOML has it."""
    parts: list[str] = []
    at = words.span.start
    for mark in words.escapes:
        parts += [text[at : mark.span.start], mark.reads]
        at = mark.span.end
    return "".join([*parts, text[at : words.span.end]]).replace("\r\n", "\n")
