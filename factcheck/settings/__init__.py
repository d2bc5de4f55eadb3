"""Settings: what a newsroom decides once, in `factcheck.toml` or under `[tool.factcheck]` in `pyproject.toml`."""

from __future__ import annotations

from factcheck.settings.apply import applied, known_as, terms, wanted
from factcheck.settings.find import NAMES, load, nearest
from factcheck.settings.keys import KEYS, RATE_KEYS, SOURCE_KEYS
from factcheck.settings.model import Settings, SourceSettings
from factcheck.settings.show import shown

__all__ = [
    "KEYS", "NAMES", "RATE_KEYS", "SOURCE_KEYS", "Settings", "SourceSettings", "applied", "known_as", "load", "nearest",
    "shown", "terms", "wanted",
]  # fmt: skip
