"""Settings files: which one holds, and what it says, every key checked.

The nearest holds, from the working folder upward, and none is merged with another, as in ruff: of one folder
`factcheck.toml`, then `.factcheck.toml`, then `pyproject.toml` if it has a table `tool.factcheck`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factcheck.bounded import read_bounded
from factcheck.errors import SettingsError
from factcheck.model import Rate
from factcheck.settings.keys import KEYS, RATE_KEYS, SOURCE_KEYS, Key, names
from factcheck.settings.model import Settings, SourceSettings
from factcheck.toml import loads

NAMES = ("factcheck.toml", ".factcheck.toml", "pyproject.toml")
"""Files that may hold settings, in the order in which a folder is searched."""
_LONGEST = 1_000_000
_TABLES = ("source", "rates")
"""Names of the tables of which a file may have several."""


def nearest(folder: str | Path = ".") -> Settings:
    """The settings that hold in `folder`; the defaults where no file above it has any.

    Raises `SettingsError`, also where what has the name of a settings file cannot be one.
    """
    here = Path(os.path.abspath(folder))
    for place in (here, *here.parents):
        for name in NAMES:
            path = place / name
            if _is_there(path) and (table := _table(path)) is not None:
                return _settings(table, path)
    return Settings()


def _is_there(path: Path) -> bool:
    if os.path.isfile(path):
        return True
    if not os.path.lexists(path):
        return False
    cause = "a folder" if path.is_dir() else "a link that leads to no file" if path.is_symlink() else "no regular file"
    raise SettingsError(f"{_shown(path)} cannot be read: it is {cause}; mend it or take it away.")


def load(file: str) -> Settings:
    """The settings in `file`. Raises `SettingsError` where it cannot be read or understood."""
    path = Path(file)
    table = _table(path)
    if table is None:
        raise SettingsError(f"{file} has no table [tool.factcheck]; add it, or name another file.")
    return _settings(table, path)


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        said = loads(read_bounded(path, _LONGEST).decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{_shown(path)} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{_shown(path)} is no TOML: {str(error)[:200]}.") from error
    if path.name != "pyproject.toml":
        return said
    tools = said.get("tool")
    table = tools.get("factcheck") if isinstance(tools, dict) else None
    if not (table is None or isinstance(table, dict)):
        raise SettingsError(
            f"{_shown(path)}: tool.factcheck is to be a table; write its settings under [tool.factcheck]."
        )
    return table


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    where = _shown(path)
    given = _read({name: said for name, said in table.items() if name not in _TABLES}, KEYS, where, _TABLES)
    sources, rates = (_several(table, name, where) for name in _TABLES)
    options = [(key.option, given.pop(key.field)) for key in KEYS if key.option and key.field in given]
    base = Settings(file=where, options=tuple(_from(path.parent, name, said) for name, said in options))
    return replace(
        base,
        **given,
        sources=tuple(_source(each, where, at) for at, each in enumerate(sources, 1)),
        rates=tuple(_rate(each, where, at) for at, each in enumerate(rates, 1)),
    )


def _several(table: Mapping[str, Any], name: str, where: str) -> list[Mapping[str, Any]]:
    tables = table.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise SettingsError(f"{where}: {name} is to be tables, each under [[{name}]].")
    return tables


def _rate(table: Mapping[str, Any], where: str, number: int) -> Rate:
    place = f"{where}, rates {number}"
    _read(table, RATE_KEYS, place)
    if missing := [key.name for key in RATE_KEYS if key.name not in table]:
        raise SettingsError(f"{place}: it has no {missing[0]}; a rate has {', '.join(names(RATE_KEYS))}.")
    day, source, target, rate = (key.read(table[key.name]) for key in RATE_KEYS)
    if source == target:
        raise SettingsError(f"{place}: from and to are both {source}; name two currencies.")
    return Rate(day, source, target, rate)


def _source(table: Mapping[str, Any], where: str, number: int) -> SourceSettings:
    place = f"{where}, source {number}"
    given = _read(table, SOURCE_KEYS, place)
    if "match" not in given:
        raise SettingsError(f'{place}: it has no match; write match = "folder/**", the articles it speaks of.')
    return SourceSettings(**given)


def _read(table: Mapping[str, Any], keys: Sequence[Key], where: str, more: Sequence[str] = ()) -> dict[str, Any]:
    known = {key.name: key for key in keys}
    found: dict[str, Any] = {}
    for name, said in table.items():
        if name not in known:
            near = get_close_matches(name.replace("_", "-"), [*names(keys), *more], n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join([*names(keys), *more])}."
            raise SettingsError(f"{where}: no setting is called {name}; {hint}")
        try:
            found[known[name].field] = known[name].read(said)
        except ValueError as error:
            raise SettingsError(f"{where}: {name} is to be {error}.") from error
    return found


def _from(folder: Path, name: str, said: Any) -> tuple[str, Any]:
    """Paths of the file, seen from the working folder."""
    match name:
        case "against":
            return name, [os.path.relpath(folder / path) for path in said]
        case "baseline":
            return name, os.path.relpath(folder / said)
    return name, said


def _shown(path: Path) -> str:
    return os.path.relpath(path) if path.is_absolute() else str(path)
