"""What the text around a time expression adds to it: the date it refers back to, the day a clock time falls on, and
which of the possible days is meant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from claims.when import Anchor, ClockExpr, DayExpr, Grain, Pick, When
from claims.words.calendar import MEAN_DAYS
from claims.words.day_cues import leaning, led_by
from claims.words.day_grammar import Draft, Refers
from claims.words.day_joined import beside_clock, joined
from claims.words.day_tokens import PARTS, Tokens

_YEAR_BACK = {Grain.QUARTER: -4, Grain.HALF: -2, Grain.MONTH: -12, Grain.SEASON: -4}
"""Stretches of a year, and how many of them make it up."""
_JOINS = frozenset(PARTS[part] for part in ("and", "or", "to", "bound", "hyphen", "dash", "comma"))
_LEADS_TO_DAY = _JOINS | {PARTS["on"], PARTS["of"]}
_BESIDE = 6
"""Tokens within which a clock time and a day belong together for sure."""
_MEMORY = 4
"""How many expressions back "that day" may reach."""
_BUSINESS = frozenset([Grain.QUARTER, Grain.HALF])


_SIDE = re.compile(
    r"(?P<near>\b(?:shortly|just|soon|right|immediately|moments|minutes|seconds|a little|a bit|slightly|not long) )?"
    r"\b(?:(?P<side>before|after|past)|(?P<by>by|(?:no|not) later than)) (?:about |around )?$",
    re.IGNORECASE,
)
_AROUND = re.compile(r"\b(?:at|over|during|throughout) (?:the )?$", re.IGNORECASE)
_FEAST = 4
"""Days before and after a feast that it lends its name to: from Christmas Eve to the days before the new year."""
_NEARBY, _ANY_TIME = 15, 60
"""Minutes that "shortly after" a time and "after" it leave."""
_HALF_DAY = 720
"""Minutes that "by" a time leaves before it at the least: what is done by 2 a.m. may have been done in the evening."""
_DEEPEST = 6
"""How many expressions may hang on one another ("the next day", "two days later", "that evening" ...)."""


def _depth(expr: DayExpr | None) -> int:
    depth = 0
    while expr is not None:
        expr, depth = expr.base, depth + 1
    return depth


class Context:
    """Goes through the expressions of one text in order and remembers what they spoke of."""

    def __init__(
        self,
        read: Tokens,
        sentences: tuple[tuple[int, int], ...],
        day_first: bool | None,
        earlier: tuple[When, ...] = (),
    ) -> None:
        self._read = read
        self._sentences = sentences
        self._day_first = day_first
        self._spoken: list[DayExpr] = []
        self._period: DayExpr | None = None
        for when in earlier:
            self._remember(when.day if isinstance(when, ClockExpr) else when)

    def complete(self, found: tuple[Draft, ...]) -> Iterator[tuple[Draft, When]]:
        """Each draft with its expression completed."""
        done: list[When] = []
        lent: dict[int, ClockExpr] = {}
        for at, draft in enumerate(found):
            when = draft.when
            if isinstance(when, ClockExpr):
                when, lender = self._on_day(when, found, at)
                if lender is not None:
                    lent[lender] = when
                self._remember(when.day)
            elif isinstance(when, DayExpr):
                when = self._complete(self._with_shared_year(when, found[at : at + 2]), draft)
                when = replace(when, mod=when.mod or self._about(draft), spill=self._spill(when, draft))
                if draft.refers in (Refers.NOT, Refers.SPOKEN_OF) and draft.length is None:
                    self._remember(when)
            done.append(when)
        for at, clock in lent.items():
            done[at] = beside_clock(done[at], clock)
        yield from zip(found, joined(self._read, found, done), strict=True)

    def _on_day(self, clock: ClockExpr, found: tuple[Draft, ...], at: int) -> tuple[ClockExpr, int | None]:
        """A time of day on its day, and which of the drafts lent it that day for sure."""
        draft, lender, eve = found[at], None, clock.eve
        if clock.day:
            day, sure = self._complete(clock.day, draft), True
        else:
            day, sure, lender = self._day_beside(found, at)
        lent = lender if sure else None
        if clock.eve and clock.part and not clock.day:
            day, sure, eve = DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=-1), lender is None, False
        mod = clock.mod or self._about(draft)
        return replace(clock, day=day, day_sure=sure, mod=mod, eve=eve, slack=self._slack(draft, clock)), lent

    def _about(self, draft: Draft) -> str:
        """`APPROX` where "about", "around" ... stands right before an expression that does not take it in."""
        return "APPROX" if draft.first and self._read.parts[draft.first - 1] == PARTS["approx"] else ""

    def _spill(self, expr: DayExpr, draft: Draft) -> tuple[int, int]:
        """Days before and after a feast that the word before it allows: "over Christmas", "at Easter"."""
        start = self._read.starts[draft.first]
        around = expr.feast and not any(expr.spill) and _AROUND.search(self._read.text, max(0, start - 20), start)
        return (_FEAST, _FEAST) if around else expr.spill

    def _slack(self, draft: Draft, clock: ClockExpr) -> tuple[int, int]:
        """Minutes before and after a clock time that the words right before it allow.

        "Shortly after" is a quarter of an hour, "after" alone an hour: a man "seen after 9" may come at midnight.
        "By 9" is any time of the day up to then.
        """
        start = self._read.starts[draft.first]
        found = _SIDE.search(self._read.text, max(0, start - 40), start)
        if found is None or clock.part:
            return 0, 0
        if found["by"]:
            return max(clock.low - _NEARBY, _HALF_DAY), 0
        minutes = _NEARBY if found["near"] else _ANY_TIME
        return (minutes, 0) if found["side"].lower() == "before" else (0, minutes)

    def _with_shared_year(self, expr: DayExpr, pair: tuple[Draft, ...]) -> DayExpr:
        """ "Between June and July 2016", "the quarter ended June 30, 2012": the first takes the year of the second."""
        if expr.anchor is not Anchor.PUBLISHED or len(pair) < 2:
            return expr
        gap = self._read.parts[pair[0].stop : pair[1].first]
        other = pair[1].when
        if expr.grain is Grain.QUARTER and gap == PARTS["ended"] and isinstance(other, DayExpr) and other.year:
            odd = other.month is not None and (other.month + 2) // 3 != expr.part
            return replace(expr, anchor=Anchor.NONE, year=other.year, fiscal=expr.fiscal or odd)
        if (
            expr.month is None
            or gap not in _JOINS
            or not isinstance(other, DayExpr)
            or other.year is None
            or not other.month
        ):
            return expr
        return replace(expr, anchor=Anchor.NONE, year=other.year - (expr.month > other.month))

    def _remember(self, expr: When | None) -> None:
        if not isinstance(expr, DayExpr) or expr.grain is Grain.VAGUE or expr.anchor is Anchor.EVENT:
            return
        if expr.base is not None and expr.steps == _YEAR_BACK.get(expr.grain):
            return
        self._spoken.append(expr)
        if expr.grain in _BUSINESS and not self._is_compared(expr):
            self._period = expr

    def _is_compared(self, expr: DayExpr) -> bool:
        """Whether a period is the one a year before that of the report ("over the third quarter of 2011")."""
        of = self._period
        return of is not None and of.part == expr.part and expr.year is not None and of.year in (None, expr.year + 1)

    def _last(self, size: float = math.inf) -> DayExpr | None:
        """The last stretch spoken of that is no longer than `size` days on the mean."""
        return next((expr for expr in self._spoken[: -_MEMORY - 1 : -1] if MEAN_DAYS[expr.grain] <= size), None)

    def _complete(self, expr: DayExpr, draft: Draft) -> DayExpr:
        if expr.either_order and self._day_first is not None:
            swapped = replace(expr, month=expr.day, day=expr.month) if self._day_first else expr
            return replace(swapped, either_order=False)
        match draft.refers:
            case Refers.YEAR_BACK | Refers.SAME_PERIOD:
                return self._year_before(expr, draft.refers)
            case Refers.OTHER_YEAR if self._period is not None and self._period.part:
                return replace(self._period, anchor=Anchor.NONE, base=None, pick=Pick.ONLY, year=expr.year)
            case Refers.SPOKEN_OF:
                return self._spoken_of(expr, draft)
        if expr.anchor is Anchor.BASE and expr.base is None:
            return self._based(expr) if expr.grain is not Grain.VAGUE else expr
        if expr.base is not None:
            return replace(expr, base=self._complete(expr.base, replace(draft, refers=Refers.NOT)))
        if expr.anchor is Anchor.PUBLISHED and expr.pick is Pick.ONLY:
            return self._picked(expr, draft)
        return expr

    # ------------------------------------------------------------------------------- what it refers to

    def _based(self, expr: DayExpr) -> DayExpr:
        """ "That year", "the following month": hung on the last expression, else on an event that no one has named.

        Only "the previous week" and the like may also mean the one before publication.
        """
        last = self._last(MEAN_DAYS[expr.grain])
        if last is not None and _depth(last) < _DEEPEST:
            return replace(expr, base=last)
        previous = expr.pick is Pick.BEFORE or ((expr.steps or 0) < 0 and expr.grain is not Grain.DAY)
        return replace(expr, anchor=Anchor.PUBLISHED if previous else Anchor.EVENT)

    def _year_before(self, expr: DayExpr, refers: Refers) -> DayExpr:
        if expr.base is not None:
            return expr
        last = self._last() if refers is Refers.SAME_PERIOD else None
        spoken_of = last if last is not None and last.grain in _YEAR_BACK else self._period
        if spoken_of is not None:
            return DayExpr(spoken_of.grain, Anchor.BASE, spoken_of, steps=_YEAR_BACK[spoken_of.grain])
        return replace(expr, anchor=Anchor.PUBLISHED, steps=-5 if expr.grain is Grain.QUARTER else -1)

    def _spoken_of(self, expr: DayExpr, draft: Draft) -> DayExpr:
        """ "The quarter", "the weekend": what was named before, else the latest one."""
        if expr.grain is Grain.QUARTER:
            latest = "latest" in self._read.words(draft.first, draft.stop).lower()
            if self._period is not None and (self._period.fiscal or not latest):
                return replace(self._period, mod=expr.mod)
            return replace(expr, anchor=Anchor.PUBLISHED, steps=-1)
        if expr.grain is Grain.DAY and (last := self._last(1)):
            return replace(last, mod=expr.mod)
        if expr.grain is Grain.WEEKEND:
            pick = Pick.ONLY if self._forward(draft) else Pick.LATEST
            return replace(expr, anchor=Anchor.PUBLISHED, pick=pick)
        return replace(expr, anchor=Anchor.PUBLISHED)

    def _day_beside(self, found: tuple[Draft, ...], at: int) -> tuple[DayExpr, bool, int | None]:
        """The day of a clock time, whether it is sure, and which draft names it: the nearest of its sentence.

        Else a guess: the day spoken of before, or that of publication.
        """
        here = found[at]
        sentence = self._sentence(self._read.starts[here.first])
        first = max(0, at - 3)
        beside = [
            (max(other.first - here.stop, here.first - other.stop), other.first < here.first, index, other.when)
            for index, other in enumerate(found[first : at + 4], first)
            if sentence[0] <= self._read.starts[other.first] < sentence[1]
        ]
        for gap, before, index, day in sorted(beside, key=lambda row: row[:2]):
            other = found[index]
            if isinstance(day, ClockExpr) and day.day and gap < 2 and not before:
                if not gap or self._read.parts[here.stop] in _LEADS_TO_DAY:
                    return self._complete(day.day, other), True, None
            elif isinstance(day, DayExpr) and day.grain is Grain.DAY and other.length is None:
                return self._complete(day, other), gap <= _BESIDE, index
        last = self._last(1)
        if last is not None:
            return last, False, None
        return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=0), False, None

    # ------------------------------------------------------------------------------- which one is meant

    def _picked(self, expr: DayExpr, draft: Draft) -> DayExpr:
        """The candidate that news means by a partial date; see `docs/dates.md` for how often."""
        if expr.steps is not None or expr.grain is Grain.VAGUE:
            return expr
        if expr.weekday is not None and expr.month is None and self._follows(draft, "on a"):
            return replace(expr, anchor=Anchor.NONE)
        if expr.fiscal or self._follows(draft, "ended"):
            return replace(expr, pick=Pick.LATEST, sure=False)
        leans = self._leaning(draft)
        forward = leans > 0
        if expr.grain is Grain.DAY and expr.month is not None:
            return replace(expr, pick=Pick.NEAR_AHEAD if forward else Pick.NEAR, sure=False)
        if leans >= 0 and (expr.grain in _BUSINESS or expr.feast):
            return replace(expr, pick=Pick.NEAR_AHEAD if forward else Pick.NEAR, sure=False)
        return replace(expr, pick=Pick.NEXT if forward else Pick.LATEST, sure=False)

    def _follows(self, draft: Draft, words: str) -> bool:
        """Whether the words, in lower case, stand right before the expression."""
        first = draft.first - words.count(" ") - 1
        return first >= 0 and self._read.words(first, draft.first).lower() == words

    def _forward(self, draft: Draft) -> bool:
        return self._leaning(draft) > 0

    def _leaning(self, draft: Draft) -> int:
        """Which way the sentence leans at the expression: 1 ahead, -1 back, 0 where nothing tells."""
        start, end = self._read.starts[draft.first], self._read.ends[draft.stop - 1]
        if isinstance(draft.when, DayExpr) and draft.when.grain is Grain.MONTH and led_by(self._read.text, start):
            return 1
        return leaning(self._read.text, self._sentence(start), start, end)

    def _sentence(self, at: int) -> tuple[int, int]:
        for start, end in self._sentences:
            if start <= at < end:
                return start, end
        return 0, len(self._read.text)
