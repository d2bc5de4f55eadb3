"""An agency's dateline tells where and when the report was sent, and no happening."""

from __future__ import annotations

import pytest

from claims.opening import after_dateline
from tests.claims.asking import claims_in


@pytest.mark.parametrize(
    "line",
    [
        "BELMARE, March 3 (Norrwire) - ",
        "BELMARE, Aldmark, March 3 (Norrwire) — ",
        "BELMARE (Norrwire) -- ",
        "BELMARE — ",
        "Belmare, March 3 – ",
        "Belmare, 3 March 2024 (Norrwire) - ",
        "Port Belmare, Aldmark (Norrwire) — ",
        "ST. BELMARE, Ald. (NW) — ",
    ],
)
def test_the_story_begins_behind_the_dateline(line: str) -> None:
    assert after_dateline(f"{line}Forty people died.") == len(line)


@pytest.mark.parametrize(
    "text",
    [
        "Forty people died.",
        "Owen Tarrant - the driver - fled.",
        "Monday, March 3 - the day of the crash - was wet.",
        "Belmare-based crews came.",
        "A - B",
        "",
        "BELMARE, March 3",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert after_dateline(text) == 0


def test_the_day_of_the_dateline_is_no_claim() -> None:
    text = "BELMARE, March 3 (Norrwire) - Forty people died on Friday."
    assert [claim.span.of(text) for claim in claims_in(text)] == ["Forty people", "died on Friday"]


def test_the_day_of_a_press_release_is_that_of_its_announcement() -> None:
    text = "BELMARE, March 3, 2024 - Calder Motors today announced that it had bought the Owls."
    assert "March 3, 2024" in [claim.reading.span.of(text) for claim in claims_in(text, "date")]
