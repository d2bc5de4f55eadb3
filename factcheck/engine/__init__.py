"""Engines: who tells the stories of an archive. Each is a `factcheck.telling.Tell`, and none changes the outcome."""

from __future__ import annotations

from factcheck.engine.local import tell as local

__all__ = ["local"]
