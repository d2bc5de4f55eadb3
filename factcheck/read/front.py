"""Front matter: a YAML mapping between two lines of three hyphens at the top of a file.

Every value is taken as the text it is written as, so that YAML's own ideas of dates, numbers and "no" play no part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from factcheck.read.document import Facts
from factcheck.read.published import published

_FENCE = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_LONGEST = 20_000


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
    """The front matter of `text`; none where it does not begin with a mapping between two lines of `---`.

    A mapping that is broken YAML is passed over with a remark. Lines of `---` around plain prose are no front matter.
    """
    found = _FENCE.match(text)
    if not found or len(found["yaml"]) > _LONGEST:
        return Front()
    try:
        said = yaml.load(found["yaml"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not re.match(r"\s*[\w-]+\s*:", found["yaml"]):
            return Front()
        why = str(getattr(error, "problem", None) or "it is nested too deep")
        return Front(found.end(), remarks=(f"its front matter is no YAML ({why}); what it says is not used",))
    if not isinstance(said, dict):
        return Front()
    return _front(said, found.end())


def facts_of(said: dict[object, object], origin: str) -> tuple[Facts, tuple[str, ...]]:
    """Facts from a mapping of names to values, as front matter and manifests hold them, and remarks on it.

    `published` is the date; `date` stands in for it, as site generators write it. Unknown names are passed over.
    """
    given = {str(name).lower(): _words(value) for name, value in said.items()}
    day = given.get("published") or given.get("date") or ""
    remarks: tuple[str, ...] = ()
    when = None
    if day:
        try:
            when = published(day, origin)
        except ValueError as error:
            remarks = (f"its date of publication is left out: {error}",)
    url, author = given.get("url", ""), given.get("author", "")
    return Facts(given.get("title", ""), given.get("source", ""), url, author, when).known_from(origin), remarks


def _front(said: dict[object, object], end: int) -> Front:
    facts, remarks = facts_of(said, "front matter")
    return Front(end, facts, remarks)


def _words(value: object) -> str:
    """A value in one line; a list of authors is joined, a nested mapping says nothing."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(each) for each in value if isinstance(each, str))))
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return ""
