"""Settings as a settings file would say them, defaults included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from factcheck.report.safe import inert, plain
from factcheck.report.wording import zone
from factcheck.settings.keys import KEYS, LIMITS, RATE_KEYS, SOURCE_KEYS
from factcheck.settings.model import Settings, SourceSettings
from factcheck.toml import string


def shown(settings: Settings) -> str:
    """TOML that says every setting, and in a comment the file that it comes from."""
    told = inert(plain(settings.file)) or "no settings file; these are the defaults"
    return "\n".join([f"# {told}", *_lines(settings)]) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    options = dict(settings.options)
    tables = []
    for key in KEYS:
        given = options.get(key.option) if key.option else getattr(settings, key.field)
        if given is None or given == () or (key.option and key.option not in options):
            words = key.default
        elif key.is_table:
            rows = zip(LIMITS, astuple(given), strict=True) if key.name == "limits" else given
            tables += [f"\n[{key.name}]", *(f"{name} = {_toml(said)}" for name, said in rows)]
            continue
        else:
            words = _toml(_back(key.name, given))
        yield f"{key.name} = {words}" if words else f"# {key.name} is not set"
    yield from tables
    for source in settings.sources:
        yield from _source(source)
    for rate in settings.rates:
        said = (rate.day.isoformat(), _toml(rate.source), _toml(rate.target), f"{rate.rate:f}")
        yield "\n[[rates]]"
        yield from (f"{key.name} = {each}" for key, each in zip(RATE_KEYS, said, strict=True))


def _source(source: SourceSettings) -> Iterator[str]:
    yield "\n[[source]]"
    for key in SOURCE_KEYS:
        said = getattr(source, key.field)
        if said not in (None, ""):
            yield f"{key.name} = {_toml(_back(key.name, said))}"


def _back(name: str, said: Any) -> Any:
    """The value as the file writes it."""
    match name:
        case "cache":
            return not said
        case "timezone":
            return zone(said)
    return said


def _toml(said: Any) -> str:
    """A value in TOML; its numbers and truths are JSON's."""
    if isinstance(said, str):
        return string(said)
    if isinstance(said, list | tuple):
        return f"[{', '.join(map(_toml, said))}]"
    if isinstance(said, float) and said == int(said):
        return f"{said:.1f}"
    return json.dumps(said)
