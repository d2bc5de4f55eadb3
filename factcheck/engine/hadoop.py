"""Files by address, wherever Spark reads and writes: on this machine, in HDFS, in the store of a cloud."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from factcheck.engine.stages import Root

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_GLOB = frozenset("*?[{")


class Files:
    """The file systems that Spark knows (those of Hadoop), asked by the driver."""

    def __init__(self, session: SparkSession) -> None:
        self._java: Any = session._jvm
        self._settings = session._jsc.hadoopConfiguration()

    def roots(self, given: str) -> list[Root]:
        """The files and folders that an address or a path names, several where it is a glob; none: nothing is there."""
        place, system = self._at(given)
        found = []
        for status in system.globStatus(place) or ():
            address = status.getPath().toString()
            shown = address if _GLOB.intersection(given) else given
            seen = os.path.abspath(given) if "://" not in given else address.removeprefix("file:")
            found.append(Root(address, shown, seen, status.isFile()))
        return found

    def manifests(self, root: Root, names: tuple[str, ...]) -> list[str]:
        """The addresses of the manifests beside a file."""
        beside = self._java.org.apache.hadoop.fs.Path(root.address).getParent().toString()
        return [address for name in names if self.exists(address := f"{beside}/{name}")]

    def address(self, given: str) -> str:
        """The full address of a path."""
        place, system = self._at(given)
        return str(system.makeQualified(place).toString())

    def exists(self, address: str) -> bool:
        """Whether anything is there."""
        place, system = self._at(address)
        return bool(system.exists(place))

    def make(self, address: str) -> None:
        """Make a folder, with those above it."""
        place, system = self._at(address)
        system.mkdirs(place)

    def delete(self, address: str) -> None:
        """Take a file away, or a folder with all below it."""
        place, system = self._at(address)
        system.delete(place, True)

    def move(self, address: str, to: str) -> None:
        """Put what is at `address` in the place of what is at `to`."""
        self.delete(to)
        place, system = self._at(address)
        system.rename(place, self._java.org.apache.hadoop.fs.Path(to))

    def _at(self, address: str) -> tuple[Any, Any]:
        place = self._java.org.apache.hadoop.fs.Path(address)
        return place, place.getFileSystem(self._settings)
