"""Dependencies are few, ranged, locked and permissive; nothing is loaded that could run code."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from claims.nlp import BUNDLED
from tests.pages.terminal import ROOT
from tests.supply.licences import Licensed, installed

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DIRECT = [Requirement(each) for each in PROJECT["dependencies"]]
TESTING = [Requirement(each) for each in PROJECT["optional-dependencies"]["test"]]
LOCKED = dict(
    re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^\s;]+)", (ROOT / "tests/lock.txt").read_text("utf-8"), re.MULTILINE)
)
SOURCES = [path for top in ("claims", "factcheck") for path in sorted((ROOT / top).rglob("*.py"))]
CODE_LOADERS = re.compile(
    r"\b(pickle|marshal|shelve|dill|joblib|torch)\b|allow_pickle=True|yaml\.(unsafe|full)_load|Loader=yaml\.(?!Base|Safe|C?Safe)|\beval\("
)


def test_no_dependency_is_gpl() -> None:
    assert [each for each in installed("test") if not each.permitted] == []


@pytest.mark.parametrize(
    ("offers", "permitted"),
    [
        (("MIT",), True),
        (("GPL-3.0-or-later",), False),
        (("GNU Affero General Public License v3",), False),
        (("GNU General Public License v3 (GPLv3)",), False),
        (("LGPL-2.1-only",), True),
        (("GNU Lesser General Public License v3 (LGPLv3)",), True),
        (("MPL-1.1", "GPL-2.0-only"), True),
        (("MIT OR GPL-3.0-only",), True),
        (("MIT AND GPL-3.0-only",), False),
        ((), False),
    ],
)
def test_one_permitted_licence_is_enough(offers: tuple[str, ...], permitted: bool) -> None:
    assert Licensed("x", "1", offers).permitted is permitted


@pytest.mark.parametrize("each", [*DIRECT, *TESTING], ids=str)
def test_a_dependency_has_a_lowest_and_a_highest_version(each: Requirement) -> None:
    if each.name != PROJECT["name"]:
        assert sorted(one.operator for one in each.specifier) == ["<", ">="]


@pytest.mark.parametrize("each", [*DIRECT, *TESTING], ids=str)
def test_the_lock_holds_what_is_asked_for(each: Requirement) -> None:
    """`make lock` writes it anew."""
    if each.name != PROJECT["name"]:
        assert each.specifier.contains(LOCKED[canonicalize_name(each.name)])


def test_weights_come_with_the_package() -> None:
    assert BUNDLED.is_relative_to(ROOT / "claims")
    assert (BUNDLED / "biaffine" / "weights.npz").read_bytes()[:2] == b"PK"


def test_nothing_is_loaded_that_could_run_code() -> None:
    """Weights are plain arrays (`allow_pickle=False`), what is kept is JSON in SQLite, YAML gives plain values."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in SOURCES
        for line in path.read_text("utf-8").splitlines()
        if CODE_LOADERS.search(line) and "no pickle" not in line
    ]
    assert found == []
