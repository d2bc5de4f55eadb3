"""Words are cut as the English Web Treebank cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parse.tokens import tokens


@pytest.mark.parametrize(
    "cut",  # "~" stands before a word that no space separates from the last one
    [
        "Lopez ~, 26 ~, pleaded guilty on Oct. 15 to 27 counts ~.",
        "The 26 ~- ~year ~- ~old driver of the U.S. truck was going 85 mph ~.",
        '" ~He did ~n\'t stop ~, ~" Lt. J.R. Stone said ~.',
        "It ~'s Mira ~'s and the owners ~' house ~, is ~n't it ~?",
        "The fine of $ ~2.5 million ( ~US$ ~1,200 a day ~) is 3.5 ~% of sales ~.",
        "It opens at 7 a.m. on 12/25/2021 and closes at 9:30 p.m.",
        "Non-profit and well ~- ~known groups met in 2019 ~– ~20 ~.",
        "They can ~not pay € ~75 ~m or £ ~1.2 ~bn for 20 ~km of road ~.",
        "Hawks beat Bears 3 ~- ~1 ~; see https://example.org/a-b?c=1 or mail a.b@example.org ~.",
        "The No. 5 seed — ranked 2nd in the 1990s — lost ~...",
        "Was it Covid ~- ~19 and ~/ ~or flu on flight A ~- ~320 ~? No ~.",
        "He ~'ll be 40 ~; they ~'ve won '90s cups ~.",
        "Call 555-0100 ( ~not 555-0199 ~) ~.",
    ],
)
def test_cut(cut: str) -> None:
    text = cut.replace(" ~", "").replace("~", "")
    assert [text[start:end] for start, end in tokens(text)] == cut.replace("~", "").split()


@given(st.text(alphabet="aB1 .,!?\"'($-é—/%:@", max_size=60))
def test_every_character_but_white_space_is_in_one_word(text: str) -> None:
    found = tokens(text)
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(start < end for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)


@pytest.mark.parametrize("piece", ["-", "a-", ".", "'", "(", "1,", "a/"])
def test_long_runs_do_not_hang(piece: str) -> None:
    assert tokens(piece * 20_000)
