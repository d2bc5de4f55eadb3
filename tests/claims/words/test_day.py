"""The door to dateparser: single absolute dates, both orders, loaded late."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claims.when import DayExpr
from claims.words.day import numeric_date, odd_date


def iso(expr: DayExpr | None) -> str:
    return "" if expr is None else f"{expr.year}-{expr.month:02}-{expr.day:02}" + ("?" if expr.either_order else "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019-04-25", "2019-04-25"),
        ("2019/4/5", "2019-04-05"),
        ("4/25/2019", "2019-04-25"),
        ("25/4/2019", "2019-04-25"),
        ("25.4.2019", "2019-04-25"),
        ("25-04-2019", "2019-04-25"),
        ("3/4/2021", "2021-03-04?"),
        ("5/5/21", "2021-05-05"),
        ("2/30/2019", ""),
        ("13/13/2019", ""),
    ],
)
def test_figures(words: str, expected: str) -> None:
    assert iso(numeric_date(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Nov11th-2014", "2014-11-11"), ("25Apr2019", "2019-04-25"), ("11Nov-2014", "2014-11-11"), ("Xyz9-2014", "")],
)
def test_dates_run_together(words: str, expected: str) -> None:
    assert iso(odd_date(words)) == expected


def test_reading_plain_dates_loads_no_dateparser() -> None:
    code = (
        "import sys; from claims.words.day_find import time_expressions as find; "
        "find('It fell on May 4, 2020, last week and Friday.', ((0, 43),), None, None); "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
