"""What every test needs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.offline import offline


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that a test reads goes into the user's own cache."""
    os.environ["FACTCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True, scope="session")
def _no_network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither a test nor a command that it starts uses the network."""
    with offline(tmp_path_factory.mktemp("network") / "log"):
        yield
