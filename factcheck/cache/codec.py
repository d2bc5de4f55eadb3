"""Frozen values as JSON and back, by their type hints; no pickle, so that a cache can hold data and never code.

A dataclass becomes the list of its fields in order, without the defaults at its end; in a union it begins with the name
of its class. Decimals and dates are strings, sets are sorted lists. The form is nobody's contract: a cache that was
written by other sources is never read (see `factcheck.cache.stamp`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
import zlib
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

_T = TypeVar("_T")
_Code = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, types.NoneType)


def encoded(given: object) -> Any:
    """`given`, a dataclass, as JSON data."""
    kind: Any = type(given)
    return _encoder(kind)(given)


def decoded(kind: type[_T], given: Any) -> _T:
    """The value of the dataclass `kind` that `given` encodes.

    Raises KeyError, TypeError, ValueError, ArithmeticError or IndexError where it encodes none.
    """
    asked: Any = kind
    found: _T = _decoder(asked)(given)
    return found


def sealed(given: object) -> bytes:
    """`given`, a dataclass, as JSON that is packed, as it lies in a file and goes from process to process."""
    said = json.dumps(encoded(given), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(said.encode("utf-8", "surrogatepass"), 1)


def unsealed(kind: type[_T], given: bytes) -> _T:
    """The value of the dataclass `kind` that was `sealed`. Raises as `decoded` does, and `zlib.error`."""
    return decoded(kind, json.loads(zlib.decompress(given)))


@cache
def _encoder(kind: Any) -> _Code:
    if dataclasses.is_dataclass(kind):
        return _fields_encoder(kind)
    if kind in _PLAIN:
        return lambda value: value
    if kind is Decimal or kind in (dt.date, dt.time):
        return str
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_encoder(parts)
    if origin is frozenset:
        return sorted
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        inner = _encoder(parts[0])
        return lambda value: [inner(each) for each in value]
    if origin is tuple:
        coders = [_encoder(part) for part in parts]
        return lambda value: [code(each) for code, each in zip(coders, value, strict=True)]
    raise TypeError(f"{kind} has no form in JSON")


@cache
def _decoder(kind: Any) -> _Code:
    if dataclasses.is_dataclass(kind):
        return _fields_decoder(kind)
    if kind in _PLAIN:
        return lambda value: value
    if kind is Decimal:
        return Decimal
    if kind in (dt.date, dt.time):
        return typing.cast("_Code", kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        known = {each.value: each for each in kind}
        return known.__getitem__
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_decoder(parts)
    if origin is frozenset:
        return frozenset
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        if parts[0] in _PLAIN:
            return tuple
        inner = _decoder(parts[0])
        return lambda value: tuple([inner(each) for each in value])
    if origin is tuple:
        coders = [_decoder(part) for part in parts]
        return lambda value: tuple([code(each) for code, each in zip(coders, value, strict=True)])
    raise TypeError(f"{kind} has no form in JSON")


def _hints(kind: Any) -> list[tuple[str, Any, Any]]:
    """Name, type and default of each field."""
    hints = typing.get_type_hints(kind)
    return [(each.name, hints[each.name], each.default) for each in dataclasses.fields(kind)]


def _fields_encoder(kind: Any) -> _Code:
    coders: list[tuple[str, _Code, Any]] = []

    def encode(value: Any) -> list[Any]:
        if not coders:  # filled late: a type may hold itself
            coders.extend((name, _encoder(hint), default) for name, hint, default in _hints(kind))
        found = [(code(given := getattr(value, name)), given, default) for name, code, default in coders]
        while found and found[-1][2] is not dataclasses.MISSING and found[-1][1] == found[-1][2]:
            found.pop()
        return [code for code, _, _ in found]

    return encode


def _fields_decoder(kind: Any) -> _Code:
    coders: list[tuple[int, _Code]] = []
    known = len(dataclasses.fields(kind))
    ready = False

    def decode(value: Any) -> Any:
        nonlocal ready
        if not ready:  # filled late: a type may hold itself
            hints = [hint for _, hint, _ in _hints(kind)]
            coders.extend((at, _decoder(hint)) for at, hint in enumerate(hints) if hint not in _PLAIN)
            ready = True
        said = list(value)
        if len(said) > known:
            raise ValueError(f"too many fields for {kind.__name__}")
        for at, code in coders:
            if at >= len(said):
                break
            said[at] = code(said[at])
        return kind(*said)

    return decode


def _union_encoder(parts: tuple[Any, ...]) -> _Code:
    classes = [part for part in parts if part is not types.NoneType]
    if len(classes) == 1:
        code = _encoder(classes[0])
        return lambda value: None if value is None else code(value)
    coders = {part: _encoder(part) for part in classes}
    return lambda value: None if value is None else [type(value).__name__, coders[type(value)](value)]


def _union_decoder(parts: tuple[Any, ...]) -> _Code:
    classes = [part for part in parts if part is not types.NoneType]
    if len(classes) == 1:
        code = _decoder(classes[0])
        return lambda value: None if value is None else code(value)
    coders = {part.__name__: _decoder(part) for part in classes}
    return lambda value: None if value is None else coders[value[0]](value[1])
