"""Records become articles: which field of a JSON object, a table's row or a data frame's row holds what.

The names stand in fields.toml, those of common exports and of schema.org among them.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from html import unescape
from html.entities import name2codepoint
from importlib.resources import files

from claims.blocks import blocks
from claims.model import BlockRole, Published
from claims.view import view_of
from factcheck.errors import UnreadableError
from factcheck.read.compose import Piece, composed
from factcheck.read.decode import told
from factcheck.read.document import Document, Facts, Refused
from factcheck.read.elements import RAISED, page, pieces
from factcheck.read.published import first_of, published
from factcheck.read.terms import DEFAULT, Terms

ORIGIN = "fields"
_HTML = re.compile(
    r"<(?:p|div|br|hr|li|ul|ol|dl|table|h[1-6]|blockquote|article|section|figure|center|span)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"<(/?)(b|i|u|s|a|em|strong|small|big|sub|sup|mark|del|ins|strike|cite|code|font|abbr|time|img)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_POWER = re.compile(rf"(\d)<sup>({RAISED.pattern})</sup>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,7}));")
_CHARACTERS = frozenset(("apos", *name2codepoint))
"""Names of characters in HTML 4. HTML 5 has two thousand; "in;" and "it;" among them are seen in plain text."""
_TEASERS = ("description", "summary")
_ITEM = re.compile(r"[\x00-\x1f#]+")


def document_of(record: Mapping[str, object], number: int, terms: Terms = DEFAULT) -> Document | Refused:
    """The article in the `number`th record of a file."""
    said = _said(record)
    item = _ITEM.sub(" ", _words(_field(said, terms, "id"))).strip()[:200] or str(number)
    text = _field(said, terms, "text")
    if not isinstance(text, str) or not text.strip():
        known = ", ".join(_names("text", terms)[:4])
        return Refused(item, f"no text is in it; its text is looked for in the fields {known} and the like")
    if len(text) > terms.limits.article_length:
        return Refused(
            item,
            f"its text is longer than {terms.limits.article_length:,} characters; split it or raise the limit",
        )
    title, source, url, author = (_words(_field(said, terms, name)) for name in ("title", "source", "url", "author"))
    facts = Facts(title=title, source=source, url=url, author=author).known_from(ORIGIN)
    facts, remarks = _dated(said, facts, terms)
    remarks += (*broken(text, title, source, url, author), *_doubled(record, terms))
    try:
        return composed(titled(pieces_of(text), facts.title), facts, item, remarks)
    except UnreadableError as error:
        return Refused(item, str(error))


def broken(*words: str) -> tuple[str, ...]:
    """A remark on the characters in `words` that could not be decoded, where there are any."""
    return told(sum(each.count("\ufffd") for each in words))


def holds_text(record: object, terms: Terms = DEFAULT) -> bool:
    """Whether a value is an article; what a feed says of itself, or a teaser, in `description` makes it none."""
    if not isinstance(record, Mapping):
        return False
    said = {name: value for name, value in _said(record).items() if name not in _TEASERS}
    text = _field(said, terms, "text")
    return isinstance(text, str) and bool(text.strip())


def _said(record: Mapping[str, object]) -> dict[str, object]:
    """The fields by their names in small letters; of two of one name the first that says something."""
    said: dict[str, object] = {}
    for name, value in record.items():
        if name is not None and _is_empty(said.get(key := _known(name))):
            said[key] = value
    return said


def _doubled(record: Mapping[str, object], terms: Terms) -> tuple[str, ...]:
    """A remark on what is left out of a record that has its text twice, as `text` and as `Text`."""
    names = Counter(_known(name) for name, value in record.items() if name is not None and not _is_empty(value))
    twice = next((name for name in _names("text", terms) if names[name] > 1), None)
    return (f"its field “{twice}” is there more than once, of which the first is read; rename one",) if twice else ()


def _known(name: object) -> str:
    return str(name).strip().lower()


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, (str, list)) and not value)


def pieces_of(text: str) -> Iterator[Piece]:
    """The paragraphs of plain text or of HTML; in tables where all of it stands in them."""
    if _HTML.search(text):
        root = page(text)
        yield from list(pieces(root)) or pieces(root, tables=True)
        return
    text = _plain(text)
    for block in blocks(text):
        yield Piece(block.span.of(text), block.role)


def _plain(text: str) -> str:
    """`text` without the marks that HTML sets inside a line: pairs such as <b> and </b>, pictures, "&nbsp;".

    "p < 0.05", "AT&T" and "a <b> of one kind" are plain. The bias: who writes about "&amp;" is read as writing "&".
    """
    text = _POWER.sub(r"\1^\2", text)
    names: dict[str, set[str]] = {"": set(), "/": set()}
    for tag in _INLINE.finditer(text):
        names[tag[1]].add(tag[2].lower())
    if not names[""].isdisjoint({*names["/"], "img"}):
        text = _INLINE.sub("", text)
    return _REFERENCE.sub(
        lambda found: unescape(found[0]) if not found[1] or found[1] in _CHARACTERS else found[0], text
    )


def titled(given: Iterator[Piece], title: str) -> Iterator[Piece]:
    """The pieces, under `title` where they do not begin with it."""
    first = next(given, None)
    key = re.sub(r"\W+", "", title).casefold()
    if first is not None and key and re.sub(r"\W+", "", first.words).casefold() == key:
        first = replace(first, role=BlockRole.HEADLINE)
    elif key:
        yield Piece(view_of(title).text, BlockRole.HEADLINE)
        if first is not None and first.role is BlockRole.HEADLINE and len(first.words) > 60:
            first = replace(first, role=BlockRole.BODY)
    if first is not None:
        yield first
    yield from given


def when(value: object, origin: str = ORIGIN) -> Published | None:
    """A date from a field: words, a date, or seconds or milliseconds since 1970. Raises ValueError for what is none."""
    if isinstance(value, dt.datetime):
        return published(value.isoformat(timespec="seconds"), origin)
    if isinstance(value, dt.date):
        return published(value.isoformat(), origin)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 1e8 <= value < 1e14:
        seconds = value / 1000 if value >= 1e11 else value
        return published(dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds"), origin)
    words = _words(value)
    if re.fullmatch(r"\d{9,13}", words):
        return when(int(words), origin)
    return published(words, origin) if words else None


def _dated(said: Mapping[str, object], facts: Facts, terms: Terms) -> tuple[Facts, tuple[str, ...]]:
    published, remarks = first_of([_field(said, terms, "published")], when)
    modified, _ = first_of([_field(said, terms, "modified")], when)
    objects = (said[name] for name in _names("published", terms) if isinstance(said.get(name), Mapping))
    if not published and not remarks and any(objects):
        remarks = ("its date of publication is left out: it is an object with fields; write it as 2021-12-31",)
    return replace(facts, published=published, modified=modified), remarks


def _field(said: Mapping[str, object], terms: Terms, name: str) -> object:
    """The first field of that meaning which says something."""
    for known in _names(name, terms):
        top, _, below = known.partition(".")
        value = said.get(top)
        if below:
            inner = value.items() if isinstance(value, Mapping) else ()
            value = next((each for key, each in inner if _known(key) == below), None)
        elif isinstance(value, Mapping):
            continue
        if not _is_empty(value):
            return value
    return None


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(each) for each in value[:20])))
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return ""


def _names(name: str, terms: Terms) -> list[str]:
    """The fields of that meaning, those that the user named first."""
    return [*(_known(each) for each in terms.fields.get(name, ())), *_table()[name]]


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    raw = tomllib.loads(files("factcheck.read").joinpath("fields.toml").read_text("utf-8"))
    return {name: list(names) for name, names in raw.items()}


def columns(names: Iterable[str], terms: Terms = DEFAULT) -> list[str]:
    """Those of a table's columns that are known fields.

    Raises `UnreadableError` where none holds text, and where two are one field: one of them would be lost.
    """
    known = {meaning: {name.partition(".")[0] for name in _names(meaning, terms)} for meaning in _table()}
    found: dict[str, str] = {}
    for column in names:
        name = _known(column)
        if name in found:
            raise UnreadableError(f"two columns of it are named “{name}”; rename one of them")
        if any(name in each for each in known.values()):
            found[name] = column
    if not known["text"] & set(found):
        raise UnreadableError("no column of it holds the text of articles; name one “text”")
    return list(found.values())
