"""Counts: how many of something there are, and amounts in units that no other kind takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.kind import Example, Passage, measured, tallied
from claims.model import Phrase, Reading, Span
from claims.words.dotted import in_thousands
from claims.words.hedge import hedge_after
from claims.words.lemma import lemma
from claims.words.noise import is_name_part, is_year
from claims.words.noun import counted, is_of_whole, word_lists
from claims.words.number import Form
from claims.words.numeral import SCALES
from claims.words.quantity import Quantity, per_after

_PARTITIVE = re.compile(r" of (?:the|his|her|their|its|[A-Z])")
_NO_COUNT = frozenset({"duration"})


class _Count:
    name = "count"
    summary = "How many of something there are: the counted noun is kept with its modifiers."
    examples = (
        Example("Four people died and 27 were hurt.", ("Four people = 4 people", "27 = 27 people")),
        Example(
            "He faces 27 counts and dozens of charges.",
            ("27 counts = 27 count", "dozens of charges = 19.2..108 charge"),
        ),
        Example(
            "More than 4.5 million signatures came in.", ("More than 4.5 million signatures = > 4500000 signature",)
        ),
        Example("It hit 24 passenger automobiles.", ("24 passenger automobiles = 24 passenger automobile",)),
        Example(
            "Two of the victims knew him; six others did not.",
            ("Two of the victims = 2 victim", "six others = 6 other"),
        ),
        Example("They won 27 of the 52 seats.", ("27 = 27 seat", "52 seats = 52 seat")),
        Example("Five to seven homes burned.", ("Five to seven homes = 5..7 home",)),
        Example("A 12-member panel sat.", ("12-member = 12 member",)),
        Example("The plant makes 30 GW.", ("30 GW = 30 gigawatt",)),
        Example(
            "As many as 30 boats and at least two ferries sank.",
            ("As many as 30 boats = <= 30 boat", "at least two ferries = >= 2 ferry"),
        ),
        Example("She called him three times.", ("three times = 3 time",)),
        Example("A window or two broke.", ("two = 2 window",)),
    )
    silent = (
        "The S&P 500 and the Boeing 737 fell in 2015.",
        "Covid-19, 5G and the iPhone 14 made Channel 4 news.",
        "One wonders what one another wants; no one knows.",
        "It closed Interstate 70 under Article 5.",
        "Call 555-013-0199 or see www.example.org/12.",
        "Page 12 of section 4 speaks of 911.",
        "The 1990s were over by 1999.",
        "He lives at 12 Elm Street, Harwick HX1 2AB.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The counts in `passage`, and the readings in units of power, data and the like."""
        last: Phrase | None = None
        for quantity in passage.quantities:
            if not passage.is_free(quantity.core_start, quantity.core_end):
                continue
            if quantity.unit:
                if quantity.unit.dimension not in _NO_COUNT:
                    yield measured(self.name, passage.text, quantity, quantity.unit)
                continue
            if last and not _is_same_sentence(passage, last, quantity):
                last = None
            reading = _count(passage.text, quantity, last)
            if reading:
                last = reading.noun or last
                yield reading


def _is_same_sentence(passage: Passage, last: Phrase, quantity: Quantity) -> bool:
    return not any(last.span.start < start <= quantity.core_start for start, _ in passage.sentences)


def _count(text: str, quantity: Quantity, last: Phrase | None) -> Reading | None:
    """The count that a quantity without unit is, or None for years, parts of names and words that are no numbers.

    Without a noun of its own ("compared with 63", "27 were hurt") it counts what the sentence counted last.
    """
    number = quantity.numbers[-1]
    years = is_year(text, number) and not (quantity.is_range and quantity.numbers[0].value < _FIRST_YEAR)
    if number.form not in {Form.CARDINAL, Form.VAGUE} or years:
        return None
    after = hedge_after(text, number.end)
    noun = counted(text, max(quantity.end, after[1] if after else 0), single=number.value == 1)
    if noun and not (noun.words.endswith(noun.lemma) and _or_two(text, quantity)):
        reading = _of_noun(text, quantity, noun)
        whole = is_of_whole(text, quantity.end)
        return replace(reading, span=Span(quantity.start, quantity.end)) if whole else reading
    if apart := _noun_apart(text, quantity):
        return replace(tallied("count", text, quantity, apart), span=Span(quantity.start, quantity.end))
    if _COMPOUND.match(text, quantity.core_end):
        return None
    acts = _ACTS.match(text, quantity.end) is not None
    if acts and number.value == 1:
        acts = _HARM.match(text, quantity.end) is not None
    if acts:
        return tallied("count", text, quantity, last)
    if not number.digits and (number.value == 1 or (number.form is Form.CARDINAL and _is_bare_scale(text, quantity))):
        return None
    if quantity.hedge is None and is_name_part(text, number):
        return None
    if quantity.hedge is None and "," not in text[number.start : number.end] and _CAPITAL_AFTER.match(text, number.end):
        return None
    attribute = _attribute(text, quantity.start)
    return tallied("count", text, quantity, attribute or last, comparable=attribute is not None)


def _is_bare_scale(text: str, quantity: Quantity) -> bool:
    """Whether the words begin with a scale word without a number ("dozen" in "a baker's dozen")."""
    number = quantity.numbers[0]
    return text[number.start : number.end].lower().startswith(tuple(SCALES))


def _attribute(text: str, at: int) -> Phrase | None:
    """The attribute that a bare number at `at` is the value of: "a population of 12,000", "the toll rose to 9"."""
    found = _ATTRIBUTE.search(text, max(0, at - 48), at)
    if found is None:
        return None
    span = Span(found.start("noun"), found.end("noun"))
    word = found["noun"].lower()
    counts = word in word_lists().totals or (found["link"] == "of" and word in word_lists().marks)
    return Phrase(found["noun"], lemma(found["noun"], "noun"), span) if counts else None


_ATTRIBUTE = re.compile(
    r"\b(?P<noun>[A-Za-z]{3,}) (?P<link>of|at|to|was|is|now|(?:has |had )?(?:stood|stands|rose|risen|climbed|grown"
    r"|jumped|reached|hit|fell)(?: at| to)?)"
    r"(?: (?:about|around|more than|over|nearly|at least|just|some|almost|a|now))* ?$"
)


def _of_noun(text: str, quantity: Quantity, noun: Phrase) -> Reading:
    """A count of a named thing. "One of the ..." says which, not how many, and is not comparable."""
    per = per_after(text, noun.span.end)
    if not per:
        quantity = in_thousands(text, quantity, noun.lemma)
    if per and not quantity.per:
        reading = tallied("count", text, replace(quantity, per=per[0]), noun)
        return replace(reading, span=Span(reading.span.start, per[1]))
    after = hedge_after(text, noun.span.end)
    if after and quantity.hedge is None:
        reading = tallied("count", text, replace(quantity, hedge=after[0]), noun)
        return replace(reading, span=Span(reading.span.start, after[1]))
    one = quantity.numbers[-1].value == 1 and _PARTITIVE.match(text, quantity.core_end)
    return tallied("count", text, quantity, noun, comparable=not one)


_FIRST_YEAR = 1100
"""A range that begins below is none of years: "from 1000 to 2000 hires"."""
_COMPOUND = re.compile(r"-[a-z]")
"""What makes a number a part of a word that counts nothing: "a six-speed gearbox", "two-way radio"."""


def _noun_apart(text: str, quantity: Quantity) -> Phrase | None:
    """The noun of a number that does not stand right before it: "a day or two", "5,210.4, down 12.3 points".

    A "mother of three" counts children, whom no word names.
    """
    parent = _PARENT.search(text, max(0, quantity.start - 24), quantity.start)
    if parent:
        return Phrase(parent["noun"], "child", Span(*parent.span("noun")))
    found = _POINTS.match(text, quantity.core_end) or _or_two(text, quantity)
    return Phrase(found["noun"], lemma(found["noun"], "noun"), Span(*found.span("noun"))) if found else None


def _or_two(text: str, quantity: Quantity) -> re.Match[str] | None:
    if text[quantity.core_start : quantity.core_end].lower() != "two":
        return None
    return _OR_TWO.search(text, max(0, quantity.start - 30), quantity.start)


_PARENT = re.compile(r"\b(?P<noun>(?:grand)?(?:mother|father|mum|mom|dad|parent|parents))[ -]of[ -]$", re.IGNORECASE)
_OR_TWO = re.compile(r"\b(?:an?|another|one) (?P<noun>[a-z]{3,}) or $", re.IGNORECASE)
_POINTS = re.compile(r",? (?:up|down) [\d.,]*\d (?P<noun>points)\b")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]")
"""A bare number before a capitalised singular is rather a part of a name ("787 Dreamliner")."""
_ACTS = re.compile(
    r" (?:were|was|are|have|has|had|died|will be|remain(?:ed)?|survived|escaped|suffered|of them|of whom"
    r"|in (?:critical|serious))\b"
)
_HARM = re.compile(
    r" (?:(?:was|is|has been|had been|remains) (?:also )?(?:killed|injured|hurt|wounded|arrested|missing|dead"
    r"|shot|rescued|treated|"
    r"charged|detained|in (?:critical|serious))|died)\b"
)
COUNT = _Count()
