"""Checks beyond pairs, a file each: what an article or a story says as a whole. `CHECKS` is their register."""

from __future__ import annotations

from factcheck.judge.checks.born import BORN
from factcheck.judge.checks.change import CHANGE
from factcheck.judge.checks.check import Check, StoryCheck
from factcheck.judge.checks.headline import HEADLINE
from factcheck.judge.checks.lasting import LASTING
from factcheck.judge.checks.order import ORDER
from factcheck.judge.checks.part import SHARE
from factcheck.judge.checks.points import POINTS
from factcheck.judge.checks.quotation import QUOTATION
from factcheck.judge.checks.spelled import SPELLED
from factcheck.judge.checks.total import TOTAL
from factcheck.judge.checks.weekday import WEEKDAY

CHECKS: tuple[Check | StoryCheck, ...] = (
    WEEKDAY,
    TOTAL,
    CHANGE,
    BORN,
    LASTING,
    SHARE,
    ORDER,
    HEADLINE,
    POINTS,
    QUOTATION,
    SPELLED,
)
"""Every check, in the order of their identifiers."""
__all__ = ["CHECKS", "Check", "StoryCheck"]
