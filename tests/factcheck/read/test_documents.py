"""Office files and PDF: paragraphs, pages and what is told of them."""

from __future__ import annotations

import pytest

from claims.model import BlockRole
from tests.factcheck.read import files
from tests.factcheck.read.story import (
    CLOSED,
    FIRST,
    SECOND,
    TITLE,
    body,
    only,
    put,
    stamp,
)

# --------------------------------------------------------------------------------------------------------- office files


def test_word() -> None:
    parts = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>By Ana Whitfield</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Published March 5, 2031, 9:30 a.m. EST</w:t></w:r></w:p>"
        "<w:p><w:r><w:t xml:space='preserve'>It was closed on </w:t></w:r><w:del><w:r><w:delText>Sunday</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Monday</w:t></w:r></w:ins><w:r><w:t>, the city said.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Table 77</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two lanes are shut.</w:t></w:r></w:p>"
    )
    article = only(put("a.docx", files.docx(parts, "Bridge shut", "Desk")))
    assert (article.title, article.author, stamp(article)) == ("Bridge shut", "Desk", "2031-03-05T09:30-300 dateline")
    assert body(article) == ["It was closed on Monday, the city said.", "Two lanes are shut."]
    assert [each.paragraph for each in article.locators] == [1, 2, 3, 4, 5]
    assert [article.blocks[number].role for number in (0, 1, 2)] == [
        BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.DATELINE,
    ]  # fmt: skip


def test_a_paragraph_within_another_in_word() -> None:
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>Two lanes are shut.</w:t></w:r></w:p></w:txbxContent></w:r>"
    parts = f"<w:p><w:r><w:t>It was closed on Monday, </w:t></w:r>{box}<w:r><w:t>the city said.</w:t></w:r></w:p>"
    article = only(put("a.docx", files.docx(parts)))
    assert body(article) == ["Two lanes are shut.", "It was closed on Monday, the city said."]


@pytest.mark.parametrize(
    ("mark", "shown"), [("<w:vanish/>", False), ('<w:vanish w:val="1"/>', False), ('<w:vanish w:val="0"/>', True)]
)
def test_hidden_words_in_word(mark: str, shown: bool) -> None:
    hidden = f"<w:r><w:rPr>{mark}</w:rPr><w:t>Check: nine? </w:t></w:r>"
    parts = f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{hidden}<w:r><w:t>Seven boats sank.</w:t></w:r></w:p>"
    assert only(put("a.docx", files.docx(parts))).text == ("Check: nine? " * shown) + "Seven boats sank.\n"


def test_writer() -> None:
    parts = (
        '<text:h text:outline-level="1">Bridge closed</text:h><text:p>It was <text:span>closed</text:span> on<text:s/>Monday'
        "<text:note><text:note-body><text:p>Note 9.</text:p></text:note-body></text:note>, the city said.</text:p>"
        "<text:list><text:list-item><text:p>Two lanes are shut.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>77</text:p></table:table-cell></table:table-row></table:table>"
    )
    article = only(put("a.odt", files.odt(parts, "Bridge shut")))
    assert (article.title, stamp(article)) == ("Bridge shut", "")
    assert body(article) == ["It was closed on Monday, the city said.", "Two lanes are shut."]


# ------------------------------------------------------------------------------------------------------------------ PDF


def test_pdf_paragraphs_pages_and_furniture() -> None:
    def page(number: int, lines: list[str]) -> list[files.Shown]:
        edge: list[files.Shown] = [(72, 770, 8, "City of Aldermoor - statement"), (300, 20, 8, f"Page {number} of 3")]
        return [*edge, *files.column(72, 700, lines)]

    first = [
        "The bridge was closed on Monday after a truck struck its north-",
        "ern side, the city of Aldermoor said in a state-",
    ]
    article = only(
        put(
            "a.pdf",
            files.pdf(
                [
                    [(72, 735, 20, TITLE), *page(1, first)],
                    page(
                        2,
                        [
                            "ment that was read out at noon.",
                            "Repairs will take nine weeks.",
                            "",
                            "They cost $6.2 million.",
                        ],
                    ),
                    page(3, ["The bridge was built in 1962."]),
                ],
                "Microsoft Word - final2.docx",
            ),
        )
    )
    assert article.title == TITLE
    assert body(article) == [
        f"{CLOSED} the city of Aldermoor said in a statement that was read out at noon.",
        "Repairs will take nine weeks.",
        "They cost $6.2 million.",
        "The bridge was built in 1962.",
    ]
    assert [(each.page, each.paragraph) for each in article.locators] == [
        (1, 1), (1, 2), (2, 2), (2, 3), (2, 4), (3, 5),
    ]  # fmt: skip
    assert article.locators[2].span.of(article.text).startswith("ment that was")


@pytest.mark.parametrize("woven", [False, True])
def test_pdf_columns_are_read_one_after_the_other(woven: bool) -> None:
    left = [f"left line {number} of words that fill the column" for number in "abcdefgh"]
    right = [f"right line {number} of words that fill the column" for number in "abcdefgh"]
    one, two = files.column(60, 650, left), files.column(330, 650, right)
    shown = [line for pair in zip(one, two, strict=True) for line in pair] if woven else [*one, *two]
    article = only(
        put("a.pdf", files.pdf([[(60, 700, 18, "A headline that spans both of the columns below"), *shown]]))
    )
    words = " ".join(article.text.split())
    assert words.endswith(" ".join([*left, *right]))


@pytest.mark.parametrize("pictured", [1, 2])
def test_pages_that_are_pictures_are_told(pictured: int) -> None:
    pages: list[list[files.Shown]] = [files.column(72, 700, [FIRST]), files.column(72, 700, [SECOND]), []]
    pages[pictured] = []
    intake = put("a.pdf", files.pdf(pages, pictured={pictured}))
    assert len(intake.articles) == 1
    assert [skipped.reason for skipped in intake.skipped] == [
        f"page {pictured + 1} is a picture without text; run text recognition over it first"
    ]


def test_the_end_of_an_endless_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.formats.pdf._MOST_CHARACTERS", 50)
    intake = put("a.pdf", files.pdf([files.column(72, 700, [FIRST])]))
    assert body(intake.articles[0]) == [FIRST[:50].strip()]
    assert [skipped.reason for skipped in intake.skipped] == ["page 1 is read up to its character 50"]


def test_a_scanned_pdf_says_so() -> None:
    (skipped,) = put("a.pdf", files.pdf([[]])).skipped
    assert "only pictures of pages" in skipped.reason
