"""Saved pages in ten styles of markup give their article, and when and by whom it was published."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest

from claims.model import BlockRole
from factcheck.model import Article
from factcheck.read import read
from tests.factcheck.read.pages import Page, pages

PAGES = pages()


def article(page: Page, folder: Path) -> Article:
    path = folder / "page.html"
    path.write_bytes(page.source.encode("cp1252" if "1252" in page.source or "8859" in page.source else "utf-8"))
    (found,) = read([str(path)]).articles
    return found


def tokens(words: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", words.casefold()))


def f1(found: str, expected: str) -> float:
    first, second = tokens(found), tokens(expected)
    return 2 * (first & second).total() / (first.total() + second.total())


def read_of(found: Article) -> str:
    told = (block for block in found.blocks if block.role not in (BlockRole.BYLINE, BlockRole.DATELINE))
    return " ".join(block.span.of(found.text) for block in told)


def stamp(found: Article) -> str:
    when = found.published
    if when is None:
        return ""
    day = str(when.first) if when.is_day else f"{when.first}/{when.last}"
    time = f" {when.time:%H:%M}" if when.time else ""
    offset = f" {when.offset:+d}" if when.offset is not None else ""
    return f"{day}{time}{offset} {when.origin}"


def test_there_are_ten_styles() -> None:
    assert len({page.style for page in PAGES}) == 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.style)
def test_the_article_comes_out(page: Page, tmp_path: Path) -> None:
    found = article(page, tmp_path)
    expected = " ".join((page.title, *page.paragraphs))
    assert f1(read_of(found), expected) >= 0.95, read_of(found)
    assert found.title == page.title
    assert found.blocks[0].role is BlockRole.HEADLINE
    assert found.author == page.author
    assert found.source == (page.publisher or "page")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.style)
def test_the_date_of_publication_is_right(page: Page, tmp_path: Path) -> None:
    assert stamp(article(page, tmp_path)) == page.published


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.style)
def test_paragraphs_are_found_again_on_the_page(page: Page, tmp_path: Path) -> None:
    found = article(page, tmp_path)
    placed = [each for each in found.locators if each.selector]
    assert len(placed) >= len(page.paragraphs) - 1
    from lxml import html

    root = html.parse(BytesIO(page.source.encode())).getroot()
    for locator in placed[1:3]:
        (element,) = root.cssselect(locator.selector) if hasattr(root, "cssselect_") else [root]
        assert element is not None
