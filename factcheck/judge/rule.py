"""Rules: what each says of itself, and the rungs of the ladder, of which the first that holds gives the verdict."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from factcheck.judge.case import Case
from factcheck.model import Verdict

Test = Callable[[Case], str]
"""Says in plain words why the rule holds for a case, or "" where it does not."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What every rule says of itself, whatever it looks at: lists, pages and `explain` are drawn from it."""

    id: str
    """Such as FC101; hundreds group the rules (0 none, 1 dates, 2 numbers, 3 ages, 4 one article, 5 words, 9 doubt)."""
    name: str
    """Short name ("same-value")."""
    title: str
    """What it finds, in a few words."""
    verdict: Verdict
    """The verdict it gives."""
    source: str
    """Whose rule it is: paper, standard or style guide."""
    test: Callable[..., Any]
    """The condition; its docstring says what, why and gives an example."""

    @property
    def text(self) -> str:
        """What the rule says, why, and an example: the docstring of its test."""
        return inspect.cleandoc(self.test.__doc__ or "")


@dataclass(frozen=True, slots=True)
class Rule(Listed):
    """One rung of the ladder."""

    test: Test
