"""Redraws every golden file: `python -m tests.golden`. Look at the difference before it is committed."""

from __future__ import annotations

from tests.golden.draw import DRAWN, HERE


def main() -> None:
    """Write what the reporters make of the sample now."""
    for name, draw in DRAWN.items():
        (HERE / name).write_bytes(draw().encode())


if __name__ == "__main__":
    main()
