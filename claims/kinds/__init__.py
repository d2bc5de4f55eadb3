"""The kinds of claim, one file each, in the explicit register `KINDS`."""

from __future__ import annotations

from claims.kind import Kind

KINDS: tuple[Kind, ...] = ()
"""Every kind, in the order in which they read: a kind does not touch words that an earlier one has read."""
