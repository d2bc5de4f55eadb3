"""Sentences that are not parsed hold no claim: with all of them parsed no further one is found.

Besides the example stories this reads the development stories of the evaluation data and the founding articles, where
they are (FACTCHECK_EVALUATION, FACTCHECK_SEEDS).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import claims.extract
from claims.bare import is_bare
from claims.extract import extract
from claims.model import Reading, Span, Status
from claims.reference import centre
from claims.register import Register
from claims.subject import Sentence, sentences_to_parse
from claims.view import View

CORPUS = Path(__file__).parents[2] / "corpus"
_DATA = Path(os.environ.get("FACTCHECK_EVALUATION", "../shared/bench"))
SETS = {
    "examples": CORPUS,
    "founding articles": Path(os.environ.get("FACTCHECK_SEEDS", _DATA.parent / "seeds")),
    "development stories": _DATA / "clusters" / "data",
}
_ALTERED = "perturbed"
"""Copies of other stories with a few values changed, left out for their time."""


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md") and path.stem.upper() != "README" and _ALTERED not in path.parts:
            yield path.read_text("utf-8")


@dataclass
class Watch:
    """Stands in for the prefilter: has every sentence parsed, and remembers those that the prefilter would have."""

    kept: set[Span] = field(default_factory=set)

    def __call__(
        self,
        views: Sequence[View],
        bounds: Sequence[Sequence[tuple[int, int]]],
        readings: Sequence[Sequence[Reading]],
        register: Register,
    ) -> list[Sentence]:
        kept = sentences_to_parse(views, bounds, readings, register)
        self.kept = {views[each.block].original(each.start, each.end) for each in kept}
        found = []
        centres: tuple[str, ...] = ()
        for block in range(len(views)):
            for start, end in bounds[block]:
                inside = tuple(reading for reading in readings[block] if start <= reading.core.start < end)
                found.append(Sentence(block, start, end, inside, centres))
                centres = centre(register, block, start, end, centres)
        return found


@pytest.mark.parametrize("name", SETS)
def test_no_claim_stands_in_a_sentence_that_is_passed_over(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not SETS[name].is_dir():
        pytest.skip(f"{SETS[name]} is absent")
    watch = Watch()
    monkeypatch.setattr(claims.extract, "sentences_to_parse", watch)
    found = 0
    for text in _texts(SETS[name]):
        told = [claim for claim in extract(text).claims if claim.status is not Status.WITHDRAWN]
        assert {claim.sentence for claim in told} <= watch.kept
        found += len(told)
    assert found


def test_sentences_without_a_number_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sentence] = []

    def watched(*given: object) -> list[Sentence]:
        seen.extend(sentences_to_parse(*given))  # type: ignore[arg-type]
        return list(seen)

    monkeypatch.setattr(claims.extract, "sentences_to_parse", watched)
    extract("The pier burned. Two people died. Nobody knows why. It was rebuilt in 2019.")
    assert [sentence.start for sentence in seen] == [17, 52]
    assert all(any(reading.comparable or is_bare(reading) for reading in each.readings) for each in seen)
