"""The table of weights holds levels that some part can give, and the score is the sum of what is told."""

from __future__ import annotations

import ast
import importlib
import math
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from claims.words.classes import Kinship
from factcheck.align import align, pair_parts
from factcheck.align.level import Words, family
from factcheck.align.likeness import Likeness
from factcheck.align.parts import PARTS, levels
from factcheck.align.score import BASE, IMPOSSIBLE, weights
from factcheck.model import Link
from tests.factcheck.align.pairs import claims
from tests.factcheck.gold import STORIES, report

FAMILIES = frozenset({"age", "count", "date", "measure"})
_ENUMS: dict[str, type[StrEnum]] = {"Likeness": Likeness, "Kinship": Kinship}
_AFTER_ALL = {"rival": "_rival", "crowd": "_crowd"}
"""Parts that only the whole story gives, with the function behind each."""
PARTS_MODULE, RIVALS = (importlib.import_module(f"factcheck.align.{name}") for name in ("parts", "rivals"))
PRIOR = Path(__file__).parents[2] / "accuracy" / "prior.toml"


@cache
def _bodies(module: ModuleType) -> dict[str, ast.AST]:
    """Functions and tables of a module by name, those of the modules that it takes parts from among them."""
    files = [Path(str(module.__file__)).with_name(f"{name}.py") for name in ("level", "around")]
    trees = [ast.parse(file.read_text("utf-8")) for file in (*files, Path(str(module.__file__)))]
    found: dict[str, ast.AST] = {}
    for node in (node for tree in trees for node in tree.body):
        match node:
            case ast.FunctionDef(name=name):
                found[name] = node
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
    return found


@cache
def words_of(module: ModuleType, function: str) -> frozenset[str]:
    """Every string in a function and in what it uses of its module, with the members of the enumerations in it."""
    bodies = _bodies(module)
    seen, todo = set[str](), [function]
    words: set[str] = set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        for node in ast.walk(bodies[name]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.Name):
                words |= {str(member) for member in _ENUMS.get(node.id, ())}
                todo += [node.id] if node.id in bodies else []
                words |= {str(one) for one in Kinship} if node.id == "nearest" else set()
                words |= {str(one) for one in Likeness} if node.id == "likeness" else set()
    return frozenset(words)


def can_give(part: str, level: str) -> bool:
    """Whether a part has the words for a level, whole or in two joined by a sign.

    The bias: two words of one part that never come together pass for a level.
    """
    known = words_of(RIVALS, _AFTER_ALL[part]) if part in _AFTER_ALL else words_of(PARTS_MODULE, part)
    if level in known:
        return True
    cuts = [at for at, sign in enumerate(level) if sign in "-+"]
    return any(level[:at] in known and (level[at + 1 :] in known or can_give(part, level[at + 1 :])) for at in cuts)


def _columns(path: Path) -> Iterator[tuple[str, str, float]]:
    table = tomllib.loads(path.read_text("utf-8"))
    return ((part, level, weight) for part, levels in table.items() for level, weight in levels.items())


WEIGHTS = Path(str(PARTS_MODULE.__file__)).with_name("weights.toml")
NAMES = {*(part.__name__ for part in PARTS), *_AFTER_ALL}


@pytest.mark.parametrize("path", [WEIGHTS, PRIOR], ids=lambda path: path.name)
def test_the_table_names_only_parts_and_levels_that_exist(path: Path) -> None:
    stale = [
        (part, level)
        for part, level, _ in _columns(path)
        if part != BASE and (part not in NAMES or not can_give(part, level.rpartition("/")[2]))
    ]
    assert stale == []


@pytest.mark.parametrize("path", [WEIGHTS, PRIOR], ids=lambda path: path.name)
def test_the_table_tells_families_and_numbers(path: Path) -> None:
    for part, level, weight in _columns(path):
        assert level.rpartition("/")[0] in ({""} if part == BASE else {"", *FAMILIES}), (part, level)
        assert math.isfinite(weight), (part, level)
        assert abs(weight) < 10, (part, level)
    assert set(weights()[BASE]) == FAMILIES


@pytest.mark.parametrize("story", STORIES)
def test_every_level_that_is_given_is_known_to_the_check(story: str) -> None:
    """What tells stale levels from live ones must know the live ones."""
    found = [mention.claim for finding in report(story).findings for mention in finding.mentions]
    told = Words.of(found)
    given = {
        (one.part, one.level)
        for a in found[:30]
        for b in found[:30]
        if a is not b and family(a) == family(b)
        for one in levels(a, b, told)
    }
    assert [(part, level) for part, level in sorted(given) if not can_give(part, level)] == []


_TEXTS = (
    ("a", "The flood killed 12 people in Hollin. Another 30 people were injured. Police held 4 men."),
    ("b", "In Hollin 12 people died. Some 30 were injured. The flood damaged 400 homes."),
)


def test_the_parts_that_are_told_add_up_to_the_score() -> None:
    block = [claim for name, text in _TEXTS for claim in claims(text, name) if claim.kind == "count"]
    told = Words.of(block)
    for (x, y), found in pair_parts(block, told, weights()).items():
        if found[0].score == IMPOSSIBLE:
            assert len(found) == 1
            continue
        names = [part.name for part in found]
        assert names[0] == BASE
        assert len(set(names)) == len(names)
        assert set(names) <= {BASE, "bond", *NAMES}
        assert all(part.score and math.isfinite(part.score) for part in found)
        assert Link(x, y, found).score == pytest.approx(sum(part.score for part in found))


def test_the_confidence_of_a_finding_can_be_reckoned_from_its_chain() -> None:
    """The score that the chain tells is the sum of the parts that stand behind it."""
    for finding in report("ferry-trial").findings:
        for step in finding.chain:
            if step.step == "aligned":
                total, _, told = step.says.partition(" = ")
                parts_told = [float(one.split("(")[0].split()[-1]) for one in _split(told)]
                assert float(total) == pytest.approx(sum(parts_told), abs=0.02)


def _split(told: str) -> list[str]:
    """The parts of an `aligned` step, whose explanations are in brackets."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(told):
        depth += (sign == "(") - (sign == ")")
        if sign == ";" and not depth:
            found.append(told[start:at])
            start = at + 1
    return [*found, told[start:]]


def test_a_weight_decides_whether_two_claims_are_one_fact() -> None:
    """The table that is given is the table that is used."""
    told = [claim for name, text in _TEXTS for claim in claims(text, name)]
    never = {part: dict(levels) for part, levels in weights().items()} | {BASE: dict.fromkeys(FAMILIES, -50.0)}
    assert align("s", told)
    assert align("s", told, never) == ()
