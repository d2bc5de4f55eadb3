"""Judging: what the claims of one group say together, and what articles say that cannot all be true.

Pairs are judged first, by a ladder of small named rules of which the first that holds wins; a group takes the verdict
of its worst pair. Checks look beyond pairs, at all that an article or a story says.
"""

from __future__ import annotations

from factcheck.judge.checks import CHECKS, Check, StoryCheck
from factcheck.judge.inside import inside
from factcheck.judge.ladder import RULES as LADDER
from factcheck.judge.ladder import judge
from factcheck.judge.rule import Listed, Rule

RULES: tuple[Listed, ...] = (*LADDER, *CHECKS)
"""Every rule: the ladder in its order, then the checks."""


def rule(identifier: str) -> Listed:
    """The rule with this id; KeyError where there is none."""
    for known in RULES:
        if known.id == identifier.upper():
            return known
    raise KeyError(identifier)


__all__ = ["CHECKS", "LADDER", "RULES", "Check", "Listed", "Rule", "StoryCheck", "inside", "judge", "rule"]
