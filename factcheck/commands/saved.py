"""Saved reports: `factcheck report` renders one again, `factcheck explain --in` looks into one."""

from __future__ import annotations

import sys

from factcheck.bounded import read_bounded, whole
from factcheck.commands.comparing import told
from factcheck.commands.outputs import Outputs
from factcheck.errors import UsageError
from factcheck.report.saved import Saved, read_saved
from factcheck.settings import Settings

_LONGEST = 200_000_000


def report(path: str, outputs: Outputs) -> int:
    """Write the saved report in `path` in other formats; the status is that of its findings at the level given now."""
    files = outputs.files()
    outputs.spare(files, [path], Settings())
    found = saved(path, path or "the report")
    if outputs.texts and not found.texts:
        raise UsageError(f"{path} holds no texts of articles; save it with --with-texts, or leave --with-texts out.")
    return told(found.report, outputs, files)


def saved(path: str, name: str) -> Saved:
    """The report in JSON in `path`, "-" for standard input; `name` is what an error calls it.

    Raises `UsageError` where it cannot be read or is no report.
    """
    try:
        data = whole(sys.stdin.buffer, _LONGEST) if path == "-" else read_bounded(path, _LONGEST)
        return read_saved(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        why = "it is not in UTF-8" if isinstance(error, UnicodeDecodeError) else error
        hint = "write one with `factcheck compare --report json:FILE`"
        raise UsageError(f"{name} is no report in JSON: {why}; {hint}.") from error
