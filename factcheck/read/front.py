"""Front matter: a mapping at the top of a file, YAML between lines of three hyphens or TOML between plus signs.

Every value is taken as the text it is written as, so that YAML's own ideas of dates, numbers and "no" play no part.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field

import yaml

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
    if not found or len(found["yaml"]) > _LONGEST:
        return Front()
    if _PLAIN.fullmatch(found["yaml"]):
        return _front(dict(_pair(line) for line in found["yaml"].splitlines()), found.end())
    try:
        said = yaml.load(found["yaml"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, OverflowError, ValueError) as error:
        if not re.match(r"\s*[\w-]+\s*:", found["yaml"]):
            return Front()
        return Front(found.end(), remarks=(f"its front matter is no YAML ({_why(error)}); what it says is not used",))
    if not isinstance(said, dict):
        return Front()
    return _front(said, found.end())


def _pair(line: str) -> tuple[object, object]:
    """The name and the words of a plain line of YAML."""
    name, _, words = line.partition(":")
    return name, words.strip(" ")


def _front_of_toml(text: str) -> Front:
    found = _TOML.match(text)
    if not found or len(found["toml"]) > _LONGEST:
        return Front()
    try:
        said = tomllib.loads(found["toml"].replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError) as error:
        if not re.match(r"\s*[\w-]+\s*=", found["toml"]):
            return Front()
        return Front(found.end(), remarks=(f"its front matter is no TOML ({_why(error)}); what it says is not used",))
    return _front({name: _dateless(value) for name, value in said.items()}, found.end())


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
    day = next((given[name] for name in _DATES if given.get(name, "").lower() not in _FLAGS), "")
    when, remarks = first_of(filter(None, [day]), lambda words: published(words, origin))
    dates = (value for name, value in said.items() if str(name).lower() in _DATES)
    if not day and any(value and isinstance(value, (dict, list)) for value in dates):
        remarks = ("its date of publication is left out: it is a mapping or a list; write it as 2021-12-31",)
    url, author = given.get("url", ""), given.get("author", "")
    changed = None
    with suppress(ValueError):
        late = given.get("modified") or given.get("updated") or given.get("lastmod")
        changed = published(late, origin) if late else None
    return Facts(given.get("title", ""), given.get("source", ""), url, author, when, changed).known_from(
        origin
    ), remarks


def _front(said: dict[object, object], end: int) -> Front:
    facts, remarks = facts_of(said, "front matter")
    return Front(end, facts, remarks)


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
