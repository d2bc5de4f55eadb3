"""Checks beyond pairs, a file each: what one article says, claim beside claim. `CHECKS` is their register."""

from __future__ import annotations

from factcheck.judge.checks.born import BORN
from factcheck.judge.checks.change import CHANGE
from factcheck.judge.checks.check import Check
from factcheck.judge.checks.lasting import LASTING
from factcheck.judge.checks.part import SHARE
from factcheck.judge.checks.total import TOTAL
from factcheck.judge.checks.weekday import WEEKDAY

CHECKS: tuple[Check, ...] = (WEEKDAY, TOTAL, CHANGE, BORN, LASTING, SHARE)
"""Every check, in the order of their identifiers."""
__all__ = ["CHECKS", "Check"]
