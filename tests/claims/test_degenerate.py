"""Where the parse says nothing (headlines, capitals, lists, a parser astray), token patterns still read and claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from claims import extract
from claims.nlp import Parser, parser
from claims.tree import Tree

Hang = Callable[[int], int]


def _flat(_: int) -> int:
    return 0


def _chain(at: int) -> int:
    return max(at - 1, 0)


def _with_heads(hang: Hang) -> Parser:
    """The bundled parser's words and tags under heads that mean nothing."""

    def read(sentences: Sequence[str], _plain: Mapping[str, str]) -> list[Tree]:
        return [
            Tree(tuple(replace(at, head=hang(at.i), dep="dep" if at.i else "root") for at in tree.tokens))
            for tree in parser().trees(sentences)
        ]

    return Parser("astray", read)


TEXTS = [
    ("FERRY SINKS OFF PORT HAVELIN, 5 DEAD, 12 HURT", ["5 DEAD", "12 HURT"]),
    ("5 dead, 12 hurt as ferry sinks off Port Havelin", ["5 dead", "12 hurt"]),
    ("- 5 dead\n- 12 injured\n", ["5 dead", "12 injured"]),
    ("Five people died and 12 others were injured when the ferry sank.", ["Five people", "12 others"]),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_the_bundled_parser(text: str, wanted: list[str]) -> None:
    assert [claim.span.of(text) for claim in extract.extract(text).claims if claim.kind == "count"] == wanted


@pytest.mark.parametrize("hang", [_flat, _chain])
@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_trees_that_mean_nothing(text: str, wanted: list[str], hang: Hang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "parser", lambda _: _with_heads(hang))
    found = extract.extract(text)
    assert [claim.span.of(text) for claim in found.claims if claim.kind == "count"] == wanted
    assert [reading.span.of(text) for reading in found.readings] == wanted
