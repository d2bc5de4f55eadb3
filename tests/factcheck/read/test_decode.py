"""Files in any common encoding become text; what is no text is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableError
from factcheck.read.decode import decode

WORDS = "The café’s owner, José Peña, 52, paid £45 – “a fair price” – for the naïve painting.\r\nIt was 30 °C.\n"
CAFE = "Le café coûte 5 £. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WORDS, "utf-8"),
        (WORDS, "utf-8-sig"),
        (WORDS, "utf-16"),
        (WORDS, "utf-32"),
        (WORDS, "cp1252"),
        (CAFE, "latin-1"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "The fire hurt 12–15 guests and cost €5.2 million – or £4.4 million.",
        "It cost €5 million.",
        "She said—“no way”—and left.",
        "• It didn’t rain. Brand™ is from São Paulo.",
        "Škoda’s bid for the Ñ brand and 5 km² of land.",
        "“Œuvre” by Žižek, 7½ hours at 30 °C, Smith‡ said…",
    ],
)
def test_cp1252_is_told_from_mac_roman(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, ())


@pytest.mark.parametrize(
    "text",
    ["It cost €5 million.", "The toll was 12–15.", "“No,” he didn’t say.", "The naïve façade of a café.", "30 °C"],
)
def test_mac_roman_is_known_by_its_signs_and_told(text: str) -> None:
    found, (remark,) = decode(text.encode("mac_roman"))
    assert found == text
    assert "taken for Mac Roman" in remark


@pytest.mark.parametrize(
    "text",
    ["It cost €5 million.", "The café charged 5 € for 30 °C water.", "The manœuvre took 2 days.", "Škoda sold it."],
)
def test_iso_8859_15_is_known_by_its_euro_signs_and_letters_and_told(text: str) -> None:
    found, (remark,) = decode(text.encode("iso8859-15"))
    assert found == text
    assert "taken for ISO 8859-15" in remark


@pytest.mark.parametrize("text", ["It took 7½ hours.", "The ¤ sign; ¼ of 30 °C.", "café, naïve, 5½ × 2¾ m"])
def test_cp1252_is_told_from_iso_8859_15(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, ())


def test_one_odd_byte_costs_one_character_and_too_many_the_file() -> None:
    text, remarks = decode(WORDS.encode("cp1252") + b"\x9d")
    assert text == WORDS + "\ufffd"
    assert remarks == ("1 broken characters are read as \ufffd; save the file again as UTF-8",)
    with pytest.raises(UnreadableError, match="encoding is not known"):
        decode(b"Port " + b"\x81\x8f\x90" * 9)


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_with_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding)) == (WORDS, ())


def test_a_few_broken_bytes_do_not_turn_the_rest_into_noise() -> None:
    data = WORDS.encode() * 3
    text, remarks = decode(data[:200] + b"\xff" + data[200:])
    assert text.count("\ufffd") == 1
    assert text.replace("\ufffd", "") == WORDS * 3
    assert "1 broken" in remarks[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00", "office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        (b"A text with a \x00 in it", "binary"),
        (b"\x01\x02\x03\x04 ", "binary"),
        (b"\xff\xfeA", "not"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableError:
        return
    assert isinstance(text, str)
    assert not text.startswith("\ufeff") or data.startswith((b"\xef\xbb\xbf" * 2, b"\xff\xfe", b"\xfe\xff", b"\0"))
