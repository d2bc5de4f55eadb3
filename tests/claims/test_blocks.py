"""Where one paragraph ends and the next begins, and what part of an article it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.blocks import blocks, lines
from claims.model import BlockRole

_LONG = "The council of Ostwick met on Monday to hear what the engineers had found"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\r\rTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("  One.  \n", ["One."]),
        # a line end where the next word would have fitted
        (f"One.\nTwo.\n{_LONG}.", ["One.", "Two.", f"{_LONG}."]),
        # hard wraps: the next word would not have fitted
        (f"{_LONG}\nunder the bridge.", [f"{_LONG}\nunder the bridge."]),
        (f"{_LONG}\nUnderneath it all.", [f"{_LONG}\nUnderneath it all."]),
        # a word broken at the line end
        ("They had inves-\ntigated.", ["They had inves-\ntigated."]),
        # list items never run together
        ("- one boat\n- two boats", ["- one boat", "- two boats"]),
        ("1. one boat\n2. two boats", ["1. one boat", "2. two boats"]),
        # other separators of Unicode end no line
        ("One\u2028two.", ["One\u2028two."]),
        ("One\x0btwo.", ["One\x0btwo."]),
        ("", []),
        (" \n \r\n", []),
    ],
)
def test_paragraphs(text: str, parts: list[str]) -> None:
    assert [block.span.of(text) for block in blocks(text)] == parts


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Bridge falls in Ostwick\n\nIt fell on Monday.", [BlockRole.HEADLINE, BlockRole.BODY]),
        ("It fell on Monday.\n\nBridge falls", [BlockRole.BODY, BlockRole.BODY]),
        ("It fell.\n\nBRIDGE FALLS", [BlockRole.BODY, BlockRole.HEADLINE]),
        ("By Lena Morrow\n\nIt fell.", [BlockRole.BYLINE, BlockRole.BODY]),
        (f"Bridge falls\nBy Lena Morrow | The Herald\n{_LONG}.", [
            BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.BODY,
        ]),
        ("Published 3 March 2024\n\nIt fell.", [BlockRole.DATELINE, BlockRole.BODY]),
        ("Last updated: May 3, 2024 at 12:40\n\nIt fell.", [BlockRole.DATELINE, BlockRole.BODY]),
        ("Monday, 3 March 2024\n\nIt fell.", [BlockRole.DATELINE, BlockRole.BODY]),
        # a sentence that begins like a byline is none
        ("By Monday the bridge had fallen and 40 people had left their homes for a hall in Ostwick.", [BlockRole.BODY]),
        ("It fell:\n\n- on Monday\n- on Friday", [BlockRole.BODY, BlockRole.LIST, BlockRole.LIST]),
    ],
)  # fmt: skip
def test_parts_of_an_article(text: str, roles: list[BlockRole]) -> None:
    assert [block.role for block in blocks(text)] == roles


_TEXTS = st.text(alphabet="aB1. -,\n\r\t\u2028\u00ad\u201c", max_size=80)


@given(_TEXTS)
def test_blocks_hold_every_word_once_and_in_order(text: str) -> None:
    found = blocks(text)
    assert "".join("".join(block.span.of(text).split()) for block in found) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(block.span.of(text) == block.span.of(text).strip() for block in found)


@given(_TEXTS)
def test_lines_hold_no_line_end_and_lose_nothing_else(text: str) -> None:
    assert "".join(line.of(text) for line in lines(text)) == text.replace("\r", "").replace("\n", "")


@given(_TEXTS)
def test_line_ends_may_be_written_either_way(text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    dos = unix.replace("\n", "\r\n")
    as_unix = [(block.span.of(unix), block.role) for block in blocks(unix)]
    as_dos = [(block.span.of(dos).replace("\r\n", "\n"), block.role) for block in blocks(dos)]
    assert as_unix == as_dos
