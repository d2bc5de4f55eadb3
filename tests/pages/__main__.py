"""Redraws the pages: `python -m tests.pages`. Look at the difference before it is committed."""

from __future__ import annotations

from tests.pages.draw import PAGES
from tests.pages.terminal import ROOT


def main() -> None:
    """Write every page as it is now."""
    for name, draw in PAGES.items():
        (ROOT / name).write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
