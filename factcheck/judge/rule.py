"""A rule of the ladder: when it holds, two claims have its verdict."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.judge.case import Case
from factcheck.model import Verdict

Test = Callable[[Case], str]
"""Says in plain words why the rule holds for a case, or "" where it does not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rung of the ladder."""

    id: str
    """Such as FC101; hundreds group the rules (0 none, 1 dates, 2 numbers, 3 ages, 5 inside one article, 9 doubt)."""
    name: str
    """Short name ("same-value")."""
    title: str
    """What it finds, in a few words."""
    verdict: Verdict
    """The verdict it gives."""
    source: str
    """Whose rule it is: paper, standard or style guide."""
    test: Test
    """The condition; its docstring says what, why and gives an example."""

    @property
    def text(self) -> str:
        """What the rule says, why, and an example: the docstring of its test."""
        return inspect.cleandoc(self.test.__doc__ or "")
