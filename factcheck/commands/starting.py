"""`factcheck init`: the files that a newsroom starts with."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck import console
from factcheck.errors import OutputError
from factcheck.flags import Host

_GITHUB, _GITLAB = ".github/workflows/factcheck.yml", ".gitlab-ci.factcheck.yml"


def init(host: Host) -> int:
    """Write a settings file and a workflow here; what is there already is left as it is."""
    from factcheck.starting import commented, github, gitlab

    files = {"factcheck.toml": commented}
    files |= {Host.GITHUB: {_GITHUB: github}, Host.GITLAB: {_GITLAB: gitlab}, Host.NONE: {}}[host]
    for name, draw in files.items():
        if os.path.lexists(name):
            console.emit(f"{name} is there already and was left as it is.\n")
            continue
        try:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{name} cannot be written: {error.strerror or error}.") from error
        console.save(name, draw())
        console.emit(f"{name} is written.\n")
    return 0
