"""Percentage points of one article that are per cent in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.model import Claim, Interval, Span
from claims.region import equal
from factcheck.judge.checks.check import SAID, Contradiction, StoryCheck
from factcheck.model import Article, Verdict

_POINT = "percentage point"
_SURE = 0.8
"""Probability that an editor would agree: a share that rose by 2 per cent of itself seldom rose by 2 points, too."""


def _points(_: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A share rose or fell by so many percentage points, and in another article by as many per cent.

    From 10 to 12 percent is a rise of two percentage points and of 20 percent. Told where figure and direction are the
    same and both sentences give the same level, or the same thing is said to have changed. What it gets wrong: a thing
    whose amount and share changed by the same figure.

    Example: "the margin rose by 1.8 points to 12.6 percent" and "the margin rose by 1.8 percent to 12.6 percent".
    """
    said = [claim for claim in claims if claim.status in SAID and claim.value.dimension in ("percent", _POINT)]
    levels: dict[tuple[str, Span], list[Interval]] = defaultdict(list)
    for claim in said:
        if claim.value.dimension == "percent" and not claim.value.trend and isinstance(claim.value.stated, Interval):
            levels[claim.article, claim.sentence].append(claim.value.stated)
    told: set[tuple[str, Span]] = set()
    for changed in said:
        if changed.value.dimension != "percent" or not changed.value.trend:
            continue
        right = [claim for claim in said if _is_as_many(claim, changed) and _is_one_change(claim, changed, levels)]
        if right and changed.at not in told:
            told.add(changed.at)
            shown = tuple(sorted((right[0], changed), key=lambda claim: claim.at))
            yield Contradiction(f"change by {changed.value.words}", _SAYS, shown, _SURE)


_SAYS = "per cent of a share are not percentage points"


def _is_as_many(points: Claim, changed: Claim) -> bool:
    """Whether percentage points of another article are the same figure in the same direction."""
    x, y = points.value.stated, changed.value.stated
    figures = isinstance(x, Interval) and isinstance(y, Interval) and equal(x, y)
    trends = {points.value.trend, changed.value.trend} - {""}
    return points.value.dimension == _POINT and points.article != changed.article and figures and len(trends) == 1


def _is_one_change(points: Claim, changed: Claim, levels: Mapping[tuple[str, Span], Sequence[Interval]]) -> bool:
    one, other = (levels.get((claim.article, claim.sentence), ()) for claim in (points, changed))
    if any(equal(x, y) for x in one for y in other):
        return True
    things = [claim.subject.key for claim in (points, changed) if claim.subject is not None and not claim.subject.named]
    return len(things) == 2 and things[0] == things[1]


POINTS = StoryCheck(
    "FC409", "points", "Per cent for percentage points", Verdict.CONFLICT,
    "AP Stylebook, percent; Eurostat, Beginners: percentage change and percentage points", _points,
)  # fmt: skip
