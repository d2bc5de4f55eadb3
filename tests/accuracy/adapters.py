"""Fields of the public API in the form the evaluation sets ask for. They map and decide nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from claims.extract import read
from claims.model import Modality, Published, Reading

_CHANGE = {
    Modality.ABOUT: "~", Modality.ALMOST: "~", Modality.VAGUE: "~", Modality.MORE_THAN: ">", Modality.AT_LEAST: ">",
    Modality.LESS_THAN: "<", Modality.AT_MOST: "<", Modality.EXACT: "=", Modality.BETWEEN: "=",
}  # fmt: skip


def quantity(row: dict[str, Any]) -> dict[str, Any]:
    """Readings of one sentence that carry a number."""
    found = [_quantity(reading) for reading in read(row["text"]) if reading.value.amounts]
    return {"id": row["id"], "text": row["text"], "quantities": found}


def _quantity(reading: Reading) -> dict[str, Any]:
    value = reading.value
    amounts = [float(amount) for amount in value.amounts]
    unit = value.written_unit or (reading.noun.lemma if reading.noun else "")
    return {
        "value": amounts[0] if len(amounts) == 1 else amounts,
        "unit": f"{unit} per {reading.per}" if reading.per else unit,
        "change": value.trend or _CHANGE[value.modality],
        "span": [reading.core.start, reading.core.end],
    }


def temporal(row: dict[str, Any]) -> dict[str, Any]:
    """Time expressions of one document, read with its creation time."""
    day = dt.date.fromisoformat(row["dct"][:10])
    found = [
        {"span": [reading.core.start, reading.core.end], "type": reading.timex.type, "value": reading.timex.value}
        for reading in read(row["text"], published=Published(day, day))
        if reading.timex
    ]
    return {"id": row["id"], "timexes": found}
