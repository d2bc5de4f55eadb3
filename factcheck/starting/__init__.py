"""What a newsroom starts with: a settings file that explains every key, and a workflow for its pull requests."""

from __future__ import annotations

from factcheck.starting.settings import commented
from factcheck.starting.workflow import github, gitlab

__all__ = ["commented", "github", "gitlab"]
