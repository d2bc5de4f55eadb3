"""`factcheck claims`: its formats, what it shows, and the text that offsets count."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import TEXT, Outcome

Run = Callable[..., Outcome]
ENDS = "The ferry sank.\r\nIt had 12 people aboard.\rNine\u2028boats\x0bcame\x85late.\n"


def test_the_table_names_place_words_value_and_what_they_are_said_of(factcheck: Run) -> None:
    out = factcheck("claims", "in/a.txt").out
    assert out.startswith("a  in/a.txt, no date\n")
    (row,) = [row.split() for row in out.splitlines() if "people" in row]
    assert row[:6] == ["1:31", "count", "12", "people", "12", "people"]
    assert "»" not in out


def test_the_formats_tell_the_same(factcheck: Run) -> None:
    whole = json.loads(factcheck("claims", "in", "--output-format", "json").out)
    assert whole["schema"] == "factcheck.claims/1"
    lines = [json.loads(line) for line in factcheck("claims", "in", "--output-format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(factcheck("claims", "in", "--output-format", "csv").out)))
    for name in ("reading", "claim"):
        quotes = [each["quote"] for each in whole[f"{name}s"]]
        assert len(quotes) >= 4
        assert [line["quote"] for line in lines if line["type"] == name] == quotes
        assert [row["quote"] for row in rows if row["type"] == name] == quotes


@pytest.mark.parametrize(("show", "empty"), [("claims", "readings"), ("readings", "claims"), ("all", "")])
def test_what_is_shown(factcheck: Run, show: str, empty: str) -> None:
    whole = json.loads(factcheck("claims", "in", "--output-format", "json", "--show", show).out)
    assert [name for name in ("readings", "claims") if not whole[name]] == [empty] * bool(empty)
    assert factcheck("claims", "in", "--show", show).out.count("12 people") == 2


def test_the_text_is_printed_as_offsets_count_it(factcheck: Run) -> None:
    Path("odd.txt").write_bytes(b"\xef\xbb\xbf" + ENDS.encode())
    assert factcheck("claims", "--text", "odd.txt", "-o", "text.txt").status == 0
    text = Path("text.txt").read_bytes().decode()
    assert text == ENDS
    for each in json.loads(factcheck("claims", "odd.txt", "--output-format", "json").out)["readings"]:
        assert text[each["start"] : each["end"]] == each["quote"]
    assert factcheck("claims", "--text", "in/a.txt").out == TEXT
    several = factcheck("claims", "--text", "in").out
    assert several.startswith(f"==> in/a.txt <==\n{TEXT}\n\n==> in/b.txt <==\n")


def test_a_number_too_long_to_be_read_is_told_with_its_place(factcheck: Run) -> None:
    Path("long.txt").write_text(f"Nine boats searched.\r\rThe vault held {'7' * 30} coins.\n")
    outcome = factcheck("claims", "long.txt", "--output-format", "json")
    assert json.loads(outcome.out)["skipped"] == [
        {"what": "long.txt:3:16", "reason": "a number of 30 digits is not read: no figure of the news is so long"}
    ]
    assert outcome.err.startswith("long.txt:3:16: a number of 30 digits")
    assert factcheck("claims", "long.txt", "--quiet").err == ""


def test_a_spelt_out_format_writes_a_file(factcheck: Run) -> None:
    outcome = factcheck("claims", "in", "--output-format", "csv", "-o", "out.csv")
    assert (outcome.status, outcome.out) == (0, "")
    assert Path("out.csv").read_text("utf-8").startswith("type,article,source,kind,quote,")
