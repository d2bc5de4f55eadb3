"""Engines: who tells the stories of an archive. Each is a `factcheck.telling.Tell`, and none changes the outcome."""

from __future__ import annotations

from factcheck.engine.local import tell as local
from factcheck.engine.spark import tell as spark

ENGINES = {"local": local, "spark": spark}
"""The engines by name."""

__all__ = ["ENGINES", "local", "spark"]
