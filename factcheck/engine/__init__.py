"""Engines: who tells the stories of an archive. Each is a `factcheck.telling.Tell`, and none changes the outcome."""

from __future__ import annotations

from factcheck.engine.kept import recalling
from factcheck.engine.local import tell
from factcheck.engine.spark import tell as spark

local = recalling(tell)
"""The processes of this machine; what earlier runs have told is not told anew."""

ENGINES = {"local": local, "spark": spark}
"""The engines by name."""

__all__ = ["ENGINES", "local", "spark"]
