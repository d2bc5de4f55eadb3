"""Every kind finds its own examples and stays silent where it must, with the kinds before it reading first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from claims.kind import Example, Kind, Passage
from claims.kinds import KINDS, show
from claims.model import Published, Reading
from claims.sentences import sentences
from claims.view import view_of

FOUND = [(kind, example) for kind in KINDS for example in kind.examples]
SILENT = [(kind, text) for kind in KINDS for text in kind.silent]


def _readings(text: str, published: str) -> tuple[Passage, list[Reading]]:
    day = dt.date.fromisoformat(published) if published else None
    view = view_of(text)
    passage = Passage(view.text, sentences(view.text), Published(day, day) if day else None)
    for kind in KINDS:
        passage = replace(passage, taken=(*passage.taken, *kind.find(passage)))
    return passage, sorted(passage.taken, key=lambda reading: reading.span)


@pytest.mark.parametrize(("kind", "example"), FOUND, ids=[f"{kind.name}: {example.text}" for kind, example in FOUND])
def test_kind_finds_its_examples(kind: Kind, example: Example) -> None:
    passage, readings = _readings(example.text, example.published)
    assert tuple(show(reading, passage.text) for reading in readings if reading.kind == kind.name) == example.finds


@pytest.mark.parametrize(("kind", "text"), SILENT, ids=[f"{kind.name}: {text}" for kind, text in SILENT])
def test_kind_stays_silent(kind: Kind, text: str) -> None:
    passage, readings = _readings(text, "")
    assert [show(reading, passage.text) for reading in readings if reading.kind == kind.name] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kind_has_examples_both_ways(kind: Kind) -> None:
    assert kind.examples
    assert kind.silent


def test_register_holds_every_kind_of_the_folder() -> None:
    folder = Path(str(import_module("claims.kinds").__file__)).parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == {kind.name for kind in KINDS}


@pytest.mark.parametrize(("kind", "example"), FOUND, ids=[f"{kind.name}: {example.text}" for kind, example in FOUND])
def test_cores_lie_inside_their_readings(kind: Kind, example: Example) -> None:
    passage, readings = _readings(example.text, example.published)
    for reading in readings:
        assert reading.span.covers(reading.core)
        assert reading.value.words in reading.span.of(passage.text) or reading.kind != kind.name
