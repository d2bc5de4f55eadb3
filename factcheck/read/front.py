"""Front matter: a mapping at the top of a file, YAML between lines of three hyphens or TOML between plus signs.

Every value is taken as the text it is written as, so that YAML's own ideas of dates, numbers and "no" play no part.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from claims.model import Published
from factcheck.read.document import Facts
from factcheck.read.published import first_of, published

_FENCE = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_PLAIN_LINE = r"[A-Za-z][A-Za-z_-]*+:(?: +(?:[A-Za-z0-9/](?:[!-9;-~]|:(?! |$)| (?!#))*+)?)?"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*", re.MULTILINE)
"""YAML that is a mapping of words to unquoted words of ASCII in one line each, which takes no parser to read."""
_TOML = re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)(?P<toml>.*?)(?:\r\n|\n|\r)\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL)
_LONGEST = 20_000
_DATES = ("published", "date")
_CHANGES = ("modified", "updated", "lastmod")
_KNOWN = ("title", "source", "url", "author", *_DATES, *_CHANGES)
_TOO_LONG = (
    f"what stands between its first two fences is longer than {_LONGEST:,} characters and is read as text; "
    "shorten it if it is front matter"
)
_FLAGS = frozenset({"", "true", "false", "yes", "no"})
"""What `published` says in the files of a site generator that means by it whether a page is shown."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above an article."""

    end: int = 0
    """Offset at which the article begins."""
    facts: Facts = field(default_factory=Facts)
    """What it says."""
    remarks: tuple[str, ...] = ()
    """What was not understood, one sentence each."""


def front(text: str) -> Front:
    """The front matter of `text`; none where it does not begin with a mapping between two lines of `---` or `+++`.

    A mapping that is broken is passed over with a remark. Lines of `---` around plain prose are no front matter.
    """
    if text.startswith("+++"):
        return _front_of_toml(text)
    found = _FENCE.match(text)
    if not found:
        return Front()
    words, is_meant = found["yaml"], re.match(r"\s*[\w-]+\s*:", found["yaml"]) is not None
    if len(words) > _LONGEST:
        return Front(remarks=(_TOO_LONG,) if is_meant else ())
    if _PLAIN.fullmatch(words):
        pairs = [_pair(line) for line in words.splitlines()]
        return _front(dict(pairs), (name for name, _ in pairs), found.end())
    try:
        said, names = _loaded(words)
    except (yaml.YAMLError, RecursionError, OverflowError, ValueError) as error:
        if not is_meant:
            return Front()
        return Front(found.end(), remarks=(f"its front matter is no YAML ({_why(error)}); what it says is not used",))
    return _front(said, names, found.end()) if isinstance(said, dict) else Front()


def _loaded(words: str) -> tuple[object, list[str]]:
    """What a mapping of YAML says, and the names in it, each as often as it stands there."""
    loader = yaml.BaseLoader(words)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return None, []
        names = [name.value for name, _ in node.value if isinstance(name, yaml.ScalarNode)]
        return loader.construct_document(node), names
    finally:
        loader.dispose()


def _pair(line: str) -> tuple[object, object]:
    """The name and the words of a plain line of YAML."""
    name, _, words = line.partition(":")
    return name, words.strip(" ")


def _front_of_toml(text: str) -> Front:
    found = _TOML.match(text)
    if not found:
        return Front()
    is_meant = re.match(r"\s*[\w-]+\s*=", found["toml"]) is not None
    if len(found["toml"]) > _LONGEST:
        return Front(remarks=(_TOO_LONG,) if is_meant else ())
    try:
        said = tomllib.loads(found["toml"].replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError) as error:
        if not is_meant:
            return Front()
        return Front(found.end(), remarks=(f"its front matter is no TOML ({_why(error)}); what it says is not used",))
    return _front({name: _dateless(value) for name, value in said.items()}, said, found.end())


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return str(getattr(error, "problem", None) or error).partition("\n")[0][:80]


def _dateless(value: object) -> object:
    """A date or time of TOML as the text it is written as."""
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value


def facts_of(said: dict[object, object], origin: str) -> tuple[Facts, tuple[str, ...]]:
    """Facts from a mapping of names to values, as front matter and manifests hold them, and remarks on it.

    `published` is the date; `date` stands in for it, as site generators write it. Unknown names are passed over.
    """
    given = {str(name).lower(): _words(value) for name, value in said.items()}
    when, remarks = _date(_DATES, said, origin, "date of publication")
    changed, odd = _date(_CHANGES, said, origin, "date of change")
    title, source, url, author = (given.get(name, "") for name in ("title", "source", "url", "author"))
    return Facts(title, source, url, author, when, changed).known_from(origin), (*remarks, *odd)


def _date(
    names: Iterable[str], said: Mapping[object, object], origin: str, what: str
) -> tuple[Published | None, tuple[str, ...]]:
    """The date that the first of `names` states which is more than a flag, and a remark where it is none."""
    given = {str(name).lower(): value for name, value in said.items()}
    values = [given[name] for name in names if name in given]
    stated = next((words for value in values if (words := _words(value)).lower() not in _FLAGS), "")
    if not stated and any(value and isinstance(value, (dict, list)) for value in values):
        return None, (f"its {what} is left out: it is a mapping or a list; write it as 2021-12-31",)
    return first_of(filter(None, [stated]), lambda words: published(words, origin), what)


def _front(said: dict[object, object], names: Iterable[object], end: int) -> Front:
    facts, remarks = facts_of(said, "front matter")
    counted = Counter(str(name).lower() for name in names)
    twice = (
        f"its front matter gives “{name}” more than once, of which the last is used; take the others out"
        for name in _KNOWN
        if counted[name] > 1
    )
    return Front(end, facts, (*remarks, *twice))


def _words(value: object) -> str:
    """A value in one line; a list of authors is joined, a nested mapping says nothing."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(each) for each in value if isinstance(each, str))))
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(_written(value).split())
    return ""


def _written(value: str | int | float) -> str:
    """A value as text; a number of more digits than Python writes out in tens can only stand there in sixteens."""
    try:
        return str(value)
    except ValueError:
        return f"{value:#x}"
