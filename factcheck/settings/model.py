"""What can be set. Frozen; the words of each key stand in `factcheck.settings.keys`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factcheck.model import Limits, Rate


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What is known of the articles of one source, whatever they say of themselves."""

    match: str
    """Glob over the paths of its articles, from the folder of the settings file ("wire/**")."""
    name: str = ""
    """What reports call it, or "" for what the articles say."""
    weight: float = 1.0
    """Findings in which heavier sources have part are told before others of their verdict."""
    timezone: int | None = None
    """Minutes east of UTC for times of publication that state no zone."""
    day_first: bool | None = None
    """Whether 3/4/2031 is the 3rd of April; None: as the article's other dates tell."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a settings file says; the values of a file that says nothing are the defaults."""

    file: str = ""
    """The file they come from, as found, or "" where there is none."""
    options: tuple[tuple[str, Any], ...] = ()
    """Values for options of the command line, by the name of the parameter; what the command line says goes before."""
    select: tuple[str, ...] = ()
    """Rules, or beginnings of their identifiers, whose findings are told; empty: all."""
    ignore: tuple[str, ...] = ()
    """Rules, or beginnings of their identifiers, whose findings are left out."""
    kinds: tuple[str, ...] = ()
    """Kinds of claim whose findings are told; empty: all."""
    severity: tuple[tuple[str, str], ...] = ()
    """Severity by rule, or beginning of its identifier; the longest beginning that fits holds."""
    thresholds: tuple[tuple[str, float], ...] = ()
    """Least confidence (0..1) by kind or verdict."""
    include: tuple[str, ...] = ()
    """Globs of the files of a folder that are articles; empty: all that can be read."""
    exclude: tuple[str, ...] = ()
    """Globs of the files of a folder that are none."""
    timezone: int | None = None
    """Minutes east of UTC for times of publication that state no zone."""
    day_first: bool | None = None
    """Whether 3/4/2031 is the 3rd of April; None: as the article's other dates tell."""
    sources: tuple[SourceSettings, ...] = ()
    """What is known of sources; the first that fits a path holds."""
    limits: Limits = Limits()  # noqa: RUF009 (frozen)
    """What no file and no article may exceed."""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For a meaning (`text`, `published` ...) the fields of records that hold it, before those that are known."""
    rates: tuple[Rate, ...] = ()
    """Rates of exchange by which sums in two currencies are compared."""
