"""What ties two values that exclude each other; where nothing does they are two facts, whatever their best match is.

Measured on the development stories: of the pairs of figures that the rules on happening, time and size part, and that
the weights alone took for one fact, none was one. Those on ages, deaths and crowds rest on made-up stories.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from claims.model import TEMPORAL, Claim, Clock, Days
from claims.words.title import gender_of_noun
from factcheck.align.level import NEVER, Level, Words, apart, figure
from factcheck.align.wholes import part_and_whole, place_and_country

LOOSE = "nothing ties them"
"""The level of two claims that are two facts where a third that is like both may still show them to be one."""
_TIED = Level("bond", "tied")
_UNTIED = frozenset({"absent", "unknown", "different-noun", "different-named", "different-guessed"})
_ONE = frozenset({"same-spelt", "same-named", "alike-named", "same-noun"})
_ATTRIBUTED = frozenset({"same", "related"})
_FAR = frozenset({"far", "remote"})
_SLIPS = frozenset({"slip", "slip-tied"})
_LONE = frozenset({"ordinal", "score"})
"""Kinds whose claims are tied by whom they are told of."""
_WEATHER = frozenset({"speed", "temperature"})
"""Kinds whose figures change from day to day: a storm's winds."""
_OF_WOUNDS = frozenset({"hospital", "injury", "wound", "coma"})
_FURTHER = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+(?:teen|tie)th|\d+(?:nd|rd|th)|another|latest)\b"
)


def untied(a: Claim, b: Claim, told: Mapping[str, str], words: Words) -> Level:
    """What ties two claims of two articles, where their values exclude each other. `told` holds every part's level.

    One fact told in quite other words is lost with a figure that differs: "The flood made 4,000 people flee", "900 left
    their homes".
    """
    if a.article == b.article or a.kind in _LONE or not apart(a, b):
        return _TIED
    if why := _two(a, b, told, words):
        return Level("bond", NEVER, why)
    plain = a.kind not in TEMPORAL and a.kind != "age"
    return Level("bond", LOOSE) if plain and _is_loose(a, b, told) else _TIED


def _two(a: Claim, b: Claim, told: Mapping[str, str], words: Words) -> str:
    """Why two claims cannot be one fact, or ""."""
    if a.kind in TEMPORAL:
        if _is_saying(a) and _is_saying(b) and (told["who"] in _UNTIED or not (_is_person(a) and _is_person(b))):
            return "two occasions of speaking"
        return "who died of it died later" if _died_later(a, b) or _died_later(b, a) else ""
    if a.kind == "age":
        if told["who"] in _UNTIED and _genders(a, b) == {"f", "m"}:
            return "of a man and of a woman"
        return "the ages of several and that of one" if _may_be_outside(a, b, told) else ""
    if place_and_country(a, b):
        return "of a place and of a whole state or country"
    if told["setting"] == "apart" and (told["era"] == "differ" or a.kind in _WEATHER):
        return "told of two times"
    if a.kind == "count" and _are_guesses(a, b, words):
        return "the estimates of two speakers"
    if a.kind == "count" and (why := part_and_whole(a, b)):
        return why
    if a.kind == "count" and told["event"] == "converse" and (told["who"] in _ONE or told["beside"] == "same"):
        return "what one won and what one lost"
    if told["noun"] == "ancestor" and (told["value"] in _FAR or (told["value"] in _SLIPS and _is_of_few(a, b))):
        return "a part and the whole, far apart"
    return ""


def _is_saying(claim: Claim) -> bool:
    """Whether a date is that of a statement or a briefing, of which there are many in a story."""
    return claim.event is not None and ("say" in claim.event.classes or claim.event.lemma == "hear")


def _is_person(claim: Claim) -> bool:
    return claim.subject is not None and claim.subject.type == "person"


def _died_later(death: Claim, other: Claim) -> bool:
    """Whether one dates the death of somebody who outlived, by days, the happening that the other dates.

    A further victim, or who died of wounds or in hospital; "died on Monday" alone may date the crash. Who died in a
    hospital that burned did not outlive the fire: the case this gets wrong.
    """
    if not _is_death(death) or _is_death(other):
        return False
    first, last = _first(other), _first(death)
    told = bool(death.context & _OF_WOUNDS) or _FURTHER.search(death.subject.words.lower() if death.subject else "")
    return bool(told) and first is not None and last is not None and first < last


def _is_death(claim: Claim) -> bool:
    return (
        claim.event is not None and "kill" in claim.event.classes and claim.event.lemma in ("die", "succumb", "death")
    )


def _first(claim: Claim) -> dt.date | None:
    region = claim.value.stated
    days = region.days if isinstance(region, Clock) else region
    return days.first if isinstance(days, Days) else None


def _are_guesses(a: Claim, b: Claim, words: Words) -> bool:
    """Whether two speakers say how many marched: police and organisers hardly ever agree on it.

    They are two where one sentence tells both figures, too.
    """
    if not all(claim.event is not None and "protest" in claim.event.classes for claim in (a, b)):
        return False
    sentences = [words.told.get((claim.article, claim.sentence), frozenset()) for claim in (a, b)]
    if figure(b) in sentences[0] or figure(a) in sentences[1]:
        return True
    speakers = [claim.attributed_to.lower() for claim in (a, b)]
    return all(speakers) and speakers[0] not in speakers[1] and speakers[1] not in speakers[0]


def _genders(a: Claim, b: Claim) -> set[str]:
    """The genders that the nouns for the two bearers tell."""
    return {gender_of_noun(claim.subject.lemma) for claim in (a, b) if claim.subject is not None} - {""}


def _may_be_outside(a: Claim, b: Claim, told: Mapping[str, str]) -> bool:
    """Whether one age is of somebody whom nothing puts among those of the other; the youngest and the oldest are."""
    ends = any(_END.search(claim.subject.words.lower()) for claim in (a, b) if claim.subject is not None)
    return _is_range(a) != _is_range(b) and told["who"] in _UNTIED and not ends


_END = re.compile(r"\b(?:youngest|oldest|eldest)\b")


def _is_range(claim: Claim) -> bool:
    return len(claim.value.amounts) > 1


def _is_loose(a: Claim, b: Claim, told: Mapping[str, str]) -> bool:
    """Whether another happening is told, in other words; a known slip is a tie but for figures that are often one."""
    if told["context"] not in ("none", "little"):
        return False
    if told["value"] in _SLIPS and not _is_of_few(a, b) and not _is_chance(a, told):
        return False
    no_part = told["part"] in ("none", "absent")
    if a.kind == "count":
        return no_part and (told["event"] == "none" or (told["event"] == "unknown" and told["value"] in _FAR))
    if a.kind == "duration" and a.event is not None and a.event.lemma == "spend":
        return not (a.context & b.context) - {"spend"}
    loose = told["event"] == "none" and told["who"] in _UNTIED
    if a.kind == "money" and (told["value"] in _FAR or _is_chance(a, told)):
        loose = told["event"] in ("none", "unknown")
    return no_part and loose and a.kind != "magnitude" and told["attribute"] not in _ATTRIBUTED


def _is_chance(a: Claim, told: Mapping[str, str]) -> bool:
    """Whether a sum looks like the slip of another by chance only: other payers, other deeds, other words."""
    apart = told["who"] in _UNTIED and told["event"] in ("none", "unknown") and told["wording"] == "none"
    return a.kind == "money" and told["value"] == "slip" and apart and told["attribute"] not in _ATTRIBUTED


def _is_of_few(a: Claim, b: Claim) -> bool:
    return a.kind == "count" and min((*a.value.amounts, *b.value.amounts), default=_FEW + 1) <= _FEW


_FEW = 12
"""Up to where two figures are often alike but for noughts: three children in hospital, 300 who left the school."""
