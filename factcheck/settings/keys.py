"""The keys of a settings file: what each is called, what it may be, and what it does. The one place that knows them.

Rules and kinds are imported when a file names some, so that the command line stays quick.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from factcheck.model import Limits, Severity, StoryMode, Verdict

Reader = Callable[[Any], Any]
"""Gives the value that a key's TOML comes to; raises ValueError saying what it may be."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key."""

    name: str
    """As written in the file."""
    form: str
    """What it may be, in words."""
    does: str
    """What it does, in one sentence."""
    read: Reader
    """What checks and converts it."""
    default: str
    """Its value where nothing is said, as TOML, or ""."""
    option: str = ""
    """The command line's parameter that it sets, or "" where it sets none."""

    @property
    def field(self) -> str:
        """The name of the field in `factcheck.settings.model`."""
        return self.name.replace("-", "_")

    @property
    def is_table(self) -> bool:
        """Whether it is written as a table of its own."""
        return self.default == "{}"


def _one_of(*names: str) -> Reader:
    def read(given: Any) -> str:
        if given not in names:
            raise ValueError(f"one of {', '.join(names)}")
        return str(given)

    return read


def _truth(given: Any) -> bool:
    if not isinstance(given, bool):
        raise ValueError("true or false")
    return given


def _no(given: Any) -> bool:
    return not _truth(given)


def _part(given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 1:
        raise ValueError("a number from 0 to 1")
    return float(given)


def _weight(given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= sys.float_info.max:
        raise ValueError("a number from 0 up")
    return float(given)


def _count(given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise ValueError("a whole number from 1 up")
    return given


def _is_words(given: Any) -> bool:
    """Whether something is words; raises ValueError where they hold a character that no path can hold."""
    if isinstance(given, str) and "\0" in given:
        raise ValueError("words without the character NUL")
    return isinstance(given, str) and bool(given.strip())


def _words(given: Any) -> str:
    if not _is_words(given):
        raise ValueError("words in quotation marks")
    return str(given)


def _list(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(map(_is_words, given)):
        raise ValueError("a list of words in quotation marks")
    return tuple(given)


def _rules(given: Any) -> tuple[str, ...]:
    return tuple(_rule(each) for each in _list(given))


def _rule(given: str) -> str:
    """A rule's identifier, its beginning or its name, as an identifier or beginning."""
    from factcheck.judge import RULES

    begun = given.upper()
    if any(rule.id.startswith(begun) for rule in RULES):
        return begun
    named = [rule.id for rule in RULES if rule.name == given.casefold()]
    if not named:
        raise ValueError(f"identifiers of rules, such as FC101, or their beginnings, such as FC1; {given} is none")
    return named[0]


def _kinds(given: Any) -> tuple[str, ...]:
    known = _all_kinds()
    for each in _list(given):
        if each not in known:
            raise ValueError(f"kinds of claim ({', '.join(known)}); {each} is none")
    return tuple(given)


def _all_kinds() -> list[str]:
    from claims.kinds import KINDS

    return [kind.name for kind in KINDS]


def _severities(given: Any) -> tuple[tuple[str, str], ...]:
    names = [str(each) for each in Severity]
    if not isinstance(given, Mapping) or any(each not in names for each in given.values()):
        raise ValueError(f"a table of rules, each {', '.join(names[:-1])} or {names[-1]}")
    return tuple((_rule(rule), str(each)) for rule, each in given.items())


def _thresholds(given: Any) -> tuple[tuple[str, float], ...]:
    names = [*(str(each) for each in Verdict), *_all_kinds()]
    if not isinstance(given, Mapping) or any(name not in names for name in given):
        raise ValueError(f"a table of verdicts and kinds ({', '.join(names)}), each with a number from 0 to 1")
    return tuple((name, _part(each)) for name, each in given.items())


def _zone(given: Any) -> int:
    found = re.fullmatch(r"([+-])([01]\d|2[0-3]):([0-5]\d)", given) if isinstance(given, str) else None
    if not found:
        raise ValueError('an offset from UTC such as "+01:00"')
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def _day(given: Any) -> dt.date:
    if not isinstance(given, dt.date) or isinstance(given, dt.datetime):
        raise ValueError("a day such as 2031-03-05, without quotation marks")
    return given


def _currency(given: Any) -> str:
    from claims.words.unit import currency_of_code

    if not isinstance(given, str) or currency_of_code(given) is None:
        raise ValueError(f'the code of a currency (ISO 4217) such as "EUR"; {given} is none that is known')
    return given


def _rate(given: Any) -> Decimal:
    number = isinstance(given, int | float) and not isinstance(given, bool)
    if not number or not 1e-9 <= given <= 1e9:
        raise ValueError("a number above 0 such as 1.09")
    return Decimal(str(given))


LIMITS = tuple(name.replace("_", "-") for name in Limits.__slots__)
"""What may be limited."""
FIELDS = ("text", "title", "published", "modified", "source", "author", "url", "id")
"""What a field of a record may hold."""
_MOST = 1_000_000_000


def _limits(given: Any) -> Limits:
    if not isinstance(given, Mapping) or any(name not in LIMITS for name in given):
        raise ValueError(f"a table of limits ({', '.join(LIMITS)}), each with a number")
    for name, said in given.items():
        if isinstance(said, bool) or not isinstance(said, int) or not 1 <= said <= _MOST:
            raise ValueError(f"a table of whole numbers from 1 to {_MOST:,}; that of {name} is none")
    return Limits(**{name.replace("-", "_"): said for name, said in given.items()})


def _fields(given: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(given, Mapping) or any(name not in FIELDS for name in given):
        raise ValueError(f"a table of {', '.join(FIELDS)}, each with the names of its fields")
    found = []
    for name, said in given.items():
        held = [said] if isinstance(said, str) else said
        if not isinstance(held, list) or not held or not all(map(_is_words, held)):
            raise ValueError(f"a table of names in quotation marks, or lists of such; that of {name} is none")
        found.append((name, tuple(held)))
    return tuple(found)


_ZONE = 'offset from UTC, such as `"+01:00"`'
_DAY_FIRST = Key("day-first", "`true` or `false`", "Whether 3/4/2031 is the 3rd of April.", _truth, "")
SOURCE_KEYS: tuple[Key, ...] = (
    Key("match", "glob", "The articles it speaks of, from the folder of the settings file.", _words, ""),
    Key("name", "words", "What reports call their source.", _words, ""),
    Key("weight", "number from 0 up", "Findings of heavier sources come first within a verdict.", _weight, "1"),
    Key("timezone", _ZONE, "The zone of times of publication that state none.", _zone, ""),
    _DAY_FIRST,
)
"""The keys of a table `[[source]]`."""
RATE_KEYS: tuple[Key, ...] = (
    Key("date", "day", "The day of the rate.", _day, ""),
    Key("from", "code of a currency", "The currency that is converted.", _currency, ""),
    Key("to", "code of a currency", "The currency it is converted into.", _currency, ""),
    Key("rate", "number above 0", "How many of `to` one of `from` is worth.", _rate, ""),
)
"""The keys of a table `[[rates]]`; all are needed."""
KEYS: tuple[Key, ...] = (
    Key("select", "list of rules", "Tell findings of these rules only; `FC1` is all that begin so.", _rules, "[]"),
    Key("ignore", "list of rules", "Leave findings of these rules out.", _rules, "[]"),
    Key("kinds", "list of kinds", "Tell findings of these kinds of claim only.", _kinds, "[]"),
    Key("severity", "table of rules", "Give rules another severity: `error`, `warning` or `note`.", _severities, "{}"),
    Key("thresholds", "table of verdicts and kinds", "Leave out findings of less confidence.", _thresholds, "{}"),
    Key("min-confidence", "number from 0 to 1", "The same for all findings.", _part, "0.0", "min_confidence"),
    Key("fail-level", "`error`, `warning`, `never`", "Severity from which a finding makes the exit status 1.",
        _one_of("error", "warning", "never"), '"error"', "fail_level"),
    Key("story", "`auto`, `all`, `folder`", "Which articles are compared.",
        _one_of(*(str(mode) for mode in StoryMode)), '"auto"', "story"),
    Key("strict", "`true` or `false`", "Take bounds and hedges literally.", _truth, "false", "strict"),
    Key("against", "list of paths", "What `factcheck check` checks against, from the folder of the settings file.",
        _list, "[]", "against"),
    Key("baseline", "path", "The file of findings that were looked at, from the folder of the settings file.",
        _words, "", "baseline"),
    Key("include", "list of globs", "The files of folders that are articles.", _list, "[]"),
    Key("exclude", "list of globs", "The files of folders that are none; a file that is named itself is read.", _list,
        "[]"),
    Key("limits", "table of limits", "What no file and no article may exceed.", _limits, "{}"),
    Key("fields", "table of fields", "Which fields of records hold what.", _fields, "{}"),
    Key("timezone", _ZONE, "The zone of times of publication that state none.", _zone, ""),
    _DAY_FIRST,
    Key("output-format", "format", "The format of standard output; listings of claims keep theirs.", _words,
        '"full"', "output_format"),
    Key("jobs", "whole number", "Number of processes.", _count, "1", "jobs"),
    Key("cache", "`true` or `false`", "Whether claims of unchanged articles are kept.", _no, "true", "no_cache"),
    Key("model", "name or folder", "Another spaCy pipeline.", _words, "", "model"),
)  # fmt: skip
"""The keys of the file, in the order in which pages tell them. `[[source]]` and `[[rates]]` stand beside them."""


def names(keys: Sequence[Key]) -> list[str]:
    """What the keys are called."""
    return [key.name for key in keys]
