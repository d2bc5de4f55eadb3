"""Every reporter draws what its golden file shows, and the same twice; `make golden` redraws them."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck.report
from factcheck.report import CLAIM_REPORTERS, REPORTERS, names
from tests.golden.draw import DRAWN, HERE


@pytest.mark.parametrize("name", DRAWN)
def test_as_drawn(name: str) -> None:
    assert DRAWN[name]() == (HERE / name).read_bytes().decode()


def test_no_golden_file_is_left_over() -> None:
    here = {path.name for path in HERE.iterdir() if path.suffix not in (".py", "")}
    assert here == set(DRAWN)


@pytest.mark.parametrize(("register", "prefix"), [(REPORTERS, "as_"), (CLAIM_REPORTERS, "claims_as_")])
def test_the_registers_hold_every_format(register: tuple[factcheck.report.Reporter, ...], prefix: str) -> None:
    folder = Path(factcheck.report.__file__).parent
    files = {path.stem.removeprefix(prefix) for path in folder.glob(f"{prefix}*.py")}
    assert sorted(names(register)) == sorted(files)
    assert len(set(names(register))) == len(register)
