"""TOML as people write it for us, and as we write it, which the standard library does not."""

from __future__ import annotations

import json
import tomllib
from typing import Any

_LARGEST = 2**63


def loads(text: str) -> dict[str, Any]:
    """What TOML says. Raises ValueError where it is none or holds a whole number of more than the 64 bits it promises.

    Such a number, written in hexadecimal, would be longer than Python puts into words.
    """
    said = tomllib.loads(text)
    waiting: list[object] = [said]
    while waiting:
        match waiting.pop():
            case dict() as table:
                waiting += table.values()
            case list() as several:
                waiting += several
            case int() as number if not -_LARGEST <= number < _LARGEST:
                raise ValueError("it holds a whole number of more than 64 bits")
    return said


def string(said: str) -> str:
    """A basic string of TOML 1.0: one of JSON, in which a DEL is escaped, too. Lone surrogates become "?"."""
    return json.dumps(said.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
