"""The short form of fuzzing: what is understood, what once showed a fault, and a few changed inputs for each target.

The changed inputs are the same in every run: to find new faults is for the long form (`tests.torture.fuzz`).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.torture.targets import TARGETS, Target

INPUTS = Path(__file__).parent / "inputs"
KEPT = [(target, path) for target in TARGETS for path in sorted((INPUTS / target.name).glob("*"))]
EACH = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
_EXAMPLES = 15


@EACH
def test_what_is_understood_shows_no_fault(target: Target) -> None:
    for seed in target.seeds:
        target.run(seed)


@pytest.mark.parametrize(("target", "path"), KEPT, ids=lambda each: getattr(each, "name", ""))
def test_what_once_showed_a_fault_shows_none(target: Target, path: Path) -> None:
    target.run(path.read_bytes())


def test_every_kept_input_has_a_target() -> None:
    assert {path.name for path in INPUTS.glob("*")} <= {target.name for target in TARGETS}


@EACH
@settings(deadline=None, max_examples=_EXAMPLES, derandomize=True)
@given(data=st.data())
def test_changed_inputs_show_no_fault(target: Target, data: st.DataObject) -> None:
    target.run(_changed(data.draw(st.sampled_from(target.seeds)), target, data))


def _changed(seed: bytes, target: Target, data: st.DataObject) -> bytes:
    """A few bytes overwritten, words put in, stretches doubled, and perhaps the end cut off."""
    made = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(made)))
        match data.draw(st.sampled_from(["byte", "word", "twice"])):
            case "byte":
                made[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
            case "word":
                made[at:at] = data.draw(st.sampled_from(target.words or (b"\0", b"\xff", b"5")))
            case _:
                made[at:at] = made[at : at + 40]
    return bytes(made[: data.draw(st.integers(len(made) // 2, len(made)))])
