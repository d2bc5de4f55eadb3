"""The command `factcheck`, also as `python -m factcheck`."""

from __future__ import annotations

import io
import sys

from factcheck.collecting import seldom


def main() -> None:
    """Run the command line and leave with its exit status."""
    seldom()
    if sys.stdin is None:  # closed by whoever started it, which reads as an empty one
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    try:
        from factcheck.cli import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
