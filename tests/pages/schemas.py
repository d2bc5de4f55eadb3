"""Draws the reference of what is written as JSON, from the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from factcheck.report.safe import inline

Schema = dict[str, Any]
_SCHEMAS = {
    "schema.json": "What `--output-format json` writes for `compare`, `check` and `demo`, and what `report` reads.",
    "claims.schema.json": "What `factcheck claims --output-format json` writes.",
    "catalogue.schema.json": "What `factcheck rules` and `factcheck kinds` write with `--output-format json`.",
}
_HEAD = """# JSON

Drawn from the schemas by `make docs`. They lie in the installed package, in `factcheck/report/`. Fields may be added; a
field that is there keeps its meaning until the number in the schema's name changes. Fields marked with \\* are always
there; `x[]` stands for each element of a list `x`. What the values mean: [Reports](reports.md#json).
"""


def schemas() -> str:
    """The page: for each schema its fields, then those of the objects that it names."""
    return "\n".join([_HEAD, *(line for name, says in _SCHEMAS.items() for line in _schema(name, says))])


def _schema(name: str, says: str) -> Iterator[str]:
    schema = json.loads(files("factcheck.report").joinpath(name).read_text("utf-8"))
    yield f"## {schema['title']}\n\n{says} The schema: `{name}`.\n"
    yield from _table(schema)
    for title, shape in schema.get("$defs", {}).items():
        yield f"### {title}\n\n{inline(shape.get('description', ''))}\n".replace("\n\n\n", "\n")
        yield from _table(shape)


def _table(shape: Schema) -> Iterator[str]:
    rows = list(_rows(shape, ""))
    yield "\n".join(["| field | type | |", "| --- | --- | --- |", *rows, ""]) if rows else f"{_type(shape)}\n"


def _rows(shape: Schema, above: str) -> Iterator[str]:
    for name, field in shape.get("properties", {}).items():
        always = " \\*" if name in shape.get("required", ()) else ""
        yield f"| `{above}{name}`{always} | {_type(field)} | {inline(field.get('description', ''))} |"
        if "items" in field:
            yield from _rows(field["items"], f"{above}{name}[].")
        yield from _rows(field, f"{above}{name}.")


def _type(field: Schema) -> str:
    """The type in a few words; a named object leads to its section, in the report's part where it is shared."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return ", ".join(f"`{each}`" for each in field["enum"])
    for several in ("anyOf", "oneOf", "allOf"):
        if several in field:
            return " or ".join(map(_type, field[several]))
    kinds = field.get("type", "any")
    kind = " or ".join(kinds) if isinstance(kinds, list) else kinds
    return f"list of {_type(field['items'])}" if "items" in field and kind == "array" else inline(kind)
