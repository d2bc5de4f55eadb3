"""What the text around a time expression adds to it: the date it refers back to, the day a clock time falls on, and
which of the possible days is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.when import Anchor, ClockExpr, DayExpr, Grain, Pick, When
from claims.words.day_cues import led_by, looks_forward
from claims.words.day_grammar import Draft, Refers
from claims.words.day_tokens import PARTS, Tokens

_YEAR_BACK = {Grain.QUARTER: -4, Grain.HALF: -2, Grain.MONTH: -12, Grain.SEASON: -4}
"""Stretches of a year, and how many of them make it up."""
_BUSINESS = frozenset([Grain.QUARTER, Grain.HALF])


class Context:
    """Goes through the expressions of one text in order and remembers what they spoke of."""

    def __init__(self, read: Tokens, sentences: tuple[tuple[int, int], ...], day_first: bool | None) -> None:
        self._read = read
        self._sentences = sentences
        self._day_first = day_first
        self._last: DayExpr | None = None
        self._period: DayExpr | None = None

    def complete(self, found: tuple[Draft, ...]) -> Iterator[tuple[Draft, When]]:
        """Each draft with its expression completed."""
        for at, draft in enumerate(found):
            when = draft.when
            if isinstance(when, ClockExpr):
                day = self._complete(when.day, draft) if when.day else self._day_beside(found, at)
                about = not when.mod and draft.first > 0 and self._read.parts[draft.first - 1] == PARTS["approx"]
                when = replace(when, day=day, mod="APPROX" if about else when.mod)
                self._remember(day)
            elif isinstance(when, DayExpr):
                when = self._complete(when, draft)
                if draft.refers is not Refers.YEAR_BACK and draft.length is None:
                    self._remember(when)
            yield draft, when

    def _remember(self, expr: DayExpr | None) -> None:
        if expr is None or expr.grain is Grain.VAGUE or expr.anchor is Anchor.EVENT:
            return
        self._last = expr
        if expr.grain in _BUSINESS:
            self._period = expr

    def _complete(self, expr: DayExpr, draft: Draft) -> DayExpr:
        if expr.either_order and self._day_first is not None:
            swapped = replace(expr, month=expr.day, day=expr.month) if self._day_first else expr
            return replace(swapped, either_order=False)
        match draft.refers:
            case Refers.YEAR_BACK:
                return self._year_before(expr)
            case Refers.OTHER_YEAR if self._period is not None and self._period.part:
                return replace(self._period, anchor=Anchor.NONE, base=None, pick=Pick.ONLY, year=expr.year)
            case Refers.SPOKEN_OF:
                return self._spoken_of(expr, draft)
        if expr.anchor is Anchor.BASE and expr.base is None:
            return self._based(expr)
        if expr.base is not None:
            return replace(expr, base=self._complete(expr.base, replace(draft, refers=Refers.NOT)))
        if expr.anchor is Anchor.PUBLISHED and expr.pick is Pick.ONLY:
            return self._picked(expr, draft)
        return expr

    # ------------------------------------------------------------------------------- what it refers to

    def _based(self, expr: DayExpr) -> DayExpr:
        """ "That year", "the following month": hung on the last expression, else on publication or an unknown event."""
        if self._last is not None:
            return replace(expr, base=self._last)
        known = (expr.steps is not None and expr.steps <= 0) or expr.pick in (Pick.BEFORE, Pick.INSIDE)
        pick = Pick.LATEST if expr.pick is Pick.INSIDE else expr.pick
        return replace(expr, anchor=Anchor.PUBLISHED, pick=pick) if known else replace(expr, anchor=Anchor.EVENT)

    def _year_before(self, expr: DayExpr) -> DayExpr:
        if expr.base is not None:
            return expr
        if self._period is not None:
            steps = _YEAR_BACK[self._period.grain]
            return DayExpr(self._period.grain, Anchor.BASE, self._period, steps=steps)
        if expr.grain is Grain.QUARTER:
            return replace(expr, anchor=Anchor.PUBLISHED, steps=-5)
        return replace(expr, anchor=Anchor.PUBLISHED)

    def _spoken_of(self, expr: DayExpr, draft: Draft) -> DayExpr:
        """ "The quarter", "the weekend": what was named before, else the latest one."""
        if expr.grain is Grain.QUARTER:
            if self._period is not None:
                return replace(expr, base=self._period)
            return replace(expr, anchor=Anchor.PUBLISHED, steps=-1)
        if expr.grain is Grain.WEEKEND:
            pick = Pick.ONLY if self._forward(draft) else Pick.LATEST
            return replace(expr, anchor=Anchor.PUBLISHED, pick=pick)
        return replace(expr, anchor=Anchor.PUBLISHED)

    def _day_beside(self, found: tuple[Draft, ...], at: int) -> DayExpr:
        """The day of a clock time: named in its sentence, else the one spoken of, else that of publication."""
        sentence = self._sentence(self._read.starts[found[at].first])
        for other in (*found[at + 1 : at + 3], *found[max(0, at - 2) : at][::-1]):
            start = self._read.starts[other.first]
            near = abs(other.first - found[at].first) < 12
            if near and sentence[0] <= start < sentence[1] and isinstance(other.when, DayExpr | ClockExpr):
                day = other.when.day if isinstance(other.when, ClockExpr) else other.when
                if isinstance(day, DayExpr) and day.grain is Grain.DAY:
                    return self._complete(day, other)
        if self._last is not None and self._last.grain is Grain.DAY:
            return self._last
        return DayExpr(Grain.DAY, Anchor.PUBLISHED, steps=0)

    # ------------------------------------------------------------------------------- which one is meant

    def _picked(self, expr: DayExpr, draft: Draft) -> DayExpr:
        """The candidate that news means by a partial date; see `docs/dates.md` for how often."""
        if expr.steps is not None or expr.grain is Grain.VAGUE:
            return expr
        if expr.fiscal or self._follows(draft, "ended"):
            return replace(expr, pick=Pick.LATEST, sure=False)
        if expr.grain in _BUSINESS or (expr.grain is Grain.DAY and (expr.month is not None or expr.feast)):
            return replace(expr, pick=Pick.NEAREST, sure=False)
        forward = self._forward(draft)
        return replace(expr, pick=Pick.NEXT if forward else Pick.LATEST, sure=False)

    def _follows(self, draft: Draft, word: str) -> bool:
        """Whether the word stands right before the expression."""
        return draft.first > 0 and self._read.words(draft.first - 1, draft.first).lower() == word

    def _forward(self, draft: Draft) -> bool:
        start, end = self._read.starts[draft.first], self._read.ends[draft.stop - 1]
        if isinstance(draft.when, DayExpr) and draft.when.grain is Grain.MONTH and led_by(self._read.text, start):
            return True
        return looks_forward(self._read.text, self._sentence(start), start, end)

    def _sentence(self, at: int) -> tuple[int, int]:
        for start, end in self._sentences:
            if start <= at < end:
                return start, end
        return 0, len(self._read.text)
