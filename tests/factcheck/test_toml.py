"""What we write as TOML is read back as it was."""

from __future__ import annotations

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.toml import string


@given(st.text(alphabet=st.characters(codec="utf-8")))
@example('\x7f and \x00, \\ and "quotes"\r\n')
def test_any_words_come_back(words: str) -> None:
    assert tomllib.loads(f"a = {string(words)}") == {"a": words}


def test_half_a_pair_of_surrogates_does_no_harm() -> None:
    assert string("x\ud800") == '"x?"'
