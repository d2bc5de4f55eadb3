"""Ages of people and things, in every form news gives them: "Name, 26,", "26-year-old", "aged 26", "in his 20s"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.kind import Example, Passage, modality_of
from claims.model import Interval, Modality, Reading, Span, Value
from claims.words.number import Form, Number
from claims.words.numeral import is_whole
from claims.words.quantity import Quantity
from claims.words.title import is_person_noun
from claims.words.tolerance import regions, spread
from claims.words.unit import unit_named

OLDEST = 120
"""Years beyond which a bare number is no age."""

_OLD = re.compile(
    r"[ -]{0,2}(?P<unit>years?|months?|weeks?|days?|yrs?|yo|y/o)"
    r"(?:(?:[ -]{1,3}| and a half )olds?\b| of age\b|(?<=yo)\b|(?<=y/o)\b)"
)
_AGED = re.compile(
    r"\b(?:aged?|ages|aging|ageing|age of|age)(?: of)?:? (?:between )?(?:just |only |about |around |approximately )?$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:life expectancy|(?:average|median|mean|retirement|minimum|voting|pension|legal|drinking) age)\b"
    r"(?: [a-z]+| [A-Z]\w+){0,5} (?:is|was|of|to|at|from|be)(?: just)? $"
)
_TURNED = re.compile(r"\b(?:turn(?:ed|s|ing)?|reach(?:ed|es|ing)? the age of)(?: a)? (?:just )?$", re.IGNORECASE)
_POSSESSED = re.compile(r"\b(?:his|her|their|my|our|your)(?P<part> early| mid| late)?[ -]$", re.IGNORECASE)
_PART = re.compile(r"\b(?P<part>early|mid|late)[ -]$", re.IGNORECASE)
_BEING = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|they|I|[A-Z][\w'-]+) ?(?:'s|'m|is|was|were|are|am|would be|will be|had been)"
    r"(?: (?:now|then|just|only|about|nearly|almost|already|still|aged))* $"
)
_AT = re.compile(
    r"\b(?:died|dies|dead|retired|married|killed|orphaned|elected|widowed|home|school|career|debut|father|mother)"
    r" at (?:just )?$"
)
_ALIKE = re.compile(r"(?:, |\(|\bwere )(?:both|all|each)(?: aged)? $")
_ENDS = re.compile(
    r"(?=$|[,.;:)!?\"]| (?:raising|for|among|with|this|last|from|to|by|at the time|when|and|but|years? old|or|in)\b)"
)
_APPOSED = re.compile(r"(?P<word>[^\W\d_][\w'.-]*),? [,(]?$|(?P<other>[^\W\d_][\w'.-]*)(?:, | \()$")
_CLOSED = re.compile(r"(?:[,;)]|\.(?= |$)|(?= (?:of|from|was|were|is|has|had|and|who|said|told|died) ))")
_AT_TIME = re.compile(r" (?:and \d+ )?(?:at the time\b|when (?:he|she|they)\b)")
_WAS = re.compile(r"\b(?:was|were|is|are|being|only|just|and|aged) $")
_THEN = re.compile(r"\b(?P<when>then|now)[ -](?:aged )?(?:a )?$", re.IGNORECASE)
_WHEN = re.compile(r"(?P<when> at the time(?: of (?:the|his|her|their) [a-z]+(?: [a-z]+)?)?| at the time)")
_SPANS = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), "": (0, 10)}
_NO_NAME = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Monday",
    "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs",
    "Fri", "Sat", "Sun", "Chapter", "Page", "Verse", "Section", "Article", "Psalm", "Table", "Figure", "Room", "Route",
    "Game", "Day", "Week", "Season", "Group", "Class", "Nos",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """An age as it stands: the quantity, its unit's name and where its words end."""

    quantity: Quantity
    unit: str
    start: int
    end: int


class _Age:
    name = "age"
    summary = "How old a person or thing is, was at a time, or was not yet."
    examples = (
        Example("Ana Whitfield, 26, was driving.", ("26 = 26 year of age",)),
        Example(
            "The driver, 31, and a 4-month-old girl were hurt.", ("31 = 31 year of age", "4-month-old = 4 month of age")
        ),
        Example(
            "A 26-year-old and a 30 year old man are in custody.",
            ("26-year-old = 26 year of age", "30 year old = 30 year of age"),
        ),
        Example(
            "She is ten years old and he was aged 26.", ("ten years old = 10 year of age", "aged 26 = 26 year of age")
        ),
        Example(
            "He was 23 at the time of the crash.",
            ("23 at the time of the crash = 23 year of age at the time of the crash",),
        ),
        Example("The then 19-year-old confessed.", ("then 19-year-old = 19 year of age then",)),
        Example(
            "A woman in her 20s and a man in his late 40s fled.",
            ("20s = 20..30 year of age", "late 40s = 46..50 year of age"),
        ),
        Example("Rosa Imani turned 40 and he is nearly 41.", ("40 = 40 year of age", "nearly 41 = ~< 41 year of age")),
        Example(
            "Two men, aged 19 and 21, and three boys, all 17, were held.",
            ("aged 19 = 19 year of age", "21 = 21 year of age", "17 = 17 year of age"),
        ),
        Example(
            "Bell and Nunn, only 13 and 14 years old, fled.",
            ("only 13 = 13 year of age", "14 years old = 14 year of age"),
        ),
        Example("It is for children ages 6 to 12.", ("ages 6 to 12 = 6..12 year of age",)),
        Example("Everyone over the age of 65 may vote.", ("over the age of 65 = > 65 year of age",)),
    )
    silent = (
        "On May 26, 2021, it closed.",
        "She won 26 games.",
        "The score was 26, he said.",
        "It was 40 in the shade.",
        "A 26-year sentence was passed.",
        "In Leeds, 12 homes burned.",
        "He was 26 miles away.",
        "They sold 13 and 14 tickets.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The ages in `passage`."""
        text, taken, told = passage.text, 0, passage.raw_quantities
        for i, quantity in enumerate(told):
            if quantity.core_start < taken:
                continue
            found = _old(text, quantity, told[i - 1] if i else None) or _bare(text, quantity)
            if found and passage.is_free(found.start, found.end):
                others = [*_listed_before(text, told[:i], found), *_listed_after(text, told[i + 1 :], found)]
                listed = sorted((found, *others), key=lambda each: each.start)
                for one in listed:
                    if one.start >= taken:
                        taken = one.end
                        yield _reading(text, one)


def _old(text: str, quantity: Quantity, before: Quantity | None) -> _Found | None:
    """ "26-year-old", "ten years old", "3 weeks of age", "87 yo"; "two years and three months old" in months.

    `before` is the quantity before it. Of three units, or two that make no whole of one another, nothing is read.
    """
    number = quantity.numbers[-1]
    found = _OLD.match(text, number.end)
    if found is None or number.form not in {Form.CARDINAL, Form.VAGUE}:
        return None
    name = {"yr": "year", "yo": "year", "y/o": "year"}.get(found["unit"].rstrip("s"), found["unit"].rstrip("s"))
    larger = _AND_PART.fullmatch(text, before.numbers[-1].end, quantity.start) if before else None
    if larger and before:
        whole = before.numbers[-1]
        times = _PARTS.get((larger["unit"], name))
        if (
            times is None
            or _AFTER_PART.search(text, max(0, before.start - 16), before.start)
            or before.is_range
            or quantity.is_range
            or not is_whole(whole.value)
            or number.value >= times
        ):
            return None
        number = replace(number, start=whole.start, value=whole.value * times + number.value)
        quantity = replace(quantity, start=before.start, core_start=whole.start, numbers=(number,), hedge=before.hedge)
    return _Found(quantity, name, min(quantity.start, quantity.core_start), found.end())


_AND_PART = re.compile(r"[ -](?P<unit>year|month|week)s?(?:,? and |, | |-and-)")
_AFTER_PART = re.compile(r"[ -](?:year|month|week)s?(?:,? and |, | |-and-)$")
_PARTS = {("year", "month"): 12, ("year", "week"): 52, ("month", "week"): 4, ("month", "day"): 30, ("week", "day"): 7}
"""How many of the smaller unit the larger one has: weeks and days of a month are a little short."""


def _bare(text: str, quantity: Quantity) -> _Found | None:
    """An age without "old": by the words before it, or set off after a name or person."""
    number = quantity.numbers[-1]
    if number.form is Form.DECADE:
        return _decade(text, quantity, number)
    if (
        quantity.unit
        or number.form is not Form.CARDINAL
        or not 0 < number.value <= OLDEST
        or not is_whole(number.value)
    ):
        return None
    before = text[max(0, quantity.start - 60) : quantity.start]
    led = _AGED.search(before)
    start = quantity.start
    if led:
        start -= len(before) - led.start()
        hedged = _OVER.search(text[max(0, start - 14) : start])
        return _Found(quantity, "year", start - (len(hedged.group()) if hedged else 0), quantity.core_end)
    if not _ENDS.match(text, quantity.core_end) and not _CLOSED.match(text, quantity.core_end):
        return None
    ends = _ENDS.match(text, quantity.core_end)
    told = any(pattern.search(before) for pattern in (_AVERAGE, _TURNED, _AT, _ALIKE))
    if ends and (told or (_BEING.search(before) and _is_person(text, quantity))):
        return _Found(quantity, "year", start, quantity.core_end)
    if number.digits and _AT_TIME.match(text, quantity.core_end) and _WAS.search(before):
        return _Found(quantity, "year", start, quantity.core_end)
    if number.digits and len(quantity.numbers) == 1 and _is_apposed(text, quantity):
        return _Found(quantity, "year", start, quantity.core_end)
    return None


def _listed_before(text: str, told: Sequence[Quantity], last: _Found) -> list[_Found]:
    """The ages that share the closing words of a list: 13 in "13 and 14 years old" and in "13- and 14-year-olds"."""
    listed: list[_Found] = []
    if not _SHARED_WORDS.search(text, last.quantity.numbers[-1].end, last.end) or last.quantity.is_range:
        return listed
    at = last.quantity.core_start
    for quantity in reversed(told):
        bare = replace(quantity, unit=None, core_end=quantity.numbers[-1].end)
        gap = text[bare.core_end : at]
        if not (_is_age_figure(replace(bare, hedge=None)) and gap in (_JOINED if not listed else _LISTED)):
            break
        listed.insert(0, _Found(bare, last.unit, bare.start, bare.core_end))
        at = quantity.start
    return listed


def _listed_after(text: str, told: Sequence[Quantity], first: _Found) -> list[_Found]:
    """The ages that follow a bare one in a list: 21 and 26 in "aged 19, 21 and 26".

    The list must close like one, so that "Bell, 14, and 13 others" names one age.
    """
    if first.end != first.quantity.core_end or not _is_age_figure(first.quantity):
        return []
    listed: list[_Found] = []
    at, gap = first.end, ""
    for quantity in told:
        if not _is_age_figure(quantity) or text[at : quantity.core_start] not in _LISTED:
            break
        gap, at = text[at : quantity.core_start], quantity.core_end
        listed.append(_Found(quantity, "year", quantity.start, at))
    closed = gap in _JOINED or (len(listed) > 1 and gap == ", and ")
    return listed if closed and _LIST_ENDS.match(text, at) else []


def _is_age_figure(quantity: Quantity) -> bool:
    """Whether a quantity is a bare whole figure in digits that can be an age."""
    number = quantity.numbers[0]
    plain = (
        number.digits and number.form is Form.CARDINAL and not (quantity.unit or quantity.hedge or quantity.is_range)
    )
    return plain and 0 < number.value <= OLDEST and is_whole(number.value)


_JOINED = frozenset({" and ", " or ", "- and ", "- or "})
_LISTED = _JOINED | {", ", ", and "}
_SHARED_WORDS = re.compile(r" years old$|olds$|-old$")
_LIST_ENDS = re.compile(
    r"$|[.;:)!?]|,(?! ?\d)| (?:were|was|who|died|from|at|when|years|respectively|had|have|are|on|in|is)\b"
)
_OVER = re.compile(r"\b(?:over|under|above|below) the $", re.IGNORECASE)


def _is_person(text: str, quantity: Quantity) -> bool:
    """Whether "X was 26" speaks of a person: of a pronoun, or of a name when the number ends the clause.

    "Alvarez was 26, he said" and "the Dow was 26," look alike; a figure "in the shade" is not an age.
    """
    after = text[quantity.core_end : quantity.core_end + 8]
    before = text[max(0, quantity.start - 24) : quantity.start]
    pronoun = re.search(r"\b(?:[Hh]e|[Ss]he|who|they|I)\b", before) is not None
    return pronoun if not after.startswith(" in") else False


def _is_apposed(text: str, quantity: Quantity) -> bool:
    """Whether a number set off by commas or brackets follows a name or a word for a person."""
    start, end = quantity.core_start, quantity.core_end
    led = _THEN.search(text, max(0, start - 12), start)
    start = led.start() if led else start
    if (
        text[start - 2 : start] not in {", ", " ("}
        or quantity.start != quantity.core_start
        or not _CLOSED.match(text, end)
    ):
        return False
    bracket = text[start - 1] == "("
    if bracket != bool(_CLOSES_BRACKET.match(text, end)):
        return False
    found = re.search(r"(?P<two>[A-Z][\w'.-]* )?(?P<word>[^\W\d_][\w'.-]*)$", text[max(0, start - 42) : start - 2])
    if found is None or found["word"].rstrip(".") in _NO_NAME or quantity.numbers[0].value < 1:
        return False
    if found["word"][0].isupper():
        return found["two"] is not None or (not bracket and not _is_place_before(text, start, found["word"]))
    return is_person_noun(found["word"])


_CLOSES_BRACKET = re.compile(r"(?:(?:, \d{1,3}){0,9},? and \d{1,3})?\)")


def _is_place_before(text: str, start: int, word: str) -> bool:
    """Whether a single capitalised word is led by a preposition of place ("In Leeds, 12 ...")."""
    lead = text[max(0, start - 12 - len(word)) : start - 2 - len(word)]
    return re.search(r"\b(?:in|In|at|At|near|Near|from|From|on|On|of|to)\s$", lead) is not None


def _decade(text: str, quantity: Quantity, number: Number) -> _Found | None:
    """ "In his 20s", "her late 40s"; a decade without a person's possessive is one of years or degrees."""
    before = text[max(0, number.start - 16) : number.start]
    found = _POSSESSED.search(before)
    if found is None or number.value > 90:
        return None
    part = found["part"] or ""
    return _Found(quantity, "year", number.start - (len(part.strip()) + 1 if part else 0), number.end)


def _reading(text: str, found: _Found) -> Reading:
    quantity = found.quantity
    stated, tolerated = _regions(text, found)
    start, end = found.start, found.end
    as_of = ""
    then = _THEN.search(text[max(0, start - 12) : start])
    if then:
        start, as_of = start - len(then.group()), then["when"].lower()
    elif when := _WHEN.match(text, end):
        end, as_of = when.end(), when["when"].strip()
    unit = unit_named(found.unit)
    modality = Modality.MORE_THAN if "over the" in text[start : quantity.start].lower() else modality_of(quantity)
    words = text[start:end]
    return Reading(
        "age",
        Span(start, end),
        Span(quantity.core_start, found.end),
        Value("age", stated, tolerated, "year", f"{unit.name} of age", quantity.amounts, modality, words),
        as_of=as_of,
    )


def _regions(text: str, found: _Found) -> tuple[Interval, Interval]:
    """What an age states and tolerates, in years: whoever is 26 has completed 26 years and not 27."""
    quantity, share = found.quantity, unit_named(found.unit).factor / unit_named("year").factor
    number = quantity.numbers[0]

    def years(count: Decimal | None) -> Decimal | None:
        return None if count is None else count * share.numerator / share.denominator

    if number.form is Form.DECADE:
        part = _PART.search(text[found.start : number.start])
        low, high = _SPANS[part["part"].lower() if part else ""]
        region = Interval(number.value + low, number.value + high, high_open=True)
        return region, region
    if quantity.is_range:
        stated, tolerated = spread(number, quantity.numbers[1], quantity.hedge, True)
    else:
        stated, tolerated = regions(number, quantity.hedge, True)
    if quantity.hedge is None and tolerated.high is not None:
        tolerated = Interval(tolerated.low, tolerated.high + 1, high_open=True)
    return (
        Interval(years(stated.low), years(stated.high), stated.low_open, stated.high_open),
        Interval(years(tolerated.low), years(tolerated.high), tolerated.low_open, tolerated.high_open),
    )


AGE = _Age()
