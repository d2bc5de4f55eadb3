"""The wheel: the same bytes whoever builds it, and all that the commands need is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.pages.terminal import ROOT

NEEDED = ("README.md", "LICENSE", "pyproject.toml", ".gitignore", "claims", "factcheck", "corpus")
DATA = (".toml", ".json", ".css", ".js", ".npz", ".cfg", ".typed", ".md")


def _built(place: Path, umask: int, epoch: str) -> Path:
    """The wheel of a copy of the sources in `place`; every file is changed now."""
    place.mkdir()
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, place / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(source, place / name)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"]
    env = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    subprocess.run(command, cwd=place, env=env, umask=umask, check=True, capture_output=True)
    (wheel,) = (place / "dist").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory.mktemp("wheel") / "one", 0o022, "1900000000")


def test_two_builds_are_the_same(wheel: Path, tmp_path: Path) -> None:
    again = _built(tmp_path / "two", 0o022, "1900000000")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_it_holds_every_module_and_table(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    here = {
        path.relative_to(ROOT).as_posix()
        for top in ("claims", "factcheck")
        for path in (ROOT / top).rglob("*")
        if path.suffix in (".py", *DATA) or path.name == "py.typed"
    }
    assert here - held == set()
    wanted = "claims/py.typed factcheck/py.typed factcheck/report/schema.json claims/weights/en/biaffine/weights.npz"
    assert set(wanted.split()) <= held
    assert any(name.startswith("factcheck/examples/ferry-trial/") for name in held)


def test_it_holds_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claims", "factcheck"}
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "__pycache__" in name or name.endswith(".pyc")]


def test_its_metadata_are_complete(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
    says = Parser().parsestr(archive.read(name).decode())
    assert says["License-Expression"] == "Apache-2.0 AND CC-BY-SA-4.0"
    assert says["Description-Content-Type"] == "text/markdown"
    licences = [each for each in archive.namelist() if ".dist-info/licenses/" in each]
    assert {each.rpartition("/")[2] for each in licences} == {"LICENSE", "LICENSE.md"}
