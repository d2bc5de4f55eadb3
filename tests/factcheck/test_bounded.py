"""A file that is longer than anyone means is refused with its name, whatever reads it; none is cut in silence."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.baseline import load as load_baseline
from factcheck.bounded import read_bounded
from factcheck.commands.saved import saved
from factcheck.errors import FactcheckError
from factcheck.read.manifest import manifest
from factcheck.read.reference import reference
from factcheck.settings import load as load_settings


def test_as_long_as_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bounded(tmp_path / "a", 5) == b"12345"
    with pytest.raises(OSError, match="it is longer than 4 bytes"):
        read_bounded(tmp_path / "a", 4)


@pytest.mark.parametrize(
    ("module", "file", "reads"),
    [
        ("factcheck.settings.find", "factcheck.toml", load_settings),
        ("factcheck.baseline", "baseline.toml", load_baseline),
        ("factcheck.read.reference", "facts.toml", reference),
        ("factcheck.read.manifest", "corpus.toml", lambda _: manifest(".")),
        ("factcheck.commands.saved", "result.json", lambda path: saved(path, path)),
    ],
)
def test_what_is_too_long_is_told_and_not_cut(
    module: str, file: str, reads: Callable[[str], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(file).write_text("# a comment that may be cut anywhere\n" * 2)
    monkeypatch.setattr(importlib.import_module(module), "_LONGEST", 40)
    with pytest.raises(FactcheckError, match=rf"{file} cannot be read: it is longer than 40 bytes"):
        reads(file)
