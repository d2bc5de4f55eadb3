"""All formats together: known by their beginning, quoted where they stand, named in the documentation."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.read import FORMATS, read
from tests.factcheck.read import files
from tests.factcheck.read.story import (
    FIRST,
    ITEM,
    MAIL,
    PAGE,
    RECORD,
    SECOND,
    TEXT,
    TITLE,
    only,
    put,
    stamp,
)


@pytest.mark.parametrize(
    ("start", "title"),
    [(PAGE.source, PAGE.title), (json.dumps(RECORD), TITLE), (MAIL.format(subject=TITLE) + "\n" + TEXT, TITLE),
     (ITEM.format(n=1, title=TITLE, first=FIRST, second=SECOND), TITLE)],
    ids=["page", "json", "mail", "newsml"],
)  # fmt: skip
def test_a_file_without_a_telling_name_is_known_by_its_beginning(start: str, title: str) -> None:
    assert only(put("saved", start)).title == title


def test_every_extracted_quote_stands_where_it_is_said_to() -> None:
    article = only(put("a.html", PAGE.source))
    assert article.locators
    for locator, block in zip(article.locators, article.blocks, strict=False):
        assert locator.span == block.span


def test_the_files_own_dates_are_never_used() -> None:
    Path("a.txt").write_text(TEXT)
    assert only(read(["a.txt"])).published is None
    assert stamp(only(put("a.docx", files.docx(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>")))) == ""
    assert time.localtime().tm_year  # the clock is there and is not asked


def test_the_table_of_formats_names_them_all() -> None:
    table = (Path(__file__).parents[3] / "docs" / "articles.md").read_text("utf-8")
    for known in FORMATS:
        assert f"| {known.name} | {', '.join(f'`{each}`' for each in known.suffixes)} | {known.keeps} |" in table
