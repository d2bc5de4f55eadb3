"""Floors: what is below its bound is named, and a bound that nothing measures is no bound held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.figures import Figure
from tests.accuracy.floors import Bound, failures, load

FLOORS = {("news", "F1 value"): Bound(least=90), ("stories", "false conflicts"): Bound(most=3)}


@pytest.mark.parametrize(
    ("value", "false", "told"),
    [
        (90, 3, []),
        (95.5, 0, []),
        (89.99, 3, ["news: F1 value is 89.99, and must be at least 90"]),
        (90, 4, ["stories: false conflicts is 4.00, and must be at most 3"]),
    ],
)
def test_figures_on_the_wrong_side_are_named(value: float, false: float, told: list[str]) -> None:
    measured = [Figure("news", "F1 value", value), Figure("stories", "false conflicts", false)]
    assert list(failures(measured, FLOORS)) == told


def test_a_bound_that_nothing_measures_fails() -> None:
    measured = [Figure("news", "F1 value", 95), Figure("other", "false conflicts", 0)]
    assert list(failures(measured, FLOORS)) == ["stories: false conflicts was not measured, and must be at most 3"]


def test_a_figure_without_a_bound_is_free() -> None:
    assert not list(failures([Figure("new", "F1 value", 1)], {}))


def test_the_table_of_the_project_is_readable() -> None:
    assert load()


@pytest.mark.parametrize("entry", ['"90"', "{ least = 3 }", "{ most = 3, least = 2 }"])
def test_a_bound_in_another_form_is_refused(tmp_path: Path, entry: str) -> None:
    table = tmp_path / "floors.toml"
    table.write_text(f'[news]\n"F1 value" = {entry}\n')
    with pytest.raises(ValueError, match=r"floors\.toml: \[news\] F1 value is .*; write a number"):
        load(table)
