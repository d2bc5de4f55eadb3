"""A length of time that its first and last day do not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Claim, Days, Interval
from factcheck.judge.checks.check import Check, Contradiction, by_sentence, is_exact
from factcheck.model import Article, Verdict

_FIRST, _LAST = frozenset({"from", "between"}), frozenset({"to", "until", "till", "through", "between"})
_DAY = 24 * 60 * 60
_ROOM = {"day": 1, "week": 7, "month": 31, "year": 366}
"""Days that a length in these units may be out: first and last day may both count, and months differ."""
_LASTS = frozenset({"for", "affected", "time", "is"})


def _lasting(_: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A length of time does not fit the first and the last day that the sentence gives for it.

    Only where one event has one length and two dates, joined as "from ... to"; one unit of the length (one day, one
    week) is let pass either way.

    Example: "lasted five days, from March 3 to March 12, 2031".
    """
    for _sentence, row in by_sentence(claims):
        lengths = [claim for claim in row if claim.kind == "duration"]
        dates = [claim for claim in row if claim.kind == "date"]
        if len(lengths) != 1 or len(dates) != 2 or not _one_event(lengths[0], *dates):
            continue
        (length,), (first, last) = lengths, dates
        if says := _misfit(length, first, last):
            yield Contradiction(
                f"length: {length.event.words if length.event else 'time'}", says, (length, first, last)
            )


def _one_event(length: Claim, first: Claim, last: Claim) -> bool:
    spans = {claim.event.span if claim.event else None for claim in (length, first, last)}
    joined = first.role in _FIRST and last.role in _LAST and length.role in _LASTS
    return joined and len(spans) == 1 and None not in spans


def _misfit(length: Claim, first: Claim, last: Claim) -> str:
    """Why the length is not that from the first to the last day, or ""."""
    x, y, stated = first.value.stated, last.value.stated, length.value.tolerated
    room = _ROOM.get(length.value.written_unit)
    if room is None or not is_exact(length) or not (isinstance(x, Days) and isinstance(y, Days)):
        return ""
    if not (x.first and x.last and y.first and y.last) or not isinstance(stated, Interval):
        return ""
    if stated.low is None or stated.high is None or y.first < x.last:
        return ""
    least, most = (y.first - x.last).days, (y.last - x.first).days + 1
    if float(stated.low) / _DAY - room <= most and least <= float(stated.high) / _DAY + room:
        return ""
    return f"from the first day to the last are {least if least == most - 1 else f'{least} to {most - 1}'} days"


LASTING = Check(
    "FC405", "lasting", "A length of time and its two dates", Verdict.CONFLICT, "TIMEX3 (TimeML 1.2.1), durations",
    _lasting,
)  # fmt: skip
