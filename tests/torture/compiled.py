"""The regular expressions of both packages, as JSON: `python -m tests.torture.compiled`.

A process of its own, because a pattern is only seen when it is compiled: while its module is imported, or when it is
first needed, which the seeds of fuzzing bring about.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from typing import Any

PACKAGES = ("claims", "factcheck")


def main() -> None:
    """Print a list of module, pattern and flags."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        made = compile_(pattern, flags)
        name = str(sys._getframe(2).f_globals.get("__name__", ""))
        if name.startswith(PACKAGES) and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), name)
        return made

    re._compile = noted  # type: ignore[attr-defined]
    for package in PACKAGES:
        for inner in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not inner.name.startswith("claims.training"):
                importlib.import_module(inner.name)
    from tests.torture.targets import TARGETS

    for target in TARGETS:
        for seed in target.seeds:
            target.run(seed)
    print(json.dumps(sorted((module, pattern, flags) for (pattern, flags), module in found.items())))


if __name__ == "__main__":
    main()
