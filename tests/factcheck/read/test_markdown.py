"""Markdown gives its prose, and offsets that stay true to the file."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import BlockRole
from claims.view import view_of
from factcheck.read.formats.markdown import blocks, read

PAGE = """\
---
title: Bridge opens
---
# The bridge *opens* after **12** years #

By Ana Whitfield

The **Lower Harbour** bridge, [begun in 2019](https://x.example/2018/04 "p 44"), cost
&euro;45&nbsp;million[^1] and ~~carries~~ took `code 7` days <!-- 99 -->to open.

- first item
- second item
  goes on here

> Quoted **words** of
> the mayor, 52.
>
> A second paragraph.

| year | cost |
|------|-----:|
| 1990 | 2    |

    indented code 4

```python
x = 12
```
<!-- a
comment 13 -->
<table><tr><td>45</td></tr></table>

A title underlined
------------------

Body with [ref][1], ![picture 9](a.png) and E=mc<sup>2</sup>.

[1]: https://x.example/2020
[^1]: The note says 7 days.
"""
PROSE = [
    (BlockRole.HEADLINE, "The bridge opens after 12 years"),
    (BlockRole.BYLINE, "By Ana Whitfield"),
    (BlockRole.BODY, "The Lower Harbour bridge, begun in 2019, cost €45 million and took code 7 days to open."),
    (BlockRole.LIST, "first item"),
    (BlockRole.LIST, "second item goes on here"),
    (BlockRole.BODY, "Quoted words of the mayor, 52."),
    (BlockRole.BODY, "A second paragraph."),
    (BlockRole.HEADLINE, "A title underlined"),
    (BlockRole.BODY, "Body with ref, and E=mc2."),
    (BlockRole.NOTE, "The note says 7 days."),
]


def prose(text: str) -> list[tuple[BlockRole, str]]:
    (document,) = read(BytesIO(text.encode()))
    return [(block.role, view_of(document.text, block.span, block.markup).text) for block in document.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_prose_alone_is_read(end: str) -> None:
    assert prose(PAGE.replace("\n", end)) == PROSE


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        # Each case names the rule of CommonMark 0.31 or GitHub's extension that it follows.
        ("5 * 3 and snake_case_name", ["5 * 3 and snake_case_name"]),  # 6.2, marks that flank nothing
        ("**85**mph and un*frigging*real", ["85mph and unfriggingreal"]),  # 6.2, inside a word
        (r"\*not\* 1\. a list", ["*not* 1. a list"]),  # 2.4, escapes
        ("said [sic] and [x]", ["said [sic] and [x]"]),  # 6.3, brackets without a target
        ("see [a (b)](u/(v) 't') end", ["see a (b) end"]),  # 6.3, balanced brackets in a target
        ("<https://x.example/2021> and https://y.example/7, end", ["and , end"]),  # 6.5, and GitHub's bare links
        ("a<br>b<div>c", ["a b c"]),  # 6.6
        ("``a ` b`` and `c`", ["a ' b and c"]),  # 6.1; a lone back tick reads as an apostrophe
        ("&amp; &#56; &nosuch;", ["& 8 &nosuch;"]),  # 2.5
        ("one\n***\ntwo", ["one", "two"]),  # 4.1
        (
            "The dam was built in\n2019. It held.",
            ["The dam was built in 2019. It held."],
        ),  # 5.2, no list inside a paragraph
        ("1. a\n2. b", ["a", "b"]),
        ("- a\n\n    more of a\n\n    and more", ["a", "more of a", "and more"]),  # 5.2, indented inside an item
        ("~~~\ncode\n~~~~\nprose", ["prose"]),  # 4.5
        ("prose\n\n```\nnever ends 5", ["prose", "''' never ends 5"]),  # unlike 4.5: what never ends hides nothing
        ("a <!-- never ends 5", ["a <!-- never ends 5"]),
        ("{% figure width=300 %} text {{ page.n }} end", ["text end"]),  # templates of site generators
        (
            "A long paragraph that ends here.\nAnother one.\n---\nEnd.",
            ["A long paragraph that ends here. Another one.", "End."],
        ),
        (">quote\nlazy", ["quote lazy"]),  # 5.1
        ("a | b\nc | d", ["a | b c | d"]),  # no row of hyphens, no table
    ],
)
def test_rules(text: str, read_as: list[str]) -> None:
    assert [words for _, words in prose(text)] == read_as


def test_spans_point_into_the_file() -> None:
    (document,) = read(BytesIO(PAGE.encode()))
    block = document.blocks[2]
    view = view_of(document.text, block.span, block.markup)
    start = view.text.index("€45 million")
    assert view.original(start, start + len("€45 million")).of(document.text) == "&euro;45&nbsp;million"


def test_title_of_front_matter_wins() -> None:
    (document,) = read(BytesIO(PAGE.encode()))
    assert document.facts.title == "Bridge opens"
    (document,) = read(BytesIO(PAGE.partition("---\n")[2].partition("---\n")[2].encode()))
    assert document.facts.title == "The bridge opens after 12 years"


@given(st.text(alphabet="ab1 \n\r\t#>-*_`~|[]()!<&;:\\=.", max_size=80))
def test_blocks_lie_in_order_without_overlap(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.span.start < block.span.end <= len(text)
        at = block.span.end
        inside = block.span.start
        for mark in block.markup:
            assert inside <= mark.span.start < mark.span.end <= block.span.end
            inside = mark.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "![",
        "[",
        "](",
        "<!--",
        "~~a ",
        "**",
        "* ",
        "_",
        "a_",
        "`",
        "[^",
        "&",
        "<a ",
        "{%",
        "\n>",
        "|\n|-",
        "\n- ",
        "```\n",
    ],
)
def test_hostile_repeats_are_read_to_their_end(piece: str) -> None:
    """A pattern that takes time beyond the length of the text would not come back from this."""
    text = piece * 50_000
    assert all(block.span.end <= len(text) for block in blocks(text))
