"""On what terms files are read: how much of them, and which fields of records hold what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.model import Limits


@dataclass(frozen=True)
class Terms:
    """What the user set for reading; the defaults are those of a run without settings."""

    limits: Limits = field(default_factory=Limits)
    """How much is read."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a meaning (`text`, `published` ...) the fields of records that hold it, before those that are known."""


DEFAULT = Terms()
"""A run without settings."""
