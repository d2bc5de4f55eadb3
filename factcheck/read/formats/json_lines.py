"""JSON Lines: an article a line, read line by line. A line that is broken is told and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.read.document import Document, Format, Refused
from factcheck.read.formats.json_articles import of_record, whole_number
from factcheck.read.terms import DEFAULT, Terms

_LONGEST_LINE = 5
"""How many times an article a line may be long: fields and escapes."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document | Refused]:
    """The articles of a file of JSON Lines."""
    number, longest = 0, _LONGEST_LINE * terms.limits.article_length
    while line := file.readline(longest + 1):
        number += 1
        if len(line) > longest:
            yield Refused(f"line {number}", f"it is longer than {longest:,} bytes; split it")
            while line and not line.endswith(b"\n"):
                line = file.readline(longest)
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig", "replace"), parse_int=whole_number)
        except (ValueError, RecursionError):
            yield Refused(f"line {number}", "this line is no JSON; mend or remove it")
            continue
        yield of_record(record, number, terms=terms)


FORMAT = Format("JSON Lines", (".jsonl", ".ndjson"), read, "an article a line, fields as for JSON; read line by line")
