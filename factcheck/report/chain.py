"""How a finding came about, in readable form: what was read, why it is held for one fact, which rule decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Step
from factcheck.report.paint import Line, Style, line
from factcheck.report.safe import plain

READ, ALIGNED = "read", "aligned"
_HEADS = {READ: "Read as", ALIGNED: "Held for one fact: log-odds, the parts that weigh most first"}
_RULES = "Rules, in the order of the ladder"
_PART = re.compile(
    r"(?:^|; )(?P<name>[a-z][a-z -]*) (?P<score>[+-]\d+\.\d+) (?P<says>\(.*?\))(?=; [a-z][a-z -]* [+-]\d|$)"
)
_LIGHT = 0.1
"""Parts of the score that weigh less are told in one line together."""


def told(chain: Sequence[Step], indent: int) -> Iterator[Line]:
    """The steps of a chain under three headings; a step of a kind that is not known stands under its own name."""
    head = ""
    for step in chain:
        here = _HEADS.get(step.step, _RULES if step.step.startswith("FC") else step.step)
        if here != head:
            yield line((plain(here), Style.FAINT), indent=indent)
            head = here
        for words in _says(step):
            yield line(plain(words), indent=indent + 2)


def in_words(chain: Sequence[Step]) -> Iterator[str]:
    """The same, one plain sentence or line a step, for pages that bring their own layout."""
    for step in chain:
        yield from _says(step)


def _says(step: Step) -> Iterator[str]:
    match step.step:
        case "read":
            yield step.says
        case "aligned":
            yield from _parts(step.says)
        case rule:
            yield f"{rule} {step.says}" if rule.startswith("FC") else step.says


def _parts(says: str) -> Iterator[str]:
    """A score as a small table, the heaviest part first; words of another form stay as they are."""
    total, _, sum_of = says.partition(" = ")
    parts = [(float(part["score"]), part["name"], part["says"]) for part in _PART.finditer(sum_of)]
    if not parts:
        yield says
        return
    yield f"{total} in all"
    for score, name, why in sorted(parts, key=lambda part: -abs(part[0])):
        if abs(score) >= _LIGHT:
            yield f"{score:+.2f} {name} {why}"
    light = [score for score, _, _ in parts if abs(score) < _LIGHT]
    if light:
        yield f"{sum(light):+.2f} {len(light)} lighter parts" if len(light) > 1 else f"{light[0]:+.2f} a lighter part"
