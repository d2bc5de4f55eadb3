"""Two short texts as a case to be judged: what is aligned is given, so that the tests hang on no weights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claims.extract import extract
from claims.model import Claim, Days
from factcheck import article
from factcheck.judge.case import Case, Facts
from factcheck.model import Mention

EARLY, LATE = "2031-05-06", "2031-05-08"
"""A Tuesday and the Thursday after it."""


@dataclass(frozen=True)
class Twins:
    """Two statements with one claim each of the kind that is compared."""

    kind: str
    """The kind, or the two kinds with a space between them."""
    a: str
    b: str
    published: tuple[str | None, str | None] = (None, None)
    strict: bool = False
    one_page: bool = False
    """Whether the two are versions of one page, the second the newest."""
    events: Mapping[str, str] = field(default_factory=dict)
    """For an event class the day (ISO 8601) that the story gives it."""

    def case(self) -> Case:
        """The two claims as a case."""
        days = {name: Days.day(dt.date.fromisoformat(day)) for name, day in self.events.items()}
        return Case(self._mention(0), self._mention(1), Facts(events=days), self.strict)

    def swapped(self) -> Case:
        """The same with the two statements swapped."""
        case = self.case()
        return Case(case.b, case.a, case.facts, case.strict)

    def _mention(self, side: int) -> Mention:
        text, name = (self.a, self.b)[side], "ab"[side]
        read = article(text, name=name, published=self.published[side])
        if self.one_page and not side:
            read = replace(read, version_of="b")
        claims = extract(text, published=read.published, blocks=read.blocks).claims
        return Mention(_only(claims, self.kind).with_article(name), read)


def _only(claims: tuple[Claim, ...], kind: str) -> Claim:
    (found,) = [claim for claim in claims if claim.kind in kind.split()]
    return found
