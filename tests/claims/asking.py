"""What the tests of this folder ask of a text: its claims, and single things of a claim, as short words."""

from __future__ import annotations

import datetime as dt

from claims.extract import extract
from claims.model import Claim, Published

FRIDAY = Published(dt.date(2024, 5, 17), dt.date(2024, 5, 17))
"""The day on which the articles of these tests appeared."""


def claims_in(text: str, kind: str = "") -> list[Claim]:
    """The claims of `text` in text order, those of one `kind` where it is given."""
    return [claim for claim in extract(text, published=FRIDAY).claims if kind in ("", claim.kind)]


def claim_of(text: str, words: str) -> Claim:
    """The one claim of `text` whose reading's own words hold `words`; AssertionError where there is not just one."""
    found = [claim for claim in claims_in(text) if words in claim.reading.span.of(text)]
    assert len(found) == 1, f"{len(found)} claims hold {words!r}: {[claim.span.of(text) for claim in claims_in(text)]}"
    return found[0]


def whose(claim: Claim) -> str:
    """Key of what the claim is about, or ""."""
    return claim.subject.key if claim.subject else ""


def happening(claim: Claim) -> frozenset[str]:
    """Classes of the event that the claim is told of."""
    return claim.event.classes if claim.event else frozenset()
