"""Judging: what the claims of one group say together.

Pairs are judged first, by a ladder of small named rules of which the first that holds wins; a group takes the verdict
of its worst pair.
"""

from __future__ import annotations

from factcheck.judge.ladder import RULES, judge, rule
from factcheck.judge.rule import Rule

__all__ = ["RULES", "Rule", "judge", "rule"]
