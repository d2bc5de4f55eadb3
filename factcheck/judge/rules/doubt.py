"""The last rule: where no other holds, nothing can be said."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.rule import Rule
from factcheck.model import Verdict


def _unknown(_: Case) -> str:
    """The two cannot be compared by any other rule.

    Their values are of different forms, so that neither agreement nor contradiction can be shown.

    Example: a time of day without a day and a date without a time.
    """
    return "the two values cannot be compared"


DOUBT = (Rule("FC902", "incomparable", "Cannot be compared", Verdict.UNCLEAR, "Own rule", _unknown),)
"""The end of the ladder."""
