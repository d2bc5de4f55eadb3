"""What was read of an article, kept: unchanged articles cost no parsing a second time."""

from __future__ import annotations

from factcheck.cache.store import Store, emptied, folder, opened

__all__ = ["Store", "emptied", "folder", "opened"]
