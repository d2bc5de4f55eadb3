"""Changes of real articles that may change no verdict: `python -m tests.accuracy metamorphic`.

Each story of the evaluation data is compared as it is and after each change of `tests.laws.changes`; what only one of
the two says is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck import compare
from factcheck.model import Options, StoryMode, Verdict
from tests.accuracy import poured
from tests.laws.changes import CHANGES, Change, Telling, changed, telling

_ALL = Options(story=StoryMode.ALL)


@dataclass(frozen=True, slots=True)
class Changed:
    """What one change came to over all stories."""

    change: str
    findings: int
    """What the stories say as they are."""
    lost: int
    """Findings that the changed stories do not make."""
    new: int
    """Findings that only the changed stories make."""
    conflicts: int
    """Conflicts among the lost and the new."""
    stories: int
    """Stories of which something changed."""
    left_out: int
    """Stories that the change cannot be made to."""


def measure(folder: Path, *, verbose: bool = False) -> Iterator[Changed]:
    """The figures of each change, as they come; `verbose` prints each finding that changed."""
    stories = {name: tuple(own) for name, own in poured.read(folder).items()}
    told = {name: compare(story, _ALL) for name, story in stories.items()}
    for change in CHANGES:
        befores, afters = [], []
        fit = {name: story for name, story in stories.items() if change.can_be(story)}
        for name, story in fit.items():
            befores.append(telling(told[name], change.words(story)))
            afters.append(telling(compare(change.apply(story), _ALL)))
            if verbose:
                for each in changed(befores[-1], afters[-1]):
                    print(f"{change.name}, {name}, {'lost' if each in befores[-1] else 'new'}: {each}")
        yield _counted(change, befores, afters, len(stories) - len(fit))


def _counted(change: Change, befores: list[Telling], afters: list[Telling], left_out: int) -> Changed:
    pairs = list(zip(befores, afters, strict=True))
    differing = [each for before, after in pairs for each in before ^ after]
    return Changed(
        change=change.name, findings=sum(map(len, befores)),
        lost=sum(len(before - after) for before, after in pairs),
        new=sum(len(after - before) for before, after in pairs),
        conflicts=sum(each[1] is Verdict.CONFLICT for each in differing),
        stories=sum(before != after for before, after in pairs),
        left_out=left_out,
    )  # fmt: skip


def rows(results: Iterator[Changed]) -> Iterator[str]:
    """A line a change."""
    yield f"{'change':<44} {'findings':>8} {'lost':>5} {'new':>5} {'conflicts':>9} {'stories':>7} {'left out':>8}"
    for one in results:
        figures = f"{one.findings:>8} {one.lost:>5} {one.new:>5} {one.conflicts:>9} {one.stories:>7} {one.left_out:>8}"
        yield f"{one.change:<44} {figures}"
