"""What ends a run before its end, each with one sentence for the reader.

    FactcheckError                       any of these; the command line exits with status 2
    ├── UsageError (ValueError)          an option's value cannot be used
    ├── ManifestError (ValueError)       a manifest cannot be understood, so nothing it says of its folder is known
    ├── SettingsError (ValueError)       a settings file cannot be understood
    ├── BaselineError (ValueError)       a baseline cannot be understood
    ├── FactSheetError (ValueError)      a fact sheet cannot be understood
    ├── NothingToReadError (ValueError)  no article could be read
    ├── UnknownNameError (LookupError)   no rule or kind has the name asked for
    ├── WorkerError (RuntimeError)       the processes that were to do the work were lost
    └── OutputError (OSError)            a report could not be written

`UnreadableError` stands apart: one file cannot be read, the rest can. It never leaves `factcheck.read`, which turns it
into a `factcheck.model.Skipped`.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """A run that cannot go on; `str()` gives one sentence with cause and remedy."""

    def __str__(self) -> str:
        """In one line, also where the name of a field that it quotes has several."""
        return " ".join(super().__str__().splitlines())


class UsageError(FactcheckError, ValueError):
    """An option's value cannot be used."""


class ManifestError(FactcheckError, ValueError):
    """A manifest cannot be understood."""


class SettingsError(FactcheckError, ValueError):
    """A settings file cannot be read or understood."""


class BaselineError(FactcheckError, ValueError):
    """A baseline cannot be read or understood."""


class FactSheetError(FactcheckError, ValueError):
    """A fact sheet cannot be read or understood."""


class NothingToReadError(FactcheckError, ValueError):
    """No article could be read."""


class UnknownNameError(FactcheckError, LookupError):
    """No rule or kind has the name asked for."""


class WorkerError(FactcheckError, RuntimeError):
    """The processes that were to do the work were lost."""


class OutputError(FactcheckError, OSError):
    """A report could not be written."""


class UnreadableError(Exception):
    """One file cannot be read; `str()` gives cause and remedy."""
