"""On what terms files are read: how much of them, and which fields of records hold what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factcheck.model import Limits


def _no_report(_beginning: str) -> bool:
    """Without a run around it nothing is one of its reports."""
    return False


@dataclass(frozen=True)
class Terms:
    """What the user set for reading; the defaults are those of a run without settings."""

    limits: Limits = field(default_factory=Limits)
    """How much is read."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a meaning (`text`, `published` ...) the fields of records that hold it, before those that are known."""
    is_report: Callable[[str], bool] = _no_report
    """Whether a file that begins so is a report of ours, which is no article."""


DEFAULT = Terms()
"""A run without settings."""
