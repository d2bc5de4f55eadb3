"""What a reading depends on beside the article: the sources of `claims`, its tables and weights, the spaCy pipeline."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import claims

_TOLD = (".py", ".toml")


@lru_cache(maxsize=8)
def stamp(model: str) -> str:
    """A digest that changes whenever the same text might be read otherwise.

    Sources and tables count by content, weights and other pipelines by size and time of change, which spares reading
    them; Python, spaCy, dateparser, numpy and the package by version.
    """
    digest = hashlib.sha256()
    digest.update(f"python {platform.python_version()}\n".encode())
    for name in ("factcheck-compare", "spacy", "dateparser", "numpy"):
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    top = Path(claims.__file__).parent
    for path in _files(top):
        name = path.relative_to(top).as_posix()
        digest.update(f"{name} {_content(path) if path.suffix in _TOLD else _outside(path)}\n".encode())
    digest.update(f"model {model} {_model(model)}\n".encode())
    return digest.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names))


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _outside(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:  # a link that leads nowhere, say; whether it is missed is known when the pipeline is loaded
        return "gone"
    return f"{found.st_size} {found.st_mtime_ns}"


def _model(model: str) -> str:
    """What is known of another pipeline: its files, or the version of the package it is."""
    if os.path.isdir(model):
        return " ".join(_outside(path) for path in _files(Path(model)))
    try:
        return metadata.version(model) if model else ""
    except (metadata.PackageNotFoundError, ValueError):
        return ""


@lru_cache(maxsize=1)
def code() -> str:
    """A digest that changes whenever the same readings might be compared otherwise.

    The sources and tables of `factcheck` count by content, rapidfuzz, which weighs likenesses, by version.
    """
    digest = hashlib.sha256(f"rapidfuzz {metadata.version('rapidfuzz')}\n".encode())
    top = Path(__file__).parents[1]
    for path in _files(top):
        if path.suffix in _TOLD:
            digest.update(f"{path.relative_to(top).as_posix()} {_content(path)}\n".encode())
    return digest.hexdigest()
