"""TOML as we write it; the standard library only reads it."""

from __future__ import annotations

import json


def string(said: str) -> str:
    """A basic string of TOML 1.0: one of JSON, in which a DEL is escaped, too. Lone surrogates become "?"."""
    return json.dumps(said.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
