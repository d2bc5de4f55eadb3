"""A few of each of the faults that `python -m tests.torture faults` plays by the hundred."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.torture.faults import FAULTS, Fault
from tests.torture.faults.stage import NotHereError, staged


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_survived(fault: Fault, tmp_path: Path) -> None:
    try:
        wrong = list(fault.play(staged(tmp_path), Random(1), fault.short))
    except NotHereError as error:
        pytest.skip(str(error))
    assert wrong
    assert [each for each in wrong if each] == []
