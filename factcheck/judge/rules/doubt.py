"""The last rule: where no other holds, nothing can be said."""

from __future__ import annotations

from claims.model import Modality
from factcheck.judge.case import Case
from factcheck.judge.rule import Rule
from factcheck.model import Verdict


def _unknown(_: Case) -> str:
    """The two cannot be compared by any other rule.

    Their values are of different forms, so that neither agreement nor contradiction can be shown.

    Example: a time of day without a day and a date without a time.
    """
    return "the two values cannot be compared"


def _vague(case: Case) -> str:
    """Two vague words that do not meet.

    "Dozens" and "hundreds" are both impressions; that they differ is worth a look and no contradiction.

    Example: "dozens of shots" and "hundreds of shots".
    """
    vague = all(mention.claim.value.modality is Modality.VAGUE for mention in (case.a, case.b))
    return "both are vague words" if vague else ""


VAGUE = (Rule("FC903", "vague", "Two vague words differ", Verdict.UNCLEAR, "Channell 1994, Vague Language", _vague),)
"""Comes before the conflicts."""

DOUBT = (Rule("FC902", "incomparable", "Cannot be compared", Verdict.UNCLEAR, "Own rule", _unknown),)
"""The end of the ladder."""
