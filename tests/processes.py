"""Processes that others have started."""

from __future__ import annotations

from pathlib import Path


def workers(parent: int) -> list[int]:
    """The processes that a process has started to do work; none where it is gone, or where there is no /proc."""
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
        return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
    except OSError:
        return []
