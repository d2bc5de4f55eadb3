"""What we write as TOML is read back as it was."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.toml import loads, string


@given(st.text(alphabet=st.characters(codec="utf-8")))
@example('\x7f and \x00, \\ and "quotes"\r\n')
def test_any_words_come_back(words: str) -> None:
    assert tomllib.loads(f"a = {string(words)}") == {"a": words}


def test_half_a_pair_of_surrogates_does_no_harm() -> None:
    assert string("x\ud800") == '"x?"'


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0])
def test_a_number_of_64_bits_is_read(number: int) -> None:
    assert loads(f"a = [{{b = {number}}}]") == {"a": [{"b": number}]}


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, f"0x{'f' * 5000}"])
def test_a_longer_one_is_refused_wherever_it_stands(number: object) -> None:
    with pytest.raises(ValueError, match="a whole number of more than 64 bits"):
        loads(f"a = [1, {{b = [{number}]}}]")
