"""The form of a rule that reads time expressions: a regular expression over the parts of tokens, and what it means.

A pattern speaks of parts by name, `weekday comma? month day`, and may use everything else that regular expressions
have. `NAMES` gives names to sets of parts and to small phrases of them. A group called `core` holds the expression
itself where the pattern needs company around it.

    Rule("month year", "(?P<month>month) (?P<year>year)", build)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Final

from claims.when import LengthExpr, When
from claims.words.day_tokens import PARTS, Tokens, TokenValue

NAMES: Final[dict[str, str]] = {
    "anymonth": "(?:month|month_word|month_abbr)",
    "anyweekday": "(?:weekday|weekday_abbr)",
    "year": "(?:year_num|short_year)",
    "date": "(?:day_num|ordinal_num)",
    "nth": "(?:ordinal|second|ordinal_num)",
    "amount": "(?:day_num|num|num_word|year_num|hhmm|dot_clock)",
    "unit": "(?:a_day|a_week|a_month|a_year|a_decade|a_century|a_millennium)",
    "anyunit": "(?:unit|quarter|short_unit|second)",
    "anyunits": "(?:units|quarters|short_units|weekends)",
    "hedge": "(?:approx|nearly|(?:(?<!amount)(?<!percent)(?:over|more than|less than))|under|at least|at most|up to)",
    "minus": "(?:hyphen|dash)",
    "anyseason": "(?:season|season_word)",
    "rel": "(?:last|past|next|coming|this|previous|following|current)",
    "begun": "(?:early|late|mid|earlier|later)",
    "prep": "(?:in|on|of|bound|to|before|after|last|next|this|past|early|late|mid|and|or|approx|at|over)",
}
"""Names that patterns may use for sets of parts."""

_NAME = re.compile(r"\(\?P[<=]\w+[>)]|[a-z_]+")


@cache
def pattern(rule: str) -> re.Pattern[str]:
    """The regular expression over `Tokens.parts` that a pattern of part names stands for (KeyError: unknown name)."""
    return re.compile(_expanded(rule).replace(" ", ""))


def _expanded(rule: str) -> str:
    def named(found: re.Match[str]) -> str:
        word = found.group()
        if word.startswith("(?P"):
            return word
        return _expanded(NAMES[word]) if word in NAMES else PARTS[word]

    return _NAME.sub(named, rule)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule's pattern holds."""

    tokens: Tokens
    """The tokens of the text."""
    found: re.Match[str]
    """The match over the parts."""

    @property
    def all_words(self) -> str:
        """The words of the whole match."""
        return self.tokens.words(self.found.start(), self.found.end())

    def is_name(self, name: str) -> bool:
        """Whether the group's first word is capitalised inside a sentence: part of a name ("the Quarter Pounder")."""
        start = self.tokens.starts[self.start(name)]
        return self.tokens.text[start].isupper() and self.tokens.text[start - 2 : start - 1].islower()

    def has(self, name: str) -> bool:
        """Whether the pattern has the group and it took part."""
        return self.start(name) >= 0

    def start(self, name: str) -> int:
        """The group's first token, -1 where it took no part or the pattern has no such group."""
        return self.found.start(name) if name in self.found.re.groupindex else -1

    def part(self, name: str) -> str:
        """The character of the group's first part (compare with `PARTS[...]`), "" where it took no part."""
        at = self.start(name)
        return self.tokens.parts[at] if at >= 0 and self.found.end(name) > at else ""

    def value(self, name: str) -> TokenValue:
        """What the group's first token stands for, "" where it took no part."""
        return self.tokens.values[self.start(name)] if self.part(name) else ""

    def number(self, name: str) -> int | None:
        """The whole number that the group's first token stands for, None where there is none."""
        value = self.value(name)
        return int(value) if isinstance(value, int | Decimal) else None

    def code(self, name: str) -> str:
        """The code that the group's first token stands for (`START`, `day`), "" where there is none."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def words(self, name: str) -> str:
        """The group's words in lower case, "" where it took no part."""
        return self.tokens.words(self.start(name), self.found.end(name)).lower() if self.part(name) else ""


class Refers(Enum):
    """How an expression leans on the ones before it."""

    NOT = "not"
    """It does not, or says so itself (`Anchor.BASE`)."""
    SPOKEN_OF = "spoken of"
    """It names again what is being spoken of ("the quarter", "the weekend")."""
    YEAR_BACK = "year back"
    """It names what is being spoken of, a year before ("a year ago" after "the third quarter")."""
    SAME_PERIOD = "same period"
    """The same, of a month too ("the same period last year" after "in February")."""
    OTHER_YEAR = "other year"
    """It names what is being spoken of, in the year it tells ("the 1988 period")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that a rule has read, before context fills in what its words leave open."""

    first: int
    """Its first token."""
    stop: int
    """The token after its last."""
    when: When
    """What it says."""
    length: LengthExpr | None = None
    """For a date told as a distance ("two days after"): the distance, which is what TIMEX3 marks."""
    wide: int = 0
    """How many tokens after `stop` still belong to the reading, though not to the TIMEX3 ("later", "after")."""
    refers: Refers = Refers.NOT
    """How it leans on the expressions before it."""


Built = When | Draft | tuple[Draft, ...] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of time expression."""

    name: str
    """What the form is called, by an example where that says it best."""
    form: str
    """Its pattern (see the head of this module)."""
    build: Callable[[Hit], Built]
    """What it says; None where the words turn out to be no time expression."""
    needs: str = ""
    """Parts, by name, of which one stands in every text that the rule reads; the rule is not tried without."""
    refers: Refers = Refers.NOT
    """How what it reads leans on the expressions before it."""
    keys: frozenset[str] = field(init=False)
    """The characters of `needs`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", frozenset(_expanded(self.needs)) & frozenset(PARTS.values()))

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled with the first text that the rule is tried on: few texts need every rule."""
        return pattern(self.form)

    def read(self, tokens: Tokens) -> Iterator[Draft]:
        """What the rule reads in the tokens."""
        regex = self.regex
        for found in regex.finditer(tokens.parts):
            built = self.build(Hit(tokens, found))
            if built is None:
                continue
            if isinstance(built, Draft):
                built = (built,)
            if isinstance(built, tuple):
                yield from built if self.refers is Refers.NOT else (replace(one, refers=self.refers) for one in built)
            else:
                group = "core" if "core" in regex.groupindex else 0
                yield Draft(found.start(group), found.end(group), built, refers=self.refers)


def drafts(tokens: Tokens, rules: tuple[Rule, ...]) -> tuple[Draft, ...]:
    """What the rules read, none overlapping another: the leftmost wins, then the longest, then the earlier rule."""
    present = frozenset(tokens.parts)
    found = [
        (draft.first, -(draft.stop + draft.wide), order, draft)
        for order, rule in enumerate(rules)
        if not rule.keys or not rule.keys.isdisjoint(present)
        for draft in rule.read(tokens)
    ]
    found.sort(key=lambda row: row[:3])
    kept: list[Draft] = []
    end = 0
    for first, _, _, draft in found:
        if first >= end:
            kept.append(draft)
            end = draft.stop + draft.wide
    return tuple(kept)


__all__ = ["NAMES", "Built", "Draft", "Hit", "Refers", "Rule", "drafts", "pattern"]
