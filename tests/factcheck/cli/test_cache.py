"""The store on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import Outcome

Run = Callable[..., Outcome]


def test_clean_forgets(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "kept")
    first = factcheck("claims", "in", "--output-format", "json")
    assert Path("kept").is_dir()
    assert factcheck("claims", "in", "--output-format", "json") == first
    outcome = factcheck("clean")
    assert (outcome.status, outcome.out) == (0, "kept is empty now; 0.0 MB were in it.\n")
    assert not Path("kept").exists()
    assert factcheck("clean").out == "Nothing is kept in kept.\n"
    assert factcheck("claims", "in", "--output-format", "json", "--no-cache") == first
    assert not Path("kept").exists()
