"""Office files are zip archives of XML: their members, unpacked within limits."""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO

from factcheck.errors import UnreadableError
from factcheck.read.elements import Element, tree
from factcheck.read.limits import LONGEST_PAGE, LONGEST_UNPACKED


class Packed:
    """An archive that is open for reading. Raises `UnreadableError` where it is none or too large."""

    def __init__(self, file: BinaryIO, longest: int = LONGEST_PAGE) -> None:
        file.seek(0, 2)
        if file.tell() > longest:
            raise UnreadableError(f"it is longer than {longest:,} bytes; save its text without pictures")
        file.seek(0)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("it is no office document or a broken one; save it again") from error

    def tree(self, name: str) -> Element | None:
        """The XML of the member `name`, None where there is none."""
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        if member.flag_bits & 1:
            raise UnreadableError("it is locked with a password; save it without one")
        try:
            with self._zip.open(member) as opened:
                data = opened.read(LONGEST_UNPACKED + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
            raise UnreadableError("it is a broken archive; save it again") from error
        if len(data) > LONGEST_UNPACKED:
            raise UnreadableError("it unpacks to more than any article; save its text instead")
        return tree(data)
