"""Lines and columns are those of editors."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.place import Place, place


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("abc", 0, 1, 1),
        ("a\nbc", 3, 2, 2),
        ("a\r\nbc", 3, 2, 1),
        ("a\rbc", 2, 2, 1),
        ("a\u2028b\x0cc\x85d", 6, 1, 7),  # none of these ends a line for an editor
        ("😀é\nx", 1, 1, 2),
        ("", 0, 1, 1),
        ("a\n", 2, 2, 1),
    ],
)
def test_where(text: str, offset: int, line: int, column: int) -> None:
    assert place(text, offset) == Place(line, column)


@given(st.text(alphabet="ab\r\n", max_size=30), st.data())
def test_line_and_column_lead_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    at = place(text, offset)
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    assert starts[at.line - 1] + at.column - 1 == offset
