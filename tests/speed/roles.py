"""Reading with roles, beside the same pipeline on every sentence and beside readers without roles."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

from claims.extract import extract
from claims.nlp import BUNDLED
from tests.speed.ratio import Ratio, spent
from tests.speed.readers import readers

_ROUNDS = 3
_GOALS = {"dateparser search_dates": 1.3, "quantulum3": 3.5}


def ratios(texts: Sequence[str]) -> Iterator[Ratio]:
    """How many times as fast as each of them we read `texts`, one at a time."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(BUNDLED)
    for text in texts[:3]:
        extract(text), nlp(text)
    ours = spent(lambda: [extract(text) for text in texts], _ROUNDS)
    words = sum(len(text.split()) for text in texts)
    told = f"{words / ours:,.0f} words/s"
    one = spent(lambda: [nlp(text) for text in texts], _ROUNDS)
    yield Ratio("with roles: times the pipeline on every sentence", one / ours, 2.5, False, told)
    whole = spent(lambda: list(nlp.pipe(texts)), _ROUNDS)
    yield Ratio("with roles: times the pipeline on all texts in batches", whole / ours, 2.5, False)
    for reader in readers():
        if reader.name in _GOALS:
            for text in texts[:3]:
                reader.read(text)
            theirs = spent(lambda read=reader.read: [read(text) for text in texts])  # type: ignore[misc]
            yield Ratio(f"with roles: times {reader.name} alone", theirs / ours, _GOALS[reader.name], False)
