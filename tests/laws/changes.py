"""Changes of a story that may change nothing in what is said of it, or nothing but what they change."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from claims.blocks import blocks
from claims.extract import extract
from claims.model import Published
from claims.register import surname
from claims.words.title import gender_of_name
from factcheck.model import Article, Report
from factcheck.read.copies import marked

Story: TypeAlias = tuple[Article, ...]
Telling: TypeAlias = frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a story."""

    name: str
    """What is changed, in a few words."""
    apply: Callable[[Story], Story]
    """The changed story; every article keeps its source, by which it is known again."""
    words: Callable[[Story], Callable[[str], str]] = lambda _: str
    """For a story, what becomes of the words of a mention."""
    can_be: Callable[[Story], bool] = lambda _: True
    """Whether the change can be made to all of a story."""


def telling(report: Report, words: Callable[[str], str] = str) -> Telling:
    """Rule, verdict, origins and mentions of each finding; white space inside a mention counts as one space."""
    return frozenset(
        (
            finding.rule, finding.verdict, finding.kind, finding.origins,
            tuple(sorted((one.article.source, " ".join(words(one.quote).split())) for one in finding.mentions)),
        )
        for finding in report.findings
    )  # fmt: skip


def rewritten(one: Article, text: str) -> Article:
    """An article with another text."""
    return replace(one, text=text, blocks=blocks(text))


def _turned(story: Story) -> Story:
    """Other identifiers, in the opposite order."""
    return tuple(replace(one, id=f"{len(story) - at:03}", path=f"{at}") for at, one in enumerate(story))[::-1]


def _each(change: Callable[[str], str]) -> Callable[[Story], Story]:
    return lambda story: tuple(rewritten(one, change(one.text)) for one in story)


def _copied(story: Story) -> Story:
    """The first article once more, under another name that sorts last."""
    return marked((*story, replace(story[0], id=f"zz-{story[0].id}", path=f"zz-{story[0].path}")))


# --------------------------------------------------------------------------------------------- dates

_YEAR = re.compile(r"(?<![\d.,$€£#])(?P<year>1[89]\d\d|20\d\d)(?P<range>[-–]\d\d\b)?(?![.,]?\d|s\b|-?year)")
_SHORT = re.compile(r"\b(\d{1,2}[/.]\d{1,2}[/.])(\d\d)\b(?![/.]\d)")
_CENTURY = re.compile(r"\bcentur(?:y|ies)\b", re.IGNORECASE)
_CYCLE = 28
"""Years after which every date falls on its weekday again (between 1901 and 2099)."""


def later(words: str, by: int = _CYCLE) -> str:
    """`words` with each year later by `by` years, years of two digits in 12/27/31 and 1995-99 as well.

    Decades stay, and a number that only looks like a year does not.
    """

    def year(found: re.Match[str]) -> str:
        end = found["range"]
        return f"{int(found['year']) + by}" + (f"{end[0]}{(int(end[1:]) + by) % 100:02}" if end else "")

    words = _SHORT.sub(lambda found: f"{found[1]}{(int(found[2]) + by) % 100:02}", words)
    return _YEAR.sub(year, words)


def _dated(one: Article, by: int) -> Published | None:
    known = one.published
    if known is None:
        return None
    first, last = (_day_later(day, by) for day in (known.first, known.last))
    return replace(known, first=first, last=last)


def _day_later(day: dt.date, by: int) -> dt.date:
    """The same day of a later year; 29 February becomes the 28th where there is none."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + by, day=28 if leap else day.day)


def in_other_years(by: int = _CYCLE) -> Change:
    """Every year that is named, and the dates of publication, later by `by` years.

    A century cannot be moved by that, and beside a year that was moved it would tell of another time.
    """

    def apply(story: Story) -> Story:
        return tuple(replace(rewritten(one, later(one.text, by)), published=_dated(one, by)) for one in story)

    def has_no_century(story: Story) -> bool:
        return not any(_CENTURY.search(one.text) for one in story)

    name = f"every date {by} years later"
    return Change(name, apply, lambda _: lambda words: later(words, by), has_no_century)


# --------------------------------------------------------------------------------------------- names

_FAMILY = ("Abara", "Osei")
"""A family name, and the second part of a double one."""
_GIVEN = {"f": "Ruth", "m": "Peter"}


def _renaming(story: Story) -> Callable[[str], str]:
    """Gives the person whom the story names most another family name, which is double where that was, and another
    given name of the same sex; a given name whose sex is not known stays."""
    named = Counter(
        claim.subject.key
        for one in story
        for claim in extract(one.text, published=one.published, blocks=one.blocks).claims
        if claim.subject and claim.subject.named and claim.subject.type == "person" and " " in claim.subject.key
    )
    if not named:
        return str
    full = named.most_common(1)[0][0]
    given, family = full.split(" ")[0], surname(full)
    new = dict(zip(family.split("-"), _FAMILY, strict=False))
    if other := _GIVEN.get(gender_of_name(given)):
        new[given] = other
    either = re.compile(rf"\b(?:{'|'.join(map(re.escape, new))})\b", re.IGNORECASE)
    return lambda text: either.sub(lambda found: _cased(found[0], new[found[0].lower()]), text)


def _cased(word: str, name: str) -> str:
    """A name in place of a word in capitals or with a capital; other words stay ("felt" is no Mr Felt)."""
    return name.upper() if word.isupper() else name if word[0].isupper() else word


def _renamed(story: Story) -> Story:
    words = _renaming(story)
    return tuple(rewritten(one, words(one.text)) for one in story)


CHANGES: tuple[Change, ...] = (
    Change("other identifiers in the opposite order", _turned),
    Change("lines end in CR LF", _each(lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"))),
    Change("lines end in CR", _each(lambda text: text.replace("\r\n", "\n").replace("\n", "\r"))),
    Change(
        "white space around paragraphs",
        _each(lambda text: f"\n \n{text.replace(f'{chr(10)}{chr(10)}', f' {chr(10)} {chr(9)}{chr(10)}')}\n\t\n"),
    ),
    Change("a copy of an article", _copied),
    in_other_years(),
    Change("another name for a person", _renamed, _renaming),
)
"""Every change that is tried on real articles."""


def changed(before: Telling, after: Telling) -> Sequence[tuple[object, ...]]:
    """What only one of the two says."""
    return sorted(before ^ after, key=str)
