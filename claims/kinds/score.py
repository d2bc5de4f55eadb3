"""Scores, votes and ratings: two numbers that belong together, "2-1", "134 to 63", and marks on a scale, "7.8/10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claims.kind import Example, Passage
from claims.model import Interval, Modality, Pair, Reading, Span, Value
from claims.words.hedge import hedge_before
from claims.words.number import Form, Number
from claims.words.tolerance import regions

_SCORE = re.compile(
    r"(?<![\w.,/$£€:×-])(?P<a>\d{1,3})(?:[-–]| to |-to-)(?P<b>\d{1,3})(?![\w%/:]|[-–.,]\d| (?:per ?cent|percent"
    r"|million|billion|trillion|thousand|crore|lakh|bn|years?|days?|"
    r"weeks?|months?|hours?|minutes?|miles?|km|feet|inches|degrees|people|points|times)\b)"
)
_COMPANY = re.compile(
    r"\b(?:beat|beats|beaten|defeat(?:ed|s)?|w[io]ns?|winn\w+|los[est]+|losing|lead|leads|led|ahead|draw|drew"
    r"|drawn|victor\w+|vot\w+|tie[ds]?"
    r"|scor\w+|ruling|decision|approved|rejected|pass(?:ed|es)|triumph\w*|edged|thrash\w*|hammer\w*|aggregate"
    r"|half-?time|penalties|shootout"
    r"|overtime|set|sets|quarter|inning\w*|shutout|rout\w*|trail\w*|deficit|advantage|record|margin|motion|bill"
    r"|senate|house|council|panel"
    r"|board|jury|court|favou?r|against|down|up|final|level\w*|equali[sz]\w+|series|match|game|home|away)\b",
    re.IGNORECASE,
)


class _Score:
    name = "score"
    summary = "Results of matches and votes, and marks on a scale: two figures that belong together."
    examples = (
        Example("Harwick Town beat Ostley 2-1 on Sunday.", ("2-1 = 2:1",)),
        Example("The council passed it by a vote of 134 to 63.", ("134 to 63 = 134:63",)),
        Example("She won by a 134-to-63 vote.", ("134-to-63 = 134:63",)),
        Example("It passed by 34 votes to eight.", ("34 votes to eight = 34:8",)),
        Example("They lost the set 3-6 and trailed 0-2.", ("3-6 = 3:6", "0-2 = 0:2")),
        Example("The film has an average rating of 7.8/10.", ("7.8/10 = 7.8 mark",)),
        Example("The court ruled 5-4 in its favour.", ("5-4 = 5:4",)),
    )
    silent = (
        "Ages 18-25 may enter.",
        "It takes 5-7 days to win.",
        "He moved from 12 to 14 Elm Street.",
        "The 2019-20 season was lost.",
        "Call 555-0133 to vote.",
        "Between 20 to 30 guests came.",
        "It gave its 34 votes to eight parties.",
    )

    def find(self, passage: Passage) -> Iterator[Reading]:
        """The scores in `passage`: pairs in the company of words of playing or voting."""
        text = passage.text
        yield from _ratings(passage)
        for found in _SCORE.finditer(text):
            if not passage.is_free(*found.span()) or not _is_score(text, found):
                continue
            first, second = Decimal(found["a"]), Decimal(found["b"])
            pair = Pair(Interval.point(first), Interval.point(second))
            span = Span(*found.span())
            value = Value("score", pair, pair, "", "", (first, second), Modality.EXACT, found.group())
            yield Reading(self.name, span, span, value)
        yield from _ballots(passage)


def _ballots(passage: Passage) -> Iterator[Reading]:
    """ "27 votes to 19", "by 34 votes to eight"."""
    for first, second in pairwise(passage.raw_quantities):
        span = Span(first.core_start, second.core_end)
        plain = not (first.unit or second.unit or first.is_range or second.is_range)
        if not plain or not _VOTES_TO.fullmatch(passage.text, first.core_end, second.core_start):
            continue
        if _COUNTED.match(passage.text, span.end):
            continue
        if passage.is_free(span.start, span.end) and second.numbers[0].form is Form.CARDINAL:
            figures = first.numbers[0].value, second.numbers[0].value
            pair = Pair(Interval.point(figures[0]), Interval.point(figures[1]))
            yield Reading(
                "score", span, span, Value("score", pair, pair, "", "", figures, Modality.EXACT, span.of(passage.text))
            )


_VOTES_TO = re.compile(r" votes? to ")


def _ratings(passage: Passage) -> Iterator[Reading]:
    """ "7.8/10", "four out of five stars": marks on a scale, each scale a dimension of its own."""
    text = passage.text
    for found in _RATING.finditer(text):
        if not passage.is_free(*found.span()) or not ("." in found["mark"] or _RATED.search(_near(text, found))):
            continue
        mark = Decimal(found["mark"])
        number = Number(found.start(), found.end("mark"), mark, step=Decimal(1).scaleb(int(mark.as_tuple().exponent)))
        hedge = hedge_before(text, found.start())
        start = hedge[1] if hedge else found.start()
        stated, tolerated = regions(number, hedge[0] if hedge else None, False)
        value = Value(
            f"rating out of {found['top']}", stated, tolerated, "mark", "mark", (mark,),
            hedge[0].modality if hedge else Modality.EXACT, text[start : found.end()],
        )  # fmt: skip
        yield Reading("score", Span(start, found.end()), Span(*found.span()), value)


def _near(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 50) : found.end() + 20]


_RATING = re.compile(
    r"(?<![\w.,/$£€:-])(?P<mark>\d{1,2}(?:\.\d{1,2})?)(?: ?/ ?| out of )(?P<top>4|5|10|20|100)(?![\w%/:]|[.,]\d)"
)
_RATED = re.compile(r"\b(?:ratings?|rated|scores?|scored|stars?|marks?|reviews?|critics?|grade)\b", re.IGNORECASE)


def _is_score(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers are a result and no range: falling ones, or rising ones where words of winning stand near.

    "A 2-4 loss" is a score, "2-4 games" is not; both rise, so a counted noun right behind tells a range.
    """
    if _RANGE.search(text, max(0, found.start() - 12), found.start()):
        return False
    near = text[max(0, found.start() - 60) : found.end() + 40]
    rising = int(found["a"]) < int(found["b"])
    if "-to-" in found.group() and _ODDS.match(text, found.end()):
        return False
    if "to" in found.group():
        return not rising and _VOTE.search(near) is not None
    if not rising:
        return not text.startswith("-", found.end())
    return _COMPANY.search(near) is not None and not _COUNTED.match(text, found.end())


_RANGE = re.compile(r"\b(?:between|from|aged?|ages|pages?|about|around|channels?|lines?) $", re.IGNORECASE)
_ODDS = re.compile(r" (?:ratio|margin|odds|favou?rite|majority|chance)\b")
"""What makes two figures with "to" the odds of something, which are ratios."""
_VOTE = re.compile(
    r"\b(?:vot\w+|victor\w+|approved|rejected|passed|beat|defeated|won|lost|ballots?|motion|margin)\b", re.IGNORECASE
)
_COUNTED = re.compile(r" [a-z]+s\b(?<! wins)(?<! was)")
SCORE = _Score()
