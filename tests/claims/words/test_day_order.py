"""Which order of dates in figures an article tells."""

from __future__ import annotations

import pytest

from claims.words.day_order import day_first


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["It shut on 25/4/2019 and reopened on 3/5/2019."], True),
        (["It shut on 4/25/2019.", "It reopened on 3/5/2019."], False),
        (["It shut on 25 April and reopened on 3/5/2019."], True),
        (["It shut on April 25 and reopened on 3/5/2019."], False),
        (["It reopened on 3/5/2019."], None),
        (["It shut on 25 April."], None),  # nothing to decide
        (["Scores of 25/4 and 4/25 mean nothing."], None),
    ],
)
def test_the_article_tells_its_order(texts: list[str], expected: bool | None) -> None:
    assert day_first(texts) is expected
