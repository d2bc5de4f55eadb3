"""Pictures of the page, each with the same as a table: when things happened, and figures over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claims.model import Days, Interval
from factcheck.model import Mention, Verdict
from factcheck.report.quote import quote
from factcheck.report.value import bounds
from factcheck.report.web.element import Html, element, section, table
from factcheck.report.web.findings import label
from factcheck.report.web.found import Found
from factcheck.report.wording import dated

_WIDTH, _LEFT, _RIGHT = 880, 230, 20
_ROW, _HEAD = 22, 26
_WIDEST = dt.timedelta(days=800)
"""A value of a wider span is in the table alone: it would be a bar from edge to edge."""
_MOST = 12
"""Plots of figures on one page; the table holds all."""
_PLOT = 170
_COLUMNS = ("Finding", "Fact", "Source", "Published", "Words", "Value")
_SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class _Scale:
    """From numbers to places on the page."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A date that a source gives, from its first day to its last."""

    mention: Mention
    first: dt.date
    last: dt.date


def timeline(found: Sequence[Found]) -> Html | str:
    """The dates that are told more than once, a line a source; nothing where there are none."""
    dates = [each for each in found if each.finding.kind == "date"]
    if not dates:
        return ""
    lanes = ((each, [_Lane(m, *ends) for m in each.finding.mentions if (ends := _ends(m))]) for each in dates)
    shown = [(each, own) for each, own in lanes if own]
    picture = _timeline(shown) if shown else ""
    attributes = {"class": "picture", "tabindex": "0", "role": "region", "aria-label": "Picture of the dates"}
    return section("timeline", "Timeline", element("div", attributes, picture), _table(dates, "Dates by source"))


def figures(found: Sequence[Found]) -> Html | str:
    """Figures that differ or grow, by the day on which they were published; nothing where there are none."""
    numbers = [
        each for each in found if each.finding.verdict is not Verdict.AGREE and any(map(_point, each.finding.mentions))
    ]
    if not numbers:
        return ""
    plots = islice(filter(None, map(_plot, numbers)), _MOST)
    drawn = element("div", {"class": "plots"}, plots)
    return section("figures", "Figures by day of publication", drawn, _table(numbers, "Figures by source"))


def _ends(mention: Mention) -> tuple[dt.date, dt.date] | None:
    days = mention.claim.value.stated
    if not isinstance(days, Days) or days.first is None or days.last is None or days.last - days.first > _WIDEST:
        return None
    return days.first, days.last


def _timeline(shown: Sequence[tuple[Found, list[_Lane]]]) -> Html:
    lanes = [lane for _, own in shown for lane in own]
    first, last = min(lane.first for lane in lanes), max(lane.last for lane in lanes)
    scale = _Scale(first.toordinal(), last.toordinal(), _LEFT, _WIDTH - _RIGHT)
    rows: list[Html] = []
    top = _HEAD
    for each, own in shown:
        rows.append(_text(4, top + 15, f"{each.label} {each.finding.what}", "what"))
        top += _ROW
        for lane in own:
            rows += _drawn(lane, each.finding.verdict, scale, top)
            top += _ROW
    axis = [_tick(scale, day, top) for day in _days(first, last)]
    return _svg("Timeline of the dates that are told, a line a source", top + 8, [*axis, *rows])


def _drawn(lane: _Lane, verdict: Verdict, scale: _Scale, top: int) -> Iterator[Html]:
    left, right = scale(lane.first.toordinal()), scale(lane.last.toordinal())
    words = f"{lane.mention.article.source}: {quote(lane.mention).words}"
    title = element("title", None, f"{words} ({lane.first}{'' if lane.first == lane.last else f' to {lane.last}'})")
    yield _text(16, top + 15, _short(words), "source")
    if right - left < 6:
        middle = (left + right) / 2
        yield element("circle", {"cx": middle, "cy": top + 11, "r": 5, "class": verdict}, title)
    else:
        attributes: dict[str, object] = {
            "x": left,
            "y": top + 6,
            "width": round(right - left, 1),
            "height": 10,
            "rx": 4,
        }
        yield element("rect", {**attributes, "class": verdict}, title)


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    """First and last day and those at equal distances between."""
    step = (last - first) / 4
    return sorted({first, *(first + step * number for number in range(1, 4)), last})


def _tick(scale: _Scale, day: dt.date, height: int) -> Html:
    at = scale(day.toordinal())
    anchor = "start" if at < _LEFT + 40 else "end" if at > _WIDTH - 60 else "middle"
    line = element("line", {"x1": at, "y1": 20, "x2": at, "y2": height, "class": "axis"})
    return element(
        "g", None, line, element("text", {"x": at, "y": 14, "text-anchor": anchor, "class": "tick"}, str(day))
    )


def _point(mention: Mention) -> tuple[float, float] | None:
    """The figure as a stretch, where both ends are known."""
    stated = mention.claim.value.stated
    if not isinstance(stated, Interval):
        return None
    low = stated.low if stated.low is not None else stated.high
    high = stated.high if stated.high is not None else stated.low
    return (float(low), float(high)) if low is not None and high is not None else None


def _plot(found: Found) -> Html | None:
    """A figure over the days on which it was told; None where fewer than two days are known."""
    dots = [
        (mention.article.published.first, point, mention)
        for mention in found.finding.mentions
        if mention.article.published and mention.article.published.is_day and (point := _point(mention))
    ]
    if len({day for day, _, _ in dots}) < 2:
        return None
    days = [day.toordinal() for day, _, _ in dots]
    values = [end for _, point, _ in dots for end in point]
    across, up = _Scale(min(days), max(days), 90, 390), _Scale(min(values), max(values), _PLOT - 40, 20)
    sources = list(dict.fromkeys(mention.article.source for _, _, mention in dots))
    parts = [_text(4, up(value) + 4, f"{value:,.6g}", "tick") for value in sorted({min(values), max(values)})]
    parts += [
        element(
            "text",
            {"x": across(day), "y": _PLOT - 8, "text-anchor": anchor, "class": "tick"},
            str(dt.date.fromordinal(day)),
        )
        for day, anchor in ((min(days), "start"), (max(days), "end"))
    ]
    parts += [
        _dot(
            across(day.toordinal()),
            up(point[0]),
            up(point[1]),
            mention,
            found.finding.verdict,
            sources.index(mention.article.source),
        )
        for day, point, mention in dots
    ]
    caption = element("figcaption", None, label(found), f" {found.finding.what}")
    return element("figure", None, caption, _svg(f"{found.finding.what} by day of publication", _PLOT, parts, 410))


def _dot(x: float, low: float, high: float, mention: Mention, verdict: Verdict, number: int) -> Html:
    title = element("title", None, f"{mention.article.source}: {quote(mention).words}")
    bar = element("line", {"x1": x, "y1": low, "x2": x, "y2": high, "class": f"bar {verdict}"}) if low != high else ""
    return element("g", {"class": verdict}, title, bar, _shape(_SHAPES[number % len(_SHAPES)], x, (low + high) / 2))


def _shape(name: str, x: float, y: float) -> Html:
    match name:
        case "square":
            return element("rect", {"x": x - 5, "y": y - 5, "width": 10, "height": 10})
        case "diamond":
            return element("path", {"d": f"M{x} {y - 7}L{x + 7} {y}L{x} {y + 7}L{x - 7} {y}Z"})
        case "triangle":
            return element("path", {"d": f"M{x} {y - 7}L{x + 6} {y + 5}L{x - 6} {y + 5}Z"})
    return element("circle", {"cx": x, "cy": y, "r": 5})


def _svg(title: str, height: float, parts: Sequence[Html], width: int = _WIDTH) -> Html:
    return element(
        "svg",
        {"viewBox": f"0 0 {width} {height}", "width": width, "height": height, "role": "img", "aria-label": title},
        element("title", None, title),
        parts,
    )


def _text(x: float, y: float, words: str, kind: str) -> Html:
    return element("text", {"x": x, "y": y, "class": kind}, words)


def _short(words: str) -> str:
    return words if len(words) <= 34 else f"{words[:33]}…"


def _table(found: Sequence[Found], title: str) -> Html:
    """The same for who reads and does not look."""
    rows = (
        (
            element("a", {"href": f"#{each.anchor}"}, each.label),
            each.finding.what,
            mention.article.source,
            dated(mention.article.published),
            quote(mention).words,
            _value(mention),
        )
        for each in found
        for mention in each.finding.mentions
    )
    told = table(title, _COLUMNS, rows, element("caption", None, title))
    return element("details", {"class": "table"}, element("summary", None, f"{title}, as a table"), told)


def _value(mention: Mention) -> str:
    ends = bounds(mention.claim.value)
    parts = ends.get("parts", [ends])
    told = [
        str(part["low"]) if part["low"] == part["high"] else f"{part['low'] or '…'} to {part['high'] or '…'}"
        for part in parts
    ]
    return " : ".join(told) + (f" {mention.claim.value.unit}" if mention.claim.value.unit else "")
