"""Made-up claims as one line each, in blocks, for measuring how aligning grows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_WHAT = "people killed|people injured|homes destroyed|passengers aboard|workers on strike|villages cut off".split("|")
_HOW = "in {}|near {}|at {}, officials said|around {}|outside the town of {}|in the {} valley".split("|")
_PLACES = "Barel Corven Dalmont Ferrin Gallow Halden Ivermark Jasper Keld Lorne Marsk Norrin Orvesh Pellin".split()
_COPIES = 1 / 3
"""Share of claims that repeat an earlier one of their block word for word, as copies of agencies do."""
_MEAN = 40
"""Claims to a block, on average; some blocks hold many times as many."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a claim is about, in a few words, and the block that it stands in."""

    block: int
    text: str


def lines(size: int, seed: int = 1) -> Iterator[Line]:
    """`size` claims; the number of blocks grows with it, and their sizes spread as far as those of news stories do."""
    chance = random.Random(seed)
    made = block = 0
    while made < size:
        place = chance.choice(_PLACES) + chance.choice(_PLACES).lower()
        told: list[str] = []
        for _ in range(min(size - made, int(_MEAN * 0.5 * chance.paretovariate(2)))):
            told.append(chance.choice(told) if told and chance.random() < _COPIES else _line(chance, place))
            yield Line(block, told[-1])
            made += 1
        block += 1


def _line(chance: random.Random, place: str) -> str:
    text = f"{chance.choice(_WHAT)} {chance.choice(_HOW).format(place)}"
    if chance.random() < 0.3:
        text = f"{text} on {chance.choice(['Monday', 'Tuesday', 'Friday', 'Sunday'])}"
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :] if chance.random() < 0.2 else text
