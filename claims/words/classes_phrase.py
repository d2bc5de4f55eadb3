"""Forms of several words ("take into custody", "lose * life") in a row of lemmas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.words.classes_table import GAP, GAP_WORDS, Pos, tables
from claims.words.spelling import american


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the tables found in a row of lemmas."""

    start: int
    """Position of its first lemma."""
    end: int
    """Position after its last lemma."""
    classes: frozenset[str]
    """Classes it belongs to."""
    pos: Pos
    """Its part of speech in the tables."""


def classes_in(lemmas: Sequence[str]) -> tuple[Hit, ...]:
    """Multiword forms in a row of lemmas, leftmost and longest first, none overlapping; hyphens are skipped."""
    words = [(at, american(lemma.lower())) for at, lemma in enumerate(lemmas) if lemma not in ("-", "–")]
    found: list[Hit] = []
    at = 0
    while at < len(words):
        best = _longest(words, at)
        if best is None:
            at += 1
            continue
        stop, hit = best
        found.append(hit)
        at = stop
    return tuple(found)


def _longest(words: Sequence[tuple[int, str]], at: int) -> tuple[int, Hit] | None:
    best: tuple[int, int, Pos] | None = None
    ids: set[str] = set()
    for form, pos, name in tables().phrases.get(words[at][1], ()):
        stop = _match(words, at, form)
        if stop is None:
            continue
        rank = (len([word for word in form if word != GAP]), stop, pos)
        if best is None or rank[:2] > best[:2]:
            best, ids = rank, {name}
        elif rank == best:
            ids.add(name)
    if best is None:
        return None
    return best[1], Hit(words[at][0], words[best[1] - 1][0] + 1, frozenset(ids), best[2])


def _match(words: Sequence[tuple[int, str]], at: int, form: Sequence[str]) -> int | None:
    """Position after `form` laid at `at`, each gap as short as it can be, or None."""
    for index, word in enumerate(form):
        if word == GAP:
            rest = form[index + 1 :]
            starts = range(at, min(at + GAP_WORDS, len(words) - 1) + 1)
            return next((stop for start in starts if (stop := _match(words, start, rest)) is not None), None)
        if at >= len(words) or words[at][1] != word:
            return None
        at += 1
    return at
