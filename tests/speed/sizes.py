"""What large and hostile inputs cost: `python -m tests.speed.sizes [NAME ...]`.

Each is compared by the command in a process of its own, without cache. Prints seconds of processor time and the most
memory of that process, and the last line that it told on standard error.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_PLACES = "Nerim Aldermoor Havelin Orla Brenn Tasse Wick Sundby Marl Cotter".split()


def _articles(number: int) -> Callable[[Path], None]:
    """Short articles, five on each of many accidents."""

    def write(folder: Path) -> None:
        for at in range(number):
            story = at // 5
            place = f"{_PLACES[story % 10]} {_PLACES[story // 10 % 10]}"
            (folder / f"{at:06}.txt").write_text(
                f"Ferry {story} sinks off {place}\n\n{2 + story % 50} people died when ferry {story} sank off {place}"
                f" on March {1 + story % 28}, 2031.\n\nIt carried {60 + story % 300} people, said officer {at}.\n"
            )

    return write


def _text(text: Callable[[], str]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "a.txt").write_text(text())

    return write


INPUTS: dict[str, Callable[[Path], None]] = {
    "10 MB in one line": _text(lambda: "5 died " * 1_500_000),
    "1.9 MB in one line": _text(lambda: "The men of the town sat in the sun. " * 53_000),
    "a number of 1,000,000 digits": _text(lambda: f"The toll was {'9' * 1_000_000} people in the town."),
    "100,000 numbers": _text(lambda: " ".join(map(str, range(100_000)))),
    "20,000 claims": _text(lambda: "\n\n".join(f"{at} people died in mill {at}." for at in range(20_000))),
    "1,000 articles": _articles(1_000),
    "10,000 articles": _articles(10_000),
}
"""What is compared, by name."""


def main() -> None:
    """Print a line an input."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed.sizes", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="all where none is named")
    for name in parser.parse_args().names or INPUTS:
        with tempfile.TemporaryDirectory() as folder:
            INPUTS[name](Path(folder))
            print(f"{name:<30} {_cost(folder)}", flush=True)


def _cost(folder: str) -> str:
    command = [sys.executable, "-m", "factcheck", "compare", folder, "--isolated", "--no-cache", "-o", os.devnull]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        told = (process.stderr.read() if process.stderr else "").strip().splitlines()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    spent = used.ru_utime + used.ru_stime
    return f"{spent:8.1f} s {used.ru_maxrss / 1024:7.0f} MB   {told[-1][-110:] if told else ''}"


if __name__ == "__main__":
    main()
