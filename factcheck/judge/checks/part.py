"""A share in per cent that its two counts do not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.model import Claim, Interval
from factcheck.judge.checks.check import Check, Contradiction, by_sentence, is_exact
from factcheck.model import Article, Verdict

_OF = re.compile(r"\s+of\s+(?:the|its|their|his|her|all|all the)?\s*")
_OR = re.compile(r",?\s*or\s+(?:about\s+)?|\s*\(\s*|\s*[—–]\s*")
_SLACK = Decimal(1)
"""Percentage points left to rounding."""


def _share_of(article: Article, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A share in per cent does not fit the part and the whole that stand beside it.

    Only where the part, the whole and the share follow each other, the last two or the first and last joined by "or" or
    brackets, so that all three are told of one thing.

    Example: "50 of its 200 workers, or 40 percent", which is 25 percent.
    """
    text = article.text
    for _, row in by_sentence(claims):
        told = [claim for claim in row if claim.kind in ("count", "money", "percent")]
        for a, b, c in zip(told, told[1:], told[2:], strict=False):
            if not (_OF.fullmatch(text, a.span.end, b.span.start) and _OR.fullmatch(text, b.span.end, c.span.start)):
                continue
            part, share = (c, a) if a.kind == "percent" else (a, c)
            if says := _misfit(part, b, share):
                yield Contradiction(f"share of {b.span.of(text)}", says, (share, part, b))


def _misfit(part: Claim, whole: Claim, share: Claim) -> str:
    """Why the share is not that of the part in the whole, or ""."""
    kinds = part.kind == whole.kind != "percent" == share.kind
    if not kinds or part.value.dimension != whole.value.dimension or not is_exact(share):
        return ""
    regions = [claim.value.tolerated for claim in (part, whole, share)]
    x, y, z = (region if isinstance(region, Interval) else Interval(None, None) for region in regions)
    if x.low is None or x.high is None or y.low is None or y.high is None or z.low is None or z.high is None:
        return ""
    if y.low <= 0 or x.high > y.high:
        return ""
    low, high = 100 * x.low / y.high, 100 * x.high / y.low
    if z.low - _SLACK <= high and low - _SLACK <= z.high:
        return ""
    return f"{part.value.words} of {whole.value.words} is {(low + high) / 2:.0f} percent"


SHARE = Check(
    "FC406", "share-of", "A share and its two counts", Verdict.CONFLICT,
    "AP Stylebook, percentages; statcheck (Nuijten et al. 2016): recompute what is reported", _share_of,
)  # fmt: skip
