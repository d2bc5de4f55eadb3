"""JSON Lines: an article a line, read line by line. A line that is broken is told and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.read.document import Document, Format, Refused
from factcheck.read.formats.json_articles import of_record
from factcheck.read.limits import LONGEST

_LONGEST_LINE = 5 * LONGEST


def read(file: BinaryIO) -> Iterator[Document | Refused]:
    """The articles of a file of JSON Lines."""
    number = 0
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            yield Refused(f"line {number}", f"it is longer than {_LONGEST_LINE:,} bytes; split it")
            while line and not line.endswith(b"\n"):
                line = file.readline(_LONGEST_LINE)
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            yield Refused(f"line {number}", "this line is no JSON; mend or remove it")
            continue
        yield of_record(record, number)


FORMAT = Format("JSON Lines", (".jsonl", ".ndjson"), read, "an article a line, fields as for JSON; read line by line")
